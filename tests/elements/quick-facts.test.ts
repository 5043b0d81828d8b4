import { expect } from '@open-wc/testing';
import type { QuickFacts } from '../../src/index.js';
import '../../src/elements/quick-facts/quick-facts.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

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

// As the template has it, with an availability.
const available = `<quick-facts><h2>Quick facts</h2><table>
  <thead><tr><th>Metric</th><th>Value</th></tr></thead>
  <tbody>
    <tr><td><strong>Scale</strong></td><td>42 M users</td></tr>
    <tr><td><strong>Availability</strong></td><td>99.99%</td></tr>
  </tbody></table></quick-facts>`;

for (const markup of [grouped, bare, table(['Metric', 'Value', 'Since']), available]) itKeepsThePromises(markup);

describe('<quick-facts>', () => {
  before(linkStylesheet);

  itMovesNothing(grouped, bare, table(['Metric', 'Value']), available);

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

  for (const width of [704, 324]) {
    it(`breaks no word that fits, ${width} pixels wide`, async () => {
      const values = ['X million users', 'Y requests/second', 'Z petabytes', '99.99%', 'N engineers'];
      for (const markup of [
        `<dl>${values.map((value) => `<div><dt>Fact</dt><dd>${value}</dd></div>`).join('')}</dl>`,
        `<table><tr><th>Fact</th><th>Value</th></tr>${values.map((value) => `<tr><td>Fact</td><td>${value}</td></tr>`).join('')}</table>`,
      ]) {
        const holder = await place(`<div style="inline-size: ${width}px"><quick-facts>${markup}</quick-facts></div>`);
        for (const cell of holder.querySelectorAll('dd, td:last-child')) {
          const text = cell.firstChild as Text;
          // Firefox may break behind a slash.
          for (const { 0: word, index } of text.data.matchAll(/[^\s/]+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            expect(range.getClientRects().length, word).to.equal(1);
          }
        }
      }
    });
  }

  it('says what the further columns of a table are', async () => {
    const element = await place(table(['Metric', 'Value', 'Since']));
    const note = element.querySelector('td:nth-child(3)')!;
    expect(note).to.have.attribute('data-label', 'Since');
  });

  itOnce('warns about content that is neither a list nor a table, and shows it', async () => {
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

    itOnce('become the list that an author would have written, and are followed', async () => {
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

    itOnce("give way to an author's markup, with a warning", async () => {
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

  describe('the downtime', () => {
    const fact = (label: string, value: string) => `<div><dt>${label}</dt><dd>${value}</dd></div>`;
    const facts = (...pairs: string[]) => `<quick-facts><dl>${pairs.join('')}</dl></quick-facts>`;
    const noted = async (markup: string) => (await place(markup)).dataset['downtime'];

    for (const [label, value, note] of [
      // https://sre.google/sre-book/availability-table/
      ['Availability', '99%', '99% leaves 3 d 16 h of downtime a year'],
      ['Availability', '99.9%', '99.9% leaves 8 h 46 min of downtime a year'],
      ['Availability', '99.999%', '99.999% leaves 5 min 15 s of downtime a year'],
      ['Availability', '99.99%', '99.99% leaves 52 min 34 s of downtime a year'],
      ['Availability target', '99.99 % a month', '99.99% leaves 52 min 34 s of downtime a year'],
      ['Uptime', '> 99.5%', '99.5% leaves 1 d 20 h of downtime a year'],
      ['SLA', '99,95%', '99.95% leaves 4 h 23 min of downtime a year'],
      ['Promise', '99.95% SLA', '99.95% leaves 4 h 23 min of downtime a year'],
      ['Availability', '99.9–99.99%', '99.9% leaves 8 h 46 min of downtime a year'],
      ['Availability', '99.XX%', undefined],
      ['Availability', '100%', undefined],
      ['Availability', 'four nines', undefined],
      ['Availability', '99.9', undefined],
      ['Availability zones', '3', undefined],
      ['Cache hits', '99.9%', undefined],
      ['Oslo latency', '99.9%', undefined],
      ['Read availability of the ledger', '99.99%', '99.99% leaves 52 min 34 s of downtime a year'],
      ['Uptime SLO (monthly)', 'at least 99.9 %', '99.9% leaves 8 h 46 min of downtime a year'],
      ['Uptime in 2023', '99.95%', '99.95% leaves 4 h 23 min of downtime a year'],
      ['Availability, one Region', '99.99%', '99.99% leaves 52 min 34 s of downtime a year'],
      // Of something else, or a share of something.
      ['SLA compliance, one Region', '97%', undefined],
      ['SLA compliance', '97%', undefined],
      ['SLA penalty', '95% of the fee', undefined],
      ['SLA credits', '90%', undefined],
      ['Uptime improvement', '95%', undefined],
      ['Available memory', '95%', undefined],
      ['Availability zones used', '95% of regions', undefined],
      ['Availability', '99.9% of requests', undefined],
      ['Lost availability', '99%', undefined],
      ['Seat availability', '95%', undefined],
      ['Availability', '< 99.9%', undefined],
      ['Availability', '85%', undefined],
    ] as const) {
      itOnce(`of “${label}: ${value}” is ${note ? `told: ${note}` : 'not told'}`, async () => {
        expect(await noted(facts(fact(label, value)))).to.equal(note);
      });
    }

    itOnce('is told for each availability, once', async () => {
      const reads = fact('Availability of reads', '99.99%');
      expect(await noted(facts(reads, fact('Availability of writes', '99.9%')))).to.equal(
        '99.99% leaves 52 min 34 s of downtime a year; 99.9% leaves 8 h 46 min of downtime a year',
      );
      expect(await noted(facts(reads, fact('Uptime', '99.99%')))).to.equal(
        '99.99% leaves 52 min 34 s of downtime a year',
      );
    });

    itOnce('is told for a table, and for facts that are data', async () => {
      expect(await noted(available)).to.equal('99.99% leaves 52 min 34 s of downtime a year');
      const element = (await place('<quick-facts></quick-facts>')) as QuickFacts;
      element.facts = [{ label: 'Availability', value: '99.9%' }];
      await settled(element);
      expect(element.dataset['downtime']).to.equal('99.9% leaves 8 h 46 min of downtime a year');
    });

    it('follows the fact, and goes with it', async () => {
      const element = await place(facts(fact('Availability', '99.9%')));
      const value = element.querySelector('dd')!;
      value.textContent = '99.99%';
      await settled(element);
      expect(element.dataset['downtime']).to.contain('52 min 34 s');
      value.textContent = '99.XX%';
      await settled(element);
      expect(element.dataset['downtime']).to.equal(undefined);
    });

    it('is shown below the facts, and covers nothing that follows', async () => {
      const holder = await place(`<case-study>${available}<p>After</p></case-study>`);
      const element = holder.querySelector('quick-facts')!;
      const after = getComputedStyle(element, '::after');
      expect(after.content).to.match(/52 min 34 s|attr\(data-downtime\)/);
      const room = holder.querySelector('p')!.getBoundingClientRect().top - element.getBoundingClientRect().bottom;
      expect(room).to.be.at.least(Number.parseFloat(after.height));
    });
  });

  itOnce('as data has its heading and facts, as the property takes them', async () => {
    const element = (await place(grouped)) as QuickFacts;
    const { facts, ...rest } = element.toJSON();
    expect(rest).to.deep.equal({ type: 'quick-facts', heading: 'Quick facts' });
    expect(facts).to.deep.equal([
      { label: 'Scale', value: '42 M users' },
      { label: 'Team', value: '36 engineers' },
    ]);
    const other = (await place('<quick-facts></quick-facts>')) as QuickFacts;
    other.facts = facts as QuickFacts['facts'];
    await settled(other);
    expect(other.toJSON()['facts']).to.deep.equal(facts);
  });
});
