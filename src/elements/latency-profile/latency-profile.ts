import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import { showsData } from '../../internal/data-property.js';
import { type Fact, listOfFacts } from '../../internal/facts.js';
import { parseLatency } from '../../internal/figures.js';
import { property } from '../../internal/property.js';
import { factsAsData, factsOf, headingOf, type Json } from '../../internal/read.js';
import { labelTable } from '../../internal/tables.js';
import { warn, warnContent } from '../../internal/warn.js';

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

  readonly #showData = showsData(this, 'percentiles', 'dl, table', listOfFacts);
  readonly #axis = element('div');
  readonly #summary = element('p');
  readonly #words = wordsFor(this);

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
  toJSON(): Json {
    const heading = textOf(headingOf(this));
    return {
      type: this.localName,
      ...(heading && { heading }),
      ...(this.slo && { slo: this.slo }),
      percentiles: factsAsData(this.querySelector('dl, table')),
    };
  }

  protected override updated(): void {
    this.#showData();
    const mistakes = [...this.querySelectorAll('table')].flatMap(labelTable);
    const list = this.querySelector('dl, table');
    if (!list) mistakes.push('has neither a <dl> nor a <table>: put the percentiles into one.');
    warnContent(this, 'a <dl> or a <table> of percentiles', mistakes);
    this.#draw(factsOf(list));
  }

  #draw(facts: ReturnType<typeof factsOf>): void {
    const slo = this.slo ? parseLatency(this.slo)?.to : undefined;
    if (this.slo && !slo) warn(this, `cannot read slo="${this.slo}": write a number and its unit, such as 300 ms.`);
    const latencies = facts.map(({ values }) => parseLatency(textOf(values[0])));
    const known = latencies.flatMap((latency) => (latency && latency.from > 0 ? [latency.from, latency.to] : []));
    const ends = slo ? [...known, slo] : known;
    // Whole decades, so that the axis has round ends, and some room before the smallest, so that it has a bar.
    const first = Math.floor(Math.log10(ends.reduce((least, end) => Math.min(least, end), Infinity) * 0.8));
    const last = Math.max(first + 1, Math.ceil(Math.log10(ends.reduce((most, end) => Math.max(most, end), -Infinity))));
    const place = (ms: number) => ((Math.log10(ms) - first) / (last - first)) * 100;

    for (const [index, { values }] of facts.entries()) {
      const latency = latencies[index];
      const isKnown = latency && latency.from > 0;
      const [cell] = values;
      cell?.style.setProperty('--_from', isKnown ? String(place(latency.from)) : null);
      cell?.style.setProperty('--_to', isKnown ? String(place(latency.to)) : null);
      cell?.toggleAttribute('data-missed', Boolean(slo && isKnown && latency.to > slo));
    }
    const mark = (ms: number, name: string) => {
      const latency = this.#words.duration(ms);
      const words = element('span', name === 'slo' ? this.#words.term('objective', latency) : latency);
      const line = element('div', words);
      line.setAttribute('part', `line ${name}`.trim());
      words.setAttribute('part', `tick ${name && `${name}-tick`}`.trim());
      line.style.insetInlineStart = `${place(ms)}%`;
      return line;
    };
    const decades = known.length ? Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)) : [];
    // On a narrow screen there is room for three of them.
    const step = Math.ceil(decades.length / 3);
    const ticks = decades.map((ms, index) => mark(ms, index % step ? 'minor' : ''));
    this.#axis.replaceChildren(...ticks, ...(slo && known.length ? [mark(slo, 'slo')] : []));
    this.#summary.textContent = this.#describe(facts, latencies, slo);
  }

  #describe(
    facts: ReturnType<typeof factsOf>,
    latencies: ReturnType<typeof parseLatency>[],
    slo: number | undefined,
  ): string {
    const at = (percentile: string) =>
      latencies[facts.findIndex(({ label }) => textOf(label).replace(/^\D+|(?<=\d)\D+$/g, '') === percentile)];
    const [median, tail] = [at('50'), at('99')];
    const isSingle = median && tail && median.from === median.to && tail.from === tail.to && median.to > 0;
    const missed = slo ? facts.filter((_, index) => (latencies[index]?.to ?? 0) > slo) : [];
    // Nothing is said of what cannot be read.
    const isAllWithin = slo && facts.length && latencies.every(Boolean);
    const words = this.#words;
    return [
      isSingle ? words.term('tailRatio', words.number(Number((tail.to / median.to).toPrecision(2)))) : '',
      missed.length
        ? words.term('beyondObjective', missed.map(({ label }) => textOf(label)).join(words.term('comma')))
        : isAllWithin
          ? words.term('withinObjective')
          : '',
    ]
      .filter(Boolean)
      .join(' ');
  }
}
