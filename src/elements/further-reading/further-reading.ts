import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { labelKinds } from '../../internal/kinds.js';
import { derive } from '../../internal/own-attributes.js';
import { itemsAsData, itemsOf, listAsData } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';
import { isSafeUrl } from '../../internal/urls.js';
import { warnContent, warnOf } from '../../internal/warn.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * Where to read on: each source with what it is (paper, talk, post-mortem, code, docs, book, article) and where it
 * stands.
 *
 * ```html
 * <further-reading>
 *   <ul>
 *     <li><a href="https://research.google/pubs/pub36356/">Dapper</a>, Sigelman and others, <time>2010</time></li>
 *   </ul>
 * </further-reading>
 * ```
 *
 * @tag further-reading
 * @slot - A heading, if wanted, and a `<ul>` of links. `data-kind` on an item says what it is where the address does not.
 */
export class FurtherReading extends ReactiveElement {
  readonly #words = wordsFor(this);
  #labelling?: Promise<void>;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/list.css?inline'),
      () => import('./further-reading.css?inline'),
    );
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The list as data: the heading, if there is one, and the sources with their kinds and addresses. */
  toJSON(): JsonOf<'further-reading'> {
    const links = itemsOf(this).map((item) => item.querySelector('a')?.href);
    const items = itemsAsData(this).map((item, index) => ({ ...item, ...(links[index] && { href: links[index] }) }));
    return listAsData(this, items);
  }

  protected override updated(): void {
    const items = itemsOf(this);
    this.#labelling = items.length ? this.#label(items) : undefined;
    for (const item of items) {
      const link = item.querySelector<HTMLAnchorElement>('a[href]');
      const isSafe = link && isSafeUrl(link.href);
      if (link && !isSafe) warnOf(this, 'unsafeLink', link.href);
      const host = isSafe && link.host !== location.host ? link.host.replace(/^www\./, '') : '';
      derive(item, 'data-host', host || null);
      derive(item, 'data-address', host ? link!.href : null);
    }
    warnContent(this, items.length > 0);
  }

  async #label(items: readonly HTMLElement[]): Promise<void> {
    await whenLoaded(import('./kinds.js'), ({ kindOfSource }) =>
      labelKinds(items, (item) => {
        const link = item.querySelector<HTMLAnchorElement>('a[href]');
        // Without a link, its own words are all that could tell, and they are there to be read.
        return link ? kindOfSource(textOf(link), textOf(item), link.href) : undefined;
      }),
    );
    for (const item of items) this.#words.label(item, item.dataset['kind']);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#labelling;
    return isDone;
  }
}
