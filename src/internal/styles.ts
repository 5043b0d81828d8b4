/** Rules as text. Editors read them by this name, and the build shortens them. */
export const css = (parts: TemplateStringsArray, ...values: string[]): string => String.raw(parts, ...values);

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();
/** What has been added to each root. */
const added = new WeakMap<Node, Set<string>>();

/** Adds the rules of a shadow root again: it loses them when its element is moved to another document. */
export function restoreStyles(root: ShadowRoot | null): void {
  const { ownerDocument, adoptedStyleSheets } = root ?? {};
  if (!ownerDocument?.defaultView || adoptedStyleSheets?.length) return;
  for (const rules of added.get(root!) ?? []) addStyles(root!, rules);
}

/** Adds rules to a root, once; roots of a document share the sheet. */
export function addStyles(root: Document | ShadowRoot, rules: string): CSSStyleSheet {
  const owner = root.ownerDocument ?? (root as Document);
  added.set(root, (added.get(root) ?? new Set()).add(rules));
  const known = sheets.get(owner) ?? new Map<string, CSSStyleSheet>();
  sheets.set(owner, known);
  let sheet = known.get(rules);
  if (!sheet) {
    // A sheet can be adopted only in the document whose window made it: an iframe's needs the iframe's.
    sheet = new (owner.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(rules);
    known.set(rules, sheet);
  }
  // A document that no window shows takes none.
  if (owner.defaultView && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return sheet;
}
