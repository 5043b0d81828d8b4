import { bounds, parseDuration } from './figures.js';
import { parseMark, statuses } from './marks.js';
import { type Measure, measuresOf, timeOf } from './units.js';
import { isLikeDate, parseClock, parseDayOfYear, parseMonth, parseWrittenDate } from './written-dates.js';

/** What a cell is sorted by: its numbers are compared in turn. */
export type Key = readonly number[];

/** A cell: its words, and the status of the mark that it begins with. */
export interface SortedCell {
  text: string;
  status?: string | undefined;
}

/** What a cell may say, by kinds of values that are compared with their like only. */
type Readings = Map<string, Key>;

const words = 'words';
/** A value of every quantity there is: nothing, or without an end. */
const any = 'any';

// cspell:ignore entfällt unbekannt inconnu desconocido
const blank = /^(?:[\s\p{Pd}−?.…]*|n\/a|n\.a\.|k\. ?a\.|s\. ?o\.|n\. ?[cd]\.)$/iu;
const unknown =
  /^(?:tb[acd]|unknown|pending|(?:not|no data|none yet)\b[^\d]*|unbekannt|entfällt|offen|inconnu|desconocido|不明|未定|未知|未測定)$/i;

/**
 * What the rows are sorted by in a column, which is one kind of value: sizes, rates, durations, dates, times, numbers,
 * percentages, money, versions, marks or words. No key where a cell is empty or says that its value is not known.
 * `undefined` where the column mixes kinds, units that cannot be compared, or values that cannot be read for certain.
 * @param tag of the language that the cells are in
 * @param heading of the column
 */
export function sortKeysOf(cells: readonly SortedCell[], tag = 'en', heading = ''): (Key | undefined)[] | undefined {
  const lang = localeOf(tag);
  const isComma = new Intl.NumberFormat(lang).formatToParts(1.5).some(({ value }) => value === ',');
  for (const comma of [isComma, !isComma]) {
    const readings = cells.map((cell) => readingsOf(cell, lang, comma));
    const kind = kindOf(readings, cells, heading);
    if (kind === words) return wordKeys(cells, lang);
    if (kind) return readings.map((reading) => reading?.get(kind) ?? reading?.get(any));
  }
  return undefined;
}

