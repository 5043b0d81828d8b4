import { derive, isForeign } from '../../internal/own-attributes.js';
import { textOf } from '../../internal/text.js';
import { labelledTurn, type Turn, turnNamed } from '../../internal/turns.js';

/** Whether the author has marked the turn of an event, as `data-event`. */
export const isMarked = (event: HTMLElement): boolean =>
  Boolean(event.dataset['event']) && isForeign({ target: event, attributeName: 'data-event' });

/** The turn that an event is marked as, however that is spelt. */
export const markedTurn = ({ dataset }: HTMLElement): Turn | undefined => turnNamed(dataset['event'] ?? '');

/** Which turn an event is, as its author says: by `data-event`, or by a label in bold, or by nothing but the word. */
export function turnOf(event: HTMLElement): Turn | undefined {
  if (isMarked(event)) return markedTurn(event);
  const cells = event.localName === 'tr' ? [...event.children].slice(1) : [event];
  for (const cell of cells) {
    const turn = labelOf(cell);
    if (turn) return turn;
  }
  return undefined;
}

function labelOf(cell: Element): Turn | undefined {
  const time = cell.localName === 'li' ? textOf(cell.querySelector('time')) : '';
  return labelledTurn(textOf(cell), [...cell.querySelectorAll('strong, b')].map(textOf), time);
}

/** Marks an event for the stylesheet. */
export function markTurn(event: HTMLElement): void {
  if (isMarked(event)) return;
  derive(event, 'data-event', turnOf(event));
}
