import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { element, type Fact } from '../../internal/data-content.js';
import { showsData } from '../../internal/data-property.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { asData, factsAsData, headAsData } from '../../internal/read.js';
import { labelTables } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * Latency by percentile: a bar for each on one logarithmic axis, the objective across them, and how much slower the
 * slowest hundredth is than the median. Figures that cannot be read stay as they are written and get no bar.
 *
 * ```html
 * <latency-profile slo="300 ms">
 *   <dl>
 *     <div><dt>P50</dt><dd>38 ms</dd></div>
 *     <div><dt>P99</dt><dd>210 ms</dd></div>
 *     <div><dt>P99.9</dt><dd>1.45 s</dd></div>
 *   </dl>
 * </latency-profile>
 * ```
 *
 * @tag latency-profile
 * @slot - A heading, if wanted, and a `<dl>` or a `<table>`: percentile, latency, and notes.
 * @csspart axis - The box of the axis, as wide as the bars can be.
 * @csspart line - A line of the axis or of the objective.
 * @csspart tick - The label of a line.
 * @csspart slo - The line of the objective.
 * @csspart slo-tick - Its label.
 * @csspart summary - The line below: the tail ratio, and which percentiles miss the objective.
 */
export class LatencyProfile extends ReactiveElement {
  /** The objective, with its unit: `300 ms`, `1.5 s`. Anything that is no latency is ignored, with a warning. */
  @property() slo?: string;

  /**
   * The percentiles as data, for pages that have no markup to put inside: a `<dl>` is made from them. Ignored, with a
   * warning, while there is a `<dl>` or `<table>` of the author's.
   */
  @property({ attribute: false }) percentiles?: readonly Fact[];

  readonly #showData = showsData(this, 'percentiles', 'dl, table');
  readonly #axis = element('div');
  readonly #summary = element('p');
  readonly #words = wordsFor(this);
  #drawing?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./latency-profile.css?inline'));
    new ContentController(this);
    this.#axis.setAttribute('part', 'axis');
    this.#axis.ariaHidden = 'true';
    this.#summary.setAttribute('part', 'summary');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.replaceChildren(this.#axis, element('slot'), this.#summary);
    return root;
  }

  /** The profile as data; `percentiles` as the property takes them. */
  toJSON(): JsonOf<'latency-profile'> {
    const list = this.querySelector('dl, table');
    const { slo } = this;
    const summary = textOf(this.#summary);
    return asData(this, { slo, ...headAsData(list), percentiles: factsAsData(list), summary }, list);
  }

  protected override updated(): void {
    this.#showData();
    warnContent(this, Boolean(this.querySelector('dl, table')), labelTables(this));
    this.#drawing = whenLoaded(import('./drawing.js'), ({ drawProfile }) =>
      drawProfile(this, this.#axis, this.#summary, this.#words),
    );
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#drawing;
    return isDone;
  }
}
