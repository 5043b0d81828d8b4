import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { toHtml } from '../../dist/unified/convert.js';
import { pageOf } from '../../dist/unified/page.js';
import { readWriteup } from '../../dist/unified/writeup.js';
import { htmlOf } from './read.mjs';

const assets = { script: 'x.js' };
const path = 'page.html';

/** The words of a page that is read, in their order. */
function wordsOf(value) {
  const { content } = readWriteup(new VFile({ path, value }), { trust: true });
  return textOf(content).replace(/\s+/g, ' ').trim();
}

const whole = (body, head = '') =>
  `<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;

const links = '<ul><li><a href="/a/">Chrome</a></li></ul>';
const nav = `<nav>${links}</nav>`;
const site = (inside) => `<header>Chrome ${nav}</header>${inside}<footer>Chrome</footer>`;

/** Each page, and the words that are its author's. */
const pages = {
  'a fragment without any of them': ['<p>One</p> <p>two</p>', 'One two'],
  'a fragment that is an article': ['\n<article><p>One</p></article>\n', 'One'],
  'a fragment with words before an article': ['<p>One</p> <article>two</article>', 'One two'],
  'a fragment with words behind an article': ['<article>one</article> two', 'one two'],
  'a fragment with words around a main': ['One <main>two</main> three', 'One two three'],
  'a fragment with words around a case study': ['One <case-study>two</case-study> three', 'One two three'],
  'a fragment with several articles': ['<article>One</article> <article>two</article>', 'One two'],
  'a fragment with an article in a box': ['<div>One <article>two</article></div>', 'One two'],
  'a fragment with a header and a footer': [
    '<header>One </header><article>two</article><footer> three</footer>',
    'One two three',
  ],
  'a fragment with a navigation': [`${nav} <article>two</article>`, 'Chrome two'],
  'a page with words in its body alone': [whole('<h1>One</h1> two'), 'One two'],
  'a page with a main alone': [whole('<main><h1>One</h1> two</main>'), 'One two'],
  'a page with an article alone': [whole('<article>One</article>'), 'One'],
  'a page with a title and nothing else that says it is whole': [
    '<!doctype html><title>T</title><p>One</p> <article>two</article>',
    'One two',
  ],
  'a page with words beside its main': [whole('<p>One</p> <main>two</main> <div>three</div>'), 'One two three'],
  'a page with words before and behind an article in its main': [
    whole(site('<main><p>One</p> <article>two</article> <p>three</p></main>')),
    'One two three',
  ],
  'a page with several articles in its main': [
    whole(site('<main><article>One</article> <article>two</article></main>')),
    'One two',
  ],
  'a page with several articles and no main': [whole('<article>One</article> <article>two</article>'), 'One two'],
  'a page with several mains': [whole('<main>One</main> <main hidden>two</main>'), 'One two'],
  'a page with several case studies': [whole('<case-study>One</case-study> <case-study>two</case-study>'), 'One two'],
  'a page with an article in an article': [whole(site('<article>One <article>two</article></article>')), 'One two'],
  'a page of a site': [whole(site('<main><article><h1>One</h1></article></main>')), 'One'],
  'a page of a site without a main': [whole(site('<article><h1>One</h1></article>')), 'One'],
  'a page of a site in boxes': [whole(`<div>${site('<div><main>One</main></div>')}</div>`), 'One'],
  'a page of a site that names roles': [
    whole(`<div role="banner">Chrome</div><div role="navigation">${links}</div><div role="main">One</div>`),
    'One',
  ],
  'a page of a site with a sidebar of links': [whole(site(`<aside>${nav}</aside><main>One</main>`)), 'One'],
  'a page of a site with links into itself': [
    whole(site('<a href="#one">Chrome</a><main id="one">One</main><button>Chrome</button>')),
    'One',
  ],
  'a page of a site with words in an aside': [
    whole(`${nav} <main><p>One</p></main><aside> two</aside>`),
    'Chrome One two',
  ],
  'a page of a site with a picture beside its article': [
    whole(`<nav>Chrome</nav> <img src="plan.png" alt="Plan"><article>One</article>`),
    'Chrome One',
  ],
  'a page of a site with a diagram beside its article': [
    whole(`<nav>Chrome</nav> <architecture-diagram src="x.svg"></architecture-diagram><article>One</article>`),
    'Chrome One',
  ],
  'a page with header and footer, of no site': [
    whole('<header>One </header><main>two</main><footer> three</footer>'),
    'One two three',
  ],
  'a page of a site with its only title in the header': [
    whole(`${nav}<header> <h1>One</h1> </header><main>two</main><footer> three</footer>`),
    'Chrome One two three',
  ],
  'a page of a site with its title in header and article': [
    whole(`${nav}<header><h1>Chrome</h1></header><main><h1>One</h1></main><footer>Chrome</footer>`),
    'One',
  ],
  'a page with an article in a quotation': [whole('<blockquote><article>One</article></blockquote>'), 'One'],
  'a page of MkDocs Material': [
    whole(`<input class="md-toggle" type="checkbox"><label class="md-overlay" for="d"></label>
      <div data-md-component="skip"><a href="#one" class="md-skip">Chrome</a></div>
      <div data-md-component="announce"><aside class="md-banner">Chrome</aside></div>
      <header class="md-header"><nav class="md-header__inner"><div class="md-header__title">Chrome</div></nav></header>
      <div class="md-container" data-md-component="container"><nav class="md-tabs">Chrome</nav>
      <main class="md-main"><div class="md-main__inner md-grid">
      <div class="md-sidebar md-sidebar--primary"><nav class="md-nav">${links}</nav></div>
      <div class="md-sidebar md-sidebar--secondary"><label class="md-nav__title">Chrome</label></div>
      <div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset"><p>One</p>
      <article>two</article></article></div></div>
      <button class="md-top md-icon">Chrome</button></main><footer class="md-footer">Chrome</footer></div>
      <div class="md-dialog"><div class="md-dialog__inner md-typeset">Chrome</div></div>
      <script id="__config" type="application/json">{}</script>`),
    'One two',
  ],
  'a page of MkDocs Material with words beside its article': [
    whole(`<header class="md-header">Chrome</header>
      <p>One</p> <article class="md-content__inner">two</article>`),
    'Chrome One two',
  ],
  'a page of Docusaurus': [
    whole(`<svg style="display: none;"><defs><symbol id="i"><path d="M1 1"/></symbol></defs></svg>
      <script>run()</script><div id="__docusaurus">
      <div role="region" aria-label="Skip to main content"><a href="#fallback">Chrome</a></div>
      <nav class="navbar">Chrome</nav><div id="fallback"><div class="docRoot">
      <button class="theme-back-to-top-button"></button>
      <aside class="theme-doc-sidebar-container"><nav class="menu">${links}</nav><button>Chrome</button></aside>
      <main><div class="row"><div class="col"><article><div class="theme-doc-markdown markdown"><h1>One</h1></div>
      </article><nav class="pagination-nav">Chrome</nav></div>
      <div class="col"><ul class="table-of-contents"><li><a href="#a">Chrome</a></li></ul></div></div></main></div></div>
      <footer class="footer">Chrome</footer></div>`),
    'One',
  ],
};

describe('a page of HTML', () => {
  for (const [name, [value, words]] of Object.entries(pages)) {
    it(`keeps its author's words: ${name}`, () => assert.equal(wordsOf(value), words));
  }

  it('has no main and no case study in its content, which the built page puts around it', () => {
    for (const value of [
      '<p>a</p><main>b</main>',
      whole('<p>a</p><div><main><case-study>b</case-study></main></div>'),
    ]) {
      const html = pageOf(readWriteup(new VFile({ path, value }), { trust: true }), assets);
      assert.equal(html.match(/<main/g).length, 1);
      assert.equal(html.match(/<case-study/g).length, 1);
    }
  });

  it('keeps what is around an article where that means something', () => {
    assert.match(
      htmlOf(whole('<note-callout kind="tip"><article>a</article></note-callout>'), { path }),
      /<note-callout kind="tip"><article>a/,
    );
  });

  it('keeps words that were written into a built page, beside what was made', () => {
    const home = { href: 'index.html', words: 'All case studies' };
    const built = pageOf(readWriteup(new VFile({ path: 'page.md', value: '# One\n\n## Two\n' })), { ...assets, home });
    assert.equal(wordsOf(built), 'One Two');
    assert.equal(wordsOf(built.replace('<case-study', '<p>Three</p> <case-study')), 'Three One Two');
    assert.equal(wordsOf(built.replace('</body>', ' <p>Three</p></body>')), 'One Two Three');
  });

  it('keeps the comments and the style of a fragment, and those of a page that speak to the check', () => {
    const fragment = '<!-- a --><style>p { color: red }</style><p>b</p><!-- c -->';
    assert.equal(toHtml(new VFile({ path, value: fragment })).replaceAll('\n', ''), fragment);
    const page = whole('<article>a</article>', '<!-- Made by x --><!-- deepdive-disable placeholder -->');
    assert.equal(toHtml(new VFile({ path, value: page })), '<!-- deepdive-disable placeholder -->a\n');
  });
});
