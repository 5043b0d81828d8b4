import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { parseFigure } from '../../internal/figures.js';
import { leadInOf } from '../../internal/read.js';

/** Tells the stylesheet how many times larger each stage is than the one before, where both begin with a figure. */
export function labelFactors(items: readonly HTMLElement[], words: WordsController): void {
  const sizes = items.map((item) => parseFigure(leadInOf(item) || textOf(item))?.from);
  for (const [index, item] of items.entries()) {
    const factor = (sizes[index] ?? Number.NaN) / (sizes[index - 1] ?? Number.NaN);
    // Less than a tenth more or less is no growth worth a figure.
    if (Number.isFinite(factor) && factor > 0 && Math.abs(factor - 1) > 0.1)
      item.dataset['factor'] = `×${words.number(Number(factor.toPrecision(2)), { useGrouping: false })}`;
    else delete item.dataset['factor'];
  }
}
