import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { fragment, slug, textOf } from '../internal/anchors.js';
import { copyText } from '../internal/clipboard.js';
import { type Content, element } from '../internal/data-content.js';
import { headingsOf } from '../internal/data-items.js';
import { type Form, showsData } from '../internal/data-property.js';
import { bodyRowsOf, type Json, rowsOf } from '../internal/read.js';
import { rootOf } from '../internal/roots.js';
import { headerOf, labelTable } from '../internal/tables.js';
import { warnContent } from '../internal/warn.js';
import { LinkController } from './link-controller.js';
import { NearViewportController } from './near-viewport-controller.js';
import { TabKeyController } from './tab-key-controller.js';
import { wordsFor } from './words-controller.js';

/** How near a table is, in CSS pixels, when it gets its buttons. */
const near = 400;

/** A row of data: what each cell shows (text, a number or a node), keyed by its column's heading. */
export type TableRow = Readonly<Record<string, Content>>;

/**
 * What the tables have in common: made from `rows` where there is none of the author's, its cells labelled, copied as CSV
 * and as Markdown, and every heading, row and cell with an address of its own.
 */
export class TableController implements ReactiveController {
  /** The line of buttons below the table. */
  readonly tools = element('div');

  readonly words = wordsFor(this.host);

  readonly #showData: () => void;
  readonly #copyAs = document.createTextNode('');
  #copyButtons: HTMLElement[] = [];

  constructor(private readonly host: ReactiveElement) {
    this.#showData = showsData(host, 'rows', 'table', tableOf);
    this.tools.setAttribute('part', 'tools');
    host.addController(this);
    new NearViewportController(host, near, this.#showTools);
    new TabKeyController(host, this.#showTools);
    new LinkController(host, {
      targets: () => [...(this.table?.querySelectorAll<HTMLElement>('th, td') ?? [])],
      idOf: (cell) => this.#ids().get(cell) ?? cell.id,
      columns: () => this.table?.rows[0]?.cells.length ?? 1,
    });
  }

  /** The first table inside the host. */
  get table(): HTMLTableElement | null {
    return this.host.querySelector('table');
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#mark);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#mark);
  }

  hostUpdate(): void {
    const { host } = this;
    this.#showData();
    const tables = [...host.querySelectorAll('table')];
    const mistakes = tables.flatMap(labelTable);
    warnContent(host, 'a <table>', tables.length ? mistakes : ['has no <table>: put its content into one.']);
    this.#labelTools();
    this.tools.hidden = !tables.length;
    // The stylesheet's `display` for the part would win.
    this.tools.part.toggle('tools', !!tables.length);
    this.#mark();
  }

  toJSON(): Json {
    const { table, host } = this;
    return { type: host.localName, caption: textOf(table?.caption), rows: table ? rowsOf(table) : [] };
  }

  /** The stylesheet keeps their room. */
  #showTools = (): void => {
    if (this.#copyButtons.length) return;
    this.#copyButtons = [this.#copyButton('CSV'), this.#copyButton('Markdown')];
    this.tools.prepend(this.#copyAs, ...this.#copyButtons);
    this.#labelTools();
    if (!this.tools.parentNode) rootOf(this.host).append(this.tools);
  };

  #labelTools(): void {
    this.#copyAs.data = this.words.term('copyAs');
    for (const button of this.#copyButtons) button.ariaLabel = this.words.term('copyTableAs', button.textContent!);
  }

  #copyButton(name: 'CSV' | 'Markdown'): HTMLElement {
    const button = element('button', name);
    button.setAttribute('part', 'button');
    const status = element('span');
    status.setAttribute('role', 'status');
    const load = () => import('../internal/table-text.js');
    // A browser lets a page copy only right after the click; what writes the text is there by then.
    for (const event of ['pointerenter', 'focus']) button.addEventListener(event, load, { once: true });
    button.addEventListener('click', async () => {
      if (!this.table) return;
      status.textContent = '';
      const { [`tableAs${name}` as const]: write } = await load();
      const isCopied = await copyText(write(this.table));
      status.textContent = this.words.term(isCopied ? 'wasCopied' : 'cannotCopy');
      button.after(status);
    });
    return button;
  }

  /**
   * The addresses of all cells: the table's, the row's and the column's name. A row's is that of its first cell; rows of
   * one name are counted.
   */
  #ids(): Map<Element, string> {
    const ids = new Map<Element, string>();
    const { table, host } = this;
    if (!table) return ids;
    const header = headerOf(table);
    const start = table.id || host.id || slug(textOf(table.caption)) || this.#tagAndNumber();
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
        const id =
          row === header
            ? `${start}::${slug(textOf(cell))}`
            : (!column && row.id) || `${start}:${name}${count}${column && `:${column}`}`;
        ids.set(cell, cell.id || id);
      }
    }
    return ids;
  }

  /** The tag, with a number from the second such element on. */
  #tagAndNumber(): string {
    const { localName } = this.host;
    const index = [...(this.host.getRootNode() as ParentNode).querySelectorAll(localName)].indexOf(this.host);
    return index > 0 ? `${localName}_${index}` : localName;
  }

  /** Marks, and goes to, the part that the page's address names. */
  #mark = (): void => {
    const wanted = fragment();
    const marked = this.host.querySelector('[data-linked]');
    if (!marked && !wanted.includes(':')) return;
    const [cell] = [...this.#ids()].find(([, id]) => id === wanted) ?? [];
    if (cell === marked) return;
    marked?.removeAttribute('data-linked');
    cell?.setAttribute('data-linked', '');
    cell?.scrollIntoView({ block: 'center' });
  };
}

const nameOf = (row: HTMLTableRowElement) => slug(textOf(row.cells[0])) || `row-${row.rowIndex}`;

const tableOf: Form = (rows, data) => {
  const headings = headingsOf(data);
  const header = headings.map((heading) => {
    const cell = element('th', heading);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const body = rows.map((read) =>
    element(
      'tr',
      headings.map((heading) => element('td', read(heading))),
    ),
  );
  return element('table', element('thead', element('tr', header)), element('tbody', body));
};
