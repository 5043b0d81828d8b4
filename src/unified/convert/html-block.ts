import type { Element, Root, RootContent } from 'hast';
import rehypeFormat from 'rehype-format';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { commentIcons } from './icon-comments.js';

const format = unified().use(rehypeFormat).freeze();
const formatFlat = unified().use(rehypeFormat, { indent: 0 }).freeze();
const stringify = unified()
  .use(rehypeStringify, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  .freeze();

/** Nodes as HTML with an element a line; white space in them is as it was where it is seen. */
export function htmlOf(nodes: readonly RootContent[], isFlat = false): string {
  const tree: Root = { type: 'root', children: structuredClone(nodes) as RootContent[] };
  commentIcons(tree);
  return stringify.stringify((isFlat ? formatFlat : format).runSync(tree) as Root).trim();
}

/** Elements whose tag begins HTML in Markdown whatever follows it: https://spec.commonmark.org/0.31.2/#html-blocks */
const blocks =
  /^(?:address|article|aside|base|blockquote|body|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|iframe|li|link|main|menu|nav|ol|option|p|param|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)$/;

/** Nodes as HTML that stands in Markdown: no empty lines in it, but for those around a diagram's source. */
export function htmlBlockOf(nodes: readonly RootContent[]): string {
  return nodes.map(oneBlock).join('\n\n');
}

function oneBlock(node: RootContent): string {
  if (node.type !== 'element') return withoutEmptyLines(htmlOf([node]));
  const diagrams: string[] = [];
  const copy = withPlaces(structuredClone(node), diagrams);
  // Behind an empty line, what is indented would be code.
  const isFlat = diagrams.length > 0;
  const html = blocks.test(node.tagName) ? htmlOf([copy], isFlat) : spread(copy, isFlat);
  return withoutEmptyLines(html).replace(place, (_, at) => diagrams[Number(at)]!);
}

/** The tags of an element that Markdown does not know stand in lines of their own. */
function spread(node: Element, isFlat: boolean): string {
  const empty = stringify.stringify({ type: 'root', children: [{ ...node, children: [] }] });
  const [startTag = '', endTag = ''] = empty.split(/(?=<\/[^<]*$)/);
  return [startTag, htmlOf(node.children, isFlat), endTag].filter(Boolean).join('\n');
}

const place = /^[ \t]*<hr data-deepdive-place="(\d+)">$/gm;

/** Puts something in the place of each diagram, whose source stands between empty lines as it does in Markdown. */
function withPlaces(root: Element, diagrams: string[]): Element {
  visit(root, 'element', (node) => {
    if (node.tagName !== 'architecture-diagram') return;
    const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'pre');
    const fence = fenceOf(node.children[at]);
    if (!fence) return;
    const dataDeepdivePlace = String(diagrams.push(fence) - 1);
    node.children[at] = { type: 'element', tagName: 'hr', properties: { dataDeepdivePlace }, children: [] };
  });
  return root;
}

/** A `<pre>` that holds nothing but text, as a fence. */
function fenceOf(pre: RootContent | undefined): string | undefined {
  if (pre?.type !== 'element' || Object.keys(pre.properties).length) return undefined;
  const [text, ...others] = pre.children;
  if (text?.type !== 'text' || others.length || /^[ \t]*`{3}/m.test(text.value)) return undefined;
  return `\n\`\`\`mermaid\n${text.value.replace(/^\n|\n$/g, '')}\n\`\`\`\n`;
}

/** A line break before an empty line is written as a reference, which ends no block. */
const withoutEmptyLines = (html: string): string =>
  html
    .split('\n')
    .map((line, index) => (index === 0 ? '' : line.trim() ? '\n' : '&#10;') + line)
    .join('');
