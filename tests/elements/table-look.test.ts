import { expect } from '@open-wc/testing';
import type { CompareTable } from '../../src/index.js';
import '../../src/elements/compare-table/compare-table.define.js';
import '../../src/elements/law-table/law-table.define.js';
import '../../src/elements/resource-table/resource-table.define.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const many = (count: number, ...cells: string[]) => row(...cells).repeat(count);

describe('the tables', () => {
  before(linkStylesheet);

  for (const tag of ['law-table', 'compare-table', 'resource-table']) {
    for (const dir of ['ltr', 'rtl']) {
      it(`<${tag}> aligns cells as their author does, wide or narrow, ${dir}`, async () => {
        const holder = await place(`<div dir="${dir}"><${tag}><table>
          <thead><tr><th>A</th><th align="right">B</th><th style="text-align: center">C</th><th align="center">D</th></tr></thead>
          <tbody><tr><td>a</td><td align="right">1</td><td style="text-align:right">2</td><td align="center">3</td></tr></tbody>
        </table></${tag}></div>`);
        for (const width of ['50rem', '20rem']) {
          holder.style.width = width;
          const aligned = [...holder.querySelectorAll('th, td')].map((cell) => getComputedStyle(cell).textAlign);
          expect(aligned).to.deep.equal(['start', 'right', 'center', 'center', 'start', 'right', 'right', 'center']);
        }
        const label = getComputedStyle(holder.querySelector('td[align]')!, '::before');
        expect(label.textAlign).to.equal('start');
      });
    }

    const columns: [what: string, cells: string[], isNumeric: boolean][] = [
      ['numbers', ['5', '12', '1,200'], true],
      ['numbers with units', ['5 ms', '12 ms', '1.2 s'], true],
      ['bounds and ranges', ['< 5 ms', '~10', '5–10 s'], true],
      ['money and shares', ['$5', '$1,200.50', '−$3'], true],
      ['rates', ['5 GB/s', '10 req/s', '900 Mbps'], true],
      ['numbers, and cells that say nothing', ['5', '–', '10'], true],
      ['grouped by spaces', ['1 200', '10 000', '5'], true],
      ['words', ['fast', 'slow', 'slow'], false],
      ['one number', ['5', '', ''], false],
      ['a number among words', ['5', '10', 'unbounded'], false],
      ['dates', ['2024-05-01', '2024-05-02', '2024-05-03'], false],
      ['days of months', ['1 May 2024', '2 May 2024', '3 May 2024'], false],
      ['clock times', ['10:30', '10:45', '11:00'], false],
      ['versions', ['1.2.3', '1.10.0', '2.0.0'], false],
      ['sentences', ['3 of the nodes', '5 of the nodes', '1 of the nodes'], false],
      ['marks', ['✅ 5', '❌ 3', '✅ 1'], false],
    ];
    for (const [what, cells, isNumeric] of columns) {
      itOnce(`<${tag}> ${isNumeric ? 'ends' : 'starts'} a column of ${what} at one line`, async () => {
        const holder = await place(`<div style="width: 50rem"><${tag}><table>
          <thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>
          <tbody>${cells.map((cell) => row(cell, 'b', cell)).join('')}</tbody></table></${tag}></div>`);
        // What is on its way is there once the same of another table is.
        const other = await place(`<div style="width: 50rem"><${tag}><table>
          <thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>${row('a', 'b', '1')}${row('a', 'b', '2')}</table></${tag}></div>`);
        const look = (root: Element) =>
          [...root.querySelectorAll('th, td')].map((one) => getComputedStyle(one).textAlign);
        await waitUntil(() => look(other)[2] === 'end', 'aligned');
        const wanted = Array.from({ length: 4 }, () => ['start', 'start', isNumeric ? 'end' : 'start']).flat();
        expect(look(holder)).to.deep.equal(wanted);
        holder.style.width = '20rem';
        expect(new Set(look(holder))).to.deep.equal(new Set(['start']));
      });
    }

    const grouped = '<tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr>';
    const groups = `<tr><th rowspan="2">A</th><th rowspan="2">B</th><th colspan="2">C</th></tr><tr><th>D</th><th>E</th></tr>`;
    itOnce(
      `<${tag}> aligns numbers below grouped headings, and leaves what the page or its author aligns`,
      async () => {
        const body = row('a', 'b', '1', 'e') + row('a', 'b', '2', 'e');
        const holder = await place(`<div style="width: 50rem"><style>.page :is(th, td) { text-align: center }</style>
        <${tag}><table><thead>${groups}</thead>${body}</table></${tag}>
        <${tag}><table><thead>${groups}</thead>${body.replace('<td>2', '<td align="center">2')}</table></${tag}>
        <${tag} class="page"><table><thead>${groups}</thead>${body}</table></${tag}></div>`);
        const look = (at: number) =>
          [...holder.children[at]!.querySelectorAll('th, td')].map((one) => getComputedStyle(one).textAlign).join(' ');
        const start = (count: number) => 'start '.repeat(count);
        await waitUntil(() => look(1).includes('end'), 'aligned');
        expect(look(1)).to.equal(`${start(3)}end ${start(3)}end ${start(3)}end start`);
        expect(look(2)).to.equal(`${start(11)}center start`);
        expect(look(3)).to.equal('center '.repeat(13).trim());
      },
    );

    it(`<${tag}> keeps its headings in sight while the page scrolls`, async () => {
      const holder = await place(`<div style="width: 50rem; padding-block: 100vh"><${tag}><table>
        <thead>${grouped}</thead><tbody>${many(80, 'a', 'b', 'c')}</tbody></table></${tag}></div>`);
      await settled(holder);
      const cells = [...holder.querySelectorAll('th')];
      const heights = () =>
        cells.map((cell) => Math.round(cell.getBoundingClientRect().top - cells[0]!.getBoundingClientRect().top));
      const before = heights();
      await waitUntil(() => {
        holder.querySelector('tr:nth-child(40)')!.scrollIntoView({ block: 'center', behavior: 'instant' });
        return Math.abs(cells[0]!.getBoundingClientRect().top) <= 1;
      }, 'in sight');
      expect(heights()).to.deep.equal(before);
      for (const cell of cells) {
        const { x, y, width, height } = cell.getBoundingClientRect();
        expect(document.elementFromPoint(x + width / 2, y + height / 2) === cell, cell.textContent!).to.equal(true);
      }
      scrollTo(0, 0);
    });
  }

  for (const [what, markup, rows] of [
    [
      'of two columns of one name',
      `<thead><tr><th>A</th><th>B</th><th>B</th></tr></thead>${row('1', '2', '3')}`,
      [{ A: '1', B: '2', 'B (2)': '3' }],
    ],
    [
      'that span',
      `<thead>${'<tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr>'}</thead>
        <tr><td rowspan="2">1</td><td colspan="2">2</td></tr>${row('3', '4')}`,
      [
        { A: '1', 'B, C, D': '2' },
        { 'B, C': '3', 'B, D': '4' },
      ],
    ],
    [
      'that head a section or end the table',
      `<thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th colspan="2">One</th></tr>${row('1', '2')}</tbody><tfoot>${row('3', '4')}</tfoot>`,
      [{ A: 'One' }, { A: '1', B: '2' }, { A: '3', B: '4' }],
    ],
    [
      'that are headings of their rows',
      '<tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr><tr><th>3</th><th>4</th></tr>',
      [
        { A: '1', B: '2' },
        { A: '3', B: '4' },
      ],
    ],
    ['without a heading', row('1', '2'), [{ 0: '1', 1: '2' }]],
  ] as const) {
    itOnce(`gives cells ${what} as data`, async () => {
      let element!: CompareTable;
      await warningsOf(async () => {
        element = (await place(`<compare-table><table>${markup}</table></compare-table>`)) as CompareTable;
      });
      expect(element.toJSON()['rows']).to.deep.equal(rows);
    });
  }

  it('scrolls sideways where it is too wide, its headings with it', async () => {
    const holder = await place(`<div style="width: 40rem"><compare-table><table>
      <thead><tr>${'<th>Property</th>'.repeat(14)}</tr></thead>
      <tbody>${many(3, ...Array<string>(14).fill('Something'))}</tbody></table></compare-table></div>`);
    const scroller = holder.querySelector('compare-table')!.shadowRoot!.querySelector<HTMLElement>('[part=scroller]')!;
    await waitUntil(() => scroller.tabIndex === 0, 'scrolls');
    expect(getComputedStyle(scroller).overflowX).to.equal('auto');
    scroller.scrollLeft = 150;
    const [heading, cell] = ['th', 'td'].map(
      (tag) => holder.querySelector(`${tag}:nth-child(6)`)!.getBoundingClientRect().left,
    );
    expect(heading).to.be.closeTo(cell!, 1);
    holder.style.width = '150rem';
    await waitUntil(() => scroller.tabIndex < 0, 'fits');
    holder.style.width = '40rem';
    await waitUntil(() => scroller.tabIndex === 0, 'scrolls again');
    expect(getComputedStyle(scroller).overflowX).to.equal('auto');
  });
});
