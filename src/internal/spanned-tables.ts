import { suggest } from './own-attributes.js';
import { authored, type TableMistake } from './tables.js';
import { textOf } from './text.js';

/** A cell across more columns than these has no label. */
const mostLabels = 8;

/** The rows that name the columns: those of `<thead>`, or the first ones of nothing but `<th>`. */
function headOf({ tHead, rows }: HTMLTableElement): HTMLTableRowElement[] {
  if (tHead?.rows.length) return [...tHead.rows];
  const head: HTMLTableRowElement[] = [];
  let end = 1;
  for (const row of rows) {
    const { cells } = row;
    const y = head.length;
    // A heading alone in its row opens a section.
    if (!cells.length || row.querySelector(':scope > td') || (y >= end && cells.length < 2)) break;
    head.push(row);
    for (const cell of cells) end = Math.max(end, y + cell.rowSpan);
  }
  return head.length < rows.length ? head : head.slice(0, 1);
}

/** A cell, and the slots that it covers: https://html.spec.whatwg.org/multipage/tables.html#forming-a-table */
interface Slots {
  cell: HTMLTableCellElement;
  x: number;
  width: number;
  /** The row after its last. */
  end: number;
  isHeading: boolean;
  /** What it says as a heading of the columns below it. */
  text?: string;
}

/** What a table says, whatever its cells span. */
interface TableModel {
  head: readonly HTMLTableRowElement[];
  /** The cells that begin in each row, and how many columns it has, with those from above. */
  grid: readonly { cells: readonly Slots[]; width: number }[];
  /** The headings of the columns that a cell below the head is in, from the top to the bottom. */
  labels: ReadonlyMap<Element, string>;
  /** The first row in which cells overlap. */
  crossed?: number | undefined;
}

/** The cells of each row, and where they are. */
export function gridOf(rows: readonly HTMLTableRowElement[], isHeading: (cell: Element, y: number) => boolean) {
  const ends: number[] = [];
  for (let y = rows.length; y--; )
    ends[y] = rows[y]!.parentElement === rows[y + 1]?.parentElement ? ends[y + 1]! : y + 1;
  /** Until which row each column is covered. */
  let covered: number[] = [];
  return rows.map((row, y) => {
    if (ends[y - 1] !== ends[y]) covered = [];
    let x = 0;
    const cells = Array.from(row.cells, (cell): Slots => {
      while (covered[x]! > y) x++;
      const { colSpan: width, rowSpan } = cell;
      // A rowspan of 0 reaches to the end of the section, where a larger one ends, too.
      const end = Math.min(ends[y]!, y + (rowSpan || rows.length));
      const slots = { cell, x, width, end, isHeading: isHeading(cell, y) };
      for (let left = width; left; left--, x++) covered[x] = Math.max(covered[x] ?? 0, end);
      return slots;
    });
    while (covered[x]! > y) x++;
    return { cells, width: x };
  });
}

/** Whether a heading takes the place of another, from which data has parted it. */
const isAlike = (one: Slots, other: Slots) => one.x === other.x && one.width === other.width;

/**
 * The headings of columns by the algorithm for assigning header cells, from the top to the bottom at once:
 * https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-assigning-header-cells
 * Left out are those of rows, and one that is alone in its row and opens a section: all of them are seen in narrow tables, too.
 */
