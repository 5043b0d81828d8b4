import { expect } from '@open-wc/testing';
import { tableAsCSV, tableAsMarkdown } from '../../src/internal/table-text.js';
import { headerOf, labelTables } from '../../src/internal/tables.js';
import { itOnce } from '../engines.js';
import { read as readMarkdown } from '../markdown/reading.js';

function table(html: string): HTMLTableElement {
  const holder = document.createElement('div');
  holder.innerHTML = `<table>${html}</table>`;
  return holder.querySelector('table')!;
}
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const head = (...cells: string[]) => `<thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`;

describe('headerOf', () => {
  const cases: [string, string, string | undefined][] = [
    ['the row of <thead>', head('a') + row('b'), 'a'],
    ['the last row of <thead>', `<thead><tr><th>Group</th></tr><tr><th>a</th></tr></thead>${row('b')}`, 'a'],
    ['a first row of headings', `<tr><th>a</th><th>b</th></tr>${row('c', 'd')}`, 'ab'],
    ['no first row that begins with a heading', '<tr><th>a</th><td>b</td></tr>', undefined],
    ['no row of cells', row('a'), undefined],
    ['no empty row', '<tr></tr>', undefined],
    ['nothing in an empty table', '', undefined],
  ];
  for (const [what, html, text] of cases) {
    it(`is ${what}`, () => expect(headerOf(table(html))?.textContent).to.equal(text));
  }
});

