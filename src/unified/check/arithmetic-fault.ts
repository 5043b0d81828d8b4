import { type Equation, equationsIn, type Figure, type Side, type Term } from './equations.js';
import { isSame, type Reading } from './measures.js';
import {
  type Amount,
  amountOf,
  figuresOf,
  isReckoned,
  isShown,
  measureOf,
  numberOf,
  readingsOf,
  usesOf,
} from './reckoning.js';

/** An equation that does not hold. */
export interface Fault {
  /** Where what is wrong begins, and its words. */
  start: number;
  words: string;
  message: string;
}

/** What may be reckoned with without being written: `12 × 4 = 60 (with overhead)`. */
const hidden =
  /\b(?:overhead|buffer|headroom|margin|safety|slack|round(?:ed|ing|s)?|compress\w*|replic\w*|redundan\w*|peaks?|includ\w+|incl|with|plus|minus|extra|tax(?:es)?|discount\w*|fees?|effective\w*|usable|assum\w*|utili[sz]\w*|after|before|adjust\w*)\b|[±]/i;
/** What says that an equation is none, or is not to hold. */
const denied =
  /\b(?:mod|modulo|modulus|xor|binary|octal|hex\w*|base|concat\w*|string|javascript|wrong\w*|incorrect\w*|mistak\w*|naive\w*|fallacy|myth|joke|synerg\w*|not?|never|n['’]t|\w{2,5}n['’]t|instead|suppos\w+|pretend\w*|claim(?:s|ed)?|would|clock|o['’]clock)\b|[≠≢]|\?$/i;

/** What is wrong in the arithmetic of a text. */
export function arithmeticFaults(text: string): Fault[] {
  return equationsIn(text).flatMap((equation) => {
    const sentence = sentenceOf(text, equation);
    if (denied.test(sentence) || isSaying(text, equation)) return [];
    const isOpen = hidden.test(sentence);
    const wrong = pairsOf(equation).map((pair) => faultIn(pair, text, isOpen));
    return wrong.find((fault) => fault) ?? [];
  });
}

/** “1 + 1 = 3” says something else. */
const isSaying = (text: string, { sides }: Equation) =>
  /^(?:1 ?\+ ?1|2 ?\+ ?2)\b/.test(text.slice(sides[0]!.start, sides.at(-1)!.end));

function sentenceOf(text: string, { sides }: Equation): string {
  const [start, end] = [sides[0]!.start, sides.at(-1)!.end];
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  const first = Math.max(...['. ', '! ', '? ', '\n', '; '].map((mark) => before.lastIndexOf(mark)));
  const last = /[.!](?:\s|$)|\n|;|(?<=\?)/.exec(after)?.index ?? after.length;
  return before.slice(first + 1) + text.slice(start, end) + after.slice(0, last);
}

/** A term, and the figure that it is said to be. */
interface Pair {
  term: Side;
  shown: Side;
  figure: Figure;
  isRough: boolean;
  /** Whether only units are converted. */
  isConversion: boolean;
}

function pairsOf({ sides, rough }: Equation): Pair[] {
  const isOnlyConversion = !sides.some(isReckoned);
  return rough.flatMap((isAbout, index) => {
    const [left, right] = sides.slice(index, index + 2) as [Side, Side];
    const [term, shown] = isReckoned(right) ? [right, left] : [left, right];
    const { term: figure } = shown;
    if (figure.type !== 'figure') return [];
    const isConversion = !isReckoned(term);
    if (isConversion && !canConvert([term.term, figure], isOnlyConversion)) return [];
    const isRough = isAbout || [...figuresOf(term.term), figure].some((one) => one.isRough);
    return [{ term, shown, figure, isRough, isConversion }];
  });
}

/** A name for another is no equation (`1 credit = 10 tokens`), nor is a scale (`1 ns = 1 s`). */
const canConvert = (terms: Term[], isAlone: boolean) =>
  terms.every((term) => !figuresOf(term).some(({ isCount }) => isCount)) &&
  (!isAlone ||
    terms.every((term) =>
      figuresOf(term).some(({ units }) => units.some(({ text }) => /b(?:ps|its?|ytes?)?$/i.test(text))),
    ));

/** What a term comes to in a reading in which it can be compared. */
interface Candidate {
  amount: Amount;
  reading: Reading;
  ratio: number;
}

function faultIn(pair: Pair, text: string, isOpen: boolean): Fault | undefined {
  const { term, figure, isRough, isConversion } = pair;
  const readings = readingsOf(new Set([...usesOf(term.term), ...usesOf(figure), 'units']));
  const candidates = readings.flatMap((reading) => candidateIn(reading, pair));
  const inUnits = (time: Reading['time']) =>
    candidates.filter(({ reading }) => reading.time === time && reading.units === 'unit');
  const strict = inUnits('unit');
  const hasPeriods = figuresOf(term.term).some(isPeriod);
  const isLast = isLastUnit(term.term, figure);
  const loose = isPeriod(figure) || (!strict.length && (hasPeriods || isLast)) ? inUnits('label') : [];
  // `75B` may be billions, bytes, or just called so.
  const isNamed = (!strict.length || Boolean(figure.isOpen)) && !isConversion && canName(term.term, figure);
  const named = isNamed
    ? candidates.filter(({ reading: { time, units } }) => time === 'unit' && units === 'label')
    : [];
  const all = [...strict, ...loose, ...named];
  if (all.some(({ amount, reading }) => isShown(amount, figure, reading, isRough))) return undefined;
  if (isNamed && named.some((one) => isExplained(one, figure, isRough))) return undefined;
  const isSure = !isOpen && (strict.length || isNamed || isLast);
  const isTwice = isCountedTwice(strict, loose, term.term);
  const told = (isTwice ? loose : all).filter((one) => isSure || isSlip(one));
  const [nearest] = told.toSorted((one, other) => Math.round(distance(one) - distance(other)));
  return nearest && { start: term.start, ...wordsOf(nearest, pair, text) };
}

function candidateIn(reading: Reading, { term, figure }: Pair): Candidate[] {
  const amount = amountOf(term.term, reading);
  const { scale, dimensions } = measureOf(figure, reading);
  // What cannot be added in its units cannot be added without them.
  if (reading.units === 'label' && !amountOf(term.term, { ...reading, units: 'unit' })) return [];
  if (!amount || !(amount.value > 0) || !isSame(amount.dimensions, dimensions)) return [];
  const ratio = amount.value / scale / numberOf(figure, reading).number;
  return Number.isFinite(ratio) ? [{ amount, reading, ratio }] : [];
}

/** How far a figure is from what it should be, in powers of ten. */
const distance = ({ ratio }: Candidate) => Math.abs(Math.log10(ratio));

/** Whether a figure is off by a power of a thousand. */
const isSlip = ({ ratio }: Candidate) =>
  [1000, 1024].some((base) => {
    const power = Math.log(ratio) / Math.log(base);
    return Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 0.01;
  });

/** Whether `30 × 5 TB/day`, in months, would be taken by 30 days once more. */
function isCountedTwice([one]: readonly Candidate[], [other]: readonly Candidate[], term: Term): boolean {
  const period = one && other ? one.ratio / other.ratio : 0;
  return figuresOf(term).some(({ digits, units }) => !units.length && Math.abs(period / Number(digits) - 1) < 0.02);
}

/** Whether a figure is so much in a time, which may only name it: `$100/month × 12 = $1,200/year`. */
const isPeriod = ({ units }: Figure) =>
  units.some(({ power, unit, text }) => unit.uses.includes('time') && (power < 0 || /ps$/i.test(text)));

/** Whether a time is multiplied by another to give that: `7 days × 24 hours = 168 hours`. */
function isLastUnit(term: Term, { units }: Figure): boolean {
  const last = figuresOf(term).at(-1)!.units;
  const [one, other] = [last, units].map((all) => (all.length === 1 ? all[0]!.text : undefined));
  return one !== undefined && one === other && last[0]!.unit.uses.includes('time');
}

/** Whether units of one side may be left out on the other: `12 × 4 = 48 GB`. */
function canName(term: Term, figure: Figure): boolean {
  const figures = figuresOf(term);
  if (figures.some(({ isCount }) => isCount) || figure.isCount) return false;
  const names = new Set(figures.flatMap(({ units }) => units.map(({ text }) => text)));
  return hasUnits(term) !== hasUnits(figure) && names.size < 2;
}

const hasUnits = (term: Term) =>
  figuresOf(term).some(({ units, isOpen }) => isOpen || units.some(({ text }) => text !== '%'));

/** What somebody may have multiplied by without saying so. */
const factors = [1, 8, 12, 24, 30, 31, 52, 60, 100, 365, 1024, 1440, 3600, 86_400, 1024 ** 2, 1024 ** 3, 1024 ** 4];

/** Whether what is left out may be a conversion. */
function isExplained({ amount, reading }: Candidate, figure: Figure, isRough: boolean): boolean {
  const { scale } = measureOf(figure, reading);
  const target = numberOf(figure, reading).number * scale;
  const uses = figure.units.flatMap(({ unit }) => unit.uses);
  const hasPrefixes = uses.includes('kilo') || (uses.includes('time') && !isPeriod(figure));
  return factors.some((factor) =>
    [factor, 1 / factor].some((by) => {
      const all = hasPrefixes ? by * 1000 ** Math.round(Math.log10(target / (amount.value * by)) / 3) : by;
      const other = { ...amount, value: amount.value * all, low: amount.low * all, high: amount.high * all };
      return isShown(other, figure, reading, isRough);
    }),
  );
}

/** What is told of an equation: the right value first, in the unit of the wrong one or in a neighbour of it. */
function wordsOf(
  { amount, reading }: Candidate,
  { term, shown, figure }: Pick<Pair, 'term' | 'shown' | 'figure'>,
  text: string,
): Pick<Fault, 'words' | 'message'> {
  const left = text.slice(term.start, term.end).trim();
  const right = text.slice(figure.start, figure.end).trim();
  const [start, end] = [Math.min(term.start, shown.start), Math.max(term.end, figure.end)];
  const value = written(amount.value / measureOf(figure, reading).scale, right);
  return { words: text.slice(start, end), message: `${left} is ${value}, not ${right}: correct one of them.` };
}

const ladders = ['K M B T'.split(' '), 'KB MB GB TB PB EB'.split(' '), 'KiB MiB GiB TiB PiB EiB'.split(' ')];

/** A value in the unit that a figure is written in, or in the next that suits it. */
function written(value: number, figure: string): string {
  const [, before = '', after = ''] = /^([$€£¥]?)[\d.,'’\u00A0\u2009\u202F]+(.*)$/s.exec(figure) ?? [];
  const [, space = '', name = ''] = /^(\s*)([A-Za-z]*)/.exec(after) ?? [];
  const rest = after.slice(space.length + name.length);
  const plain = `${before}${numberIn(value)}${after}`;
  const ladder = ladders.find((names) => names.includes(name));
  if (!ladder || (value >= 1 && value < 1000)) return plain;
  const at = ladder.indexOf(name);
  const step = at + Math.floor(Math.log10(value) / 3 + 1e-9);
  // Less than a thousand needs no K, but data needs a unit.
  if (step < 0 && name.length === 1) return `${before}${numberIn(value * 1000 ** (at + 1))}${rest}`;
  const better = ladder[step];
  return better ? `${before}${numberIn(value / 1000 ** (step - at))}${space}${better}${rest}` : plain;
}

/** With as many digits as tell it apart. */
function numberIn(value: number): string {
  const short = Math.abs(value - Math.round(value)) < 1e-9 * value ? Math.round(value) : Number(value.toPrecision(4));
  return new Intl.NumberFormat('en', { maximumFractionDigits: 12 }).format(short);
}
