import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { element } from '../../internal/data-content.js';
import { fragment } from '../../internal/fragment.js';
import type { JsonOf } from '../../internal/json.js';
import { enforce, suggest } from '../../internal/own-attributes.js';
import { property } from '../../internal/property.js';
import { asData, contentOf, headingOf } from '../../internal/read.js';
import { addStyles, css } from '../../internal/styles.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';

/** Tabs in the page that are chosen together, and where the choice is kept. */
const groups = new Map<string, Set<ContentTabs>>();
const key = (name: string) => `deepdive-tabs:${name}`;

/**
 * Alternatives, one at a time: each `<section>` is a tab named by its heading. Tabs of the same `name` switch together
 * across the page, and the choice is remembered. Without script and on paper all sections are shown; a link into a
 * section, or finding a word in it, opens it.
 *
 * ```html
 * <content-tabs name="language">
 *   <section><h4>Go</h4><p>A goroutine a connection.</p></section>
 *   <section><h4>Rust</h4><p>A task a connection.</p></section>
 * </content-tabs>
 * ```
 *
 * @tag content-tabs
 * @slot - `<section>`s, each beginning with a heading.
 * @csspart tabs - The row of tabs.
 * @csspart tab - One tab.
 * @csspart current - The tab whose section is shown.
 * @fires {Event} change - The reader has chosen another tab.
 */
export class ContentTabs extends ReactiveElement {
  /** Tabs of the same name show the sections with the same headings. Without a name, tabs are on their own and forgotten. */
  @property({ reflect: true }) name?: string;

  /** The heading of the section that is shown. A heading that no section has changes nothing. */
  @property({ attribute: false }) selected = '';

  readonly #tabs = element('div');
  #group?: string;
  #shown?: HTMLElement;
  /** The fragment that has been gone to: what the reader chooses after that counts for more. */
  #fragment = '';

