import { expect, nextFrame } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import type { CompareTable } from '../../src/index.js';
import { addressesOf } from '../../src/internal/cell-addresses.js';
import { textOf } from '../../src/internal/text.js';
import '../../src/elements/compare-table/compare-table.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import {
  expectTold,
  linkStylesheet,
  place,
  settled,
  textAfter,
  textBefore,
  waitUntil,
  warningsOf,
} from '../helpers.js';
import { goTo, itLinksToItsParts, stubClipboard } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (headings: string[], body: string, caption = 'Where to keep the order log') =>
  `<compare-table><table>${caption && `<caption>${caption}</caption>`}
    <thead><tr>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr></thead>
    <tbody>${body}</tbody></table></compare-table>`;

const short = table(
  ['Store', 'Survives a region', 'Cost'],
  row('One database', '❌', 'Low') +
    row('Replicated log', '✅ with a pause', 'High') +
    row('Two logs', 'Partly', 'High'),
);
// Nine stores: the order of the author, then by latency, by share, by mark and by name.
const stores = [
  ['Delta', '10 ms', '99.9%', '✅', '2024-03-01'],
  ['Alpha', '1.5 s', '99.99%', '❌', '2023-11-20'],
  ['Echo', '< 500 µs', '99%', '⚠️', '2024-01-15'],
  ['Bravo', '2–4 ms', '95%', '✅ in one region', '2022-05-05'],
  ['Golf', 'TBD', '99.5%', '🔴', '2021-12-31'],
  ['Charlie', '1 min 30 s', '90%', '', '2024-02-29'],
  ['Hotel', '1 min', 'unknown', '🟡', '2020-01-01'],
  ['Foxtrot', '900ms', '99.95%', '🟢', '2024-03-02'],
  ['India', '20 ms', '50%', 'No', '2019-07-07'],
];
const headings = ['Store', 'Latency', 'Availability', 'Replays', 'Since'];
const long = table(headings, stores.map((store) => row(...store)).join(''));

itKeepsThePromises(short);
itKeepsThePromises(table(headings.slice(0, 4), stores.map((store) => row(...store.slice(0, 4))).join('')));
itLinksToItsParts(
  table(['Store', 'Cost'], row('Log', 'Low') + row('Index', 'High')),
  'th, td',
  [
    'where-to-keep-the-order-log::store',
    'where-to-keep-the-order-log::cost',
    'where-to-keep-the-order-log:log',
    'where-to-keep-the-order-log:log:cost',
    'where-to-keep-the-order-log:index',
    'where-to-keep-the-order-log:index:cost',
  ],
  { columns: 2 },
);

