import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { TableController, type TableRow } from '../../controllers/table-controller.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { markCells } from '../../internal/marks.js';
import { property } from '../../internal/property.js';
import { textOf } from '../../internal/text.js';
import { loaded, whenLoaded } from '../../internal/when-loaded.js';
import type { RowControls } from './row-controls.js';

/** Sorting and filtering help from eight rows on. The stylesheet keeps room for the controls by the same selector. */
const eighthRow = 'tbody > tr:nth-child(8)';

/**
 * Any other matrix: decisions, alternatives, prevention, costs. A mark that a cell begins with (✅ ❌ ⚠️ 🟢 🟡 🔴, or just
 * Yes, No, Partly) is drawn alike everywhere and named where it stands alone. From eight rows on, readers sort and filter;
 * the author's rows stay where they are. A wide table scrolls beside its first column, a narrow container shows records.
 *
 * ```html
 * <compare-table>
 *   <table>
 *     <caption>Where to keep the order log</caption>
 *     <thead><tr><th>Store</th><th>Survives a region</th><th>Cost</th></tr></thead>
 *     <tbody>
 *       <tr><td>One database</td><td>❌</td><td>Low</td></tr>
 *       <tr><td>Replicated log</td><td>✅</td><td>High</td></tr>
 *     </tbody>
 *   </table>
 * </compare-table>
 * ```
 *
 * @tag compare-table
 * @slot - A `<table>` with a header row and, best, a `<caption>`.
 * @csspart controls - The line above a long table: sort, direction, filter.
 * @csspart scroller - The box around the table, which scrolls where the table is too wide.
 * @csspart link - The link to the cell that the pointer or the arrow keys are on.
 * @csspart tools - The line of buttons below the table.
 * @cssstate fitting - The table is not too wide for its box, so its headings stay in sight while the page scrolls.
 * @cssstate sorted - The reader has asked for another order than the author's.
 */
export class CompareTable extends ReactiveElement {
  /**
   * The rows as data, for pages that have no `<table>` to put inside: a `<table>` is made from them, with the first
   * row's keys as headings. Ignored, with a warning, while there is a `<table>` of the author's.
   */
  @property({ attribute: false }) rows?: readonly TableRow[];

  readonly #internals = this.attachInternals();
  readonly #table: TableController;
  readonly #scroller = element('div', element('slot'));
  /** What scrolls can be reached by keys, and has a name. */
  readonly #sizes = new ResizeObserver(() => {
    this.#marks?.fitMarks(this, this.#scroller);
    const isScrolled = this.#scroller.scrollWidth > this.#scroller.clientWidth;
    if (isScrolled) this.#scroller.tabIndex = 0;
    else this.#scroller.removeAttribute('tabindex');
    this.#scroller.role = isScrolled ? 'group' : null;
    this.#internals.states[isScrolled ? 'delete' : 'add']('fitting');
    this.#scroller.ariaLabel = isScrolled
      ? textOf(this.#table.table?.caption) || this.#table.words.term('table')
      : null;
  });
  /** What draws marks, once there is one. */
  #marks?: typeof import('../../internal/drawn-marks.js');
  #drawing?: Promise<void>;
  #rowControls?: RowControls;
  #arranging?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/table.css?inline'),
      () => import('./compare-table.css?inline'),
    );
    new ContentController(this);
    this.#table = new TableController(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#scroller.setAttribute('part', 'scroller');
    root.replaceChildren(this.#scroller, this.#table.tools);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this.#scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#marks?.drawMarks(this);
    this.#sizes.disconnect();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#drawing;
    await this.#arranging;
    return isDone;
  }

  /**
   * The table as data: its caption, `rows` as the property takes them (a second column of one name is
   * `name (2)`), and what marks that stand alone mean.
   */
  toJSON(): JsonOf<'compare-table'> {
    const named = [...this.querySelectorAll<HTMLElement>('[data-name]')].filter(({ dataset }) => dataset['name']);
    const marks = Object.fromEntries(named.map((cell) => [textOf(cell), cell.dataset['name']!]));
    return { ...this.#table.toJSON(), ...(named.length && { marks }) };
  }

  protected override updated(): void {
    const { table } = this.#table;
    // An update that was asked for before it was detached would mark what nobody forgets any more.
    if (!table || !this.isConnected) return;
    // Other words may need to scroll in a box that is as large as before.
    this.#sizes.unobserve(this.#scroller);
    this.#sizes.observe(this.#scroller);
    const marked = markCells(this, table.querySelectorAll<HTMLElement>('tbody td'), this.#table.words);
    if (marked.length || this.#marks) this.#drawing = this.#draw(marked);
    const isLong = Boolean(this.querySelector(eighthRow));
    if (isLong || this.#rowControls) this.#arranging = this.#arrange(table, isLong);
  }

  async #draw(marked: [HTMLElement, number][]): Promise<void> {
    this.#marks ??= await loaded(import('../../internal/drawn-marks.js'));
    if (!this.#marks || !this.isConnected) return;
    this.#marks.drawMarks(this, marked);
    this.#marks.fitMarks(this, this.#scroller);
  }

  async #arrange(table: HTMLTableElement, isLong: boolean): Promise<void> {
    await whenLoaded(import('./row-controls.js'), ({ RowControls }) => {
      this.#rowControls ??= new RowControls(this, this.#internals, this.#table.words);
      this.#rowControls.node.hidden = !isLong;
      if (isLong) this.#rowControls.update(table);
    });
  }
}
