import type { Element, Nodes, Root } from 'hast';
import { formatDuration } from '../../internal/durations.js';
import {
  type Counted,
  type StatedSpan,
  type StatedTime,
  statedTimes,
  wrongSpans,
} from '../../internal/stated-times.js';
import { day } from '../../internal/time-units.js';
import type { Turn } from '../../internal/turns.js';
import { isElement, isHeading, textOf } from '../hast.js';
import { placeIn } from './blocks.js';
import { type CheckedTimeline, timelinesOf } from './checked-timelines.js';
import type { CheckedPage, Report, Rule } from './rule.js';
import { type Statement, statementsOf } from './statements.js';

export const incidentTimes: Rule = {
  name: 'incident-times',
  severity: 'warn',
  summary: 'A page and its timeline give different times.',
  help: `Finds times of an incident (“Time to recovery: 90 minutes”, “TTD 5 min”, “Duration: 3 h”, “the outage lasted 3 hours”) that its timeline does not give: in paragraphs, lists, tables of facts and lists of terms, of the section that has the timeline, or of the page if that is about one incident and has one timeline. They are compared with the events that the author has marked as \`started\`, \`detected\`, \`mitigated\` and \`resolved\`; where none is marked, with the whole timeline, which nothing can be longer than. A time holds within half of its smallest unit, or within a tenth where it is “about” right. Ranges, limits, targets, averages, quotations, what would have been, and timelines that are out of order or not readable as a whole are not compared. So is a duration beside its own two times: “Duration: 21:45 to 23:28 UTC (90 minutes)”. Correct the one that is wrong.`,
  check(page, report) {
    const timelines = timelinesOf(page.tree);
    const { statements, pathOf } = statementsOf(page.tree);
    const find = finder(page.tree, timelines, pathOf);
    const isFact = factFinder(page.tree);
    for (const statement of statements) {
      for (const span of wrongSpans(statement.text)) tell(statement, span, tellOf(span), page, report);
      const stated = timelines.size ? statedTimes(statement.text) : [];
      const timeline = stated.length ? find(statement) : undefined;
      for (const one of timeline ? stated : [])
        if (!one.isMean || isFact(statement)) compare(one, timeline!, statement, page, report);
    }
  },
};

const incident = /\b(?:incident|outage|post-?mortem|sev-?\d|disruption|downtime|degradation|root cause|rca)\b/i;
const parts =
  /^(?:\d{1,2}\.? )?(?:timeline|root causes?|impact|detection|resolution|mitigation|lessons?(?: learned)?|action items|what (?:happened|went)|contributing factors|trigger)\b/i;
/** Sections that are about something else than what happened. */
const others =
  /\b(?:previous|prior|earlier|related|similar|other|past|history|historical|compar\w*|recurr\w*|actions?|follow-?ups?|prevent\w*|recommend\w*|improve\w*|targets?|goals?|objectives?|slos?|slas?|trends?|quarter\w*|glossary|appendix|references?|templates?|examples?|lucky|what if|next|remediations?|to-?do|questions?|simulat\w*|drills?)\b/i;

/** Finds the timeline that is about the same incident as a statement, where there can be but one. */
function finder(
  tree: Root,
  timelines: ReadonlyMap<Element, CheckedTimeline | undefined>,
  pathOf: (node: Nodes) => readonly Nodes[],
): (statement: Statement) => CheckedTimeline | undefined {
  const all = [...timelines.keys()].map((element) => ({ element, path: pathOf(element) }));
  const isOfOne = isIncident(tree);
  return ({ path }) => {
    if (path.some((one) => isHeading(one) && !isElement(one, 'h1') && others.test(textOf(one)))) return undefined;
    for (const section of path.toReversed()) {
      const inside = all.filter((one) => one.path.includes(section));
      if (!inside.length) continue;
      const isWide = section.type === 'root' || isElement(section, 'h1');
      const isBeside = path.at(-1) === section && inside[0]!.path.at(-1) === section;
      if (inside.length > 1 || (isWide && !isOfOne && !isBeside)) return undefined;
      return timelines.get(inside[0]!.element);
    }
    return undefined;
  };
}

