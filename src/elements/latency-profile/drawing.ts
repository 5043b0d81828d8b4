import type { WordsController } from '../../controllers/words-controller.js';
import { element } from '../../internal/data-content.js';
import { durationIn } from '../../internal/durations.js';
import { parseLatency } from '../../internal/figures.js';
import { derive } from '../../internal/own-attributes.js';
import { enforceStyle } from '../../internal/own-styles.js';
import { isMeasured, type Latency, latencyOf, tailRatioOf } from '../../internal/percentiles.js';
import { factsOf } from '../../internal/read.js';
import { addStyles, css } from '../../internal/styles.js';
import { headerOf } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import { provide } from '../../internal/translations.js';
import { warn } from '../../internal/warn.js';
import { figures } from '../../languages/en-figures.js';
import type { LatencyProfile } from './latency-profile.js';

provide(figures);

/**
 * Draws the bars, the axis and the line of the objective, and says what they show.
 * @param axis the box for the lines of the axis
 * @param summary the line below
 */
export function drawProfile(
  host: LatencyProfile,
  axis: HTMLElement,
  summary: HTMLElement,
  words: WordsController,
): void {
  addStyles(host.shadowRoot!, styles);
  const facts = factsOf(host.querySelector('dl, table'));
  const slo = host.slo ? parseLatency(host.slo)?.to : undefined;
  if (host.slo && !slo) warn(host, `cannot read slo="${host.slo}": write a number and its unit, such as 300 ms.`);
  const latencies = facts.map(({ values }) => latencyOf(textOf(values[0])));
  const known = latencies.flatMap((latency) => (isMeasured(latency) ? [latency.from, latency.to] : []));
  const ends = slo ? [...known, slo] : known;
  // Whole decades, so that the axis has round ends, and some room before the smallest, so that it has a bar.
  const first = Math.floor(Math.log10(ends.reduce((least, end) => Math.min(least, end), Infinity) * 0.8));
  const last = Math.max(first + 1, Math.ceil(Math.log10(ends.reduce((most, end) => Math.max(most, end), -Infinity))));
  const place = (ms: number) => ((Math.log10(ms) - first) / (last - first)) * 100;

  for (const [index, { values }] of facts.entries()) {
    const latency = latencies[index];
    const [cell] = values;
    if (!cell) continue;
    enforceStyle(cell, '--_from', isMeasured(latency) ? String(place(latency.from)) : null);
    enforceStyle(cell, '--_to', isMeasured(latency) ? String(place(latency.to)) : null);
    derive(cell, 'data-missed', slo && latency && isBeyond(latency, slo) ? '' : null);
  }
  const mark = (ms: number, name: string) => {
    const latency = durationIn(words, ms);
    const label = element('span', name === 'slo' ? words.term('objective', latency) : latency);
    const line = element('div', label);
    line.setAttribute('part', `line ${name}`.trim());
    label.setAttribute('part', `tick ${name && `${name}-tick`}`.trim());
    line.style.insetInlineStart = `${place(ms)}%`;
    return line;
  };
  const decades = known.length ? Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)) : [];
  // On a narrow screen there is room for three of them.
  const step = Math.ceil(decades.length / 3);
  const ticks = decades.map((ms, index) => mark(ms, index % step ? 'minor' : ''));
  axis.replaceChildren(...ticks, ...(slo && known.length ? [mark(slo, 'slo')] : []));
  const table = host.querySelector('table');
  const column = table ? textOf(headerOf(table)?.cells[1]) : '';
  summary.textContent = describe(words, facts, latencies, { slo, column });
}

/** Whether a latency is more than the objective; less than a limit may be anything. */
const isBeyond = ({ from, to, bound }: Latency, slo: number): boolean =>
  bound !== '<' && (bound === '>' ? from : to) > slo;

const isWithin = (latency: Latency | undefined, slo: number): boolean =>
  Boolean(latency && latency.bound !== '>' && latency.to <= slo);

function describe(
  words: WordsController,
  facts: ReturnType<typeof factsOf>,
  latencies: (Latency | undefined)[],
  { slo, column }: { slo: number | undefined; column: string },
): string {
  const ratio = tailRatioOf(
    facts.map(({ label, values: [value] }) => ({ label: textOf(label), value: textOf(value) })),
    column,
  );
  const missed = facts.filter((_, index) => slo && latencies[index] && isBeyond(latencies[index], slo));
  // Nothing is said of what cannot be read.
  const isAllWithin = slo && facts.length && latencies.every((latency) => isWithin(latency, slo));
  return [
    ratio ? words.term('tailRatio', words.number(Number(ratio.toPrecision(2)))) : '',
    missed.length
      ? words.term('beyondObjective', missed.map(({ label }) => textOf(label)).join(words.term('comma')))
      : isAllWithin
        ? words.term('withinObjective')
        : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const styles = css`
  [part='axis'] {
    position: relative;
    grid-area: 2 / 1;
    margin-inline: var(--_label) var(--_value);
    pointer-events: none;
  }
  [part~='line'] {
    position: absolute;
    inset-block: 0;
    border-inline-start: 1px solid var(--dd-line, GrayText);
  }
  [part~='slo'] {
    z-index: 1;
    border-inline-start: 2px dashed var(--dd-warning, CanvasText);
  }
  [part~='tick'] {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    translate: -50%;
    color: var(--dd-ink-quiet, GrayText);
    font: 0.75rem / 1.25rem var(--dd-font, sans-serif);
    unicode-bidi: plaintext;
    white-space: nowrap;
  }
  [part~='tick']:dir(rtl) {
    translate: 50%;
  }
  [part~='slo-tick'] {
    inset-block-start: calc(100% + 1.25rem);
    padding-inline: 0.25rem;
    background: var(--dd-paper, Canvas);
    color: var(--dd-warning, CanvasText);
    font-weight: 650;
  }
  @container (inline-size < 28rem) {
    [part~='minor-tick'] {
      display: none;
    }
  }
  @container (inline-size < 16rem) {
    [part='axis'] {
      display: none;
    }
  }
`;