/** A language that `Intl` knows. */
function localeOf(tag: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The kind of value that all cells of a column have in common. */
function kindOf(
  readings: readonly (Readings | undefined)[],
  cells: readonly SortedCell[],
  heading: string,
): string | undefined {
  const filled = readings.filter((reading) => reading !== undefined);
  const known = filled.filter((reading) => !reading.has('unknown'));
  const first = known.find((reading) => !reading.has(any));
  const isShared = (kind: string) =>
    known.every((reading) => reading.has(kind) || (reading.has(any) && isQuantity(kind)));
  const kinds = [...((first ?? known[0])?.keys() ?? [])].filter((kind) => kind !== any && isShared(kind));
  if (kinds.includes('version')) {
    if (/\b(?:versions?|releases?)\b/i.test(heading)) return 'version';
    const texts = cells.map(({ text }) => text.trim());
    // 3.9, 3.10: decimals do not end in 0 where others are shorter, versions do.
    const decimals = texts.flatMap((text) => /^\d+\.(\d+)$/.exec(text)?.[1] ?? []);
    const isUncertain = decimals.some((one) => /.0$/.test(one) && decimals.some(({ length }) => length < one.length));
    if (decimals.length === known.length && (isUncertain || !kinds.includes('number'))) return undefined;
  }
  return kinds[0];
}

const isQuantity = (kind: string) => !/^(?:mark|words|version|date|clock|month|day)/.test(kind);

/** By the order of a dictionary; numbers in them by their size. */
function wordKeys(cells: readonly SortedCell[], lang: string): (Key | undefined)[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const ranks = new Map<string, number>();
  let last: string | undefined;
  for (const text of cells.map(({ text }) => text.trim()).sort(compare)) {
    ranks.set(text, last === undefined ? 0 : ranks.get(last)! + Number(compare(last, text) !== 0));
    last = text;
  }
  return cells.map(({ text }) => (blank.test(text) ? undefined : [ranks.get(text.trim())!]));
}

/** What a cell may say; `undefined` where it is empty. */
function readingsOf({ text, status }: SortedCell, lang: string, isComma: boolean): Readings | undefined {
  const plain = normalized(text);
  const written = parseMark(text);
  const mark = status?.trim().toLowerCase() ?? written?.status;
  if (!mark && blank.test(plain)) return undefined;
  const readings: Readings = new Map();
  const rank = statuses.findIndex((one) => one === mark);
  if (rank >= 0) readings.set('mark', [rank]);
  for (const [kind, key] of readingsOfValue(plain, lang, isComma)) readings.set(kind, key);
  if (unknown.test(plain)) readings.set('unknown', []);
  if (!written?.length && isWord(plain, readings, lang)) readings.set(words, []);
  return readings;
}

/** A text of words: it begins with a letter, and holds nothing that was meant to be a figure or a date. */
function isWord(text: string, readings: Readings, lang: string): boolean {
  // A name such as 2PC, which is no 2 of a unit that is known.
  if (/^\d+-?\p{L}/u.test(text)) return [...readings.keys()].some((kind) => kind.startsWith('unit '));
  if (/^[^\p{L}\p{N}]*(?:$|\p{N})/u.test(text)) return false;
  const [bare] = unbound(text);
  if ((bare !== text && /^[^\p{L}]*\d/u.test(bare)) || isLikeDate(text, lang) || /^[A-Z]{0,3}[$€£¥₹₩]/.test(text))
    return false;
  // A word in front of 5 ms, not of the 53 in a name.
  const behind = valuesOf(text.slice(text.indexOf(' ') + 1), lang, false);
  return [...behind.keys()].every((kind) => /^(?:number|date|month|day|unit)/.test(kind));
}

/** Digits, percent signs and signs in one way, one space between words, no footnotes. */
function normalized(text: string): string {
  return text
    .replace(/[０-９٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[％٪]/g, '%')
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/(?<![\p{L}\d%]|[\p{L}\d%] )−(?=[$€£¥₹₩.\d])|^[–‒](?=[$€£¥₹₩.\d])/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^ ?#(?=\d)/, '')
    .replace(/(?<![*†‡¹²³])[*†‡¹²³]+$/, '')
    .trim();
}

/** A text without the words or signs that it is bounded by, and which way they point. */
function unbound(text: string): [text: string, bound: number] {
  let rest = text;
  let bound = 0;
  for (const [pattern, kind] of bounds) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '');
    bound = { '<': -1, '~': 0, '>': 1 }[kind];
  }
  const [first = '', after] = /^(?:(since|from|after)|before|until|by|c\.|ca\.) ?(?=\S)/i.exec(rest) ?? [];
  if (first) [rest, bound] = [rest.slice(first.length), after ? 1 : /^c/i.test(first) ? 0 : -1];
  return [rest, bound];
}

function readingsOfValue(text: string, lang: string, isComma: boolean): Readings {
  const [rest, bound] = unbound(text);
  const readings = new Map<string, Key>();
  if (/^(?:∞|unlimited)$/i.test(rest)) return new Map([[any, [Number.POSITIVE_INFINITY]]]);
  const whole = valuesOf(rest, lang, isComma);
  for (const [kind, [from, to]] of whole.size ? whole : rangesOf(rest, lang, isComma)) {
    readings.set(kind, [from, to, bound]);
  }
  for (const kind of readings.keys()) {
    if (kind === 'number' && readings.get(kind)![0] === 0) readings.set(any, readings.get(kind)!);
  }
  const version = versionOf(rest);
  if (version) readings.set('version', version);
  return readings;
}

type Ends = readonly [from: number, to: number];

/** A text that is one value, no range of them. */
function valuesOf(text: string, lang: string, isComma: boolean): Map<string, Ends> {
  const values = new Map<string, Ends>();
  const date = parseWrittenDate(text, lang);
  if (date) values.set(`date ${date.zone}`, date.span);
  const time = parseClock(text);
  if (time) values.set(`clock ${time.zone}`, [time.ms, time.ms]);
  const dayOfYear = parseDayOfYear(text, lang);
  if (dayOfYear) values.set('day', dayOfYear);
  const month = parseMonth(text, lang);
  if (month) values.set('month', [month, month]);
  const swapped = isComma ? text.replace(/(?<=\d)[.,](?=\d)/g, (sign) => (sign === ',' ? '.' : ',')) : text;
  const compound = durationOf(swapped);
  if (compound !== undefined) values.set('time', [compound, compound]);
  else if (!time) for (const [kind, value] of amountsOf(swapped)) values.set(kind, [value, value]);
  return values;
}

const part = /(?<![\d.])(\d+(?:\.\d+)?) ?(\p{L}+)/gu;

