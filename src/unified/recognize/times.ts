import type { Element, ElementContent, RootContent } from 'hast';
import { type Moment, parseMoment } from '../../internal/figures.js';
import { element, isElement, isSilent, textOf } from '../hast.js';

const months = 'january february march april may june july august september october november december'.split(' ');
const month = months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|');
const date = `(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<m1>${month})\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y1>\\d{4})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${month})\\s+(?<y2>\\d{4})`;
const anyDate = new RegExp(date, 'i');

/** The same words with the first date in them in a `<time>`. */
export function withTimes(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const match = anyDate.exec(node.value);
    if (!match) return [node];
    const end = match.index + match[0].length;
    const time = element('time', { dateTime: isoOf(match.groups!) }, [{ type: 'text', value: match[0] }], node);
    const around = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);
    return [...around(node.value.slice(0, match.index)), time, ...around(node.value.slice(end))];
  });
}

function isoOf({ iso, m1, d1, y1, m2, d2, y2 }: Record<string, string | undefined>): string {
  if (iso) return iso;
  const number = months.findIndex((name) => name.startsWith((m1 ?? m2)!.slice(0, 3).toLowerCase())) + 1;
  return `${y1 ?? y2}-${String(number).padStart(2, '0')}-${(d1 ?? d2)!.padStart(2, '0')}`;
}

/** What begins with a time: the time, what follows it, and when that is. */
export interface Timed {
  time: Element;
  rest: ElementContent[];
  moment: Moment;
}

const zone = '(?:UTC|GMT|[CE][SD]?T|[MP][SD]?T|[JK]ST|CES?T|EES?T|WES?T|BST|IST|SGT|MSK|Z|[+-]\\d{2}:?\\d{2})\\b';
const oneClock = `\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?:\\s?[ap]\\.?m\\b\\.?)?(?:\\s?${zone})?`;
const elapsed =
  'T\\s?[+−-]\\s?(?:(?:\\d+(?:\\.\\d+)?\\s?(?:h(?:rs?|ours?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?|d(?:ays?)?)(?![a-z])\\s?)+|0\\b)';
const start = new RegExp(
  `^\\s*[\\[(~]?(?<when>(?:(?:${date})(?:,?\\s{1,9}(?:at\\s+|[~≈]\\s?)?|T)?)?(?<clock>${oneClock})?(?:\\s{0,9}(?:[-–—]|to)\\s*${oneClock})?|${elapsed})(?![\\w%])[\\])]?`,
  'iu',
);
/** What else a time may say of itself, set apart as it is. */
const about = /^[\s\d:.,~→–—-]*(utc|gmt|am|pm|early|late|morning|noon|midday|afternoon|evening|night|onwards?)?:?$/i;
/** What stands between a time and what happened then. */
const between = /^\s*(?:[:–—|→]|[-=]>|-(?=\s))?\s*/;

/** Takes the time that words begin with, in bold or not; `undefined` where they begin otherwise. */
export function takeTime(nodes: ElementContent[]): Timed | undefined {
  const at = nodes.findIndex((node) => !isSilent(node as RootContent));
  const [first, ...others] = nodes.slice(Math.max(at, 0));
  if (isElement(first)) return takeTimeIn(first, others);
  if (first?.type !== 'text') return undefined;
  const match = start.exec(first.value);
  const written = match?.groups?.['when']?.trim();
  if (!match || !written) return undefined;
  const dateTime = machineTimeOf(written, match.groups!);
  const moment = parseMoment(written) ?? parseMoment(dateTime);
  if (!moment) return undefined;
  const properties = dateTime && dateTime !== written ? { dateTime } : {};
  const time = element('time', properties, [{ type: 'text', value: written }], first);
  const rest = { type: 'text', value: first.value.slice(match[0].length) } as const;
  return { time, rest: withoutStart([rest, ...others]), moment };
}

function takeTimeIn(node: Element, others: ElementContent[]): Timed | undefined {
  if (node.tagName === 'time') {
    const moment = parseMoment(String(node.properties['dateTime'] ?? '')) ?? parseMoment(textOf(node));
    return moment && { time: node, rest: withoutStart(others), moment };
  }
  const inner = isElement(node, 'strong', 'b', 'em', 'code') ? takeTime(node.children) : undefined;
  if (!inner) return undefined;
  const more = textOf({ type: 'root', children: inner.rest });
  if (more && !about.test(more)) return { ...inner, rest: [{ ...node, children: inner.rest }, ...others] };
  const { properties } = inner.time;
  const written = { type: 'text', value: textOf(node).replace(/(?<!\s)\s*:$/, '') } as const;
  const time = more
    ? { ...inner.time, properties: { dateTime: textOf(inner.time), ...properties }, children: [written] }
    : inner.time;
  return { ...inner, time, rest: withoutStart(others) };
}

function withoutStart([first, ...others]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...others] : [];
  const value = first.value.replace(between, '');
  return value ? [{ ...first, value }, ...others] : withoutStart(others);
}

/** A time as HTML has it: https://html.spec.whatwg.org/#the-time-element */
function machineTimeOf(written: string, groups: Record<string, string | undefined>): string {
  const moment = parseMoment(groups['clock'] ?? written);
  const clock =
    moment?.kind === 'clock' ? new Date(moment.ms).toISOString().slice(11, moment.ms % 60_000 ? 19 : 16) : '';
  if (groups['iso'] || groups['y1'] || groups['y2']) {
    const isUniversal = /^(UTC|GMT|Z)$/i.test(moment?.zone ?? '');
    return `${isoOf(groups)}${clock && `T${clock}${isUniversal ? 'Z' : ''}`}`;
  }
  if (moment?.kind === 'elapsed') return moment.ms < 0 ? '' : `PT${moment.ms / 1000}S`;
  return clock;
}
