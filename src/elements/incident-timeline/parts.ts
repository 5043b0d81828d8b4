import { isAbout, isInOrder, type Moment, parseMoment } from '../../internal/figures.js';
import { ofCourse, ofIncident } from '../../internal/incident-words.js';
import { textOf } from '../../internal/text.js';
import { type Entry, entriesOf } from './entries.js';
import { turnOf } from './turns.js';

/** An event with what can be read of it. */
export interface TimedEntry extends Entry {
  moment?: Moment;
  /** Whether it is written as about right: `~15:39`. */
  isAbout: boolean;
  /** Milliseconds on a scale that all events of the timeline share. */
  at?: number;
}

/** One timeline of a page, in one or more elements. */
export interface Course {
  parts: HTMLElement[];
  /** Whether it may as well go on from the one before it, so that nobody knows what it counts from. */
  isUnsure: boolean;
  /** Whether its author calls all of its times approximate. */
  isAbout: boolean;
}

/** What can be read of a timeline. */
export const timedEntriesOf = (timeline: Element): TimedEntry[] =>
  entriesOf(timeline).map((entry) => ({
    ...entry,
    moment: parseMoment(entry.datetime) ?? parseMoment(entry.written),
    isAbout: isAbout(entry.written),
  }));

type Scope = Document | ShadowRoot | Element;

/** The timelines of a scope: found once for all the elements that ask for theirs one after the other. */
const found = new WeakMap<Scope, WeakMap<Element, Course>>();

/**
 * The timeline that an element is a part of. Timelines of one section, with those below it, are one, whatever stands between
 * them; so are those of one incident, by the heading above them. One that has a start of its own is one of its own.
 */
export function courseOf(host: HTMLElement): Course {
  const box = host.closest('incident-callout');
  const scope = box ?? host.closest('article, case-study') ?? (host.getRootNode() as Scope);
  if (!found.has(scope)) {
    found.set(scope, coursesIn(scope, box, host.localName));
    queueMicrotask(() => found.delete(scope));
  }
  return found.get(scope)!.get(host) ?? { parts: [host], isUnsure: false, isAbout: false };
}

interface Place {
  element: HTMLElement;
  /** The headings that it stands under, from the highest down. */
  path: Element[];
}

function coursesIn(scope: Scope, box: Element | null, name: string): WeakMap<Element, Course> {
  const courses = new WeakMap<Element, Course>();
  let course: ReadCourse | undefined;
  let last: Place | undefined;
  for (const place of timelinesIn(scope, box, name)) {
    const { element } = place;
    const own = readingOf(element);
    const relation = course && last ? relationOf(course, last, place, own) : 'apart';
    if (course && relation === 'part') {
      course.parts.push(element);
      course.isAbout ||= isAboutRight(place);
      course.hasStart ||= own.hasStart;
      course.isOrdered &&= isInOrder([...course.ends, ...own.moments]);
      course.ends = endsOf([...course.ends, ...own.moments]);
    } else {
      const { hasStart, moments } = own;
      const isUnsure = relation === 'unsure';
      course = {
        parts: [element],
        isUnsure,
        isAbout: isAboutRight(place),
        hasStart,
        isOrdered: isInOrder(moments),
        ends: endsOf(moments),
      };
    }
    courses.set(element, course);
    last = place;
  }
  return courses;
}

/** Whether the heading above a timeline, or a heading or caption of its own, says of its times that they are about right. */
const isAboutRight = ({ element, path }: Place) =>
  [path.at(-1), ...element.querySelectorAll('h1, h2, h3, h4, h5, h6, caption, th')].some((one) =>
    /\bapprox(?:\.|imat\w+)?(?!\w)|\b(?:rough|estimated) times?\b|\btimes (?:are )?(?:rough|estimate[sd])\b/i.test(
      textOf(one),
    ),
  );

/** What is read of an element to tell whether it goes on from another. */
interface Reading {
  moments: Moment[];
  hasStart: boolean;
}

interface ReadCourse extends Course {
  hasStart: boolean;
  isOrdered: boolean;
  /** The moments that what comes next has to follow. */
  ends: Moment[];
}

function readingOf(element: Element): Reading {
  const entries = timedEntriesOf(element);
  return {
    moments: entries.flatMap(({ moment }) => moment ?? []),
    hasStart: entries.some(({ node }) => turnOf(node) === 'started'),
  };
}

/** The last moment of a clock or the calendar, and the last since a start. */
const endsOf = (moments: readonly Moment[]): Moment[] =>
  [true, false].flatMap((isSpan) => moments.findLast(({ kind }) => (kind === 'elapsed') === isSpan) ?? []);

const levelOf = ({ localName }: Element) => Number(localName[1]);

/** The timelines of an incident or, outside of one, of a page. */
function timelinesIn(scope: Scope, box: Element | null, name: string): Place[] {
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

const dated = /\b\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)?[ .](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function relationOf(course: ReadCourse, last: Place, next: Place, own: Reading): 'part' | 'apart' | 'unsure' {
  if (own.hasStart && course.hasStart) return 'apart';
  const common = next.path.filter((heading) => last.path.includes(heading));
  const [before, after] = [last, next].map(({ path }) => path.filter((heading) => !common.includes(heading)));
  const isOfBox = next.element.closest('incident-callout');
  const isBelowOneHeading = !before!.length && !after!.length;
  // A page may set two beside each other.
  if (!isOfBox && isBelowOneHeading && next.element.parentElement !== last.element.parentElement) return 'apart';
  const says = (headings: readonly Element[], ...patterns: RegExp[]) =>
    headings.map(textOf).some((words) => patterns.some((pattern) => pattern.test(words)));
  const parting = [...before!, ...after!];
  const isOfOne = isOfBox || !before!.length || says(common, ofCourse, ofIncident);
  // Sections that are each about an incident are about different ones, and so are those of days, but for the days of one.
  const areOfTheirOwn = says(parting, ofIncident) || (!isOfOne && says(parting, dated));
  if (!isOfBox && !isBelowOneHeading && areOfTheirOwn) return 'apart';
  const isVague = says(parting, dated) && own.moments.some(({ kind }) => kind === 'clock');
  if (!isOfOne || isVague) return 'unsure';
  const goesOn = course.isOrdered && isInOrder([...course.ends, ...own.moments]);
  if (goesOn || !isInOrder(own.moments)) return 'part';
  return isBelowOneHeading ? 'apart' : 'unsure';
}
