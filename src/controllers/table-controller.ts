import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { fragment, textOf } from '../internal/anchors.js';
import { element } from '../internal/data-content.js';
import { headingsOf } from '../internal/data-items.js';
import { type Form, showsData } from '../internal/data-property.js';
import type { JsonOf } from '../internal/json.js';
import { asData, rowsOf } from '../internal/read.js';
import { labelTables } from '../internal/tables.js';
import { warnContent } from '../internal/warn.js';
import { ControlsController } from './controls-controller.js';
import { wordsFor } from './words-controller.js';

/**
 * A row of data: what each cell shows (text, a number or a node), keyed by its column's heading. Any object, since one whose
 * type is an interface is no `Record`.
 */
export type TableRow = object;

/**
 * What the tables have in common: made from `rows` where there is none of the author's, its cells labelled, copied as CSV
 * and as Markdown, and every heading, row and cell with an address of its own.
 */
export class TableController implements ReactiveController {
  /** The line of buttons below the table. */
  readonly tools = element('div');

  readonly words = wordsFor(this.host);

  readonly #showData: () => void;

  constructor(private readonly host: ReactiveElement) {
    this.#showData = showsData(host, 'rows', 'table', tableOf);
    host.addController(this);
    const load = async () => {
      const { TableControls } = await import('./table-controls.js');
      return new TableControls(host, this);
    };
    new ControlsController(host, load, true);
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
    const hasTable = this.table !== null;
    const labelled = labelTables(host);
    warnContent(host, hasTable, labelled);
    this.tools.hidden = !hasTable;
    // The stylesheet's `display` for the part would win.
    this.tools.part.toggle('tools', hasTable);
    labelled.then(this.#mark);
    const cells = [...host.querySelectorAll<HTMLElement>('* + td')];
    if (cells.some(({ dataset, textContent }) => 'numeric' in dataset || /^\W*\d/.test(textContent)))
      import('../internal/align-numbers.js').then(({ alignNumbers }) => alignNumbers(host));
  }

  toJSON<Tag extends 'compare-table' | 'law-table' | 'resource-table'>(): JsonOf<Tag> {
    const { table, host } = this;
    const rows = table ? rowsOf(table) : [];
    return { ...asData<Tag>(host, { rows } as Partial<JsonOf<Tag>>, table), caption: textOf(table?.caption) };
  }

  /** Marks, and goes to, the part that the page's address names. */
  #mark = async (): Promise<void> => {
    if (!this.host.querySelector('[data-linked]') && !fragment().includes(':')) return;
    const { markLinkedCell } = await import('../internal/cell-addresses.js');
    markLinkedCell(this.host, this.table);
  };
}

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
