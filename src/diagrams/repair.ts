/** Opening brackets of flowchart nodes, longest first, with what closes each. */
const shapes: [open: string, close: string][] = [
  ['(((', ')))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
];

/**
 * Puts labels of a flowchart into quotes where they hold what Mermaid takes for its own: brackets, quotes, a leading slash.
 * Whatever else is wrong stays as it is.
 */
export function repaired(source: string): string {
  if (!/^\s*(?:---[\s\S]*?---\s*)?(?:%%.*\s*)*(?:graph|flowchart)\b/.test(source)) return source;
  return source
    .split('\n')
    .map((line) =>
      /^\s*(%%|style|classDef|class|click|linkStyle|subgraph\s+"|accTitle|accDescr)/.test(line) ? line : quoted(line),
    )
    .join('\n');
}

/** In characters; what is longer was not written by hand. */
const longest = 2000;

function quoted(line: string): string {
  if (line.length > longest) return line;
  let result = '';
  let rest = line;
  while (rest) {
    // A node's id, and what opens its label.
    const [all, before = '', id = ''] = /^(.*?)(?<![\w"])([\w-]*\w)(?=[[({])/.exec(rest) ?? [];
    if (all === undefined) break;
    const start = rest.slice(all.length);
    const label = labelAt(start);
    result += before + id;
    rest = start;
    if (!label) {
      result += rest[0];
      rest = rest.slice(1);
      continue;
    }
    const { open, text, close, length } = label;
    const needsQuotes = !/^\s*"[^"]*"\s*$/.test(text) && /[[\](){}"|<>/\\:;@]/.test(text);
    const escaped = text.trim().replaceAll('"', '#quot;');
    result += needsQuotes ? `${open}"${escaped}"${close}` : start.slice(0, length);
    rest = start.slice(length);
  }
  return result + rest;
}

/** The label that a text begins with: up to the last bracket that closes it before another connection or the end. */
function labelAt(text: string): { open: string; text: string; close: string; length: number } | undefined {
  const end = /\s*(?:--|==|-\.|~~~|<--|&|:::|;)/.exec(outsideQuotes(text))?.index ?? text.length;
  const part = text.slice(0, end).trimEnd();
  for (const [open, close] of shapes) {
    if (!part.startsWith(open) || !part.endsWith(close) || part.length < open.length + close.length) continue;
    // `[/metrics]` is a label that begins with a slash, `[/wide/]` a shape.
    return { open, text: part.slice(open.length, -close.length), close, length: part.length };
  }
  return undefined;
}

const outsideQuotes = (text: string) => text.replace(/"[^"]*"/g, (quote) => '_'.repeat(quote.length));
