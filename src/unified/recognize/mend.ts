import type { Element, ElementContent, RootContent } from 'hast';
import { classesOf, element, elementsIn, hasClass, isElement, isHeading, isSilent, leadInOf, textOf } from '../hast.js';

/**
 * Puts into boxes and tabs what stands behind them because it was not indented by four: MkDocs renders such a box with its
 * title alone, and what its author meant to be in it as what follows. Makes lists, too, of lines that begin with a list's
 * marks, which MkDocs leaves in the paragraph above.
 */
export function mend(nodes: RootContent[]): RootContent[] {
  return withLists(joinTabs(fillBoxes(nodes)));
}

function fillBoxes(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    result.push(node);
    if (!isElement(node) || !isEmptyBox(node)) continue;
    let end = index + 1;
    for (let at = end; at < nodes.length && (isSilent(nodes[at]!) || belongs(nodes[at]!)); at++) {
      if (!isSilent(nodes[at]!)) end = at + 1;
    }
    result[result.length - 1] = filled(node, nodes.slice(index + 1, end));
    index = end - 1;
  }
  return result;
}

const filled = (node: Element, content: RootContent[]): Element =>
  content.length ? { ...node, children: [...node.children, ...(content as ElementContent[])] } : node;

/** A callout with a title and nothing else. */
function isEmptyBox(node: Element): boolean {
  if (!hasClass(node, 'admonition')) return false;
  const [title, ...others] = elementsIn(node);
  return hasClass(title, 'admonition-title') && !others.length && textOf(node) === textOf(title);
}

/** What boxes are made for: facts, lists, lines with a lead-in. Any other paragraph may be the page's own. */
const belongs = (node: RootContent): boolean =>
  isElement(node, 'table', 'ol', 'ul', 'dl') || (isElement(node, 'p') && leadInOf(node) !== '');

/** Tabs that are empty, with what each should hold behind it, up to the next tab or heading. */
function joinTabs(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let set: { labels: ElementContent[]; blocks: Element[]; first: Element } | undefined;
  const close = () => {
    if (!set) return;
    const { labels, blocks, first } = set;
    const box = (className: string, children: ElementContent[]) =>
      element('div', { className: [className] }, children, first);
    result.push(box('tabbed-set', [box('tabbed-labels', labels), box('tabbed-content', blocks)]));
    set = undefined;
  };
  for (const node of nodes) {
    const label = isElement(node) ? emptyTab(node) : undefined;
    if (label && isElement(node)) {
      set ??= { labels: [], blocks: [], first: node };
      set.labels.push(label);
      set.blocks.push(element('div', { className: ['tabbed-block'] }, [], node));
    } else if (!set || isHeading(node) || isElement(node, 'hr') || hasClass(node, 'tabbed-set')) {
      close();
      result.push(node);
    } else {
      set.blocks.at(-1)!.children.push(node as ElementContent);
    }
  }
  close();
  return result;
}

/** The label of a set that has one tab, and nothing in it. */
function emptyTab(node: Element): Element | undefined {
  if (!hasClass(node, 'tabbed-set')) return undefined;
  const labels = elementsIn(node).flatMap((child) => (hasClass(child, 'tabbed-labels') ? elementsIn(child) : []));
  return labels.length === 1 && textOf(node) === textOf(labels[0]) ? labels[0] : undefined;
}

const marker = /^\s*(?:[-*+]|(\d+)[.)])\s+/;

function withLists(nodes: RootContent[]): RootContent[] {
  return nodes.flatMap((node) => (isElement(node, 'p') && !classesOf(node).length ? (listIn(node) ?? [node]) : [node]));
}

/**
 * Whether lines that begin like this are the items of one list: with bullets, or counted from 1. Any other number at the
 * beginning of a line is a word of the paragraph, and no list would show it.
 */
function areOfOneList(numbers: (string | undefined)[]): boolean {
  const [first] = numbers;
  if (first === undefined) return numbers.every((number) => number === undefined);
  return ['1'.repeat(numbers.length), numbers.map((_, index) => index + 1).join('')].includes(numbers.join(''));
}

/** A paragraph and the list that its further lines are; `undefined` where they are none. */
function listIn(paragraph: Element): RootContent[] | undefined {
  const lines: ElementContent[][] = [[]];
  for (const node of paragraph.children) {
    const [first = '', ...others] = node.type === 'text' ? node.value.split('\n') : [];
    if (node.type !== 'text') lines.at(-1)!.push(node);
    else if (first.trim()) lines.at(-1)!.push({ type: 'text', value: first });
    for (const value of others) lines.push([{ type: 'text', value }]);
  }
  const [intro = [], ...rest] = lines.filter((line) => line.some((node) => !isSilent(node as RootContent)));
  const marks = rest.map(([first]) => (first?.type === 'text' ? marker.exec(first.value) : null));
  if (!marks.length || marks.includes(null) || !areOfOneList(marks.map((mark) => mark![1]))) return undefined;
  const items = rest.map(([, ...others], index) => {
    const [first] = rest[index] as [{ type: 'text'; value: string }];
    return element(
      'li',
      {},
      [{ type: 'text', value: first.value.slice(marks[index]![0].length) }, ...others],
      paragraph,
    );
  });
  const isOrdered = marks.every((mark) => mark![1]);
  const last = intro.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return [{ ...paragraph, children: intro }, element(isOrdered ? 'ol' : 'ul', {}, items, paragraph)];
}
