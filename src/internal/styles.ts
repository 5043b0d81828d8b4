const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** Adds rules to a root, once; roots of a document share the sheet. */
export function addStyles(root: Document | ShadowRoot, css: string): void {
  const owner = root.ownerDocument ?? (root as Document);
  const known = sheets.get(owner) ?? new Map<string, CSSStyleSheet>();
  sheets.set(owner, known);
  let sheet = known.get(css);
  if (!sheet) {
    // A sheet can be adopted only in the document whose window made it: an iframe's needs the iframe's.
    sheet = new (owner.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
