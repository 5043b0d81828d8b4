import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { boxAsData } from '../../internal/read.js';
import { rootOf, withoutRoot } from '../../internal/roots.js';
import { warnContent, warnOf } from '../../internal/warn.js';

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
 * @csspart meter - The track whose end is the target.
 * @csspart bar - The bar on it.
 * @csspart missed - The bar where the target is missed.
 */
export class StatCard extends ReactiveElement {
  /**
   * Where the figure is heading, as an arrow. Any other value shows nothing, with a warning.
   *
   * - `up`: It rises.
   * - `down`: It falls.
   * - `flat`: It stays as it is.
   */
  @oneOf(['up', 'down', 'flat'])
  @property({ reflect: true })
  trend?: 'up' | 'down' | 'flat';

  /**
   * Which way is good. Gives the trend its colour, and tells how to read `target`. Any other value is as none, with a
   * warning.
   *
   * - `lower`: A figure that falls is good, and `target` is its upper limit. So it is read where this is absent, too.
   * - `higher`: A figure that rises is good, and `target` is what it has to reach.
   */
  @oneOf(['lower', 'higher'])
  @property({ reflect: true })
  better?: 'lower' | 'higher';

  /** What the figure should stay below, or with `better="higher"` reach, in the unit of `<data value>`. */
  @property({ type: Number, reflect: true }) target?: number;

  readonly #bar = element('div');
  readonly #meter = element('div', this.#bar);
  readonly #words = wordsFor(this);

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/card.css?inline'),
      () => import('./stat-card.css?inline'),
    );
    new ContentController(this);
    this.#meter.setAttribute('part', 'meter');
    this.#meter.role = 'img';
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The figure: the `value` of the first `<data>`. `NaN` where there is none or it is no number. */
  get value(): number {
    return Number.parseFloat(this.querySelector('data')?.value ?? '');
  }

  /** The card as data: figure, target, trend, heading and content. */
  toJSON(): JsonOf<'stat-card'> {
    const { value, trend, better } = this;
    const target = this.#target;
    return boxAsData(this, { value: Number.isNaN(value) ? undefined : value, target, trend, better });
  }

  /** Frameworks set what an author writes as an attribute as the property: a text. */
  get #target(): number | undefined {
    return this.target && Number(this.target);
  }

  protected override updated(): void {
    this.#words.label(this, this.trend);
    warnContent(this);
    const { value } = this;
    const target = this.#target;
    if (target !== undefined && this.childElementCount) {
      if (!(target > 0)) warnOf(this, 'target');
      else if (Number.isNaN(value)) warnOf(this, 'noFigure');
    }
    const hasMeter = target !== undefined && target > 0 && !Number.isNaN(value);
    if (hasMeter) this.#measure(value, target);
    else this.#meter.remove();
  }

  #measure(value: number, target: number): void {
    if (!this.#meter.parentNode) rootOf(this).append(this.#meter);
    const isMissed = this.better === 'higher' ? value < target : value > target;
    const words = this.#words;
    const text = words.term(isMissed ? 'targetMissed' : 'targetMet', words.number(value), words.number(target));
    this.#meter.ariaLabel = text;
    this.#meter.title = text;
    this.#bar.setAttribute('part', isMissed ? 'bar missed' : 'bar');
    // The bar is full at the target; what lies beyond it is told by the words and the colour.
    this.#bar.style.inlineSize = `${Math.min(100, Math.max(0, (value / target) * 100))}%`;
  }
}
