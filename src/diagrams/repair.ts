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
  if (!/^\s*(?:---[^\S\n]*\n(?:[\s\S]*?\n)??---[^\S\n]*\n\s*)?(?:%%.*\n\s*)*(?:graph|flowchart)\b/.test(source))
    return source;
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
  const plain = outsideQuotes(line);
  const ends = [...plain.matchAll(connections)].map(({ index }) => index);
  let result = '';
  let [done, end, next] = [0, 0, 0];
  for (const { 0: id, index } of line.matchAll(ids)) {
    const start = index + id.length;
    if (start < next) continue;
    while (ends[end]! <= start) end++;
    const label = labelAt(line.slice(start, ends[end]).trimEnd());
    if (!label) continue;
    const { open, text, close, length } = label;
    next = start + length;
    const needsQuotes = !/^\s*"[^"]*"\s*$/.test(text) && /[[\](){}"|<>/\\:;@]/.test(text);
    if (!needsQuotes) continue;
    result += `${line.slice(done, start)}${open}"${text.trim().replaceAll('"', '#quot;')}"${close}`;
    done = next;
  }
  return result + line.slice(done);
}

/** A node's id, and behind it what opens its label. */
const ids = /(?<![\w"-])[\w-]*\w(?=[[({])/g;

/** What ends a label: a connection, a class, or the next statement. */
const connections = /--|==|-\.|~~~|<--|&|:::|;/g;

/** The label that is all of a text, with its brackets. */
function labelAt(text: string): { open: string; text: string; close: string; length: number } | undefined {
  for (const [open, close] of shapes) {
    if (!text.startsWith(open) || !text.endsWith(close) || text.length < open.length + close.length) continue;
    // `[/metrics]` is a label that begins with a slash, `[/wide/]` a shape.
    return { open, text: text.slice(open.length, -close.length), close, length: text.length };
  }
  return undefined;
}

const outsideQuotes = (text: string) => text.replace(/"[^"]*"/g, (quote) => '_'.repeat(quote.length));
