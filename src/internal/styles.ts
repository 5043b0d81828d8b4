/** Rules as text. Editors read them by this name, and the build shortens them. */
export const css = (parts: TemplateStringsArray, ...values: string[]): string => String.raw(parts, ...values);

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Of sheets that give way to the others. */
const ranks = new WeakMap<CSSStyleSheet, number>();

/**
 * Adds rules to a root, once; roots of a document share the sheet.
 * @param rank below 0 for rules that all others come after, the lowest first
 */
export function addStyles(root: Document | ShadowRoot, rules: string, rank = 0): void {
  const owner = root.ownerDocument ?? (root as Document);
  const known = sheets.get(owner) ?? new Map<string, CSSStyleSheet>();
  sheets.set(owner, known);
  let sheet = known.get(rules);
  if (!sheet) {
    // A sheet can be adopted only in the document whose window made it: an iframe's needs the iframe's.
    sheet = new (owner.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(rules);
    known.set(rules, sheet);
  }
  if (root.adoptedStyleSheets.includes(sheet)) return;
  if (!rank) {
    root.adoptedStyleSheets.push(sheet);
    return;
  }
  ranks.set(sheet, rank);
  const rankOf = (one: CSSStyleSheet) => ranks.get(one) ?? 0;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Takes back what was added with a rank. */
export function dropStyles(root: Document | ShadowRoot, rank: number): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => ranks.get(sheet) !== rank);
}
