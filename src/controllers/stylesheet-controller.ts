import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { addStyles, dropStyles } from '../internal/styles.js';

type Sheet = () => Promise<{ default: string }>;

const tokens: Sheet = () => import('../styles/tokens.css?inline');
const guard: Sheet = () => import('../styles/guard.css?inline');
const guardRank = -2;
/** Tags whose rules are there or on their way, by root. */
const styled = new WeakMap<Node, Set<string>>();

/**
 * Sees to it that the rules for an element are in the root that it stands in. A page that links `deepdive.css` has them
 * and downloads nothing more; otherwise they are fetched and adopted, once a root.
 *
 * @example new StylesheetController(this, () => import('./law-table.css?inline'));
 */
export class StylesheetController implements ReactiveController {
  readonly #sheets: Sheet[];

  constructor(
    private readonly host: ReactiveElement,
    ...ownSheets: Sheet[]
  ) {
    this.#sheets = ownSheets;
    host.addController(this);
  }

  async hostConnected(): Promise<void> {
    const { host } = this;
    const root = host.getRootNode() as Document | ShadowRoot;
    const tags = styled.get(root) ?? new Set();
    if (!root.adoptedStyleSheets || tags.has(host.localName)) return;
    styled.set(root, tags.add(host.localName));
    const style = getComputedStyle(host);
    try {
      // Every element's rules set --dd-styled, which is not inherited.
      if (style.getPropertyValue('--dd-styled')) {
        // A stylesheet that is linked late comes before what is adopted, so the guard would undo its rules.
        dropStyles(root, guardRank);
        // Where a bundler has rewritten the stylesheet, its pairs of colours are missing: see tokens.css.
        const hasPairs = style.getPropertyValue('--_pairs').includes('light-dark');
        if (!hasPairs) addStyles(host.ownerDocument, (await tokens()).default);
        return;
      }
      const [first, second, ...own] = await Promise.all([tokens, guard, ...this.#sheets].map((load) => load()));
      addStyles(host.ownerDocument, first!.default);
      addStyles(root, second!.default, guardRank);
      // What it says of plain HTML gives way to what the elements in it say.
      for (const { default: css } of own) addStyles(root, css, host.localName === 'case-study' ? -1 : 0);
    } catch (error) {
      tags.delete(host.localName);
      console.warn('deepdive-elements: the styles could not be loaded. Link deepdive.css in the page.', error);
    }
  }
}
