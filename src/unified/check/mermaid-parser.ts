import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Mermaid } from '../../diagrams/mermaid.js';

let loaded: Promise<Mermaid> | undefined;

/**
 * Mermaid, for reading alone. It cleans every label with DOMPurify, which does nothing where there is no document, not even
 * say so; here labels are left as they are. For a worker of its own: whoever relies on DOMPurify must not share it.
 */
export function mermaidParser(): Promise<Mermaid> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Mermaid> {
  const { default: purify } = await import(purifyOf(import.meta.resolve('mermaid')));
  purify.sanitize ??= (text: string) => text;
  purify.addHook ??= () => {};
  const { default: mermaid } = await import('mermaid');
  return mermaid as unknown as Mermaid;
}

/** The very module that Mermaid imports, which may not be the one that this package would find. */
function purifyOf(mermaid: string): string {
  const path = createRequire(mermaid).resolve('dompurify');
  return new URL('purify.es.mjs', pathToFileURL(path)).href;
}
