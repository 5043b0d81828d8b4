import type { ReactiveElement } from '@lit/reactive-element';
import type { WordsController } from '../../controllers/words-controller.js';
import { element } from '../../internal/data-content.js';
import { derive, enforce, suggest } from '../../internal/own-attributes.js';
import { enforceStyle } from '../../internal/own-styles.js';
import { bodyRowsOf } from '../../internal/read.js';
import { type Key, sortKeysOf } from '../../internal/sort-keys.js';
import { addStyles } from '../../internal/styles.js';
import { headerOf } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import { provide } from '../../internal/translations.js';
import css from './row-controls.css?inline';

/** What the controls say in English. */
export const rowWords = {
  $code: 'en',
  sortBy: 'Sort by',
  sorted: (column: string) => `Sort: ${column}`,
  /** A column that mixes kinds or units, or holds what cannot be read for certain. */
  notSorted: (column: string) => `Not sortable: ${column} (values cannot be compared)`,
  /** The order of the rows that is the author's. */
  asWritten: 'as written',
  ascending: 'Ascending',
  descending: 'Descending',
  filterRows: 'Filter rows',
  rowsShown: (shown: number, all: number) => `${shown} of ${all} rows`,
};

provide(rowWords);

const asWritten = 'as written';

/** Sorting and filtering for a table of many rows; loaded with the first such table. */
export class RowControls {
  /** The line of controls, in the host's shadow root. */
  readonly node = element('div');

  readonly #sortBy = document.createElement('select');
  readonly #direction = element('button');
  readonly #filter = document.createElement('input');
  readonly #count = element('span');
  #isDescending = false;
  /** What the rows are sorted by in each column, and of which texts. */
  #columns: { texts: string; keys: (Key | undefined)[] | undefined }[] = [];
  /** What the ids begin with that rows have for as long as they are sorted. */
  #id?: string;
  #widths = '';

