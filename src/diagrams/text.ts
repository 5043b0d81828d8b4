import type { WordsController } from '../controllers/words-controller.js';
import { element } from '../internal/data-content.js';
import type { DiagramOutline, OutlineNode, OutlineStep } from './outline.js';

/** An outline with the words of ours in it, in the language of the page: names of what has none, numbers, relations, blocks. */
export function worded(outline: DiagramOutline, words: WordsController): DiagramOutline {
  const nodes = outline.nodes.map((node) => (node.kind ? { ...node, label: words.term(node.kind) } : node));
  const edges = outline.edges.map(({ amounts, relation, ...edge }) => {
    const [from, to] = amounts ?? [];
    const parts = [
      edge.label,
      from && to && words.term('amounts', words.term(from), words.term(to)),
      relation && words.term(relation),
    ];
    const label = parts.filter(Boolean).join(words.term('comma'));
    return { ...edge, ...(label && { label }) };
  });
  const steps = outline.steps?.map((step) => ({ ...step, text: wordsOf(step, words) }));
  return { ...outline, nodes, edges, ...(steps && { steps }) };
}

function wordsOf({ text, block, about, from, to }: OutlineStep, words: WordsController): string {
  if (block) return `${[words.term(block), text].filter(Boolean).join(' ')}:`;
  if (about)
    return words.term(
      'noteAt',
      about.reduce((one, other) => words.term('and', one, other)),
      text,
    );
  return from !== undefined && to !== undefined ? words.term('message', from, to, text) : text;
}

/**
 * What a diagram says as nested lists: groups with their nodes, and where each node leads; messages in their order.
 * @param addressOf where a node is in the page, for a link
 */
export function textOfOutline(
  outline: DiagramOutline,
  words: WordsController,
  addressOf: (node: string) => string | undefined,
): HTMLElement {
  const { description, nodes, edges, steps, words: written } = outline;
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
    const leading = edges.filter(({ from }) => from === node.id);
    const ends = leading.flatMap(({ to, label }, index) => {
      const target = linked(to);
      target.classList.add('to');
      return [index ? words.term('comma') : '', target, label ? ` (${label})` : ''];
    });
    if (ends.length) {
      const place = '\0';
      const [before = '', after = ''] = words
        .term(leading[0]!.isPlain ? 'connectedWith' : 'leadsTo', place)
        .split(place);
      for (const part of [` ${before}`, ...ends, after]) line.append(part);
    }
    if (node.details)
      line.append(
        element(
          'ul',
          node.details.map((detail) => element('li', detail)),
        ),
      );
    const inside = nodes.filter(({ group }) => group === node.id);
    if (inside.length) line.append(element('ul', inside.map(item)));
    return line;
  };
  if (steps) parts.push(stepsOf(steps));
  else if (nodes.length) {
    const known = new Set(nodes.map(({ id }) => id));
    const top = nodes.filter(({ group }) => !group || !known.has(group));
    parts.push(element('ul', top.map(item)));
  }
  if (written?.length)
    parts.push(
      element(
        'ul',
        written.map((word) => element('li', word)),
      ),
    );
  return element('div', parts);
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
