import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isAbout, type Moment, parseMoment, zonesOf } from '../../internal/figures.js';
import { day } from '../../internal/time-units.js';
import { labelledTurn, type Turn, turnNamed } from '../../internal/turns.js';
import { elementsIn, isElement, itemsOf, textOf } from '../hast.js';

/** What stands between a time and what happened then. */
export const separator = /^[\s:|–—-]+/;

/** An event of a timeline. */
export interface CheckedEvent {
  /** The item or the row. */
  node: Element;
  /** The `<time>`, or the cell with the time. */
  time: Element;
  /** What happened. */
  words: string;
  turn?: Turn;
  /** In milliseconds, on the scale of its timeline. */
  at: number;
}

/** A timeline whose every time can be read. */
export interface CheckedTimeline {
  element: Element;
  events: CheckedEvent[];
  /** Whether its times say nothing of days. */
  isClock: boolean;
  /** Whether a time is about right. */
  isRough: boolean;
  /** From the first event to the last, in milliseconds. */
  span: number;
}

/** Every timeline of a page; `undefined` for those that cannot be read without guessing. */
export function timelinesOf(tree: Root): Map<Element, CheckedTimeline | undefined> {
  const timelines = new Map<Element, CheckedTimeline | undefined>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'incident-timeline') timelines.set(node, timelineOf(node));
  });
  return timelines;
}

function timelineOf(element: Element): CheckedTimeline | undefined {
  const read = nodesOf(element).map(eventOf);
  const events = read.filter((event) => event !== undefined);
  const moments = events.map(({ moment }) => moment);
  const times = scaleOf(moments);
  // A span goes on behind its start, nobody knows for how long.
  if (events.length < 2 || events.length < read.length || !times || events.some(({ isSpan }) => isSpan))
    return undefined;
  return {
    element,
    events: events.map(({ moment: _, isSpan: __, isRough: ___, ...event }, index) => ({ ...event, at: times[index]! })),
    isClock: moments[0]!.kind === 'clock',
    isRough: events.some(({ isRough }) => isRough),
    span: times.at(-1)! - times[0]!,
  };
}

function nodesOf(timeline: Element): Element[] {
  const list = firstOf(timeline, 'table') ?? firstOf(timeline, 'ol') ?? firstOf(timeline, 'ul');
  if (list?.tagName !== 'table') return list ? itemsOf(list) : [];
  const rows: Element[] = [];
  visit(list, 'element', (node) => {
    if (node.tagName === 'tr' && elementsIn(node).some(({ tagName }) => tagName === 'td')) rows.push(node);
  });
  return rows;
}

function firstOf(parent: Element, name: string): Element | undefined {
  let found: Element | undefined;
  visit(parent, 'element', (node) => {
    if (node.tagName === name) found ??= node;
  });
  return found;
}

type ReadEvent = Omit<CheckedEvent, 'at'> & { moment: Moment; isSpan: boolean; isRough: boolean };

function eventOf(node: Element): ReadEvent | undefined {
  const cells = node.tagName === 'tr' ? elementsIn(node) : undefined;
  const time = firstOf(cells?.[0] ?? node, 'time') ?? cells?.[0];
  if (!time) return undefined;
  const written = textOf(time);
  const moment = parseMoment(String(time.properties['dateTime'] ?? '')) ?? parseMoment(written);
  if (!moment) return undefined;
  const words = cells ? cells.slice(1).map(textOf).join(' ') : textOf(node).replace(written, '').replace(separator, '');
  const turn = turnOf(node, written, cells);
  // Dates have hyphens, too.
  const isSpan = /[–—]|\bto\b|\s-|:\d\d-/i.test(written);
  return {
    node,
    time,
    words,
    ...(turn && { turn }),
    moment,
    isSpan,
    isRough: isAbout(written),
  };
}

/** The turn that an author has marked: by an attribute, or by a label. */
function turnOf(node: Element, time: string, cells: readonly Element[] | undefined): Turn | undefined {
  const { dataEvent } = node.properties;
  if (dataEvent) return turnNamed(String(dataEvent));
  const labelled = cells ? cells.slice(1).map((cell) => labelIn(cell)) : [labelIn(node, time)];
  return labelled.find((turn) => turn !== undefined);
}

function labelIn(node: Element, time?: string): Turn | undefined {
  const bold: string[] = [];
  visit(node, 'element', (one) => {
    if (isElement(one, 'strong', 'b')) bold.push(textOf(one));
  });
  return labelledTurn(textOf(node), bold, time);
}

/** Times on one scale, each not before the last; `undefined` where that cannot be told for certain. */
function scaleOf(moments: readonly Moment[]): number[] | undefined {
  const kinds = new Set(moments.map(({ kind }) => kind));
  if (zonesOf(moments).size > 1 || kinds.size > 1) return undefined;
  const times: number[] = [];
  for (const { kind, ms } of moments) {
    const last = times.at(-1) ?? ms;
    // A clock goes past midnight, but it does not go back by an hour.
    const at = kind === 'clock' ? Math.floor(last / day) * day + ms : ms;
    const next = kind === 'clock' && at < last - day / 2 ? at + day : at;
    if (next < last) return undefined;
    times.push(next);
  }
  return times;
}
