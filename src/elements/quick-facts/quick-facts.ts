import { ReactiveElement } from '@lit/reactive-element';
import { property } from '@lit/reactive-element/decorators/property.js';
import { html, nothing } from 'lit';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { DataContent } from '../../internal/data-content.js';
import { labelTable } from '../../internal/tables.js';
import { warn, warnContent } from '../../internal/warn.js';

/** A fact of `facts`: each part is text, a number, a node or a Lit template. */
export interface Fact {
  label: unknown;
  value: unknown;
  /** Smaller text below the value. */
  note?: unknown;
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
 * @slot - A heading, if wanted, and a `<dl>` or a `<table>` of two or more columns: label, value, and notes.
 * @cssproperty [--dd-fact-min=8.25rem] - Narrowest that a fact gets before there are fewer in a row.
 */
export class QuickFacts extends ReactiveElement {
  /**
   * The facts as data, for pages that have no markup to put inside: a `<dl>` is made from them. Ignored, with a
   * warning, while there is a `<dl>` or `<table>` of the author's.
   */
  @property({ attribute: false }) facts?: readonly Fact[];

  readonly #data = new DataContent(this, 'dl');

  constructor() {
    super();
    new StylesheetController(this, () => import('./quick-facts.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(): void {
    const tables = this.querySelectorAll('table');
    const isAuthored = this.#data.isAuthored || tables.length > 0;
    if (isAuthored && this.facts) warn(this, 'has markup and facts: the markup is shown. Remove one of the two.');
    this.#data.update(isAuthored ? undefined : this.facts?.map(factContent));

    for (const table of tables) for (const problem of labelTable(table)) warn(this, problem);
    const mistake = 'has neither a <dl> nor a <table>: put the facts into one.';
    warnContent(this, 'a <dl> or a <table>', this.querySelector('dl, table') ? undefined : mistake);
  }
}

function factContent({ label, value, note }: Fact): unknown {
  return html`<div><dt>${label}</dt><dd>${value}</dd>${note == null ? nothing : html`<dd>${note}</dd>`}</div>`;
}
