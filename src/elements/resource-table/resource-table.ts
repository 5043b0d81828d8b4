import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { TableController, type TableRow } from '../../controllers/table-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { bodyRowsOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { headerOf } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import { loaded } from '../../internal/when-loaded.js';

/**
 * What a system uses of its resources. A share such as `70%` or `60-80%` gets a meter, growth such as `Growing 20%/month`
 * or `+20%/month` the time in which it doubles. What may say anything else stays as it is written: a limit (`< 80%`), what is
 * free (`40% headroom`), a rate of something else (`20% per month cheaper`).
 *
 * ```html
 * <resource-table>
 *   <table>
 *     <thead><tr><th>Resource</th><th>Usage</th><th>Efficiency</th></tr></thead>
 *     <tbody>
 *       <tr><td>CPU</td><td>60-80%</td><td>High</td></tr>
 *       <tr><td>Storage</td><td>Growing 20%/month</td><td>Needs work</td></tr>
 *     </tbody>
 *   </table>
 * </resource-table>
 * ```
 *
 * @tag resource-table
 * @slot - A `<table>` with a header row: resource, usage, and what else there is to say.
 * @csspart link - The link to the cell that the pointer or the arrow keys are on.
 * @csspart tools - The line of buttons below the table.
 */
export class ResourceTable extends ReactiveElement {
  /**
   * The rows as data, for pages that have no `<table>` to put inside: a `<table>` is made from them, with the first
   * row's keys as headings. Ignored, with a warning, while there is a `<table>` of the author's.
   */
  @property({ attribute: false }) rows?: readonly TableRow[];

  readonly #table: TableController;
  #measuring?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/table.css?inline'),
      () => import('./resource-table.css?inline'),
    );
    new ContentController(this);
    this.#table = new TableController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The table as data: its caption, and `rows` as the property takes them; a second column of one name is `name (2)`. */
  toJSON(): JsonOf<'resource-table'> {
    return this.#table.toJSON();
  }

  protected override updated(): void {
    // What reads the shares is loaded where there are some, and stays.
    if (this.#measuring || textOf(this.#table.table).includes('%')) this.#measuring = this.#measure();
  }

  async #measure(): Promise<void> {
    const part = await loaded(import('./shares.js'));
    if (!part) return;
    const { measure } = part;
    const { table, words } = this.#table;
    const columns = [...((table && headerOf(table)?.cells) ?? [])].map(textOf);
    for (const { cells } of table ? bodyRowsOf(table) : []) {
      const [resource, ...values] = cells;
      const name = textOf(resource);
      for (const [index, cell] of values.entries())
        measure(cell, { column: columns[index + 1] ?? '', resource: name, isFirst: !index }, words);
    }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#measuring;
    return isDone;
  }
}
