import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { TableController, type TableRow } from '../../controllers/table-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { withoutRoot } from '../../internal/roots.js';
import { whenLoaded } from '../../internal/when-loaded.js';

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

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/table.css?inline'),
      () => import('./law-table.css?inline'),
    );
    new ContentController(this);
    this.#table = new TableController(this, () => import('./law-controls.js'));
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The table as data: its caption, and `rows` as the property takes them; a second column of one name is `name (2)`. */
  toJSON(): JsonOf<'law-table'> {
    return this.#table.toJSON();
  }

  protected override updated(): void {
    // An attribute of that name sets nothing: it is named, too.
    if ((this.laws ?? this.getAttribute('laws')) != null)
      void whenLoaded(import('./explanation.js'), ({ ownLaws }) => ownLaws(this));
  }
}
