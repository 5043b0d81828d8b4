import { expect } from '@open-wc/testing';
import type { RolloutPath } from '../../src/index.js';
import '../../src/elements/rollout-path/rollout-path.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame, textsIn } from '../frames.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const facts = '<dl><dt>Deployment frequency</dt><dd>12 a day</dd><dt>Rollback time</dt><dd>Under 5 minutes</dd></dl>';
const list = `<rollout-path><ol><li>Canary</li><li>1%</li><li>10%</li><li>100%</li></ol>${facts}</rollout-path>`;
const titled = list.replace('<ol>', '<h3>Rollout</h3><ol>');
const stagesOnly = '<rollout-path><ol><li>Canary</li><li>1%</li><li>100%</li></ol></rollout-path>';
const paragraph = '<rollout-path><p>Canary → 1% → 10% → 100%</p></rollout-path>';
const lines = `<rollout-path><p>Deployed twelve times a day.<br>Rollout: Canary → 1% → 10% → 100%, a day each<br>
  Rollback: under 5 minutes</p></rollout-path>`;
const inFacts = `<rollout-path><dl><div><dt>Strategy</dt><dd>Canary → 5% → 25% → 50% → 100%</dd></div>
  <div><dt>Feature flags</dt><dd>For every change of the ledger</dd></div></dl></rollout-path>`;
const mermaid = `<rollout-path><pre>graph LR
  A[Canary] --&gt; B[1%]
  B --&gt; C[10%]
  C --&gt; D[100%]</pre>${facts}</rollout-path>`;

const forms = { list, titled, stagesOnly, paragraph, lines, inFacts, mermaid };
for (const markup of Object.values(forms)) itKeepsThePromises(markup);

