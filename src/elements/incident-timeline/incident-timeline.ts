import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { type IncidentTimes, IncidentTimesEvent } from '../../events/incident-times-event.js';
import { textOf } from '../../internal/anchors.js';
import { type Content, element } from '../../internal/data-content.js';
import { type Form, showsData } from '../../internal/data-property.js';
import { type Moment, parseMoment } from '../../internal/figures.js';
import { property } from '../../internal/property.js';
import { bodyRowsOf, itemsOf, type Json } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { css } from '../../internal/styles.js';
import { labelTable } from '../../internal/tables.js';
import { warnContent, warnUnknown } from '../../internal/warn.js';

/** An event of `events`. */
export interface TimelineEvent {
  /** When, as an author would write it: `15:39`, `2021-10-04 15:39 UTC`, `T+15min`. */
  time: string;
  /** The same for machines, where `time` leaves something out: `2021-10-04T15:39Z`. */
  datetime?: string;
  /** What happened. */
  text: Content;
  /** Which turn of the incident it was, if any. */
  event?: 'started' | 'detected' | 'mitigated' | 'resolved';
}

const turns = ['started', 'detected', 'mitigated', 'resolved'] as const;
/** What authors call the turns where they do not mark them but begin an event with the word in bold. */
const words: [RegExp, (typeof turns)[number]][] = [
  [/^(start|began|begin|trigger|onset)/i, 'started'],
  [/^(detect|alert)/i, 'detected'],
  [/^(mitigat)/i, 'mitigated'],
  [/^(resol|recover|restor)/i, 'resolved'],
];

interface Entry {
  node: HTMLElement;
  written: string;
  datetime: string;
  moment?: Moment;
  /** Milliseconds on a scale that all events of the timeline share. */
  at?: number;
}

/**
 * The course of an incident, event by event, with the time since its start beside each. Where the turns are marked, by
 * `data-event` or by a bold word at the beginning (**Detected**), the times to detect, mitigate and resolve are shown as
 * figures: here, or in the `incident-callout` around it. Reads clock times, ISO times and `T+15min`; what it cannot read
 * stays as it is written.
 *
 * ```html
 * <incident-timeline>
 *   <ol>
 *     <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
 *     <li data-event="detected"><time>18:08</time> The error budget alert pages.</li>
 *     <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
 *   </ol>
 * </incident-timeline>
 * ```
 *
 * @tag incident-timeline
 * @slot - A heading, if wanted, and an `<ol>` whose items begin with a `<time>`, or a `<table>` of time, event, impact, fix.
 * @csspart figures - The times to detect, mitigate and resolve.
 * @cssstate reckoned - The times have been read; until then the stylesheet keeps room for the figures.
 * @fires {IncidentTimesEvent} incident-times - The times to detect, mitigate and resolve became known or changed.
 */
export class IncidentTimeline extends ReactiveElement {
  /**
   * The events as data, for pages that have no markup to put inside: an `<ol>` is made from them. Ignored, with a warning,
   * while there is an `<ol>` or `<table>` of the author's.
   */
  @property({ attribute: false }) events?: readonly TimelineEvent[];

  readonly #internals = this.attachInternals();
  readonly #showData = showsData(this, 'events', 'ol, table', listOfEvents);
  /** The turns that the words tell; those that the author has marked are left alone. */
  readonly #told = new WeakSet<Element>();
  readonly #words = wordsFor(this);
  #times: IncidentTimes = {};
  #figures?: HTMLElement;
  #drawing?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./incident-timeline.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /**
   * Milliseconds from the start (the event marked `started`, or else T, or else the first one) until the incident was
   * detected, mitigated and resolved, as https://sre.google/resources/practices-and-processes/incident-metrics-in-sre/ counts them.
   */
  get times(): IncidentTimes {
    return this.#times;
  }

