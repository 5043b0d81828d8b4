/**
 * What the diagrams ask of Mermaid. Its own types would not do for those who use ours: they need `type-fest`, which
 * Mermaid 12 does not bring, so that TypeScript without `skipLibCheck` fails on them.
 */
export interface Mermaid {
  initialize(config: object): void;
  render(id: string, source: string, container?: object): Promise<{ svg: string; diagramType: string }>;
  parse(source: string, options?: { suppressErrors: true }): Promise<unknown>;
  mermaidAPI: { getDiagramFromText(source: string): Promise<object>; globalReset(): void };
}

/** @throws TypeError where something else was loaded in its place */
export function checked(loaded: unknown): Mermaid {
  const api = loaded as Partial<Mermaid> | undefined;
  const parts = {
    initialize: api?.initialize,
    render: api?.render,
    parse: api?.parse,
    'mermaidAPI.getDiagramFromText': api?.mermaidAPI?.getDiagramFromText,
    'mermaidAPI.globalReset': api?.mermaidAPI?.globalReset,
  };
  const missing = Object.entries(parts).find(([, part]) => typeof part !== 'function');
  if (!missing) return api as Mermaid;
  throw new TypeError(`loadMermaid returned no Mermaid 12: ${missing[0]}() is missing. Return its default export.`);
}
