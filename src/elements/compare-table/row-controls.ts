import type { ReactiveElement } from '@lit/reactive-element';
import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import { parseDuration, parseFigure, parseLatency } from '../../internal/figures.js';
import { parseMark } from '../../internal/marks.js';
import { bodyRowsOf } from '../../internal/read.js';
import { addStyles } from '../../internal/styles.js';
import { headerOf } from '../../internal/tables.js';
import { provide } from '../../internal/translations.js';
import css from './row-controls.css?inline';

/** What the controls say in English. */
export const rowWords = {
  $code: 'en',
  sortBy: 'Sort by',
  sorted: (column: string) => `Sort: ${column}`,
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
    const isRegular = !hasTitles && rows.every((row) => row.cells.length === headings.length);
    const names = [asWritten, ...headings.map(textOf)];
    if (names.join() !== [...this.#sortBy.options].map(({ value }) => value).join()) {
      this.#sortBy.replaceChildren();
      for (const name of names) this.#sortBy.append(new Option(name, name));
    }
    for (const option of this.#sortBy.options)
      option.text = own.term('sorted', option.value === asWritten ? own.term('asWritten') : option.value);
    this.#sortBy.hidden = !isRegular;
    const column = isRegular ? this.#sortBy.selectedIndex - 1 : -1;
    this.#direction.hidden = column < 0;
    this.#direction.textContent = this.#isDescending ? '↓' : '↑';
    this.#direction.setAttribute('aria-label', own.term(this.#isDescending ? 'descending' : 'ascending'));

    const isSorted = column >= 0;
    if (isSorted && !this.host.matches(':state(sorted)')) {
      // As wide as the table has made its columns.
      const widths = headings.map((heading) => `minmax(0, ${heading.offsetWidth}fr)`);
      this.host.style.setProperty('--_columns', widths.join(' '));
    }
    this.internals.states[isSorted ? 'add' : 'delete']('sorted');
    for (const [index, heading] of headings.entries()) {
      if (index === column) heading.ariaSort = this.#isDescending ? 'descending' : 'ascending';
      else heading.ariaSort = null;
    }
    const sorted = isSorted ? sortedBy(rows, column, this.#isDescending) : rows;
    for (const [index, row] of sorted.entries()) row.style.order = isSorted ? String(index) : '';
    // What is read follows what is seen, where the browser can be told.
    const inBodies = new Map<Element | null, HTMLTableRowElement[]>([...table.tBodies].map((body) => [body, []]));
    for (const row of sorted) inBodies.get(row.parentElement)?.push(row);
    for (const [body, own] of inBodies) body!.ariaOwnsElements = isSorted ? own : null;

    const words = this.#filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = textOf(row).toLowerCase();
      const isShown = words.every((word) => text.includes(word));
      row.toggleAttribute('data-filtered', !isShown);
      if (isShown) shown++;
    }
    this.#count.textContent = words.length ? own.term('rowsShown', shown, rows.length) : '';
  }
}

/** By figures where a column has them, by marks, or else by its words; rows without a figure come last. */
function sortedBy(rows: readonly HTMLTableRowElement[], column: number, isDescending: boolean): HTMLTableRowElement[] {
  const texts = new Map(rows.map((row) => [row, textOf(row.cells[column])]));
  const textIn = (row: HTMLTableRowElement) => texts.get(row)!;
  const order = ['good', 'fair', 'bad'];
  const readers: ((text: string) => number | undefined)[] = [
    (text) => (/^[^\p{L}]*\p{L}\D*\d/u.test(text) && parseDuration(text)) || parseLatency(text)?.from,
    (text) => parseFigure(text)?.from,
    (text) => {
      const mark = parseMark(text);
      return mark && order.indexOf(mark.status);
    },
  ];
  const read = readers.find(
    (reader) => rows.filter((row) => reader(textIn(row)) !== undefined).length > rows.length / 2,
  );
  const direction = isDescending ? -1 : 1;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const values = new Map(rows.map((row) => [row, read?.(textIn(row))]));
  return [...rows].sort((a, b) => {
    if (!read) return direction * compare(textIn(a), textIn(b));
    const [left, right] = [values.get(a), values.get(b)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return direction * (left - right);
  });
}