  /** The timeline as data; `events` as the property takes them. */
  toJSON(): Json {
    const events = this.#entries().map(({ node, written, datetime }) => {
      const { event, elapsed } = node.dataset;
      const text = textOf(node).replace(written, '').trim();
      return {
        time: written,
        ...(datetime && { datetime }),
        text,
        ...(event && { event }),
        ...(elapsed && { elapsed }),
      };
    });
    return { type: this.localName, events };
  }

  protected override updated(): void {
    this.#showData();
    const mistakes = [...this.querySelectorAll('table')].flatMap(labelTable);
    const entries = this.#entries();
    if (!entries.length) mistakes.push('has no events: put them into an <ol>, each with a <time>, or into a <table>.');
    else if (entries.some(({ written }) => !written))
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
    warnContent(this, 'an <ol> of events', mistakes);
    this.#reckon(entries);
  }

  #entries(): Entry[] {
    const table = this.querySelector('table');
    const nodes: HTMLElement[] = table ? bodyRowsOf(table) : itemsOf(this);
    return nodes.map((node) => {
      const cell = table ? (node as HTMLTableRowElement).cells[0] : null;
      const time = (cell ?? node).querySelector('time');
      const written = textOf(time ?? cell);
      const datetime = time?.dateTime ?? '';
      return { node, written, datetime, moment: parseMoment(datetime) ?? parseMoment(written) };
    });
  }

  #reckon(entries: Entry[]): void {
    for (const { node } of entries) this.#markTurn(node);
    const start = putOnOneScale(entries);
    const since = (turn: string) => {
      const at = timeOf(entries, turn);
      return at === undefined ? undefined : at - start;
    };
    for (const { node, at, moment } of entries) {
      // What is written as elapsed needs not be told twice.
      if (at === undefined || at === start || moment?.kind === 'elapsed') delete node.dataset['elapsed'];
      else node.dataset['elapsed'] = `${at > start ? '+' : ''}${this.#words.duration(at - start)}`;
    }
    const times: IncidentTimes = {};
    const names = { detect: 'detected', mitigate: 'mitigated', resolve: 'resolved' } as const;
    for (const key of Object.keys(names) as (keyof IncidentTimes)[]) {
      const ms = since(names[key]);
      if (ms !== undefined && ms >= 0) times[key] = ms;
    }
    const isChanged = JSON.stringify(times) !== JSON.stringify(this.#times);
    this.#times = times;
    if (isChanged) this.dispatchEvent(new IncidentTimesEvent(times));
    this.#drawing = this.#draw(times);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#drawing;
    return isDone;
  }

  async #draw(times: IncidentTimes): Promise<void> {
    this.#figures?.remove();
    this.#figures = undefined;
    if (Object.keys(times).length) {
      const { drawFigures } = await import('../../internal/incident-times.js');
      // A callout around it has drawn them by then.
      const isOwn = times === this.#times && !this.#figures && !this.closest('incident-callout');
      if (isOwn) this.#figures = drawFigures(this, times, this.#words, styles);
    }
    // Their room is kept until then.
    this.#internals.states.add('reckoned');
  }

  #markTurn(node: HTMLElement): void {
    const { event } = node.dataset;
    if (event && !this.#told.has(node)) {
      warnUnknown(this, 'data-event', event, turns);
      return;
    }
    const lead = textOf(node.querySelector('strong, b'));
    const [, turn] = words.find(([pattern]) => pattern.test(lead)) ?? [];
    if (turn) node.dataset['event'] = turn;
    else delete node.dataset['event'];
    if (turn) this.#told.add(node);
  }
}

const day = 24 * 60 * 60 * 1000;

const timeOf = (entries: Entry[], turn: string) => entries.find(({ node }) => node.dataset['event'] === turn)?.at;

/**
 * Clock times go on from the event before them, over midnight where they must; elapsed times count from the start.
 * @returns the start: of the event marked so, or else T, or else the first one
 */
function putOnOneScale(entries: Entry[]): number {
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

const listOfEvents: Form = (events) =>
  element(
    'ol',
    events.map((read) => {
      const when = element('time', read('time'));
      const item = element('li', when, ' ', read('text'));
      const datetime = read('datetime');
      const event = read('event');
      if (datetime) when.setAttribute('datetime', `${datetime}`);
      if (event) item.dataset['event'] = `${event}`;
      return item;
    }),
  );

const styles = css`
      [part='figures'] {
        order: -1;
        margin-block-end: 0.75rem;
      }
    `;
