import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { downtimeOf, parseFigure } from '../../internal/figures.js';
import { durationIn, percentIn } from '../../internal/quantities.js';
import { factsOf } from '../../internal/read.js';

/** Tells the stylesheet, by `data-downtime`, what the availabilities among the facts mean in downtime a year. */
export function tellDowntime(host: HTMLElement, words: WordsController): void {
  const notes = factsOf(host.querySelector('dl, table')).flatMap(({ label, values: [value] }) => {
    const figure = parseFigure(textOf(value));
    const isAvailability = /availab|uptime|\bSLA\b/i.test(`${textOf(label)} ${textOf(value)}`);
    if (!figure || !isAvailability || !figure.unit.startsWith('%') || figure.from < 50 || figure.from >= 100) return [];
    return words.term('downtime', percentIn(words, figure.from), durationIn(words, downtimeOf(figure.from)));
  });
  if (notes.length) host.dataset['downtime'] = [...new Set(notes)].join('; ');
  else delete host.dataset['downtime'];
}
