import type { Element, ElementContent, RootContent } from 'hast';
import type { Moment } from '../../internal/figures.js';
import { element, elementsIn, isElement, isSilent, itemsOf } from '../hast.js';
import type { Context } from './context.js';
import { type Timed, takeTime } from './times.js';

const incident = /\b(incidents?|outages?|post-?mortems?|failures?|disruptions?|sev-?\d|what happened|lead-?up)\b/i;
const course = new RegExp(`\\b(timelines?|chronology|(sequence|course) of events)\\b|${incident.source}`, 'i');

/** Whether words, or the headings above, say that what follows is the course of an incident. */
export function isCourse(context: Context, before = '', moments: readonly Moment[] = []): boolean {
  // A page about incidents has other lists, too.
  const isCalledSo = course.test(before) || context.isUnder(course, 2);
  // Days alone are more often those of releases.
  const areDays = moments.length > 0 && moments.every(isDay);
  return isCalledSo && (!areDays || incident.test(before) || context.isUnder(incident));
}

const space = { type: 'text', value: ' ' } as const;
const isDay = ({ kind, zone }: Moment) => kind === 'date' && !zone;

/**
 * A list whose items all begin with a time, each not before the last, as the course of an incident: where it is one by the
 * words or the headings before it, or by counting from T. A list of terms is made one of items.
 */
export function recognizeTimeline(list: Element, before: string, context: Context): Element | undefined {
  if (list.tagName === 'dl') return timelineOf(itemsOfTerms(list), element('ol', {}, [], list), before, context);
  return timelineOf(itemsOf(list).map(unwrapped), list, before, context);
}

/** The same of lines in one paragraph. */
export function recognizeTimedLines(lines: ElementContent[][], paragraph: Element, context: Context) {
  const items = lines.map((line) => element('li', {}, line, paragraph));
  return timelineOf(items, element('ol', {}, [], paragraph), '', context);
}

function timelineOf(items: Element[], list: Element, before: string, context: Context): Element | undefined {
  if (items.length < 3) return undefined;
  const timed: Timed[] = [];
  for (const item of items) {
    const one = takeTime(item.children);
    if (!one) return undefined;
    timed.push(one);
  }
  const moments = timed.map(({ moment }) => moment);
  if (!isInOrder(moments)) return undefined;
  if (!moments.some(({ kind }) => kind === 'elapsed') && !isCourse(context, before, moments)) return undefined;
  const events = timed.map(({ time, rest }, index) => ({
    ...items[index]!,
    children: [time, space, ...rest],
  }));
  return element('incident-timeline', {}, [{ ...list, children: events }], list);
}

/** Whether times follow each other in one zone; a clock may go past midnight. */
function isInOrder(moments: Moment[]): boolean {
  const zones = new Set(moments.flatMap(({ zone }) => zone || []));
  const halfDay = 12 * 60 * 60 * 1000;
  return (
    zones.size < 2 &&
    moments.every((moment, index) => {
      const last = moments[index - 1];
      if (!last || last.kind !== moment.kind || moment.ms >= last.ms) return true;
      // A day goes on until its end, and a clock past midnight.
      if (isDay(moment)) return last.ms - moment.ms < 2 * halfDay;
      return moment.kind === 'clock' && last.ms - moment.ms > halfDay;
    })
  );
}

/** The words of an item's first paragraph as the item's own: its time stands at its beginning. */
function unwrapped(item: Element): Element {
  const at = item.children.findIndex((node) => !isSilent(node as RootContent));
  const first = item.children[at];
  if (!isElement(first, 'p')) return item;
  return { ...item, children: [...first.children, ...item.children.slice(at + 1)] };
}

function itemsOfTerms(list: Element): Element[] {
  const items: Element[] = [];
  for (const node of elementsIn(list).flatMap((one) => (one.tagName === 'div' ? elementsIn(one) : [one]))) {
    if (node.tagName === 'dt') items.push(element('li', {}, [...node.children], node));
    else for (const child of [space, ...node.children]) items.at(-1)?.children.push(child);
  }
  return items;
}
