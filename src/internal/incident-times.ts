import type { WordsController } from '../controllers/words-controller.js';
import type { IncidentTimes } from '../events/incident-times-event.js';
import { figures } from '../languages/en-figures.js';
import { element } from './data-content.js';
import { durationIn } from './durations.js';
import { rootOf } from './roots.js';
import { addStyles, css } from './styles.js';
import { provide } from './translations.js';

provide(figures);

/** The times as a list of figures. */
export function figuresOf(
  { detect, mitigate, resolve, isApproximate }: IncidentTimes,
  words: WordsController,
): HTMLElement {
  const figure = (label: string, ms: number | undefined) =>
    ms === undefined
      ? undefined
      : element('div', element('dt', label), element('dd', `${isApproximate ? '≈ ' : ''}${durationIn(words, ms)}`));
  const list = element(
    'dl',
    figure(words.term('timeToDetect'), detect),
    figure(words.term('timeToMitigate'), mitigate),
    figure(words.term('timeToResolve'), resolve),
  );
  list.setAttribute('part', 'figures');
  return list;
}

/**
 * Draws the figures into the shadow root of an element.
 * @param styles the element's own rules for them
 */
export function drawFigures(
  host: HTMLElement,
  times: IncidentTimes,
  words: WordsController,
  styles: string,
): HTMLElement {
  const list = figuresOf(times, words);
  const root = rootOf(host);
  addStyles(root, `${figureStyles}${styles}`);
  root.append(list);
  return list;
}

const figureStyles = css`
  [part='figures'] {
    display: flex;
    flex-wrap: wrap;
    box-sizing: border-box;
    min-block-size: 4rem;
    margin: 0;
    border-block-end: 1px solid var(--dd-line, GrayText);
    font: clamp(0.6875rem, 3.4cqi, 0.75rem) / 1.25 var(--dd-font, sans-serif);
  }
  /* On a phone the labels wrap, and the figures stay on one line with each other. */
  [part='figures'] > div {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: end;
    padding: 0 clamp(0.375rem, 2cqi, 0.75rem) 0.5rem;
    border-inline-start: 1px solid var(--dd-line, GrayText);
  }
  [part='figures'] > div:first-child {
    padding-inline-start: var(--_edge, 0);
    border: 0;
  }
  dt {
    color: var(--dd-ink-quiet, GrayText);
  }
  dd {
    margin: 0;
    color: var(--dd-ink, CanvasText);
    font-size: clamp(0.75rem, 4.5cqi, 1.0625rem);
    line-height: 1.4;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
    white-space: nowrap;
    word-spacing: -0.15em;
  }
  dd:dir(rtl) {
    text-align: right;
  }
`;
