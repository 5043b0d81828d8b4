import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { parseFigure, parseGrowth } from '../../internal/figures.js';
import { spanIn } from '../../internal/quantities.js';
import { provide } from '../../internal/translations.js';
import { figures } from '../../languages/en-figures.js';

provide(figures);

/** Tells the stylesheet what to draw in a cell: from where to where, or in what time growth doubles or halves. */
export function measure(cell: HTMLElement, words: WordsController): void {
  const text = textOf(cell);
  const share = parseFigure(text);
  // More than a whole cannot be drawn, a rate is no share; the words say both.
  const isRate = /^%\s*(\/|(per|an?|each|every|(dai|hour|week|month|year)ly)\b)/;
  const isShare = share && /^%/.test(share.unit) && !isRate.test(share.unit) && share.to <= 100;
  cell.toggleAttribute('data-meter', Boolean(isShare));
  cell.style.setProperty('--_from', isShare ? String(share.from < share.to ? share.from : 0) : null);
  cell.style.setProperty('--_to', isShare ? String(share.to) : null);

  const growth = parseGrowth(text);
  const periods = growth && Math.LN2 / Math.abs(Math.log1p(growth.rate));
  if (!growth || !periods || !Number.isFinite(periods)) {
    delete cell.dataset['growth'];
  } else {
    // There is no unit of a quarter to write a number with.
    const isQuarter = growth.period === 'quarter';
    const count = Number((isQuarter ? 3 * periods : periods).toPrecision(2));
    const time = spanIn(words, count, isQuarter ? 'month' : growth.period);
    cell.dataset['growth'] = words.term(growth.rate > 0 ? 'doubles' : 'halves', time);
  }
}
