import { slug } from './anchors.js';
import { fragment } from './fragment.js';
import { derive } from './own-attributes.js';
import { bodyRowsOf } from './read.js';
import { headerOf } from './tables.js';
import { textOf } from './text.js';

/**
 * The fragments of the addresses of all cells: the table's, the row's and the column's name. A row's is that of its first
 * cell; rows of one name are counted.
 */
export function addressesOf(host: Element, table: HTMLTableElement): Map<Element, string> {
  const ids = new Map<Element, string>();
  const header = headerOf(table);
  const start = table.id || host.id || slug(textOf(table.caption)) || tagAndNumber(host);
  const names = new Map(bodyRowsOf(table).map((row) => [row, nameOf(row)]));
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const name = names.get(row) ?? nameOf(row);
    if (names.has(row)) seen.set(name, (seen.get(name) ?? 0) + 1);
    const count = counts.get(name)! > 1 ? `_${names.has(row) ? seen.get(name) : 0}` : '';
    for (const [index, cell] of [...row.cells].entries()) {
      const column = index ? slug(cell.dataset['label'] ?? '') || String(index + 1) : '';
      // Not the one that a row has while its table is sorted.
      const own = !column && !row.id.startsWith('dd-row-') && row.id;
      const id =
        row === header ? `${start}::${slug(textOf(cell))}` : own || `${start}:${name}${count}${column && `:${column}`}`;
      ids.set(cell, cell.id || id);
    }
  }
  return ids;
}

const nameOf = (row: HTMLTableRowElement) => slug(textOf(row.cells[0])) || `row-${row.rowIndex}`;

/** The tag, with a number from the second such element on. */
function tagAndNumber(host: Element): string {
  const { localName } = host;
  const index = [...(host.getRootNode() as ParentNode).querySelectorAll(localName)].indexOf(host);
  return index > 0 ? `${localName}_${index}` : localName;
}

/** Marks, and goes to, the cell that the page's address names. */
export function markLinkedCell(host: Element, table: HTMLTableElement | null): void {
  const wanted = fragment();
  const marked = host.querySelector('[data-linked]');
  const [cell] = (table && [...addressesOf(host, table)].find(([, id]) => id === wanted)) ?? [];
  if (cell === (marked ?? undefined)) return;
  if (marked) derive(marked, 'data-linked');
  if (!cell) return;
  derive(cell, 'data-linked', '');
  if (reached.get(host) !== location.href) cell.scrollIntoView({ block: 'center' });
  reached.set(host, location.href);
}

/** The address of the page for which an element was scrolled. */
const reached = new WeakMap<Element, string>();
