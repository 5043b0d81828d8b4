import { textOf } from './anchors.js';
import { headerOf } from './tables.js';

/** What an element says of itself, for machines. */
export interface Json {
  type: string;
  [key: string]: unknown;
}

const headings = 'h1, h2, h3, h4, h5, h6';

/** The heading of an element's own: a child, not one deeper inside. */
export function headingOf(element: Element): HTMLElement | null {
  return element.querySelector(':scope > :is(h1, h2, h3, h4, h5, h6), :scope > a > :is(h1, h2, h3, h4, h5, h6)');
}

/** The terms of a list of pairs, each with its values. */
export function pairsOf(list: Element | null | undefined): { term: HTMLElement; values: HTMLElement[] }[] {
  const pairs: { term: HTMLElement; values: HTMLElement[] }[] = [];
  for (const node of list?.querySelectorAll<HTMLElement>(':scope > :is(dt, dd), :scope > div > :is(dt, dd)') ?? []) {
    if (node.localName === 'dt') pairs.push({ term: node, values: [] });
    else pairs.at(-1)?.values.push(node);
  }
  return pairs;
}

/** Facts of a `<dl>`, or of a `<table>` without its header row: a label and its values. */
export function factsOf(list: Element | null): { label: HTMLElement; values: HTMLElement[] }[] {
  if (!list?.matches('table')) return pairsOf(list).map(({ term, values }) => ({ label: term, values }));
  return bodyRowsOf(list as HTMLTableElement).map(({ cells: [label, ...values] }) => ({ label: label!, values }));
}

/** The rows of a table that hold more than headings. */
export function bodyRowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.tBodies].flatMap((body) => [...body.rows].filter((row) => row.querySelector(':scope > td')));
}

/** Facts as a `facts` property takes them. */
export function factsAsData(list: Element | null): { label: string; value: string; note?: string }[] {
  return factsOf(list).map(({ label, values: [value, ...notes] }) => {
    // A cell may be empty because others in its column are not.
    const note = notes.map(textOf).filter(Boolean).join(' ');
    return { label: textOf(label), value: textOf(value), ...(note && { note }) };
  });
}

/** The items of the first list inside an element. */
export function itemsOf(element: Element): HTMLElement[] {
  const list = element.querySelector('ol, ul');
  return [...(list?.children ?? [])].filter((item): item is HTMLElement => item.localName === 'li');
}

/** The bold words that an item begins with, without the colon; empty where it begins otherwise. */
export function leadInOf(item: Element): string {
  const [first] = [...item.childNodes].filter((node) => textOf(node));
  const node = first instanceof HTMLParagraphElement ? [...first.children].find(textOf) : first;
  return node instanceof Element && node.matches('strong, b') ? textOf(node).replace(/(?<!\s)\s*:$/, '') : '';
}

/** Items of a list: the lead-in apart from the words after it. */
export function itemsAsData(element: Element): { lead?: string; text: string; kind?: string }[] {
  return itemsOf(element).map((item) => {
    const lead = leadInOf(item);
    const text = textOf(item);
    const { kind } = item.dataset;
    return {
      ...(kind && { kind }),
      ...(lead && { lead }),
      text: lead ? text.slice(lead.length).replace(/^\s*[:–—-]?\s*/, '') : text,
    };
  });
}

/** The rows of a table, keyed by the headings, as a `rows` property takes them. */
export function rowsOf(table: HTMLTableElement): Record<string, string>[] {
  const names = headerOf(table)?.cells;
  return bodyRowsOf(table).map((row) =>
    Object.fromEntries(
      [...row.cells].map((cell, index) => [cell.dataset['label'] || textOf(names?.[index]) || index, textOf(cell)]),
    ),
  );
}

const wrappers = 'section, article, main, header, footer, div, form, details, a:has(> :is(h1, h2, h3, h4, h5, h6))';

/** Reports in each other. What is deeper is told as text: it would overflow the stack, here or where it is read. */
const deepest = 100;
let depth = 0;

/** The content of an element: its own report where a child has one, plain HTML by its kind. */
export function contentOf(element: Element): Json[] {
  depth++;
  try {
    return [...unwrapped(element)].flatMap(reportOf);
  } finally {
    depth--;
  }
}

/** The children of an element, with those of its wrappers in their place. */
function* unwrapped(element: Element): Generator<Element> {
  const left = [...element.children].reverse();
  for (let node = left.pop(); node; node = left.pop()) {
    const isWrapper = node.childElementCount && (node.matches(wrappers) || node.localName.includes('-'));
    if ('toJSON' in node || !isWrapper) yield node;
    else for (const child of [...node.children].reverse()) left.push(child);
  }
}

function reportOf(node: Element): Json[] {
  const { localName: type } = node;
  if ('toJSON' in node && depth < deepest) return [(node as Element & { toJSON(): Json }).toJSON()];
  if (node.matches(headings)) {
    return [{ type: 'heading', level: Number(type[1]), ...(node.id && { id: node.id }), text: textOf(node) }];
  }
  if (type === 'table') return [{ type, rows: rowsOf(node as HTMLTableElement) }];
  if (type === 'pre') return [{ type, text: node.textContent }];
  if (type === 'dl') return [{ type, facts: factsAsData(node) }];
  if (type === 'ul' || type === 'ol') return [{ type, items: [...node.children].map(textOf) }];
  const text = textOf(node);
  return text ? [{ type, text }] : [];
}

/** A list element as data: its heading, if there is one, and its items. */
export function listAsData(element: Element): Json {
  const heading = textOf(headingOf(element));
  return { type: element.localName, ...(heading && { heading }), items: itemsAsData(element) };
}

/** A box as data: its settings, its heading, and what is below that. */
export function boxAsData(element: Element, settings: Record<string, unknown> = {}): Json {
  const heading = textOf(headingOf(element));
  const content = contentOf(element).filter(({ type, text }) => type !== 'heading' || text !== heading);
  const written = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { type: element.localName, ...Object.fromEntries(written), ...(heading && { heading }), content };
}
