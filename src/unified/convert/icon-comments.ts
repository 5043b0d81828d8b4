import type { ElementContent, Nodes, Root, Text } from 'hast';
import type { Node } from 'unist';
import { replaceTexts } from '../everything.js';
import { isElement } from '../hast.js';
import { iconPattern } from '../transforms/icons.js';

/**
 * Puts the names of icons into comments. Nothing draws an icon that stands in HTML, and readers would see its name; the author
 * finds it there all the same.
 */
export function commentIcons(tree: Root): void {
  replaceTexts(tree, ({ value }: Text) => (value.includes(':') ? partsOf(value) : undefined), isCode);
}

const isCode = (node: Node) => isElement(node as Nodes, 'pre', 'code', 'script', 'style', 'textarea');

function partsOf(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(iconPattern)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push({ type: 'comment', value: ` ${written} ` });
    end = index + written.length;
  }
  if (end < text.length || !end) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
