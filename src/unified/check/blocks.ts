import type { Element, Nodes, Root, Text } from 'hast';
import type { CheckedPage, Place } from './rule.js';

/** Words that are read in one go: a paragraph, a cell, the words of a list item. */
export interface Block {
  /** What they stand in. */
  parent: Element | Root;
  text: string;
  pieces: Piece[];
}

/** A part of a block's text, and where it comes from. */
interface Piece {
  start: number;
  node: Text;
  /** Where it is at the most, for a text that does not know its own place. */
  around: Place | undefined;
}

/** Stands for what is no prose: code, formulas, fields. */
const noProse = '\uFFFC';

const phrasing = new Set(
  'a abbr b bdi bdo big cite data del dfn em font i img ins label mark q s small span strong strike sub sup time u wbr'.split(
    ' ',
  ),
);
const skipped = new Set('code kbd math input select svg textarea var'.split(' '));
const unread = new Set('pre script style template noscript head'.split(' '));

/** Every block of a page, in its order; code is none. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  const add = (parent: Element | Root, text: string, node?: Text, around?: Place) => {
    block ??= { parent, text: '', pieces: [] };
    if (node) block.pieces.push({ start: block.text.length, node, around });
    block.text += text;
  };
  const flush = () => {
    if (block?.text.trim()) blocks.push(block);
    block = undefined;
  };
  const walk = (node: Nodes, parent: Element | Root, around: Place | undefined): void => {
    if (node.type === 'text') add(parent, node.value, node, around);
    if (node.type !== 'element') return;
    const inside = node.position ?? around;
    if (node.tagName === 'br') add(parent, '\n');
    else if (skipped.has(node.tagName) || isExplained(node)) add(parent, noProse);
    else if (phrasing.has(node.tagName)) for (const child of node.children) walk(child, parent, inside);
    else {
      flush();
      if (!unread.has(node.tagName)) for (const child of node.children) walk(child, node, inside);
      flush();
    }
  };
  for (const child of tree.children) walk(child, tree, undefined);
  flush();
  return blocks;
}

/** An abbreviation that is spelled out, and the mark of a footnote, say nothing of themselves. */
const isExplained = ({ tagName, properties, children: [child] }: Element): boolean =>
  (tagName === 'abbr' && Boolean(properties['title'])) ||
  (tagName === 'sup' && child?.type === 'element' && 'dataFootnoteRef' in child.properties);

/** Where a part of a block's text stands in the file. */
export function placeIn(page: CheckedPage, { pieces }: Block, start: number, text: string): Place | undefined {
  const piece = pieces.findLast((one) => one.start <= start) ?? pieces[0];
  if (!piece) return undefined;
  const { node, around } = piece;
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return around;
  // References and escapes make the source longer than what it says, never shorter.
  const words = text.slice(0, node.value.length - (start - piece.start));
  const found = page.source.slice(from, to).indexOf(words, start - piece.start);
  if (found < 0) return node.position;
  return { start: page.pointAt(from + found), end: page.pointAt(from + found + words.length) };
}
