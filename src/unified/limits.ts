import type { Root, RootContent } from 'hast';
import type { Nodes, Table } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { defaultTreeAdapter, parse } from 'parse5';
import type { VFile } from 'vfile';
import { everything } from './everything.js';
import { placeOf } from './places.js';

/** Long pages of the kind have 60 kB. What is longer than this is no writeup, and takes seconds. */
const mostCharacters = 2_000_000;

/** What as many characters may take in UTF-8; more is not even read. */
export const mostBytes = 3 * mostCharacters;

/** Quotes and lists in each other. micromark takes the square of the depth for every line, and more in lists. */
const deepestContainers = 40;

/**
 * Lines that go on with the words of a quote, an item or a footnote without its mark (CommonMark calls them lazy). From
 * each of them micromark looks back to the first: 50,000 took more than a minute.
 */
const mostLazyLines = 2000;

/** Elements in each other, whoever has opened them. What walks a tree calls itself; the stack ends at about 1,500. */
const deepestTree = 250;

/**
 * How many elements parse5 may make for a tag. An element such as `<b>` that is not closed is opened again in every
 * paragraph that follows (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements):
 * 4,000 of them in 59 kB took half a minute.
 */
const mostElementsPerTag = 10;

/** How many cells a table may have for each that is written. */
const mostCellsPerCell = 10;

/**
 * Refuses what is no text, or would take longer than its length says, before anything parses it: with a message that
 * says where, and what to do.
 */
export function refuseEndless(file: VFile): void {
  const source = decode(file);
  if (source.length > mostCharacters) refuse(file, tooLong(source.length, 'characters'));
  for (const [index, line] of source.split(/\r\n?|\n/).entries()) {
    if (isDeeplyContained(line)) {
      refuse(
        file,
        `More than ${deepestContainers} quotes and lists stand in each other. Write them side by side.`,
        index + 1,
      );
    }
  }
}

/** What is said of a page that is. */
export function tooLong(count: number, unit: 'bytes' | 'characters'): string {
  const [is, most] = [count, unit === 'bytes' ? mostBytes : mostCharacters].map((one) => one.toLocaleString('en'));
  return `The page is too long: ${is} ${unit}, and ${most} are read at most. Split it into several.`;
}

/** The marks that a line begins with, but not those of a rule: `- - -`. */
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const rule = /^[ \t]*([-*])(?:[ \t]*\1)+[ \t]*$/;

function isDeeplyContained(line: string): boolean {
  // Most lines are shorter than that many marks.
  if (line.length <= deepestContainers) return false;
  const [marks] = containers.exec(line) ?? [''];
  return marks.replace(/[ \t\d]/g, '').length > deepestContainers && !rule.test(line);
}

const container = /^[ \t]*(?:>|[-+*:](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]]+\]:)/;

/** Refuses Markdown in which a paragraph goes on and on behind a mark. */
export function refuseLazyLines(file: VFile): void {
  let [isContained, count] = [false, 0];
  for (const [index, line] of String(file)
    .split(/\r\n?|\n/)
    .entries()) {
    if (container.test(line)) [isContained, count] = [true, 0];
    else if (!line.trim()) isContained = false;
    else if (isContained && ++count > mostLazyLines)
      refuse(
        file,
        `More than ${mostLazyLines.toLocaleString('en')} lines follow a quote or an item with no blank line between. Write one where it ends.`,
        index + 1,
      );
  }
}

/** A page is UTF-8. Anything else would lose words. */
function decode(file: VFile): string {
  if (typeof file.value === 'string') return file.value;
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(file.value);
    file.value = source;
    return source;
  } catch {
    return refuse(file, 'The page is not UTF-8. Save it as that.');
  }
}

/** Refuses Markdown whose parts stand too deep in each other, and tables that are far wider than what is in them. */
export function refuseDeepMarkdown(tree: Nodes, file: VFile): void {
  const level: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = level.pop(); next; next = level.pop()) {
    const { node, depth } = next;
    if (depth > deepestTree) refuseDepth(file, placeOf(node)?.start.line);
    if ('children' in node) for (const child of node.children) level.push({ node: child, depth: depth + 1 });
  }
  everything(tree, (node) => {
    if (node.type === 'table') refuseWideTable(node, file);
  });
}

/** Refuses Markdown whose HTML opens elements, among what Markdown makes, that stand too deep in each other. */
export function refuseDeepRaw(tree: Root, file: VFile): void {
  const { html, hasRaw } = tagsOf(tree);
  if (hasRaw) refuseDeepHtml(html, file);
}

const voids = /^(?:br|hr|img|input)$/;

/** The tags of a tree as a parser of HTML will see them. Of words only matters where they stand. */
function tagsOf(tree: Root): { html: string; hasRaw: boolean } {
  let [html, hasRaw] = ['', false];
  const left: (Root | RootContent | { endTag: string })[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    if ('endTag' in node) {
      html += node.endTag;
      continue;
    }
    if (node.type === 'raw') {
      html += node.value;
      hasRaw = true;
    } else if (node.type === 'text') html += node.value.trim() ? 'x' : ' ';
    else if (node.type === 'element') {
      html += `<${node.tagName}>`;
      if (!voids.test(node.tagName)) left.push({ endTag: `</${node.tagName}>` });
    }
    if ('children' in node) for (const child of [...node.children].reverse()) left.push(child);
  }
  return { html, hasRaw };
}

/** Every row gets as many cells as the header has. A header of 100,000 over as many rows would be ten milliards. */
function refuseWideTable(table: Table, file: VFile): void {
  const { children: rows } = table;
  const written = rows.reduce((sum, { children }) => sum + children.length, 0);
  const widest = rows.reduce((most, { children }) => Math.max(most, children.length), 0);
  if (rows.length * widest <= 1000 + mostCellsPerCell * written) return;
  refuse(
    file,
    'The rows of this table have far fewer cells than its widest one. Fill them.',
    placeOf(table)?.start.line,
  );
}

/** Refuses HTML whose elements stand too deep in each other, or are opened again and again. */
export function refuseDeepHtml(html: string, file: VFile): void {
  const depths = new WeakMap<object, number>();
  const most = 1000 + mostElementsPerTag * (html.split('<').length - 1);
  let count = 0;
  parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...settings) {
        count++;
        if (count > most) refuse(file, 'Elements such as <b> are opened and not closed. Close them.');
        return defaultTreeAdapter.createElement(...settings);
      },
      appendChild(parent, node) {
        descend(parent, node);
        defaultTreeAdapter.appendChild(parent, node);
      },
      insertBefore(parent, node, reference) {
        descend(parent, node);
        defaultTreeAdapter.insertBefore(parent, node, reference);
      },
      getTemplateContent(template) {
        const content = defaultTreeAdapter.getTemplateContent(template);
        depths.set(content, depths.get(template) ?? 0);
        return content;
      },
    },
  });

  function descend(parent: object, node: object): void {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepestTree) refuseDepth(file);
    depths.set(node, depth);
  }
}

function refuseDepth(file: VFile, line?: number): never {
  refuse(file, `More than ${deepestTree} elements stand in each other. Close them, or write them side by side.`, line);
}

export function refuse(file: VFile, reason: string, line?: number): never {
  file.fail(reason, { place: line ? { line, column: 1 } : undefined, source: 'deepdive', ruleId: 'limits' });
}
