import { expect } from '@open-wc/testing';
import type { ResourceTable } from '../../src/index.js';
import '../../src/elements/resource-table/resource-table.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';
import { goTo, stubClipboard } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[][]) =>
  `<resource-table><table><caption>Resources</caption>
    <thead><tr><th>Resource</th><th>Usage</th><th>Efficiency</th></tr></thead>
    <tbody>${rows.map((cells) => row(...cells)).join('')}</tbody></table></resource-table>`;
const one = (usage: string) => table(['CPU', usage, 'High']);

// The template's own rows.
const template = table(
  ['CPU', '60-80%', 'High'],
  ['Memory', '70%', 'Optimal'],
  ['Network', '40%', 'Good headroom'],
  ['Storage', 'Growing 20%/month', 'Needs optimization'],
);

itKeepsThePromises(template);

describe('<resource-table>', () => {
  before(linkStylesheet);

  itMovesNothing(template);
  // What is drawn below a figure must not widen its column, and so break the lines of the next.
  itMovesNothing(
    table(
      ['Link capacity open to shortest-path allocation', '7%', 'The rest is headroom for the bursts of a busy evening'],
      ['Traffic between data centres', '58%/year', 'Derived from a hundredfold growth in ten years, by one account'],
    ),
  );

  const usage = (element: Element) => element.querySelector<HTMLElement>('tbody td:nth-child(2)')!;
  /** From where to where the meter of a cell is filled; nothing without a meter. */
  const meter = (cell: HTMLElement) =>
    cell.hasAttribute('data-meter')
      ? ['--_from', '--_to'].map((name) => Number(cell.style.getPropertyValue(name)))
      : undefined;
  const growth = (cell: HTMLElement) => cell.dataset['growth'];

  it('draws the shares of the template, and says in what time the storage doubles', async () => {
    const element = await place(template);
    const cells = [...element.querySelectorAll<HTMLElement>('tbody td:nth-child(2)')];
    expect(cells.map(meter)).to.deep.equal([[60, 80], [0, 70], [0, 40], undefined]);
    expect(cells.map(growth)).to.deep.equal([undefined, undefined, undefined, 'doubles in 3.8 months']);
    expect(
      [...element.querySelectorAll('td:not(:nth-child(2))')].some((cell) => cell.matches('[data-meter]')),
    ).to.equal(false);
  });

  for (const [text, share] of [
    ['70%', [0, 70]],
    ['70 %', [0, 70]],
    ['0%', [0, 0]],
    ['100%', [0, 100]],
    ['~70%', [0, 70]],
    // A limit is no measurement.
    ['< 10%', undefined],
    ['40% headroom', undefined],
    ['30% less than before', undefined],
    ['12.5% (peak)', [0, 12.5]],
    ['60–80%', [60, 80]],
    ['60% of 4 TB', [0, 60]],
    ['120%', undefined],
    ['80-120%', undefined],
    ['80-60%', undefined],
    ['-5%', undefined],
    ['X%', undefined],
    ['9X%', undefined],
    ['70', undefined],
    ['70 ms', undefined],
    ['Most of it', undefined],
    ['20%/month', undefined],
    ['20% per month', undefined],
    ['20% each month', undefined],
    ['20% monthly', undefined],
    ['20% a year', undefined],
  ] as const) {
    itOnce(`draws ${share ? `a meter for “${text}”` : `none for “${text}”`}`, async () => {
      expect(meter(usage(await place(one(text))))).to.deep.equal(share);
    });
  }

  for (const [text, note] of [
    ['+100%/month', 'doubles in 1 month'],
    ['Growing 20%/month', 'doubles in 3.8 months'],
    // Of what, nobody says.
    ['20%/month', undefined],
    ['20% per month cheaper', undefined],
    ['Growing 1% a day', 'doubles in 70 days'],
    ['growing 7% every year', 'doubles in 10 years'],
    ['-50%/week', 'halves in 1 week'],
    ['Shrinking 5%/year', 'halves in 14 years'],
    ['0%/month', undefined],
    ['X%/month', undefined],
    ['20-30%/month', undefined],
    ['Growing', undefined],
  ] as const) {
    itOnce(`says ${note ? `“${note}”` : 'nothing'} of “${text}”`, async () => {
      expect(growth(usage(await place(one(text))))).to.equal(note);
    });
  }

  it('shows the meter below the figure, filled to scale', async () => {
    const element = await place(one('60-80%'));
    const { content, backgroundSize } = getComputedStyle(usage(element), '::after');
    expect(content).to.equal('""');
    expect(backgroundSize).to.match(/^60%.*80%/);
  });

  itOnce('takes every column but the first for figures', async () => {
    const element = await place(table(['10%', '20%', '30%']));
    expect([...element.querySelectorAll('td')].map(meter)).to.deep.equal([undefined, [0, 20], [0, 30]]);
  });

  itOnce('follows a figure that changes, and leaves nothing of the old one', async () => {
    const element = await place(one('60-80%'));
    usage(element).textContent = '+20%/month';
    await settled(element);
    expect([meter(usage(element)), growth(usage(element))]).to.deep.equal([undefined, 'doubles in 3.8 months']);
    usage(element).textContent = '50%';
    await settled(element);
    expect([meter(usage(element)), growth(usage(element))]).to.deep.equal([[0, 50], undefined]);
    usage(element).textContent = 'TBD';
    await settled(element);
    expect([meter(usage(element)), growth(usage(element))]).to.deep.equal([undefined, undefined]);
    expect(usage(element).style.length).to.equal(0);
  });

  it('draws rows that come late', async () => {
    const element = await place(one('60-80%'));
    element.querySelector('tbody')!.insertAdjacentHTML('beforeend', row('Memory', '70%', 'Optimal'));
    await settled(element);
    expect(meter(element.querySelector<HTMLElement>('tr:last-child td:nth-child(2)')!)).to.deep.equal([0, 70]);
  });

  itOnce('keeps the words, which say it all', async () => {
    expect((await place(template)).querySelector('tbody')!.textContent!.replace(/\s+/g, ' ')).to.equal(
      'CPU60-80%HighMemory70%OptimalNetwork40%Good headroomStorageGrowing 20%/monthNeeds optimization',
    );
  });

  it('copies the table', async () => {
    const copied = stubClipboard();
    const element = await place(one('70%'));
    element.shadowRoot!.querySelector<HTMLElement>('[aria-label="Copy the table as CSV"]')!.click();
    await waitUntil(() => copied.length, 'copied');
    expect(copied).to.deep.equal(['Resource,Usage,Efficiency\r\nCPU,70%,High']);
  });

  itOnce('has an address for each cell', async () => {
    const element = await place(template);
    await goTo('resources:memory:usage');
    expect(element.querySelector('[data-linked]')!.textContent).to.equal('70%');
  });

  itOnce('takes rows as data, and gives them back', async () => {
    const rows = [{ Resource: 'CPU', Usage: '60-80%' }];
    const element = (await place('<resource-table></resource-table>')) as ResourceTable;
    element.rows = rows;
    await settled(element);
    expect(meter(usage(element))).to.deep.equal([60, 80]);
    expect(element.toJSON()).to.deep.equal({ type: 'resource-table', caption: '', rows });
  });

  itOnce('names the fix where there is no table', async () => {
    const warnings = await warningsOf(() => place('<resource-table><p>CPU.</p></resource-table>'));
    expect(warnings).to.deep.equal(['<resource-table> has no <table>: put its content into one.']);
  });
});
