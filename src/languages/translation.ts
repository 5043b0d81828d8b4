import type { rowWords } from '../elements/compare-table/row-controls.js';
import type { laws } from '../elements/law-table/explanation.js';
import type { lawWords } from '../elements/law-table/law-controls.js';
import type { downtime } from '../elements/quick-facts/downtime.js';
import type { copying } from '../internal/clipboard.js';
import type { en } from './en.js';
import type { controls } from './en-controls.js';
import type { diagrams } from './en-diagrams.js';
import type { figures } from './en-figures.js';

/** Words that the stylesheet draws in English; in another language they take the place of its own. */
export type DrawnWords = Record<
  // The kinds of `note-callout`.
  | 'note'
  | 'tip'
  | 'info'
  | 'abstract'
  | 'success'
  | 'question'
  | 'warning'
  | 'danger'
  | 'example'
  | 'quote'
  // The severities of `incident-callout` that are words.
  | 'critical'
  | 'major'
  | 'minor'
  // The tiers of `pattern-card`.
  | 'gold'
  | 'silver'
  | 'bronze'
  // What the sources of `further-reading` are.
  | 'post-mortem'
  | 'code'
  | 'talk'
  | 'paper'
  | 'docs'
  | 'book'
  | 'article'
  // The trends of `stat-card`, for screen readers.
  | 'up'
  | 'down'
  | 'flat',
  string
>;

/** Explanations of the laws of distributed systems, for `law-table`. */
type Laws = Record<keyof typeof laws, string>;

/** Names of ✅, ❌, ⚠️, 🟢, 🟡 and 🔴 where they stand alone in a cell. */
type MarkNames = Record<'Yes' | 'No' | 'Caution' | 'Good' | 'Fair' | 'Poor', string>;

type English = typeof en &
  typeof diagrams &
  typeof downtime &
  typeof figures &
  typeof rowWords &
  typeof controls &
  typeof copying &
  typeof lawWords;

/**
 * All words of the library's in a language. A language is one file beside this one, with an `import()` in
 * `src/controllers/words-controller.ts`; a word that it lacks is a type error.
 */
export interface Translation extends English, DrawnWords, Laws, MarkNames {}
