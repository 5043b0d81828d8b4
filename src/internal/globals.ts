/**
 * What Lit and Mermaid look for in the window, which has the elements of a page under their ids: one heading with the id
 * `reactiveElementVersions` stopped every element. A property of the window's own goes before an element; nothing more is
 * needed, and what a script has put there stays. This is imported before Lit.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
const names = [
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
  'reactiveElementPolyfillSupportDevMode',
  'litPropertyMetadata',
  'litIssuedWarnings',
  'fastdom',
  'cytoscape',
  'Buffer',
  '__mermaidProfiler',
];

for (const name of names) if (!Object.hasOwn(globalThis, name)) Object.assign(globalThis, { [name]: undefined });

export {};
