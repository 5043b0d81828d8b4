import type { Figure, Operation, Side, Term } from './equations.js';
import { choices, type Dimensions, isBare, isSame, type Measure, multiplied, none, type Reading } from './measures.js';

/** What a term comes to, as far as its rounded figures tell. */
export interface Amount {
  value: number;
  low: number;
  high: number;
  dimensions: Dimensions;
}

/** What the readings of a term depend on. */
export function usesOf(term: Term): (keyof Reading)[] {
  if (term.type === 'operation') return [...usesOf(term.left), ...usesOf(term.right)];
  return [
    ...term.units.flatMap(({ unit }) => unit.uses),
    ...(term.isOpen ? [term.isOpen] : []),
    ...(term.isOpen === 'smallM' ? (['time'] as const) : []),
    ...(/^[1-9]\d{0,2}\.\d{3}$/.test(term.digits) ? (['dots'] as const) : []),
    ...(term.thousands ? (['thousand'] as const) : []),
  ];
}

/** In readings. What leaves more open cannot be judged. */
const most = 3000;

/** Every reading that differs for some terms, the usual one first; none where there are too many. */
export function readingsOf(uses: ReadonlySet<keyof Reading>): Reading[] {
  const keys = (Object.keys(choices) as (keyof Reading)[]).filter((key) => uses.has(key));
  if (keys.reduce((product, key) => product * choices[key].length, 1) > most) return [];
  const usual = Object.fromEntries(Object.entries(choices).map(([key, [first]]) => [key, first])) as unknown as Reading;
  const all = keys.reduce(
    (readings, key) => choices[key].flatMap((choice) => readings.map((reading) => ({ ...reading, [key]: choice }))),
    [usual],
  );
  // Who counts by 1,024 has kilobytes of 1,024.
  return uses.has('kilo') ? all.filter(({ kilo, thousand }) => thousand === 1000 || kilo === 1024) : all;
}

/** The number of a figure, and the place of its last digit. */
export function numberOf({ digits }: Figure, { dots }: Reading): { number: number; step: number } {
  const plain = dots === 'grouping' ? digits.replace(/^([1-9]\d{0,2})\.(\d{3})$/, '$1$2') : digits;
  return { number: Number(plain), step: 10 ** -(plain.split('.')[1]?.length ?? 0) };
}

/** What one of a figure is. */
export function measureOf({ units, thousands, isOpen }: Figure, reading: Reading): Measure {
  let scale = reading.thousand ** thousands;
  let dimensions = none;
  if (isOpen === 'bigB' && reading.bigB === 'bytes') [scale, dimensions] = [8, { bit: 1 }];
  if (isOpen === 'smallM' && reading.smallM === 'minutes')
    [scale, dimensions] = reading.time === 'label' ? [1, none] : [60, { second: 1 }];
  if (reading.units === 'label') dimensions = none;
  if (reading.units === 'label' && isOpen) scale = 1;
  for (const { unit, power } of units) {
    const measure = unit.measure(reading);
    if (reading.units === 'label' && !isBare(measure.dimensions)) continue;
    scale *= measure.scale ** power;
    dimensions = multiplied(dimensions, measure.dimensions, power);
  }
  return { scale, dimensions };
}

/** The part of a value that rounding it to a whole number may take or add. */
const mostLost = 0.45;

/** Figures with decimals may be rounded, but not by more than this. */
const mostRounding = 0.02;

/** What a term comes to in a reading; `undefined` where it makes no sense in it. */
export function amountOf(term: Term, reading: Reading): Amount | undefined {
  if (term.type === 'operation') return resultOf(term, reading);
  const { scale, dimensions } = measureOf(term, reading);
  const { number, step } = numberOf(term, reading);
  // Nines are not rounded, but thirds and sixths are.
  const isRounded = isPercent(term) ? /^(?:33|66|67|17|83)$/.test(term.digits) : step < 1;
  const margin = isRounded ? Math.min(step / 2, number * mostRounding) : 0;
  return { value: number * scale, low: (number - margin) * scale, high: (number + margin) * scale, dimensions };
}

