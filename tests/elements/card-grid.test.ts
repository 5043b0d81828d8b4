import { expect } from '@open-wc/testing';
import '../../src/elements/card-grid/card-grid.define.js';
import '../../src/elements/info-card/info-card.define.js';
import { itKeepsThePromises } from '../contract.js';
import { linkStylesheet, place } from '../helpers.js';

const cards = (count: number) => '<info-card><h2>Constraints</h2><p>Two zones.</p></info-card>'.repeat(count);

itKeepsThePromises(`<card-grid>${cards(3)}</card-grid>`);

describe('<card-grid>', () => {
  before(linkStylesheet);

  async function columns(count: number, width: string): Promise<number> {
    const element = await place(`<card-grid>${cards(count)}</card-grid>`);
    element.parentElement!.style.width = width;
    return new Set([...element.children].map((card) => card.getBoundingClientRect().left)).size;
  }

  it('has as many columns as fit its container', async () => {
    expect(await columns(3, '44rem')).to.equal(3);
    expect(await columns(3, '28rem')).to.equal(2);
    expect(await columns(3, '20rem')).to.equal(1);
  });

  it('puts four cards two by two', async () => {
    expect(await columns(4, '44rem')).to.equal(2);
    expect(await columns(4, '20rem')).to.equal(1);
  });

  it('never grows wider than its container, whatever is in it', async () => {
    const element = await place(
      `<card-grid><p>${'x'.repeat(10)}</p>${cards(1)}<info-card><h2>${'w'.repeat(200)}</h2></info-card></card-grid>`,
    );
    element.parentElement!.style.width = '20rem';
    expect(element.getBoundingClientRect().width).to.be.at.most(320);
    for (const child of element.children) expect(child.getBoundingClientRect().width).to.be.at.most(320);
  });
});
