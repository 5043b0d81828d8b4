import { type PropertyValues, ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { type Content, DataContent, element } from '../../internal/data-content.js';
import { labelTable } from '../../internal/tables.js';
import { warn, warnContent } from '../../internal/warn.js';

/** A row of data: what each cell shows (text, a number or a node), keyed by its column's heading. */
export type LawTableRow = Readonly<Record<string, Content>>;

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
 * @tag law-table
 * @slot - A `<table>` with a header row and, best, a `<caption>`.
 */
export class LawTable extends ReactiveElement {
  /**
   * The rows as data, for pages that have no `<table>` to put inside: a `<table>` is made from them, with the first
   * row's keys as headings. Ignored, with a warning, while there is a `<table>` of the author's.
   */
  @property({ attribute: false }) rows?: readonly LawTableRow[];

  readonly #data = new DataContent(this);

  constructor() {
    super();
    new StylesheetController(this, () => import('./law-table.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { rows } = this;
    const isAuthored = this.#data.hasAuthored('table');
    if (isAuthored && rows) warn(this, 'has a <table> and rows: the table is shown. Remove one of the two.');
    this.#data.update(rows && !isAuthored ? () => tableOf(rows) : undefined, changed.has('rows'));

    const tables = [...this.querySelectorAll('table')];
    const mistakes = tables.flatMap(labelTable);
    warnContent(this, 'a <table>', tables.length ? mistakes : ['has no <table>: put its content into one.']);
  }
}

function tableOf(rows: readonly LawTableRow[]): HTMLElement {
  const headings = Object.keys(rows[0] ?? {});
  const header = headings.map((heading) => {
    const cell = element('th', heading);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const body = rows.map((row) => element('tr', ...headings.map((heading) => element('td', row[heading]))));
  return element('table', element('thead', element('tr', ...header)), element('tbody', ...body));
}
