import type { Root as Tree } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { mendEditMap } from './edit-map.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import type { IconOptions } from './icon-options.js';
import { LongParagraphError, remarkInlineLimits } from './inline-limits.js';
import { refuse, refuseDeepHtml, refuseDeepMarkdown, refuseDeepRaw, refuseEndless, refuseLazyLines } from './limits.js';
import { remarkQuickAutolinks } from './quick-autolinks.js';
import { readPage } from './read-page.js';
import rehypeDeepdive from './rehype.js';
import remarkDeepdive from './remark.js';
import { remarkRehypeOptions } from './remark-rehype-options.js';
import rehypeDeepdiveSanitize from './sanitize.js';
import { footnoteWords, translateTitles } from './transforms/default-words.js';
import { keepFootnotes } from './transforms/footnotes.js';
import { transform } from './transforms/transform.js';
import { keepUnknownTags } from './transforms/unknown-tags.js';

/** A page that has been read, whatever it was written in. */
export interface Writeup {
  /** What goes into the `case-study`. Safe, unless the author is trusted. */
  content: Tree;
  isTrusted?: boolean;
  frontMatter: FrontMatter;
  /** From the front matter, or else the first heading, or else the name of the file. */
  title: string;
  /** From the front matter; empty where it has none. */
  description: string;
}

export interface WriteupOptions extends IconOptions {
  /** Whether script, styles and everything else that an author writes may stay. */
  trust?: boolean;
}

mendEditMap();

/** Markdown as a tree, its front matter included. */
const readerWith = (...addresses: Plugin<[]>[]) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(addresses)
    .use(remarkFrontmatter)
    .use(remarkDeepdive)
    .use(remarkInlineLimits)
    .freeze();

const markdown = readerWith(remarkQuickAutolinks);
/** Reads bare addresses before anything in them. */
const markdownWithAddresses = readerWith();

/** A bare address with something in it that may begin emphasis: `https://example.com/__init__.py`. */
const markedAddress = /(?<![(<"'\w])(?:https?:\/\/|www\.)[^\s<>*_~^=]{0,300}[*_~^=]/i;

const raw = unified().use(rehypeRaw).freeze();

/** HTML as a tree, a fragment or a whole page. */
const html = unified().use(rehypeParse).freeze();

/** Reads Markdown, or HTML where the file is called so. What it has to say about the file it adds to the file's messages. */
export function readWriteup(file: VFile, { trust = false, ...icons }: WriteupOptions = {}): Writeup {
  refuseEndless(file);
  return file.extname === '.html' ? readHtml(file, trust) : readMarkdown(file, trust, icons);
}

function readMarkdown(file: VFile, trust: boolean, icons: IconOptions): Writeup {
  const tree = parse(file);
  refuseDeepMarkdown(tree, file);
  const [first] = tree.children;
  const frontMatter = first?.type === 'yaml' ? readFrontMatter(first.value, file) : {};
  const lang = typeof frontMatter['lang'] === 'string' ? frontMatter['lang'] : 'en';
  if (!trust) keepUnknownTags(tree, file);
  keepFootnotes(tree, file);
  transform(tree, file, icons);
  translateTitles(tree, lang);
  return finish(htmlIn(tree, file, lang), frontMatter, file, trust);
}

/** Markdown as HTML, with the HTML in it read. */
export function htmlIn(tree: Root, file: VFile, lang = 'en'): Tree {
  const content = unified()
    .use(remarkRehype, { ...remarkRehypeOptions, ...footnoteWords(lang) })
    .runSync(tree, file) as Tree;
  refuseDeepRaw(content, file);
  return raw.runSync(content, file) as Tree;
}

function parse(file: VFile): Root {
  refuseLazyLines(file);
  return parseWithin(file, () => (markedAddress.test(String(file)) ? markdownWithAddresses : markdown).parse(file));
}

/** Refuses a file with a paragraph that is longer than what is read. */
export function parseWithin(file: VFile, read: () => Root): Root {
  try {
    return read();
  } catch (error) {
    if (error instanceof LongParagraphError) refuse(file, error.message);
    throw error;
  }
}

function readHtml(file: VFile, trust: boolean): Writeup {
  refuseDeepHtml(String(file), file);
  const { content, frontMatter, title } = readPage(html.parse(file));
  return finish(content, frontMatter, file, trust, title);
}

function finish(tree: Tree, frontMatter: FrontMatter, file: VFile, trust: boolean, name = file.stem ?? ''): Writeup {
  const processor = unified().use(rehypeDeepdive);
  if (!trust) processor.use(rehypeDeepdiveSanitize);
  const content = processor.runSync(tree, file) as Tree;
  const { title, description } = frontMatter;
  return {
    content,
    isTrusted: trust,
    frontMatter,
    title: typeof title === 'string' ? title : (firstHeading(content) ?? name),
    description: typeof description === 'string' ? description : '',
  };
}

function firstHeading(tree: Tree): string | undefined {
  let found: string | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'h1') return undefined;
    found = textOf(node).trim();
    return false;
  });
  return found || undefined;
}
