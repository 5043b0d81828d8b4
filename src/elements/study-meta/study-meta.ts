import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { own } from '../../internal/own.js';
import { derive, suggest } from '../../internal/own-attributes.js';
import { asData, factsAsData, pairsOf } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';
import { whenLoaded } from '../../internal/when-loaded.js';

const levels: Record<string, string> = { basic: '1', beginner: '1', intermediate: '2', advanced: '3', expert: '3' };

/**
 * What a page is about, in a line: company, domain, difficulty, reading time, status, last update. An empty reading time is
 * counted from the words of the page.
 *
 * ```html
 * <study-meta>
 *   <dl>
 *     <div><dt>Domain</dt><dd>Payments</dd></div>
 *     <div><dt>Difficulty</dt><dd>Advanced</dd></div>
 *     <div><dt>Reading time</dt><dd></dd></div>
 *   </dl>
 * </study-meta>
 * ```
 *
 * @tag study-meta
 * @slot - A `<dl>`. A `<dd>` of `Basic`, `Intermediate` or `Advanced` gets its level drawn; `data-level="1"` to `"3"` says it in
 *   any language.
 */
export class StudyMeta extends ReactiveElement {
  readonly #words = wordsFor(this);
  #counting?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./study-meta.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The facts as data. */
  toJSON(): JsonOf<'study-meta'> {
    const list = this.querySelector('dl');
    return asData(this, { facts: factsAsData(list) }, list);
  }

  protected override updated(): void {
    const pairs = pairsOf(this.querySelector('dl'));
    const uncounted: HTMLElement[] = [];
    for (const { term, values } of pairs) {
      for (const value of values) {
        const level = /difficulty|level/i.test(textOf(term)) && own(levels, textOf(value).toLowerCase());
        suggest(value, 'data-level', level || null);
        if (!textOf(value) && /reading|time/i.test(textOf(term))) uncounted.push(value);
        else derive(value, 'data-minutes');
      }
    }
    warnContent(this, pairs.length > 0);
    if (uncounted.length) this.#counting = this.#count(uncounted);
  }

  async #count(values: readonly HTMLElement[]): Promise<void> {
    await whenLoaded(import('./reading-time.js'), ({ readingTime }) => {
      for (const value of values) if (!textOf(value)) derive(value, 'data-minutes', readingTime(this, this.#words));
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#counting;
    return isDone;
  }
}
