import { expect } from '@open-wc/testing';
import type { ScalingPath } from '../../src/index.js';
import '../../src/elements/scaling-path/scaling-path.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame, textsIn } from '../frames.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const path = (...stages: string[]) =>
  `<scaling-path><ol>${stages.map((stage) => `<li>${stage}</li>`).join('')}</ol></scaling-path>`;
const chain = (source: string) => `<scaling-path><pre>${source.replaceAll('>', '&gt;')}</pre></scaling-path>`;

const list = path(
  '<strong>1K users</strong> One machine.',
  '<strong>100K users</strong> A cache before the database.',
  '<strong>10M users</strong> Shards by buyer.',
);
const titled = list.replace('<ol>', '<h3>Growth</h3><ol>');
const plain = path('1K users', '10K users');
const loose = path(
  '<p><strong>1K users</strong></p><p>One machine.</p>',
  '<p><strong>10K users</strong></p><p>Two.</p>',
);
const mermaid = chain('graph LR\n  A[1K users] -->|Add a cache| B[100K users]\n  B -->|Shard by buyer| C[10M users]');
const long = chain(`flowchart LR
  A["1K users"] -->|One machine with a disk of its own| B["10K users"]
  B -->|A cache before the database| C["100K users"]
  C -->|Replicas for what is only read| D["1M users"]
  D -->|Shards by buyer, each with replicas of its own| E["10M users"]
  E -->|Regions| F["100M users"]`);
const headed = mermaid.replace('<pre>', '<h3>Growth</h3><pre>');

for (const markup of [list, titled, plain, loose, mermaid, long, headed]) itKeepsThePromises(markup);

