import type { WordsController } from '../controllers/words-controller.js';
import { formatDuration } from './durations.js';

/** A duration by its two largest units; in English by their symbols, which `Intl` writes out. */
export function durationIn(words: WordsController, ms: number): string {
  if (/^en\b/i.test(words.lang())) return formatDuration(ms);
  return formatDuration(ms, (count, unit) => spanIn(words, count, unit, unit === 'day' ? 'long' : 'short'));
}

/** A count of a unit of time: `3.8 months`. */
export function spanIn(
  words: WordsController,
  count: number,
  unit: string,
  unitDisplay: 'short' | 'long' = 'long',
): string {
  const plain = unitDisplay === 'long' && words.plain(count);
  if (plain) return `${plain} ${unit}${plain === '1' ? '' : 's'}`;
  return words.number(count, { style: 'unit', unit, unitDisplay });
}

/** A percentage: `99.98%`. */
export function percentIn(words: WordsController, percent: number): string {
  const plain = words.plain(percent);
  return plain ? `${plain}%` : words.number(percent / 100, { style: 'percent' });
}
