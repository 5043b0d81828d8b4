import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../dist/node/find-browsers.js';
import { buildPage } from '../../dist/node/site/build-page.js';
import { project, useFolder } from './run-deepdive.mjs';

const { folder, deepdive, write, read } = useFolder();

const frontMatter = `---
title: 'Order ledger: how it scales'
description: A ledger that "must" never lose an <order>
type: case-study
difficulty: advanced
reading_time: 1 h 25 min
prerequisites: [event-sourcing, sharding]
status: in_progress
last_updated: 2025-07-28
excellence_tier: gold
domain: data-processing
company: Parcel Tracker
tags: [ledger, sagas]
canonical: https://example.com/order-ledger/
metrics: { orders: 10M+, note: "</script><script>alert(1)</script>" }
---
`;
const everything = `${frontMatter}
# Order ledger

What it *gave up* to survive the loss of a region.

## Overview

Text with a [link](https://example.com/?a=1&b=2), \`code\`, a footnote[^1], "quotes" & <b>tags</b>.
<span data-deepdive>Words that claim to be made</span>

- [x] done
- [ ] open

| Store | Cost |
| --- | ---: |
| One | 1 |

\`\`\`text


two lines above, <tag> inside
\`\`\`

\`\`\`mermaid
graph LR
  A --> B
\`\`\`

<pre>

first line empty</pre>

### Details

Line one\\
line two

<details><summary>More</summary>

Inside

</details>

<!-- a comment -->

[^1]: A note.
`;

const diagram = (source) => `<architecture-diagram>\n<pre>${source}</pre>\n</architecture-diagram>\n`;

/** A page as the command writes it, without its start. */
const builtFrom = async (name, trust) =>
  (await buildPage(join(folder, name), { stylesheet: 'deepdive.css', script: 'deepdive.js' }, { trust })).html;

const dialect = `# Order ledger

!!! abstract "Quick Facts"
    | Metric | Value |
    | --- | --- |
    | **Orders** | 10 million a day |

??? note "Folded"
    Inside.

=== "Go"
    One

=== "Rust"
    Two

<div class="grid cards" markdown>
- **Card** one
- **Card** two
</div>

\`\`\`mermaid
graph LR
  A[Edge (CDN)] --> B
\`\`\`

> [!WARNING]
> Mind the gap.

:::tip
A tip.
:::

!!! danger "Major incident: 2024-03-14"
    **What happened**: The busiest shard was locked.

    **Lessons learned**:

    1. Look first

## Key Takeaways

1. **When to apply**: always

## Further Reading

- [Paper](https://example.com/paper.pdf)

Term
:   Definition {: .important }

*[CDN]: Content delivery network
`;

/** Every element of a page, in its order. */
function elementsOf(html) {
  const found = [];
  const visit = (node) => {
    if (node.tagName) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ tag: node.tagName, attributes, text: textOf(node).trim(), node });
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html));
  return found;
}
const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join('');

/** What a page says in its head, by name. */
function headOf(html) {
  const head = {};
  for (const { tag, attributes, text } of elementsOf(html)) {
    if (tag === 'title') head.title = text;
    if (tag === 'meta') head[attributes.name ?? attributes.property ?? ''] = attributes.content;
    if (tag === 'link') head[attributes.rel] = attributes.href;
    if (attributes.type === 'application/ld+json') head.data = JSON.parse(text);
    if ('data-front-matter' in attributes) head.frontMatter = JSON.parse(text);
  }
  return head;
}
const pairsOf = (html) => {
  const texts = (name) => elementsOf(html).flatMap(({ tag, text }) => (tag === name ? [text] : []));
  return texts('dt').map((term, index) => [term, texts('dd')[index]]);
};

