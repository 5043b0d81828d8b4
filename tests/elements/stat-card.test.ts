import { expect } from '@open-wc/testing';
import type { StatCard } from '../../src/index.js';
import '../../src/elements/stat-card/stat-card.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';

itKeepsThePromises('<stat-card><h2>P50 latency</h2><p>38 ms</p></stat-card>');
itKeepsThePromises(`<stat-card target="300" trend="down" better="lower">
  <h2>P99 latency</h2><data value="210">210 <small>ms</small></data></stat-card>`);

describe('<stat-card>', () => {
  before(linkStylesheet);

  const card = (attributes: string, value = '210') =>
    `<stat-card ${attributes}><h2>P99 latency</h2><data value="${value}">${value} <small>ms</small></data></stat-card>`;
  const meter = (element: Element) => element.shadowRoot?.querySelector('[part=meter]') ?? null;

  it('shows the figure larger than its label, as data or as text', async () => {
    for (const markup of [card(''), '<stat-card><h2>Latency</h2><p>38 ms</p></stat-card>']) {
      const element = await place(markup);
      const size = (selector: string) => Number.parseFloat(getComputedStyle(element.querySelector(selector)!).fontSize);
      expect(size('data, p')).to.be.above(1.5 * size('h2'));
    }
  });

  for (const [attributes, value, words] of [
    ['target="300"', '210', '210 of 300, target met'],
    ['target="300"', '310', '310 of 300, target missed'],
    ['target="300" better="lower"', '300', '300 of 300, target met'],
    ['target="99.9" better="higher"', '99.5', '99.5 of 99.9, target missed'],
    ['target="99.9" better="higher"', '99.95', '99.95 of 99.9, target met'],
  ] as const) {
    itOnce(`says of ${value} with ${attributes}: ${words}`, async () => {
      expect(meter(await place(card(attributes, value)))).to.have.attribute('aria-label', words);
    });
  }

  it('draws the figure as a share of the target, full at most', async () => {
    const width = (element: Element) => {
      const bar = meter(element)!.firstElementChild!.getBoundingClientRect();
      return Math.round((bar.width / meter(element)!.getBoundingClientRect().width) * 100);
    };
    expect(width(await place(card('target="300"', '150')))).to.equal(50);
    expect(width(await place(card('target="300"', '900')))).to.equal(100);
    expect(width(await place(card('target="300"', '-5')))).to.equal(0);
  });

  it('follows the figure and the target', async () => {
    const element = (await place(card('target="300"'))) as StatCard;
    element.querySelector('data')!.value = '150';
    await settled(element);
    expect(meter(element)).to.have.attribute('aria-label', '150 of 300, target met');
    element.target = 100;
    await settled(element);
    expect(meter(element)).to.have.attribute('aria-label', '150 of 100, target missed');
    element.removeAttribute('target');
    await settled(element);
    expect(meter(element)).to.equal(null);
  });

  itOnce('takes the text that a framework sets as the property', async () => {
    const element = (await place(card('target="300"'))) as StatCard;
    Object.assign(element, { target: '100' });
    await settled(element);
    expect(meter(element)).to.have.attribute('aria-label', '210 of 100, target missed');
    expect(element.toJSON()).to.include({ target: 100 });
  });

  it('has room for the meter before there is a script', async () => {
    const element = await place(card('target="300"'));
    const below =
      meter(element)!.getBoundingClientRect().top - element.querySelector('data')!.getBoundingClientRect().bottom;
    expect(below).to.be.above(4);
  });

  for (const [markup, words] of [
    [card('target="soon"'), 'needs a number above 0 as its target.'],
    [
      '<stat-card target="5"><h2>Latency</h2><p>38 ms</p></stat-card>',
      'has a target but no figure: add <data value="…"> with a number.',
    ],
    [card('trend="sideways"'), 'does not know trend="sideways": use up, down, flat.'],
    [card('better="worse"'), 'does not know better="worse": use lower, higher.'],
  ] as const) {
    itOnce(`shows the card and warns that it ${words}`, async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place(markup);
      });
      expect(warnings).to.deep.equal([`<stat-card> ${words}`]);
      expect(element.innerText.toLowerCase()).to.contain('latency');
      expect(meter(element)).to.equal(null);
    });
  }
});
