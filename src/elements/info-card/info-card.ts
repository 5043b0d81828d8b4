import { ReactiveElement } from '@lit/reactive-element';
import { CardLinkController } from '../../controllers/card-link-controller.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { boxAsData } from '../../internal/read.js';
import { warnContent } from '../../internal/warn.js';

/**
 * A framed card. Where it holds exactly one link and no other control, the whole card follows that link.
 *
 * ```html
 * <info-card>
 *   <h3>Problem space</h3>
 *   <p>Orders must never be lost, even while a whole region is away.</p>
 * </info-card>
 * ```
 *
 * @tag info-card
 * @slot - A heading and text, and, if wanted, one link; an `<svg>` or `<img>` that comes first is the card's icon.
 * @cssstate linked - The card holds exactly one link, and a press anywhere on it follows that link.
 */
export class InfoCard extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/card.css?inline'),
      () => import('./info-card.css?inline'),
    );
    new ContentController(this);
    new CardLinkController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The card as data: heading and content. */
  toJSON(): JsonOf<'info-card'> {
    return boxAsData(this);
  }

  protected override updated(): void {
    warnContent(this);
  }
}
