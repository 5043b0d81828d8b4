import { textOf } from '../../internal/anchors.js';
import { isInOrder, type Moment, parseMoment } from '../../internal/figures.js';
import { type Entry, entriesOf } from './entries.js';
import { turnOf } from './turns.js';

/** An event with what can be read of it. */
export interface TimedEntry extends Entry {
  moment?: Moment;
  /** Milliseconds on a scale that all events of the timeline share. */
  at?: number;
}

/** One timeline of a page, in one or more elements. */
export interface Course {
  parts: HTMLElement[];
  /** Whether it may as well go on from the one before it, so that nobody knows what it counts from. */
  isUnsure: boolean;
}

/** What can be read of a timeline. */
export const timedEntriesOf = (timeline: Element): TimedEntry[] =>
  entriesOf(timeline).map((entry) => ({
    ...entry,
    moment: parseMoment(entry.datetime) ?? parseMoment(entry.written),
  }));

/**
 * The timeline that an element is a part of. Timelines of one section, with those below it, are one, whatever stands between
 * them; so are those of one incident, by the heading above them. One that has a start of its own is one of its own.
 */
export function courseOf(host: HTMLElement): Course {
  const courses: Course[] = [];
  let last: { element: HTMLElement; path: Element[] } | undefined;
  for (const { element, path } of timelinesBeside(host)) {
    const course = courses.at(-1);
    const relation = course && last ? relationOf(course, last, { element, path }) : 'apart';
    if (relation === 'part') course!.parts.push(element);
    else courses.push({ parts: [element], isUnsure: relation === 'unsure' });
    last = { element, path };
  }
  return courses.find(({ parts }) => parts.includes(host)) ?? { parts: [host], isUnsure: false };
}

interface Place {
  element: HTMLElement;
  /** The headings that it stands under, from the highest down. */
  path: Element[];
}

const levelOf = ({ localName }: Element) => Number(localName[1]);

/** The timelines of the same incident or, outside of one, of the same page. */
function timelinesBeside(host: HTMLElement): Place[] {
  const box = host.closest('incident-callout');
  const scope = box ?? host.closest('article, case-study') ?? (host.getRootNode() as Document | ShadowRoot | Element);
  const name = host.localName;
  const places: Place[] = [];
  let path: Element[] = [];
  for (const node of scope.querySelectorAll<HTMLElement>(`${name}, h1, h2, h3, h4, h5, h6`)) {
    if (node.localName === name) {
      if (node.closest('incident-callout') === box) places.push({ element: node, path });
    } else {
      path = [...path.filter((heading) => levelOf(heading) < levelOf(node)), node];
      // Its own title stands inside of it.
      const last = places.at(-1);
      if (last?.element.contains(node)) last.path = path;
    }
  }
  return places;
}

const incident = /\b(?:incident|outage|disruption|post-?mortem|sev-?\d)\b/i;
const course = new RegExp(`\\b(?:timeline|chronology|(?:sequence|course) of events)\\b|${incident.source}`, 'i');
const dated = /\b\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)?[ .](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function relationOf({ parts }: Course, last: Place, next: Place): 'part' | 'apart' | 'unsure' {
  const hasStart = (element: Element) => entriesOf(element).some(({ node }) => turnOf(node) === 'started');
  if (hasStart(next.element) && parts.some(hasStart)) return 'apart';
  const common = next.path.filter((heading) => last.path.includes(heading));
  const [before, after] = [last, next].map(({ path }) => path.filter((heading) => !common.includes(heading)));
  const isOfBox = next.element.closest('incident-callout');
  const isBelowOneHeading = !before!.length && !after!.length;
  // A page may set two beside each other.
  if (!isOfBox && isBelowOneHeading && next.element.parentElement !== last.element.parentElement) return 'apart';
  const says = (headings: readonly Element[], pattern: RegExp) => headings.some((one) => pattern.test(textOf(one)));
  const parting = [...before!, ...after!];
  const isOfOne = isOfBox || !before!.length || says(common, course);
  // Sections that are each about an incident are about different ones, and so are those of days, but for the days of one.
  if (!isOfBox && !isBelowOneHeading && (says(parting, incident) || (!isOfOne && says(parting, dated)))) return 'apart';
  const own = timedEntriesOf(next.element).flatMap(({ moment }) => moment ?? []);
  const isVague = says(parting, dated) && own.some(({ kind }) => kind === 'clock');
  if (!isOfOne || isVague) return 'unsure';
  const moments = [...parts, next.element].flatMap((part) =>
    timedEntriesOf(part).flatMap(({ moment }) => moment ?? []),
  );
  if (isInOrder(moments) || !isInOrder(own)) return 'part';
  return isBelowOneHeading ? 'apart' : 'unsure';
}
