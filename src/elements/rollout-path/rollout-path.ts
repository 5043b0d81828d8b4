import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { enforceStyle } from '../../internal/own-styles.js';
import { asData, factsAsData, itemsOf } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';
import { loaded } from '../../internal/when-loaded.js';

const styles = () => import('./rollout-path.css?inline');

/**
 * How a change reaches everybody: a bar that widens from the canary to all, and below it how often, how fast back, and
 * behind which flags. Reads a line of arrows, `Canary → 1% → 10% → 100%`, and a Mermaid chain, too.
 *
 * ```html
 * <rollout-path>
 *   <ol><li>Canary</li><li>1%</li><li>10%</li><li>100%</li></ol>
 *   <dl>
 *     <dt>Deployment frequency</dt><dd>12 a day</dd>
 *     <dt>Rollback time</dt><dd>Under 5 minutes</dd>
 *   </dl>
 * </rollout-path>
 * ```
 *
 * @tag rollout-path
 * @slot - An `<ol>` of stages, a `<pre>` with a Mermaid chain, or a paragraph or `<dd>` with arrows; and, if wanted, a `<dl>`.
 * @cssstate drawn - The stages have been read from text, and the bar is drawn.
 */
export class RolloutPath extends ReactiveElement {
  readonly #internals = this.attachInternals();
  /** The stages that stand in text, once they have been read. */
  #stages?: string[];
  #reading?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(this, styles);
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The rollout as data: its stages, and the facts below them. */
  toJSON(): JsonOf<'rollout-path'> {
    const list = this.querySelector('ol, ul');
    const source = list ? null : this.querySelector('pre');
    const facts = this.querySelector('dl');
    const stages = list ? itemsOf(this).map(textOf) : (this.#stages ?? []);
    const told = { stages, facts: factsAsData(facts), source: source?.textContent?.trim() };
    return asData(this, told, list, source, facts);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#reading;
    return isDone;
  }

  protected override updated(): void {
    const isList = Boolean(this.querySelector('ol'));
    for (const item of isList ? itemsOf(this) : []) markShare(item);
    warnContent(this);
    if (!isList || this.#stages)
      this.#reading = this.#read(isList ? '' : (this.querySelector('pre')?.textContent ?? ''));
  }

  async #read(source: string): Promise<void> {
    const part = await loaded(import('../../internal/chains.js'));
    if (!part) return;
    const { drawPath, parseArrows, parseChain } = part;
    const isList = Boolean(this.querySelector('ol'));
    const lines = isList ? [] : [...this.querySelectorAll<HTMLElement>('p, dd, li')].flatMap(linesOf);
    this.#stages =
      parseChain(source)?.map(({ name }) => name) ?? lines.map(parseArrows).find((stages) => stages !== undefined);
    await warnContent(this, Boolean(isList || this.#stages || !this.textContent?.trim()));
    const drawn =
      this.#stages &&
      element(
        'ol',
        this.#stages.map((stage) => markShare(element('li', stage))),
      );
    // The words that it was read from are there already.
    drawn?.setAttribute('aria-hidden', 'true');
    const isDrawn = await drawPath(this, drawn, styles);
    this.#internals.states[isDrawn ? 'add' : 'delete']('drawn');
  }
}

/** Tells the stylesheet the share of users that a stage reaches, in percent. */
function markShare(stage: HTMLElement): HTMLElement {
  const [, share] = /^(\d{1,3}(?:\.\d+)?)\s?%/.exec(textOf(stage)) ?? [];
  enforceStyle(stage, '--_of', share && Number(share) <= 100 ? share : null);
  return stage;
}

/** The lines of a paragraph, which `<br>` divides. */
function linesOf(block: Element): string[] {
  const lines = [''];
  for (const node of block.childNodes) {
    if (node.nodeName === 'BR') lines.push('');
    else lines[lines.length - 1] += node.textContent ?? '';
  }
  return lines;
}
