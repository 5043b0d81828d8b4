import type { WordsController } from '../../controllers/words-controller.js';
import type { IncidentTimes } from '../../events/incident-times-event.js';
import { durationIn } from '../../internal/durations.js';
import { firstOutOfOrder, isDay, zonesOf } from '../../internal/figures.js';
import { derive } from '../../internal/own-attributes.js';
import { day } from '../../internal/time-units.js';
import { type Turn, turns } from '../../internal/turns.js';
import { type Mistake, warnContent, warnUnknown } from '../../internal/warn.js';
import { courseOf, type TimedEntry, timedEntriesOf } from './parts.js';
import { isMarked, markedTurn, markTurn } from './turns.js';

export { drawFigures } from '../../internal/incident-times.js';

/**
 * Reads the times of a timeline, with all its parts, and tells the stylesheet of each event: the turn that it is, and the time
 * since the start.
 * @param ofTables what is wrong with its tables
 * @returns the element that the timeline begins with, which shows its times, all its parts, and the times
 */
export function reckonTimes(
  host: HTMLElement,
  say: WordsController,
  ofTables: readonly Mistake[],
): { parts: HTMLElement[]; times: IncidentTimes } {
  const { parts, isUnsure, isAbout } = courseOf(host);
  const own = timedEntriesOf(host);
  const mistakes = [...ofTables];
  if (!own.length) mistakes.push('has no events: put them into an <ol>, each with a <time>, or into a <table>.');
  else if (own.some((entry) => !entry.written)) mistakes.push('has an event without a time: begin it with a <time>.');
  for (const { node } of own) if (isMarked(node)) warnUnknown(host, 'data-event', node.dataset['event'], turns);
  const times: IncidentTimes = {};
  // The first part reckons for all of them.
  if (host === parts[0]) {
    const entries = parts.flatMap((part) => (part === host ? own : timedEntriesOf(part)));
    for (const { node } of entries) markTurn(node);
    mistakes.push(...leaveOut(entries));
    Object.assign(times, isUnsure ? undefined : tellElapsed(entries, isAbout, say));
    if (isUnsure) for (const { node } of entries) derive(node, 'data-elapsed');
    if (!isUnsure && !hasStart(entries) && entries.some(({ node }) => markedTurn(node)))
      mistakes.push(
        'marks a turn but no start to count from: mark the event that it started with as data-event="started".',
      );
  }
  void warnContent(host, true, mistakes);
  return { parts, times };
}

/** Leaves out the moments that cannot be compared, and says why. */
function leaveOut(entries: TimedEntry[]): string[] {
  const zones = zonesOf(entries.flatMap(({ moment }) => moment ?? []));
  const forget = (isVague: (entry: TimedEntry) => boolean) => {
    for (const entry of entries) if (isVague(entry)) entry.moment = undefined;
  };
  if (zones.size > 1) {
    forget(() => true);
    return [`mixes time zones (${[...zones].join(', ')}): write them in one, or give each <time> a datetime.`];
  }
  // A day does not say when in it something was, where others do; nor a clock in which zone, beside an offset.
  if (zones.size) forget(({ moment }) => Boolean(moment && isDay(moment)));
  if (entries.some(({ moment }) => moment?.isShifted)) forget(({ moment }) => moment?.kind === 'clock' && !moment.zone);
  const known = entries.filter(({ moment }) => moment);
  const wrong = firstOutOfOrder(known.map(({ moment }) => moment!));
  if (wrong < 0) return [];
  forget(() => true);
  const [before, after] = [known[wrong - 1]!.written, known[wrong]!.written];
  return [`has ${after} after ${before}: put its events in order, or give each <time> a datetime with its day.`];
}

const hasStart = (entries: TimedEntry[]) =>
  entries.some(({ node, moment }) => moment?.kind === 'elapsed' || markedTurn(node) === 'started');

function tellElapsed(entries: TimedEntry[], areAllAbout: boolean, say: WordsController): IncidentTimes {
  const start = putOnOneScale(entries);
  const isAbout = (...some: (TimedEntry | undefined)[]) => areAllAbout || some.some((one) => one?.isAbout);
  const first = entries.find(({ at }) => at === start);
  for (const entry of entries) {
    const { node, at, moment } = entry;
    // What is written as elapsed needs not be told twice.
    const isTold = at === undefined || at === start || moment?.kind === 'elapsed';
    const about = isAbout(entry, first) ? '≈ ' : '';
    derive(node, 'data-elapsed', isTold ? null : `${about}${at > start ? '+' : ''}${durationIn(say, at - start)}`);
  }
  const times: IncidentTimes = {};
  if (!hasStart(entries)) return times;
  const names = { detect: 'detected', mitigate: 'mitigated', resolve: 'resolved' } as const;
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    const turn = entryOf(entries, names[key]);
    const ms = (turn?.at ?? Number.NaN) - start;
    if (!(ms >= 0)) continue;
    times[key] = ms;
    if (isAbout(turn, first)) times.isApproximate = true;
  }
  return times;
}

/** The event that is a turn; `undefined` where it is told of none, or of more than one. */
function entryOf(entries: TimedEntry[], turn: Turn): TimedEntry | undefined {
  const [first, ...others] = entries.filter(({ node }) => markedTurn(node) === turn);
  return others.length ? undefined : first;
}

/**
 * Clock times go on from the event before them, over midnight where they must; elapsed times count from the start.
 * @returns the start: of the event marked so, or else T, or else the first one
 */
function putOnOneScale(entries: TimedEntry[]): number {
  const timed = entries.filter(({ moment }) => moment && moment.kind !== 'elapsed');
  const firstDate = timed.findIndex(({ moment }) => moment!.kind === 'date');
  const on = (time: number, ms: number) => Math.floor(time / day) * day + ms;
  let last: number | undefined;
  for (const entry of timed.slice(Math.max(0, firstDate))) {
    let at = entry.moment!.ms;
    if (entry.moment!.kind === 'clock' && last !== undefined) {
      at = on(last, at);
      if (at < last) at += day;
    }
    last = entry.at = at;
  }
  // Clock times before the first date lead up to it.
  for (let index = firstDate - 1; index >= 0; index--) {
    const next = timed[index + 1]!.at!;
    const at = on(next, timed[index]!.moment!.ms);
    timed[index]!.at = at > next ? at - day : at;
  }
  const start = entryOf(entries, 'started')?.at ?? entries.find(({ at }) => at !== undefined)?.at ?? 0;
  for (const entry of entries) if (entry.moment?.kind === 'elapsed') entry.at = start + entry.moment.ms;
  return entryOf(entries, 'started')?.at ?? start;
}
