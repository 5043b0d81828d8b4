const sheets = new WeakMap<Document | ShadowRoot, Map<string, CSSStyleSheet>>();

/** Adds rules to a root, once: those of a part that is imported when it is needed. */
export function addStyles(root: Document | ShadowRoot, css: string): void {
  const known = sheets.get(root) ?? new Map<string, CSSStyleSheet>();
  if (known.has(css)) return;
  // A sheet can be adopted only in the document whose window made it: an iframe's needs the iframe's.
  const owner = root.ownerDocument ?? (root as Document);
  const sheet = new (owner.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(root, known.set(css, sheet));
  root.adoptedStyleSheets.push(sheet);
}
