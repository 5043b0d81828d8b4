import { type Figure, parseFigure, parseLatency } from './figures.js';

/** A latency as it was measured, or within which it is said to be. In milliseconds. */
export interface Latency {
  from: number;
  to: number;
  /** A limit (`< 10 ms`, `up to 10 ms`) is no measurement. */
  bound?: Figure['bound'];
  /** What is said of it after its unit; empty where nothing is. */
  condition: string;
}

export function latencyOf(text: string): Latency | undefined {
  const span = parseLatency(text);
  const { bound, unit = '' } = parseFigure(text) ?? {};
  return span && { ...span, ...(bound && { bound }), condition: normal(unit.replace(/^[\p{L}µ]+/u, '')) };
}

/** Of which percentile a label speaks, and of what: `P99`, `p99.9 reads`, `50th percentile of writes`, `median`. */
export function percentileOf(label: string): { percentile: number; subject: string } | undefined {
  const found = [
    ...label.matchAll(
      /(?<![\p{L}\d.])p\s?(\d{2}(?:\.\d+)?)(?![.,-]?\d|\p{L})|(?<![\p{L}\d.,])(\d{2}(?:\.\d+)?)(?:th|st|nd|rd)?[\s-]?(?:percentile|%-?ile)\b|^\W*(\d{2}(?:\.\d+)?)(?:th|st|nd|rd|\s?%)?\W*$|\bmedian\b/giu,
    ),
  ];
  const [match, ...others] = found;
  if (!match || others.length) return undefined;
  const rest = label.slice(0, match.index) + label.slice(match.index + match[0].length);
  return { percentile: Number(match[1] ?? match[2] ?? match[3] ?? 50), subject: normal(rest) };
}

/** Words that say nothing, or the same, of each percentile. */
const empty = /\b(?:latency|latencies|response times?|percentile|the|of|for)\b/g;
const normal = (words: string) =>
  words
    .toLowerCase()
    .replace(empty, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A limit is no measurement, nor is a figure that is about right none. */
export const isMeasured = (latency: Latency | undefined): latency is Latency =>
  Boolean(latency && latency.from > 0 && (!latency.bound || latency.bound === '~'));

/** Whether labels are percentiles of one thing; some may be others, such as a maximum. */
export function areOfOne(labels: readonly string[]): boolean {
  const names = labels.flatMap((label) => percentileOf(label) ?? []);
  return names.length > 0 && names.every(({ subject }) => subject === names[0]!.subject);
}

/** What is wanted, or allowed, is not measured. */
export const isWanted = (words: string): boolean =>
  /\b(?:targets?|slos?|slas?|goals?|objectives?|budgets?|limits?|max(?:imum)?|timeouts?|thresholds?|expected|planned|promised|guaranteed?)\b/i.test(
    words,
  );

/**
 * How many times as long as the median the slowest hundredth takes; `undefined` unless there is one of each, both are
 * measured, and of the same.
 * @param column the heading above the latencies; empty where there is none
 */
export function tailRatioOf(facts: readonly { label: string; value: string }[], column = ''): number | undefined {
  const known = facts.map(({ label, value }) => ({ name: percentileOf(label), latency: latencyOf(value) }));
  const [median, tail] = [50, 99].map((wanted) => {
    const [first, ...others] = known.filter(({ name }) => name?.percentile === wanted);
    return others.length ? undefined : first;
  });
  if (!median?.latency || !tail?.latency || isWanted(column)) return undefined;
  const [low, high] = [median.latency, tail.latency];
  const subject = median.name!.subject;
  const isOfOne = subject === tail.name!.subject && low.condition === high.condition;
  const isExact = [low, high].every((latency) => isMeasured(latency) && latency.from === latency.to);
  if (!isOfOne || !isExact || isWanted(`${subject} ${low.condition}`) || high.to < low.to) return undefined;
  return high.to / low.to;
}
