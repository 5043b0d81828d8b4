import type { Root } from 'mdast';
import type {} from 'remark-stringify';
import type { Parser, Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { keysSyntax } from './dialect/keys.js';
import { fromMarkdown, parse } from './dialect/parse.js';
import { spanNodes } from './dialect/span-nodes.js';
import { spans } from './dialect/spans.js';
import { syntax } from './dialect/syntax.js';
import { dialectToMarkdown } from './dialect/to-markdown.js';
import type { IconOptions } from './icon-options.js';
import { transform } from './transforms/transform.js';

export type { Icon, Icons, MissingSet } from './icon-options.js';
export type RemarkDeepdiveOptions = IconOptions;

/**
 * Reads the dialect of MkDocs Material, GitHub's alerts and containers between `:::`. What it makes has, as HTML, the shape
 * that MkDocs Material's has.
 *
 * ```js
 * unified().use(remarkParse).use(remarkGfm).use(remarkDeepdive).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw)
 * ```
 *
 * It stands behind `remark-parse`, whose parser it uses, and needs `rehype-raw` for the HTML in a page.
 */
const remarkDeepdive: Plugin<[RemarkDeepdiveOptions?], Root> = function (this: Processor, options) {
  const parser = this.parser as Parser<Root> | undefined;
  if (!parser) throw new Error('remarkDeepdive needs a parser: use remark-parse before it.');
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax, spans, keysSyntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown, spanNodes];
  const writing = data.toMarkdownExtensions ?? [];
  data.toMarkdownExtensions = [...writing, dialectToMarkdown(writing)];
  this.parser = (source: string, file: VFile) => parse(source, file, parser);
  return (tree, file) => transform(tree, file, options);
};
export default remarkDeepdive;