describe('<scaling-path>', () => {
  before(linkStylesheet);

  itMovesNothing(list, titled, plain, loose, mermaid, long, headed);

  const drawn = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('ol') ?? null;
  const stages = (list: Element | null | undefined) =>
    [...(list?.querySelectorAll<HTMLElement>(':scope > li') ?? [])].map((stage) => [
      stage.textContent!.replace(/\s+/g, ' ').trim(),
      stage.dataset['factor'] ?? '',
    ]);
  const factors = (element: Element) =>
    stages(drawn(element) ?? element.querySelector('ol')).map(([, factor]) => factor);

  describe('how many times larger a stage is', () => {
    for (const [what, sizes, expected] of [
      ['is told from the second on', ['1K users', '10K users', '1M users'], ['', '×10', '×100']],
      ['is rounded to two figures', ['3 nodes', '10 nodes', '1,234 nodes'], ['', '×3.3', '×120']],
      ['is told of what is written out', ['1,000 orders', '2.5 million orders'], ['', '×2500']],
      ['is less than one where it shrinks', ['10 nodes', '5 nodes'], ['', '×0.5']],
      ['is not told for less than a tenth', ['100 nodes', '109 nodes', '110 nodes'], ['', '', '']],
      ['is not told where a stage has no figure', ['One machine', '10K users', 'Shards', '1M users'], ['', '', '', '']],
      ['is not told of placeholders', ['XK users', '10K users', '[Y]M users'], ['', '', '']],
      ['is not told from nothing', ['0 users', '10K users'], ['', '']],
    ] as const) {
      it(what, async () => {
        expect(factors(await place(path(...sizes)))).to.deep.equal(expected);
      });
    }

    it('is shown between the two', async () => {
      const element = await place(list);
      const [first, second] = [...element.querySelectorAll('li')];
      expect(getComputedStyle(first!, '::after').content).to.match(/^(none|normal)$/);
      expect(getComputedStyle(second!, '::after').content).to.match(/^("×100"|attr\(data-factor\))$/);
    });

    it('follows the sizes, and stages that come and go', async () => {
      const element = await place(list);
      const [first, second] = [...element.querySelectorAll('strong')];
      first!.firstChild!.nodeValue = '10K users';
      await settled(element);
      expect(factors(element)).to.deep.equal(['', '×10', '×100']);
      second!.parentElement!.remove();
      await settled(element);
      expect(factors(element)).to.deep.equal(['', '×1000']);
      element.querySelector('ol')!.insertAdjacentHTML('beforeend', '<li>All of them</li>');
      first!.textContent = 'A few users';
      await settled(element);
      expect(factors(element)).to.deep.equal(['', '', '']);
    });
  });

  describe('a list', () => {
    it('stands side by side where there is room, and upright where there is not', async () => {
      const element = await place(list);
      const boxes = () => [...element.querySelectorAll('li')].map((stage) => stage.getBoundingClientRect());
      element.parentElement!.style.width = '44rem';
      expect(new Set(boxes().map(({ top }) => top)).size).to.equal(1);
      element.parentElement!.style.width = '20rem';
      expect(new Set(boxes().map(({ left }) => left)).size).to.equal(1);
    });

    it('needs no script', async () => {
      const frame = await openFrame(
        { markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css"><body>${list}` },
        { sandbox: 'allow-same-origin' },
      );
      const element = frame.contentDocument!.querySelector('scaling-path')!;
      for (const { text, node } of textsIn(element)) {
        const range = frame.contentDocument!.createRange();
        range.selectNodeContents(node);
        expect(range.getBoundingClientRect().height, text).to.be.above(0);
      }
      const tops = [...element.querySelectorAll('li')].map((stage) => stage.getBoundingClientRect().top);
      expect(new Set(tops).size).to.equal(1);
    });
  });

  describe('a Mermaid chain', () => {
    it('is drawn in the place of its source, which stays in the page', async () => {
      const element = await place(mermaid);
      expect(stages(drawn(element))).to.deep.equal([
        ['1K users', ''],
        ['100K users Add a cache', '×100'],
        ['10M users Shard by buyer', '×100'],
      ]);
      const source = element.querySelector('pre')!;
      expect(source.textContent).to.contain('A[1K users] -->|Add a cache| B[100K users]');
      expect(getComputedStyle(source).visibility).to.equal('hidden');
      expect(element.matches(':state(drawn)')).to.equal(true);
    });

    it('looks like a list of the same stages', async () => {
      const element = await place(mermaid);
      const other = await place(path('<strong>1K users</strong>', '<strong>100K users</strong> Add a cache'));
      const look = (list: Element) => {
        const { display, listStyleType, paddingInlineStart } = getComputedStyle(list);
        const stage = getComputedStyle(list.querySelector('li')!);
        return [display, listStyleType, paddingInlineStart, stage.borderBlockStart, stage.fontSize, stage.color];
      };
      expect(look(drawn(element)!)).to.deep.equal(look(other.querySelector('ol')!));
    });

    for (const width of ['44rem', '22.5rem', '17.75rem']) {
      for (const [name, markup] of Object.entries({ mermaid, long, headed })) {
        it(`stays in the place of its source (${name}, ${width})`, async () => {
          const element = await place(markup);
          element.parentElement!.style.width = width;
          const list = drawn(element)!;
          const [box, room] = [list.getBoundingClientRect(), element.querySelector('pre')!.getBoundingClientRect()];
          for (const side of ['top', 'left'] as const) expect(box[side], side).to.be.at.least(room[side] - 1);
          for (const side of ['right', 'bottom'] as const) expect(box[side], side).to.be.at.most(room[side] + 1);
          // A chain that is longer than the room that its lines take scrolls in it.
          const { overflow } = getComputedStyle(list);
          expect(list.scrollWidth).to.be.at.most(list.clientWidth);
          if (name === 'long') expect(overflow).to.equal('auto');
          else expect(list.scrollHeight).to.be.at.most(list.clientHeight);
        });
      }
    }

    it('may be one line, with notes on dotted arrows', async () => {
      const element = await place(chain('flowchart LR; A[1K users] --> B[10K users]; B -.-> C[A year later]'));
      expect(stages(drawn(element))).to.deep.equal([
        ['1K users', ''],
        ['10K users A year later', '×10'],
      ]);
    });

    for (const [what, source] of [
      ['that branches', 'graph LR\n  A[1K users] --> B[10K users]\n  A --> C[20K users]'],
      ['that joins', 'graph LR\n  A[1K users] --> C[20K users]\n  B[10K users] --> C'],
      ['that is no flowchart', 'sequenceDiagram\n  A->>B: Order'],
      ['of words', 'One machine, then two.'],
    ] as const) {
      itOnce(`${what} is left as it is shown, with a warning`, async () => {
        let element!: HTMLElement;
        const warnings = await warningsOf(async () => {
          element = await place(chain(source));
        });
        expect(warnings).to.deep.equal([
          '<scaling-path> cannot read its <pre> as one chain of stages: write A[1K users] --> B[10K users], or use <architecture-diagram>.',
        ]);
        expect(drawn(element)).to.equal(null);
        expect(getComputedStyle(element.querySelector('pre')!).visibility).to.equal('visible');
        expect(element.matches(':state(drawn)')).to.equal(false);
      });
    }

    it('is drawn anew when it changes, and gives way to a list', async () => {
      const element = await place(mermaid);
      const source = element.querySelector('pre')!;
      source.textContent = 'graph LR\n  A[1K users] --> B[2K users]';
      await settled(element);
      expect(stages(drawn(element))).to.deep.equal([
        ['1K users', ''],
        ['2K users', '×2'],
      ]);
      await warningsOf(async () => {
        source.textContent = 'graph LR\n  A --> B\n  A --> C';
        await settled(element);
      });
      expect(drawn(element)).to.equal(null);
      expect(getComputedStyle(source).visibility).to.equal('visible');
      source.textContent = 'graph LR\n  A[1K users] --> B[2K users]';
      await settled(element);
      expect(stages(drawn(element)).length).to.equal(2);
      element.insertAdjacentHTML('beforeend', '<ol><li>1K users</li><li>5K users</li></ol>');
      source.remove();
      await settled(element);
      expect(drawn(element)).to.equal(null);
      expect(factors(element)).to.deep.equal(['', '×5']);
    });

    it('is not judged before the page is parsed', async () => {
      const frame = await openFrame({
        markup: '<!doctype html><script type="module" src="/dist/cdn/deepdive.js"></script>',
      });
      const page = frame.contentDocument!;
      const said: string[] = [];
      (frame.contentWindow! as Window & { console: Console }).console.warn = (message: string) =>
        void said.push(message);
      page.open();
      page.write('<!doctype html><scaling-path><pre>graph LR\n  A[1K users] --&gt;');
      await settled(page);
      await settled(page);
      page.write('|Add a cache| B[100K users]</pre></scaling-path>');
      page.close();
      await settled(page);
      await settled(page);
      expect(said).to.deep.equal([]);
      expect(stages(drawn(page.querySelector('scaling-path')!)).length).to.equal(2);
    });
  });

  describe('toJSON', () => {
    const data = async (markup: string) => ((await place(markup)) as ScalingPath).toJSON();

    itOnce('tells the stages of a list, with what stands beside each', async () => {
      expect(await data(list)).to.deep.equal({
        type: 'scaling-path',
        stages: [
          { name: '1K users', note: 'One machine.' },
          { name: '100K users', note: 'A cache before the database.' },
          { name: '10M users', note: 'Shards by buyer.' },
        ],
      });
      expect(await data(plain)).to.deep.equal({
        type: 'scaling-path',
        stages: [{ name: '1K users' }, { name: '10K users' }],
      });
    });

    itOnce('tells the stages of a chain, with how one got there', async () => {
      expect(await data(mermaid)).to.deep.equal({
        type: 'scaling-path',
        stages: [
          { name: '1K users' },
          { name: '100K users', via: 'Add a cache' },
          { name: '10M users', via: 'Shard by buyer' },
        ],
        source: 'graph LR\n  A[1K users] -->|Add a cache| B[100K users]\n  B -->|Shard by buyer| C[10M users]',
      });
    });
  });

  itOnce('keeps the words of content that is no list, and warns', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<scaling-path><p>One machine, then two.</p></scaling-path>');
    });
    expect(element.innerText).to.contain('One machine, then two.');
    expect(warnings).to.deep.equal(['<scaling-path> has no stages: put them into an <ol>.']);
  });

  itOnce('names the stages that it lacks where its <pre> is empty', async () => {
    const warnings = await warningsOf(() => place('<scaling-path><h3>Growth</h3><pre></pre></scaling-path>'));
    expect(warnings).to.deep.equal(['<scaling-path> has no stages: put them into an <ol>.']);
  });
});
