/**
 * What the diagrams ask of Mermaid. Its own types would not do for those who use ours: they need `type-fest`, which
 * Mermaid 12 does not bring, so that TypeScript without `skipLibCheck` fails on them.
 */
export interface Mermaid {
  initialize(config: object): void;
  render(id: string, source: string): Promise<{ svg: string; diagramType: string }>;
  parse(source: string, options?: { suppressErrors: true }): Promise<unknown>;
  mermaidAPI: { getDiagramFromText(source: string): Promise<object> };
}