describe('deepdive build', () => {
  it('makes a page beside its source, and says so', () => {
    write('page.md', '# Order ledger\n');
    const { status, stdout, stderr } = deepdive('build', 'page.md');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /^page\.md → page\.html: .+\n$/);
    assert.match(read('page.html'), /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.equal(headOf(read('page.html')).title, 'Order ledger');
  });

  it('lets keys scroll code without a script, and says that the stop is not the author’s', () => {
    write('page.md', '```js\na\n```\n\n<pre tabindex="-1">b</pre>\n');
    deepdive('build', '--trust', 'page.md');
    const starts = ['<pre tabindex="0" data-tab-stop>', '<pre tabindex="-1">'];
    assert.deepEqual(read('page.html').match(/<pre[^>]*>/g), starts);
    deepdive('build', '--trust', 'page.html', '-o', 'again.html');
    assert.deepEqual(read('again.html').match(/<pre[^>]*>/g), starts);
  });

  it('tells browsers and search engines what the front matter says', () => {
    write('page.md', everything);
    deepdive('build', 'page.md', '-o', 'out/page.html');
    const { title, description, canonical, data, frontMatter, ...head } = headOf(read('out/page.html'));
    assert.equal(title, 'Order ledger: how it scales');
    assert.equal(description, 'A ledger that "must" never lose an <order>');
    assert.equal(canonical, 'https://example.com/order-ledger/');
    assert.deepEqual([head['og:title'], head['og:description'], head['og:url']], [title, description, canonical]);
    assert.deepEqual(data, {
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: title,
      description,
      inLanguage: 'en',
      url: canonical,
      dateModified: '2025-07-28',
      about: { '@type': 'Organization', name: 'Parcel Tracker' },
      articleSection: 'Data processing',
      keywords: 'ledger, sagas',
      proficiencyLevel: 'Advanced',
      dependencies: 'event-sourcing, sharding',
      timeRequired: 'PT1H25M',
    });
    assert.deepEqual(frontMatter.metrics, { orders: '10M+', note: '</script><script>alert(1)</script>' });
    assert.deepEqual(frontMatter.prerequisites, ['event-sourcing', 'sharding']);
  });

  it('shows the facts below the summary, and an outline', () => {
    write('page.md', everything);
    deepdive('build', 'page.md');
    const html = read('page.html');
    assert.deepEqual(pairsOf(html), [
      ['Company', 'Parcel Tracker'],
      ['Domain', 'Data processing'],
      ['Difficulty', 'Advanced'],
      ['Tier', 'Gold'],
      ['Reading time', '1 h 25 min'],
      ['Status', 'In progress'],
      ['Last updated', '28 July 2025'],
    ]);
    const all = elementsOf(html);
    assert.equal(all.find(({ tag }) => tag === 'time').attributes.datetime, '2025-07-28');
    const page = all.find(({ tag }) => tag === 'case-study').node;
    const children = page.childNodes.flatMap(({ tagName }) => tagName ?? []);
    assert.deepEqual(children.slice(0, 5), ['h1', 'p', 'study-meta', 'page-outline', 'h2']);
  });

  it('leaves the reading time to be counted where none is given, and shows no facts where there are none', () => {
    write('page.md', '---\ncompany: Parcel Tracker\n---\n# Order ledger\n');
    write('bare.md', '# Order ledger\n\nWords.\n');
    deepdive('build', 'page.md');
    deepdive('build', 'bare.md');
    assert.deepEqual(pairsOf(read('page.html')), [
      ['Company', 'Parcel Tracker'],
      ['Reading time', ''],
    ]);
    assert.doesNotMatch(read('bare.html'), /<study-meta|<page-outline/);
  });

  it('follows the language of the page', () => {
    write('page.md', '---\nlang: ar\n---\n# دفتر\n');
    write('odd.md', '---\nlang: no language\n---\n# Order ledger\n');
    deepdive('build', 'page.md');
    deepdive('build', 'odd.md');
    assert.match(read('page.html'), /<html lang="ar" dir="rtl">/);
    assert.match(read('odd.html'), /<html lang="en" dir="ltr">/);
  });

  it('changes nothing where it builds a page that it has built', async () => {
    const sources = {
      'all.md': everything,
      'dialect.md': dialect,
      'bare.md': 'Words, and no heading.\n',
      'odd.md':
        '<table><tr><td data-<b>x</td></tr></table>\n\n<ul><p>a<li>b</ul>\n\n<a href="x"><p>a<a href="y">b</a></p></a>\n',
      'empty.md': '',
      'untitled.md': '---\ncompany: Parcel Tracker\n---\n## Overview\n\nWords\n',
      'summary.md': '---\ndomain: payments\n---\nBefore\n\n# Order ledger\n\nSummary\n',
    };
    for (const [name, source] of Object.entries(sources)) {
      write(name, source);
      for (const trust of [false, true]) {
        const once = await builtFrom(name, trust);
        write('once.html', once);
        assert.equal(await builtFrom('once.html', trust), once, `${name}${trust ? ', trusted' : ''}`);
      }
    }
    write('page.md', everything);
    deepdive('build', 'page.md', '-o', 'once.html');
    const before = read('once.html');
    assert.equal(deepdive('build', 'once.html').status, 0, 'in place');
    assert.equal(read('once.html'), before);
  });

  it('draws where it is asked to, and draws the same again', () => {
    write('page.md', `# Order ledger\n\n${diagram('graph LR; A-->B')}\n`);
    for (const [from, to] of [
      ['page.md', 'once.html'],
      ['once.html', 'twice.html'],
    ]) {
      const { status, stderr } = deepdive('build', from, '-o', to, '--draw', '--trust', '--assets', 'inline');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    }
    assert.match(read('once.html'), /<architecture-diagram><svg [^>]*data-deepdive/);
    assert.equal(read('twice.html'), read('once.html'));
  });

  it('says which diagrams are not drawn', () => {
    write('page.md', diagram('graph LR; A-->B'));
    write('bad.md', diagram('graph LR; A-->B[('));
    const inline = deepdive('build', 'page.md', '--trust', '--assets', 'inline');
    assert.equal(inline.status, 0);
    assert.match(inline.stderr, /^page\.md undrawn .*--draw\.\n$/);
    const bad = deepdive('build', 'bad.md', '--trust', '--draw');
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /^bad\.html:\d+: This line cannot be read/);
    const none = deepdive('build', 'page.md', '--trust', '--draw', '--browser', './no-browser');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /Cannot start .*no-browser/);
  });

  it('keeps what an author has marked as if it were made', () => {
    write('page.md', everything);
    deepdive('build', 'page.md', '-o', 'once.html', '--trust');
    deepdive('build', 'once.html', '-o', 'twice.html', '--trust');
    for (const name of ['once.html', 'twice.html']) assert.match(read(name), /Words that claim to be made/);
  });

  it('reads a page that MkDocs Material has written', () => {
    write(
      'page.html',
      `<!doctype html><html lang="en" class="no-js"><head><title>Order ledger - Handbook</title>
       <meta name="description" content="Never lose an order"><link rel="canonical" href="https://example.com/ledger/">
       </head><body><header><a class="md-header__button md-logo" title="Handbook"></a> Site words</header>
       <main><article class="md-content__inner md-typeset"><a class="md-content__button md-icon" href="x">Edit</a>
       <h1 id="ledger">Order ledger<a class="headerlink" href="#ledger">¶</a></h1>
       <p>Orders are split.</p>
       <aside class="md-source-file">Yesterday</aside></article></main><footer>Site words</footer></body></html>`,
    );
    assert.equal(deepdive('build', 'page.html', '-o', 'out.html').status, 0);
    const html = read('out.html');
    const { title, description, canonical } = headOf(html);
    assert.deepEqual(
      { title, description, canonical },
      { title: 'Order ledger', description: 'Never lose an order', canonical: 'https://example.com/ledger/' },
    );
    const page = elementsOf(html).find(({ tag }) => tag === 'case-study');
    assert.equal(page.text.replace(/\s+/g, ' '), 'Order ledger Orders are split.');
  });

  it('puts stylesheet and script beside the page, from a CDN, or into it', () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    write('page.md', '# Order ledger\n');
    const sources = () =>
      elementsOf(read('a/page.html')).flatMap(({ tag, attributes }) =>
        tag === 'link' ? attributes.href : tag === 'script' && attributes.src ? attributes.src : [],
      );
    deepdive('build', 'page.md', '-o', 'a/page.html');
    assert.deepEqual(sources(), ['deepdive/deepdive.css', 'deepdive/deepdive.js']);
    for (const path of sources()) assert.ok(existsSync(join(folder, 'a', path)));
    deepdive('build', 'page.md', '-o', 'a/page.html', '--assets', 'link');
    const cdn = `https://cdn.jsdelivr.net/npm/deepdive-elements@${version}/dist`;
    assert.deepEqual(sources(), [`${cdn}/deepdive.css`, `${cdn}/cdn/deepdive.js`]);
    deepdive('build', 'page.md', '-o', 'a/page.html', '--assets', 'inline');
    assert.deepEqual(sources(), []);
    assert.ok(read('a/page.html').length > 100_000);
  });

  it('makes a page in one file that works when a reader opens that file', async (test) => {
    write(
      'page.md',
      '# Order ledger\n\n!!! tip "Split"\n    By buyer.\n\n### Scaling Strategy\n\n```mermaid\ngraph LR\n A[1K Users] -->|Cache| B[10K Users]\n B -->|Shards| C[1M Users]\n```\n',
    );
    deepdive('build', 'page.md', '-o', 'single/page.html', '--assets', 'inline');
    const browser = await launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    test.after(() => browser.close());
    const page = await browser.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', ({ message }) => asked.push(message));
    const address = pathToFileURL(join(folder, 'single/page.html')).href;
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForSelector('note-callout:defined');
    // Its stages are drawn in a shadow root, which the sheet in the page does not reach.
    const stages = await page.waitForFunction(
      () => document.querySelector('scaling-path').shadowRoot?.querySelector('ol'),
      { polling: 100 },
    );
    assert.notEqual(await stages.evaluate((list) => getComputedStyle(list).display), 'block');
    assert.deepEqual(asked, [address]);
  });

  it('copies only what has changed', () => {
    write('page.md', '# Order ledger\n');
    deepdive('build', 'page.md', '-o', 'b/page.html');
    const time = (name) => statSync(join(folder, 'b', name)).mtimeMs;
    const names = ['page.html', 'deepdive/deepdive.js', 'deepdive/deepdive.css'];
    const before = names.map(time);
    writeFileSync(join(folder, 'b/deepdive/deepdive.css'), 'of another version');
    deepdive('build', 'page.md', '-o', 'b/page.html');
    assert.deepEqual(names.slice(0, 2).map(time), before.slice(0, 2));
    assert.equal(read('b/deepdive/deepdive.css'), readFileSync(join(project, 'dist/deepdive.css'), 'utf8'));
  });

  it('names file, line and column of what is not as it should be', () => {
    write('page.md', '---\ntitle: [x] y\n---\n# Order ledger\n');
    const { stderr } = deepdive('build', 'page.md');
    assert.match(stderr, /^page\.md:2:\d+ front-matter /);
  });

  it('needs no page that allows script in it', () => {
    write('page.md', everything);
    for (const mode of ['copy', 'link']) {
      deepdive('build', 'page.md', '--assets', mode);
      const scripts = elementsOf(read('page.html')).filter(({ tag }) => tag === 'script');
      assert.deepEqual(
        scripts.map(({ attributes }) => (attributes.src ? 'file' : attributes.type)),
        ['file', 'application/ld+json', 'application/json'],
      );
    }
  });

  it('writes no page where there can be none, and says where and why', () => {
    write('deep.md', `${'<b>'.repeat(100_000)}\n`);
    const { status, stdout, stderr } = deepdive('build', 'deep.md');
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(stderr, /^deep\.md(:\d+:\d+)? limits .+\.\n$/);
    assert.ok(!existsSync(join(folder, 'deep.html')));
  });

  it('says which pictures are not where the page looks for them', () => {
    write('page.md', '![A dot](img/dot.png) ![A dot](gone.png)\n');
    write('img/dot.png', '');
    assert.equal(deepdive('build', 'page.md').stderr, '');
    const { status, stderr } = deepdive('build', 'page.md', '-o', 'elsewhere/page.html');
    assert.equal(status, 0);
    assert.match(stderr, /^page\.md picture img\/dot\.png .*elsewhere\/img\/dot\.png\.\n$/);
  });

  it('says what to write instead of what cannot be followed', () => {
    write('page.md', '# Order ledger\n');
    write('mine.html', '<h1>Order ledger</h1>');
    writeFileSync(join(folder, 'latin.md'), Buffer.from('Caf\u00e9', 'latin1'));
    for (const [args, message] of [
      [[], /Name one page.*Usage: deepdive build/s],
      [['page.md', 'mine.html'], /Name one page/],
      [['page.md', '--colour'], /--colour.*Usage: deepdive build/s],
      [['page.md', '--assets', 'magic'], /copy, link, inline/],
      [['page.txt'], /neither Markdown.*nor HTML/],
      [['absent.md'], /absent\.md: Cannot read this file/],
      [['latin.md'], /latin\.md: It is not UTF-8/],
      [['mine.html'], /mine\.html would be replaced.*-o/],
      [['page.md', '-o', 'page.md/out.html'], /^Cannot write .*out\.html/m],
    ]) {
      const { status, stdout, stderr } = deepdive('build', ...args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: '' });
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    }
    assert.equal(read('mine.html'), '<h1>Order ledger</h1>');
  });
});
