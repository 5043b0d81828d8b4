import { day, hour, minute, second } from './time-units.js';

// cspell:ignore anosec econds eeks inutes microsec millisec
/** A figure as an author writes it: `99.99%`, `10M+`, `< 10ms`, `60-80%`, `$1.2 million`. */
export interface Figure {
  /** The number, or the lower end of a range. Multipliers (`K`, `million`) are in it. */
  from: number;
  /** The number, or the upper end of a range. */
  to: number;
  /** What follows the number, as written: `%`, `ms`, `users`. May be empty. */
  unit: string;
  /** Whether the number is a limit (`<`, `>`; `10M+` is `>`) or about right (`~`). */
  bound?: '<' | '>' | '~';
}

const multipliers: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
export const bounds: [RegExp, '<' | '>' | '~'][] = [
  [/^(?:[<≤]=?|up to|under|below|less than|at most)\s*/i, '<'],
  [/^(?:[>≥]=?|over|above|more than|at least)\s*/i, '>'],
  [/^(?:[~≈]|about|around|roughly|approximately|circa)\s*/i, '~'],
];
// What goes on like a version, a clock, a fraction or a power is no number, nor is a placeholder.
const number = String.raw`([1-9]\d{0,2}(?:[, \u00a0\u2009\u202f'’]\d{3}){1,9}(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![.,:/^_]?[\dX]|e\d)`;
const multiplier = String.raw`[tTmMbB]\w{1,5}(?:lion|sand)|[mb]n|[kKM](?![\p{L}\d])|[BT](?![\p{L}\d/])`;
const words = String.raw`(?:\s*(${multiplier}))?`;
// `m` is a metre or a minute but for money.
const moneyWords = String.raw`(?:\s*(${multiplier}|[mb]\b))?`;
const figure = new RegExp(
  String.raw`^${number}(\+)?${words}(?:\s*(?:[-–—]|to)\s*[$€£¥]?${number}${words})?\s*(\+)?(?!-?\d)\s*(.*)$`,
  'su',
);
const money = new RegExp(
  String.raw`^[$€£¥]\s*${number}(\+)?${moneyWords}(?:\s*(?:[-–—]|to)\s*[$€£¥]?${number}${moneyWords})?\s*(\+)?(?!-?\d)\s*(.*)$`,
  'su',
);

function numberOf(digits: string, word = ''): number {
  // A comma before three digits groups them; before one or two it is the decimal comma.
  const plain = digits.replace(/(?<!^0)[, \u00a0\u2009\u202f'’](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return Number(plain) * (multipliers[word.toLowerCase().replace('th', 'k').charAt(0)] ?? 1);
}

/** Reads a figure at the start of a text; `undefined` where there is none, or a placeholder (`X million`, `99.XX%`). */
export function parseFigure(text: string): Figure | undefined {
  let rest = text.trim();
  let bound: Figure['bound'];
  for (const [words, kind] of bounds) {
    if (words.test(rest)) [rest, bound] = [rest.replace(words, ''), kind];
  }
  const match = figure.exec(rest) ?? money.exec(rest);
  if (!match) return undefined;
  const [, low = '', early, lowWord, high, highWord, plus, unit = ''] = match;
  const from = numberOf(low, lowWord ?? (high ? highWord : undefined));
  const to = high ? numberOf(high, highWord) : from;
  if (to < from || to === Number.POSITIVE_INFINITY) return undefined;
  if (early || plus) bound = '>';
  return { from, to, unit: unit.trim(), ...(bound && { bound }) };
}

const units: [RegExp, number][] = [
  [/^n(?:s|anosec.*)$/, 1e-6],
  [/^(?:[uµμ]s|microsec.*)$/, 1e-3],
  [/^(?:ms|msecs?|millisec.*)$/, 1],
  [/^s(?:ecs?|econds?)?$/, second],
  [/^m(?:ins?|inutes?)?$/, minute],
  [/^h(?:rs?|ours?)?$/, hour],
  [/^d(?:ays?)?$/, day],
  [/^w(?:eeks?|ks?)?$/, 7 * day],
];
const unitOf = (name: string) => units.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];

/** Milliseconds of a figure in a unit of time; `undefined` where the unit is none. Words after the unit are ignored. */
export function parseLatency(text: string): { from: number; to: number } | undefined {
  const ends = text.replace(/(\d\s*\p{L}+)\s*(?:[-–—]|to\b)\s*(?=\d)/gu, '$1\0').split('\0');
  if (ends.length > 1) {
    const [start, end] = ends.map(parseLatency);
    return start && end && { from: start.from, to: end.to };
  }
  const parsed = parseFigure(text);
  const scale = unitOf(/^[\p{L}µ]*/u.exec(parsed?.unit ?? '')![0]);
  return parsed && scale ? { from: parsed.from * scale, to: parsed.to * scale } : undefined;
}

const parts = /(?<![\d.])(\d+(?:\.\d+)?)\s*([a-z]+)/gi;

/**
 * Milliseconds of a duration that is the whole text: `1h30m`, `2 h 4 min`, `90 seconds`, `PT1H30M`.
 * `undefined` for anything else, a number without a unit too.
 */
export function parseDuration(text: string): number | undefined {
  const plain = text.trim().replace(/^P(\d+[DW])?(?:T|$)/i, '$1');
  const rest = plain.replace(parts, '').replace(/\band\b|[\s,]/gi, '');
  const found = [...plain.matchAll(parts)].map(([, count, name = '']) => Number(count) * (unitOf(name) ?? Number.NaN));
  if (rest || !found.length) return undefined;
  const sum = found.reduce((total, part) => total + part);
  return Number.isNaN(sum) ? undefined : sum;
}

/** A point in time: on a clock (since midnight), on the calendar (since 1970, UTC), or since a start. Milliseconds. */
export interface Moment {
  kind: 'clock' | 'date' | 'elapsed';
  ms: number;
  /** The zone as written; empty where none is. Clock times compare only within one zone. */
  zone: string;
  /** Whether it was written with an offset from UTC, so that a clock beside it may show another zone. */
  isShifted?: boolean;
}

const about = /^\s*(?:~|≈|about\b|around\b|roughly\b|approx(?:\.|imately\b|\b)|circa\b|c\.|ca\.)\s*/i;

/** Whether a moment is written as about right. */
export const isAbout = (text: string): boolean => about.test(text);

// What follows a hyphen is the end of a span, unless it has the form of an offset (`-0700`).
const clock =
  /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\s*([ap])\.?m\.?)?(?:\s*([A-Z]{1,5}\b|[+-]\d{4}|\+\d{2}:\d{2}))?(?:\s*(?:[-–—]|to\b).*)?$/i;