function modelOf(table: HTMLTableElement): TableModel {
  const rows = [...table.rows];
  const head = headOf(table);
  // In `<thead>` whatever is no heading was meant to be one.
  const grid = gridOf(rows, ({ localName }, y) => localName === 'th' || y < head.length);

  // Without a scope, a heading is one of columns where no data is beside it.
  let dataEnd = 0;
  const data = grid.map(({ cells }, y) => {
    for (const { isHeading, end } of cells) if (!isHeading) dataEnd = Math.max(dataEnd, end);
    return dataEnd > y;
  });
  for (const [y, { cells }] of grid.entries()) {
    for (const slots of cells) {
      const scope = /^(?:(col)|row)(?:group)?$/i.exec(authored(slots.cell, 'scope'));
      const isOfColumns = slots.isHeading && (scope ? scope[1] : !data.slice(y, slots.end).includes(true));
      if (isOfColumns) slots.text = cells.length < 2 && y >= head.length ? '' : textOf(slots.cell);
    }
  }

  const labels = new Map<Element, string>();
  const columns: {
    /** What reaches down into the row. */
    cells: Slots[];
    /** The headings in force. */
    above: Slots[];
    /** Those among them that no data has followed yet. */
    block: Slots[];
  }[] = [];
  const crossing = new Set<number>();
  let crossed: number | undefined;
  for (const [y, { cells }] of grid.entries()) {
    const touched = new Set(crossing);
    for (const slots of cells) {
      const { cell, x, width, isHeading } = slots;
      const found = new Set<Slots>();
      for (let at = x; at < x + width; at++) {
        columns[at] ??= { cells: [], above: [], block: [] };
        const column = columns[at]!;
        column.cells.push(slots);
        touched.add(at);
        if (width > mostLabels) continue;
        for (const one of column.above) if (!isHeading || !isAlike(one, slots)) found.add(one);
        for (const one of column.block) found.add(one);
      }
      if (y < head.length || slots.text !== undefined) continue;
      const texts = cell.hasAttribute('headers') ? namedBy(cell, grid, y) : [...found].map(({ text }) => text);
      labels.set(cell, texts.filter(Boolean).join(', '));
    }
    for (const at of touched) {
      const column = columns[at]!;
      column.cells = column.cells.filter(({ end }) => end > y);
      const [slots, other] = column.cells;
      if (other) crossed ??= y + 1;
      crossing[other ? 'add' : 'delete'](at);
      if (!slots || other) continue;
      if (!slots.isHeading) column.above.push(...column.block.splice(0));
      else if (!column.block.includes(slots)) {
        column.above = column.above.filter((one) => !isAlike(one, slots));
        if (slots.text !== undefined) column.block.push(slots);
      }
    }
  }
  return { head, grid, labels, crossed };
}

/** The headings that a cell's `headers` attribute names, but for those of its rows. */
function namedBy(cell: HTMLTableCellElement, grid: TableModel['grid'], y: number): string[] {
  const all = new Map(grid.slice(0, y).flatMap(({ cells }) => cells.map((slots) => [slots.cell.id, slots])));
  const named = cell.headers.split(/\s+/).map((id) => all.get(id));
  return named.map((slots) => (slots && slots.end <= y ? textOf(slots.cell) : ''));
}

/** Does what `labelTables` does for a table whose cells span, or whose headings are not one row above its data. */
export function labelSpanned(table: HTMLTableElement): TableMistake[] {
  const { head, grid, labels, crossed } = modelOf(table);
  const mistakes: TableMistake[] = crossed ? [['overlap', crossed]] : [];
  const headings = Math.max(...grid.slice(0, head.length).map(({ width }) => width));
  const isPlain = head.at(-1)?.cells.length === headings;
  let uneven: TableMistake | undefined;
  let hasRowSpan = false;
  for (const [y, { cells, width }] of grid.entries()) {
    suggest(table.rows[y]!, 'role', 'row');
    const isBody = y >= head.length;
    for (const { cell, text, end } of cells) {
      const isData = cell.localName !== 'th' && !text;
      suggest(cell, 'role', isData ? 'cell' : text !== undefined ? 'columnheader' : 'rowheader');
      // Some checkers know no other headings where cells span.
      suggest(cell, 'scope', text !== undefined && cell.localName === 'th' ? 'col' : null);
      const words = labels.get(cell);
      suggest(cell, 'data-label', words || (head.length && words === '') ? words : null);
      hasRowSpan ||= isBody && end > y + 1;
    }
    if (isBody && head.length && width !== headings) {
      const isTitle = cells.length === 1 && cells[0]!.isHeading;
      const kind = isPlain && cells.length === width && !isTitle ? 'uneven' : 'spanned';
      uneven ??= [kind, y + 1, width, headings];
    }
  }
  if (!head.length && grid.length) mistakes.push(['header']);
  if (uneven) mistakes.push(uneven);
  if (hasRowSpan) mistakes.push(['rowspan']);
  return mistakes;
}
