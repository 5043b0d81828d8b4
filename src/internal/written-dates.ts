import { day, hour, minute, second } from './time-units.js';

/** From when to when, in milliseconds since 1970 (UTC) or, of a day without a year, since the first of January. */
export type Span = readonly [from: number, to: number];

// cspell:ignore wednes thurs satur
const weekday = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )/;
const ordinal = String.raw`(?:st|nd|rd|th|\.)?`;
const year = String.raw`(\d{4})`;
const of = '(?: of| de| del|,)?[ -]';

/** In a text whose names of months are `#3`: what its parts are, by their order. */
const forms: [RegExp, order: string][] = [
  [/^(\d{4})$/, 'y'],
  [/^(\d{4})([-/])(\d{1,2})$/, 'y-m'],
  [/^(\d{4})年(\d{1,2})月$/, 'ym'],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, 'ymd'],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, 'y-md'],
  // Between dots the day comes first, everywhere.
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 'dmy'],
  [/^(\d{1,2})\/(\d{4})$/, 'my'],
  // Which of the two is the month is known only where the other cannot be.
  [/^(1[3-9]|2\d|3[01])([-/])(\d{1,2})\2(\d{4})$/, 'd-my'],
  [/^(\d{1,2})([-/])(1[3-9]|2\d|3[01])\2(\d{4})$/, 'm-dy'],
  [new RegExp(`^(\\d{1,2})${ordinal}${of}#(\\d+)${of}${year}$`), 'dmy'],
  [new RegExp(`^#(\\d+) (\\d{1,2})${ordinal},? ${year}$`), 'mdy'],
  [new RegExp(`^${year}[ -]#(\\d+)[ -](\\d{1,2})$`), 'ymd'],
  [new RegExp(`^#(\\d+)${of}${year}$`), 'my'],
  [new RegExp(`^${year}[ -]#(\\d+)$`), 'ym'],
  [/^#(\d+) ?['’](\d{2})$/, 'mY'],
  [/^[qt]([1-4])[ /-]?(\d{4})$/, 'qy'],
  [/^[qt]([1-4]) ?['’](\d{2})$/, 'qY'],
  [/^(\d{4})[ /-]?[qt]([1-4])$/, 'yq'],
  [/^h([12])[ /-]?(\d{4})$/, 'hy'],
  [/^(\d{4})[ /-]?h([12])$/, 'yh'],
];
const withoutYear = new RegExp(`^(\\d{1,2})${ordinal}(?: of| de)? #(\\d+)$|^#(\\d+) (\\d{1,2})(?:st|nd|rd|th)$`);

const monthsOf = new Map<string, Map<string, string>>();

/** The months by their names, long and short, of a language and of English. */
function monthsIn(lang: string): Map<string, string> {
  const known = monthsOf.get(lang);
  if (known) return known;
  const months = new Map([['sept', '#9']]);
  for (const locale of [lang, 'en']) {
    for (const month of ['long', 'short'] as const) {
      for (const form of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' });
        for (let number = 0; number < 12; number++) {
          const name = format.formatToParts(Date.UTC(2024, number, 1)).find(({ type }) => type === 'month')!.value;
          const key = name.toLowerCase().replace('.', '');
          // In Chinese and Japanese it is a number, which stands for nothing alone.
          if (/^\p{L}{3,}$/u.test(key) && !months.has(key)) months.set(key, `#${number + 1}`);
        }
      }
    }
  }
  monthsOf.set(lang, months);
  return months;
}

const named = (text: string, lang: string) =>
  text
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => monthsIn(lang).get(word) ?? word)
    .replace(/(#\d+)\./g, '$1');

/** A span of the calendar; `undefined` where there is no such day. */
function spanOf(parts: Record<string, number>): Span | undefined {
  const { y, m, d, q, h } = parts;
  const years = y ?? 2000 + parts['Y']!;
  const [first, length] = q ? [q * 3 - 2, 3] : h ? [h * 6 - 5, 6] : m !== undefined ? [m, 1] : [1, 12];
  if (years < 1000 || years > 2999 || first < 1 || first > 12) return undefined;
  const from = Date.UTC(years, first - 1, d ?? 1);
  if (d !== undefined && new Date(from).getUTCDate() !== d) return undefined;
  return [from, d === undefined ? Date.UTC(years, first - 1 + length, 1) : from + day];
}

/**
 * A date as people write it, in English or in the language of the page: `2024-03-14`, `14 March 2024`, `Mar 14, 2024`,
 * `Dec 2022`, `2022`, `Q3 2023`, `early 2021`, a time behind it too. `undefined` for anything else: `03/04/2024` is one day
 * here and another there, and `May 22` a day or a month. The zone is that of a time, empty where it is a distance from UTC.
 */
export function parseWrittenDate(text: string, lang = 'en'): { span: Span; zone: string } | undefined {
  const start = text.search(/\d{1,2}:\d\d/);
  if (start < 0) {
    const span = dateOf(named(text, lang));
    return span && { span, zone: '' };
  }
  const date = dateOf(
    named(
      text
        .slice(0, start)
        .replace(/(?:,|\bat|(?<=\d)t)?\s?$/i, '')
        .trim(),
      lang,
    ),
  );
  const time = parseClock(text.slice(start).replace(/-(\d\d):(\d\d)$/, '-$1$2'));
  if (!date || !time) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(time.zone) ?? [];
  const offset = sign ? (Number(hours) * hour + Number(minutes) * minute) * (sign === '-' ? -1 : 1) : 0;
  const at = date[0] + time.ms - offset;
  return { span: [at, at], zone: sign || /^(?:Z|UTC|GMT|)$/.test(time.zone) ? '' : time.zone };
}

function dateOf(text: string): Span | undefined {
  const plain = text.replace(weekday, '');
  const [, part, rest = ''] = /^(early|mid|late|beginning of|start of|end of)[ -](.*)$/.exec(plain) ?? [];
  if (part) {
    const whole = dateOf(rest);
    if (!whole) return undefined;
    const third = (whole[1] - whole[0]) / 3;
    const from = whole[0] + third * (part === 'mid' ? 1 : /^(?:late|end)/.test(part) ? 2 : 0);
    return [from, from + third];
  }
  for (const [form, order] of forms) {
    const match = form.exec(plain);
    if (match) return spanOf(Object.fromEntries([...order].map((name, index) => [name, Number(match[index + 1])])));
  }
  return undefined;
}

/** A day of no year that cannot be a month of one: `14 March`, `March 14th`. */
export function parseDayOfYear(text: string, lang = 'en'): Span | undefined {
  const [match, d, m, month, number] = withoutYear.exec(named(text, lang).replace(weekday, '')) ?? [];
  return match === undefined ? undefined : spanOf({ y: 2024, m: Number(m ?? month), d: Number(d ?? number) });
}

/** The number of a month that is the whole text. */
export function parseMonth(text: string, lang = 'en'): number | undefined {
  const [, month] = /^#(\d+)$/.exec(named(text, lang)) ?? [];
  return month ? Number(month) : undefined;
}

/** Whether a text may be a date that nothing above reads: `May 22`, `Summer 2022`, `FY23`, `week 12`. */
export function isLikeDate(text: string, lang = 'en'): boolean {
  const plain = named(text, lang);
  const rest = plain.replace(/#\d+/, '');
  return (
    (rest !== plain && /\d/.test(rest) && !/\p{L}/u.test(rest)) ||
    /^(?:spring|summer|autumn|fall|winter|early|mid|late|week|kw|[fc]y|since|before|after|until|end|start|beginning)\b.*\d/.test(
      plain,
    )
  );
}

const clock =
  /^(\d{1,2})(?::([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|[a-z]{2,4}t|[+-]\d{4}|\+\d{2}:\d{2}))?$/i;

/** A time of day, and the zone that it is written with; empty where none is. `undefined` for a number alone. */
export function parseClock(text: string): { ms: number; zone: string } | undefined {
  const [, hours, minutes, seconds = '0', half, zone = ''] = clock.exec(text) ?? [];
  if (!hours || (!minutes && !half) || Number(hours) > (half ? 12 : 24)) return undefined;
  const hourOfDay = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return { ms: hourOfDay * hour + Number(minutes ?? 0) * minute + Number(seconds) * second, zone: zone.toUpperCase() };
}
