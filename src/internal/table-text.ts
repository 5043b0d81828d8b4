import { textOf } from './anchors.js';

/** The texts of a table's cells by row and column; where a cell spans several, only the first has its text. */
function cellsOf(table: HTMLTableElement): string[][] {
  const grid: string[][] = Array.from(table.rows, () => []);
  for (const [y, row] of [...table.rows].entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]![x] !== undefined) x++;
      const below = cell.rowSpan ? grid.slice(y, y + cell.rowSpan) : grid.slice(y);
      for (const line of below) for (let i = 0; i < cell.colSpan; i++) line[x + i] = '';
      grid[y]![x] = textOf(cell);
    }
  }
  return grid;
}

/** A table as comma-separated values, by RFC 4180. */
export function tableAsCSV(table: HTMLTableElement): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cellsOf(table)
    .map((row) => row.map(quoted).join(','))
    .join('\r\n');
}

/** A table as GitHub's Markdown has it: https://github.github.com/gfm/#tables-extension- */
export function tableAsMarkdown(table: HTMLTableElement): string {
  const cells = cellsOf(table);
  const lines = cells.map((row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(cells[0]?.length ?? 0)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