/** Whether a page is about one incident, by its title or by its sections. */
function isIncident(tree: Root): boolean {
  const headings: Element[] = [];
  const visit = (node: Nodes): void => {
    if (isHeading(node)) headings.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  const title = headings.find(({ tagName }) => tagName === 'h1') ?? headings[0];
  const names = headings.map((one) => textOf(one).toLowerCase());
  const found = names.flatMap((name) => parts.exec(name)?.[0] ?? []);
  // Several have their times in their sections.
  const isOfMany = new Set(found).size < found.length || names.filter((name) => /#\d|\b20\d\d\b/.test(name)).length > 2;
  return !isOfMany && (incident.test(textOf(title)) || found.length > 1);
}

function compare(
  stated: StatedTime,
  timeline: CheckedTimeline,
  statement: Statement,
  page: CheckedPage,
  report: Report,
): void {
  const fault = contradiction(stated, timeline);
  if (fault) tell(statement, stated, `The page says “${stated.words.replace(/\s+/g, ' ')}”, ${fault}`, page, report);
}

const tellOf = ({ words, between }: StatedSpan) =>
  `“${words}”: between these times are ${formatDuration(between)}. Correct the times or the duration.`;

/** Reports words of a statement where they are in its block: a label may be in another. */
function tell(
  { block, offset }: Statement,
  { start, words }: { start: number; words: string },
  message: string,
  page: CheckedPage,
  report: Report,
): void {
  const hidden = Math.max(0, offset - start);
  report(placeIn(page, block, start + hidden - offset, words.slice(hidden)), message);
}

/** Tells whether a mean stands among the facts of this incident. */
function factFinder(tree: Root): (statement: Statement) => boolean {
  const among = new Set<Nodes>();
  const visit = (node: Nodes, isAmong: boolean): void => {
    const isIn = isAmong || (isElement(node, 'ul', 'ol', 'dl', 'table', 'quick-facts') && facts.test(textOf(node)));
    if (isIn) among.add(node);
    if ('children' in node) for (const child of node.children) visit(child, isIn);
  };
  visit(tree, false);
  return ({ block }) => among.has(block.parent) || facts.test(block.text);
}

const facts =
  /\b(?:severity|start(?:ed)?(?: time)?|end(?:ed)?(?: time)?|date|duration|detected|resolved|ttd|mttd|this incident)\b/i;

/** What is wrong with a time, or `undefined` where a timeline may give it. */
function contradiction(
  { counted, ms, tolerance, isLabelled }: StatedTime,
  timeline: CheckedTimeline,
): string | undefined {
  const { events, span, isClock, isRough } = timeline;
  const margin = isRough ? Math.max(tolerance, ms / 10) : tolerance;
  const isRight = (time: number) => Math.abs(time - ms) <= margin;
  // A clock does not tell on which day it is read.
  if (isClock && ms > (5 / 6) * day) return undefined;
  const at = (turn: Turn) => events.find((event) => event.turn === turn)?.at;
  const start = at('started') ?? events[0]!.at;
  const given = givenBy(counted, isLabelled, at, start);
  if (given.length) {
    if (given.some(({ ms: time }) => isRight(time)) || (counted === 'duration' && isRight(span))) return undefined;
    const [first] = given;
    const lacks = at('started') === undefined ? ', or mark the event with which it started' : '';
    return `but its timeline gives ${formatDuration(first!.ms)} ${first!.to}: correct one of the two${lacks}.`;
  }
  if (ms - margin <= span) return undefined;
  return `but its timeline spans only ${formatDuration(span)}: correct one of the two, or add the events that are missing.`;
}

/** The times that a timeline gives for what was counted, the most likely one first. */
function givenBy(
  counted: Counted,
  isLabelled: boolean,
  at: (turn: Turn) => number | undefined,
  start: number,
): { ms: number; to: string }[] {
  const [detected, mitigated, resolved] = [at('detected'), at('mitigated'), at('resolved')];
  const between = (from: number | undefined, to: number | undefined, name: string) =>
    from === undefined || to === undefined || to < from ? [] : [{ ms: to - from, to: name }];
  const detect = between(start, detected, 'to detect');
  const mitigate = [
    ...between(start, mitigated, 'to mitigate'),
    ...between(detected, mitigated, 'from detection to mitigation'),
  ];
  const resolve = [
    ...between(start, resolved, 'to resolve'),
    ...between(detected, resolved, 'from detection to resolution'),
  ];
  if (counted === 'detect') return detect;
  if (counted === 'mitigate') return mitigate;
  if (counted === 'resolve')
    return resolve.length ? [...resolve, ...mitigate, ...between(mitigated, resolved, '')] : [];
  // An outage may end for its users before the incident does, and begin after it.
  const all = [...resolve, ...mitigate, ...between(mitigated, resolved, ''), ...detect];
  return resolve.length || (isLabelled && mitigate.length) ? all : [];
}
