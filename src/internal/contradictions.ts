// cspell:ignore mitigat resol ution
import type { IncidentTimes } from '../events/incident-times-event.js';
import { textOf } from './anchors.js';
import { formatDuration } from './durations.js';
import { parseDuration } from './figures.js';
import { pairsOf } from './read.js';
import { warn } from './warn.js';

const duration = String.raw`(?<span>(?<![\d.])\d+(?:\.\d+)?\s*(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?|days?)\b(?:[\s,]*(?:and\s+)?\d+\s*(?:minutes?|mins?|seconds?|secs?|s)\b){0,3})`;
const link = String.raw`\W+(?:(?:was|is|of|for|took|about|around|roughly|nearly|almost|over|under|some)\s+)*`;
const claims: [(keyof IncidentTimes)[], RegExp][] = [
  [['detect'], new RegExp(`(?:time to detect(?:ion)?|detected (?:after|in|within))${link}${duration}`, 'i')],
  [['detect'], new RegExp(`${duration} to detect`, 'i')],
  [['mitigate'], new RegExp(`(?:time to mitigat(?:e|ion)|mitigated (?:after|in|within))${link}${duration}`, 'i')],
  [['mitigate'], new RegExp(`${duration} to mitigate`, 'i')],
  [['resolve'], new RegExp(`(?:time to resol(?:ve|ution)|resolved (?:after|in|within))${link}${duration}`, 'i')],
  [['resolve'], new RegExp(`${duration} to (?:resolve|recover)`, 'i')],
  // An outage may end for its users before the incident does.
  [['mitigate', 'resolve'], new RegExp(`(?:lasted|down for|duration|outage of)${link}${duration}`, 'i')],
  [['mitigate', 'resolve'], new RegExp(`${duration}(?: of)? (?:downtime|outage)`, 'i')],
];

/**
 * What a text says of an incident's times that its timeline does not: the words, and the times that they should be. A
 * figure holds within half of its smallest unit, so “2 hours” is right for anything from 1 h 30 min to 2 h 30 min, and
 * “about” one within a tenth.
 */
export function contradictions(text: string, times: IncidentTimes): { words: string; isReally: string }[] {
  return claims.flatMap(([keys, pattern]) => {
    const match = pattern.exec(text);
    const span = match?.groups?.['span'] ?? '';
    const said = parseDuration(span);
    const real = keys.flatMap((key) => (times[key] === undefined ? [] : [{ key, ms: times[key] }]));
    if (!match || said === undefined || !real.length) return [];
    const before = text.slice(0, match.index + match[0].indexOf(span));
    // The end of a range is no figure.
    if (/(?:[-–—]|(?<!\bup )\bto)\s*$/i.test(before)) return [];
    const isRough = /(?:about|around|roughly|approximately|nearly|almost|some|~)\s*$/i.test(before);
    const smallest = parseDuration(`1${/(?<![a-z])[a-z]+\s*$/i.exec(span)![0]}`)!;
    const tolerance = Math.max(smallest / 2, isRough ? said / 10 : 0);
    const isRight = (ms: number) =>
      Math.abs(ms - said) <= tolerance ||
      (ms < said && /(?:under|within|less than|up to)\s*$/i.test(before)) ||
      (ms > said && /(?:over|more than)\s*$/i.test(before));
    if (real.some(({ ms }) => isRight(ms))) return [];
    return [{ words: match[0], isReally: real.map(({ key, ms }) => `${formatDuration(ms)} to ${key}`).join(' and ') }];
  });
}

/** Tells the author of an incident where its prose gives other times than its timeline. */
export function warnOfContradictions(host: Element, times: IncidentTimes): void {
  for (const { words, isReally } of proseOf(host).flatMap((text) => contradictions(text, times)))
    warn(host, `says “${words}”, but its timeline gives ${isReally}: correct one of the two.`);
}

/** The incident's own text, piece by piece; a term stands before each of its values. */
function proseOf(host: Element): string[] {
  const pieces = [...host.querySelectorAll('p, li')].filter((piece) => !piece.closest('incident-timeline'));
  const facts = [...host.querySelectorAll('dl')]
    .flatMap(pairsOf)
    .flatMap(({ term, values }) => values.map((value) => `${textOf(term)}: ${textOf(value)}`));
  return [...pieces.map(textOf), ...facts];
}
