import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { CheckedPage, Report, Rule } from './rule.js';

export const tableRow: Rule = {
  name: 'table-row',
  severity: 'error',
  summary: 'A row of a table does not fit its header.',
  help: `Finds rows with more or fewer cells than the header, and a line of dashes with another number of columns than the header, which makes the whole no table. Often a \`|\` in a cell is meant as text: write \`\\|\`. An empty cell is written as \`| |\`.`,
  check(page, report) {
    visit(page.tree, 'element', (node) => {
      const start = node.position?.start;
      if (!start) return;
      if (node.tagName === 'table') {
        if (page.source[start.offset ?? 0] === '<') inHtml(node, report);
        else inMarkdown(node, page, report);
      }
      if (node.tagName === 'p') delimiters(node, page, report);
    });
  },
};

const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;
const misfit = (is: number, wanted: number) =>
  `This row has ${cells(is)}, the header has ${wanted}: ${is > wanted ? 'write \\| for a bar that is text, or take a cell out' : 'add the missing ones, empty if need be'}.`;

function inMarkdown({ position }: Element, { lines, lineAt }: CheckedPage, report: Report): void {
  const { start, end } = position!;
  const wanted = cellsIn(lines[start.line - 1] ?? '');
  for (let line = start.line + 2; line <= end.line; line++) {
    const is = cellsIn(lines[line - 1] ?? '');
    if (is === wanted) continue;
    const isText = !lines[line - 1]?.includes('|');
    report(
      lineAt(line),
      isText ? 'This line is a row of the table above it: leave an empty line between them.' : misfit(is, wanted),
    );
  }
}

/** How many cells a line of a table has. A bar in code is a bar, too, unless it is escaped. */
function cellsIn(line: string): number {
  // Whatever the table stands in: a quotation, a list, a comment.
  const row = line.replace(/^[\s>]*/, '').trimEnd();
  const bars = [...row.matchAll(/\\.|\|/g)].filter(({ 0: bar }) => bar === '|');
  const inner = bars.filter(({ index }) => index > 0 && index < row.length - 1);
  return inner.length + 1;
}

/** A line of dashes that does not fit the line above it makes no table, so that all of it is a paragraph. */
function delimiters({ position }: Element, { lines, lineAt }: CheckedPage, report: Report): void {
  const { start, end } = position!;
  for (let line = start.line + 1; line <= end.line; line++) {
    const [above = '', dashes = ''] = lines.slice(line - 2, line);
    if (!/^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(dashes) || !dashes.includes('|')) continue;
    const [is, wanted] = [cellsIn(dashes), cellsIn(above)];
    if (above.includes('|') && is !== wanted) {
      report(
        lineAt(line),
        `This line has ${is} ${is === 1 ? 'column' : 'columns'}, the header above it ${wanted}, so that this is no table: give both the same number.`,
      );
    }
    return;
  }
}

function inHtml(table: Element, report: Report): void {
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
      report(row.position, misfit(is, wanted).replace('write \\| for a bar that is text, or ', ''));
  }
}

const isCell = (node: Nodes): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
const widthOf = (cells: Element[]) =>
  cells.reduce((sum, { properties }) => sum + (Number(properties['colSpan']) || 1), 0);
