// cspell:ignore utili ation kmgt declin decreas
/** What a cell of a table says of the use of a resource. Only what is said in whole is read. */

const about = String.raw`(?:(?:about|around|roughly|approximately)\s+|[~≈] ?)`;
const number = String.raw`\d+(?:[.,]\d{1,2})?`;
const numberOf = (digits = '') => Number(digits.replace(',', '.'));

/** What makes a share one of what is used. */
const used = String.raw`(?:used|utili[sz]ed|utili[sz]ation|usage|full|busy|in use|occupied|allocated|consumed|(?:on )?average|avg\.?|(?:at |during )?(?:the )?peak(?: hours)?|of (?:(?:the|its|our|available|total|provisioned|allocated|all) ){0,2}(?:capacity|cpus?|cores|memory|ram|heap|disks?|storage|space|bandwidth|quota|iops|throughput|connections|connection pool|pool)|of ${number}\s?(?:[kmgt]i?b|cores|v?cpus|nodes|slots|shards|connections))`;
const share = new RegExp(
  String.raw`^(?:(?:avg\.?|average|peak)\s+)?${about}?(${number})(?: ?%? ?(?:[-–—]|to) ?(${number}))? ?%(?: ?${used}| ?\(${used}\))?$`,
  'i',
);

const rising = String.raw`growing|grows|grew|growth(?:\s+(?:of|rate|rate of))?:?|increasing|increases|increased|increase of|rising|rises|up`;
const falling = 'shrink(?:ing|s)|shrank|declin(?:ing|es|ed)|decreas(?:ing|es|ed)|falling|falls|fell|down';
const perPeriod = new RegExp(
  String.raw`^${about}?(?:(?:(${rising})|(${falling}))(?:\s+(?:by|at))?\s+${about}?)?([+−-]\s*)?(${number})\s*%\s*(?:\/\s*|(?:per|an?|each|every)\s+)(hour|day|week|month|quarter|year)(?:\s+(?:(growth|increase)|(decline|decrease)))?\.?$`,
  'i',
);

/** What a heading or a resource says of shares that are not of use. */
const otherwise =
  /\b(?:headroom|free|idle|available|availability|uptime|spare|unused|remaining|left|reserved?|costs?|prices?|spend|savings?|growth|growing|increases?|decreases?|reductions?|improvements?|gains?|margins?|discounts?|targets?|limits?|thresholds?|budgets?|slos?|slas?|objectives?|goals?|alerts?|changes?|trend|errors?|loss|losses|failures?|churn|share of)\b/i;
const ofUse =
  /\b(?:us(?:e|ed|age)|utili[sz]ation|load|occupancy|occupied|consum\w+|allocated|efficiency|hit rate|saturation|busy|fill|cpu|memory|ram|disk|storage|network|heap)\b/i;

/** Where a share stands. */
export interface Where {
  /** The heading of the column; empty where there is none. */
  column: string;
  /** What the row is about. */
  resource: string;
  /** Whether this is the column after the resource, which is for its use. */
  isFirst: boolean;
}

/** The share of a resource that is in use, in percent, with both ends of a range; `undefined` where a cell may say anything else. */
export function shareOf(text: string, { column, resource, isFirst }: Where): { from: number; to: number } | undefined {
  const [, low, high] = share.exec(text.trim()) ?? [];
  if (!low || otherwise.test(column) || otherwise.test(resource) || !(isFirst || ofUse.test(column))) return undefined;
  const [from, to] = [numberOf(low), numberOf(high ?? low)];
  return from <= to && to <= 100 ? { from, to } : undefined;
}

/** By what share something grows in each period (0.2 each `month`), below 0 where it shrinks; `undefined` where a cell may say else. */
export function growthOf(text: string, { column, resource }: Where): { rate: number; period: string } | undefined {
  const match = perPeriod.exec(text.trim());
  if (!match) return undefined;
  const [, up, down, sign, digits, period = '', noun, fall] = match;
  const isSaid = up ?? down ?? sign ?? noun ?? fall;
  if (!isSaid && !/^(?:monthly |yearly |annual )?growth(?: rate)?$/i.test(column.trim())) return undefined;
  if (/\b(?:targets?|limits?|budgets?|savings?|discounts?|costs?)\b/i.test(`${column} ${resource}`)) return undefined;
  const isShrinking = Boolean(down ?? fall) || /[−-]/.test(sign ?? '');
  if (isShrinking && up) return undefined;
  return { rate: (numberOf(digits) / 100) * (isShrinking ? -1 : 1), period: period.toLowerCase() };
}
