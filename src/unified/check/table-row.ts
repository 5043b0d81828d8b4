import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { placeOf } from '../places.js';
import type { CheckedPage, Place, Report, Rule } from './rule.js';

export const tableRow: Rule = {
  name: 'table-row',
  severity: 'error',
  summary: 'A row of a table does not fit its header.',
  help: `Finds rows with more or fewer cells than the header, and a line of dashes with another number of columns than the header, which many readers of Markdown take for no table. Often a \`|\` in a cell is meant as text: write \`\\|\`. An empty cell is written as \`| |\`.`,
  check(page, report) {
    visit(page.tree, 'element', (node) => {
      const place = placeOf(node);
      // Lines can be read where they are known to be the table's.
      if (!place) return;
      if (node.tagName === 'table') {
        if (page.source[place.start.offset ?? 0] === '<') inHtml(node, page, report);
        else inMarkdown(place, page, report);
      }
      if (node.tagName === 'p') inParagraph(place, page, report);
    });
  },
};

const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;
const misfit = (is: number, wanted: number) =>
  `This row has ${cells(is)}, the header has ${wanted}: ${is > wanted ? 'write \\| for a bar that is text, or remove a cell' : 'add the missing ones, empty if need be'}.`;

function inMarkdown({ start, end }: Place, page: CheckedPage, report: Report): void {
  const { lines, lineAt } = page;
  const header = lines[start.line - 1] ?? '';
  const wanted = cellsIn(header);
  delimiters(start.line + 1, page, report);
  for (let line = start.line + 2; line <= end.line; line++) {
    const is = cellsIn(lines[line - 1] ?? '');
    if (is === wanted || (is === wanted - 1 && endsEmpty(lines[line - 1]!, header))) continue;
    const isText = !lines[line - 1]?.includes('|');
    report(
      lineAt(line),
      isText ? 'This line is a row of the table above it: leave an empty line between them.' : misfit(is, wanted),
    );
  }
}

/** Whether a bar at the end of a row stands before a last cell that is empty: no row of its table is between bars. */
const endsEmpty = (row: string, header: string) => {
  const [first, last] = [row, header].map((line) => line.replace(/^[\s>]*/, '').trimEnd());
  return first!.endsWith('|') && !first!.endsWith('\\|') && !first!.startsWith('|') && !/^\||\|$/.test(last!);
};

/** How many cells a line of a table has; a bar in code divides none, as in MkDocs. */
function cellsIn(line: string): number {
  // Whatever the table stands in: a quotation, a list, a comment.
  const row = line
    .replace(/^[\s>]*/, '')
    .trimEnd()
    .replace(/(?<!`)(`{1,3})[^`]+\1(?!`)/g, '`');
  const bars = [...row.matchAll(/\\.|\|/g)].filter(({ 0: bar }) => bar === '|');
  const inner = bars.filter(({ index }) => index > 0 && index < row.length - 1);
  return inner.length + 1;
}

/** Lines of dashes that do not fit the line above them make no table where Markdown is read to the letter. */
function delimiters(line: number, { lines, lineAt }: CheckedPage, report: Report): void {
  const [above = '', dashes = ''] = lines.slice(line - 2, line);
  const [is, wanted] = [cellsIn(dashes), cellsIn(above)];
  if (!isDelimiter(dashes) || !above.includes('|') || is === wanted) return;
  const columns = `${is} ${is === 1 ? 'column' : 'columns'}`;
  report(
    lineAt(line),
    `This line has ${columns}, the header above it ${wanted}: elsewhere that is no table. Give both the same number.`,
  );
}

const isDelimiter = (line: string) => line.includes('|') && line.includes('-') && /^[\s>|:-]+$/.test(line);

function inParagraph({ start, end }: Place, page: CheckedPage, report: Report): void {
  const lines = page.lines.slice(start.line, end.line);
  const index = lines.findIndex(isDelimiter);
  if (index >= 0) delimiters(start.line + 1 + index, page, report);
}

function inHtml(table: Element, { nearest }: CheckedPage, report: Report): void {
  const rows: Element[] = [];
  const collect = (node: Nodes): void => {
    if (node.type !== 'element') return;
    if (node.tagName === 'tr') rows.push(node);
    else if (node.tagName !== 'table' || node === table) for (const child of node.children) collect(child);
  };
  collect(table);
  const [header, ...others] = rows.map((row) => ({ row, cells: row.children.filter(isCell) }));
  const hasHeader = header?.cells.length && header.cells.every(({ tagName }) => tagName === 'th');
  const spansRows = rows.some((row) => row.children.some((cell) => isCell(cell) && cell.properties['rowSpan']));
  if (!hasHeader || spansRows) return;
  const wanted = widthOf(header.cells);
  for (const { row, cells } of others) {
    const is = widthOf(cells);
    if (cells.length && is !== wanted)
      report(nearest(row), misfit(is, wanted).replace('write \\| for a bar that is text, or ', ''));
  }
}

const isCell = (node: Nodes): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
const widthOf = (cells: Element[]) =>
  cells.reduce((sum, { properties }) => sum + (Number(properties['colSpan']) || 1), 0);
