import { textOf } from '../../internal/anchors.js';
import { derive } from '../../internal/own-attributes.js';

/** The turns of an incident, in their order. */
export const turns = ['started', 'detected', 'mitigated', 'resolved'] as const;
export type Turn = (typeof turns)[number];

/** The events whose turn their words tell, so that an author's marks stay. */
const told = new WeakSet<Element>();
/** What stands between a time and the words after it. */
const between = /^[\s:–—-]+/;
const end = /(?<![\s:.–—-])[\s:.–—-]+$/;
const word = /^(started|detected|mitigated|resolved)(?:\s*[:.–—]|\s+-(?=\s)|$)/i;

/** Whether the author has marked the turn of an event, as `data-event`. */
export const isMarked = (event: HTMLElement): boolean => Boolean(event.dataset['event']) && !told.has(event);

/** Which turn an event is, as its author says: by `data-event`, or by a label in bold, or by nothing but the word. */
export function turnOf(event: HTMLElement): Turn | undefined {
  if (isMarked(event)) return turns.find((turn) => turn === event.dataset['event']!.trim().toLowerCase());
  const cells = event.localName === 'tr' ? [...event.children].slice(1) : [event];
  for (const cell of cells) {
    const turn = labelOf(cell);
    if (turn) return turn;
  }
  return undefined;
}

function labelOf(cell: Element): Turn | undefined {
  const time = cell.localName === 'li' ? textOf(cell.querySelector('time')) : '';
  const words = textOf(cell);
  const rest = words.slice(words.indexOf(time) + time.length).replace(between, '');
  const turn = word.exec(rest)?.[1];
  const bold = [...cell.querySelectorAll('strong, b')].map((node) =>
    textOf(node).replace(time, '').replace(between, ''),
  );
  const isLabel =
    rest.replace(end, '') === turn || bold.some((label) => rest.startsWith(label) && label.startsWith(turn!));
  return turn && isLabel ? (turn.toLowerCase() as Turn) : undefined;
}

/** Marks an event for the stylesheet. */
export function markTurn(event: HTMLElement): void {
  if (isMarked(event)) return;
  const turn = turnOf(event);
  derive(event, 'data-event', turn);
  if (turn) told.add(event);
}
