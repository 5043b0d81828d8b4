import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { everything } from '../everything.js';
import { placeOf } from '../places.js';

/**
 * Keeps the words of footnotes that nobody refers to, which HTML would not have: they stand where they are written. A note
 * is referred to from the page, or from a note that is.
 */
export function keepFootnotes(tree: Root, file: VFile): void {
  const notes = new Map<string, FootnoteDefinition>();
  everything(tree, (node) => {
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
  });
  if (!notes.size) return;
  const reached = new Set<string>();
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'footnoteReference' && !reached.has(node.identifier)) {
      reached.add(node.identifier);
      const note = notes.get(node.identifier);
      for (const child of note?.children ?? []) waiting.push(child);
    }
    if ('children' in node && node.type !== 'footnoteDefinition')
      for (const child of node.children) waiting.push(child);
  }
  everything(tree, (node, index, parent) => {
    if (node.type !== 'footnoteDefinition' || reached.has(node.identifier) || !parent) return undefined;
    file.message(
      `No words refer to the footnote [^${node.label}], which is shown where it is written. Put [^${node.label}] where it belongs.`,
      { place: placeOf(node), source: 'deepdive', ruleId: 'footnote' },
    );
    (parent.children as RootContent[]).splice(index, 1, ...node.children);
    return index;
  });
}
