import { expect } from '@open-wc/testing';
import type { LawTable } from '../../src/index.js';
import '../../src/elements/law-table/law-table.define.js';
import { itKeepsThePromises } from '../contract.js';
import { linkStylesheet, place, settled, textBefore, warningsOf } from '../helpers.js';

const table = (body: string, head = '<tr><th>Law</th><th>Challenge</th><th>Trade-off</th></tr>') =>
  `<law-table><table><caption>Laws</caption><thead>${head}</thead><tbody>${body}</tbody></table></law-table>`;
const sound = table('<tr><td>Correlated failure</td><td>A region goes dark</td><td>Cost</td></tr>');

itKeepsThePromises(sound);

describe('<law-table>', () => {
  before(linkStylesheet);

  const labels = (element: Element) => [...element.querySelectorAll('td')].map((cell) => cell.dataset['label']);

  it('keeps the semantics of a table by explicit roles', async () => {
    const element = await place(table('<tr><th>Law</th><td>b</td><td>c</td></tr>'));
    const roles = [...element.querySelectorAll('[role]')].map(
      (node) => `${node.localName}=${node.getAttribute('role')}`,
    );
    expect(roles).to.deep.equal([
      'table=table',
      'thead=rowgroup',
      'tr=row',
      'th=columnheader',
      'th=columnheader',
      'th=columnheader',
      'tbody=rowgroup',
      'tr=row',
      'th=rowheader',
      'td=cell',
      'td=cell',
    ]);
  });

  it('leaves a table alone that its author has declared to be layout', async () => {
    const element = await place('<law-table><table role="presentation"><tr><td>a</td></tr></table></law-table>');
    expect(element.innerHTML).to.equal('<table role="presentation"><tbody><tr><td>a</td></tr></tbody></table>');
  });

  it("keeps an author's own labels and roles", async () => {
    const element = await place(table('<tr><td data-label="Rule" role="gridcell">a</td><td>b</td><td>c</td></tr>'));
    expect(labels(element)).to.deep.equal(['Rule', 'Challenge', 'Trade-off']);
    expect(element.querySelector('td')).to.have.attribute('role', 'gridcell');
  });

  it('shows labelled records in a narrow container, and a table in a wide one', async () => {
    const element = await place(sound);
    const cells = [...element.querySelectorAll('td')];
    element.parentElement!.style.width = '20rem';
    const tops = cells.map((cell) => cell.getBoundingClientRect().top);
    expect(tops[0]! < tops[1]! && tops[1]! < tops[2]!).to.equal(true);
    expect(textBefore(cells[1]!)).to.equal('Challenge');
    element.parentElement!.style.width = '50rem';
    expect(new Set(cells.map((cell) => cell.getBoundingClientRect().top)).size).to.equal(1);
    expect(textBefore(cells[1]!)).to.equal('none');
  });

  it('stays inside its container with the longest of identifiers', async () => {
    const cells = `<td>Asynchronous reality</td><td>${'Some words. '.repeat(20)}</td><td>${'identifier_'.repeat(12)}</td>`;
    for (const width of ['44rem', '36rem', '20rem']) {
      const element = await place(table(`<tr>${cells}</tr>`));
      element.parentElement!.style.width = width;
      expect(element.scrollWidth, width).to.be.at.most(element.clientWidth);
      expect(element.querySelector('table')!.offsetWidth, width).to.be.at.most(element.clientWidth);
    }
  });

  it('follows the headings when they change, and rows that come late', async () => {
    const element = await place(sound);
    element.querySelector('thead th:nth-child(2)')!.textContent = 'Problem';
    const row = element.querySelector('tbody')!.insertRow();
    row.innerHTML = '<td>d</td><td>e</td><td>f</td>';
    await settled(element);
    expect(labels(element)).to.deep.equal(['Law', 'Problem', 'Trade-off', 'Law', 'Problem', 'Trade-off']);
  });

  it('labels cells that span columns and rows, and warns that a narrow screen shows the latter once', async () => {
    let element!: Element;
    const warnings = await warningsOf(async () => {
      element = await place(
        table(
          '<tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr>',
        ),
      );
    });
    expect(labels(element)).to.deep.equal([
      'Law',
      'Challenge, Trade-off',
      'Challenge',
      'Trade-off',
      'Law',
      'Challenge',
      'Trade-off',
    ]);
    expect(warnings).to.deep.equal([
      '<law-table> has cells with rowspan, which a narrow screen shows in their first row only: repeat them.',
    ]);
  });

  for (const [what, body, words] of [
    ['missing', '<tr><td>a</td><td>b</td></tr>', 'has a row (2) of 2 cells under 3 headings: add the missing <td>.'],
    [
      'extra',
      '<tr><td>a</td><td>b</td><td>c</td><td>d</td></tr>',
      'has a row (2) of 4 cells under 3 headings: add the missing <th>.',
    ],
  ] as const) {
    it(`shows a row with ${what} cells as it is and names the fix`, async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place(table(body));
      });
      expect(warnings).to.deep.equal([`<law-table> ${words}`]);
      for (const cell of element.querySelectorAll('td')) expect(cell.getBoundingClientRect().height).to.be.above(0);
    });
  }

  it('shows a row of headings that opens a section, narrow or wide', async () => {
    const sections = '<tr><th colspan="3">Storage</th></tr><tr><td>a</td><td>b</td><td>c</td></tr>';
    const element = await place(table(`${sections}</tbody><tbody>${sections}`));
    for (const width of ['44rem', '20rem']) {
      element.parentElement!.style.width = width;
      for (const heading of element.querySelectorAll('tbody th')) {
        expect(heading.parentElement!.clientWidth, width).to.be.above(100);
      }
    }
  });

  it('warns of the first uneven row only', async () => {
    const warnings = await warningsOf(() => place(table('<tr><td>a</td></tr><tr><td>a</td><td>b</td></tr>')));
    expect(warnings).to.deep.equal(['<law-table> has a row (2) of 1 cells under 3 headings: add the missing <td>.']);
  });

  it('takes a first row of headings for the header, and warns where there is none', async () => {
    const element = await place('<law-table><table><tr><th>Law</th></tr><tr><td>a</td></tr></table></law-table>');
    expect(labels(element)).to.deep.equal(['Law']);
    const warnings = await warningsOf(() => place('<law-table><table><tr><td>a</td></tr></table></law-table>'));
    expect(warnings).to.deep.equal(['<law-table> has no header row: add a <thead> with a <th> for each column.']);
  });

  it('keeps the words of content that is no table', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<law-table><p>No rows yet.</p></law-table>');
    });
    expect(element.innerText).to.contain('No rows yet.');
    expect(warnings).to.deep.equal(['<law-table> has no <table>: put its content into one.']);
  });

  describe('rows', () => {
    const rows = [
      { Law: 'Correlated failure', Challenge: 'A region goes dark' },
      { Law: 'Asynchronous reality', Challenge: 'Messages arrive late' },
    ];
    const cellsOf = (element: Element) => [...element.querySelectorAll('th, td')].map((cell) => cell.textContent);

    it('become the table that an author would have written, set before or after attaching', async () => {
      const element = document.createElement('law-table');
      element.rows = rows;
      const stage = await place('<div></div>');
      stage.append(element);
      await settled(element);
      expect(cellsOf(element)).to.deep.equal(['Law', 'Challenge', ...rows.flatMap((row) => Object.values(row))]);
      expect(labels(element)).to.deep.equal(['Law', 'Challenge', 'Law', 'Challenge']);
      const later = document.createElement('law-table');
      stage.append(later);
      later.rows = rows;
      await settled(later);
      expect(cellsOf(later)).to.deep.equal(cellsOf(element));
    });

    it('are followed when they change, reorder and go', async () => {
      const element = (await place('<law-table><h3>Laws</h3></law-table>')) as LawTable;
      element.rows = rows;
      await settled(element);
      element.rows = [rows[1]!];
      await settled(element);
      expect(cellsOf(element)).to.deep.equal(['Law', 'Challenge', 'Asynchronous reality', 'Messages arrive late']);
      element.rows = undefined;
      await settled(element);
      expect(element.querySelector('table')).to.equal(null);
      expect(element.textContent).to.equal('Laws');
    });

    it('may hold nodes, tables too', async () => {
      const element = (await place('<law-table></law-table>')) as LawTable;
      const inner = document.createElement('table');
      inner.innerHTML = '<thead><tr><th>Inner</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody>';
      element.rows = [{ Law: 'Correlated failure', Challenge: inner, Solution: null }];
      await settled(element);
      expect(element.querySelector('td table')).to.equal(inner);
      expect(element.querySelector(':scope > table > tbody > tr > td:last-child')).to.have.property('textContent', '');
    });

    it("are shown again once an author's table is gone", async () => {
      const element = (await place(sound)) as LawTable;
      element.rows = rows;
      await settled(element);
      element.querySelector('table')!.remove();
      await settled(element);
      expect(cellsOf(element).length).to.equal(6);
    });

    it('come back after a framework has emptied the element', async () => {
      const element = (await place('<law-table></law-table>')) as LawTable;
      element.rows = rows;
      await settled(element);
      element.replaceChildren();
      await settled(element);
      expect(cellsOf(element).length).to.equal(6);
    });

    it("give way to an author's table, with a warning", async () => {
      const element = (await place(sound)) as LawTable;
      const warnings = await warningsOf(async () => {
        element.rows = rows;
        await settled(element);
      });
      expect(element.querySelectorAll('table').length).to.equal(1);
      expect(element.textContent).to.contain('A region goes dark');
      expect(warnings).to.deep.equal([
        '<law-table> has a <table> and rows: the table is shown. Remove one of the two.',
      ]);
    });
  });
});
