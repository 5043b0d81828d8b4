// cspell:ignore Größe große Ünïcode Йогурта Обзор йогурта обзор हिन्दी
import { expect } from '@open-wc/testing';
import { addressOf, ensureId, slug } from '../../src/internal/anchors.js';
import { fragment } from '../../src/internal/fragment.js';
import { textOf } from '../../src/internal/text.js';
import { openFrame } from '../frames.js';
import { place } from '../helpers.js';

describe('slug', () => {
  // What Python-Markdown's `slugify` makes of the same text: https://python-markdown.github.io/extensions/toc/
  const likeMkDocs: [string, string][] = [
    ['Executive Summary', 'executive-summary'],
    ['Mapping to Fundamental Laws', 'mapping-to-fundamental-laws'],
    ['Failure Scenarios & Lessons', 'failure-scenarios-lessons'],
    ['Monitoring & Observability', 'monitoring-observability'],
    ['High-Level Architecture', 'high-level-architecture'],
    ["What's next?", 'whats-next'],
    ['What’s next?', 'whats-next'],
    ['P99.9 Latency', 'p999-latency'],
    ['C++ & Rust', 'c-rust'],
    ['A/B testing', 'ab-testing'],
    ['50% → 100%', '50-100'],
    ['1. First', '1-first'],
    ['a -- b', 'a-b'],
    ['a – b', 'a-b'],
    ['snake_case', 'snake_case'],
    ['__init__', '__init__'],
    ['  spaces\tand\nlines  ', 'spaces-and-lines'],
    ['-hyphens-', '-hyphens-'],
    ['(round) [square]', 'round-square'],
    ['naïve café', 'naive-cafe'],
    ['Ünïcode', 'unicode'],
    ['ﬁne', 'fine'],
    ['x²', 'x2'],
    ['🎉 Party', 'party'],
    ['🎉', ''],
    ['—', ''],
    ['', ''],
  ];
  for (const [text, expected] of likeMkDocs) {
    it(`makes “${expected}” of “${text.trim()}”, as MkDocs does`, () => expect(slug(text)).to.equal(expected));
  }

  // MkDocs drops these, which leaves nothing to tell headings apart.
  const otherScripts: [string, string][] = [
    ['日本語の見出し', '日本語の見出し'],
    ['ガイド', 'ガイド'],
    ['한국어 제목', '한국어-제목'],
    ['العربية', 'العربية'],
    ['हिन्दी', 'हिन्दी'],
    ['Обзор Йогурта', 'обзор-йогурта'],
    ['Größe', 'große'],
    ['α & β', 'α-β'],
  ];
  for (const [text, expected] of otherScripts) {
    it(`keeps the letters of “${text}”`, () => expect(slug(text)).to.equal(expected));
  }
});

describe('textOf', () => {
  const cases: [string, string][] = [
    ['  one\n  two ', 'one two'],
    ['P<sub>99</sub> of <b>reads</b>, here', 'P99 of reads, here'],
    ['one<br>two<br/>three', 'one two three'],
    ['<p>one</p><p>two</p>', 'one two'],
    ['Both:<ul><li>one</li><li>two</li></ul>', 'Both: one two'],
    ['Why?<details><summary>Answer</summary><p>So.</p></details>', 'Why? Answer So.'],
    ['<!-- one -->two', 'two'],
    ['', ''],
  ];
  for (const [html, expected] of cases) {
    it(`reads “${html.trim()}” as “${expected}”`, () => {
      const element = document.createElement('section');
      element.innerHTML = html;
      expect(textOf(element)).to.equal(expected);
    });
  }

  it('reads a text, a comment and nothing', () => {
    expect(textOf(document.createTextNode(' a  b '))).to.equal('a b');
    expect(textOf(document.createComment('a'))).to.equal('');
    expect(textOf(null)).to.equal('');
    expect(textOf(undefined)).to.equal('');
  });
});

describe('ensureId', () => {
  it('gives an id where there is none, and a number where it is taken', async () => {
    const holder = await place('<div><p id="storage_2"></p><p></p><p></p><p></p><p></p></div>');
    for (const element of [...holder.children, ...holder.children]) ensureId(element, 'storage');
    expect([...holder.children].map(({ id }) => id)).to.deep.equal([
      'storage_2',
      'storage',
      'storage_1',
      'storage_3',
      'storage_4',
    ]);
  });

  it("leaves an author's id, and an element that has nothing to be named after, alone", async () => {
    const holder = await place('<div><p id="mine"></p><p></p></div>');
    for (const [index, element] of [...holder.children].entries()) ensureId(element, index ? '' : 'storage');
    expect(holder.innerHTML).to.equal('<p id="mine"></p><p></p>');
  });

  it('looks for the id in the shadow root that the element stands in', async () => {
    const holder = await place('<div id="storage"></div>');
    const root = holder.attachShadow({ mode: 'open' });
    root.innerHTML = '<p></p><p></p>';
    for (const element of root.children) ensureId(element, 'storage');
    expect([...root.children].map(({ id }) => id)).to.deep.equal(['storage', 'storage_1']);
  });

  it('waits for the page to be parsed', async () => {
    const frame = await openFrame({ markup: '<!doctype html>' });
    const page = frame.contentDocument!;
    page.open();
    page.write('<!doctype html><h2>Order led');
    const heading = page.querySelector('h2')!;
    ensureId(heading, slug(textOf(heading)));
    expect(heading.id).to.equal('');
    page.write('ger</h2>');
    page.close();
    ensureId(heading, slug(textOf(heading)));
    expect(heading.id).to.equal('order-ledger');
  });
});

describe('fragment and addressOf', () => {
  const { href } = location;
  afterEach(() => history.replaceState(null, '', href));

  for (const id of ['order-ledger', 'laws:a-law:trade-off', '日本語', 'a b', '100%', 'a"<b>']) {
    it(`lead to “${id}” and back`, () => {
      history.replaceState(null, '', addressOf(id));
      expect(fragment()).to.equal(id);
      expect(addressOf('x')).to.equal(`${href.split('#')[0]}#x`);
    });
  }

  it('keep the query of the page, and ignore a base', async () => {
    history.replaceState(null, '', '?page=2#old');
    const base = Object.assign(document.createElement('base'), { href: 'https://example.com/elsewhere/' });
    document.head.append(base);
    const address = addressOf('new');
    base.remove();
    expect(address).to.equal(`${location.origin}${location.pathname}?page=2#new`);
  });

  it('is empty where there is none, and as it is written where it is broken', () => {
    history.replaceState(null, '', href.split('#')[0]);
    expect(fragment()).to.equal('');
    history.replaceState(null, '', '#%E0%A4%A');
    expect(fragment()).to.equal('%E0%A4%A');
  });
});