describe('<compare-table>', () => {
  before(linkStylesheet);

  itMovesNothing(short, long);

  const bodyRows = (element: Element) => [...element.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
  const nameOf = (line: HTMLTableRowElement) => line.cells[0]!.textContent!.trim();
  const names = (element: Element) => bodyRows(element).map(nameOf);
  const isSeen = (node: Element) => node.getClientRects().length > 0;
  /** The names of the rows that are shown, from top to bottom. */
  const shown = (element: Element) =>
    bodyRows(element)
      .filter(isSeen)
      .toSorted((a, b) => a.cells[0]!.getBoundingClientRect().top - b.cells[0]!.getBoundingClientRect().top)
      .map(nameOf);
  const control = <E extends HTMLElement>(element: Element, selector: string) =>
    element.shadowRoot!.querySelector<E>(`[part~=controls] ${selector}`);
  const sortBox = (element: Element) => control<HTMLSelectElement>(element, 'select')!;
  const directionOf = (element: Element) => control<HTMLButtonElement>(element, 'button')!;
  const filterOf = (element: Element) => control<HTMLInputElement>(element, 'input')!;
  const countOf = (element: Element) => control(element, '[role=status]')!.textContent;

  async function sort(element: Element, by: string, { descending = false } = {}) {
    const box = sortBox(element);
    box.value = by;
    expect(box.selectedIndex, by).to.be.at.least(0);
    box.dispatchEvent(new Event('change'));
    await settled(element);
    const isDescending = () =>
      directionOf(element).ariaLabel === 'Descending' ||
      directionOf(element).getAttribute('aria-label') === 'Descending';
    if (by !== 'as written' && isDescending() !== descending) {
      directionOf(element).click();
      await settled(element);
    }
  }
  async function filter(element: Element, words: string) {
    filterOf(element).value = words;
    filterOf(element).dispatchEvent(new Event('input'));
    await settled(element);
  }

  describe('sorting', () => {
    const orders: [string, string[], string[]][] = [
      [
        'Store',
        ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel', 'India'],
        ['India', 'Hotel', 'Golf', 'Foxtrot', 'Echo', 'Delta', 'Charlie', 'Bravo', 'Alpha'],
      ],
      // What has no latency comes last, whichever way.
      [
        'Latency',
        ['Echo', 'Bravo', 'Delta', 'India', 'Foxtrot', 'Alpha', 'Hotel', 'Charlie', 'Golf'],
        ['Charlie', 'Hotel', 'Alpha', 'Foxtrot', 'India', 'Delta', 'Bravo', 'Echo', 'Golf'],
      ],
      [
        'Availability',
        ['India', 'Charlie', 'Bravo', 'Echo', 'Golf', 'Delta', 'Foxtrot', 'Alpha', 'Hotel'],
        ['Alpha', 'Foxtrot', 'Delta', 'Golf', 'Echo', 'Bravo', 'Charlie', 'India', 'Hotel'],
      ],
      // Good, then fair, then bad; within them as written.
      [
        'Replays',
        ['Delta', 'Bravo', 'Foxtrot', 'Echo', 'Hotel', 'Alpha', 'Golf', 'India', 'Charlie'],
        ['Alpha', 'Golf', 'India', 'Echo', 'Hotel', 'Delta', 'Bravo', 'Foxtrot', 'Charlie'],
      ],
      [
        'Since',
        ['India', 'Hotel', 'Golf', 'Bravo', 'Alpha', 'Echo', 'Charlie', 'Delta', 'Foxtrot'],
        ['Foxtrot', 'Delta', 'Charlie', 'Echo', 'Alpha', 'Bravo', 'Golf', 'Hotel', 'India'],
      ],
    ];
    for (const width of ['50rem', '20rem']) {
      for (const [column, ascending, descending] of orders) {
        it(`by ${column} shows the rows in order, ${width} wide, and leaves them where they are`, async () => {
          const element = await place(long);
          element.parentElement!.style.width = width;
          const before = bodyRows(element);
          await sort(element, column);
          expect(shown(element)).to.deep.equal(ascending);
          await sort(element, column, { descending: true });
          expect(shown(element)).to.deep.equal(descending);
          const after = bodyRows(element);
          expect(after.every((line, index) => line === before[index])).to.equal(true);
          expect(names(element)).to.deep.equal(stores.map(([name]) => name));
        });
      }
    }

    it('tells assistive technology by what, and which way', async () => {
      const element = await place(long);
      const sorted = () =>
        [...element.querySelectorAll('th')].map((heading) => heading.getAttribute('aria-sort')).map(String);
      expect(sorted()).to.deep.equal(['null', 'null', 'null', 'null', 'null']);
      await sort(element, 'Latency');
      expect(sorted()).to.deep.equal(['null', 'ascending', 'null', 'null', 'null']);
      // Only of a heading of columns is it told.
      for (const width of ['50rem', '20rem']) {
        element.parentElement!.style.width = width;
        await expectTold(element.querySelectorAll('th')[1]!, 'columnheader');
      }
      await sort(element, 'Since', { descending: true });
      expect(sorted()).to.deep.equal(['null', 'null', 'null', 'null', 'descending']);
      await sort(element, 'as written');
      expect(sorted()).to.deep.equal(['null', 'null', 'null', 'null', 'null']);
    });

    it('is in the same order for a screen reader', async () => {
      const element = await place(long);
      const body = element.querySelector('tbody')!;
      const told = async () => {
        const own = body
          .getAttribute('aria-owns')
          ?.split(' ')
          .map((id) => document.getElementById(id)!);
        const order = own ?? bodyRows(element);
        expect(order.every((line) => line.parentElement === body)).to.equal(true);
        const stores = order.map((line) => textOf(line.firstElementChild));
        // Only Chromium's protocol tells the tree.
        if ('userAgentData' in navigator) {
          interface TreeNode {
            name?: string;
            children?: TreeNode[];
          }
          const tree = (await a11ySnapshot({})) as unknown as TreeNode;
          const all = (node: TreeNode): string[] => [node.name ?? '', ...(node.children ?? []).flatMap(all)];
          const known = new Set(stores);
          expect([...new Set(all(tree))].filter((name) => known.has(name))).to.deep.equal(stores);
        }
        return stores;
      };
      const before = body.outerHTML;
      await sort(element, 'Latency');
      expect(await told()).to.deep.equal(shown(element));
      await sort(element, 'Since', { descending: true });
      expect(await told()).to.deep.equal(shown(element));
      await sort(element, 'as written');
      expect(await told()).to.deep.equal(shown(element));
      expect(body.outerHTML).to.equal(before);
    });

    it('leaves the addresses of rows and cells as they are', async () => {
      const element = await place(long);
      const addresses = () => [...addressesOf(element, element.querySelector('table')!).values()];
      const before = addresses();
      await sort(element, 'Latency');
      expect(addresses()).to.deep.equal(before);
    });

    it('goes back to as written, and to the look of before', async () => {
      const element = await place(long);
      const boxes = () =>
        [element, ...element.querySelectorAll('*')].map((node) => JSON.stringify(node.getBoundingClientRect()));
      const before = boxes();
      await sort(element, 'Latency');
      expect(boxes()).not.to.deep.equal(before);
      await sort(element, 'as written');
      expect(boxes()).to.deep.equal(before);
      expect(directionOf(element).hidden).to.equal(true);
    });

    it('keeps the columns as wide as they were, and the headings above them', async () => {
      const element = await place(long);
      const lefts = () =>
        [...element.querySelectorAll('th')].map((cell) => Math.round(cell.getBoundingClientRect().left));
      const before = lefts();
      await sort(element, 'Latency');
      for (const [index, left] of lefts().entries()) expect(left).to.be.closeTo(before[index]!, 2);
      for (const line of bodyRows(element)) {
        const cells = [...line.cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
        expect(cells).to.deep.equal(lefts());
      }
    });

    it('takes in a row that comes late, and one whose words change', async () => {
      const element = await place(long);
      await sort(element, 'Latency');
      element.querySelector('tbody')!.insertAdjacentHTML('beforeend', row('Juliet', '3 ms', '99%', '✅', '2024-01-01'));
      await settled(element);
      expect(shown(element).slice(0, 4)).to.deep.equal(['Echo', 'Bravo', 'Juliet', 'Delta']);
      bodyRows(element)[0]!.cells[1]!.textContent = '100 µs';
      await settled(element);
      expect(shown(element).slice(0, 4)).to.deep.equal(['Delta', 'Echo', 'Bravo', 'Juliet']);
    });

    it('follows headings that change', async () => {
      const element = await place(long);
      element.querySelectorAll('th')[1]!.textContent = 'P99';
      await settled(element);
      expect([...sortBox(element).options].map(({ label }) => label)).to.deep.equal(
        ['as written', 'Store', 'P99', 'Availability', 'Replays', 'Since'].map((name) => `Sort: ${name}`),
      );
    });

    it('says of a column which mixes kinds that it cannot be sorted, and sorts by the others', async () => {
      const values = ['512 MiB', '3 nodes', '1 TiB', 'fast', '64 KiB', '2 ms', '5%', '$3'];
      const sizes = ['512 MiB', '1 TiB', '64 KiB', '1 GiB', '2 KiB', '9 B', '3 PiB', '—'];
      const mixed = table(
        ['Store', 'Cost', 'Size'],
        values.map((value, index) => row(`Store ${index}`, value, sizes[index]!)).join(''),
      );
      const element = await place(mixed);
      const options = () => [...sortBox(element).options].map(({ label, disabled }) => [label, disabled]);
      expect(options()).to.deep.equal([
        ['Sort: as written', false],
        ['Sort: Store', false],
        ['Not sortable: Cost (values cannot be compared)', true],
        ['Sort: Size', false],
      ]);
      await sort(element, 'Size');
      expect(shown(element)).to.deep.equal([5, 4, 2, 0, 3, 1, 6, 7].map((index) => `Store ${index}`));
      await sort(element, 'Size', { descending: true });
      expect(shown(element)).to.deep.equal([6, 1, 3, 0, 2, 4, 5, 7].map((index) => `Store ${index}`));
      // A value of another kind comes late.
      bodyRows(element)[7]!.cells[2]!.textContent = '5 ms';
      await settled(element);
      expect(options()[3]).to.deep.equal(['Not sortable: Size (values cannot be compared)', true]);
      expect(sortBox(element).selectedIndex).to.equal(0);
      expect(shown(element)).to.deep.equal(names(element));
    });

    it('reads figures as the language of the page writes them', async () => {
      const values = ['1.234', '999', '12.000', '1,5', '2', '3', '4', '5'];
      const markup = table(['Store', 'Orders'], values.map((value, index) => row(`Store ${index}`, value)).join(''));
      const holder = await place(`<div lang="de">${markup}</div>`);
      const element = holder.querySelector('compare-table')!;
      await settled(element);
      await sort(element, 'Orders');
      expect(shown(element)).to.deep.equal([3, 4, 5, 6, 7, 1, 0, 2].map((index) => `Store ${index}`));
    });

    it('is not offered where rows have other cells than the header, or headings among them', async () => {
      const spanned = await place(long.replace('<td>10 ms</td><td>99.9%</td>', '<td colspan="2">10 ms</td>'));
      expect(isSeen(sortBox(spanned))).to.equal(false);
      expect(isSeen(filterOf(spanned))).to.equal(true);
      const grouped = await place(long.replace('<tbody>', '<tbody><tr><th colspan="5">Stores</th></tr>'));
      expect(isSeen(sortBox(grouped))).to.equal(false);
      const above = await place(
        long.replace('<thead>', '<thead><tr><th colspan="2">Store</th><th colspan="3">It</th></tr>'),
      );
      expect(isSeen(sortBox(above))).to.equal(false);
    });

    it('goes by keys alone', async () => {
      const element = await place(`<div><button>Before</button>${long}</div>`).then(
        (holder) => holder.querySelector('compare-table')!,
      );
      await sort(element, 'Latency');
      element.parentElement!.querySelector('button')!.focus();
      const active = () => element.shadowRoot!.activeElement;
      const seen: string[] = [];
      for (let presses = 0; presses < 6; presses++) {
        await sendKeys({ press: 'Tab' });
        const node = active();
        if (node) seen.push(node.getAttribute('part')?.includes('link') ? 'link' : node.localName);
        if (node === directionOf(element)) {
          await sendKeys({ press: 'Enter' });
          await settled(element);
        }
        if (node === filterOf(element)) await sendKeys({ type: 'al' });
      }
      expect(seen.slice(0, 4).toSorted()).to.deep.equal(['button', 'input', 'link', 'select']);
      await settled(element);
      expect(shown(element)).to.deep.equal(['Alpha']);
      expect(element.querySelector('[aria-sort]')!.getAttribute('aria-sort')).to.equal('descending');
    });
  });

  describe('filtering', () => {
    it('shows the rows that hold all of the words, anywhere and in any case, and says how many', async () => {
      const element = await place(long);
      expect(countOf(element)).to.equal('');
      await filter(element, 'ms 99.9');
      expect(shown(element)).to.deep.equal(['Delta', 'Foxtrot']);
      expect(countOf(element)).to.equal('2 of 9 rows');
      await filter(element, 'ALPHA');
      expect(shown(element)).to.deep.equal(['Alpha']);
      await filter(element, 'nothing of the kind');
      expect(shown(element)).to.deep.equal([]);
      expect(countOf(element)).to.equal('0 of 9 rows');
      expect(isSeen(element.querySelector('thead')!)).to.equal(true);
    });

    it('brings all rows back when it is cleared', async () => {
      const element = await place(long);
      await filter(element, 'alpha');
      await filter(element, ' ');
      expect(shown(element)).to.deep.equal(stores.map(([name]) => name));
      expect(countOf(element)).to.equal('');
      expect(element.querySelector('[data-filtered]')).to.equal(null);
    });

    it('goes with sorting, and with rows that come late', async () => {
      const element = await place(long);
      await sort(element, 'Store', { descending: true });
      await filter(element, 'ms');
      expect(shown(element)).to.deep.equal(['India', 'Foxtrot', 'Delta', 'Bravo']);
      element
        .querySelector('tbody')!
        .insertAdjacentHTML('beforeend', row('Zulu', '3 ms', '', '', '') + row('Yankee', '', '', '', ''));
      await settled(element);
      expect(shown(element)).to.deep.equal(['Zulu', 'India', 'Foxtrot', 'Delta', 'Bravo']);
      expect(countOf(element)).to.equal('5 of 11 rows');
    });

    it('copies all rows all the same', async () => {
      const copied = stubClipboard();
      const element = await place(long);
      await filter(element, 'alpha');
      element.shadowRoot!.querySelector<HTMLElement>('[aria-label="Copy the table as CSV"]')!.click();
      await waitUntil(() => copied.length, 'copied');
      expect(copied[0]!.split('\r\n').length).to.equal(10);
    });
  });

  describe('the controls', () => {
    const rows = (count: number) =>
      table(
        ['Store', 'Cost'],
        Array.from({ length: count }, (_, index) => row(`Store ${index}`, String(index))).join(''),
      );

    it('are there from eight rows on', async () => {
      expect((await place(rows(7))).shadowRoot!.querySelector('[part~=controls]')).to.equal(null);
      expect(isSeen((await place(rows(8))).shadowRoot!.querySelector('[part~=controls]')!)).to.equal(true);
    });

    it('come and go with the rows', async () => {
      const element = await place(rows(7));
      element.querySelector('tbody')!.insertAdjacentHTML('beforeend', row('Store 7', '7'));
      await settled(element);
      const controls = element.shadowRoot!.querySelector('[part~=controls]')!;
      expect(isSeen(controls)).to.equal(true);
      element.querySelector('tbody')!.lastElementChild!.remove();
      await settled(element);
      expect(isSeen(controls)).to.equal(false);
    });

    it('never cover the table, whatever it is made of', async () => {
      const halves = rows(4).replace('</tbody>', `</tbody><tbody>${row('a', '1').repeat(4)}</tbody>`);
      const header = rows(7).replace(/<thead>|<\/thead><?t?b?o?d?y?>?/g, '');
      const grouped = rows(7).replace('<tbody>', '<tbody><tr><th colspan="2">Stores</th></tr>');
      for (const markup of [rows(8), halves, header, grouped]) {
        for (const width of ['50rem', '20rem']) {
          const element = await place(markup);
          element.parentElement!.style.width = width;
          const controls = element.shadowRoot!.querySelector('[part~=controls]');
          if (!controls || !isSeen(controls)) continue;
          const { bottom } = controls.getBoundingClientRect();
          expect(element.querySelector('table')!.getBoundingClientRect().top).to.be.at.least(bottom);
        }
      }
    });

    it('have names', async () => {
      const element = await place(long);
      await sort(element, 'Store');
      const name = (node: HTMLElement) => node.getAttribute('aria-label');
      expect([sortBox(element), directionOf(element), filterOf(element)].map(name)).to.deep.equal([
        'Sort by',
        'Ascending',
        'Filter rows',
      ]);
    });
  });

  describe('marks', () => {
    const marks = (element: Element) =>
      [...element.querySelectorAll<HTMLElement>('tbody td:not(:first-child)')].map(({ dataset }) => [
        dataset['status'],
        dataset['name'],
      ]);

    it('are drawn alike, and named where they stand alone', async () => {
      const element = await place(
        table(['Store', 'A', 'B', 'C'], row('Log', '✅', '🟢 always', 'Yes') + row('Index', '❌', '⚠️', 'Slow')),
      );
      expect(marks(element)).to.deep.equal([
        ['good', 'Yes'],
        ['good', ''],
        ['good', undefined],
        ['bad', 'No'],
        ['fair', 'Caution'],
        [undefined, undefined],
      ]);
      const drawn = (index: number) => {
        const cell = element.querySelectorAll('tbody td')[index]!;
        return textBefore(cell).replace('none', '') + textAfter(cell).replace('none', '');
      };
      expect([drawn(1), drawn(2)]).to.deep.equal(['Yes', '']);
      expect(element.textContent).to.contain('✅');
    });

    it('look the same at every width', async function () {
      if (typeof Highlight === 'undefined') this.skip();
      const markup = table(['Store', 'A', 'B'], row('Log', '✅', '✅ always') + row('Index', '❌ never', '⚠️'));
      const looks = async (width: number, part: string) => {
        const holder = await place(`<div style="inline-size: ${width}px">${markup}</div>`);
        return [...holder.querySelectorAll<HTMLElement>('[data-name]')].map((cell) => {
          const mark = getComputedStyle(cell, part);
          const { color } = getComputedStyle(cell, '::highlight(dd-mark)');
          const { backgroundColor, clipPath, inlineSize, blockSize, content, fontWeight, textIndent } = mark;
          return [backgroundColor, clipPath, inlineSize, blockSize, color, content, mark.color, fontWeight, textIndent];
        });
      };
      const wide = await looks(800, '::before');
      expect(wide.length).to.equal(4);
      for (const [color, path, size] of wide) {
        expect(color).not.to.equal('rgba(0, 0, 0, 0)');
        expect(path).to.contain('path(');
        expect(size).to.equal('16px');
      }
      expect(await looks(320, '::after')).to.deep.equal(wide);
    });

    for (const [width, part] of [
      [800, '::before'],
      [320, '::after'],
    ] as const) {
      it(`cover no letter where a font has the emoji narrow, or none, ${width} pixels wide`, async function () {
        if (typeof Highlight === 'undefined') this.skip();
        const rows =
          row('Log', '✅ always', '❌') + row('Index', '<b>🟢</b> always', '⚠️ with luck') + row('Map', '✅in part', '');
        for (const dir of ['ltr', 'rtl']) {
          const style = `inline-size: ${width}px; font-family: sans-serif; letter-spacing: -0.15em`;
          const holder = await place(`<div dir="${dir}" style="${style}">${table(['Store', 'A', 'B'], rows)}</div>`);
          await nextFrame();
          await nextFrame();
          const cells = [...holder.querySelectorAll<HTMLElement>('[data-name=""]')];
          expect(cells.length).to.equal(4);
          for (const cell of cells) {
            const letter = cell.textContent!.search(/[a-z]/);
            const text = [...cell.childNodes].find(({ textContent }) => /[a-z]/.test(textContent!)) as Text;
            const edge = (node: Node, at: number) => {
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const { left, right } = range.getBoundingClientRect();
              return dir === 'ltr' ? left : -right;
            };
            const emoji = cell.querySelector('b')?.firstChild ?? text;
            const room = edge(text, emoji === text ? letter : text.data.search(/[a-z]/)) - edge(emoji, 0);
            const mark = getComputedStyle(cell, part);
            const end =
              Number.parseFloat(mark.marginInlineStart) + 8 + 8 * Number(mark.scale === 'none' ? 1 : mark.scale);
            expect(end, `${dir} ${cell.textContent}`).to.be.at.most(room);
            expect(end).to.be.above(4);
          }
        }
      });
    }

    it('in the first column are the name of the row', async () => {
      const element = await place(table(['Status', 'Store'], row('✅', 'Log')));
      expect(element.querySelector('td')!.textContent).to.equal('✅');
    });

    it("leave an author's own status alone, and follow a cell that changes", async () => {
      const element = await place(
        table(['Store', 'A', 'B'], '<tr><td>Log</td><td data-status="fair">✅</td><td>✅</td></tr>'),
      );
      const cell = element.querySelectorAll('td')[2]!;
      cell.textContent = '❌ no';
      await settled(element);
      expect(marks(element)).to.deep.equal([
        ['fair', undefined],
        ['bad', ''],
      ]);
      cell.textContent = 'words';
      await settled(element);
      expect(marks(element)[1]).to.deep.equal([undefined, undefined]);
    });

    it('are forgotten with the element', async function () {
      if (typeof Highlight === 'undefined') this.skip();
      const size = () => CSS.highlights.get('dd-mark')?.size ?? 0;
      const before = size();
      const element = await place(short);
      expect(size()).to.equal(before + 2);
      element.remove();
      expect(size()).to.equal(before);
    });
  });

  describe('a wide table', () => {
    const wide = table(
      ['Store', ...Array.from({ length: 11 }, (_, index) => `Property ${index}`)],
      row('Replicated log', ...Array<string>(11).fill('Something')).repeat(3),
    );

    for (const [where, dir] of [
      ['div', 'ltr'],
      ['div', 'rtl'],
      ['case-study', 'ltr'],
    ]) {
      it(`scrolls beside its first column, in a ${where}, ${dir}`, async () => {
        const holder = await place(`<${where}><div dir="${dir}" style="width: 40rem">${wide}</div></${where}>`);
        const element = holder.querySelector('compare-table')!;
        const scroller = element.shadowRoot!.querySelector('[part=scroller]')!;
        expect(scroller.scrollWidth).to.be.above(scroller.clientWidth + 200);
        expect(element.scrollWidth).to.be.at.most(element.clientWidth);
        const [first, second] = element.querySelectorAll('tbody tr:first-child td');
        const lefts = () => [first!, second!].map((cell) => Math.round(cell.getBoundingClientRect().left));
        const before = lefts();
        scroller.scrollLeft = dir === 'rtl' ? -200 : 200;
        const moved = dir === 'rtl' ? 200 : -200;
        expect(lefts()).to.deep.equal([before[0], before[1]! + moved]);
        const { x, y, width, height } = first!.getBoundingClientRect();
        const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
        expect(onTop === first).to.equal(true);
      });
    }

    it('becomes records in a narrow container', async () => {
      const element = await place(wide);
      element.parentElement!.style.width = '20rem';
      const [first, second] = element.querySelectorAll('tbody tr:first-child td');
      expect(second!.getBoundingClientRect().top).to.be.above(first!.getBoundingClientRect().top);
      expect(element.shadowRoot!.querySelector('[part=scroller]')!.scrollWidth).to.be.at.most(element.clientWidth);
    });

    it('scrolls to the cell that the address names', async () => {
      const holder = await place(`<div style="width: 40rem">${wide}</div>`);
      await goTo('where-to-keep-the-order-log:replicated-log_2:property-9');
      const cell = holder.querySelector('[data-linked]')!;
      expect((cell as HTMLTableCellElement).cellIndex).to.equal(10);
      expect((cell.parentElement as HTMLTableRowElement).rowIndex).to.equal(2);
    });
  });

  itOnce('takes rows as data, sorted like those of an author', async () => {
    const element = (await place('<compare-table></compare-table>')) as CompareTable;
    element.rows = stores.map(([name, latency]) => ({ Store: name, Latency: latency }));
    await settled(element);
    await sort(element, 'Latency');
    expect(shown(element).slice(0, 2)).to.deep.equal(['Echo', 'Bravo']);
    expect(element.toJSON()).to.deep.equal({
      type: 'compare-table',
      caption: '',
      rows: stores.map(([name, latency]) => ({ Store: name, Latency: latency })),
    });
  });

  itOnce('names the fix where there is no table', async () => {
    const warnings = await warningsOf(() => place('<compare-table><p>Log.</p></compare-table>'));
    expect(warnings).to.deep.equal(['<compare-table> has no <table>: put its content into one.']);
  });
});
