import { expect } from '@open-wc/testing';
import { tableAsCSV, tableAsMarkdown } from '../../src/internal/table-text.js';
import { headerOf, labelTable } from '../../src/internal/tables.js';
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

describe('labelTable', () => {
  const labels = (element: HTMLTableElement) =>
    [...element.querySelectorAll('td')].map((cell) => cell.dataset['label']);

  it('labels below headings that span columns', () => {
    const element = table(
      `<thead><tr><th>a</th><th colspan="2">b</th></tr></thead>${row('1', '2', '3')}<tr><td colspan="3">4</td></tr>`,
    );
    expect(labelTable(element)).to.deep.equal([]);
    expect(labels(element)).to.deep.equal(['a', 'b', 'b', 'a, b, b']);
  });

  it('counts cells that reach down from the rows above, to the end of their section', () => {
    const element = table(
      `${head('a', 'b')}<tbody><tr><td rowspan="0">1</td><td>2</td></tr><tr><td>3</td></tr></tbody><tbody>${row('4', '5')}</tbody>`,
    );
    expect(labelTable(element)).to.deep.equal([['rowspan']]);
    expect(labels(element)).to.deep.equal(['a', 'b', 'b', 'a', 'b']);
  });

  it("follows headings that change and leaves an author's own labels", () => {
    const element = table(`${head('a', 'b')}<tr><td>1</td><td data-label="mine">2</td></tr>`);
    labelTable(element);
    for (const heading of element.querySelectorAll('th')) heading.textContent += '!';
    labelTable(element);
    expect(labels(element)).to.deep.equal(['a!', 'mine']);
  });

  it('says nothing of a table without rows', () => expect(labelTable(table(''))).to.deep.equal([]));
});

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
