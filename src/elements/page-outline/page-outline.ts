import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { addressOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import { DataNode } from '../../internal/data-node.js';
import type { JsonOf } from '../../internal/json.js';
import { derive, enforce, isForeign } from '../../internal/own-attributes.js';
import { percentEncoded } from '../../internal/percent.js';
import { property } from '../../internal/property.js';
import { sectionHeadings } from '../../internal/sections.js';
import { textOf } from '../../internal/text.js';
import { isPageLoaded, warnOf } from '../../internal/warn.js';

/**
 * The page's table of contents, made from its headings, with the section marked that is being read. Inside a `case-study`
 * it stands in the right margin and stays there; where there is no room for that it folds into one line.
 *
 * ```html
 * <case-study>
 *   <h1>Order ledger</h1>
 *   <page-outline></page-outline>
 *   <h2>Overview</h2>
 * </case-study>
 * ```
 *
 * @tag page-outline
 * @slot - Nothing, or a `<nav>` of the author's own with links to sections, which are then marked instead.
 * @cssstate folded - There is no room beside the page's column.
 * @csspart button - What folds and unfolds the outline where there is little room.
 * @csspart open - The button while the outline is unfolded.
 * @csspart list - The box around the outline.
 * @csspart folded - The same while it is folded.
 */
export class PageOutline extends ReactiveElement {
  /** The id of the element whose headings are listed; the `case-study` around the outline, or the first one, unless told. */
  @property() for?: string;

  #data = new DataNode(this);
  readonly #button = element('button');
  readonly #list = element('slot');
  readonly #words = wordsFor(this);
  readonly #internals = this.attachInternals();
  readonly #sizes = new ResizeObserver(() => this.#fit());
  #mutations?: MutationObserver;
  #page?: Element;
  #headings: HTMLElement[] = [];
  /** What the headings were when the outline was made. */
  #shape = '';
  /** What it said then. */
  #text?: string | null;

  constructor() {
    super();
    new StylesheetController(this, () => import('./page-outline.css?inline'));
    new ContentController(this);
    this.#fold(true);
    this.#button.addEventListener('click', () => this.#fold(this.#button.ariaExpanded === 'true'));
    this.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('a')) this.#fold(true);
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.replaceChildren(this.#button, this.#list);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Captured, so that a box that scrolls inside the page is heard, too.
    this.ownerDocument.addEventListener('scroll', this.#mark, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mutations?.disconnect();
    this.ownerDocument.removeEventListener('scroll', this.#mark, true);
    this.#sizes.disconnect();
    this.#page = undefined;
    this.#headings = [];
  }

  /** The outline as data: each section's heading, level and id. */
  toJSON(): JsonOf<'page-outline'> {
    const sections = this.#headings.map((heading) => ({
      id: heading.id,
      level: Number(heading.localName[1]),
      text: textOf(heading),
    }));
    return { type: 'page-outline', sections };
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    this.#follow(this.#findPage());
    const headings = this.#page ? sectionHeadings(this.#page) : [];
    const listed = headings.filter(({ localName }) => localName !== 'h4');
    const shape = (list: HTMLElement[]) => list.map((one) => one.localName + one.id + textOf(one)).join();
    const isStale = shape(listed) !== this.#shape;
    this.#shape = shape(listed);
    const made = this.querySelector('nav');
    // A library has made the author's of ours.
    if (made && isForeign({ target: made, attributeName: 'aria-label' }) && made.textContent !== this.#text)
      this.#data = new DataNode(this);
    const isAuthored = this.#data.hasAuthored('nav, a, ul, ol');
    this.#data.update(!isAuthored && listed.length ? () => navOf(listed) : undefined, isStale);
    this.#headings = listed;
    const title = this.#words.term('onThisPage');
    this.#button.textContent = title;
    const nav = isAuthored ? null : this.querySelector('nav');
    if (nav) derive(nav, 'aria-label', title);
    this.#text = nav?.textContent;
    this.#mark();
    if (!listed.length && isPageLoaded(this)) {
      warnOf(this, 'noHeadings');
    }
  }

  #fold(isFolded: boolean): void {
    this.#button.ariaExpanded = String(!isFolded);
    this.#button.setAttribute('part', isFolded ? 'button' : 'button open');
    this.#list.setAttribute('part', isFolded ? 'list folded' : 'list');
  }

  /** The stylesheet judges the room by the window; a page beside something else has less. */
  #fit(): void {
    const { paddingInlineEnd } = getComputedStyle(this.#page!);
    const isNarrow =
      Number.parseFloat(paddingInlineEnd) < 14 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#internals.states[isNarrow ? 'add' : 'delete']('folded');
  }

  #findPage(): Element | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    if (this.for) return root.getElementById(this.for);
    return this.closest('case-study') ?? root.querySelector('case-study') ?? this.ownerDocument.querySelector('main');
  }

  /** Notices headings that come, go or change. */
  #follow(page: Element | null): void {
    if (page === this.#page) return;
    this.#mutations?.disconnect();
    this.#sizes.disconnect();
    this.#page = page ?? undefined;
    if (!page) return;
    this.#sizes.observe(page);
    this.#mutations ??= new MutationObserver((records) => {
      if (records.some(({ target }) => !this.contains(target))) this.requestUpdate();
    });
    this.#mutations.observe(page, { childList: true, subtree: true, characterData: true, attributeFilter: ['id'] });
  }

  /** The section that is being read is the last one whose heading has come into the top quarter of the window. */
  #mark = (): void => {
    const line = innerHeight / 4;
    const current = this.#headings.filter((heading) => heading.getBoundingClientRect().top <= line).at(-1);
    const hash = current && new URL(addressOf(current.id)).hash;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
      const isCurrent = link.hash === hash;
      if (isCurrent === link.hasAttribute('aria-current')) continue;
      enforce(link, 'aria-current', isCurrent ? 'true' : null);
      if (!isCurrent) continue;
      const nav = link.closest('nav');
      if (nav) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
    }
  };
}

function navOf(headings: readonly HTMLElement[]): HTMLElement {
  const list = element('ol');
  for (const heading of headings) {
    const link = element('a', textOf(heading)) as HTMLAnchorElement;
    // A fragment alone would lead to where a <base> points.
    link.href = document.querySelector('base[href]') ? addressOf(heading.id) : `#${percentEncoded(heading.id)}`;
    const item = element('li', link);
    // A third level goes inside the second that it follows.
    const parent = heading.localName === 'h3' && list.lastElementChild;
    if (!parent) list.append(item);
    else if (parent.lastElementChild?.localName === 'ol') parent.lastElementChild.append(item);
    else parent.append(element('ol', item));
  }
  return element('nav', list);
}
