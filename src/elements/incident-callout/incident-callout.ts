import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { boxAsData } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { warnContent } from '../../internal/warn.js';
import { whenLoaded } from '../../internal/when-loaded.js';
import type { CalloutTimes } from './callout-times.js';

/** Severities from the worst down: https://www.atlassian.com/incident-management/kpis/severity-levels */
const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'critical', 'major', 'minor'];

/**
 * An incident: what happened, the root cause, the impact and the lessons. The sections may be a `<dl>`, headings, or
 * paragraphs with a bold lead-in. An `incident-timeline` inside it gives it the times to detect, mitigate and resolve;
 * where the text says otherwise, the console tells.
 *
 * ```html
 * <incident-callout severity="sev1">
 *   <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
 *   <dl>
 *     <dt>What happened</dt><dd>A schema change locked the busiest shard.</dd>
 *     <dt>Root cause</dt><dd>An index was missing.</dd>
 *   </dl>
 * </incident-callout>
 * ```
 *
 * @tag incident-callout
 * @slot - A heading with the date in a `<time>`, then the sections, then, if wanted, an `<incident-timeline>`.
 * @csspart figures - The times to detect, mitigate and resolve.
 */
export class IncidentCallout extends ReactiveElement {
  /**
   * How bad it was, shown as a badge as it is written. Any other word is shown in the colour of the worst, with a
   * warning. Without it there is no badge.
   *
   * - `sev1`: The worst of five: the service is down, or data is lost, for all or nearly all.
   * - `sev2`: Much of the service, or many of its users, are hit.
   * - `sev3`: A part is hit, or there is a way around it.
   * - `sev4`: Hardly anybody notices.
   * - `sev5`: The mildest: a flaw that harms nobody.
   * - `critical`: As bad as `sev1`, for those who count in words.
   * - `major`: As bad as `sev2`.
   * - `minor`: As bad as `sev3`.
   */
  @oneOf(severities)
  @property({ reflect: true })
  severity?: 'sev1' | 'sev2' | 'sev3' | 'sev4' | 'sev5' | 'critical' | 'major' | 'minor';

  readonly #words = wordsFor(this);
  #times?: Promise<CalloutTimes | undefined>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./incident-callout.css?inline'));
    new ContentController(this);
    this.addEventListener('incident-times', this.#showTimes);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The incident as data: severity, heading and content. */
  toJSON(): JsonOf<'incident-callout'> {
    return boxAsData(this, { severity: this.severity });
  }

  protected override updated(): void {
    this.#words.label(this, this.severity);
    warnContent(this);
    if (this.#times || this.querySelector('incident-timeline')) this.#showTimes();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await (await this.#times)?.shown;
    return isDone;
  }

  /** What draws the times of a timeline is loaded where there is one. */
  #showTimes = (): void => {
    this.#times ??= whenLoaded(import('./callout-times.js'), ({ CalloutTimes }) => new CalloutTimes(this, this.#words));
    void this.#times.then((times) => times?.show());
  };
}
