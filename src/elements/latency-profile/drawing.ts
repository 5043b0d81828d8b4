import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import { parseLatency } from '../../internal/figures.js';
import { durationIn } from '../../internal/quantities.js';
import { factsOf } from '../../internal/read.js';
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
  const facts = factsOf(host.querySelector('dl, table'));
  const slo = host.slo ? parseLatency(host.slo)?.to : undefined;
  if (host.slo && !slo) warn(host, `cannot read slo="${host.slo}": write a number and its unit, such as 300 ms.`);
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
  summary.textContent = describe(words, facts, latencies, slo);
}

function describe(
  words: WordsController,
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
