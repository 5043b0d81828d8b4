import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import { addressOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import type { JsonOf } from '../../internal/json.js';
import { enforce } from '../../internal/own-attributes.js';
import { percentEncoded } from '../../internal/percent.js';
import { property } from '../../internal/property.js';
import { sectionHeadings } from '../../internal/sections.js';
import { addStyles, css } from '../../internal/styles.js';
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
 * @csspart nav - The outline that is made from the headings.
 */
export class PageOutline extends ReactiveElement {
  /** The id of the element whose headings are listed; the `case-study` around the outline, or the first one, unless told. */
  @property() for?: string;

  readonly #button = element('button');
  readonly #nav = element('nav', element('ol'));
  readonly #list = element('div', this.#nav, element('slot'));
  readonly #words = wordsFor(this);
  readonly #internals = this.attachInternals();
  readonly #sizes = new ResizeObserver(() => this.#fit());
  #mutations?: MutationObserver;
  #page?: Element;
  #headings: HTMLElement[] = [];
  /** What the headings were when the outline was made. */
  #shape = '';

  constructor() {
    super();
    new StylesheetController(this, () => import('./page-outline.css?inline'));
    new ContentController(this);
    this.#fold(true);
    this.#button.addEventListener('click', () => this.#fold(this.#button.ariaExpanded === 'true'));
    this.#nav.setAttribute('part', 'nav');
    this.#list.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('a')) this.#fold(true);
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    addStyles(root, styles);
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
    this.#headings = listed;
    // An outline of the author's is shown instead.
    const shown = this.querySelector('nav, a, ul, ol') ? [] : listed;
    const shape = shown.map((one) => one.localName + one.id + textOf(one)).join();
    if (shape !== this.#shape) this.#nav.replaceChildren(listOf(shown));
    this.#shape = shape;
    this.#nav.ariaLabel = this.#button.textContent = this.#words.term('onThisPage');
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
    const selector = 'a[href*="#"]';
    const links = [this, this.#nav].flatMap((one) => [...one.querySelectorAll<HTMLAnchorElement>(selector)]);
    for (const link of links) {
      const isCurrent = link.hash === hash;
      if (isCurrent === link.hasAttribute('aria-current')) continue;
      enforce(link, 'aria-current', isCurrent ? 'true' : null);
      if (!isCurrent) continue;
      const nav = link.closest('nav');
      if (nav) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
    }
  };
}

function listOf(headings: readonly HTMLElement[]): HTMLElement {
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
  return list;
}

const styles = css`
    button {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: 2.75rem;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 550;
      text-align: start;
      cursor: pointer;
    }
    button::before {
      content: '';
      display: inline-block;
      inline-size: 0.375rem;
      block-size: 0.375rem;
      margin-inline: 0.125rem 0.625rem;
      border: solid;
      border-width: 0 1.5px 1.5px 0;
      rotate: -45deg;
      translate: 0 -0.1em;
    }
    :host(:dir(rtl)) button::before {
      rotate: 135deg;
    }
    :host(:dir(ltr)) [part~='open']::before,
    :host(:dir(rtl)) [part~='open']::before {
      rotate: 45deg;
    }
    button:focus-visible {
      outline: 2px solid var(--dd-accent);
    }
    [part~='folded'] {
      display: none;
    }
    nav {
      padding-block-end: 0.75rem;
    }
    nav:has(> :empty) {
      display: none;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ol ol {
      padding-inline-start: 0.875rem;
    }
    a {
      display: block;
      padding: 0.25rem 0;
      color: var(--dd-ink-quiet);
      text-decoration: none;
    }
    a:hover {
      color: var(--dd-ink);
    }
    a[aria-current] {
      color: var(--dd-accent);
      font-weight: 600;
    }
    @media (pointer: coarse) {
      a {
        padding-block: 0.5rem;
      }
    }
  `;
