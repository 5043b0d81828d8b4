import { isNamed, isNumericColumn } from './numeric-columns.js';
import { suggest } from './own-attributes.js';
import { textOf } from './text.js';
import { whenLoaded } from './when-loaded.js';

/**
 * Tells the stylesheet by `data-numeric` of the cells of numeric columns, with their headings, in the tables of an element.
 * Columns in which the author has aligned a cell stay as they are.
 */
export async function alignNumbers(host: HTMLElement): Promise<void> {
  for (const table of host.querySelectorAll('table'))
    for (const [x, cells] of (await columnsOf(table)).entries()) {
      const isAligned = cells.some((cell) => cell.align || cell.style.textAlign);
      const data = cells.filter(({ localName }) => localName === 'td');
      const isOfNumbers = !isNamed(x, host.localName) && !isAligned && isNumericColumn(data.map(textOf));
      for (const cell of cells) suggest(cell, 'data-numeric', isOfNumbers ? '' : null);
    }
}

/** The cells of each column, but for those across several. */
async function columnsOf(table: HTMLTableElement): Promise<HTMLTableCellElement[][]> {
  const columns: HTMLTableCellElement[][] = [];
  const add = (cell: HTMLTableCellElement, x: number) => {
    columns[x] ??= [];
    if (cell.colSpan === 1) columns[x].push(cell);
  };
  if (table.querySelector('[colspan], [rowspan]')) {
    // Most tables have no need of it.
    await whenLoaded(import('./spanned-tables.js'), ({ gridOf }) => {
      for (const { cells } of gridOf([...table.rows], () => false)) for (const { cell, x } of cells) add(cell, x);
    });
  } else for (const { cells } of table.rows) [...cells].forEach(add);
  return Array.from(columns, (cells = []) => cells);
}
