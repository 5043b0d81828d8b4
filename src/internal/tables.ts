import { isForeign, suggest } from './own-attributes.js';
import { textOf } from './text.js';
import { whenLoaded } from './when-loaded.js';

/** An attribute as the author has written it; empty where it is set here. */
export const authored = (element: Element, name: string): string =>
  (isForeign({ target: element, attributeName: name }) && element.getAttribute(name)) || '';

/** The row that names the columns: the last one of `<thead>`, or a first row of nothing but `<th>`. */
export function headerOf(table: HTMLTableElement): HTMLTableRowElement | undefined {
  if (table.tHead?.rows.length) return [...table.tHead.rows].at(-1);
  const first = table.rows[0];
  return first?.cells.length && [...first.cells].every((cell) => cell.localName === 'th') ? first : undefined;
}

/**
 * A table without a header row; the first row with more or fewer cells than headings, counted from 1, or, where cells span,
 * with more or fewer columns; the first row in which cells overlap; cells that span rows.
 */
export type TableMistake =
  | ['header']
  | ['uneven' | 'spanned', row: number, cells: number, headings: number]
  | ['overlap', row: number]
  | ['rowspan'];

/**
 * Gives every cell in the tables of an element its column's heading as `data-label`, and every part of them its role, which
 * browsers drop when CSS lays a table out as records
 * (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html). Sets only what is absent.
 * @returns what the author should mend, one for each kind of mistake in a table; empty where all are sound
 */
export async function labelTables(element: Element): Promise<TableMistake[]> {
  const spanned: HTMLTableElement[] = [];
  const mistakes: TableMistake[] = [];
  for (const table of element.querySelectorAll('table')) {
    if (/^(none|presentation)$/.test(table.getAttribute('role') ?? '')) continue;
    suggest(table, 'role', 'table');
    for (const section of table.querySelectorAll(':scope > :is(thead, tbody, tfoot)'))
      suggest(section, 'role', 'rowgroup');
    const header = headerOf(table);
    if (isSpanned(table, header)) spanned.push(table);
    else mistakes.push(...labelPlain(table, header));
  }
  if (!spanned.length) return mistakes;
  const others = await whenLoaded(import('./spanned-tables.js'), ({ labelSpanned }) => spanned.map(labelSpanned));
  return mistakes.concat(...(others ?? []));
}

/** Whether there is more to a table than one row of headings above rows of data. */
const isSpanned = (table: HTMLTableElement, header: Element | undefined) =>
  table.querySelector(
    '[colspan], [rowspan], [headers], thead > tr + tr, :is(tbody, tfoot) [scope^="col" i], thead [scope^="row" i]',
  ) !== null || [...table.querySelectorAll('tr:not(:has(> td))')].some((row) => row !== header);

function labelPlain(table: HTMLTableElement, header: HTMLTableRowElement | undefined): TableMistake[] {
  const headings = [...(header?.cells ?? [])].map(textOf);
  let uneven: TableMistake | undefined;
  for (const [index, row] of [...table.rows].entries()) {
    suggest(row, 'role', 'row');
    for (const [column, cell] of [...row.cells].entries()) {
      const isHeading = cell.localName === 'th';
      // An empty corner is no heading; in `<thead>` all else is one.
      const role =
        row === header && (isHeading || headings[column]) ? 'columnheader' : isHeading ? 'rowheader' : 'cell';
      suggest(cell, 'role', role);
      suggest(cell, 'data-label', header && row !== header ? (headings[column] ?? '') : null);
    }
    const { length } = row.cells;
    if (header && length !== headings.length) uneven ??= ['uneven', index + 1, length, headings.length];
  }
  const mistakes: TableMistake[] = uneven ? [uneven] : [];
  if (!header && table.rows.length) mistakes.unshift(['header']);
  return mistakes;
}
