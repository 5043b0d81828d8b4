import { property } from '@lit/reactive-element/decorators/property.js';
import { css, html, LitElement, nothing } from 'lit';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { warn, warnContent, warnUnknown } from '../../internal/warn.js';

/**
 * One number, large: a label, the figure with its unit, its trend, and how it stands against a target.
 *
 * ```html
 * <stat-card target="300" trend="down" better="lower">
 *   <h3>P99 latency</h3>
 *   <data value="210">210 <small>ms</small></data>
 * </stat-card>
 * ```
 *
 * @tag stat-card
 * @slot - A heading, then the figure as `<data value="…">` with its unit in `<small>`, or as a paragraph; then text.
 * @csspart meter - The bar that shows the figure against its target.
 */
export class StatCard extends LitElement {
  static override styles = css`
    svg {
      position: absolute;
      inset: auto 1.25rem 1rem;
      inline-size: calc(100% - 2.5rem);
      block-size: 0.25rem;
      border-radius: 1rem;
      background: var(--dd-line, GrayText);
      fill: var(--dd-accent, Highlight);
    }
    svg:dir(rtl) {
      transform: scaleX(-1);
    }
    .missed {
      fill: var(--dd-warning, Mark);
    }
    @media (forced-colors: active) {
      svg {
        outline: 1px solid;
      }
    }
  `;

  /** Where the figure is heading: `up`, `down` or `flat`. Any other value shows nothing. */
  @property({ reflect: true }) trend?: 'up' | 'down' | 'flat';

  /** Which way is good: `lower` or `higher`. Gives the trend its colour, and tells how to read `target` (`lower`). */
  @property({ reflect: true }) better?: 'lower' | 'higher';

  /** What the figure should stay below, or with `better="higher"` reach, in the unit of `<data value>`. */
  @property({ type: Number, reflect: true }) target?: number;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/card.css?inline'),
      () => import('./stat-card.css?inline'),
    );
    new ContentController(this);
  }

  /** The figure: the `value` of the first `<data>`. `NaN` where there is none or it is no number. */
  get value(): number {
    return Number.parseFloat(this.querySelector('data')?.value ?? '');
  }

  protected override updated(): void {
    warnUnknown(this, 'trend', this.trend, ['up', 'down', 'flat']);
    warnUnknown(this, 'better', this.better, ['lower', 'higher']);
    warnContent(this, 'a heading and a figure');
    if (this.target === undefined || !this.childElementCount) return;
    if (!(this.target > 0)) warn(this, 'needs a number above 0 as its target.');
    else if (Number.isNaN(this.value)) warn(this, 'has a target but no figure: add <data value="…"> with a number.');
  }

  protected override render(): unknown {
    const { target, value } = this;
    const hasMeter = target !== undefined && target > 0 && !Number.isNaN(value);
    return html`<slot></slot>${hasMeter ? this.#renderMeter(value, target) : nothing}`;
  }

  #renderMeter(value: number, target: number): unknown {
    const isMissed = this.better === 'higher' ? value < target : value > target;
    const text = `${value} of ${target}, target ${isMissed ? 'missed' : 'met'}`;
    // The bar is full at the target; what lies beyond it is told by the words and the colour.
    const width = Math.min(100, Math.max(0, (value / target) * 100));
    return html`<svg part="meter" role="img" aria-label=${text} viewBox="0 0 100 1" preserveAspectRatio="none">
      <title>${text}</title>
      <rect class=${isMissed ? 'missed' : ''} width=${width} height="1" />
    </svg>`;
  }
}
