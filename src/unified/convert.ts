import type { Root as Tree } from 'hast';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { htmlBlockOf, htmlOf } from './convert/html-block.js';
import { isSame } from './convert/same.js';
import { isFootnotes, type Segment, segmentsOf } from './convert/segments.js';
import type { Icons } from './icon-options.js';
import { remarkInlineLimits } from './inline-limits.js';
import { remarkQuickAutolinks } from './quick-autolinks.js';
import { htmlIn, parseWithin, readWriteup } from './writeup.js';

/** Markdown as any of its readers sees it, without the dialect. */
const plain = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkQuickAutolinks)
  .use(remarkFrontmatter)
  .use(remarkInlineLimits)
  .freeze();

/**
 * A page of Markdown as Markdown that needs no dialect: what was recognized is HTML in it, and so is what only the dialect
 * knows; every other line is as its author wrote it. A page that has been converted stays as it is.
 */
export function toMarkdown(file: VFile, icons?: Icons): string {
  const source = String(file);
  const end = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  const { content } = readWriteup(file, { trust: true, icons, keepIcons: true });
  const read = parseWithin(file, () => plain.parse(source));
  const segments = segmentsOf(content, htmlIn(read, file));
  const kept = new Set(segments.filter(({ meant, plain }) => isSame(meant, plain)));
  const isLost = lostLines(segments, kept);
  const notes = definitionsIn(read, 'footnoteDefinition');
  const footnotes = footnotesOf(content, segments, kept, notes.some(isLost));
  const definitions = definitionsIn(read, 'definition')
    .filter(isLost)
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset));
  const html = (text: string) => text && text.replaceAll('\n', end) + end;
  // As HTML they are there; written, too, nobody would refer to them any more.
  const rest = footnotes ? without(source, notes) : source;
  return joined([...partsOf(rest, segments, kept, html), html(definitions.join('\n')), html(footnotes)], end);
}

/** A source in which the lines of some nodes are empty. */
function without(source: string, nodes: Node[]): string {
  let text = '';
  let at = 0;
  for (const { position } of nodes) {
    const [start, end] = [position!.start.offset!, position!.end.offset!];
    if (start < at) continue;
    text += source.slice(at, start) + source.slice(start, end).replace(/[^\r\n]+/g, '');
    at = end;
  }
  return text + source.slice(at);
}

/** Whether a node is in lines that do not stay as they are. */
function lostLines(segments: Segment[], kept: Set<Segment>): (node: Node) => boolean {
  const lost = segments.filter((segment) => !kept.has(segment));
  const lines = new Set(
    lost.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index + 1)),
  );
  return ({ position }) => position !== undefined && lines.has(position.start.line);
}

/** What other parts of a page refer to, and would miss. */
function definitionsIn(tree: Root, type: 'definition' | 'footnoteDefinition'): Node[] {
  const found: Node[] = [];
  visit(tree, type, (node: Node) => {
    found.push(node);
  });
  return found;
}

/** The content of a page as HTML, with the elements in it and without a head. */
export function toHtml(file: VFile, icons?: Icons): string {
  const { content } = readWriteup(file, { trust: true, icons, keepIcons: true });
  let { children } = content;
  visit(content, 'element', (node) => {
    if (node.tagName === 'body') children = node.children;
    return node.tagName === 'head' ? SKIP : undefined;
  });
  return `${htmlOf(children)}\n`;
}

/**
 * Footnotes as HTML, where something that has become HTML refers to one: Markdown does not see that. Then everything that
 * refers to one becomes HTML, so that they are counted as before.
 */
function footnotesOf({ children }: Tree, segments: Segment[], kept: Set<Segment>, hasLost: boolean): string {
  const referring = segments.filter(({ meant }) => meant.some(hasReference));
  if (!hasLost && referring.every((segment) => kept.has(segment))) return '';
  for (const segment of referring) kept.delete(segment);
  return htmlBlockOf(children.filter(isFootnotes));
}

function hasReference(node: Tree['children'][number]): boolean {
  let found = false;
  visit(node, 'element', ({ properties }) => {
    found ||= 'dataFootnoteRef' in properties;
  });
  return found;
}

/** The page from its beginning to its end: lines as they are, or HTML. */
function partsOf(source: string, segments: Segment[], kept: Set<Segment>, html: (text: string) => string): string[] {
  const lines = source.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const parts: string[] = [];
  let at = 0;
  for (const segment of segments) {
    if (kept.has(segment)) continue;
    parts.push(lines.slice(at, segment.from).join(''), html(htmlBlockOf(segment.meant)));
    at = segment.to;
  }
  return [...parts, lines.slice(at).join('')];
}

/** Parts one after another, with an empty line between them. */
function joined(all: string[], end: string): string {
  const parts = all.filter((part) => part !== '');
  return parts
    .map((part, index) => {
      const next = parts[index + 1];
      if (next === undefined) return part;
      const ended = /[\r\n]$/.test(part) ? part : part + end;
      return hasEmptyEnd(ended) || /^[ \t]*[\r\n]/.test(next) ? ended : ended + end;
    })
    .join('');
}

const hasEmptyEnd = (part: string) => /(?:^|[\r\n])[ \t]*(?:\r\n?|\n)$/.test(part.slice(-200));
