import { ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { warnUnknown } from '../../internal/warn.js';

/**
 * The page of a writeup: sets the measure and the type, and styles the plain HTML inside it (headings, paragraphs,
 * lists, tables, code). Outside of it the stylesheet touches nothing but the library's own tags.
 *
 * ```html
 * <case-study>
 *   <h1>Order Ledger: scale and architecture</h1>
 *   <p>What it gave up to survive the loss of a region.</p>
 * </case-study>
 * ```
 *
 * @tag case-study
 * @slot - The whole page, as ordinary HTML.
 * @cssproperty [--dd-measure=44rem] - Widest line of the page's column.
 * @cssproperty [--dd-gutter=clamp(1.125rem, 5vw, 3rem)] - Least space at either side of the column.
 * @cssproperty [--dd-section=4.5rem] - Space above a second-level heading.
 * @cssproperty [--dd-font=Inter, else the system's sans serif] - Font family of the page.
 * @cssproperty [--dd-text=1.0625rem] - Size of the running text.
 * @cssproperty [--dd-accent=light-dark(oklch(0.5 0.15 256), oklch(0.77 0.11 252))] - Colour of links and of the current place.
 */
export class CaseStudy extends ReactiveElement {
  /**
   * Colour scheme of the page, with its own paper: `light`, `dark`, or `auto` for the surrounding page's
   * `color-scheme`. Without it the surrounding page's scheme and background stay.
   */
  @property({ reflect: true }) scheme?: 'light' | 'dark' | 'auto';

  constructor() {
    super();
    new StylesheetController(this, () => import('./case-study.css?inline'));
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(): void {
    warnUnknown(this, 'scheme', this.scheme, ['light', 'dark', 'auto']);
  }
}
