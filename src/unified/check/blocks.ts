import type { Element, Nodes, Root, Text } from 'hast';
import { placeOf } from '../places.js';
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
}

/** Stands for what is no prose: code, formulas, fields. */
const noProse = '\uFFFC';

const phrasing = new Set(
  'a abbr b bdi bdo big cite data dfn em font i img ins label mark q small span strong sub sup time u wbr'.split(' '),
);
/** No prose, or no longer said. */
const skipped = new Set('code del kbd math input s select strike svg textarea var'.split(' '));
const unread = new Set('pre script style template noscript head'.split(' '));

/** Every block of a page, in its order; code is none. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  const add = (parent: Element | Root, text: string, node?: Text) => {
    block ??= { parent, text: '', pieces: [] };
    if (node) block.pieces.push({ start: block.text.length, node });
    block.text += text;
  };
  const flush = () => {
    if (block?.text.trim()) blocks.push(block);
    block = undefined;
  };
  const walk = (node: Nodes, parent: Element | Root): void => {
    if (node.type === 'text') add(parent, node.value, node);
    if (node.type !== 'element') return;
    if (node.tagName === 'br') add(parent, '\n');
    else if (skipped.has(node.tagName) || isExplained(node)) add(parent, noProse);
    else if (phrasing.has(node.tagName)) for (const child of node.children) walk(child, parent);
    else {
      flush();
      if (!unread.has(node.tagName)) for (const child of node.children) walk(child, node);
      flush();
    }
  };
  for (const child of tree.children) walk(child, tree);
  flush();
  return blocks;
}

/** An abbreviation that is spelled out, and the mark of a footnote, say nothing of themselves. */
const isExplained = ({ tagName, properties, children: [child] }: Element): boolean =>
  (tagName === 'abbr' && Boolean(properties['title'])) ||
  (tagName === 'sup' && child?.type === 'element' && 'dataFootnoteRef' in child.properties);

/** The last piece that does not begin behind a place; the first one where all do. */
function pieceAt(pieces: readonly Piece[], start: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start <= start) low = middle;
    else high = middle;
  }
  return pieces[low];
}

/** Where a part of a block's text stands in the file. */
export function placeIn(page: CheckedPage, { parent, pieces }: Block, start: number, text: string): Place {
  const piece = pieceAt(pieces, start);
  const place = page.nearest(piece?.node ?? parent);
  const from = place.start.offset;
  const to = place.end.offset;
  if (!piece || from === undefined || to === undefined) return place;
  const { node } = piece;
  // References and escapes make the source longer than what it says, never shorter.
  const words = text.slice(0, node.value.length - (start - piece.start));
  const source = page.source.slice(from, to);
  const found = source.indexOf(words, placeOf(node) ? start - piece.start : 0);
  // Where only what is around the words is known, they have to be there once.
  if (found < 0 || (!placeOf(node) && source.includes(words, found + 1))) return place;
  return { start: page.pointAt(from + found), end: page.pointAt(from + found + words.length) };
}
