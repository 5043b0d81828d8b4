import type { WordsController } from '../../controllers/words-controller.js';
import type { IncidentTimes } from '../../events/incident-times-event.js';
import { drawFigures } from '../../internal/incident-times.js';
import { css } from '../../internal/styles.js';
import { whenLoaded } from '../../internal/when-loaded.js';
import type { IncidentTimeline } from '../incident-timeline/incident-timeline.js';

/** Draws the times of the timeline in an incident. */
export class CalloutTimes {
  /** Once they are drawn, and compared with what the incident says. */
  shown?: Promise<void>;
  #times: IncidentTimes = {};
  #figures?: HTMLElement;

  constructor(
    private readonly host: HTMLElement,
    private readonly words: WordsController,
  ) {}

  show(): void {
    // The first part of a timeline has the times of all of it.
    const times = this.host.querySelector<IncidentTimeline>('incident-timeline')?.times ?? {};
    this.#times = times;
    this.#figures?.remove();
    this.#figures = Object.keys(times).length ? drawFigures(this.host, times, this.words, styles) : undefined;
    // A page that is still being parsed has only the beginning of its timeline.
    if (this.#figures && document.readyState !== 'loading') this.shown = this.#compare(times);
  }

  async #compare(times: IncidentTimes): Promise<void> {
    await whenLoaded(import('../../internal/contradictions.js'), ({ warnOfContradictions }) => {
      if (times === this.#times) warnOfContradictions(this.host, times);
    });
  }
}

const styles = css`
      [part='figures'] {
        order: -1;
        margin-inline: calc(-1 * var(--_edge));
        border-block-start: 1px solid var(--dd-line, GrayText);
      }
    `;
