import { textOf } from './anchors.js';

/** The attributes that this module has set, so that an author's own are left alone. */
const ours = new WeakMap<Element, Map<string, string>>();

function label(element: Element, name: 'role' | 'data-label', value: string): void {
  const set = ours.get(element) ?? new Map<string, string>();
  const present = element.getAttribute(name);
  if (present === value || (present !== null && present !== set.get(name))) return;
  element.setAttribute(name, value);
  ours.set(element, set.set(name, value));
}

/** A cell across more columns than these has no label. */
const mostLabels = 8;

/** The row that names the columns: the last one of `<thead>`, or a first row of nothing but `<th>`. */
export function headerOf(table: HTMLTableElement): HTMLTableRowElement | undefined {
  if (table.tHead?.rows.length) return [...table.tHead.rows].at(-1);
  const first = table.rows[0];
  return first?.cells.length && [...first.cells].every((cell) => cell.localName === 'th') ? first : undefined;
}

/** A table without a header row; the first row with more or fewer cells than headings, counted from 1; cells with rowspan. */
export type TableMistake = ['header'] | ['uneven', row: number, cells: number, headings: number] | ['rowspan'];

/**
 * Gives every cell its column's heading as `data-label`, and every part of the table its role, which browsers drop when
 * CSS lays a table out as records (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html).
 * Sets only what is absent.
 * @returns what the author should mend, one for each kind of mistake; empty for a sound table
 */
export function labelTable(table: HTMLTableElement): TableMistake[] {
  if (/^(none|presentation)$/.test(table.getAttribute('role') ?? '')) return [];
  label(table, 'role', 'table');
  for (const section of table.querySelectorAll(':scope > :is(thead, tbody, tfoot)')) label(section, 'role', 'rowgroup');

  const header = headerOf(table);
  const headings: string[] = [];
  for (const cell of header?.cells ?? []) {
    const text = textOf(cell);
    for (let count = cell.colSpan; count > 0; count--) headings.push(text);
  }

  let uneven: TableMistake | undefined;
  let hasRowSpan = false;
  /** How many rows each column is still covered by a cell from above. */
  const covered: number[] = [];
  let section: Element | null = null;
  for (const [index, row] of [...table.rows].entries()) {
    label(row, 'role', 'row');
    if (row === header || row.parentElement === table.tHead) {
      for (const cell of row.cells) if (cell.localName === 'th') label(cell, 'role', 'columnheader');
      continue;
    }
    if (row.parentElement !== section) covered.length = 0;
    section = row.parentElement;
    let column = 0;
    const skipCovered = () => {
      for (; covered[column]; column++) covered[column]!--;
    };
    for (const cell of row.cells) {
      skipCovered();
      const end = column + cell.colSpan;
      label(cell, 'role', cell.localName === 'th' ? 'rowheader' : 'cell');
      // A row of headings that opens a section is none of the columns'.
      const isTitle = row.cells.length === 1 && cell.localName === 'th';
      // So many columns say nothing in front of a value, and would be written in every row.
      const isLabelled = header && !isTitle && cell.colSpan <= mostLabels;
      if (isLabelled) label(cell, 'data-label', headings.slice(column, end).filter(Boolean).join(', '));
      hasRowSpan ||= cell.rowSpan !== 1;
      // A rowspan of 0 reaches to the end of the section.
      for (; column < end; column++) covered[column] = (cell.rowSpan || Number.POSITIVE_INFINITY) - 1;
    }
    skipCovered();
    if (header && column !== headings.length) uneven ??= ['uneven', index + 1, column, headings.length];
  }

  const mistakes: TableMistake[] = [];
  if (!header && table.rows.length) mistakes.push(['header']);
  if (uneven) mistakes.push(uneven);
  if (hasRowSpan) mistakes.push(['rowspan']);
  return mistakes;
}
