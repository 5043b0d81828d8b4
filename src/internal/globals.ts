/**
 * Keeps names in the window from elements of the page, which are there under their ids: one heading with the id
 * `reactiveElementVersions` stopped every element. A property of the window's own goes before an element; nothing more is
 * needed, and what a script has put there stays.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
export function keepGlobals(...names: string[]): void {
  for (const name of names) if (!Object.hasOwn(globalThis, name)) Object.assign(globalThis, { [name]: undefined });
}

// What Lit looks for there. This is imported before Lit.
keepGlobals(
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
  'reactiveElementPolyfillSupportDevMode',
  'litPropertyMetadata',
  'litIssuedWarnings',
);
