import { expect } from '@open-wc/testing';
import type { QuickFacts } from '../../src/index.js';
import '../../src/elements/quick-facts/quick-facts.define.js';
import { itKeepsThePromises } from '../contract.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';

const grouped = `<quick-facts><h2>Quick facts</h2>
  <dl><div><dt>Scale</dt><dd>42 M users</dd></div><div><dt>Team</dt><dd>36 engineers</dd></div></dl></quick-facts>`;
const bare = '<quick-facts><dl><dt>Scale</dt><dd>42 M users</dd><dt>Team</dt><dd>36 engineers</dd></dl></quick-facts>';
const table = (columns: string[]) => `<quick-facts><table>
  <thead><tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr></thead>
  <tbody>${['Scale', 'Team']
    .map(
      (fact) =>
        `<tr><td>${fact}</td>${columns
          .slice(1)
          .map((column) => `<td>${column} of ${fact}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</tbody>
</table></quick-facts>`;

itKeepsThePromises(grouped);
itKeepsThePromises(table(['Metric', 'Value', 'Since']));

describe('<quick-facts>', () => {
  before(linkStylesheet);

  const top = (node: Element) => node.getBoundingClientRect().top;
  const left = (node: Element) => node.getBoundingClientRect().left;

  for (const [what, markup, labels] of [
    ['a grouped list', grouped, 'dt'],
    ['a bare list', bare, 'dt'],
    ['a table of two columns', table(['Metric', 'Value']), 'td:first-child'],
    ['a table of three columns', table(['Metric', 'Value', 'Since']), 'td:first-child'],
  ] as const) {
    it(`puts the facts of ${what} side by side, each label above its value`, async () => {
      const element = await place(markup);
      element.parentElement!.style.width = '44rem';
      const [scale, team] = element.querySelectorAll(labels);
      expect(top(scale!)).to.equal(top(team!));
      expect(left(scale!)).to.be.below(left(team!));
      const value = scale!.nextElementSibling!;
      expect(top(value)).to.be.above(top(scale!));
      expect(left(value)).to.equal(left(scale!));
    });

    it(`shows every word of ${what} in a narrow container`, async () => {
      const element = await place(markup);
      element.parentElement!.style.width = '16rem';
      for (const cell of element.querySelectorAll('dt, dd, td')) {
        const { left, right, height } = cell.getBoundingClientRect();
        expect(height).to.be.above(0);
        expect(left).to.be.at.least(element.getBoundingClientRect().left - 1);
        expect(right).to.be.at.most(element.getBoundingClientRect().right + 1);
      }
    });
  }

  it('starts its text at the very edge, so that it lines up with the page', async () => {
    const element = await place(grouped);
    const text = document.createRange();
    text.selectNodeContents(element.querySelector('dt')!);
    expect(text.getBoundingClientRect().left).to.be.closeTo(left(element), 1);
  });

  it('shows the longest of values whole', async () => {
    for (const markup of [grouped, bare, table(['Metric', 'Value'])]) {
      const element = await place(
        markup.replaceAll('engineers', 'w'.repeat(120)).replaceAll('Value of', 'w'.repeat(120)),
      );
      for (const width of ['44rem', '20rem']) {
        element.parentElement!.style.width = width;
        for (const cell of element.querySelectorAll('dd, td')) {
          expect(cell.scrollWidth, width).to.be.at.most(cell.clientWidth + 1);
          expect(cell.getBoundingClientRect().right, width).to.be.at.most(element.getBoundingClientRect().right + 1);
        }
      }
    }
  });

  it('says what the further columns of a table are', async () => {
    const element = await place(table(['Metric', 'Value', 'Since']));
    const note = element.querySelector('td:nth-child(3)')!;
    expect(note).to.have.attribute('data-label', 'Since');
  });

  it('warns about content that is neither a list nor a table, and shows it', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<quick-facts>42 M users</quick-facts>');
    });
    expect(element.innerText).to.equal('42 M users');
    expect(warnings).to.deep.equal(['<quick-facts> has neither a <dl> nor a <table>: put the facts into one.']);
  });

  describe('facts', () => {
    const facts = [
      { label: 'Scale', value: '42 M users' },
      { label: 'Availability', value: '99.98%', note: 'over a year' },
    ];

    it('become the list that an author would have written, and are followed', async () => {
      const element = (await place('<quick-facts></quick-facts>')) as QuickFacts;
      element.facts = facts;
      await settled(element);
      const texts = () =>
        [...element.querySelectorAll('dl > div')].map((group) =>
          [...group.children].map((node) => `${node.localName}:${node.textContent}`),
        );
      expect(texts()).to.deep.equal([
        ['dt:Scale', 'dd:42 M users'],
        ['dt:Availability', 'dd:99.98%', 'dd:over a year'],
      ]);
      element.facts = facts.toReversed().slice(1);
      await settled(element);
      expect(texts()).to.deep.equal([['dt:Scale', 'dd:42 M users']]);
    });

    it("give way to an author's markup, with a warning", async () => {
      const element = (await place(table(['Metric', 'Value']))) as QuickFacts;
      const warnings = await warningsOf(async () => {
        element.facts = facts;
        await settled(element);
      });
      expect(element.querySelector('dl')).to.equal(null);
      expect(warnings).to.deep.equal([
        '<quick-facts> has markup and facts: the markup is shown. Remove one of the two.',
      ]);
    });
  });
});
