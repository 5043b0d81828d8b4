import type { Mermaid } from '../../diagrams/mermaid.js';

let loaded: Promise<Mermaid> | undefined;

/**
 * Mermaid, for reading alone. It cleans every label with DOMPurify, which does nothing where there is no document, not even
 * say so; here labels are left as they are.
 */
export function mermaidParser(): Promise<Mermaid> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Mermaid> {
  const { default: mermaid } = await import('../../diagrams/mermaid-bundle.js');
  const { purify } = mermaid;
  purify.sanitize ??= ((text: string) => text) as typeof purify.sanitize;
  purify.addHook ??= () => {};
  return mermaid as unknown as Mermaid;
}
