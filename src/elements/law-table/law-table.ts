import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { TableController, type TableRow } from '../../controllers/table-controller.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { isRecord, keyOf } from '../../internal/laws.js';
import { derive } from '../../internal/own-attributes.js';
import { property } from '../../internal/property.js';
import { bodyRowsOf, pairsOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';

/**
 * How the laws of distributed systems show themselves in a system: law, challenge, solution, trade-off. In a narrow
 * container every row becomes a record of labelled values and stays a table to assistive technology. The names of the
 * laws explain themselves on demand; the table can be copied as CSV and Markdown, and each cell has an address.
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
 * @slot - A `<table>` with a header row and, best, a `<caption>`; then, if wanted, a `<details>` with a `<dl>` of laws
 *   and their explanations, which take the place of the built-in ones.
 * @csspart link - The link to the cell that the pointer or the arrow keys are on.
 * @csspart tools - The line of buttons below the table.
 * @csspart explanation - The box with a law's explanation.
 */
export class LawTable extends ReactiveElement {
  /**
   * The rows as data, for pages that have no `<table>` to put inside: a `<table>` is made from them, with the first
   * row's keys as headings. Ignored, with a warning, while there is a `<table>` of the author's.
   */
  @property({ attribute: false }) rows?: readonly TableRow[];

  /**
   * Explanations by the name of the law, in place of the seven built-in ones (and of those in a `<details>`). Upper and
   * lower case, hyphens and a number before the name (`Law 3:`) make no difference. What is no text is ignored, with a warning.
   */
  @property({ attribute: false }) laws?: Readonly<Record<string, string>>;

  readonly #table: TableController;
  readonly #explainAll = element('button');

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/table.css?inline'),
      () => import('./law-table.css?inline'),
    );
    new ContentController(this);
    this.#table = new TableController(this);
    this.#explainAll.setAttribute('part', 'button');
    this.#table.tools.append(this.#explainAll);
    this.#explainAll.ariaExpanded = 'false';
    this.#explainAll.addEventListener('click', (event) => {
      // The browser would open and close the box, too.
      event.preventDefault();
      void this.#explain(this.#lawCells(), this.#explainAll);
    });
    this.addEventListener('click', ({ target }) => {
      const cell = (target as Element).closest<HTMLElement>('[data-law]');
      if (cell && !(target as Element).closest('a, button')) void this.#explain([cell], cell);
    });
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The browser closes the box without a word.
    this.#explainAll.ariaExpanded = 'false';
  }

  /** The table as data: its caption, and `rows` as the property takes them; a second column of one name is `name (2)`. */
  toJSON(): JsonOf<'law-table'> {
    return this.#table.toJSON();
  }

  protected override updated(): void {
    const { laws } = this;
    const { table, words } = this.#table;
    const written = pairsOf(this.querySelector('details dl'));
    const names = isRecord(laws) ? Object.keys(laws) : written.map(({ term }) => term);
    const keys = new Set(names.map(keyOf));
    for (const row of table ? bodyRowsOf(table) : []) {
      const [cell] = row.cells;
      const key = keyOf(cell!);
      derive(cell!, 'data-law', (keys.size ? keys.has(key) : builtIn.test(key)) ? '' : null);
    }
    this.#explainAll.textContent = words.term('explainLaws');
    this.#explainAll.hidden = !this.#lawCells().length;
    // An attribute of that name sets nothing: it is named, too.
    if ((laws ?? this.getAttribute('laws')) != null) void this.#explain();
  }

  #lawCells(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-law]')];
  }

  /** Explains the laws in cells; without any, it tells what is wrong with the author's explanations. */
  async #explain(cells?: HTMLElement[], anchor?: HTMLElement): Promise<void> {
    const { explain } = await import('./explanation.js');
    explain(this, this.#table.words, this.#explainAll, cells, anchor);
  }
}

const builtIn =
  /^(correlated-failure|asynchronous-reality|emergent-chaos|multidimensional-optimization|distributed-knowledge|cognitive-load|economic-reality)$/;
