import { textOf } from './anchors.js';
import { isNamed, isNumericColumn } from './numeric-columns.js';
import { suggest } from './own-attributes.js';
import { gridOf } from './spanned-tables.js';

/**
 * Tells the stylesheet by `data-numeric` of the cells of numeric columns, with their headings, in the tables of an element.
 * Columns in which the author has aligned a cell stay as they are.
 */
export function alignNumbers(host: HTMLElement): void {
  for (const table of host.querySelectorAll('table')) align(table, host.localName);
}

function align(table: HTMLTableElement, tag: string): void {
  const rows = [...table.rows];
  const slots = gridOf(rows, ({ localName }) => localName === 'th').flatMap(({ cells }) => cells);
  const columns: HTMLTableCellElement[][] = [];
  for (const { cell, x, width } of slots) {
    columns[x] ??= [];
    if (width === 1) columns[x].push(cell);
  }
  for (const [x, cells = []] of columns.entries()) {
    const isAligned = cells.some((cell) => cell.align || cell.style.textAlign);
    const data = cells.filter(({ localName }) => localName === 'td');
    const isOfNumbers = !isNamed(x, tag) && !isAligned && isNumericColumn(data.map(textOf));
    for (const cell of cells) suggest(cell, 'data-numeric', isOfNumbers ? '' : null);
  }
}