describe('labelTables', () => {
  const labels = (element: HTMLTableElement) =>
    [...element.querySelectorAll('td')].map((cell) => cell.dataset['label']);
  const label = (element: HTMLTableElement) => labelTables(element.parentElement!);

  it('labels below headings that span columns', async () => {
    const element = table(
      `<thead><tr><th>a</th><th colspan="2">b</th></tr></thead>${row('1', '2', '3')}<tr><td colspan="3">4</td></tr>`,
    );
    expect(await label(element)).to.deep.equal([]);
    expect(labels(element)).to.deep.equal(['a', 'b', 'b', 'a, b']);
  });

  const lent = `<tr><th rowspan="2">Store</th><th colspan="2">2013</th></tr><tr><th>Lent</th><th>Michaelmas</th></tr>`;
  for (const [what, html, wanted] of [
    ['in a <thead>', `<thead>${lent}</thead>${row('Log', '1', '2')}`, ['Store', '2013, Lent', '2013, Michaelmas']],
    ['without one', lent + row('Log', '1', '2'), ['Store', '2013, Lent', '2013, Michaelmas']],
    [
      'over cells that span columns',
      `<thead>${lent}</thead><tr><td>Log</td><td colspan="2">1</td></tr>`,
      ['Store', '2013, Lent, Michaelmas'],
    ],
    [
      'that have a scope',
      `<thead>${lent.replace('<th colspan="2"', '<th colspan="2" scope="colgroup"')}</thead>
        <tr><th scope="row">Log</th><td>1</td><td>2</td></tr>`,
      ['2013, Lent', '2013, Michaelmas'],
    ],
    [
      'beside an empty corner',
      `<thead>${lent.replace('<th rowspan="2">Store</th>', '<td rowspan="2"></td>')}</thead>${row('Log', '1', '2')}`,
      [undefined, '', '2013, Lent', '2013, Michaelmas'],
    ],
    [
      'of which each is one row lower',
      `<thead><tr><th colspan="3">All</th></tr>${lent}</thead>${row('Log', '1', '2')}`,
      ['All, Store', 'All, 2013, Lent', 'All, 2013, Michaelmas'],
    ],
    [
      'that come again in the body, and take the place of the first',
      `<thead><tr><th>a</th><th>b</th></tr></thead>${row('1', '2')}<tr><th>c</th><th>d</th></tr>${row('3', '4')}`,
      ['a', 'b', 'c', 'd'],
    ],
    [
      'that open a section of rows, and are no labels',
      `${head('a', 'b')}<tr><th colspan="2">Section</th></tr>${row('1', '2')}`,
      ['a', 'b'],
    ],
    [
      'that cells name by their ids',
      `<thead><tr><th id="x">a</th><th id="y">b</th></tr></thead>
        <tr><th id="z">Log</th><td headers="z x y">1</td></tr>`,
      ['a, b'],
    ],
  ] as const) {
    itOnce(`labels below headings ${what}`, async () => {
      const element = table(html);
      expect(await label(element)).to.deep.equal([]);
      expect(labels(element)).to.deep.equal(wanted);
    });
  }

  it('counts cells that reach down from the rows above, to the end of their section', async () => {
    const element = table(
      `${head('a', 'b')}<tbody><tr><td rowspan="0">1</td><td>2</td></tr><tr><td>3</td></tr></tbody><tbody>${row('4', '5')}</tbody>`,
    );
    expect(await label(element)).to.deep.equal([['rowspan']]);
    expect(labels(element)).to.deep.equal(['a', 'b', 'b', 'a', 'b']);
  });

  for (const [what, html, wanted] of [
    ['more columns than headings', `${head('a', 'b')}<tr><td>1</td><td colspan="2">2</td></tr>`, ['spanned', 2, 3, 2]],
    ['fewer columns than headings of several rows', `<thead>${lent}</thead>${row('Log', '1')}`, ['spanned', 3, 2, 3]],
    [
      'a section whose heading is too narrow',
      `${head('a', 'b')}<tr><th>S</th></tr>${row('1', '2')}`,
      ['spanned', 2, 1, 2],
    ],
    [
      'cells that overlap',
      `${head('a', 'b')}<tr><td>1</td><td rowspan="2">2</td></tr><tr><td colspan="2">3</td></tr>`,
      ['overlap', 3],
    ],
    ['fewer cells than headings', head('a', 'b') + row('1'), ['uneven', 2, 1, 2]],
  ] as const) {
    itOnce(`tells of ${what}`, async () => {
      const element = table(html);
      expect((await label(element))[0]).to.deep.equal(wanted);
    });
  }

  itOnce('tells nothing of rowspan that covers one row', async () => {
    const element = table(`${head('a', 'b')}<tr><td rowspan="3">1</td><td rowspan="0">2</td></tr>`);
    expect(await label(element)).to.deep.equal([]);
  });

  itOnce('gives the cells of the head their roles, whatever their tags', async () => {
    const roles = (element: HTMLTableElement) => [...element.querySelectorAll('td, th')].map(({ role }) => role);
    const plain = table(`<thead><tr><td></td><td>a</td></tr></thead><tr><th>1</th><td>2</td></tr>`);
    await label(plain);
    expect(roles(plain)).to.deep.equal(['cell', 'columnheader', 'rowheader', 'cell']);
    const spanned = table(`<thead>${lent}</thead><tr><th scope="row">1</th><td>2</td><td>3</td></tr>`);
    await label(spanned);
    // For checkers that go by nothing else where cells span.
    expect([...spanned.querySelectorAll('th')].map(({ scope }) => scope)).to.deep.equal([
      'col',
      'col',
      'col',
      'col',
      'row',
    ]);
    const heads = Array<string>(4).fill('columnheader');
    expect(roles(spanned)).to.deep.equal([...heads, 'rowheader', 'cell', 'cell']);
  });

  it("follows headings that change and leaves an author's own labels", async () => {
    const element = table(`${head('a', 'b')}<tr><td>1</td><td data-label="mine">2</td></tr>`);
    await label(element);
    for (const heading of element.querySelectorAll('th')) heading.textContent += '!';
    await label(element);
    expect(labels(element)).to.deep.equal(['a!', 'mine']);
    element.querySelector('thead')!.insertAdjacentHTML('afterbegin', '<tr><th colspan="2">c</th></tr>');
    await label(element);
    expect(labels(element)).to.deep.equal(['c, a!', 'mine']);
  });

  itOnce('reads no scope of its own', async () => {
    const element = table(
      `${head('a', 'b')}<tr><th colspan="2">c</th></tr>${row('1', '2')}<tr><th>d</th><th>e</th></tr>`,
    );
    await label(element);
    const last = element.rows[3]!;
    expect([...last.cells].map(({ scope }) => scope)).to.deep.equal(['col', 'col']);
    last.cells[1]!.outerHTML = '<td>2</td>';
    await label(element);
    expect(last.cells[1]!.dataset['label']).to.equal('b');
    expect(last.cells[0]!.role).to.equal('rowheader');
  });

  it('says nothing of a table without rows', async () => expect(await label(table(''))).to.deep.equal([]));

  itOnce('takes for no heading of columns what has data beside a part of it', async () => {
    const element = table(
      `${head('a', 'b')}<tr><th rowspan="2">r</th><th>s</th></tr><tr><td>1</td></tr><tr><td>2</td><td>3</td></tr>`,
    );
    await label(element);
    const told = [...element.querySelectorAll('td')].map((cell) => cell.dataset['label']);
    expect(told).to.deep.equal(['b, s', 'a', 'b, s']);
  });

  itOnce('takes no heading from where cells overlap', async () => {
    const element = table(
      `<thead><tr><th>a</th><th>b</th><th rowspan="2">c</th></tr>
        <tr><th>d</th><th colspan="2" rowspan="2">e</th></tr><tr><th colspan="3">f</th></tr></thead>${row('1', '2', '3')}`,
    );
    await label(element);
    const told = [...element.querySelectorAll('td')].map((cell) => cell.dataset['label']);
    expect(told).to.deep.equal(['a, d, f', 'b, e', 'c']);
  });

  itOnce('agrees with the algorithm of the standard on tables made at random', async () => {
    let seed = 20_240_314;
    const random = (below: number) => {
      // Numerical Recipes' generator.
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const pick = <T>(...from: T[]): T => from[random(from.length)]!;
    let number = 0;
    const cell = (tag: string, scopes: string[]) => {
      const scope = tag === 'th' ? pick(...scopes) : '';
      const spans = `${pick('', '', ` colspan="${1 + random(3)}"`)}${pick('', '', ` rowspan="${random(4)}"`)}`;
      return `<${tag}${scope && ` scope="${scope}"`}${spans}>${random(12) ? `c${number++}` : ''}</${tag}>`;
    };
    const line = (scopes: string[], ...tags: string[]) =>
      `<tr>${Array.from({ length: 1 + random(4) }, () => cell(pick(...tags), scopes)).join('')}</tr>`;
    const lines = (most: number, scopes: string[], ...tags: string[]) =>
      Array.from({ length: 1 + random(most) }, () => line(scopes, ...tags)).join('');
    const body = () => `<tbody>${lines(5, ['', '', 'row', 'col'], 'td', 'td', 'th')}</tbody>`;
    for (let count = 0; count < 500; count++) {
      const foot = pick('', `<tfoot>${lines(2, ['', 'row'], 'td', 'th')}</tfoot>`);
      const element = table(`<thead>${lines(3, ['', '', 'col'], 'th')}</thead>${body()}${pick('', body())}${foot}`);
      await label(element);
      for (const [at, wanted] of standardLabels(element)) {
        expect(at.dataset['label'], `${at.outerHTML} in ${element.innerHTML}`).to.equal(wanted);
      }
    }
  });
});

/**
 * The headings of the columns of all cells that head none themselves, by the letter of the standard, a slot at a time:
 * https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-assigning-header-cells
 * Headings alone in their row, below the head, are left out.
 */
function standardLabels({ tHead, rows }: HTMLTableElement): Map<HTMLElement, string> {
  interface Cell {
    node: HTMLTableCellElement;
    x: number;
    y: number;
    width: number;
    height: number;
  }
  const slots: Cell[][][] = [];
  const at = (x: number, y: number) => slots[y]?.[x] ?? [];
  const cells: Cell[] = [];
  const span = (node: Element, name: string) => Number(node.getAttribute(name) ?? 1);
  for (const [y, row] of [...rows].entries()) {
    const left = [...rows].slice(y).filter(({ parentElement }) => parentElement === row.parentElement).length;
    let x = 0;
    for (const node of row.cells) {
      while (at(x, y).length) x++;
      const rowspan = span(node, 'rowspan');
      const cell = { node, x, y, width: span(node, 'colspan'), height: Math.min(rowspan || left, left) };
      cells.push(cell);
      for (let dy = 0; dy < cell.height; dy++) {
        for (let dx = 0; dx < cell.width; dx++) {
          slots[y + dy] ??= [];
          slots[y + dy]![x + dx] = [...at(x + dx, y + dy), cell];
        }
      }
      x += cell.width;
    }
  }
  const isHeader = ({ node }: Cell) => node.localName === 'th';
  const columnHeaders = new Map<Cell, boolean>();
  const isColumnHeader = (cell: Cell) => {
    if (!columnHeaders.has(cell)) columnHeaders.set(cell, headsColumns(cell));
    return columnHeaders.get(cell)!;
  };
  const headsColumns = (cell: Cell) => {
    if (!isHeader(cell)) return false;
    const scope = cell.node.getAttribute('scope');
    if (scope) return scope === 'col';
    return slots.slice(cell.y, cell.y + cell.height).every((row) => row.flat().every(isHeader));
  };
  const isLeftOut = ({ node }: Cell) => {
    const row = node.parentElement as HTMLTableRowElement;
    return !node.textContent || (row.cells.length === 1 && row.parentElement !== tHead);
  };
  const result = new Map<HTMLElement, string>();
  for (const principal of cells) {
    if (principal.node.parentElement!.parentElement === tHead || isColumnHeader(principal)) continue;
    const headings: Cell[] = [];
    for (let x = principal.x; x < principal.x + principal.width; x++) {
      const opaque: Cell[] = [];
      let isInBlock = isHeader(principal);
      let block = isInBlock ? [principal] : [];
      const column: Cell[] = [];
      for (let y = principal.y - 1; y >= 0; y--) {
        const [current, other] = at(x, y);
        if (!current || other) continue;
        if (isHeader(current)) {
          isInBlock = true;
          block.push(current);
          const isBlocked = opaque.some((one) => one.x === current.x && one.width === current.width);
          if (!isBlocked && isColumnHeader(current)) column.unshift(current);
        } else if (isInBlock) {
          isInBlock = false;
          opaque.push(...block);
          block = [];
        }
      }
      headings.push(...column);
    }
    const texts = [...new Set(headings)].filter((cell) => !isLeftOut(cell)).map(({ node }) => node.textContent);
    result.set(principal.node, texts.join(', '));
  }
  return result;
}

/** RFC 4180, read back. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (!end) break;
  }
  return rows;
}

describe('a table copied', () => {
  const cases: [string, string, string[][]][] = [
    [
      'plain cells',
      head('Law', 'Cost') + row('Cognitive load', '3'),
      [
        ['Law', 'Cost'],
        ['Cognitive load', '3'],
      ],
    ],
    [
      'commas, quotes and pipes',
      head('a', 'b') + row('1, 2', 'say "no" | "yes"'),
      [
        ['a', 'b'],
        ['1, 2', 'say "no" | "yes"'],
      ],
    ],
    [
      'line breaks and blocks',
      head('a', 'b') + row('one<br>two', '<p>one</p><p>two</p>'),
      [
        ['a', 'b'],
        ['one two', 'one two'],
      ],
    ],
    ['spaces and new lines in the source', head('a') + row('\n  one\n  two\n'), [['a'], ['one two']]],
    ['markup in a line', head('a') + row('P<sub>99</sub>, <b>so</b>'), [['a'], ['P99, so']]],
    [
      'empty cells',
      head('a', 'b') + row('', ''),
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    ['rows of a table without <thead>', `<tr><th>a</th></tr>${row('1')}`, [['a'], ['1']]],
    [
      'cells across columns',
      `${head('a', 'b', 'c')}<tr><th colspan="3">Storage</th></tr><tr><td colspan="2">1</td><td>2</td></tr>`,
      [
        ['a', 'b', 'c'],
        ['Storage', '', ''],
        ['1', '', '2'],
      ],
    ],
    [
      'cells down rows',
      `${head('a', 'b')}<tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr>${row('4', '5')}`,
      [
        ['a', 'b'],
        ['1', '2'],
        ['', '3'],
        ['4', '5'],
      ],
    ],
    [
      'cells both across and down',
      `${head('a', 'b', 'c')}<tr><td>1</td><td colspan="2" rowspan="2">2</td></tr><tr><td>3</td></tr>`,
      [
        ['a', 'b', 'c'],
        ['1', '2', ''],
        ['3', '', ''],
      ],
    ],
    [
      'a cell down to the end',
      `${head('a', 'b')}<tr><td rowspan="0">1</td><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td></tr>`,
      [
        ['a', 'b'],
        ['1', '2'],
        ['', '3'],
        ['', '4'],
      ],
    ],
    ['a foot', `${head('a')}<tbody>${row('1')}</tbody><tfoot>${row('2')}</tfoot>`, [['a'], ['1'], ['2']]],
  ];
  for (const [what, html, cells] of cases) {
    it(`as CSV holds ${what}`, () => {
      const csv = tableAsCSV(table(html));
      expect(parseCsv(csv)).to.deep.equal(cells);
      expect(csv.split('\r\n').length).to.equal(cells.length);
    });

    it(`as Markdown holds ${what}`, () => {
      const [header, rule, ...rows] = tableAsMarkdown(table(html)).split('\n');
      const read = [header!, ...rows].map((line) =>
        line
          .slice(2, -2)
          .split(' | ')
          .map((cell) => cell.replaceAll('\\|', '|').trim()),
      );
      expect(rule).to.equal(`|${' --- |'.repeat(cells[0]!.length)}`);
      expect(read).to.deep.equal(cells);
    });
  }

  it('quotes only what has to be quoted', () => {
    expect(tableAsCSV(table(head('a', 'b') + row('say "no"', 'no')))).to.equal('a,b\r\n"say ""no""",no');
  });

  for (const text of [
    '=1+1',
    '=cmd|"/C calc"!A0',
    '+1+1',
    '-1+1',
    '-SUM(A1)',
    '@SUM(A1)',
    ' =1',
    '\u00a0=1',
    '\n=1',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '-5 ms',
    '+5-3',
    '-5%+1',
    '- Item',
    '--help',
    '@owner',
    '=',
  ]) {
    it(`marks a text as one in CSV that is none to a spreadsheet: ${JSON.stringify(text)}`, () => {
      const cells = parseCsv(tableAsCSV(table(head('a', text) + row(text, 'b'))));
      expect(cells.flat().filter((cell) => /^[=+\-@＝＋－＠]/.test(cell.trim()))).to.deep.equal([]);
      expect(cells).to.deep.equal([
        ['a', `'${text.trim()}`],
        [`'${text.trim()}`, 'b'],
      ]);
    });
  }

  it('leaves numbers and dashes in CSV as they are', () => {
    const cells = ['-5%', '+3', '-1,234.5', '-1 234', '+1e5', '−5', '-', '+', '5-3', 'a=b', 'a@b.example', '"=1"'];
    expect(
      parseCsv(tableAsCSV(table(head('a') + cells.map((cell) => row(cell)).join(''))))
        .slice(1)
        .flat(),
    ).to.deep.equal(cells);
  });

  it('quotes what else parts cells of CSV', () => {
    expect(tableAsCSV(table(head('a') + row('a;=1+1')))).to.equal('a\r\n"a;=1+1"');
  });

  it('escapes pipes in Markdown', () => {
    expect(tableAsMarkdown(table(head('a|b') + row('|')))).to.equal('| a\\|b |\n| --- |\n| \\| |');
  });

  it('is read as the same words in Markdown', () => {
    const cells = [
      'a\\|b',
      'a\\',
      '\\|',
      '<img src=x onerror=alert(1)>',
      '<b>bold</b>',
      '*a* _b_ `c` ~~d~~',
      '[a](javascript:alert(1))',
      '![a](x)',
      '&lt;script&gt;',
      '- a',
      'two\nlines',
    ];
    const source = table('<tr><th>a</th></tr>');
    for (const cell of cells) source.insertRow().insertCell().append(cell);
    const read = readMarkdown(tableAsMarkdown(source));
    expect([...read.querySelectorAll('td')].map((cell) => cell.innerHTML.replace(/&lt;/g, '<'))).to.deep.equal(
      cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('>', '&gt;')),
    );
  });
});
