import { expect } from '@open-wc/testing';
import '../../src/elements/decision-list/decision-list.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { goTo, itLinksToItsParts } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const list = `<decision-list><h4>Key design decisions</h4><ol>
  <li><strong>Sharding strategy</strong>: orders are split by buyer.</li>
  <li><p><strong>Consistency guarantees</strong>: strong inside a shard.</p><p>Eventual across.</p></li>
  <li>Caches hold a minute at most.</li>
</ol></decision-list>`;

// With names of the author's, since the copies that are compared stand in one page.
itKeepsThePromises(list.replaceAll('<li>', '<li id>').replace(/id/g, (_, at) => `id="decision-at-${at}"`));
itLinksToItsParts(list, 'li', ['sharding-strategy', 'consistency-guarantees', 'decision-3']);

describe('<decision-list>', () => {
  before(linkStylesheet);

  itMovesNothing(list);

  const ids = (element: Element) => [...element.querySelectorAll('li')].map(({ id }) => id);
  const items = (html: string) => place(`<decision-list><ol>${html}</ol></decision-list>`);

  it("names each decision by its lead-in, by its number without one, and keeps the author's names", async () => {
    const element = await items(`<li id="mine"><strong>Sharding</strong>: by buyer</li>
      <li><strong>Sharding</strong>: by region</li><li><strong>Sharding</strong>: by day</li><li>Caches</li>`);
    expect(ids(element)).to.deep.equal(['mine', 'sharding', 'sharding_1', 'decision-4']);
  });

  it('names the decisions of its own list only, and those that come late', async () => {
    const element = await items('<li><strong>Sharding</strong><ul><li>by buyer</li></ul></li>');
    const late = document.createElement('li');
    late.innerHTML = '<strong>Caching</strong>';
    element.querySelector('ol')!.append(late);
    await settled(element);
    expect(ids(element)).to.deep.equal(['sharding', '', 'caching']);
  });

  it('keeps a name that has been given when the words change', async () => {
    const element = await items('<li><strong>Sharding</strong></li>');
    element.querySelector('strong')!.textContent = 'Partitions';
    await settled(element);
    expect(ids(element)).to.deep.equal(['sharding']);
  });

  it('gives two lists with the same decisions names of their own', async () => {
    const holder = await place(`<div>${list}${list}</div>`);
    const all = ids(holder);
    expect(new Set(all).size).to.equal(6);
    expect(all.slice(3)).to.deep.equal(['sharding-strategy_1', 'consistency-guarantees_1', 'decision-3_1']);
  });

  it('shows which decision the address names', async () => {
    const element = await place(list);
    const item = element.querySelectorAll('li')[1]!;
    const before = getComputedStyle(item).backgroundColor;
    await goTo(item.id);
    expect(item.matches(':target')).to.equal(true);
    expect(getComputedStyle(item).backgroundColor).not.to.equal(before);
  });

  it('numbers the decisions in the order of the list', async () => {
    const element = await place(list);
    const numbers = [...element.querySelectorAll('li')].map((item) => getComputedStyle(item, '::before').content);
    expect(numbers.every((content) => content.includes('counter'))).to.equal(true);
  });

  itOnce('as data has its heading, and each decision apart from its reasons', async () => {
    const element = (await place(list)) as HTMLElement & { toJSON(): object };
    expect(element.toJSON()).to.deep.equal({
      type: 'decision-list',
      heading: 'Key design decisions',
      items: [
        { lead: 'Sharding strategy', text: 'orders are split by buyer.' },
        { lead: 'Consistency guarantees', text: 'strong inside a shard. Eventual across.' },
        { text: 'Caches hold a minute at most.' },
      ],
    });
  });

  itOnce('names the fix where there is no list, and shows what there is', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<decision-list><p>Orders are split by buyer.</p></decision-list>');
    });
    expect(warnings).to.deep.equal(['<decision-list> has no decisions: put them into an <ol>.']);
    expect(element.innerText).to.equal('Orders are split by buyer.');
    expect(element.shadowRoot!.querySelector<HTMLElement>('[part~=link]')!.hidden).to.equal(true);
  });
});
