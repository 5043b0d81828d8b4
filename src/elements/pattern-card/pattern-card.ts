import { ReactiveElement } from '@lit/reactive-element';
import { CardLinkController } from '../../controllers/card-link-controller.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { boxAsData } from '../../internal/read.js';
import { rootOf, withoutRoot } from '../../internal/roots.js';
import { isSafeUrl } from '../../internal/urls.js';
import { warnContent, warnOf } from '../../internal/warn.js';

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
export class PatternCard extends ReactiveElement {
  /**
   * How proven the pattern is, shown above the heading. Any other word is shown too, in the quiet colour of `silver`, with a
   * warning.
   *
   * - `gold`: Proven in many systems.
   * - `silver`: Proven in some.
   * - `bronze`: Proven in few.
   */
  @oneOf(['gold', 'silver', 'bronze'])
  @property({ reflect: true })
  tier?: 'gold' | 'silver' | 'bronze';

  /**
   * Where the whole card leads, for cards without an `<a>` of their own. `http`, `https`, `mailto` and relative
   * addresses are followed; for any other, and for a card that holds a link, no link is made.
   */
  @property() href?: string;

  readonly #link = document.createElement('a');
  readonly #words = wordsFor(this);

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/card.css?inline'),
      () => import('./pattern-card.css?inline'),
    );
    new ContentController(this);
    new CardLinkController(this);
    this.#link.setAttribute('part', 'link');
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The card as data: tier, address, heading and content. */
  toJSON(): JsonOf<'pattern-card'> {
    return boxAsData(this, { tier: this.tier, href: this.querySelector('a')?.href ?? this.href });
  }

  protected override updated(): void {
    this.#words.label(this, this.tier);
    warnContent(this);
    const { href } = this;
    const isSafe = href && isSafeUrl(href);
    if (href && !isSafe) warnOf(this, 'unsafeHref', href);
    const isLink = isSafe && !this.querySelector('a[href]');
    if (isLink) this.#link.href = href;
    if (!isLink && !this.#link.parentNode) return;
    const root = rootOf(this);
    const slot = root.querySelector('slot')!;
    root.replaceChildren(isLink ? this.#link : slot);
    if (isLink) this.#link.append(slot);
  }
}
