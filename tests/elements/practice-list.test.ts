import { expect } from '@open-wc/testing';
import type { PracticeList } from '../../src/index.js';
import '../../src/elements/practice-list/practice-list.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const list = `<practice-list><h4>Monitoring</h4><ul>
  <li><strong>Metrics</strong>: lag and error rate by shard.</li>
  <li><strong>Logging</strong>: one place, thirty days.</li>
  <li><strong>Tracing</strong>: every slow request.</li>
</ul></practice-list>`;
const pairs = `<practice-list><dl>
  <dt>Metrics</dt><dd>Lag by shard.</dd><dd>Error rate.</dd>
  <dt>Logging</dt><dd>One place.</dd>
</dl></practice-list>`;
const groups = `<practice-list><dl>
  <div><dt>Metrics</dt><dd>Lag by shard.</dd></div>
  <div><dt>Logging</dt><dd>One place.</dd></div>
</dl></practice-list>`;

for (const markup of [list, pairs, groups]) itKeepsThePromises(markup);

describe('<practice-list>', () => {
  before(linkStylesheet);

  itMovesNothing(list, pairs, groups);

  for (const [what, markup, selector] of [
    ['a list', list, 'li'],
    ['groups of pairs', groups, 'dl > div'],
  ] as const) {
    it(`puts ${what} side by side where there is room, and below each other where there is not`, async () => {
      const element = await place(markup);
      const tops = () => [...element.querySelectorAll(selector)].map((node) => node.getBoundingClientRect().top);
      element.parentElement!.style.width = '44rem';
      expect(tops()[0]).to.equal(tops()[1]);
      element.parentElement!.style.width = '20rem';
      expect(tops()[0]).to.be.below(tops()[1]!);
    });
  }

  for (const width of ['44rem', '30rem', '12rem']) {
    it(`keeps each term with its definitions in a list without groups, ${width} wide`, async () => {
      const terms = Array.from({ length: 9 }, (_, index) => {
        const more = index % 3 ? '' : '<dd>And what else there is to say of it, for a line or two.</dd>';
        return `<dt>Practice ${index}</dt><dd>${'What it asks of a team. '.repeat((index % 4) + 1)}</dd>${more}`;
      });
      const element = await place(`<practice-list><dl>${terms.join('')}</dl></practice-list>`);
      element.parentElement!.style.width = width;
      for (const definition of element.querySelectorAll('dd')) {
        const above = definition.previousElementSibling!.getBoundingClientRect();
        const { top, left } = definition.getBoundingClientRect();
        expect(left, definition.previousElementSibling!.textContent!).to.equal(above.left);
        expect(top).to.be.closeTo(above.bottom, 1);
      }
    });
  }

  it('shows no numbers, whatever the list is', async () => {
    const element = await place(list.replace('<ul>', '<ol>').replace('</ul>', '</ol>'));
    for (const item of element.querySelectorAll('li')) {
      expect(getComputedStyle(item, '::before').content).to.match(/^(none|normal)$/);
    }
  });

  itOnce('as data has the practices of a list and of pairs, word for word', async () => {
    expect(((await place(list)) as PracticeList).toJSON()).to.deep.equal({
      type: 'practice-list',
      heading: 'Monitoring',
      items: [
        { lead: 'Metrics', text: 'lag and error rate by shard.' },
        { lead: 'Logging', text: 'one place, thirty days.' },
        { lead: 'Tracing', text: 'every slow request.' },
      ],
    });
    expect(((await place(pairs)) as PracticeList).toJSON()).to.deep.equal({
      type: 'practice-list',
      items: [
        { lead: 'Metrics', text: 'Lag by shard. Error rate.' },
        { lead: 'Logging', text: 'One place.' },
      ],
    });
  });

  itOnce('names the fix where there is neither list', async () => {
    const warnings = await warningsOf(() => place('<practice-list><p>Metrics.</p></practice-list>'));
    expect(warnings).to.deep.equal(['<practice-list> has no practices: put them into a <ul> or a <dl>.']);
  });
});
