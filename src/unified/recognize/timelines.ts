import type { Element, ElementContent, RootContent } from 'hast';
import { firstOutOfOrder, isDay, isInOrder, type Moment, parseMoment, zonesOf } from '../../internal/figures.js';
import { ofIncident } from '../../internal/incident-words.js';
import { element, elementsIn, isElement, isHeading, isSilent, itemsOf, textOf } from '../hast.js';
import type { Context } from './context.js';
import { isIncidentTitle } from './incidents.js';
import { type Timed, takeTime } from './times.js';

const course = /\b(timeline|chronology|(sequence|course) of events|what happened|lead-?up)\b/i;
const zone = '(?:utc|gmt|(?:(?:c|e|m|p)[sd]?|[bij]s|[cew]es?|sg)t)';
/** A heading that says so, how its times are written, and nothing else: those of releases, projects, and days say more. */
const only = new RegExp(
  String.raw`^\W*(?:the )?(?:(?:detailed|full|brief|key|high-level|event|failure) )?(?:timeline|chronology|(?:sequence|course) of events|what happened|lead-?up)(?: of (?:the )?(?:events|failure|outage|incident))?(?: \((?:all )?(?:times?\b[^()]*|[a-z]{2,4}t)\))?(?:[^\w\n]{1,3}(?:all|in|times?|are|${zone}|approximate|approximations|approximately|approx))*[^\w\n]?$`,
  'i',
);

/** Whether words, or the headings above, say that what follows is the course of an incident. */
export function isCourse(context: Context, before = '', moments: readonly Moment[] = []): boolean {
  // Of a page's own title alone, other lists are, too.
  const said = (test: (words: string) => boolean) => test(before) || context.isUnder(test, 2);
  const isOfOne = said((words) => course.test(words) && ofIncident.test(words)) || said(isIncidentTitle);
  // Days alone are more often those of releases.
  if (moments.length && moments.every(isDay))
    return isOfOne || (said((words) => only.test(words)) && context.isUnder(isIncidentTitle));
  // A page that has its title elsewhere may begin its sections with the highest headings.
  return isOfOne || said((words) => only.test(words)) || only.test(context.heading);
}

/** Events of a timeline; of one that goes on, there may be fewer. */
const fewest = 3;
const space = { type: 'text', value: ' ' } as const;

/**
 * A list whose items all begin with a time, each not before the last, as the course of an incident: where it is one by the
 * words or the headings before it, or by counting from T. A list of terms is made one of items.
 */
export function recognizeTimeline(list: Element, before: string, context: Context): Element | undefined {
  if (list.tagName === 'dl') return timelineOf(itemsOfTerms(list), element('ol', {}, [], list), before, context);
  return timelineOf(itemsOf(list).map(unwrapped), list, before, context);
}

/**
 * Makes timelines of the lists that lead up to one in its section, whatever stands between them: they are parts of it, however
 * short, and it does not begin before the first of them.
 * @param before what stands before the timeline in its parent
 */
export function leadUpTo(timeline: Element, before: RootContent[], context: Context): void {
  let [next] = momentsIn(timeline);
  for (let at = before.length - 1; next && at >= 0; at--) {
    const list = before[at];
    if (isHeading(list) || isElement(list, 'incident-timeline')) return;
    const part = isElement(list, 'ol', 'ul', 'dl') ? recognizeTimeline(list, '', context) : undefined;
    const moments = part ? momentsIn(part) : [];
    if (!part || !leadTo(moments, next)) continue;
    before[at] = part;
    next = moments[0];
  }
}

/** Whether moments are written as the next one is, and before it. */
const leadTo = (moments: readonly Moment[], next: Moment): boolean =>
  moments.every((one) => one.kind === next.kind && isDay(one) === isDay(next)) &&
  zonesOf([...moments, next]).size < 2 &&
  isInOrder([...moments, next]);

/** The moments of a timeline's list, with the zones that they are written in. */
const momentsIn = (timeline: Element): Moment[] =>
  elementsIn(timeline)
    .flatMap(itemsOf)
    .flatMap((item) => elementsIn(item).find(({ tagName }) => tagName === 'time') ?? [])
    .flatMap((time) => parseMoment(textOf(time)) ?? parseMoment(String(time.properties['dateTime'])) ?? []);

/** The same of lines in one paragraph. */
export function recognizeTimedLines(lines: ElementContent[][], paragraph: Element, context: Context) {
  if (lines.length < fewest) return undefined;
  const items = lines.map((line) => element('li', {}, line, paragraph));
  return timelineOf(items, element('ol', {}, [], paragraph), '', context);
}

function timelineOf(items: Element[], list: Element, before: string, context: Context): Element | undefined {
  if (items.length < (context.isAfterTimeline ? 1 : fewest)) return undefined;
  const timed: Timed[] = [];
  for (const item of items) {
    const one = takeTime(item.children);
    if (!one) return undefined;
    timed.push(one);
  }
  const moments = timed.map(({ moment }) => moment);
  const isFromStart = moments.some(({ kind }) => kind === 'elapsed');
  const isOfOne = isCourse(context, before, moments);
  if (!isFromStart && !context.isAfterTimeline && !isOfOne) return undefined;
  const disorder = disorderIn(timed.map(({ time, moment }) => ({ written: textOf(time), moment })));
  if (disorder) {
    // Beside a timeline, it may be anything.
    if (isOfOne && !context.isAfterTimeline)
      context.unrecognized(
        `${disorder.words}, so the list is shown as no timeline: ${disorder.fix}.`,
        items[disorder.at]!,
      );
    return undefined;
  }
  context.beginTimeline();
  const events = timed.map(({ time, rest }, index) => ({
    ...items[index]!,
    children: [time, space, ...rest],
  }));
  return element('incident-timeline', {}, [{ ...list, children: events }], list);
}

/** Why moments cannot be compared, where it shows, and what to do; nothing where they can. */
export function disorderIn(
  timed: readonly { written: string; moment: Moment }[],
): { words: string; at: number; fix: string } | undefined {
  const moments = timed.map(({ moment }) => moment);
  const zones = [...zonesOf(moments)];
  if (zones.length > 1) {
    const at = moments.findIndex((_, index) => zonesOf(moments.slice(0, index + 1)).size > 1);
    return { words: `The times are in several time zones (${zones.join(', ')})`, at, fix: 'write them in one' };
  }
  const at = firstOutOfOrder(moments);
  if (at < 1) return undefined;
  const words = `${timed[at]!.written} stands after ${timed[at - 1]!.written}`;
  return { words, at, fix: 'put the events in order, or write their days' };
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