/** Milliseconds of a duration in several units (`1 h 30 min`), or as ISO 8601 has it. */
function durationOf(text: string): number | undefined {
  if (/^P[\dT]/.test(text)) return parseDuration(text);
  const [, sign, plain = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
  const parts = [...plain.matchAll(part)];
  if (parts.length < 2 || plain.replace(part, '').replace(/\b(?:and|und|et|y)\b|[ ,]/g, '')) return undefined;
  const lengths = parts.map(([, count, unit]) => Number(count) * (timeOf(unit!) ?? Number.NaN));
  // From the largest to the smallest.
  const units = parts.map(([, , unit]) => timeOf(unit!) ?? 0);
  if (units.some((unit, index) => index && unit >= units[index - 1]!)) return undefined;
  const sum = lengths.reduce((total, one) => total + one);
  return Number.isNaN(sum) ? undefined : sign === '-' ? -sum : sum;
}

const number = String.raw`(?:[1-9]\d{0,2}(?:[, \u00a0\u2009\u202f'’]\d{3}){1,9}|\d+)(?:\.\d+)?|\.\d+`;
const codes = 'USD|EUR|GBP|JPY|CHF|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|BRL|KRW';
const currency = String.raw`[A-Z]{0,2}\$|[€£¥₹₩]|(?:${codes})\b`;
const amount = new RegExp(
  String.raw`^([+-]?) ?(?:(${currency}) ?)?([+-]?)((?:${number})(?:e[+-]?\d+)?)(?![.,:/^_]?[\dX])(.*)$`,
  'su',
);
const multiplied = /^ ?(thousand|million|billion|trillion)s?(?!\p{L})|^ ?([mbt]n|[kKMBTmb])(?![\p{L}\d])/u;
const multipliers: Record<string, number> = { k: 1e3, t: 1e12, m: 1e6, b: 1e9 };
const names: Record<string, string> = { $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW' };

function* amountsOf(text: string): Iterable<[kind: string, value: number]> {
  const [, sign, before, inner, digits, behind = ''] = amount.exec(text) ?? [];
  if (!digits || (sign && inner)) return;
  const value = Number(digits.replace(/[, \u00a0\u2009\u202f'’]/g, '')) * (sign === '-' || inner === '-' ? -1 : 1);
  const [, plus, tail = ''] = /^(\+?)(.*)$/.exec(behind)!;
  const [found, word, letter = ''] = multiplied.exec(tail) ?? [];
  const rest = found === undefined ? tail : tail.slice(found.length);
  const money = before ?? currencyBehind.exec(rest)?.[1];
  if (found !== undefined && (money || (!/^[mb]$/.test(letter) && !(/^[BT]$/.test(letter) && rest.startsWith('/'))))) {
    const times = word ? multipliers[word === 'thousand' ? 'k' : word[0]!]! : multipliers[letter[0]!.toLowerCase()]!;
    yield* measured(value * times, rest.replace(/^\+/, ''), before);
    if (money || !/^[BT]$/.test(letter)) return;
  }
  yield* measured(value, plus ? tail : behind, before);
}

/** Words that change what a figure means: `20% less`, `5 min before`, `4 GB of it`. */
const change =
  /\b(?:(?:less|long|up|down|cut|over|under|free|left|ago|ahead|than|of|per|each|every|an?|weniger|mehr|moins|plus|menos|más)\b|fewer|low|slow|small|short|cheap|wors|more|high|fast|quick|larg|big|better|longe|drop|fall|fell|ris|rose|gr[eo]w|shr[aiu]nk|reduc|decreas|increas|improv|sav|overhead|headroom|remain|before|after|earl|late|behind)|\//i;

/** What comes behind a number: a unit, and remarks that change nothing. */
function* measured(value: number, behind: string, currency?: string): Iterable<[kind: string, value: number]> {
  let unit = behind.replace(/^-(?=\p{L})/u, '').trim();
  const remark = unit.slice(unit.search(/ ?\(|[,;:] | [-–—] |$/));
  if (remark && !change.test(remark) && (/^ ?\(/.test(remark) || !/\d/.test(remark)))
    unit = unit.slice(0, -remark.length);
  unit = unit.replace(/[.!]$/, '').replace(/ ?\b[pP]\d[\d.]*$/, '');
  if (/\d/.test(unit)) return;
  const [, suffix, after] = currencyFirst.exec(unit) ?? [];
  const money = currency ?? suffix;
  if (money) {
    const one = names[money] ?? money;
    for (const [kind, scale] of unitsOf((suffix ? after! : unit).trim())) yield [`money ${one} ${kind}`, value * scale];
  } else {
    for (const [kind, scale] of unitsOf(unit)) yield [kind, value * scale];
  }
}
const currencyBehind = new RegExp(`^\\+? ?(${currency})`, 'u');
const currencyFirst = new RegExp(`^(${currency})(.*)$`, 'u');

/** What the words behind a number measure, a rate too. */
function unitsOf(unit: string): Measure[] {
  if (!unit) return [['number', 1]];
  const [base = '', period, ...more] = unit
    .replace(/^([kmgtpe]?i?(?:b|bit))ps\b/i, '$1/s')
    .replace(/\bper cent\b/i, '%')
    .split(/ ?\/ ?| (?:per|an?|each|every) |^(?:per|an?|each|every) /);
  const time = period && !more.length ? timeOf(period) : undefined;
  if (time) return unitsOf(base).map(([kind, scale]) => [`${kind} a time`, scale / time]);
  if (period !== undefined) return plainUnit(unit);
  const whole = measuresOf(base);
  if (whole.length) return whole;
  const [first = '', ...rest] = unit.split(' ');
  if (rest.length && !change.test(rest.join(' '))) {
    const measures = measuresOf(first);
    if (measures.length) return measures;
  }
  return plainUnit(unit);
}

/** What is counted: compared only where it is the same, one or many of it. */
function plainUnit(unit: string): Measure[] {
  const one = unit.toLowerCase().replace(/(?<=\p{L}{3})s\b/gu, '');
  if (/^(?:st|nd|rd|th)$/.test(one)) return [['ordinal', 1]];
  return /^[\p{L}°‰#%/]/u.test(one) && !/^[ap]\.?m\b/.test(one) ? [[`unit ${one}`, 1]] : [];
}

const stages = ['dev', 'snapshot', 'alpha', 'a', 'beta', 'b', 'pre', 'preview', 'rc'];
const version = /^(v ?)?(\d+(?:\.\d+)*)(?:[-.]?([a-z]+)[-.]?(\d*))?$/i;

/** A version: `v1.10`, `10.0.0.1`, `2.1.0-rc.1`, `3.11`. Comes before its number where it is not yet done. */
function versionOf(text: string): Key | undefined {
  const [, v, numbers, stage, count] = version.exec(text) ?? [];
  if (!numbers || !(v || numbers.includes('.'))) return undefined;
  if (stage && !stages.includes(stage.toLowerCase())) return undefined;
  const parts = numbers.split('.').map(Number);
  if (parts.length > 6) return undefined;
  const rank = stage ? stages.indexOf(stage.toLowerCase()) : stages.length;
  return [...parts, ...Array<number>(6 - parts.length).fill(0), rank, Number(count || 0)];
}

/** Where a range may be parted, first where it must be. */
const separators = [/ (?:[-–—−]|to|bis) | ?[–—〜～] ?/, / ?- ?/];

/** A text that is two values, the lower one first; what stands once holds for both: `2–4 ms`, `$5–10`, `Mar–Apr 2023`. */
function rangesOf(text: string, lang: string, isComma: boolean): Map<string, Ends> {
  for (const separator of separators) {
    const [low = '', high, ...more] = text.split(separator);
    if (!low || !high || more.length) continue;
    const isBare = /^[^\p{L}\d]*\d[\d.,' ]*$/u.test(low);
    const unit = high.replace(/^[^\d]*\d+(?:[.,' ]\d+)*/, '');
    const token = high.replace(/^\S+/, '');
    const lows = [isBare ? low + unit : low, low + token];
    const highs = [high, /^[^\d]*/.exec(low) + high];
    for (const one of lows) {
      for (const other of highs) {
        const ends = endsOf(valuesOf(one, lang, isComma), openEnd(other, one, lang) ?? valuesOf(other, lang, isComma));
        if (ends.size) return ends;
      }
    }
  }
  return new Map();
}

/** What has begun and goes on. */
function openEnd(high: string, low: string, lang: string): Map<string, Ends> | undefined {
  const zone = /^(?:present|now|today|ongoing|heute|aujourd’hui|hoy)$/i.test(high) && parseWrittenDate(low, lang)?.zone;
  return zone === undefined || zone === false ? undefined : new Map([[`date ${zone}`, [Infinity, Infinity]]]);
}

function endsOf(lows: Map<string, Ends>, highs: Map<string, Ends>): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const [kind, [from]] of lows) {
    const to = highs.get(kind)?.[1];
    if (to !== undefined && to >= from) ends.set(kind, [from, to]);
  }
  return ends;
}
