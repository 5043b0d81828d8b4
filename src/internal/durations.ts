import { day, hour, minute, second } from './time-units.js';

/** The units that a duration is written in. */
export type DurationUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const symbols: Record<DurationUnit, string> = { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' };

/**
 * A duration by its two largest units: `2 h 4 min`, `48 min`, `3 d`, `1.5 s`, `40 ms`.
 * @param write a count of a unit; by the unit's symbol unless told
 */
export function formatDuration(
  ms: number,
  write = (count: number, unit: DurationUnit) => `${count} ${symbols[unit]}`,
): string {
  const sign = ms < 0 ? '−' : '';
  let rest = Math.abs(ms);
  if (rest < minute) rest = Number(rest.toPrecision(3));
  if (rest < minute) {
    return sign + (rest && rest < second ? write(rest, 'millisecond') : write(rest / second, 'second'));
  }
  const scale: [number, DurationUnit][] = [
    [day, 'day'],
    [hour, 'hour'],
    [minute, 'minute'],
    [second, 'second'],
  ];
  const twoLargest = () => {
    const largest = scale.findIndex(([length]) => rest >= length);
    return scale.slice(largest, largest + 2);
  };
  const smallest = twoLargest().at(-1)![0];
  rest = Math.round(rest / smallest) * smallest;
  const words = twoLargest().flatMap(([length, unit]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count ? [write(count, unit)] : [];
  });
  return sign + words.join(' ');
}

/** What says a number in a reader's language: a `WordsController`. */
interface Words {
  lang(): string;
  /** As `Intl` writes it in English, where it is known without. */
  plain(count: number): string | undefined;
  number(count: number, options?: Intl.NumberFormatOptions): string;
}

/** A duration by its two largest units; in English by their symbols, which `Intl` writes out. */
export function durationIn(words: Words, ms: number): string {
  if (/^en\b/i.test(words.lang())) return formatDuration(ms);
  return formatDuration(ms, (count, unit) => spanIn(words, count, unit, unit === 'day' ? 'long' : 'short'));
}

/** A count of a unit of time: `3.8 months`. */
export function spanIn(words: Words, count: number, unit: string, unitDisplay: 'short' | 'long' = 'long'): string {
  const plain = unitDisplay === 'long' && words.plain(count);
  if (plain) return `${plain} ${unit}${plain === '1' ? '' : 's'}`;
  return words.number(count, { style: 'unit', unit, unitDisplay });
}

/** A percentage: `99.98%`. */
export function percentIn(words: Words, percent: number): string {
  const plain = words.plain(percent);
  return plain ? `${plain}%` : words.number(percent / 100, { style: 'percent' });
}
