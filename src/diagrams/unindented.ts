/**
 * The source with its front matter at the beginning of its lines, where alone Mermaid reads it: in HTML it is often indented
 * with the diagram. Line numbers stay.
 */
export function unindented(source: string): string {
  const [first, ...lines] = source.split('\n');
  const end = lines.find((line) => line.trim() === '---');
  const [indent = ''] = /^\s*/.exec(end ?? '')!;
  return first?.trimEnd() === '---' && indent ? source.replaceAll(`\n${indent}`, '\n') : source;
}
