import type { WordsController } from '../../controllers/words-controller.js';
import type { IncidentTimes } from '../../events/incident-times-event.js';
import { textOf } from '../../internal/anchors.js';
import { day } from '../../internal/durations.js';
import { type Moment, parseMoment } from '../../internal/figures.js';
import { durationIn } from '../../internal/quantities.js';
import { type Mistake, warnContent, warnUnknown } from '../../internal/warn.js';
import type { Entry } from './incident-timeline.js';

export { drawFigures } from '../../internal/incident-times.js';

const turns = ['started', 'detected', 'mitigated', 'resolved'] as const;
/** What authors call the turns where they do not mark them but begin an event with the word in bold. */
const words: [RegExp, (typeof turns)[number]][] = [
  [/^(start|began|begin|trigger|onset)/i, 'started'],
  [/^(detect|alert)/i, 'detected'],
  [/^(mitigat)/i, 'mitigated'],
  [/^(resol|recover|restor)/i, 'resolved'],
];

interface TimedEntry extends Entry {
  moment?: Moment;
  /** Milliseconds on a scale that all events of the timeline share. */
  at?: number;
}

/**
 * Reads the times of a timeline and tells the stylesheet of each event: the turn that it is, and the time since the start.
 * @param told the events whose turn their words tell; those that the author has marked are left alone
 * @param ofTables what is wrong with its tables
 * @returns the times to detect, mitigate and resolve
 */
export function reckonTimes(
  host: HTMLElement,
  written: readonly Entry[],
  say: WordsController,
  told: WeakSet<Element>,
  ofTables: readonly Mistake[],
): IncidentTimes {
  const entries = written.map((entry): TimedEntry => ({ ...entry, moment: momentOf(entry) }));
  const mistakes = [...ofTables];
  if (!entries.length) mistakes.push('has no events: put them into an <ol>, each with a <time>, or into a <table>.');
  else if (entries.some((entry) => !entry.written))
    mistakes.push('has an event without a time: begin it with a <time>.');
  const zones = new Set(
    entries.flatMap(({ moment }) => (moment?.zone ? [moment.zone.toUpperCase().replace(/^(Z|GMT)$/, 'UTC')] : [])),
  );
  if (zones.size > 1) {
    for (const entry of entries) entry.moment = undefined;
    mistakes.push(`mixes time zones (${[...zones].join(', ')}): write them in one, or give each <time> a datetime.`);
  }
  // A day does not say when in it something was, where others do.
  for (const entry of entries)
    if (zones.size && entry.moment?.kind === 'date' && !entry.moment.zone) entry.moment = undefined;
  void warnContent(host, true, mistakes);

  for (const { node } of entries) markTurn(host, node, told);
  const start = putOnOneScale(entries);
  for (const { node, at, moment } of entries) {
    // What is written as elapsed needs not be told twice.
    if (at === undefined || at === start || moment?.kind === 'elapsed') delete node.dataset['elapsed'];
    else node.dataset['elapsed'] = `${at > start ? '+' : ''}${durationIn(say, at - start)}`;
  }
  const times: IncidentTimes = {};
  const names = { detect: 'detected', mitigate: 'mitigated', resolve: 'resolved' } as const;
  for (const key of Object.keys(names) as (keyof IncidentTimes)[]) {
    const ms = (timeOf(entries, names[key]) ?? Number.NaN) - start;
    if (ms >= 0) times[key] = ms;
  }
  return times;
}

const momentOf = ({ written, datetime }: Entry) => parseMoment(datetime) ?? parseMoment(written);

function markTurn(host: Element, node: HTMLElement, told: WeakSet<Element>): void {
  const { event } = node.dataset;
  if (event && !told.has(node)) {
    warnUnknown(host, 'data-event', event, turns);
    return;
  }
  const lead = textOf(node.querySelector('strong, b'));
  const [, turn] = words.find(([pattern]) => pattern.test(lead)) ?? [];
  if (turn) node.dataset['event'] = turn;
  else delete node.dataset['event'];
  if (turn) told.add(node);
}

const timeOf = (entries: TimedEntry[], turn: string) => entries.find(({ node }) => node.dataset['event'] === turn)?.at;

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
  const start = timeOf(entries, 'started') ?? entries.find(({ at }) => at !== undefined)?.at ?? 0;
  for (const entry of entries) if (entry.moment?.kind === 'elapsed') entry.at = start + entry.moment.ms;
  return timeOf(entries, 'started') ?? start;
}
