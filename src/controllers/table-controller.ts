import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { fragment, textOf } from '../internal/anchors.js';
import { type Content, element } from '../internal/data-content.js';
import { headingsOf } from '../internal/data-items.js';
import { type Form, showsData } from '../internal/data-property.js';
import { type Json, rowsOf } from '../internal/read.js';
import { rootOf } from '../internal/roots.js';
import { labelTable } from '../internal/tables.js';
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
      loadIds: async () => {
        const { addressesOf } = await loadAddresses();
        return (cell) => addressesOf(host, this.table!).get(cell) ?? cell.id;
      },
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
    warnContent(host, tables.length > 0 && !mistakes.length);
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
    const load = () => import('../internal/table-text.js');
    // A browser lets a page copy only right after the click; what writes the text is there by then.
    for (const event of ['pointerenter', 'focus']) button.addEventListener(event, load, { once: true });
    button.addEventListener('click', async () => {
      const { copyTable } = await load();
      if (this.table) copyTable(this.table, name, button, this.words);
    });
    return button;
  }

  /** Marks, and goes to, the part that the page's address names. */
  #mark = async (): Promise<void> => {
    if (!this.host.querySelector('[data-linked]') && !fragment().includes(':')) return;
    const { markLinkedCell } = await loadAddresses();
    markLinkedCell(this.host, this.table);
  };
}

const loadAddresses = () => import('../internal/cell-addresses.js');

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
