// cspell:ignore Vermeiden
import { expect } from '@open-wc/testing';
import type { KeyTakeaways } from '../../src/index.js';
import '../../src/elements/key-takeaways/key-takeaways.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

// The template's own words.
const list = `<key-takeaways><h4>Key lessons</h4><ol>
  <li><strong>When to apply</strong>: These patterns work well when writes are split by one key.</li>
  <li><strong>When to avoid</strong>: Don't use this approach if transactions cross that key.</li>
  <li><strong>Cost considerations</strong>: Expect to invest in three copies of everything.</li>
  <li><strong>Team requirements</strong>: You'll need expertise in the log.</li>
</ol></key-takeaways>`;
const bullets = `<key-takeaways><ul>
  <li><strong>Apply</strong>: one key.</li><li>Nothing is free.</li>
</ul></key-takeaways>`;

for (const markup of [list, bullets]) itKeepsThePromises(markup);

describe('<key-takeaways>', () => {
  before(linkStylesheet);

  itMovesNothing(list, bullets);

  const kinds = (element: Element) => [...element.querySelectorAll('li')].map((item) => item.dataset['kind']);
  const lead = (words: string) => `<key-takeaways><ol><li><strong>${words}</strong>: so.</li></ol></key-takeaways>`;
  const mark = (item: Element) => {
    const { content, clipPath, backgroundColor } = getComputedStyle(item, '::before');
    return { content, clipPath, backgroundColor };
  };

  it("knows the template's four, and gives each a mark of its own in place of the number", async () => {
    const element = await place(list);
    expect(kinds(element)).to.deep.equal(['apply', 'avoid', 'cost', 'team']);
    const marks = [...element.querySelectorAll('li')].map(mark);
    expect(marks.map(({ content }) => content)).to.deep.equal(['""', '""', '""', '""']);
    expect(new Set(marks.map(({ clipPath }) => clipPath)).size).to.equal(4);
    expect(marks[0]!.backgroundColor).not.to.equal(marks[1]!.backgroundColor);
  });

  for (const [words, kind] of [
    ['When to use it', 'apply'],
    ['Use it when', 'apply'],
    ['Applies to', 'apply'],
    ['When not to use it', 'avoid'],
    ["Don't use it for", 'avoid'],
    ['Don’t', 'avoid'],
    ['Avoid', 'avoid'],
    ['Unless', 'avoid'],
    ['Budget', 'cost'],
    ['Price', 'cost'],
    ['Skills', 'team'],
    ['People', 'team'],
    ['Start small', undefined],
    ['Notes', undefined],
    ['Because', undefined],
  ] as const) {
    itOnce(`takes “${words}” for ${kind ?? 'none of them'}`, async () => {
      expect(kinds(await place(lead(words)))).to.deep.equal([kind]);
    });
  }

  itOnce('judges by the words that an item begins with only', async () => {
    const element = await place(bullets.replace('Nothing is free', 'We avoid the cost of a team'));
    expect(kinds(element)).to.deep.equal(['apply', undefined]);
  });

  it('keeps the number of an item that is none of them', async () => {
    const element = await place(lead('Start small'));
    expect(getComputedStyle(element.querySelector('li')!, '::before').content).to.contain('counter');
  });

  it("takes the author's word for it, in any language", async () => {
    const element = await place(
      '<key-takeaways><ol><li data-kind="cost"><strong>Vermeiden</strong>: avoid.</li></ol></key-takeaways>',
    );
    expect(kinds(element)).to.deep.equal(['cost']);
    element.querySelector('strong')!.textContent = 'When to apply';
    await settled(element);
    expect(kinds(element)).to.deep.equal(['cost']);
  });

  it('follows words that change, and items that come late', async () => {
    const element = await place(lead('When to apply'));
    element.querySelector('strong')!.textContent = 'When to avoid';
    element.querySelector('ol')!.insertAdjacentHTML('beforeend', '<li><b>Team</b></li><li>free</li>');
    await settled(element);
    expect(kinds(element)).to.deep.equal(['avoid', 'team', undefined]);
    element.querySelector('strong')!.textContent = 'Start small';
    await settled(element);
    expect(kinds(element)).to.deep.equal([undefined, 'team', undefined]);
  });

  itOnce('as data has the kinds', async () => {
    expect(((await place(list)) as KeyTakeaways).toJSON()).to.deep.equal({
      type: 'key-takeaways',
      heading: 'Key lessons',
      items: [
        { kind: 'apply', lead: 'When to apply', text: 'These patterns work well when writes are split by one key.' },
        { kind: 'avoid', lead: 'When to avoid', text: "Don't use this approach if transactions cross that key." },
        { kind: 'cost', lead: 'Cost considerations', text: 'Expect to invest in three copies of everything.' },
        { kind: 'team', lead: 'Team requirements', text: "You'll need expertise in the log." },
      ],
    });
  });

  itOnce('names the fix where there is no list', async () => {
    const warnings = await warningsOf(() => place('<key-takeaways><p>Start small.</p></key-takeaways>'));
    expect(warnings).to.deep.equal(['<key-takeaways> has no takeaways: put them into an <ol>.']);
  });
});
