import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { Stage } from '../../internal/chains.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { asData, itemsAsData, itemsOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { warnContent } from '../../internal/warn.js';
import { loaded, whenLoaded } from '../../internal/when-loaded.js';

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
  #reading?: Promise<unknown>;

  constructor() {
    super();
    new StylesheetController(this, styles);
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The path as data: each stage, how one got there, and what it was. */
  toJSON(): JsonOf<'scaling-path'> {
    const list = this.querySelector('ol, ul');
    const source = list ? null : this.querySelector('pre');
    const stages = itemsAsData(this).map(({ lead, text }) => ({ name: lead ?? text, ...(lead && { note: text }) }));
    return asData(this, { stages: this.#chain ?? stages, source: source?.textContent?.trim() }, list, source);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#reading;
    return isDone;
  }

  protected override updated(): void {
    const items = itemsOf(this);
    const source = items.length ? undefined : this.querySelector('pre')?.textContent;
    warnContent(this, Boolean(items.length || source));
    this.#reading = Promise.all([this.#label(items), source || this.#chain ? this.#read(source ?? '') : undefined]);
  }

  async #label(items: readonly HTMLElement[]): Promise<void> {
    await whenLoaded(import('./factors.js'), ({ labelFactors }) => labelFactors(items, this.#words));
  }

  async #read(source: string): Promise<void> {
    const part = await loaded(import('../../internal/chains.js'));
    if (!part) return;
    const { drawPath, parseChain } = part;
    this.#chain = parseChain(source);
    if (source) await warnContent(this, Boolean(this.#chain));
    const drawn = this.#chain && element('ol', this.#chain.map(itemOf));
    if (drawn) await this.#label([...drawn.children] as HTMLElement[]);
    const isDrawn = await drawPath(this, drawn, styles);
    this.#internals.states[isDrawn ? 'add' : 'delete']('drawn');
  }
}

function itemOf({ name, via, note }: Stage): HTMLElement {
  return element('li', element('strong', name), ' ', [via, note].filter(Boolean).join(', '));
}
