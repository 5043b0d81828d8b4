const delimiter = /^\s*:?-+:?\s*$/;

/** Whether a line may be the one between a table's header and its rows. */
export function isDelimiterRow(text: string): boolean {
  if (!text.includes('|')) return false;
  const cells = text.trim().replace(/^\|/, '').split('|');
  const last = cells.findLastIndex((cell) => cell.trim());
  // Bars may stand together, but not apart.
  return last >= 0 && cells.every((cell, at) => delimiter.test(cell) || at > last || (at > 0 && cell === ''));
}

/**
 * A table as its author meant it, line by line: a `|` in code divides no cells, as in MkDocs, and there are as many columns
 * as the longest row has cells, where others would show no table or lose words.
 */
export function mendTable([header = '', delimiter = '', ...rows]: string[]): string[] {
  const body = [header, ...rows].map(escapeInCode);
  const counts = body.map(countCells);
  const columns = counts.reduce((most, count) => Math.max(most, count), 0);
  const missing = columns - counts[0]!;
  if (missing) body[0] = `${body[0]!.trimEnd().replace(/(?<!\\)\|$/, '')}|${' |'.repeat(missing)}`;
  const marks = delimiter
    .split('|')
    .map((mark) => mark.trim())
    .filter(Boolean);
  const isWhole = countCells(delimiter) === columns && marks.length === columns;
  const row = `|${Array.from({ length: columns }, (_, index) => marks[index] ?? '-').join('|')}|`;
  return [body[0]!, isWhole ? delimiter : row, ...body.slice(1)];
}

const escapeInCode = (row: string) =>
  row.includes('`') ? row.replace(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/g, (code) => code.replace(/(?<!\\)\|/g, '\\|')) : row;

function countCells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}