describe('<rollout-path>', () => {
  before(linkStylesheet);

  itMovesNothing(...Object.values(forms));

  const drawn = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('ol') ?? null;
  const stages = (element: Element) => [...(drawn(element)?.children ?? [])].map((stage) => stage.textContent);
  const boxes = (list: Element) => [...list.children].map((stage) => stage.getBoundingClientRect());

  describe('a list', () => {
    /** The shares that are drawn below the stages, in per cent of their lengths. */
    const shares = (list: Element) =>
      [...list.children].map((stage) => Number(/[\d.]+(?=% 3px)/.exec(getComputedStyle(stage).backgroundSize)?.[0]));

    it('is a line of equal steps, each with its share', async () => {
      const element = await place(list);
      const all = boxes(element.querySelector('ol')!);
      expect(new Set(all.map(({ top }) => top)).size).to.equal(1);
      expect(shares(element.querySelector('ol')!)).to.deep.equal([0, 1, 10, 100]);
      expect(drawn(element)).to.equal(null);
    });

    it('is as long as it says, whatever the number of stages', async () => {
      const path = (...stages: string[]) =>
        place(`<rollout-path><ol>${stages.map((stage) => `<li>${stage}</li>`).join('')}</ol></rollout-path>`);
      const element = await path('20 %', '100 %');
      const [first, second] = boxes(element.querySelector('ol')!);
      expect(first!.width).to.be.closeTo(second!.width, 1);
      expect(shares(element.querySelector('ol')!)).to.deep.equal([20, 100]);
      const odd = await path('Staff', '120%', 'X%', 'all');
      expect(shares(odd.querySelector('ol')!)).to.deep.equal([0, 0, 0, 0]);
    });

    it('goes down in steps where there is little room', async () => {
      const element = await place(list);
      element.parentElement!.style.width = '20rem';
      const all = boxes(element.querySelector('ol')!);
      for (const [index, { top, width }] of all.entries()) {
        if (!index) continue;
        expect(top).to.be.at.least(all[index - 1]!.bottom);
        expect(width).to.be.closeTo(all[0]!.width, 1);
      }
    });

    it('needs no script', async () => {
      const frame = await openFrame(
        { markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css"><body>${list}` },
        { sandbox: 'allow-same-origin' },
      );
      const element = frame.contentDocument!.querySelector('rollout-path')!;
      for (const { text, node } of textsIn(element)) {
        const range = frame.contentDocument!.createRange();
        range.selectNodeContents(node);
        expect(range.getBoundingClientRect().height, text).to.be.above(0);
      }
    });
  });

  describe('arrows', () => {
    for (const [what, content, expected] of [
      ['in a paragraph', '<p>Canary → 1% → 10% → 100%</p>', ['Canary', '1%', '10%', '100%']],
      [
        'in a line among others',
        '<p>Twelve a day.<br>Rollout: Canary → 1% → 100%, a day each<br>Flags: all</p>',
        ['Canary', '1%', '100%'],
      ],
      [
        'in a fact',
        '<dl><dt>Frequency</dt><dd>Daily</dd><dt>Strategy</dt><dd>Canary → 1% → 100%</dd></dl>',
        ['Canary', '1%', '100%'],
      ],
      ['in an item', '<ul><li>Flags</li><li>Canary → 1% → 100%</li></ul>', ['Canary', '1%', '100%']],
      ['that are typed', '<p>Staff --> 5% => 100%</p>', ['Staff', '5%', '100%']],
      ['between elements', '<p><b>Canary</b> → <em>1%</em> → 100%</p>', ['Canary', '1%', '100%']],
      ['with placeholders', '<p>Canary → [X]% → 100%</p>', ['Canary', '[X]%', '100%']],
    ] as const) {
      it(`${what} are drawn as a bar above the words, which stay`, async () => {
        const element = await place(`<rollout-path>${content}</rollout-path>`);
        expect(stages(element)).to.deep.equal(expected);
        const box = drawn(element)!.getBoundingClientRect();
        expect(box.bottom).to.be.at.most(element.firstElementChild!.getBoundingClientRect().top);
        expect(element.firstElementChild!.getBoundingClientRect().height).to.be.above(0);
        expect(drawn(element)!.getAttribute('aria-hidden')).to.equal('true');
      });
    }

    it('are drawn like a list', async () => {
      const look = (list: Element) =>
        boxes(list).map(({ left, width, height }) => [left, width, height].map(Math.round));
      const element = await place(paragraph);
      const other = await place(list);
      expect(look(drawn(element)!)).to.deep.equal(look(other.querySelector('ol')!));
    });

    for (const [name, markup] of Object.entries({ paragraph, lines, inFacts, mermaid })) {
      it(`leave room for the bar, 284 pixels wide (${name})`, async () => {
        const element = await place(markup);
        element.parentElement!.style.width = '284px';
        const box = drawn(element)!.getBoundingClientRect();
        expect(box.bottom).to.be.at.most(element.firstElementChild!.getBoundingClientRect().top);
        for (const { right } of boxes(drawn(element)!)) expect(right).to.be.at.most(box.right + 1);
      });
    }

    it('that change are drawn anew, and those that go take the bar with them', async () => {
      const element = await place(paragraph);
      element.querySelector('p')!.firstChild!.nodeValue = 'Staff → 50% → 100%';
      await settled(element);
      expect(stages(element)).to.deep.equal(['Staff', '50%', '100%']);
      element.insertAdjacentHTML('beforeend', '<ol><li>Staff</li><li>100%</li></ol>');
      await settled(element);
      expect(drawn(element)).to.equal(null);
      expect(element.matches(':state(drawn)')).to.equal(false);
      element.querySelector('ol')!.remove();
      await settled(element);
      expect(stages(element)).to.deep.equal(['Staff', '50%', '100%']);
    });
  });

  describe('a Mermaid chain', () => {
    it('is drawn as a bar', async () => {
      const element = await place(mermaid);
      expect(stages(element)).to.deep.equal(['Canary', '1%', '10%', '100%']);
      expect(element.querySelector('pre')!.textContent).to.contain('A[Canary] --> B[1%]');
    });

    itOnce('that branches is left as it is shown, with a warning', async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place('<rollout-path><pre>graph LR\n  A --&gt; B\n  A --&gt; C</pre></rollout-path>');
      });
      expect(drawn(element)).to.equal(null);
      expect(element.innerText).to.contain('A --> C');
      expect(warnings).to.deep.equal([
        '<rollout-path> has no stages: put them into an <ol>, or write Canary → 1% → 100%.',
      ]);
    });
  });

  itOnce('without stages shows its words and warns', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place(`<rollout-path><p>All at once.</p>${facts}</rollout-path>`);
    });
    expect(element.innerText).to.contain('All at once.').and.to.contain('12 a day');
    expect(warnings).to.deep.equal([
      '<rollout-path> has no stages: put them into an <ol>, or write Canary → 1% → 100%.',
    ]);
  });

  it('puts the facts in two columns', async () => {
    const element = await place(list);
    const [term, value] = [element.querySelector('dt')!, element.querySelector('dd')!];
    expect(value.getBoundingClientRect().left).to.be.at.least(term.getBoundingClientRect().right - 1);
    expect(value.getBoundingClientRect().top).to.equal(term.getBoundingClientRect().top);
  });

  itOnce('tells its stages and facts as data, whatever the form', async () => {
    const data = async (markup: string) => ((await place(markup)) as RolloutPath).toJSON();
    const known = [
      { label: 'Deployment frequency', value: '12 a day' },
      { label: 'Rollback time', value: 'Under 5 minutes' },
    ];
    const expected = { type: 'rollout-path', stages: ['Canary', '1%', '10%', '100%'], facts: known };
    expect(await data(list)).to.deep.equal(expected);
    const source = 'graph LR\n  A[Canary] --> B[1%]\n  B --> C[10%]\n  C --> D[100%]';
    expect(await data(mermaid)).to.deep.equal({ ...expected, source });
    const content = [{ type: 'p', text: 'Canary → 1% → 10% → 100%' }];
    expect(await data(paragraph)).to.deep.equal({ ...expected, facts: [], content });
    expect(await data(inFacts)).to.deep.equal({
      type: 'rollout-path',
      stages: ['Canary', '5%', '25%', '50%', '100%'],
      facts: [
        { label: 'Strategy', value: 'Canary → 5% → 25% → 50% → 100%' },
        { label: 'Feature flags', value: 'For every change of the ledger' },
      ],
    });
  });

  itOnce('says nothing of parts that have no words yet', async () => {
    expect(await warningsOf(() => place('<rollout-path><p></p></rollout-path>'))).to.deep.equal([]);
  });
});
