/** In milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

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
