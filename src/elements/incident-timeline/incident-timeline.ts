import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { type IncidentTimes, IncidentTimesEvent } from '../../events/incident-times-event.js';
import type { Content } from '../../internal/data-content.js';
import { showsData } from '../../internal/data-property.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { asData, headAsData } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { css } from '../../internal/styles.js';
import { labelTables } from '../../internal/tables.js';
import { textOf } from '../../internal/text.js';
import type { Mistake } from '../../internal/warn.js';
import { loaded } from '../../internal/when-loaded.js';
import { entriesOf } from './entries.js';

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

/**
 * The course of an incident, event by event, with the time since its start beside each. Where the turns are marked, the
 * start among them, the times to detect, mitigate and resolve are shown as figures: here, or in the `incident-callout` around
 * it. Mark them by `data-event`, or by a label of one word in bold (`**Detected:**`): Started, Detected, Mitigated, Resolved. Reads
 * clock times, ISO times and `T+15min`; what it cannot read stays as it is written, and what is out of order is not counted.
 * What comes of a time that is about right (`~15:39`, or all below “times are approximate”) is told as `≈ +6 min`.
 * Timelines of one section, or of one incident, are one, whatever stands between them.
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
  readonly #showData = showsData(this, 'events', 'ol, table');
  readonly #words = wordsFor(this);
  #times: IncidentTimes = {};
  /** The elements that it is one timeline with, itself among them. */
  #parts: readonly HTMLElement[] = [];
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
   * Milliseconds from the start (the event marked `started`, or else T) until the incident was detected, mitigated and
   * resolved, as https://sre.google/resources/practices-and-processes/incident-metrics-in-sre/ counts them.
   */
  get times(): IncidentTimes {
    return this.#times;
  }

  /** The timeline as data; `events` as the property takes them. */
  toJSON(): JsonOf<'incident-timeline'> {
    const events = entriesOf(this).map(({ node, written, datetime }) => {
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
    const list = this.querySelector('table') ?? this.querySelector('ol, ul');
    return asData(this, { ...headAsData(list), events }, list);
  }

  protected override updated(): void {
    this.#showData();
    this.#drawing = this.#reckon(labelTables(this));
  }

  async #reckon(ofTables: Promise<readonly Mistake[]>): Promise<void> {
    const part = await loaded(import('./reckoning.js'));
    if (!part) return;
    const { drawFigures, reckonTimes } = part;
    const { parts, times } = reckonTimes(this, this.#words, await ofTables);
    const [first] = parts as IncidentTimeline[];
    this.#parts = parts;
    if (first !== this) {
      first!.requestUpdate();
      await first!.updateComplete;
    }
    const isChanged = JSON.stringify(times) !== JSON.stringify(this.#times);
    this.#times = times;
    if (isChanged) this.dispatchEvent(new IncidentTimesEvent(times));
    this.#figures?.remove();
    // A callout around it draws them itself.
    const isOwn = Object.keys(times).length && !this.closest('incident-callout');
    this.#figures = isOwn ? drawFigures(this, times, this.#words, styles) : undefined;
    // Their room is kept until then.
    this.#internals.states.add('reckoned');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const part of this.#parts) (part as IncidentTimeline).requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#drawing;
    return isDone;
  }
}

const styles = css`
      [part='figures'] {
        order: -1;
        margin-block-end: 0.75rem;
      }
    `;
