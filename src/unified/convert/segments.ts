import type { Nodes, Root, RootContent } from 'hast';
import { placeOf } from '../places.js';

/** Lines of a file, counted from 0, that belong together, and what two readers make of them. */
export interface Segment {
  from: number;
  /** The line behind it. */
  to: number;
  /** With the dialect and the elements. */
  meant: RootContent[];
  /** As any reader of Markdown sees it. */
  plain: RootContent[];
}

/** Divides a page into the parts that stand for themselves. What has no place in the file belongs to none. */
export function segmentsOf(meant: Root, plain: Root): Segment[] {
  const segments = [...partsOf(meant, 'meant'), ...partsOf(plain, 'plain')].sort((one, other) => one.from - other.from);
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && segment.from < last.to) {
      last.to = Math.max(last.to, segment.to);
      for (const node of segment.meant) last.meant.push(node);
      for (const node of segment.plain) last.plain.push(node);
    } else joined.push(segment);
  }
  return joined;
}

function partsOf({ children }: Root, side: 'meant' | 'plain'): Segment[] {
  const parts: Segment[] = [];
  for (const node of children) {
    const lines = linesOf(node);
    if (lines) parts.push({ ...lines, meant: [], plain: [], [side]: [node] });
    else if (!isSpace(node) && !isFootnotes(node)) parts.at(-1)?.[side].push(node);
  }
  return parts;
}

function linesOf(node: Nodes): { from: number; to: number } | undefined {
  const place = placeOf(node);
  if (isSpace(node) || isFootnotes(node) || !place) return undefined;
  const { start, end } = place;
  // What ends at the beginning of a line does not reach into it.
  const to = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return { from: start.line - 1, to };
}

export const isSpace = (node: Nodes): boolean => node.type === 'text' && !node.value.trim();

/** What the footnotes of Markdown have become, wherever they were written. */
export const isFootnotes = (node: Nodes): boolean => node.type === 'element' && 'dataFootnotes' in node.properties;