function resultOf({ operator, left, right }: Operation, reading: Reading): Amount | undefined {
  const [one, other] = [amountOf(left, reading), amountOf(right, reading)];
  if (!one || !other || [left, right].some(isUnknown)) return undefined;
  if (operator === '+' || operator === '-') {
    if (!isSame(one.dimensions, other.dimensions) || isMixed(left, right)) return undefined;
    const sign = operator === '+' ? 1 : -1;
    const ends = sign > 0 ? [other.low, other.high] : [other.high, other.low];
    return {
      value: one.value + sign * other.value,
      low: one.low + sign * ends[0]!,
      high: one.high + sign * ends[1]!,
      dimensions: one.dimensions,
    };
  }
  if (operator === '^') {
    if (!isBare(one.dimensions)) return undefined;
    const power = (base: number) => base ** other.value;
    return { value: power(one.value), low: power(one.low), high: power(one.high), dimensions: none };
  }
  const isQuotient = operator === '/';
  const by = (amount: number, factor: number) => (isQuotient ? amount / factor : amount * factor);
  const [small, large] = isQuotient ? [other.high, other.low] : [other.low, other.high];
  return {
    value: by(one.value, other.value),
    low: by(one.low, small),
    high: by(one.high, large),
    dimensions: multiplied(one.dimensions, other.dimensions, isQuotient ? -1 : 1),
  };
}

/** Whether `2x` may be algebra. */
const isUnknown = (term: Term) => term.type === 'figure' && term.units.some(({ text }) => text === 'x');

/** Whether `5 + 3K` or `50 + 10%` leaves open what is added. */
function isMixed(left: Term, right: Term): boolean {
  const [one, other] = [lastOf(left), lastOf(right)];
  if (one.type !== 'figure' || other.type !== 'figure') return false;
  const isUnit = ({ digits, units }: Figure) => Number(digits) === 1 && !units.length;
  const isShort = (figure: Figure) => figure.thousands > 0;
  if (isPercent(one) !== isPercent(other)) return !isUnit(one) && !isUnit(other);
  return isShort(one) !== isShort(other) && !one.units.length;
}

const lastOf = (term: Term): Term =>
  term.type === 'operation' && (term.operator === '+' || term.operator === '-') ? term.right : term;

/** Whether figures are reckoned with on a side. */
export const isReckoned = ({ term }: Side): boolean => term.type === 'operation';

/** The figures of a term. */
export function figuresOf(term: Term): Figure[] {
  return term.type === 'figure' ? [term] : [...figuresOf(term.left), ...figuresOf(term.right)];
}

/**
 * Whether a figure is what a term comes to, as far as the digits shown tell: rounded, or rounded up or down, to the last of
 * them; zeros at its end may be rounding, too, if it has four digits or more and they change it by no more than a twentieth. What is said to be about
 * right may differ by a tenth, or by a quarter where it has one digit.
 */
export function isShown(amount: Amount, figure: Figure, reading: Reading, isRough: boolean): boolean {
  const { scale } = measureOf(figure, reading);
  const { number, step } = numberOf(figure, reading);
  const [value, low, high] = [amount.value / scale, amount.low / scale, amount.high / scale];
  const off = Math.max(0, low - number, number - high) * (1 - 1e-9) - 1e-9 * number;
  // Rounded up or down.
  const isCut = isUsual(reading) && !isWhole(value / step) && off < step && !(step < 1 && isPercent(figure));
  if ((off <= step / 2 || isCut) && off < value * mostLost) return true;
  const zeros = zerosOf(number);
  if (zeros && isLong(value) && isUsual(reading) && off <= 10 ** zeros / 2 && off <= value / 20) return true;
  const isShort = String(number).replace(/[.0]/g, '').length === 1;
  return isRough && off <= value * (isShort ? 0.25 : 0.1);
}

/** Whether a value has more digits than a reader takes in. */
const isLong = (value: number) => !isWhole(value) || Math.round(value) / 10 ** zerosOf(Math.round(value)) >= 1000;

/** How many zeros a whole number ends in. */
function zerosOf(number: number): number {
  let zeros = 0;
  for (let rest = number; rest && rest % 10 === 0; rest /= 10) zeros++;
  return zeros;
}

const isUsual = ({ kilo, thousand }: Reading) => kilo === 1000 && thousand === 1000;
const isPercent = ({ units }: Figure) => units.some(({ text }) => /^(?:%|percent)$/.test(text));
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
