import { expect } from '@open-wc/testing';
import type { FurtherReading } from '../../src/index.js';
import '../../src/elements/further-reading/further-reading.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, textAfter, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const list = `<further-reading><h4>Read on</h4><ul>
  <li><a href="https://www.example.com/ledger.pdf">The order ledger</a> (paper), Ada Example, <time>2022</time></li>
  <li><a href="/post-mortems/checkout">The checkout outage</a></li>
  <li data-kind="talk"><a href="https://example.org/evolution">How it grew</a></li>
</ul></further-reading>`;
// As the template has it: words in brackets, no links.
const unlinked = `<further-reading><ul>
  <li>[Original System Paper/Blog]</li><li>[Post-Mortem Analysis]</li>
  <li>[Architecture Evolution Talk]</li><li>[Open Source Components]</li>
</ul></further-reading>`;

for (const markup of [list, unlinked]) itKeepsThePromises(markup);

describe('<further-reading>', () => {
  before(linkStylesheet);

  itMovesNothing(list, unlinked);

  const items = (element: Element) => [...element.querySelectorAll('li')];
  const kinds = (element: Element) => items(element).map((item) => item.dataset['kind']);
  const hosts = (element: Element) => items(element).map((item) => item.dataset['host']);
  const item = (html: string, attributes = '') =>
    place(`<further-reading><ul><li ${attributes}>${html}</li></ul></further-reading>`);
  const link = (href: string, words = 'The ledger') => item(`<a href="${href}">${words}</a>`);

  itOnce('says nothing of sources without a link, whose words are all there is', async () => {
    const element = await place(unlinked);
    expect(kinds(element)).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(items(element).map(textAfter)).to.deep.equal(['none', 'none', 'none', 'none']);
  });

  for (const [href, words, kind] of [
    ['https://example.com/ledger.pdf', 'The ledger', undefined],
    ['https://arxiv.org/abs/1234.5678', 'The ledger', 'paper'],
    ['https://example.com/ledger.pdf', 'Paper: the ledger', 'paper'],
    ['https://www.youtube.com/watch?v=x', 'The ledger', undefined],
    ['https://youtu.be/x', 'The ledger (talk)', 'talk'],
    ['https://example.com/x', 'Keynote: the ledger', 'talk'],
    ['https://github.com/example/ledger', 'The ledger', undefined],
    ['https://github.com/example/ledger', 'The ledger (repository)', 'code'],
    ['https://example.com/x', 'Post-mortem of the ledger', 'post-mortem'],
    ['https://example.com/x', 'The postmortem', 'post-mortem'],
    ['https://example.com/x', 'Incident report', 'post-mortem'],
    ['https://docs.example.com/ledger', 'The ledger', 'docs'],
    ['https://example.com/docs/ledger', 'The ledger', 'docs'],
    ['https://example.com/x', 'Paper', 'paper'],
    ['https://example.com/x', 'Post-Mortem Analysis', 'post-mortem'],
    ['https://example.com/x', 'The book of ledgers', undefined],
    ['https://example.com/x', 'Postmortem culture', undefined],
    ['https://example.com/x', 'The ledger', undefined],
    ['https://example.com/blog/x', 'The ledger', 'article'],
    ['/docs/ledger', 'The ledger', 'docs'],
  ] as const) {
    itOnce(`takes “${words}” at ${href} for ${kind ?? 'none of them'}`, async () => {
      expect(kinds(await link(href, words))).to.deep.equal([kind]);
    });
  }

  it("takes the author's word for it", async () => {
    expect(kinds(await item('<a href="https://github.com/example/x">x</a>', 'data-kind="book"'))).to.deep.equal([
      'book',
    ]);
  });

  it('says nothing of words that tell nothing', async () => {
    const element = await item('The ledger');
    expect(kinds(element)).to.deep.equal([undefined]);
    expect(items(element).map(textAfter)).to.deep.equal(['none']);
  });

  it('says below a source what it is and where it leads, as far as both are known', async () => {
    const element = await place(`<further-reading><ul><li><a href="https://arxiv.org/abs/1">Both</a></li>
      <li><a href="https://example.com/x">The site alone</a></li><li data-kind="paper">Without a link</li><li><a href="/x">Neither</a></li></ul></further-reading>`);
    expect(items(element).map(textAfter)).to.deep.equal(['paper · arxiv.org', 'example.com', 'paper', '']);
    const [first, second] = items(element);
    const start = (item: Element) => item.querySelector('a')!.getBoundingClientRect().left;
    expect(start(first!)).to.equal(element.getBoundingClientRect().left);
    expect(start(second!)).to.equal(start(first!));
  });

  it('numbers a numbered list', async () => {
    const element = await place('<further-reading><ol><li>The ledger</li></ol></further-reading>');
    expect(getComputedStyle(items(element)[0]!, '::before').content).to.equal('counter(list-item)');
  });

  it('names the site of a link that leads away from this one', async () => {
    expect(hosts(await place(list))).to.deep.equal(['example.com', undefined, 'example.org']);
    expect(hosts(await link(`${location.origin}/x`))).to.deep.equal([undefined]);
    expect(hosts(await link('mailto:ada@example.com'))).to.deep.equal([undefined]);
    expect(hosts(await link('https://example.com:8443/x'))).to.deep.equal(['example.com:8443']);
  });

  it('follows an address that changes or goes', async () => {
    const element = await link('https://example.com/x');
    const anchor = element.querySelector('a')!;
    anchor.href = 'https://arxiv.org/abs/1234.5678';
    await settled(element);
    expect([kinds(element), hosts(element)]).to.deep.equal([['paper'], ['arxiv.org']]);
    anchor.removeAttribute('href');
    await settled(element);
    expect([kinds(element), hosts(element)]).to.deep.equal([[undefined], [undefined]]);
  });

  itOnce('warns of a link that must not be followed, and keeps its words', async () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x']) {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await link(href);
      });
      expect(warnings).to.deep.equal([
        `<further-reading> holds a link to "${href}": use http, https, mailto or a relative address.`,
      ]);
      expect(element.innerText.trim()).to.equal('The ledger');
      expect(hosts(element)).to.deep.equal([undefined]);
    }
  });

  it('shows the whole of the longest site and words in a narrow container', async () => {
    const element = await place(list.replace('www.example.com', `${'long.'.repeat(30)}example.com`));
    element.parentElement!.style.width = '20rem';
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    for (const anchor of element.querySelectorAll('a')) {
      expect(anchor.getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right + 1);
    }
  });

  itOnce('as data has the kinds and the addresses', async () => {
    expect(((await place(list)) as FurtherReading).toJSON()).to.deep.equal({
      type: 'further-reading',
      heading: 'Read on',
      items: [
        {
          kind: 'paper',
          text: 'The order ledger (paper), Ada Example, 2022',
          href: 'https://www.example.com/ledger.pdf',
        },
        { kind: 'post-mortem', text: 'The checkout outage', href: `${location.origin}/post-mortems/checkout` },
        { kind: 'talk', text: 'How it grew', href: 'https://example.org/evolution' },
      ],
    });
  });

  itOnce('names the fix where there is no list', async () => {
    const warnings = await warningsOf(() => place('<further-reading><p>The ledger.</p></further-reading>'));
    expect(warnings).to.deep.equal(['<further-reading> has no sources: put them into a <ul>.']);
  });
});
