import type { WordsController } from '../controllers/words-controller.js';
import { derive, suggest } from './own-attributes.js';
import { textOf } from './text.js';
import { warnUnknown } from './warn.js';

/** What marks mean, the best first. */
export const statuses = ['good', 'fair', 'bad'] as const;

/** A mark that authors put into a table: what it means, and the word for it where it stands alone. */
export interface Mark {
  status: (typeof statuses)[number];
  /** How many characters of the text are the mark; 0 where it is a word. */
  length: number;
  name: '' | 'Yes' | 'No' | 'Caution' | 'Good' | 'Fair' | 'Poor';
}

const marks: [RegExp, Mark['status'], Mark['name']][] = [
  [/^[✅✔✓☑][\uFE0E\uFE0F]?/u, 'good', 'Yes'],
  [/^[❌✖✗✘][\uFE0E\uFE0F]?/u, 'bad', 'No'],
  [/^⚠[\uFE0E\uFE0F]?/u, 'fair', 'Caution'],
  [/^🟢/u, 'good', 'Good'],
  [/^[🟡🟠]/u, 'fair', 'Fair'],
  [/^🔴/u, 'bad', 'Poor'],
  [/^(?:🚫|⛔)\uFE0F?/u, 'bad', 'No'],
  [/^(?=(?:yes|full|supported)$)/i, 'good', ''],
  [/^(?=(?:no|unsupported)$)/i, 'bad', ''],
  [/^(?=(?:partly|partial|partially|limited)$)/i, 'fair', ''],
];

/** The mark that a cell's text begins with, or the word that is all of it; `undefined` where there is none. */
export function parseMark(text: string): Mark | undefined {
  const plain = text.trim();
  for (const [pattern, status, name] of marks) {
    const [mark] = pattern.exec(plain) ?? [];
    if (mark !== undefined) return { status, length: mark.length, name: mark.length === plain.length ? name : '' };
  }
  return undefined;
}

/**
 * Tells the stylesheet of the marks that cells begin with: `data-status`, and in `data-name` the word for an emoji that
 * stands alone. A `data-status` of the author's stays.
 * @returns the cells that begin with an emoji, and how long each is
 */
export function markCells(
  host: Element,
  cells: Iterable<HTMLElement>,
  words?: WordsController,
): [HTMLElement, number][] {
  const marked: [HTMLElement, number][] = [];
  for (const cell of cells) {
    const mark = parseMark(textOf(cell));
    if (!suggest(cell, 'data-status', mark?.status)) {
      warnUnknown(host, 'data-status', cell.dataset['status'], statuses);
      continue;
    }
    derive(cell, 'data-name', mark?.length ? (mark.name && words?.term(mark.name)) || mark.name : null);
    if (mark?.length) marked.push([cell, mark.length]);
  }
  return marked;
}