  constructor() {
    super();
    new StylesheetController(this, () => import('./content-tabs.css?inline'));
    new ContentController(this);
    this.#tabs.setAttribute('part', 'tabs');
    this.#tabs.role = 'tablist';
    this.#tabs.addEventListener('keydown', this.#move);
    this.addEventListener('beforematch', ({ target }) => this.#open(target as Element));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    addStyles(root, styles);
    root.replaceChildren(this.#tabs, element('slot'));
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#goAnew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#goAnew);
    groups.get(this.#group ?? '')?.delete(this);
    this.#group = undefined;
  }

  /** The tabs as data: each section's heading and content. */
  toJSON(): JsonOf<'content-tabs'> {
    const sections = this.#sections();
    const tabs = sections.map((section) => {
      return { heading: headingIn(section), content: contentOf(section, headingOf(section)) };
    });
    return asData(this, { name: this.name, tabs }, ...sections);
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    const sections = this.#sections();
    const names = namesOf(sections);
    const isNamed = sections.every((section, index) => names[index] === headingIn(section));
    warnContent(this, sections.length > 0 && isNamed);
    this.#join();
    this.#goToFragment();

    const current = this.#current();
    this.#shown = sections[current];
    // The focus must not be lost with what it is in.
    const { activeElement } = this.getRootNode() as Document;
    const isFocused =
      activeElement === this || sections.some((one) => one !== this.#shown && one.contains(activeElement));
    for (const [index, section] of sections.entries()) {
      suggest(section, 'role', 'tabpanel');
      suggest(section, 'aria-label', names[index]!);
      // https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: what holds nothing to stop at is a stop itself.
      const isStop = index === current && !section.querySelector(stops);
      suggest(section, 'tabindex', isStop ? '0' : null);
      // What is found by the browser's own search, or linked to, is shown.
      enforce(section, 'hidden', index === current ? null : 'until-found');
    }
    this.#draw(names, sections, current);
    if (isFocused) (this.#tabs.children[current] as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  #sections(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > section')];
  }

  /** Where the section stands that is shown, or is about to be. */
  #current(): number {
    const sections = this.#sections();
    const index = namesOf(sections).indexOf(this.selected);
    return index < 0 ? Math.max(0, sections.indexOf(this.#shown!)) : index;
  }

  #draw(names: string[], sections: HTMLElement[], current: number): void {
    const tabs = [...this.#tabs.children] as HTMLElement[];
    while (tabs.length > names.length) tabs.pop()!.remove();
    for (const [index, name] of names.entries()) {
      let tab = tabs[index];
      if (!tab) {
        tab = element('button');
        tab.role = 'tab';
        tab.addEventListener('click', () => this.#choose(index));
        this.#tabs.append(tab);
      }
      if (tab.textContent !== name) tab.textContent = name;
      tab.ariaSelected = String(index === current);
      tab.setAttribute('part', index === current ? 'tab current' : 'tab');
      tab.tabIndex = index === current ? 0 : -1;
      tab.ariaControlsElements = [sections[index]!];
    }
  }

  #choose(index: number): void {
    if (index === this.#current()) return;
    this.selected = namesOf(this.#sections())[index]!;
    this.dispatchEvent(new Event('change'));
    if (!this.name) return;
    try {
      localStorage.setItem(key(this.name), this.selected);
    } catch {
      // Where nothing may be stored, nothing is remembered.
    }
    const top = this.getBoundingClientRect().top;
    const others = [...(groups.get(this.name) ?? [])].filter((tabs) => tabs !== this);
    for (const tabs of others) if (namesOf(tabs.#sections()).includes(this.selected)) tabs.selected = this.selected;
    // What the others gain or lose in height must not move what the reader is looking at.
    void Promise.all(others.map((tabs) => tabs.updateComplete)).then(() =>
      scrollBy({ top: this.getBoundingClientRect().top - top, behavior: 'instant' }),
    );
  }

  /** Joins the tabs of the same name, and takes up what was chosen before. */
  #join(): void {
    if (this.#group === this.name) return;
    groups.get(this.#group ?? '')?.delete(this);
    this.#group = this.name;
    if (!this.name) return;
    const group = groups.get(this.name) ?? new Set();
    groups.set(this.name, group.add(this));
    try {
      this.selected ||= localStorage.getItem(key(this.name)) ?? '';
    } catch {
      // See above.
    }
  }

  #goAnew = (): void => {
    this.#fragment = '';
    this.#goToFragment();
  };

  /** Once the target is there, which may be late. */
  #goToFragment(): void {
    const id = fragment();
    const target = id && id !== this.#fragment && this.querySelector(`#${CSS.escape(id)}`);
    if (!target) return;
    this.#fragment = id;
    const before = this.#current();
    this.#open(target);
    // The browser cannot go to what is hidden, or has gone to where it was.
    if (this.#current() !== before) void this.updateComplete.then(() => target.scrollIntoView());
  }

  #open(target: Element): void {
    const sections = this.#sections();
    const index = sections.findIndex((one) => one.contains(target));
    if (index >= 0) this.selected = namesOf(sections)[index]!;
  }

  #move = (event: KeyboardEvent): void => {
    const tabs = [...this.#tabs.children] as HTMLElement[];
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const current = tabs.indexOf(event.target as HTMLElement);
    const next = {
      ArrowRight: current + (isRightToLeft ? -1 : 1),
      ArrowLeft: current + (isRightToLeft ? 1 : -1),
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const tab = tabs.at(next % tabs.length)!;
    tab.focus();
    tab.click();
  };
}

/** What the Tab key stops at. cspell:ignore contenteditable */
const stops =
  ':is(a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable], :is(audio, video)[controls]):not(:disabled, [tabindex="-1"])';

const headingIn = (section: Element) => textOf(headingOf(section));

/** What the tabs are called: by their headings, or by number where there is none, or another section has the same. */
function namesOf(sections: readonly Element[]): string[] {
  const headings = sections.map(headingIn);
  return headings.map((heading, index) => (headings.indexOf(heading) === index && heading) || `${index + 1}`);
}

const styles = css`
    [part='tabs'] {
      position: absolute;
      inset: 0 0 auto;
      display: flex;
      gap: 1.25rem;
      block-size: 2.5rem;
      overflow-x: auto;
      scrollbar-width: none;
    }
    [part~='tab'] {
      flex: none;
      padding: 0;
      border: solid transparent;
      border-width: 2px 0;
      background: none;
      color: var(--dd-ink-quiet);
      font: var(--dd-text-small) / 1.5 var(--dd-font);
      cursor: pointer;
    }
    [part~='tab']:hover,
    [part~='current'] {
      color: var(--dd-ink);
    }
    [part~='current'] {
      border-block-end-color: var(--dd-accent);
      font-weight: 600;
    }
    @media (forced-colors: active) {
      [part~='tab']:not([part~='current']) {
        border-color: Canvas;
      }
      [part~='current'] {
        border-block-start-color: Canvas;
      }
    }
    [part~='tab']:focus-visible {
      outline: 2px solid var(--dd-accent);
      outline-offset: -2px;
    }
  `;