  constructor(
    private readonly host: ReactiveElement,
    private readonly internals: ElementInternals,
    private readonly words: WordsController,
  ) {
    this.node.setAttribute('part', 'controls');
    this.#sortBy.setAttribute('part', 'field');
    this.#direction.setAttribute('part', 'button');
    this.#filter.setAttribute('part', 'field filter');
    this.node.append(this.#sortBy, this.#direction, this.#count, this.#filter);
    host.renderRoot.prepend(this.node);
    addStyles(host.shadowRoot!, css);
    this.#sortBy.addEventListener('change', () => host.requestUpdate());
    this.#direction.addEventListener('click', () => {
      this.#isDescending = !this.#isDescending;
      host.requestUpdate();
    });
    this.#filter.type = 'search';
    this.#filter.addEventListener('input', () => host.requestUpdate());
    this.#count.role = 'status';
  }

  /** Shows the rows of a table as the controls say. */
  update(table: HTMLTableElement): void {
    const own = this.words;
    this.#sortBy.ariaLabel = own.term('sortBy');
    this.#filter.placeholder = this.#filter.ariaLabel = own.term('filterRows');
    const rows = bodyRowsOf(table);
    const header = headerOf(table);
    const headings = [...(header?.cells ?? [])];
    // Rows of headings open sections, which another order would tear apart.
    const known = new Set([...rows, header]);
    const hasTitles = [...table.tBodies].some((body) => [...body.rows].some((row) => !known.has(row)));
    // In a grid, headings that span would stand above other columns.
    const isGrouped = table.querySelector('thead :is([colspan], [rowspan])') !== null;
    const isRegular = !hasTitles && !isGrouped && rows.every((row) => row.cells.length === headings.length);
    const names = [asWritten, ...headings.map(textOf)];
    if (names.join() !== [...this.#sortBy.options].map(({ value }) => value).join()) {
      this.#sortBy.replaceChildren();
      for (const name of names) this.#sortBy.append(new Option(name, name));
    }
    this.#columns = isRegular ? headings.map((heading, index) => this.#read(rows, index, textOf(heading))) : [];
    const { options } = this.#sortBy;
    for (const [index, { value }] of [...options].entries()) {
      const option = options[index]!;
      option.disabled = index > 0 && isRegular && !this.#columns[index - 1]!.keys;
      option.text = own.term(option.disabled ? 'notSorted' : 'sorted', index ? value : own.term('asWritten'));
    }
    if (options[this.#sortBy.selectedIndex]?.disabled) this.#sortBy.selectedIndex = 0;
    this.#sortBy.hidden = !isRegular;
    const column = isRegular ? this.#sortBy.selectedIndex - 1 : -1;
    this.#direction.hidden = column < 0;
    this.#direction.textContent = this.#isDescending ? '↓' : '↑';
    this.#direction.setAttribute('aria-label', own.term(this.#isDescending ? 'descending' : 'ascending'));

    const isSorted = column >= 0;
    if (isSorted && !this.host.matches(':state(sorted)')) {
      // As wide as the table has made its columns.
      const widths = headings.map((heading) => `minmax(0, ${heading.offsetWidth}fr)`);
      this.#widths = widths.join(' ');
    }
    if (this.#widths) enforceStyle(this.host, '--_columns', this.#widths);
    this.internals.states[isSorted ? 'add' : 'delete']('sorted');
    for (const [index, heading] of headings.entries()) {
      enforce(heading, 'aria-sort', index === column ? (this.#isDescending ? 'descending' : 'ascending') : null);
    }
    const sorted = isSorted ? sortedBy(rows, this.#columns[column]!.keys!, this.#isDescending) : rows;
    for (const [index, row] of sorted.entries()) enforceStyle(row, 'order', isSorted ? String(index) : null);
    // What is read follows what is seen. By ids, since Chromium does not heed `ariaOwnsElements`.
    const inBodies = new Map<Element | null, HTMLTableRowElement[]>([...table.tBodies].map((body) => [body, []]));
    for (const row of sorted) inBodies.get(row.parentElement)?.push(row);
    if (isSorted) this.#id ??= `dd-row-${count++}`;
    for (const [index, row] of this.#id ? rows.entries() : [])
      if (!row.id || row.id.startsWith('dd-row-')) enforce(row, 'id', isSorted ? `${this.#id}-${index}` : null);
    for (const [body, own] of inBodies)
      suggest(body!, 'aria-owns', isSorted ? own.map(({ id }) => id).join(' ') : null);

    const words = this.#filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = textOf(row).toLowerCase();
      const isShown = words.every((word) => text.includes(word));
      derive(row, 'data-filtered', isShown ? null : '');
      if (isShown) shown++;
    }
    this.#count.textContent = words.length ? own.term('rowsShown', shown, rows.length) : '';
  }

  #read(rows: readonly HTMLTableRowElement[], column: number, heading: string) {
    const cells = rows.map((row) => row.cells[column]!);
    const lang = langOf(this.host);
    const read = cells.map((cell) => ({ text: textOf(cell), status: cell.dataset['status'] }));
    const texts = JSON.stringify([lang, heading, read]);
    const known = this.#columns[column];
    return known?.texts === texts ? known : { texts, keys: sortKeysOf(read, lang, heading) };
  }
}

/** How many tables of the page have been sorted. */
let count = 0;

/** In the order of their keys; rows without one come last. */
function sortedBy(
  rows: readonly HTMLTableRowElement[],
  keys: readonly (Key | undefined)[],
  isDescending: boolean,
): HTMLTableRowElement[] {
  const direction = isDescending ? -1 : 1;
  const order = [...rows.keys()].sort((a, b) => {
    const [left, right] = [keys[a], keys[b]];
    if (!left || !right) return Number(!left) - Number(!right);
    // Two that are without an end are equal, and differ by no number.
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : direction * (left[at]! < right[at]! ? -1 : 1);
  });
  return order.map((index) => rows[index]!);
}

/** The language that an element is written in. */
function langOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang != null) return lang;
  }
  return '';
}
