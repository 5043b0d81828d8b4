import type { WordsController } from '../../controllers/words-controller.js';
import { spanIn } from '../../internal/durations.js';
import { derive } from '../../internal/own-attributes.js';
import { enforceStyle } from '../../internal/own-styles.js';
import { textOf } from '../../internal/text.js';
import { provide } from '../../internal/translations.js';
import { figures } from '../../languages/en-figures.js';
import { growthOf, shareOf, type Where } from './uses.js';

provide(figures);

/** Tells the stylesheet what to draw in a cell: from where to where, or in what time growth doubles or halves. */
export function measure(cell: HTMLElement, where: Where, words: WordsController): void {
  const text = textOf(cell);
  const share = shareOf(text, where);
  derive(cell, 'data-meter', share ? '' : null);
  enforceStyle(cell, '--_from', share ? String(share.from < share.to ? share.from : 0) : null);
  enforceStyle(cell, '--_to', share ? String(share.to) : null);

  const growth = growthOf(text, where);
  const periods = growth && Math.LN2 / Math.abs(Math.log1p(growth.rate));
  if (!growth || !periods || !Number.isFinite(periods)) {
    derive(cell, 'data-growth');
  } else {
    // There is no unit of a quarter to write a number with.
    const isQuarter = growth.period === 'quarter';
    const count = Number((isQuarter ? 3 * periods : periods).toPrecision(2));
    const time = spanIn(words, count, isQuarter ? 'month' : growth.period);
    derive(cell, 'data-growth', words.term(growth.rate > 0 ? 'doubles' : 'halves', time));
  }
}
