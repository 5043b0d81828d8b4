import type { WordsController } from '../../controllers/words-controller.js';
import { parseFigure } from '../../internal/figures.js';
import { derive } from '../../internal/own-attributes.js';
import { leadInOf } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';

/** Tells the stylesheet how many times larger each stage is than the one before, where both begin with a figure of one unit. */
export function labelFactors(items: readonly HTMLElement[], words: WordsController): void {
  const sizes = items.map((item) => leadInOf(item) || textOf(item));
  for (const [index, item] of items.entries()) {
    const factor = index ? factorOf(sizes[index - 1]!, sizes[index]!) : undefined;
    const times = factor && `×${words.number(Number(factor.toPrecision(2)), { useGrouping: false })}`;
    derive(item, 'data-factor', times || null);
  }
}

const time = /^(?:n|µ|u|m)?s\b|^[hdw]\b|^(?:second|sec|minute|min|hour|hr|day|week|month|quarter|year|yr)s?\b/;

/**
 * How many times larger one size is than another: both are figures, not limits, of the same unit, and of nothing that passes by
 * itself. `undefined` where that is not so, and where it is less than a tenth more or less.
 */
export function factorOf(before: string, after: string): number | undefined {
  const [low, high] = [before, after].map(sizeOf);
  if (!low || !high || low.unit !== high.unit) return undefined;
  const factor = high.from / low.from;
  const isOfBothEnds = Math.abs(high.to / low.to / factor - 1) < 0.01;
  return Number.isFinite(factor) && factor > 0 && isOfBothEnds && Math.abs(factor - 1) > 0.1 ? factor : undefined;
}

/** A size with its unit in one form: `1 user` and `10K users` are of one. */
function sizeOf(text: string): { from: number; to: number; unit: string } | undefined {
  const { from, to, unit: written = '', bound } = parseFigure(text) ?? {};
  const [currency = ''] = /[$€£¥]/.exec(text) ?? [];
  const [words = ''] = /^[^,;:.(—–]*/.exec(written)!;
  const unit = words
    .trim()
    .toLowerCase()
    .replace(/(?<=\p{L}{2})s\b/gu, '');
  const isSize = from !== undefined && to !== undefined && (!bound || bound === '~') && (unit || currency);
  return isSize && !/\d/.test(unit) && !time.test(unit) ? { from, to, unit: `${currency}${unit}` } : undefined;
}
