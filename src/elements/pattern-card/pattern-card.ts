import { property } from '@lit/reactive-element/decorators/property.js';
import { css, html, LitElement } from 'lit';
import { CardLinkController } from '../../controllers/card-link-controller.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { isSafeUrl } from '../../internal/urls.js';
import { warn, warnContent } from '../../internal/warn.js';

/**
 * An architecture pattern that the writeup applies, linked to where the pattern is explained. The link may stand inside
 * the card, around the card's content, or come from `href`; only the first two work without JavaScript.
 *
 * ```html
 * <pattern-card tier="gold">
 *   <h3><a href="/patterns/circuit-breaker">Circuit breaker</a></h3>
 *   <p>Stops one failure from spreading.</p>
 * </pattern-card>
 * ```
 *
 * @tag pattern-card
 * @slot - A heading and text, with a link inside or around them.
 * @csspart link - The link made from `href`.
 * @cssstate linked - The card holds exactly one link, and a press anywhere on it follows that link.
 */
export class PatternCard extends LitElement {
  static override styles = css`
    a {
      display: block;
      color: inherit;
      text-decoration: none;
      outline: none;
    }
    a::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: var(--dd-radius, 0.5rem);
    }
    a:focus-visible::after {
      outline: 2px solid var(--dd-accent, Highlight);
      outline-offset: 2px;
    }
    a:hover::after {
      box-shadow: inset 0 0 0 1px var(--dd-accent, Highlight);
    }
    a ::slotted(:last-child) {
      margin-block-end: 0;
    }
  `;

  /**
   * How proven the pattern is: `gold`, `silver` or `bronze`, shown above the heading. Any other word is shown too, in the
   * quiet colour of `silver`.
   */
  @property({ reflect: true }) tier?: 'gold' | 'silver' | 'bronze';

  /**
   * Where the whole card leads, for cards without an `<a>` of their own. `http`, `https`, `mailto` and relative
   * addresses are followed; for any other, and for a card that holds a link, no link is made.
   */
  @property() href?: string;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/card.css?inline'),
      () => import('./pattern-card.css?inline'),
    );
    new ContentController(this);
    new CardLinkController(this);
  }

  protected override updated(): void {
    warnContent(this, 'a heading, text and a link');
    if (this.href && !isSafeUrl(this.href)) {
      warn(this, `does not follow href="${this.href}": use http, https, mailto or a relative address.`);
    }
  }

  protected override render(): unknown {
    const isLink = this.href && isSafeUrl(this.href) && !this.querySelector('a[href]');
    return isLink ? html`<a part="link" href=${this.href}><slot></slot></a>` : html`<slot></slot>`;
  }
}
