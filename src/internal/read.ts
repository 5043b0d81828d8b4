import type { ElementTag, FactJson, ItemJson, Json, JsonOf } from './json.js';
import { headerOf } from './tables.js';
import { isElement, textOf, textOfAll } from './text.js';

/** Parts of an element's data, as far as they are there. */
type Settings<Tag extends ElementTag> = { [Key in keyof JsonOf<Tag>]?: JsonOf<Tag>[Key] | undefined };
/** Elements that are a list, and such whose content is anything. */
type TagsWith<Part> = { [Tag in ElementTag]: JsonOf<Tag> extends Part ? Tag : never }[ElementTag];

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
export function factsAsData(list: Element | null): FactJson[] {
  return factsOf(list).map(({ label, values: [value, ...notes] }) => {
    // A cell may be empty because others in its column are not.
    const note = notes.map(textOf).filter(Boolean).join(' ');
    // An empty reading time is drawn.
    return { label: textOf(label), value: textOf(value) || value?.dataset['minutes'] || '', ...(note && { note }) };
  });
}

/** What a table of facts or events says besides: its caption, and the headings of its columns. */
export function headAsData(list: Element | null): { caption?: string; headings?: string[] } {
  if (list?.localName !== 'table') return {};
  const caption = textOf((list as HTMLTableElement).caption);
  const headings = [...(headerOf(list as HTMLTableElement)?.cells ?? [])].map(textOf);
  return { ...(caption && { caption }), ...(headings.length && { headings }) };
}

/** The items of the first list inside an element. */
export function itemsOf(element: Element): HTMLElement[] {
  const list = element.querySelector('ol, ul');
  return [...(list?.children ?? [])].filter((item): item is HTMLElement => item.localName === 'li');
}

/** The bold words that an item begins with, without the colon; empty where it begins otherwise. */
export function leadInOf(item: Element): string {
  // Of a text, no such thing is known.
  const [first] = [...item.childNodes].filter((node) => textOf(node)) as Partial<Element>[];
  const node = first?.localName === 'p' ? ([...first.childNodes!].find(textOf) as Partial<Element>) : first;
  return node?.matches?.('strong, b') ? textOf(node as Element).replace(/(?<!\s)\s*:$/, '') : '';
}

/** Items of a list: the lead-in apart from the words after it. */
export function itemsAsData(element: Element): ItemJson[] {
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

/**
 * The rows of a table, keyed by the headings, as a `rows` property takes them: those below the head, its foot and headings of
 * sections too. A cell that spans columns has all their headings for a key; of two columns of one name, the second is
 * `name (2)`; a column without a name is its number, from 0.
 */
export function rowsOf(table: HTMLTableElement): Record<string, string>[] {
  const header = headerOf(table);
  let isHead = true;
  return [...table.rows].flatMap((row) => {
    isHead &&=
      row === header ||
      row.parentElement === table.tHead ||
      (row.cells.length > 1 && [...row.cells].every((cell) => cell.getAttribute('role') === 'columnheader'));
    if (isHead || !row.cells.length) return [];
    const data = new Map<string, string>();
    for (const [index, cell] of [...row.cells].entries()) {
      const name = cell.dataset['label'] || textOf(header?.cells[index]) || String(index);
      let key = name;
      for (let count = 2; data.has(key); count++) key = `${name} (${count})`;
      data.set(key, textOf(cell));
    }
    return [Object.fromEntries(data)];
  });
}

const wrappers = 'section, article, main, header, footer, div, form, details, a:has(> :is(h1, h2, h3, h4, h5, h6))';
const blocks = `address, blockquote, dl, figure, hr, ol, p, pre, summary, table, ul, ${headings}`;

/** Reports in each other. What is deeper is told as text: it would overflow the stack, here or where it is read. */
const deepest = 100;
let depth = 0;

/**
 * The content of an element: its own report where a child has one, plain HTML by its kind.
 * @param told what is told elsewhere
 */
export function contentOf(element: Element, ...told: (Element | null | undefined)[]): Json[] {
  depth++;
  try {
    return [...partsOf(element, told)].flatMap(reportOf);
  } finally {
    depth--;
  }
}

/** The children of an element, with those of its wrappers in their place, and lines of words that stand in no element. */
function* partsOf(element: Element, told: readonly unknown[]): Generator<Element | Node[]> {
  // Nothing is where a wrapper ends, and a line with it.
  const left: (Node | undefined)[] = [undefined, ...[...element.childNodes].reverse()];
  let line: Node[] = [];
  while (left.length) {
    const node = left.pop();
    const inner = node && isElement(node) ? node : undefined;
    const isWrapper = inner?.childElementCount && (inner.matches(wrappers) || inner.localName.includes('-'));
    const isBlock = inner && (('toJSON' in inner && inner.localName !== 'diagram-ref') || inner.matches(blocks));
    if (node && !told.includes(node) && !isBlock && !isWrapper) {
      line.push(node);
      continue;
    }
    if (line.some((one) => !isElement(one) && textOf(one))) yield line;
    else yield* line.filter(isElement);
    line = [];
    if (!inner || told.includes(inner)) continue;
    if (isBlock) yield inner;
    else left.push(undefined, ...[...inner.childNodes].reverse());
  }
}

function reportOf(node: Element | Node[]): Json[] {
  if (Array.isArray(node)) return [{ type: 'p', text: textOfAll(node) }];
  const { localName: type } = node;
  if ('toJSON' in node && depth < deepest) return [(node as Element & { toJSON(): Json }).toJSON()];
  if (node.matches(headings)) {
    return [{ type: 'heading', level: Number(type[1]), ...(node.id && { id: node.id }), text: textOf(node) }];
  }
  if (type === 'table') {
    const caption = textOf((node as HTMLTableElement).caption);
    return [{ type, ...(caption && { caption }), rows: rowsOf(node as HTMLTableElement) }];
  }
  if (type === 'pre') return [{ type, text: node.textContent ?? '' }];
  if (type === 'dl') return [{ type, facts: factsAsData(node) }];
  if (type === 'ul' || type === 'ol') return [{ type, items: [...node.children].map(textOf) }];
  const text = textOf(node);
  return text ? [{ type, text } as Json] : [];
}

/**
 * An element as data: what it is, its heading, its parts, and its content besides these. What is undefined or has no words is
 * left out.
 * @param parts what the element says in its own way
 * @param told the nodes that the parts were read from
 */
export function asData<Tag extends ElementTag>(
  element: Element,
  parts: Settings<Tag>,
  ...told: (Element | null | undefined)[]
): JsonOf<Tag> {
  const heading = headingOf(element);
  const content = contentOf(element, heading, ...told);
  const all = { heading: textOf(heading), ...parts, ...(content.length && { content }) };
  const written = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  return { type: element.localName, ...Object.fromEntries(written) } as unknown as JsonOf<Tag>;
}

/** A list element as data: its heading, if there is one, and its items. */
export const listAsData = <Tag extends TagsWith<{ items: object[] }>>(
  element: Element,
  items: object[] = itemsAsData(element),
): JsonOf<Tag> => asData<Tag>(element, { items } as Partial<JsonOf<Tag>>, element.querySelector('ol, ul'));

/** A box as data: its settings, its heading, and what is below that. */
export const boxAsData = <Tag extends TagsWith<{ content: Json[] }>>(
  element: Element,
  settings: Settings<Tag> = {},
  ...told: Element[]
): JsonOf<Tag> => Object.assign({ content: [] }, asData<Tag>(element, settings, ...told));
