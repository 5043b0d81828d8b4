import guard from '../styles/guard.css?inline';
import tokens from '../styles/tokens.css?inline';
import { addStyles } from './styles.js';

/** Of sheets that others come after, the lowest first. */
const ranks = new WeakMap<CSSStyleSheet, number>();
const rankOf = (sheet: CSSStyleSheet) => ranks.get(sheet) ?? 0;
const guardRank = -2;
const baseRank = -1;

/** Adds the colours and sizes that the rules of all elements take. */
export function adoptTokens(root: Document): void {
  addStyles(root, tokens);
}

/**
 * Adds the guarded rules of an element to the root that it stands in.
 * @param isBase whether they say of plain HTML what the rules of other elements say otherwise
 */
export function adoptRules(root: Document | ShadowRoot, rules: readonly string[], isBase: boolean): void {
  adoptTokens(root.ownerDocument ?? (root as Document));
  ranks.set(addStyles(root, guard), guardRank);
  for (const css of rules) {
    const sheet = addStyles(root, css);
    if (isBase) ranks.set(sheet, baseRank);
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Takes back the guard: a stylesheet that is linked late comes before what is adopted, so its rules would be undone. */
export function dropGuard(root: Document | ShadowRoot): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => rankOf(sheet) !== guardRank);
}
