import type { Element, ElementContent } from 'hast';
import { element, isElement } from '../hast.js';

/** An item of a task list with its words as the label of its box, which has no name otherwise. */
export function labelTask(item: Element): Element {
  const at = item.children.findIndex((node) => isElement(node, 'p') || isBox(node));
  const first = item.children[at];
  if (isElement(first, 'p')) {
    if (!first.children.some(isBox)) return item;
    return { ...item, children: item.children.with(at, { ...first, children: labelled(first.children, item) }) };
  }
  return isBox(first) ? { ...item, children: labelled(item.children, item) } : item;
}

const isBox = (node: ElementContent | undefined) => isElement(node, 'input') && node.properties['type'] === 'checkbox';

/** A text behind a box does not know its place: the label has that of the item. */
function labelled(nodes: ElementContent[], item: Element): ElementContent[] {
  const start = nodes.findIndex(isBox);
  const rest = nodes.slice(start);
  const block = rest.findIndex((node) => isElement(node, 'ul', 'ol', 'p', 'div', 'pre', 'table', 'blockquote', 'dl'));
  const words = block < 0 ? rest : rest.slice(0, block);
  return [...nodes.slice(0, start), element('label', {}, words, item), ...rest.slice(words.length)];
}
