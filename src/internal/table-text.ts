import type { WordsController } from '../controllers/words-controller.js';
import { table as tableOf } from '../markdown/blocks.js';
import { escapeText } from '../markdown/inline.js';
import { copyText, sayBehind } from './clipboard.js';
import { plainHtmlOf } from './copied-selection.js';
import { textOf } from './text.js';

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
  return cellsOf(table)
    .map((row) => row.map((text) => quoted(asText(text))).join(','))
    .join('\r\n');
}

/** Some spreadsheets part cells at semicolons. */
const quoted = (text: string) => (/[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A number with its sign, or a dash for none: `-5%`, `+3`, `-1,234.5`. */
const harmless = /^[+-]?(?:\d[\d.,\s]*(?:e[+-]?\d+)?%?)?$/i;

/**
 * What a spreadsheet would take for a formula gets the mark of a text: https://owasp.org/www-community/attacks/CSV_Injection.
 * The signs have twins that are as wide as Chinese characters.
 */
const asText = (text: string) => (/^\s*[=+\-@＝＋－＠]/.test(text) && !harmless.test(text) ? `'${text}` : text);

/** A table as GitHub's Markdown has it: https://github.github.com/gfm/#tables-extension- */
export function tableAsMarkdown(table: HTMLTableElement): string {
  return tableOf(cellsOf(table).map((row) => row.map((text) => escapeText(text))));
}

/** A spreadsheet makes one column of comma-separated values that are pasted into it, and cells of HTML. */
async function copyCells(table: HTMLTableElement): Promise<boolean> {
  const text = tableAsCSV(table);
  try {
    const asBlob = (content: string, type: string) => new Blob([content], { type });
    const html = asBlob(plainHtmlOf(table), 'text/html');
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': asBlob(text, 'text/plain'), 'text/html': html }),
    ]);
    return true;
  } catch {
    return copyText(text);
  }
}

/** Copies a table, and says so behind the button. */
export async function copyTable(
  table: HTMLTableElement,
  format: 'CSV' | 'Markdown',
  button: HTMLElement,
  words: WordsController,
): Promise<void> {
  sayBehind(button, '');
  const isCopied = format === 'CSV' ? await copyCells(table) : await copyText(tableAsMarkdown(table));
  sayBehind(button, words.term(isCopied ? 'wasCopied' : 'cannotCopy'));
}
