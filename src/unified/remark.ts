import type { Root } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import type { Parser, Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { keysSyntax } from './dialect/keys.js';
import { fromMarkdown, parse } from './dialect/parse.js';
import { spanNodes } from './dialect/span-nodes.js';
import { spans } from './dialect/spans.js';
import { syntax } from './dialect/syntax.js';
import { explainAbbreviations } from './transforms/abbreviations.js';
import { readAlerts } from './transforms/alerts.js';
import { applyAttributeLists } from './transforms/attributes.js';
import { readCodeInfo } from './transforms/code.js';
import { markContents } from './transforms/contents.js';
import { identifyHeadings } from './transforms/headings.js';
import { replaceIcons } from './transforms/icons.js';
import { joinSets } from './transforms/sets.js';

declare module 'unified' {
  interface Data {
    micromarkExtensions?: Extension[];
    fromMarkdownExtensions?: (MdastExtension | MdastExtension[])[];
  }
}

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
const remarkDeepdive: Plugin<[], Root> = function (this: Processor) {
  const parser = this.parser as Parser<Root> | undefined;
  if (!parser) throw new Error('remarkDeepdive needs a parser: use remark-parse before it.');
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax, spans, keysSyntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown, spanNodes];
  this.parser = (source: string, file: VFile) => parse(source, file, parser);
  return (tree, file) => {
    readAlerts(tree);
    joinSets(tree);
    readCodeInfo(tree);
    applyAttributeLists(tree);
    replaceIcons(tree, file);
    markContents(tree);
    identifyHeadings(tree);
    explainAbbreviations(tree);
  };
};
export default remarkDeepdive;
