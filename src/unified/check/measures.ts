// cspell:ignore giga tera peta
/** What a figure measures, as powers of what cannot be converted: `{ bit: 1, second: -1 }` is a rate of data. */
export type Dimensions = Readonly<Record<string, number>>;

/** What an equation leaves open. It holds if it holds in one reading. */
export interface Reading {
  /** What a kilobyte has. */
  kilo: 1000 | 1024;
  /** What `K` is in a count. */
  thousand: 1000 | 1024;
  /** `Kb`, `mb`: bits, or bytes in a hurry. */
  smallB: 1 | 8;
  /** `20B`. */
  bigB: 'bytes' | 'billion';
  /** `5m`. */
  smallM: 'minutes' | 'million';
  /** Hours of a day, or of a working day. */
  day: number;
  /** Days of a week, or of a working week. */
  week: number;
  /** Days. */
  month: number;
  /** Days. */
  year: number;
  /** Whether `1.500` is more than a thousand. */
  dots: 'decimal' | 'grouping';
  /** `25%` is 0.25, or 25 where somebody has multiplied by 100. */
  percent: 0.01 | 1;
  /** Whether periods are only named: `$100/month × 12 = $1,200/year`. */
  time: 'unit' | 'label';
  /** Whether all units are only named: `12 × 4 = 48 GB`. */
  units: 'unit' | 'label';
}

/** The first of each is what is meant unless the author says otherwise. */
export const choices: { readonly [Key in keyof Reading]: readonly Reading[Key][] } = {
  kilo: [1000, 1024],
  thousand: [1000, 1024],
  smallB: [1, 8],
  bigB: ['bytes', 'billion'],
  smallM: ['minutes', 'million'],
  day: [24, 8],
  week: [7, 5],
  month: [30, 365.25 / 12, 31, 28, 22, 21, 20],
  year: [365, 365.25, 360, 366, 260, 250],
  dots: ['decimal', 'grouping'],
  percent: [0.01, 1],
  time: ['unit', 'label'],
  units: ['unit', 'label'],
};

/** What a unit is in a reading. */
export interface Measure {
  scale: number;
  dimensions: Dimensions;
}

/** A unit, and what its readings depend on. */
export interface Unit {
  uses: readonly (keyof Reading)[];
  measure: (reading: Reading) => Measure;
}

export const none: Dimensions = {};
const bit: Dimensions = { bit: 1 };
const second: Dimensions = { second: 1 };
const perSecond: Dimensions = { second: -1 };

const fixed = (scale: number, dimensions: Dimensions): Unit => ({ uses: [], measure: () => ({ scale, dimensions }) });
const seconds = (scale: number): Unit => timed([], () => ({ scale, dimensions: second }));

function timed(uses: Unit['uses'], measure: Unit['measure']): Unit {
  return {
    uses: ['time', ...uses],
    measure: (reading) => (reading.time === 'label' ? { scale: 1, dimensions: none } : measure(reading)),
  };
}

const hour = 3600;
const dayOf = ({ day }: Reading) => day * hour;

const named: [names: string, unit: Unit][] = [
  ['ns nanosecond nanoseconds', seconds(1e-9)],
  ['us µs μs microsecond microseconds', seconds(1e-6)],
  ['ms msec millisecond milliseconds', seconds(1e-3)],
  ['s sec secs second seconds', seconds(1)],
  ['min mins minute minutes', seconds(60)],
  ['h hr hrs hour hours', seconds(hour)],
  ['d day days', timed(['day'], (reading) => ({ scale: dayOf(reading), dimensions: second }))],
  [
    'week weeks wk',
    timed(['day', 'week'], (reading) => ({ scale: reading.week * dayOf(reading), dimensions: second })),
  ],
  [
    'month months mo',
    timed(['day', 'month'], (reading) => ({ scale: reading.month * dayOf(reading), dimensions: second })),
  ],
  [
    'year years yr yrs y',
    timed(['day', 'year'], (reading) => ({ scale: reading.year * dayOf(reading), dimensions: second })),
  ],
  ['qps rps tps iops QPS RPS TPS IOPS', timed([], () => ({ scale: 1, dimensions: perSecond }))],
  ['bit bits', fixed(1, bit)],
  ['byte bytes', fixed(8, bit)],
  ['km kilometres kilometers', fixed(1000, { metre: 1 })],
  ['metres meters', fixed(1, { metre: 1 })],
  ['USD dollars $', fixed(1, { USD: 1 })],
  ['EUR euros €', fixed(1, { EUR: 1 })],
  ['GBP £', fixed(1, { GBP: 1 })],
  ['JPY yen ¥', fixed(1, { JPY: 1 })],
  ['%', { uses: ['percent'], measure: ({ percent }) => ({ scale: percent, dimensions: none }) }],
  ['percent', { uses: ['percent'], measure: ({ percent }) => ({ scale: percent, dimensions: none }) }],
  ['x times', fixed(1, none)],
];

const units = new Map(named.flatMap(([names, unit]) => names.split(' ').map((name) => [name, unit] as const)));

const prefixes = 'KMGTPE';
const wordsOfBytes = ['kilo', 'mega', 'giga', 'tera', 'peta', 'exa'];

/** The unit of a name, such as `ms`, `GB`, `Mbps`; `undefined` where there is none of that name. */
export function unitOf(name: string): Unit | undefined {
  return units.get(name) ?? dataUnitOf(name);
}

function dataUnitOf(name: string): Unit | undefined {
  const [, word, what] = /^([a-z]{3,4})(bit|byte)s?$/i.exec(name) ?? [];
  if (word) {
    const power = wordsOfBytes.indexOf(word.toLowerCase()) + 1;
    return power ? data(power, what === 'bit' ? 'b' : 'B', false, false) : undefined;
  }
  const [, prefix = '', binary, kind, rate] = /^([kKmMgGtTPE]?)(i?)([bB]|bit)(ps)?$/.exec(name) ?? [];
  if (!kind || (binary && !prefix) || (!prefix && !rate)) return undefined;
  return data(prefixes.indexOf(prefix.toUpperCase()) + 1, kind, Boolean(binary), Boolean(rate));
}

function data(power: number, kind: string, isBinary: boolean, isRate: boolean): Unit {
  const isOpen = kind === 'b' && !isRate;
  return {
    uses: [
      ...(power && !isBinary ? (['kilo'] as const) : []),
      ...(isOpen ? (['smallB'] as const) : []),
      ...(isRate ? (['time'] as const) : []),
    ],
    measure: ({ kilo, smallB, time }) => ({
      scale: (isBinary ? 1024 : kilo) ** power * (kind === 'B' ? 8 : isOpen ? smallB : 1),
      dimensions: isRate && time === 'unit' ? { bit: 1, second: -1 } : bit,
    }),
  };
}

export function multiplied(one: Dimensions, other: Dimensions, power = 1): Dimensions {
  const result: Record<string, number> = { ...one };
  for (const [name, exponent] of Object.entries(other)) {
    result[name] = (result[name] ?? 0) + power * exponent;
    if (!result[name]) delete result[name];
  }
  return result;
}

export const isSame = (one: Dimensions, other: Dimensions): boolean => !Object.keys(multiplied(one, other, -1)).length;

export const isBare = (dimensions: Dimensions): boolean => !Object.keys(dimensions).length;
