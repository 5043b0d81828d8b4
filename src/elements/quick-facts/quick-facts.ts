import { type PropertyValues, ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { type Content, DataContent, element } from '../../internal/data-content.js';
import { labelTable } from '../../internal/tables.js';
import { warn, warnContent } from '../../internal/warn.js';

/** A fact of `facts`: each part is text, a number or a node. */
export interface Fact {
  label: Content;
  value: Content;
  /** Smaller text below the value. */
  note?: Content;
}

/**
 * The figures that a reader wants first: scale, throughput, availability, team. In a row where there is room for it.
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

  readonly #data = new DataContent(this);

  constructor() {
    super();
    new StylesheetController(this, () => import('./quick-facts.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { facts } = this;
    const isAuthored = this.#data.hasAuthored('dl, table');
    if (isAuthored && facts) warn(this, 'has markup and facts: the markup is shown. Remove one of the two.');
    this.#data.update(
      facts && !isAuthored ? () => element('dl', ...facts.map(groupOf)) : undefined,
      changed.has('facts'),
    );

    const mistakes = [...this.querySelectorAll('table')].flatMap(labelTable);
    if (!this.querySelector('dl, table')) mistakes.push('has neither a <dl> nor a <table>: put the facts into one.');
    warnContent(this, 'a <dl> or a <table>', mistakes);
  }
}

function groupOf({ label, value, note }: Fact): HTMLElement {
  return element('div', element('dt', label), element('dd', value), note == null ? note : element('dd', note));
}
