import type { WordsController } from '../../controllers/words-controller.js';
import { durationIn, percentIn } from '../../internal/durations.js';
import { day } from '../../internal/time-units.js';
import { provide } from '../../internal/translations.js';

/** The words for it in English. */
export const downtime = {
  $code: 'en',

  downtime: (availability: string, duration: string) => `${availability} leaves ${duration} of downtime a year`,
};
provide(downtime);

/** Availability is the last word of the label but for what it is measured by, over or of. */
const label =
  /^(?:(?!(?:los[st]|lack|non?|not|without|un|seat|room|stock|parking|product|item|inventory|staff)\b)[\p{L}\d/&’'-]+\s+){0,4}(?:availability|up-?time|sl[ao]s?)(?:\s+(?:sl[ao]s?|targets?|goals?|objectives?|promised?|guaranteed?|commitment|achieved|measured|\(.*\)|(?:of|for|in|per|over|since)\s.+)|,\s.+)?$/iu;
/** A percentage, the lower one of two, and nothing that makes it one of something else. */
const share =
  /^(?:[>≥~≈]=?\s*|(?:about|around|over|above|at least|more than)\s+)?(\d\d(?:[.,]\d+)?)(?:\s*[-–]\s*\d\d(?:[.,]\d+)?)?\s*%(\s*(?:availability|up-?time|sl[ao]))?(?:\s*(?:\(.*\)|monthly|yearly|annually|(?:a|per|each|every|over the(?: last)?|last)\s+(?:month|quarter|year)))?$/i;

/**
 * What an availability means in downtime a year of 365 days, as the tables of the field count them
 * (https://sre.google/sre-book/availability-table/): `99.99% leaves 52 min 34 s of downtime a year`. Nothing where a fact may
 * be about anything else, where less than 90 % is no objective that anybody sets, and where all is available.
 */
export function downtimeOf(term: string, value: string, words: WordsController): string | undefined {
  const [, digits = '', ofWhat] = share.exec(value) ?? [];
  const percent = Number(digits.replace(',', '.'));
  if (!(percent >= 90) || !(ofWhat || label.test(term))) return undefined;
  return words.term('downtime', percentIn(words, percent), durationIn(words, (1 - percent / 100) * 365 * day));
}
