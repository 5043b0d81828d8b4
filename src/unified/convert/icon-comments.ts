import type { ElementContent, Parents } from 'hast';
import { iconPattern } from '../transforms/icons.js';

/**
 * Puts the names of icons into comments. Nothing draws an icon that stands in HTML, and readers would see its name; the author
 * finds it there all the same.
 */
export function commentIcons(parent: Parents): void {
  if (parent.type === 'element' && /^(?:pre|code|script|style|textarea)$/.test(parent.tagName)) return;
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!;
    if (node.type === 'element') commentIcons(node);
    if (node.type !== 'text' || !node.value.includes(':')) continue;
    const parts = partsOf(node.value);
    children.splice(index, 1, ...parts);
    index += parts.length - 1;
  }
}

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
