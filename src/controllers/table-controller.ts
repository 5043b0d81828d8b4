import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { element } from '../internal/data-content.js';
import { showsData } from '../internal/data-property.js';
import { fragment } from '../internal/fragment.js';
import type { JsonOf } from '../internal/json.js';
import { asData, rowsOf } from '../internal/read.js';
import { labelTables } from '../internal/tables.js';
import { textOf } from '../internal/text.js';
import { warnContent } from '../internal/warn.js';
import { whenLoaded } from '../internal/when-loaded.js';
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

  /** @param also what else a reader uses of this table, loaded with the buttons */
  constructor(
    private readonly host: ReactiveElement,
    also?: () => Promise<{ addControls(host: ReactiveElement, table: TableController): void }>,
  ) {
    this.#showData = showsData(host, 'rows', 'table');
    host.addController(this);
    const load = async () => {
      const [{ TableControls }, others] = await Promise.all([import('./table-controls.js'), also?.()]);
      others?.addControls(host, this);
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
      void whenLoaded(import('../internal/align-numbers.js'), ({ alignNumbers }) => alignNumbers(host));
  }

  toJSON<Tag extends 'compare-table' | 'law-table' | 'resource-table'>(): JsonOf<Tag> {
    const { table, host } = this;
    const rows = table ? rowsOf(table) : [];
    return { ...asData<Tag>(host, { rows } as Partial<JsonOf<Tag>>, table), caption: textOf(table?.caption) };
  }

  /** Marks, and goes to, the part that the page's address names. */
  #mark = async (): Promise<void> => {
    if (!this.host.querySelector('[data-linked]') && !fragment().includes(':')) return;
    await whenLoaded(import('../internal/cell-addresses.js'), ({ markLinkedCell }) =>
      markLinkedCell(this.host, this.table),
    );
  };
}
