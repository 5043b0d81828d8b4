import type { IncidentTimes } from '../events/incident-times-event.js';
import { formatDuration } from './durations.js';
import { pairsOf } from './read.js';
import { statedTimes } from './stated-times.js';
import { textOf } from './text.js';
import { warn } from './warn.js';

/** The times that a statement may be about: an outage may end for its users before the incident does. */
const counted = {
  detect: ['detect'],
  mitigate: ['mitigate'],
  resolve: ['resolve'],
  duration: ['mitigate', 'resolve'],
} as const;

/**
 * What a text says of an incident's times that its timeline does not: the words, and the times that they should be. A
 * figure holds within half of its smallest unit, so “2 hours” is right for anything from 1 h 30 min to 2 h 30 min, and
 * “about” one within a tenth. Of approximate times nothing is said.
 */
export const contradictions = (text: string, times: IncidentTimes): { words: string; isReally: string }[] =>
  (times.isApproximate ? [] : statedTimes(text)).flatMap(({ counted: what, ms, tolerance, words, isMean }) => {
    const real = counted[what].flatMap((key) => (times[key] === undefined ? [] : [{ key, time: times[key] }]));
    if (isMean || !real.length || real.some(({ time }) => Math.abs(time - ms) <= tolerance)) return [];
    return [{ words, isReally: real.map(({ key, time }) => `${formatDuration(time)} to ${key}`).join(' and ') }];
  });

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
