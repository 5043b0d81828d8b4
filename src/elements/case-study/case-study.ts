import { ReactiveElement } from '@lit/reactive-element';
import { AddressController } from '../../controllers/address-controller.js';
import { ContentController } from '../../controllers/content-controller.js';
import { LinkController } from '../../controllers/link-controller.js';
import { PrintController } from '../../controllers/print-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { contentOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { sectionHeadings } from '../../internal/sections.js';
import { textOf } from '../../internal/text.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * The page of a writeup: sets the measure and the type, and styles the plain HTML inside it (headings, paragraphs,
 * lists, tables, code). Outside of it the stylesheet touches nothing but the library's own tags. Each section's heading
 * gets an id, where it has none, and a link to copy; the page can be had as Markdown and as data.
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
 * @csspart addresses - On paper, the addresses of the numbered links.
 * @csspart link - The link to the section whose heading the pointer or the arrow keys are on.
 * @cssproperty [--dd-measure=44rem] - Widest line of the page's column.
 * @cssproperty [--dd-gutter=clamp(1.125rem, 5vw, 3rem)] - Least space at either side of the column.
 * @cssproperty [--dd-section=4.5rem] - Space above a second-level heading.
 * @cssproperty [--dd-font=Inter, else the system's sans serif] - Font family of the page.
 * @cssproperty [--dd-text=1.0625rem] - Size of the running text.
 * @cssproperty [--dd-accent=light-dark(oklch(0.5 0.15 256), oklch(0.77 0.11 252))] - Colour of links and of the current place.
 */
export class CaseStudy extends ReactiveElement {
  /**
   * Colour scheme of the page, with its own paper. Without it the surrounding page's scheme and background stay,
   * as they do with any other value, of which a warning tells.
   *
   * - `light`: Dark ink on light paper, whatever the reader prefers.
   * - `dark`: Light ink on dark paper, whatever the reader prefers.
   * - `auto`: The surrounding page's `color-scheme`.
   */
  @oneOf(['light', 'dark', 'auto'])
  @property({ reflect: true })
  scheme?: 'light' | 'dark' | 'auto';

  #headings: HTMLElement[] = [];

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('./case-study.css?inline'),
    );
    new ContentController(this);
    new LinkController(this, { targets: () => this.#headings });
    new PrintController(this);
    new AddressController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The page as Markdown (GitHub's, with its alerts for callouts), without the outline. Loads what writes it. */
  async toMarkdown(): Promise<string> {
    const { toMarkdown } = await import('../../markdown/to-markdown.js');
    return toMarkdown(this);
  }

  /** The page as data: its title and its content in order, each element by its own `toJSON()`. */
  toJSON(): JsonOf<'case-study'> {
    return { type: 'case-study', title: textOf(this.querySelector('h1')), content: contentOf(this) };
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.#headings = sectionHeadings(this);
    if (this.querySelector('[data-tab-stop]')) {
      void whenLoaded(import('./code-stops.js'), ({ attendCode }) => attendCode(this));
    }
  }
}
