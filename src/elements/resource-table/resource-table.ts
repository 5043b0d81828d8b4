import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { TableController, type TableRow } from '../../controllers/table-controller.js';
import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { parseFigure, parseGrowth } from '../../internal/figures.js';
import { property } from '../../internal/property.js';
import { bodyRowsOf, type Json } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';

/**
 * What a system uses of its resources. A share such as `70%` or `60-80%` gets a meter, a growth rate such as
 * `20%/month` the time in which it doubles. Figures that cannot be read stay as they are written.
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

  /** The table as data: its caption, and `rows` as the property takes them. */
  toJSON(): Json {
    return this.#table.toJSON();
  }

  protected override updated(): void {
    const { table } = this.#table;
    for (const row of table ? bodyRowsOf(table) : [])
      for (const cell of [...row.cells].slice(1)) measure(cell, this.#table.words);
  }
}

/** Tells the stylesheet what to draw in a cell: from where to where, or in what time growth doubles or halves. */
function measure(cell: HTMLElement, words: WordsController): void {
  const text = textOf(cell);
  const share = parseFigure(text);
  // More than a whole cannot be drawn, a rate is no share; the words say both.
  const isRate = /^%\s*(\/|(per|an?|each|every|(dai|hour|week|month|year)ly)\b)/;
  const isShare = share && /^%/.test(share.unit) && !isRate.test(share.unit) && share.to <= 100;
  cell.toggleAttribute('data-meter', Boolean(isShare));
  cell.style.setProperty('--_from', isShare ? String(share.from < share.to ? share.from : 0) : null);
  cell.style.setProperty('--_to', isShare ? String(share.to) : null);

  const growth = parseGrowth(text);
  const periods = growth && Math.LN2 / Math.abs(Math.log1p(growth.rate));
  if (!growth || !periods || !Number.isFinite(periods)) {
    delete cell.dataset['growth'];
  } else {
    // There is no unit of a quarter to write a number with.
    const isQuarter = growth.period === 'quarter';
    const count = Number((isQuarter ? 3 * periods : periods).toPrecision(2));
    const time = words.span(count, isQuarter ? 'month' : growth.period);
    cell.dataset['growth'] = words.term(growth.rate > 0 ? 'doubles' : 'halves', time);
  }
}
