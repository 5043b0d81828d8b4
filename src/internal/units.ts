import { day, hour, minute, second } from './time-units.js';

/** What is measured, and how much of it a unit is: `GiB` is 8 × 1024³ of `data`. */
export type Measure = readonly [kind: string, scale: number];

const year = 365.25 * day;

// cspell:disable
const times: [RegExp, number][] = [
  [/^(?:ns|nanos(?:econds?)?)$/, 1e-6],
  [/^(?:[uµμ]s|micros(?:econds?)?)$/, 1e-3],
  [/^(?:ms|msecs?|millis(?:econds?)?)$/, 1],
  [/^(?:s|secs?|seconds?|sek|sekunden?|secondes?|segundos?|秒)$/, second],
  [/^(?:m|mins?|minutes?|minuten|minutos?|分|分钟)$/, minute],
  [/^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|時間|小时)$/, hour],
  [/^(?:d|days?|tag|tagen?|jours?|días?|日|天)$/, day],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|週間|周)$/, 7 * day],
  [/^(?:mo|mos|months?|monate?|monaten|mois|mes|meses|か月|个月)$/, year / 12],
  [/^(?:quarters?|quartale?)$/, year / 4],
  [/^(?:y|yrs?|years?|jahre?|jahren|ans?|années?|años?|年)$/, year],
];
// cspell:enable
// cspell:ignore kmgtpe KMGTP Tmµμ
const prefixes = 'kmgtpe';
const prefixed = /^(kilo|mega|giga|tera|peta|exa|kibi|mebi|gibi|tebi|pebi|exbi)(?=bits?$|bytes?$)/i;
const data = /^([kmgtpe]?)(i?)(b|bits?|bytes?|octets?)$/i;
/** French has octets. */
const octets = /^([kKMGTP])(i?)(o)$/;
const scaled = /^([kMGTmµμ]?)(Hz|Wh?|m|g|J|V|A)$/;
const scales: Record<string, number> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, m: 1e-3, µ: 1e-6, μ: 1e-6 };

/** Milliseconds of a unit of time. A month is a twelfth of a year, a year 365.25 days. */
export function timeOf(unit: string): number | undefined {
  // A symbol is written in small letters: 5 M is no 5 minutes.
  const name = unit.length > 2 ? unit.toLowerCase() : unit;
  return times.find(([names]) => names.test(name))?.[1];
}

/**
 * What a unit that is known measures; several where it may be more than one (`kb`, `m`). Bytes and bits are both `data`;
 * `mb`, which is no bit and no byte as it stands, compares with its like only.
 */
export function measuresOf(unit: string): Measure[] {
  const found: Measure[] = [];
  const time = timeOf(unit);
  if (time) found.push(['time', time]);
  const short = unit.replace(prefixed, (name) => name[0]!.toUpperCase() + (/bi$/i.test(name) ? 'i' : ''));
  const [, prefix = '', binary, base = ''] = data.exec(short) ?? octets.exec(unit) ?? [];
  if (base) {
    const isSloppy = /^[kmgtpe]$/.test(prefix) && base === 'b';
    const size = (binary ? 1024 : 1000) ** (prefixes.indexOf(prefix.toLowerCase() || '-') + 1);
    const bits = base === 'b' || /^bit/i.test(base) ? 1 : 8;
    if (!isSloppy || prefix === 'k') found.push(['data', size * bits]);
    if (isSloppy) found.push(['data?', size]);
  }
  const [, scale = '', quantity] = scaled.exec(unit) ?? [];
  if (quantity) found.push([quantity, scales[scale]!]);
  if (/^(?:%|percent|pct)$/i.test(unit)) found.push(['%', 1]);
  if (/^(?:x|×|times|fold)$/i.test(unit)) found.push(['×', 1]);
  return found;
}
