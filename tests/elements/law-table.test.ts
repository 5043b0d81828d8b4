import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LawTable } from '../../src/index.js';
import '../../src/elements/law-table/law-table.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import {
  accessibilityProblems,
  expectTold,
  linkStylesheet,
  place,
  settled,
  textBefore,
  waitUntil,
  warningsOf,
} from '../helpers.js';
import { goTo, stubClipboard } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const table = (body: string, head = '<tr><th>Law</th><th>Challenge</th><th>Trade-off</th></tr>') =>
  `<law-table><table><caption>Laws</caption><thead>${head}</thead><tbody>${body}</tbody></table></law-table>`;
const sound = table('<tr><td>Correlated failure</td><td>A region goes dark</td><td>Cost</td></tr>');

const explained = table(
  '<tr><td>Gravity</td><td>What goes up</td><td>Cost</td></tr><tr><td>Correlated failure</td><td>b</td><td>c</td></tr>',
).replace(
  '</law-table>',
  `<details><summary>The laws</summary><dl>
    <dt>Law 1: Gravity</dt><dd>Orders come down.</dd><dd>Always.</dd>
  </dl></details></law-table>`,
);

for (const markup of [sound, explained]) itKeepsThePromises(markup);

describe('<law-table>', () => {
  before(linkStylesheet);

  itMovesNothing(sound, explained);

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
    const lastOfEach = new Map(
      [...element.querySelectorAll('[role]')].map((node) => [node.getAttribute('role')!, node]),
    );
    // Where it is shown as records, too.
    for (const width of ['50rem', '20rem']) {
      element.parentElement!.style.width = width;
      for (const [role, node] of lastOfEach) await expectTold(node, role);
    }
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

  itOnce('labels cells that span columns and rows, and warns that a narrow screen shows the latter once', async () => {
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
    itOnce(`shows a row with ${what} cells as it is and names the fix`, async () => {
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

  itOnce('warns of the first uneven row only', async () => {
    const warnings = await warningsOf(() => place(table('<tr><td>a</td></tr><tr><td>a</td><td>b</td></tr>')));
    expect(warnings).to.deep.equal(['<law-table> has a row (2) of 1 cells under 3 headings: add the missing <td>.']);
  });

  itOnce('takes a first row of headings for the header, and warns where there is none', async () => {
    const element = await place('<law-table><table><tr><th>Law</th></tr><tr><td>a</td></tr></table></law-table>');
    expect(labels(element)).to.deep.equal(['Law']);
    const warnings = await warningsOf(() => place('<law-table><table><tr><td>a</td></tr></table></law-table>'));
    expect(warnings).to.deep.equal(['<law-table> has no header row: add a <thead> with a <th> for each column.']);
  });

  itOnce('keeps the words of content that is no table', async () => {
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

    itOnce('become the table that an author would have written, set before or after attaching', async () => {
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
      expect(element.querySelector('td table')).to.have.property('textContent', 'InnerCell');
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

    itOnce("give way to an author's table, with a warning", async () => {
      const element = (await place(sound)) as LawTable;
      const warnings = await warningsOf(async () => {
        element.rows = rows;
        await settled(element);
      });
      expect(element.querySelectorAll('table').length).to.equal(1);
      expect(element.textContent).to.contain('A region goes dark');
      expect(warnings).to.deep.equal(['<law-table> has markup and rows: the markup is shown. Remove one of the two.']);
    });
  });

  describe('a law', () => {
    const laws = [
      'Correlated Failure',
      'Asynchronous Reality',
      'Emergent Chaos',
      'Multidimensional Optimization',
      'Distributed Knowledge',
      'Cognitive Load',
      'Economic Reality',
    ];
    const named = (...names: string[]) =>
      table(names.map((name) => `<tr><td>${name}</td><td>b</td><td>c</td></tr>`).join(''));
    const cells = (element: Element) => [...element.querySelectorAll<HTMLElement>('tbody td:first-child')];
    const areKnown = (element: Element) => cells(element).map((cell) => 'law' in cell.dataset);
    const boxOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('[popover]');
    const isOpen = (element: Element) => Boolean(boxOf(element)?.matches(':popover-open'));
    const explanations = (element: Element) =>
      [...boxOf(element)!.querySelectorAll('dt')].map((term) => [
        term.textContent,
        term.nextElementSibling!.textContent,
      ]);
    const allButton = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === 'Explain the laws')!;
    async function explain(element: Element, node: HTMLElement = cells(element)[0]!) {
      node.click();
      await waitUntil(() => isOpen(element), 'explained');
      return explanations(element);
    }

    itOnce('is known by its name, numbered or not, however it is spelt', async () => {
      const spellings = [
        'cognitive load',
        'Law 3: Emergent chaos',
        'Axiom 1 – COGNITIVE LOAD',
        'Law: Economic-Reality',
      ];
      const element = await place(named(...laws, ...spellings, 'Multidimensional optimisation', 'Law of Demeter', ''));
      const known = areKnown(element);
      expect(known.slice(0, -2).every(Boolean)).to.equal(true);
      expect(known.slice(-2)).to.deep.equal([false, false]);
    });

    it('is explained below its name when that is pressed', async () => {
      const element = await place(named('Cognitive Load', 'Law of Demeter'));
      const [[name, text] = []] = await explain(element);
      expect(name).to.equal('Cognitive Load');
      expect(text).to.match(/^People can operate only/);
      const [box, cell] = [boxOf(element)!.getBoundingClientRect(), cells(element)[0]!.getBoundingClientRect()];
      expect(box.top).to.be.within(cell.bottom, cell.bottom + 8);
      expect(box.left).to.be.within(0, innerWidth - box.width);
    });

    it('is explained inside the window, at its end and with the page scrolled', async () => {
      const holder = await place(`<div dir="rtl" style="padding-block: 2000px">${named('Cognitive Load')}</div>`);
      const element = holder.firstElementChild!;
      element.scrollIntoView();
      await explain(element);
      const box = boxOf(element)!.getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(document.documentElement.clientWidth);
      expect(Math.abs(box.top - cells(element)[0]!.getBoundingClientRect().bottom)).to.be.at.most(8);
    });

    it('is explained by keys alone, as often as one likes, and Escape closes it', async () => {
      const holder = await place(`<div>${named(...laws)}</div>`);
      const element = holder.firstElementChild!;
      const button = allButton(element);
      for (let presses = 0; presses < 6 && element.shadowRoot!.activeElement !== button; presses++) {
        await sendKeys({ press: 'Tab' });
      }
      expect(element.shadowRoot!.activeElement === button).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => isOpen(element), 'explained');
      expect(explanations(element).map(([name]) => name)).to.deep.equal(laws);
      for (const [name, text] of explanations(element)) expect(text!.length, name!).to.be.above(40);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen(element), 'closed');
      expect(element.shadowRoot!.activeElement === button).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => isOpen(element), 'explained again');
    });

    it('is disclosed by the button, which says so, however the box is opened and closed', async () => {
      const element = await place(named(...laws));
      const button = allButton(element);
      const expanded = () => button.getAttribute('aria-expanded');
      const press = async (key: string) => {
        button.focus();
        await sendKeys({ press: key });
      };
      expect(expanded()).to.equal('false');
      await press('Enter');
      await waitUntil(() => isOpen(element), 'open');
      expect(expanded()).to.equal('true');
      expect(element.shadowRoot!.activeElement === button).to.equal(true);
      await expectTold(boxOf(element)!, 'group', 'Explain the laws');
      expect(await accessibilityProblems(element)).to.deep.equal([]);

      await press('Enter');
      await waitUntil(() => !isOpen(element), 'closed by the button');
      expect(expanded()).to.equal('false');

      await press('Enter');
      await waitUntil(() => isOpen(element), 'open again');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen(element), 'closed by Escape');
      expect(expanded()).to.equal('false');
      expect(element.shadowRoot!.activeElement === button).to.equal(true);

      await explain(element);
      expect(expanded(), 'one law, and not by the button').to.equal('false');
      expect(boxOf(element)!.ariaLabel).to.equal(laws[0]);
      await press('Enter');
      await waitUntil(() => expanded() === 'true', 'all laws');
      expect(explanations(element).length).to.equal(laws.length);

      element.remove();
      expect(expanded(), 'away').to.equal('false');
    });

    it('is disclosed and closed by the pointer, too', async () => {
      const element = await place(named(...laws));
      const button = allButton(element);
      button.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = button.getBoundingClientRect();
      const click = () =>
        sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      await click();
      await waitUntil(() => isOpen(element), 'open');
      await click();
      await waitUntil(() => !isOpen(element), 'closed');
      expect(button.ariaExpanded).to.equal('false');
      await click();
      await waitUntil(() => isOpen(element), 'open again');
      await resetMouse();
    });

    it('is not in the way of a link inside its cell', async () => {
      const element = await place(named('<a href="#cognitive">Cognitive Load</a>'));
      element.querySelector('a')!.click();
      // By then it would be open.
      await import('../../src/elements/law-table/explanation.js');
      await settled(element);
      expect(isOpen(element)).to.equal(false);
    });

    it('that is not known is neither marked nor explained', async () => {
      const element = await place(named('Law of Demeter'));
      expect(areKnown(element)).to.deep.equal([false]);
      expect(allButton(element).hidden).to.equal(true);
    });

    it("may be the author's own, in a <details> that stays", async () => {
      const element = await place(explained);
      expect(areKnown(element)).to.deep.equal([true, false]);
      expect(await explain(element)).to.deep.equal([['Gravity', 'Orders come down. Always.']]);
      expect(element.querySelector('summary')!.getClientRects().length).to.equal(1);
    });

    it("may be the page's own, in place of all others, and follows it", async () => {
      const element = (await place(explained)) as LawTable;
      element.laws = { 'correlated-failure': 'They fail together.' };
      await settled(element);
      expect(areKnown(element)).to.deep.equal([false, true]);
      expect(await explain(element, cells(element)[1])).to.deep.equal([['Correlated failure', 'They fail together.']]);
      element.laws = undefined;
      await settled(element);
      expect(areKnown(element)).to.deep.equal([true, false]);
    });

    const told = (where = '') =>
      `<law-table> cannot use laws${where}: set the property to an object of texts, by the names of the laws.`;
    const never = () => {
      throw new Error('thrown by a caller');
    };

    for (const [kind, laws] of [
      ['a text', 'x'],
      ['an empty text', ''],
      ['a number', 0],
      ['a list', [null]],
      ['a function', never],
      ['a symbol', Symbol('laws')],
      ['a map', new Map([['Gravity', 'Orders come down.']])],
    ] as [string, never][]) {
      itOnce(`warns once of laws that are ${kind}, and keeps the explanations that are there`, async () => {
        const element = (await place(explained)) as LawTable;
        const warnings = await warningsOf(async () => {
          element.laws = laws;
          await settled(element);
          expect(areKnown(element)).to.deep.equal([true, false]);
          expect(await explain(element)).to.deep.equal([['Gravity', 'Orders come down. Always.']]);
        });
        expect(warnings).to.deep.equal([told()]);
      });
    }

    for (const [kind, law] of [
      ['that throws when it is read', { get: never }],
      ['that is an object', { value: {} }],
      ['that is a function', { value: never }],
      ['that is a node', { value: document }],
      ['that is a symbol', { value: Symbol('law') }],
    ] as [string, PropertyDescriptor][]) {
      itOnce(`warns once of an explanation ${kind}, and shows the others`, async () => {
        const element = (await place(explained)) as LawTable;
        const warnings = await warningsOf(async () => {
          element.laws = Object.defineProperty({ Gravity: 'They fall.' }, 'Correlated failure', {
            ...law,
            enumerable: true,
          }) as never;
          await settled(element);
          expect(await explain(element)).to.deep.equal([['Gravity', 'They fall.']]);
        });
        expect(warnings).to.deep.equal([told('.Correlated failure')]);
      });
    }

    it('is not explained by an attribute, which is told', async () => {
      const warnings = await warningsOf(async () => {
        const element = await place(named('Cognitive Load').replace('<law-table', '<law-table laws="x"'));
        const [[, text] = []] = await explain(element);
        expect(text).to.match(/^People can operate only/);
      });
      expect(warnings).to.deep.equal([told()]);
    });

    it('is known when its row comes late, and forgotten when its name goes', async () => {
      const element = await place(named('Cognitive Load'));
      element
        .querySelector('tbody')!
        .insertAdjacentHTML('beforeend', '<tr><td>Emergent Chaos</td><td>b</td><td>c</td></tr>');
      cells(element)[0]!.textContent = 'Load';
      await settled(element);
      expect(areKnown(element)).to.deep.equal([false, true]);
    });
  });

  describe('the buttons', () => {
    const button = (element: Element, name: string) =>
      element.shadowRoot!.querySelector<HTMLButtonElement>(`[aria-label="Copy the table as ${name}"]`)!;
    const said = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll('[part~=tools] [role=status]')]
        .map((status) => status.textContent)
        .join();
    const rich = table('<tr><td>Correlated failure</td><td>Racks, "zones"<br>and regions</td><td>a | b</td></tr>');

    it('copy the table as CSV and as Markdown, and say so', async () => {
      const copied = stubClipboard();
      const element = await place(rich);
      button(element, 'CSV').click();
      await waitUntil(() => said(element), 'said');
      button(element, 'Markdown').click();
      await waitUntil(() => copied.length === 2, 'copied');
      expect(copied).to.deep.equal([
        'Law,Challenge,Trade-off\r\nCorrelated failure,"Racks, ""zones"" and regions",a | b',
        '| Law | Challenge | Trade-off |\n| --- | --- | --- |\n| Correlated failure | Racks, "zones" and regions | a \\| b |',
      ]);
      await waitUntil(() => said(element) === 'Copied,Copied', 'said');
    });

    it('say so when the browser refuses', async () => {
      stubClipboard({ isRefused: true });
      const element = await place(rich);
      button(element, 'CSV').click();
      await waitUntil(() => said(element), 'said');
      expect(said(element)).to.equal('The browser does not let this page copy');
    });

    it('are there only with a table', async () => {
      const element = await place('<law-table><p>No rows yet.</p></law-table>');
      const tools = () => element.shadowRoot?.querySelector('[part=tools]');
      expect(tools()?.getClientRects().length ?? 0).to.equal(0);
      element.insertAdjacentHTML('beforeend', rich.replace(/<\/?law-table>/g, ''));
      await settled(element);
      expect(tools()!.getClientRects().length).to.equal(1);
    });
  });

  describe('the address', () => {
    const rows =
      '<tr><td>Cognitive Load</td><td>Pages</td><td>Cost</td></tr>' +
      '<tr><td>Emergent Chaos</td><td>Retries</td><td>Cost</td></tr>' +
      '<tr><td>Emergent Chaos</td><td>Queues</td><td>Cost</td></tr>';
    const linked = (root: Element) =>
      [...root.querySelectorAll('[data-linked]')].map((cell) => cell.textContent).join();

    for (const [id, text] of [
      ['laws::law', 'Law'],
      ['laws::trade-off', 'Trade-off'],
      ['laws:cognitive-load', 'Cognitive Load'],
      ['laws:cognitive-load:challenge', 'Pages'],
      ['laws:emergent-chaos_1:challenge', 'Retries'],
      ['laws:emergent-chaos_2:challenge', 'Queues'],
      ['laws:nothing:challenge', ''],
      ['elsewhere', ''],
    ] as const) {
      itOnce(`#${id} leads to “${text}”`, async () => {
        const element = await place(table(rows));
        await goTo(id);
        expect(linked(element)).to.equal(text);
      });
    }

    it('leads to the cell when the page was opened with it, scrolled there and marked', async () => {
      await goTo('laws:cognitive-load:challenge');
      const holder = await place(`<div style="padding-block: 3000px">${table(rows)}</div>`);
      const cell = holder.querySelector<HTMLElement>('[data-linked]')!;
      expect(cell.textContent).to.equal('Pages');
      expect(cell.getBoundingClientRect().top).to.be.within(0, innerHeight);
      expect(getComputedStyle(cell).backgroundColor).not.to.equal(
        getComputedStyle(cell.nextElementSibling!).backgroundColor,
      );
      scrollTo(0, 0);
    });

    it('leads to rows that come late', async () => {
      await goTo('laws:economic-reality');
      const element = await place(table(rows));
      expect(linked(element)).to.equal('');
      element
        .querySelector('tbody')!
        .insertAdjacentHTML('beforeend', '<tr><td>Economic Reality</td><td>b</td><td>c</td></tr>');
      await settled(element);
      expect(linked(element)).to.equal('Economic Reality');
    });

    it('moves the mark along, and away', async () => {
      const element = await place(table(rows));
      await goTo('laws:cognitive-load');
      await goTo('laws:cognitive-load:challenge');
      expect(linked(element)).to.equal('Pages');
      await goTo('elsewhere');
      expect(linked(element)).to.equal('');
    });

    itOnce('begins with the name of the table: its id, that of the element, its caption, or else the tag', async () => {
      for (const [markup, id] of [
        [table(rows).replace('<table>', '<table id="t">').replace('<law-table>', '<law-table id="e">'), 't'],
        [table(rows).replace('<law-table>', '<law-table id="e">'), 'e'],
        [table(rows), 'laws'],
        [table(rows).replace('<caption>Laws</caption>', ''), 'law-table'],
      ] as const) {
        const element = await place(markup);
        await goTo(`${id}:cognitive-load`);
        expect(linked(element), id).to.equal('Cognitive Load');
        element.remove();
      }
    });

    itOnce('tells tables without any name apart', async () => {
      const nameless = table(rows).replace('<caption>Laws</caption>', '');
      const holder = await place(`<div>${nameless}${nameless}</div>`);
      await goTo('law-table_1:cognitive-load');
      expect([...holder.children].map(linked)).to.deep.equal(['', 'Cognitive Load']);
      await goTo('law-table:cognitive-load');
      expect([...holder.children].map(linked)).to.deep.equal(['Cognitive Load', '']);
    });

    itOnce("is the author's where there is one, of a row or a cell", async () => {
      const element = await place(
        table('<tr id="row"><td>Cognitive Load</td><td id="cell">Pages</td><td>Cost</td></tr>'),
      );
      const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('[part~=link]')!;
      const cells = [...element.querySelectorAll('tbody td')];
      for (const [index, id] of ['#row', '#cell', '#laws:cognitive-load:trade-off'].entries()) {
        cells[index]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        await waitUntil(() => new URL(link.href).hash === id, id);
      }
    });

    itOnce('names a cell by the column that it stands in, beside cells that span several', async () => {
      const element = await place(
        table(
          '<tr><td colspan="2">Both</td><td>Cost</td></tr>',
          '<tr><th>Law</th><th>Challenge</th><th>Trade-off</th></tr>',
        ),
      );
      await goTo('laws:both:trade-off');
      expect(linked(element)).to.equal('Cost');
    });

    itOnce('counts rows and columns that have no name', async () => {
      const element = await place(
        table('<tr><td></td><td>Pages</td><td>Cost</td></tr>', '<tr><th>Law</th><th></th><th></th></tr>'),
      );
      await goTo('laws:row-1:2');
      expect(linked(element)).to.equal('Pages');
    });

    it('in other scripts leads there, too', async () => {
      const element = await place(
        '<law-table><table><caption>法則</caption><thead><tr><th>名</th><th>課題</th></tr></thead><tr><td>認知負荷</td><td>ページ</td></tr></table></law-table>',
      );
      await goTo('法則:認知負荷:課題');
      expect(linked(element)).to.equal('ページ');
    });
  });
});
