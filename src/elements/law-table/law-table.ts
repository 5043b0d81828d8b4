import { ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { html } from 'lit';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { DataContent } from '../../internal/data-content.js';
import { labelTable } from '../../internal/tables.js';
import { warn, warnContent } from '../../internal/warn.js';

/** A row of data: what each cell shows (text, a number, a node or a Lit template), keyed by its column's heading. */
export type LawTableRow = Readonly<Record<string, unknown>>;

/**
 * How the laws of distributed systems show themselves in a system: law, challenge, solution, trade-off. In a narrow
 * container every row becomes a record of labelled values and stays a table to assistive technology.
 *
 * ```html
 * <law-table>
 *   <table>
 *     <caption>The laws at work</caption>
 *     <thead><tr><th>Law</th><th>Challenge</th><th>Solution</th><th>Trade-off</th></tr></thead>
 *     <tbody>
 *       <tr><td>Correlated failure</td><td>A region goes dark</td><td>Active-active</td><td>Cost</td></tr>
 *     </tbody>
 *   </table>
 * </law-table>
 * ```
 *
 * @slot - A `<table>` with a header row and, best, a `<caption>`.
 */
export class LawTable extends ReactiveElement {
  /**
   * The rows as data, for pages that have no `<table>` to put inside: a `<table>` is made from them, with the first
   * row's keys as headings. Ignored, with a warning, while there is a `<table>` of the author's.
   */
  @property({ attribute: false }) rows?: readonly LawTableRow[];

  readonly #data = new DataContent(this, 'table');

  constructor() {
    super();
    new StylesheetController(this, () => import('./law-table.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(): void {
    const { isAuthored } = this.#data;
    if (isAuthored && this.rows) warn(this, 'has a <table> and rows: the table is shown. Remove one of the two.');
    this.#data.update(isAuthored || !this.rows ? undefined : tableContent(this.rows));

    const tables = this.querySelectorAll('table');
    for (const table of tables) for (const problem of labelTable(table)) warn(this, problem);
    warnContent(this, 'a <table>', tables.length ? undefined : 'has no <table>: put its content into one.');
  }
}

function tableContent(rows: readonly LawTableRow[]): unknown {
  const headings = Object.keys(rows[0] ?? {});
  return html`<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${headings.map((heading) => html`<td>${row[heading]}</td>`)}</tr>`)}</tbody>`;
}
