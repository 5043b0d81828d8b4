import { expect } from '@open-wc/testing';
import '../../src/elements/innovation-list/innovation-list.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itLinksToItsParts } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const list = `<innovation-list><h3>Key innovations</h3><ol>
  <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
  <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes.</li>
  <li>One log for all.</li>
</ol></innovation-list>`;

// With names of the author's, since the copies that are compared stand in one page.
itKeepsThePromises(list.replaceAll('<li>', '<li id>').replace(/id/g, (_, at) => `id="innovation-at-${at}"`));
itLinksToItsParts(list, 'li', ['leases-by-shard', 'replay-by-buyer', 'innovation-3']);

describe('<innovation-list>', () => {
  before(linkStylesheet);

  itMovesNothing(list);

  const ids = (element: Element) => [...element.querySelectorAll('li')].map(({ id }) => id);

  it('names each innovation, also one that comes late, and keeps the names of its author', async () => {
    const element = await place(
      '<innovation-list><ol><li id="mine"><b>Leases</b></li><li><b>Leases</b></li></ol></innovation-list>',
    );
    element.querySelector('ol')!.insertAdjacentHTML('beforeend', '<li><b>Leases</b></li><li>Replay</li>');
    await settled(element);
    expect(ids(element)).to.deep.equal(['mine', 'leases', 'leases_1', 'innovation-4']);
  });

  it('shows the rank of each before its words', async () => {
    const element = await place(list);
    for (const item of element.querySelectorAll('li')) {
      const { content, position } = getComputedStyle(item, '::before');
      expect(content).to.contain('counter');
      expect(position).to.equal('absolute');
      expect(Number.parseFloat(getComputedStyle(item).paddingInlineStart)).to.be.above(32);
    }
  });

  itOnce('as data has its heading and items', async () => {
    const element = (await place(list)) as HTMLElement & { toJSON(): object };
    expect(element.toJSON()).to.deep.equal({
      type: 'innovation-list',
      heading: 'Key innovations',
      items: [
        { lead: 'Leases by shard', text: 'a region can be lost without losing an order.' },
        { lead: 'Replay by buyer', text: 'a bad deploy is undone in minutes.' },
        { text: 'One log for all.' },
      ],
    });
  });

  itOnce('names the fix where there is no list', async () => {
    const warnings = await warningsOf(() => place('<innovation-list><p>Leases by shard.</p></innovation-list>'));
    expect(warnings).to.deep.equal(['<innovation-list> has no innovations: put them into an <ol>.']);
  });
});
