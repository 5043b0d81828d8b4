import { element } from '../internal/data-content.js';
import type { DiagramOutline, OutlineNode } from './outline.js';

/**
 * What a diagram says as nested lists: groups with their nodes, and where each node leads; messages in their order.
 * @param addressOf where a node is in the page, for a link
 */
export function textOfOutline(outline: DiagramOutline, addressOf: (node: string) => string | undefined): HTMLElement {
  const { description, nodes, edges, steps, words } = outline;
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const linked = (id: string) => {
    const label = labels.get(id) ?? id;
    const href = addressOf(id);
    if (!href) return element('span', label);
    const link = element('a', label) as HTMLAnchorElement;
    link.href = href;
    return link;
  };
  const parts: HTMLElement[] = [];
  if (description) parts.push(element('p', description));

  const item = (node: OutlineNode): HTMLElement => {
    const line = element('li', linked(node.id));
    for (const { to, label, isPlain } of edges.filter(({ from }) => from === node.id)) {
      line.append(line.querySelector('span.to, a.to') ? ', ' : isPlain ? ' with ' : ' to ');
      const target = linked(to);
      target.classList.add('to');
      line.append(target, label ? ` (${label})` : '');
    }
    if (node.details) line.append(element('ul', ...node.details.map((detail) => element('li', detail))));
    const inside = nodes.filter(({ group }) => group === node.id);
    if (inside.length) line.append(element('ul', ...inside.map(item)));
    return line;
  };
  if (steps) parts.push(stepsOf(steps));
  else if (nodes.length) {
    const known = new Set(nodes.map(({ id }) => id));
    const top = nodes.filter(({ group }) => !group || !known.has(group));
    parts.push(element('ul', ...top.map(item)));
  }
  if (words?.length) parts.push(element('ul', ...words.map((word) => element('li', word))));
  return element('div', ...parts);
}

/** Steps as a list, with a list inside for what is in a block. */
function stepsOf(steps: NonNullable<DiagramOutline['steps']>): HTMLElement {
  const list = element('ol');
  const open = [list];
  for (const { depth, text } of steps) {
    while (open.length > depth + 1) open.pop();
    while (open.length < depth + 1) {
      const inner = element('ol');
      (open.at(-1)!.lastElementChild ?? open.at(-1)!).append(inner);
      open.push(inner);
    }
    open.at(-1)!.append(element('li', text));
  }
  return list;
}
