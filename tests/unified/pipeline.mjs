import rehypeDeepdive from 'deepdive-elements/rehype';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** The plugins alone, among those of others, as the docs have them. A sanitizer or a compiler goes behind them. */
export const pipeline = () =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDeepdive)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeDeepdive);
