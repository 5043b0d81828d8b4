import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import { own } from '../../internal/own.js';
import { factsAsData, type Json, pairsOf } from '../../internal/read.js';
import { warnContent } from '../../internal/warn.js';

/** Words a minute: the mean of silent reading in English, non-fiction (https://doi.org/10.1016/j.jml.2019.104047). */
const pace = 238;
/** Chinese and Japanese signs a minute, which no spaces part: the middle of 400 to 600 (https://iwb.jp/article-duration/). */
const signPace = 500;
const sign = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;

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
  /** The values whose level is read from the word, not written by the author. */
  readonly #levelled = new WeakSet<Element>();

  constructor() {
    super();
    new StylesheetController(this, () => import('./study-meta.css?inline'));
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The facts as data. */
  toJSON(): Json {
    return { type: this.localName, facts: factsAsData(this.querySelector('dl')) };
  }

  protected override updated(): void {
    const pairs = pairsOf(this.querySelector('dl'));
    for (const { term, values } of pairs) {
      for (const value of values) {
        const level = /difficulty|level/i.test(textOf(term)) && own(levels, textOf(value).toLowerCase());
        if (!value.dataset['level']) this.#levelled.add(value);
        if (this.#levelled.has(value)) {
          if (level) value.dataset['level'] = level;
          else delete value.dataset['level'];
        }
        if (!textOf(value) && /reading|time/i.test(textOf(term))) value.dataset['minutes'] = this.#minutes();
        else delete value.dataset['minutes'];
      }
    }
    warnContent(this, pairs.length > 0);
  }

  #minutes(): string {
    const around = this.closest('case-study, article, main');
    const page = around ?? this.getRootNode();
    const minutes = counted.get(page) ?? minutesOf(around ? textOf(around) : textAround(this));
    // Many facts of one page that are told at once are counted once.
    if (!counted.has(page)) queueMicrotask(() => counted.delete(page));
    counted.set(page, minutes);
    const form = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
    return this.#words.number(Math.max(1, Math.round(minutes)), form);
  }
}

/** What has been counted in this turn, by page. */
const counted = new Map<Node, number>();

function minutesOf(text: string): number {
  const words = text.replace(sign, ' ').match(/\S+/g)?.length ?? 0;
  return words / pace + (text.match(sign)?.length ?? 0) / signPace;
}

/** The text of the page that a node stands in: of its shadow root, if it is in one, and of all that is around that. */
function textAround(node: Node): string {
  const root = node.getRootNode() as Document | ShadowRoot;
  return 'host' in root ? `${textOf(root)} ${textAround(root.host)}` : textOf(root.body);
}
