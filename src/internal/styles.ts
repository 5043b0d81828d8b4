/** Rules as text. Editors read them by this name, and the build shortens them. */
export const css = (parts: TemplateStringsArray, ...values: string[]): string => String.raw(parts, ...values);

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Adds rules to a root, once; roots of a document share the sheet. */
export function addStyles(root: Document | ShadowRoot, rules: string): CSSStyleSheet {
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
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return sheet;
}
