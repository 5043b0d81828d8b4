import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { Fact } from '../../internal/data-content.js';
import { showsData } from '../../internal/data-property.js';
import type { JsonOf } from '../../internal/json.js';
import { derive } from '../../internal/own-attributes.js';
import { property } from '../../internal/property.js';
import { asData, factsAsData, factsOf, headAsData } from '../../internal/read.js';
import { labelTables } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';
import { loaded } from '../../internal/when-loaded.js';

/**
 * The figures that a reader wants first: scale, throughput, availability, team. In a row where there is room for it, and
 * with what an availability means in downtime a year.
 *
 * ```html
 * <quick-facts>
 *   <h2>Quick facts</h2>
 *   <dl>
 *     <div><dt>Scale</dt><dd>42 M users</dd></div>
 *     <div><dt>Availability</dt><dd>99.98%</dd></div>
 *   </dl>
 * </quick-facts>
 * ```
 *
 * @tag quick-facts
 * @slot - A heading, if wanted, and a `<dl>` or a `<table>` of two or more columns: label, value, and notes.
 */
export class QuickFacts extends ReactiveElement {
  /**
   * The facts as data, for pages that have no markup to put inside: a `<dl>` is made from them. Ignored, with a
   * warning, while there is a `<dl>` or `<table>` of the author's.
   */
  @property({ attribute: false }) facts?: readonly Fact[];

  readonly #showData = showsData(this, 'facts', 'dl, table');
  readonly #words = wordsFor(this);
  #reckoning?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./quick-facts.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The facts as data, as the property takes them. */
  toJSON(): JsonOf<'quick-facts'> {
    const list = this.querySelector('dl, table');
    const { downtime } = this.dataset;
    return asData(this, { ...headAsData(list), facts: factsAsData(list), downtime }, list);
  }

  protected override updated(): void {
    this.#showData();
    const list = this.querySelector('dl, table');
    warnContent(this, Boolean(list), labelTables(this));
    if (this.#reckoning || textOf(list).includes('%')) this.#reckoning = this.#reckon();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#reckoning;
    return isDone;
  }

  async #reckon(): Promise<void> {
    const part = await loaded(import('./downtime.js'));
    if (!part) return;
    const { downtimeOf } = part;
    const notes = factsOf(this.querySelector('dl, table')).flatMap(
      ({ label, values: [value] }) => downtimeOf(textOf(label), textOf(value), this.#words) ?? [],
    );
    derive(this, 'data-downtime', [...new Set(notes)].join('; ') || null);
  }
}
