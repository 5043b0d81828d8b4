import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { type WordsController, wordsFor } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/anchors.js';
import type { Stage } from '../../internal/chains.js';
import { element } from '../../internal/data-content.js';
import { parseFigure } from '../../internal/figures.js';
import { itemsAsData, itemsOf, type Json, leadInOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { warn, warnContent } from '../../internal/warn.js';

const styles = () => import('./scaling-path.css?inline');

/**
 * How a system grew: its stages, what each took, and how many times larger each is than the one before. Side by side
 * where there is room, upright on a phone. Reads a Mermaid chain, too.
 *
 * ```html
 * <scaling-path>
 *   <ol>
 *     <li><strong>1K users</strong> One machine.</li>
 *     <li><strong>100K users</strong> A cache before the database.</li>
 *     <li><strong>10M users</strong> Shards by buyer.</li>
 *   </ol>
 * </scaling-path>
 * ```
 *
 * @tag scaling-path
 * @slot - A heading, if wanted, and an `<ol>` whose items begin with the size in bold; or a `<pre>` with a Mermaid flowchart
 *   that is one chain, `A[1K users] -->|Add a cache| B[100K users]`.
 * @cssstate drawn - The Mermaid source has been read, and its stages stand in its place.
 */
export class ScalingPath extends ReactiveElement {
  readonly #internals = this.attachInternals();
  readonly #words = wordsFor(this);
  /** What the Mermaid source says, once it has been read. */
  #chain?: Stage[];
  #reading?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, styles);
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The path as data: each stage, how one got there, and what it was. */
  toJSON(): Json {
    const stages = itemsAsData(this).map(({ lead, text }) => ({ name: lead ?? text, ...(lead && { note: text }) }));
    return { type: this.localName, stages: this.#chain ?? stages };
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#reading;
    return isDone;
  }

  protected override updated(): void {
    const items = itemsOf(this);
    const source = items.length ? undefined : this.querySelector('pre')?.textContent;
    warnContent(this, 'an <ol> of stages', items.length || source ? [] : ['has no stages: put them into an <ol>.']);
    labelFactors(items, this.#words);
    if (source || this.#chain) this.#reading = this.#read(source ?? '');
  }

  async #read(source: string): Promise<void> {
    const { drawPath, parseChain } = await import('../../internal/chains.js');
    this.#chain = parseChain(source);
    if (source && !this.#chain && document.readyState !== 'loading') {
      const fix = 'write A[1K users] --> B[10K users], or use <architecture-diagram>';
      warn(this, `cannot read its <pre> as one chain of stages: ${fix}.`);
    }
    const drawn = this.#chain && element('ol', this.#chain.map(itemOf));
    if (drawn) labelFactors([...drawn.children] as HTMLElement[], this.#words);
    await drawPath(this, drawn, styles);
    this.#internals.states[drawn ? 'add' : 'delete']('drawn');
  }
}

function itemOf({ name, via, note }: Stage): HTMLElement {
  return element('li', element('strong', name), ' ', [via, note].filter(Boolean).join(', '));
}

/** Tells the stylesheet how many times larger each stage is than the one before, where both begin with a figure. */
function labelFactors(items: readonly HTMLElement[], words: WordsController): void {
  const sizes = items.map((item) => parseFigure(leadInOf(item) || textOf(item))?.from);
  for (const [index, item] of items.entries()) {
    const factor = (sizes[index] ?? Number.NaN) / (sizes[index - 1] ?? Number.NaN);
    // Less than a tenth more or less is no growth worth a figure.
    if (Number.isFinite(factor) && factor > 0 && Math.abs(factor - 1) > 0.1)
      item.dataset['factor'] = `×${words.number(Number(factor.toPrecision(2)), { useGrouping: false })}`;
    else delete item.dataset['factor'];
  }
}