const date = /^(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads `15:39`, `3:39 PM PDT`, `2021-10-04 15:39 UTC`, `2021-10-04T15:39Z`, `2021-10-04`, `T+1h30m`, `T+0`, `PT15M`.
 * `undefined` where there is nothing to read without guessing (`T+15`, `T+[X]min`, `noon`).
 */
export function parseMoment(text: string): Moment | undefined {
  const plain = text.replace(about, '').trim();
  const [, sign, span] = /^(?:T\s*([-+−])|(?=PT?\d))(.+)$/is.exec(plain) ?? [];
  if (span !== undefined) {
    const ms = span.trim() === '0' ? 0 : parseDuration(span);
    return ms === undefined ? undefined : { kind: 'elapsed', ms: sign && sign !== '+' ? -ms : ms, zone: '' };
  }
  const [isDate, dayPart, timePart, offset] = date.exec(plain) ?? [];
  if (isDate) {
    const zone = offset && /\d/.test(offset) ? offset.replace(/^(.{3}):?/, '$1:') : 'Z';
    const ms = Date.parse(`${dayPart}T${(timePart ?? '00:00').padStart(5, '0')}${zone}`);
    const isShifted = /[1-9]/.test(zone);
    return Number.isNaN(ms)
      ? undefined
      : { kind: 'date', ms, zone: offset || timePart ? 'UTC' : '', ...(isShifted && { isShifted }) };
  }
  const [isClock, hours, minutes, seconds = '0', half, zone = ''] = clock.exec(plain) ?? [];
  if (!isClock || Number(hours) > (half ? 12 : 24)) return undefined;
  const hourOfDay = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return { kind: 'clock', ms: hourOfDay * hour + Number(minutes) * minute + Number(seconds) * second, zone };
}

/** Whether a moment is a day, without a time in it. */
export const isDay = ({ kind, zone }: Moment): boolean => kind === 'date' && !zone;

/**
 * The first moment that does not follow those before it, as they were written; -1 where all do. A clock may go past midnight,
 * but not back by less than half a day. What has elapsed since a start is in an order of its own.
 */
export function firstOutOfOrder(moments: readonly Moment[]): number {
  const last: { span?: Moment; time?: Moment } = {};
  return moments.findIndex((moment) => {
    const scale = moment.kind === 'elapsed' ? 'span' : 'time';
    const before = last[scale];
    last[scale] = moment;
    return before !== undefined && !follows(before, moment);
  });
}

/** Whether moments follow each other. */
export const isInOrder = (moments: readonly Moment[]): boolean => firstOutOfOrder(moments) < 0;

/** The zones that moments are written in, under one name each. */
export const zonesOf = (moments: readonly Moment[]): Set<string> =>
  new Set(moments.flatMap(({ zone }) => zone.toUpperCase().replace(/^(?:Z|GMT)$/, 'UTC') || []));

function follows(last: Moment, next: Moment): boolean {
  if (last.kind === 'elapsed') return next.ms >= last.ms;
  // A day goes on until its end.
  if (last.kind === 'date' && next.kind === 'date') return next.ms >= last.ms - (isDay(next) ? day - 1 : 0);
  if (isDay(last) || isDay(next)) return true;
  const back = (last.ms % day) - (next.ms % day);
  return back <= 0 || back > day / 2;
}
