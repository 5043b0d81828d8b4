import { expect } from '@open-wc/testing';
import '../../src/elements/compare-table/compare-table.define.js';
import '../../src/elements/law-table/law-table.define.js';
import '../../src/elements/note-callout/note-callout.define.js';
import { repaired } from '../../src/diagrams/repair.js';
import { ensureId } from '../../src/internal/anchors.js';
import { parseArrows, parseChain } from '../../src/internal/chains-text.js';
import { contradictions } from '../../src/internal/contradictions.js';
import { parseDuration, parseFigure, parseLatency, parseMoment } from '../../src/internal/figures.js';
import { contentOf } from '../../src/internal/read.js';
import { textOf } from '../../src/internal/text.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { place, settled } from '../helpers.js';

/** How often a getter of the page's nodes is asked meanwhile. */
async function readsOf(prototype: object, name: string, action: () => unknown): Promise<number> {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  let reads = 0;
  const count = (original: (...args: never) => unknown) =>
    function (this: unknown, ...args: never) {
      reads++;
      return Reflect.apply(original, this, args);
    };
  Object.defineProperty(prototype, name, {
    ...descriptor,
    ...(descriptor.get ? { get: count(descriptor.get) } : { value: count(descriptor.value) }),
  });
  try {
    await action();
  } finally {
    Object.defineProperty(prototype, name, descriptor);
  }
  return reads;
}

/** Four times as much is read in four times as many steps, or a few more. */
async function expectLinear(stepsFor: (length: number) => Promise<number>): Promise<void> {
  const [one, four] = [await stepsFor(50), await stepsFor(200)];
  expect(one).to.be.above(0);
  expect(four / one, `${one} steps, then ${four}`).to.be.below(6);
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => `<tr><td>Region ${row}</td><td>${row * 7} ms</td></tr>`).join('');
const table = (tag: string, count: number) =>
  `<${tag}><table><thead><tr><th>Region</th><th>Latency</th></tr></thead><tbody>${rows(count)}</tbody></table></${tag}>`;

const nested = (tag: string, depth: number) => {
  const root = document.createElement(tag);
  let inner = root;
  for (let level = 1; level < depth; level++) inner = inner.appendChild(document.createElement(tag));
  inner.textContent = 'the words inside';
  return root;
};

describe('the steps that are taken', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('grow with the rows of a table where the address names a cell', () =>
    expectLinear(async (count) => {
      const element = await place(table('law-table', count));
      history.replaceState(null, '', '#regions:none');
      return readsOf(Node.prototype, 'nodeName', async () => {
        dispatchEvent(new HashChangeEvent('hashchange'));
        await settled(element);
      });
    }));

  it('grow with the rows of a table that is sorted, each in a body of its own', () =>
    expectLinear(async (count) => {
      const bodies = `<tbody>${rows(1)}</tbody>`.repeat(count);
      const element = await place(table('compare-table', 8).replace('</table>', `${bodies}</table>`));
      const select = element.shadowRoot!.querySelector('select')!;
      select.selectedIndex = 2;
      return readsOf(Node.prototype, 'parentElement', async () => {
        select.dispatchEvent(new Event('change'));
        await settled(element);
      });
    }));

  it('grow with the headings of one name', () =>
    expectLinear(async (count) => {
      const holder = await place(`<div>${'<h2>Overview</h2>'.repeat(count)}</div>`);
      return readsOf(Document.prototype, 'getElementById', () => {
        for (const heading of holder.children) ensureId(heading, `overview-${count}`);
        expect(holder.lastElementChild!.id).to.equal(`overview-${count}_${count - 1}`);
      });
    }));
});

describe('what stands deep', () => {
  it('is read as text', () => {
    expect(textOf(nested('div', 5000))).to.equal('the words inside');
    expect(textOf(nested('span', 5000))).to.equal('the words inside');
  });

  it('is told to machines', () => {
    const holder = document.createElement('div');
    holder.append(nested('div', 5000), nested('note-callout', 1000));
    const told = JSON.stringify(contentOf(holder));
    expect(told.match(/the words inside/g)).to.have.length(2);
  });

  it('is written as Markdown', () => {
    for (const tag of ['div', 'span', 'b', 'blockquote', 'note-callout', 'ul']) {
      expect(toMarkdown(nested(tag, 5000)).includes('the words inside'), tag).to.equal(true);
    }
  });
});

describe('what is long', () => {
  const long = 200_000;

  it('is written as Markdown', () => {
    const page = document.createElement('div');
    page.innerHTML = `<p><b>a</b>${'<!---->'.repeat(long / 10)}b</p><pre>${'` '.repeat(long)}</pre><p>c${' <br>'.repeat(long / 100)}</p>`;
    const written = toMarkdown(page);
    expect([written.slice(0, 9), written.slice(-8).trim()]).to.deep.equal(['<b>a</b>b', '```\n\nc']);
  });

  it('is read in one go where it is what an author may write', () => {
    const many = (text: string) => text.repeat(long / text.length);
    for (const source of [`${'%'.repeat(44)}\nA[`, `${'%% %\n'.repeat(40)}A[`, `graph LR\n${many('A-')}`]) {
      expect(repaired(source) === source).to.equal(true);
    }
    expect(parseArrows(`Canary → 1% → ${many('-')}`)).to.equal(undefined);
    expect(parseArrows(`Canary →${many(' ')}1%`)).to.deep.equal(['Canary', '1%']);
    expect(parseChain(`graph LR\nA${many('(')}`)).to.equal(undefined);
    expect(parseChain(`graph LR\nA --${many(' ')}`)).to.equal(undefined);
    expect(parseDuration(`${many('0')}U`)).to.equal(undefined);
    expect(parseDuration(many('0 '))).to.equal(undefined);
    expect(parseLatency(many('9'))).to.equal(undefined);
    expect(parseLatency(`9${many('a')}`)).to.equal(undefined);
    expect(parseFigure(`$9${many(' ')}m9`)?.from).to.equal(9);
    expect(parseFigure(many('9'))).to.equal(undefined);
    expect(parseMoment(`12:00${many(' ')}%`)).to.equal(undefined);
    expect(parseMoment(`T+${many(' ')}`)).to.equal(undefined);
    expect(contradictions(many('0min,'), { detect: 1 })).to.deep.equal([]);
    expect(contradictions(many('detected in '), { detect: 1 })).to.deep.equal([]);
  });
});
