import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { restoreStyles } from '../internal/styles.js';

type Sheet = () => Promise<{ default: string }>;
type Root = Document | ShadowRoot;

/** An element whose rules are asked for, and the root that they are to be in. */
interface Asked {
  host: ReactiveElement;
  root: Root;
  sheets: Sheet[];
}

/** Tags whose rules are there or on their way, by root. */
const styled = new WeakMap<Root, Set<string>>();
/** The document that each root has been in last. */
const pages = new WeakMap<Root, Document>();
/** The first element of each new tag in a root, until the page is drawn. */
let waiting: Asked[] = [];

/**
 * Ensures that the rules for an element are in the root that it stands in. A page that links `deepdive.css` or
 * `deepdive.guarded.css` has them and downloads nothing more; otherwise the guarded ones are fetched and adopted, once a root.
 *
 * @example new StylesheetController(this, () => import('./law-table.css?inline'));
 */
export class StylesheetController implements ReactiveController {
  readonly #sheets: Sheet[];

  constructor(
    private readonly host: ReactiveElement,
    ...sheets: Sheet[]
  ) {
    this.#sheets = sheets;
    host.addController(this);
  }

  hostConnected(): void {
    const { host } = this;
    const root = host.getRootNode() as Root;
    const page = host.ownerDocument;
    restoreStyles(host.shadowRoot);
    // A shadow root that is moved to another document loses the rules for what is in it.
    if (pages.get(root) !== page) styled.delete(root);
    pages.set(root, page);
    const tags = styled.get(root) ?? new Set();
    if (!root.adoptedStyleSheets || !page.defaultView || tags.has(host.localName)) return;
    styled.set(root, tags.add(host.localName));
    // A page that nobody looks at is not drawn.
    if (!waiting.length) (document.hidden ? setTimeout : requestAnimationFrame)(askAll);
    waiting.push({ host, root, sheets: this.#sheets });
  }
}

/** Asks in the frame in which the browser computes styles anyway: while elements upgrade, each answer would cost a run of its own. */
function askAll(): void {
  const asked = waiting;
  waiting = [];
  // All questions come before what the first answer changes.
  const answers = asked.map(({ host }) => {
    const style = getComputedStyle(host);
    return ['--dd-styled', '--_pairs'].map((name) => style.getPropertyValue(name));
  });
  asked.forEach((one, index) => void style(one, answers[index]!));
}

async function style({ host, root, sheets }: Asked, [isStyled, pairs]: string[]): Promise<void> {
  const tags = styled.get(root)!;
  // The next of its tag asks again where this one has left.
  if (host.getRootNode() !== root) {
    tags.delete(host.localName);
    return;
  }
  // Every element's rules set --dd-styled, which is not inherited. Where a bundler has rewritten the stylesheet, its pairs of
  // colours are missing: see tokens.css.
  const hasColours = pairs!.includes('light-dark');
  if (isStyled && hasColours && !root.adoptedStyleSheets.length) return;
  try {
    const wanted = isStyled ? [] : sheets.map((load) => load());
    const { adoptRules, adoptTokens, dropGuard } = await import('../internal/adopted-rules.js');
    if (!isStyled) {
      const rules = (await Promise.all(wanted)).map((sheet) => sheet.default);
      adoptRules(root, rules, host.localName === 'case-study');
      return;
    }
    dropGuard(root);
    if (!hasColours) adoptTokens(host.ownerDocument);
  } catch (error) {
    tags.delete(host.localName);
    console.warn('deepdive-elements: the styles could not be loaded. Link deepdive.css in the page.', error);
  }
}
