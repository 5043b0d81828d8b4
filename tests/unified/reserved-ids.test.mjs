import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './check/found.mjs';
import { htmlOf, lines, read } from './read.mjs';

const names = [
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
  'litPropertyMetadata',
  'litIssuedWarnings',
  'litHtmlVersions',
  'litElementHydrateSupport',
  'ShadyCSS',
  'ShadyDOM',
  'fastdom',
  'cytoscape',
  'Buffer',
  '__mermaidProfiler',
  'dd-mermaid-1',
  'ddd-mermaid-12',
];

describe('an id that scripts of a page look up', () => {
  for (const name of names) {
    it(`is another one, and links to it follow: ${name}`, () => {
      for (const [source, path] of [
        [`## Heading {#${name}}\n\n[to it](#${name})`, 'page.md'],
        [`<p id="${name}">Words</p>\n\n[to it](#${name})`, 'page.md'],
        [`Words\n{#${name}}\n\n[to it](#${name})`, 'page.md'],
        [`<svg id="${name}"></svg><a href="#${name}">to it</a>`, 'page.html'],
      ]) {
        const { html, messages } = read(source, { path });
        assert.match(html, new RegExp(` id="x-${name}"`), source);
        assert.match(html, new RegExp(` href="#x-${name}"`), source);
        assert.ok(!html.includes(`"${name}"`), source);
        assert.deepEqual(
          messages.map(({ ruleId, reason }) => [ruleId, reason.includes(`“${name}”`)]),
          [['reserved-id', true]],
        );
      }
    });
  }

  it('takes none that the page has', () => {
    const html = htmlOf(lines('# A {#ShadyCSS}', '', '# B {#x-ShadyCSS}'));
    assert.match(html, /id="x-x-ShadyCSS".*id="x-ShadyCSS"/);
  });

  it('is followed by what names its element', () => {
    const html = htmlOf('<p id="litNonce">Words</p><section aria-labelledby="a litNonce">x</section>', {
      path: 'page.html',
    });
    assert.match(html, /aria-labelledby="a x-litNonce"/);
  });

  it('stays where the author is trusted', () => {
    assert.match(htmlOf('# A {#litNonce}', { trust: true }), /id="litNonce"/);
  });

  it('is named by `check`, with its line', async () => {
    const [finding, ...others] = await found('reserved-id', '# Title\n\n## Versions {#reactiveElementVersions}\n');
    assert.deepEqual([finding.line, others], [3, []]);
    assert.match(finding.message, /“reactiveElementVersions”.*choose another id/);
  });
});

describe('an id that is a word', () => {
  it('stays, whatever it is', () => {
    for (const word of [
      'process',
      'global',
      'module',
      'literature',
      'lit',
      'reactive-element',
      'buffer',
      'constructor',
    ]) {
      const { html, messages } = read(`## ${word}\n\n[to it](#${word})`);
      assert.match(html, new RegExp(`id="${word}".*href="#${word}"`));
      assert.deepEqual(messages, []);
    }
  });
});
