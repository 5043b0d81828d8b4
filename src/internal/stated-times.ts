import { day, hour, minute } from './time-units.js';
import { timeOf } from './units.js';

/** What a time of an incident is counted to. */
export type Counted = 'detect' | 'mitigate' | 'resolve' | 'duration';

/** How long something took, as a text states it. */
export interface StatedTime {
  counted: Counted;
  /** Where its words begin, and the words. */
  start: number;
  words: string;
  /** In milliseconds. */
  ms: number;
  /** What it may be off by: half of the smallest unit, or a tenth where it is “about” right. */
  tolerance: number;
  /** Whether it is a value behind its label, and not a part of a sentence. */
  isLabelled: boolean;
  /** Whether the label may as well be a mean of many incidents. */
  isMean: boolean;
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const amount = String.raw`(?:\d{1,5}(?:\.\d{1,3})?|an?|${numbers.join('|')})`;
const unit = '(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|days?|weeks?)';
const part = String.raw`${amount}[ \u00A0-]?${unit}(?![\w])`;
const duration = new RegExp(
  String.raw`(?<![\w.,:/+-])(?:half an hour|${part}(?:,? (?:and )?${part}){0,2})(?!-?\w)`,
  'gi',
);
const parts = new RegExp(String.raw`(${amount})[ \u00A0-]?(${unit})(?![\w])`, 'gi');

function durationOf(words: string): { ms: number; tolerance: number; isVague: boolean } {
  if (/^half/i.test(words)) return { ms: hour / 2, tolerance: 5 * minute, isVague: true };
  const all = [...words.matchAll(parts)].map(([, count = '', name = '']) => {
    const number = numbers.indexOf(count.toLowerCase()) + 1 || (/^an?$/i.test(count) ? 1 : Number(count));
    const scale = timeOf(name.toLowerCase())!;
    return { ms: number * scale, unit: scale, isVague: /^an?$/i.test(count) };
  });
  const ms = all.reduce((sum, one) => sum + one.ms, 0);
  return { ms, tolerance: Math.min(...all.map((one) => one.unit)) / 2, isVague: all.some((one) => one.isVague) };
}

const incident = '(?:incident|outage|downtime|disruption|degradation|interruption|impact|service interruption)';
/** Labels that say what is counted, each as a whole. */
const labels: [Counted, RegExp][] = [
  ['detect', /^(?:time to (?:detect|detection|discover|discovery|notice)|m?ttd|detection time)$/],
  ['mitigate', /^(?:time to (?:mitigate|mitigation)|m?ttm|mitigation time)$/],
  [
    'resolve',
    /^(?:time to (?:resolve|resolution|recover|recovery|restore|repair|fix)|m?ttr|(?:resolution|recovery|restoration) time)$/,
  ],
  [
    'duration',
    new RegExp(
      `^(?:(?:total )?(?:${incident} )?duration|total ${incident}|downtime|${incident} (?:time|length)|(?:duration|length) of (?:the )?${incident})$`,
    ),
  ],
];

/** What a label may say besides: whose time it is. */
const besides =
  /^(?:the|this|actual|total|overall|approximate|approx)\s|\s?\((?:m?tt[dmr]|utc)\)$|\s(?:of|for) (?:this|the) (?:incident|outage)$/g;

/** What a label is about, if that is a time of an incident. */
export function countedBy(label: string): Counted | undefined {
  const plain = label.toLowerCase().replace(/\s+/g, ' ').trim();
  const isCounted = (words: string) => labels.find(([, pattern]) => pattern.test(words))?.[0];
  return isCounted(plain) ?? isCounted(plain.replace(besides, ''));
}

/** What makes a time another's, a wish, a limit, or a part of something. */
const other =
  /\b(?:targets?|goals?|objectives?|slos?|slas?|should|would|could|may|might|must|will|shall|can|expect\w*|estimat\w*|aim\w*|plan\w*|budget\w*|average|avg|mean|median|typical\w*|usual\w*|normal\w*|often|sometimes|generally|quarter\w*|month\w*|year\w*|annual\w*|previous\w*|prior|last (?:week|month|quarter|year|time|incident|outage)|another|other|similar|past|historical\w*|compar\w*|reduc\w*|improv\w*|decreas\w*|increas\w*|instead|otherwise|if|had (?:we|it|they)|unless|not|never|n['’]t|\w{2,6}n['’]t|without|each|every|first|second|next|initial\w*|remaining|up to|at (?:most|least)|less|more|fewer|under|over|within|below|above|maximum|minimum|max|min\.|longest|shortest|timeouts?|ttl|intervals?|cache\w*|windows?|retention|maintenance|scheduled|simulat\w*|drills?|exercises?|says?|said|claim\w*|report(?:s|ed) (?:that|by)|per|of \d|\d{4})\b|["“”«»?]|[<>≤≥±]/i;

const rough = /(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa)|[~≈])$/i;

/** Words before a duration that say what took so long; those of an outage are about all of it. */
const before: [Counted, RegExp][] = [
  [
    'duration',
    new RegExp(
      `\\b(?:the|this|our) (?:\\w+ )?${incident} (?:has |had )?(?:lasted|went on|continued)(?: for)?(?: a total of)?$`,
      'i',
    ),
  ],
  ['duration', /\b(?:an?|the|this|total) (?:\w+ )?(?:outage|downtime|service interruption) of$/i],
  ['duration', /\b(?:lasting|lasted)(?: for)?(?: a total of)?$/i],
  ['duration', /\b(?:was|were) (?:completely |fully )?(?:down|unavailable|offline|unreachable) for(?: a total of)?$/i],
  ['detect', /\b(?:the|this) (?:incident|outage|problem|issue) was (?:detected|noticed|discovered) after$/i],
  ['mitigate', /\b(?:the|this) (?:incident|outage) was mitigated after$/i],
  ['resolve', /\b(?:the|this) (?:incident|outage) was (?:resolved|fixed) after$/i],
  ['detect', /\btime to (?:detect|detection) (?:was|is)$/i],
  ['mitigate', /\btime to (?:mitigate|mitigation) (?:was|is)$/i],
  ['resolve', /\btime to (?:resolve|resolution|recover|recovery) (?:was|is)$/i],
  ['duration', new RegExp(`\\b(?:total )?(?:duration|length) of (?:the|this) ${incident} (?:was|is)$`, 'i')],
];

/** Words behind a duration that say the same. */
const behind: [Counted, RegExp][] = [
  ['duration', /^ (?:outage|of downtime|downtime|service interruption)\b/i],
  ['detect', /^ to (?:detect|notice|discover)(?: (?:the|this) (?:incident|outage|problem|issue)|(?=[.,;]|$))/i],
  ['mitigate', /^ to mitigate(?: (?:the|this) (?:incident|outage)|(?=[.,;]|$))/i],
  ['resolve', /^ to (?:resolve|recover)(?: (?:the|this) (?:incident|outage)|(?=[.,;]|$))/i],
];

/** In characters; how far a sentence is read on both sides of a duration. */
const reach = 500;

/** The times of an incident that a text states in so many words; whatever leaves a doubt states none. */
export function statedTimes(text: string): StatedTime[] {
  const found: StatedTime[] = [];
  for (const { 0: words, index } of text.matchAll(duration)) {
    const from = Math.max(0, index - reach);
    const around = text.slice(from, index + words.length + reach);
    const one = labelledAt(around, index - from, words) ?? toldAt(around, index - from, words);
    if (one) found.push({ ...one, start: from + one.start });
  }
  return found;
}

/** In characters; what is longer is no label. */
const longestLabel = 60;

/** A label, and nothing but a duration behind it. */
function labelledAt(text: string, at: number, words: string): StatedTime | undefined {
  const ends = ['\n', '; ', ', ', '. ', '| '].map((mark) => text.lastIndexOf(mark, at - 1));
  const lead = text.slice(Math.max(0, at - longestLabel, ...ends.map((end) => end + 1)), at).trim();
  const plain = lead.replace(rough, '').trim();
  const mark = /[:=–—-]/.exec(plain.slice(-1))?.[0] ?? '';
  const label = plain
    .slice(0, plain.length - mark.length)
    .replace(/^[^\p{L}]+/u, '')
    .trim();
  const counted = countedBy(label);
  const isShort = /^m?tt[dmr]$/i.test(label);
  const rest = restOf(text, at + words.length);
  if (!counted || !(mark || isShort) || !isEnd(rest) || other.test(rest)) return undefined;
  return stated(
    counted,
    text,
    { from: text.lastIndexOf(lead, at), at, words },
    { isRough: plain !== lead, isLabelled: true, isMean: /^m/i.test(label) && isShort },
  );
}

/** What follows a value in its line. */
const restOf = (text: string, end: number) => /^[^\n]*/.exec(text.slice(end, end + 120))![0];

/** Whether nothing follows a value but a remark, or another value. */
const isEnd = (rest: string) => /^\s*(?:$|[.;,|(]|[–—-] )/.test(rest) && !/^\s*[-–—]\s*\d/.test(rest);

function toldAt(text: string, at: number, words: string): StatedTime | undefined {
  const sentence = sentenceAround(text, at);
  if (other.test(sentence.text.replace(words, ''))) return undefined;
  const lead = text
    .slice(Math.max(sentence.start, at - 100), at)
    .replace(/\s+/g, ' ')
    .trim();
  const plain = lead.replace(rough, '').trim();
  // The end of a range is no figure.
  if (/(?:[-–—]|\bto|\bbetween|\bor|\band)$/i.test(plain) && !/\ba total of$/.test(plain)) return undefined;
  const rest = text.slice(at + words.length, at + words.length + 60).replace(/\s+/g, ' ');
  if (/^ ?(?:[-–—]|to|or) ?\d/.test(rest)) return undefined;
  const led = before.find(([, pattern]) => pattern.test(plain));
  const followed = led ? undefined : behind.find(([, pattern]) => pattern.test(rest));
  const [counted] = led ?? followed ?? [];
  if (!counted) return undefined;
  const [verb = ''] = led?.[1].exec(plain)?.[0].split(' ').slice(-2) ?? [];
  const from = led ? Math.max(sentence.start, text.lastIndexOf(verb, at)) : at;
  const to = followed ? words.length + followed[1].exec(rest)![0].length : words.length;
  return stated(
    counted,
    text,
    { from, at, words: text.slice(at, at + to) },
    { isRough: plain !== lead, isLabelled: false, isMean: false },
  );
}

function sentenceAround(text: string, at: number): { text: string; start: number } {
  const start = Math.max(...['. ', '! ', '? ', '.\n'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const end = /[.!?](?=\s|$)/.exec(text.slice(at))?.index ?? text.length - at;
  return { text: text.slice(start, at + end + 1), start };
}

function stated(
  counted: Counted,
  text: string,
  { from, at, words }: { from: number; at: number; words: string },
  { isRough, ...rest }: { isRough: boolean; isLabelled: boolean; isMean: boolean },
): StatedTime {
  const { ms, tolerance, isVague } = durationOf(words);
  return {
    counted,
    start: from,
    words: text.slice(from, at + words.length),
    ms,
    tolerance: Math.max(tolerance, isRough || isVague ? ms / 10 : 0),
    ...rest,
  };
}

/** A duration beside the two times that it is between. */
export interface StatedSpan {
  start: number;
  words: string;
  /** In milliseconds. */
  between: number;
}

const clock = String.raw`\d{1,2}:[0-5]\d`;
const span = new RegExp(
  String.raw`(${clock})(?: ([A-Z]{2,4}))? ?(?:[-–—]|to|until) ?(${clock})(?: ([A-Z]{2,4}))? \((${part}(?:,? (?:and )?${part}){0,2})\)`,
  'i',
);

/** “Duration: 21:45 to 23:28 UTC (103 minutes)”, where the minutes are wrong. */
export function wrongSpans(text: string): StatedSpan[] {
  return text.split('\n').flatMap((line, index, lines) => {
    const match = span.exec(line);
    if (!match) return [];
    const [words, from = '', zone, to = '', other, duration = ''] = match;
    const label = line.slice(0, match.index).trim();
    if (!label.endsWith(':') || countedBy(label.slice(0, -1)) !== 'duration' || (zone && zone !== other)) return [];
    const { ms, tolerance } = durationOf(duration);
    const between = (msOf(to) - msOf(from) + day) % day;
    // What ends on another day is longer by days.
    if (Math.abs(((ms - between + day / 2) % day) - day / 2) <= tolerance) return [];
    const start = lines.slice(0, index).join('\n').length + Number(index > 0) + match.index;
    return [{ start, words, between }];
  });
}

const msOf = (time: string) => Number(time.split(':')[0]) * hour + Number(time.split(':')[1]) * minute;
