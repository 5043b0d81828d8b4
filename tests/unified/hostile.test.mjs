import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import rehypeDeepdiveSanitize, { schema } from 'deepdive-elements/sanitize';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { drawDiagrams } from '../../dist/node/draw-diagrams.js';
import { drawPage } from '../../dist/node/draw-page.js';
import { pageOf } from '../../dist/unified/page.js';
import { readWriteup } from '../../dist/unified/writeup.js';
import { openBrowser } from '../node/pages.mjs';
import * as attacks from './attacks.mjs';
import { pipeline } from './pipeline.mjs';
import { findingsIn, provoke, watched } from './provoke.mjs';

const read = (value, path = 'page.md', options) => readWriteup(new VFile({ value, path }), options);
const assets = { stylesheet: '/dist/deepdive.css', script: '/dist/cdn/deepdive.js' };

/** Every attack as a page: of HTML in both kinds of file, with a name to find it by. */
const pages = [
  ...attacks.html.flatMap((source) => [
    { source, path: 'page.html' },
    { source: `Words\n\n${source}\n\nmore ${source} words`, path: 'page.md' },
    { source: `<div markdown>\n\n${source}\n\n</div>`, path: 'page.md' },
  ]),
  ...attacks.markdown.map((source) => ({ source, path: 'page.md' })),
  ...attacks.frontMatter.map((yaml) => ({ source: `---\n${yaml}\n---\n\nWords\n`, path: 'page.md' })),
  ...attacks.diagrams.flatMap((source) => [
    { source: `\`\`\`mermaid\n${source}\n\`\`\``, path: 'page.md' },
    {
      source: `<pre class="mermaid">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
      path: 'page.html',
    },
  ]),
];

describe('a page of an author who is not trusted', () => {
  it('holds nothing that runs, in whatever way it was written', () => {
    for (const { source, path } of pages) {
      const { content, title, description } = read(source, path);
      assert.deepEqual(findingsIn(content), [], source);
      assert.equal(typeof title, 'string');
      assert.equal(typeof description, 'string');
    }
    assert.equal({}.polluted, undefined);
  });

  it('is the same after it has been read again as HTML', () => {
    const stringify = unified().use(rehypeStringify);
    for (const { source, path } of pages) {
      const once = stringify.stringify(read(source, path).content);
      const again = unified().use(rehypeParse, { fragment: true }).parse(once);
      assert.deepEqual(findingsIn(again), [], source);
    }
  });

  it('keeps its words', () => {
    const page = read('<x-y onclick="a()">One <font color=red>two</font> <center>three</center></x-y>', 'page.html');
    assert.match(unified().use(rehypeStringify).stringify(page.content), /One two three/);
  });

  it('is as the author wrote it where the author is trusted', () => {
    const { content } = read('<p onclick="a()" style="color: red">x</p>\n\n<script>a()</script>', 'page.md', {
      trust: true,
    });
    const html = unified().use(rehypeStringify).stringify(content);
    assert.match(html, /onclick="a\(\)"/);
    assert.match(html, /style="color: red"/);
    assert.match(html, /<script>a\(\)<\/script>/);
  });
});

describe('deepdive-elements/sanitize', () => {
  for (const [name, processor] of Object.entries({
    'as a plugin': pipeline().use(rehypeDeepdiveSanitize),
    'as a schema of rehype-sanitize': pipeline().use(rehypeSanitize, schema),
  })) {
    it(`leaves nothing that runs, ${name}`, () => {
      for (const { source, path } of pages) {
        const tree = processor.runSync(processor.parse(source), new VFile({ path }));
        assert.deepEqual(findingsIn(tree), [], source);
      }
    });

    it(`keeps what the elements are made of, ${name}`, () => {
      const source = '!!! danger "Split"\n    Words[^1]\n\n[^1]: Note\n\n<p data-event="resolved" id="here">x</p>\n';
      const html = processor().use(rehypeStringify).processSync(source).value;
      assert.match(html, /<note-callout kind="danger"><h2>Split<\/h2>/);
      assert.match(html, /data-footnote-backref/);
      assert.match(html, /<p data-event="resolved" id="here">/);
    });
  }
});

describe('the list of what a page may hold', () => {
  const sanitize = (html) =>
    unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize, schema).use(rehypeStringify).processSync(html)
      .value;
  const parsed = (html) => unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).processSync(html).value;

  it('has every element of the manifest with every attribute', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'));
    const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
    assert.ok(elements.length > 20);
    for (const { tagName, attributes = [] } of elements) {
      const written = attributes.map(({ name, type }) => (type.text === 'boolean' ? `${name}=""` : `${name}="x"`));
      const html = parsed(`<${tagName} ${written.join(' ')}>words</${tagName}>`);
      assert.equal(sanitize(html), html);
    }
  });

  it('has the HTML that the elements take', () => {
    for (const html of [
      '<dl><div><dt>Scale</dt><dd data-level="2">42 M</dd></div></dl>',
      '<time datetime="2024-03-14">14 March</time><data value="210">210 <small>ms</small></data>',
      '<figure><img src="a.png" alt="A" width="3" height="4"><figcaption>A</figcaption></figure>',
      '<section id="a"><details open name="x"><summary>Why</summary><p>So</p></details></section>',
      '<table><caption>Laws</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col" colspan="2" data-label="x" align="right">a</th></tr></thead><tbody><tr><td rowspan="2">b</td></tr></tbody></table>',
      '<ol start="3" reversed type="a"><li value="4" data-event="started" data-status="ok" data-kind="apply" data-nodes="A B">a</li></ol>',
      '<p lang="de" dir="ltr" title="x" class="a b" aria-label="y"><abbr title="z">Z</abbr> <mark>m</mark> <kbd>k</kbd> <a href="#x" rel="noopener" target="_blank">l</a></p>',
      '<nav><ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> x</li></ul></nav>',
      '<pre><code class="language-ts">a &#x3C; b</code></pre><div class="grid cards"></div>',
      '<svg viewBox="0 0 24 24" role="img" aria-label="x"><title>x</title><path d="M0 0h24v24H0z" fill="none" stroke="var(--_line)"></path></svg>',
      '<a href="https://a.example/">a</a><a href="mailto:a@b.example">b</a><a href="../c/?d=e:f#g">c</a>',
    ]) {
      const html_ = parsed(html);
      assert.equal(sanitize(html), html_);
    }
  });

  it('has what a drawing of ours is made of', async () => {
    const sources = [
      'graph LR\n subgraph G[Group]\n A[Gateway]:::danger -->|writes| B[(Orders)]\n end\n click A "https://a.example/" "tip"\n style B fill:#ff5252',
      'sequenceDiagram\n autonumber\n actor U\n U->>A: Hi\n A-->>U: Yo\n Note over A,U: Note',
      'stateDiagram-v2\n [*] --> Still\n Still --> [*]',
      'journey\n title J\n section S\n Make tea: 5: Me',
      'sankey-beta\n A,B,10\n A,C,5',
    ];
    const page = sources.map((source) => `<architecture-diagram><pre>${source}</pre></architecture-diagram>`).join('');
    const { html, drawn } = await drawDiagrams(page);
    assert.equal(drawn, sources.length);
    assert.equal(sanitize(html), parsed(html));
  });
});

describe('a drawing that is put into a page', () => {
  it('passes the same list, whatever has drawn it', async () => {
    const page = '<architecture-diagram><pre>graph LR</pre></architecture-diagram>';
    const draw = (svg) => drawPage(page, { draw: async () => ({ svg, title: '" onload="a()', hasLinks: false }) });
    for (const inside of [
      '<script>window.pwned=1</script>',
      '<a href="javascript:a()"><text>x</text></a>',
      '<foreignObject><img src="x" onerror="a()"></foreignObject>',
      '<style>@import "https://attack.invalid/"</style>',
      '<image href="https://attack.invalid/"></image>',
    ]) {
      const { html } = await draw(
        `<svg viewBox="0 0 9 9" onload="a()"><rect width="9" height="9"></rect>${inside}</svg>`,
      );
      assert.deepEqual(findingsIn(unified().use(rehypeParse, { fragment: true }).parse(html)), [], html);
      assert.match(html, /<rect width="9" height="9">/);
    }
    const kept = '<svg viewBox="0 0 9 9"><path d="M0 0" stroke=\'url(#dd-d0-a)\'/></svg>';
    assert.ok((await draw(kept)).html.includes('<path d="M0 0"'));
  });
});

/** A page of all of them: what each of them makes, one below the other. */
function allIn(kind) {
  const children = pages
    .filter(({ path }) => path.endsWith(kind))
    .flatMap(({ source, path }) => read(source, path).content.children);
  return pageOf({ content: { type: 'root', children }, frontMatter: {}, title: 'Page', description: '' }, assets);
}

describe('a built page in a browser', () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const kind of ['.md', '.html']) {
    it(`runs and fetches nothing of an author’s: ${kind}`, async () => {
      const { page, seen } = await watched(browser, allIn(kind));
      const { found, drawn } = await page.evaluate(provoke);
      assert.deepEqual({ found, seen }, { found: [], seen: [] });
      assert.ok(drawn >= attacks.diagrams.length, `${drawn} diagrams were tried`);
    });
  }

  it('does run it where the author is trusted, so that this could fail', async () => {
    const written =
      '<img src="data:," onerror="window.pwned = 1"><link rel="stylesheet" href="https://attack.invalid/x.css">';
    const { page, seen } = await watched(browser, pageOf(read(written, 'page.html', { trust: true }), assets));
    await page.waitForFunction(() => window.pwned);
    assert.deepEqual(seen, ['https://attack.invalid/x.css']);
  });

  it('is found by none of the names that it may have', async () => {
    const source =
      '<a name="a1">a</a><details name="d1"><summary>d</summary></details><content-tabs name="t1"></content-tabs>';
    const { page } = await watched(browser, pageOf(read(source, 'page.html'), assets));
    const found = await page.evaluate(() =>
      ['a1', 'd1', 't1'].map((name) => [
        document.querySelectorAll(`[name="${name}"]`).length,
        name in window,
        name in document,
      ]),
    );
    assert.deepEqual(found, Array(3).fill([1, false, false]));
  });

  it('holds front matter as words', async () => {
    for (const yaml of attacks.frontMatter) {
      const html = pageOf(read(`---\n${yaml}\n---\n\nWords`), assets);
      const { page, seen } = await watched(browser, html);
      const { found } = await page.evaluate(provoke);
      assert.deepEqual({ found, seen }, { found: [], seen: [] }, yaml);
      await page.close();
    }
  });
});
