import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { boxAsData } from '../../internal/read.js';
import { warnContent } from '../../internal/warn.js';

/** The kinds of callout, as MkDocs Material and Obsidian name them. */
const kinds = ['note', 'tip', 'info', 'abstract', 'success', 'question', 'warning', 'danger', 'example', 'quote'];

/**
 * An aside beside the text: a note, a tip, a warning. Titled by its first heading, or else by the name of its kind; in a
 * `<details>` it folds, titled by the `<summary>`.
 *
 * ```html
 * <note-callout kind="tip">
 *   <h4>Key design decisions</h4>
 *   <p>Orders are split by buyer.</p>
 * </note-callout>
 * ```
 *
 * @tag note-callout
 * @slot - A heading, if wanted, and the text; or a `<details>` around both, with the title as its `<summary>`.
 */
export class NoteCallout extends ReactiveElement {
  /**
   * What the callout is. Sets colour, icon and, where there is no heading, the title. Upper and lower case make no
   * difference. Any other value looks like a note, with a warning.
   *
   * - `note`: Something to know beside the text; what a callout is without a kind.
   * - `tip`: Advice that makes the reader's work easier.
   * - `info`: Background that the text does not need.
   * - `abstract`: What the section or the page says, in short.
   * - `success`: What went well, or what is done.
   * - `question`: What is open, or what the reader may ask.
   * - `warning`: What may go wrong.
   * - `danger`: What breaks things or loses data.
   * - `example`: One case, worked through.
   * - `quote`: Somebody else's words.
   */
  @oneOf(kinds)
  @property({ reflect: true })
  kind?: 'note' | 'tip' | 'info' | 'abstract' | 'success' | 'question' | 'warning' | 'danger' | 'example' | 'quote';

  readonly #words = wordsFor(this);

  constructor() {
    super();
    new StylesheetController(this, () => import('./note-callout.css?inline'));
    new ContentController(this);
    // A default that an author's own `role` overrides; nothing is written to the page.
    Object.assign(this.attachInternals(), { role: 'note' });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The callout as data: kind, heading and content. */
  toJSON(): JsonOf<'note-callout'> {
    return boxAsData(this, { kind: this.kind });
  }

  protected override updated(): void {
    // Of several words, the one that the stylesheet knows.
    const written = this.kind?.toLowerCase().split(/\s+/);
    this.#words.label(this, kinds.find((kind) => written?.includes(kind)) ?? 'note');
    warnContent(this);
  }
}
