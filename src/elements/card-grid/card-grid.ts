import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { boxAsData } from '../../internal/read.js';
import { warnContent } from '../../internal/warn.js';

/**
 * Cards, or any elements, in as many columns of equal width as its container has room for.
 *
 * ```html
 * <card-grid>
 *   <info-card><h3>Problem space</h3><p>Orders must never be lost.</p></info-card>
 *   <info-card><h3>Constraints</h3><p>Two data-residency zones.</p></info-card>
 * </card-grid>
 * ```
 *
 * @tag card-grid
 * @slot - Cards or any other elements. Headings and paragraphs take a whole row.
 * @cssproperty [--dd-card-min=12.5rem] - Narrowest that a column gets before there is one less.
 * @cssproperty [--dd-space=1rem] - Space between the cards.
 */
export class CardGrid extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(this, () => import('./card-grid.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The grid as data: each card in order. */
  toJSON(): JsonOf<'card-grid'> {
    return boxAsData(this);
  }

  protected override updated(): void {
    warnContent(this);
  }
}
