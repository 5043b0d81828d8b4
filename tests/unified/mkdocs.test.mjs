import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { toString as textOf } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { readWriteup } from '../../dist/unified/writeup.js';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -3));

const preserved = /^(pre|code)$/;
const blocks =
  /^(article|blockquote|case-study|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|[a-z]+-[a-z-]+)$/;

/**
 * A tree as lines: what a reader can tell apart. White space between blocks says nothing; nor does a paragraph that holds
 * all the words of a list's item or a definition, which Python-Markdown sets by other rules than CommonMark. Of icons, the
 * sets have had several drawings.
 */
function outline(node, depth = 0, isPreserved = false) {
  const indent = '  '.repeat(depth);
  if (node.type === 'text') {
    const value = isPreserved ? JSON.stringify(node.value) : node.value.replace(/\s+/g, ' ');
    return value.trim() ? [indent + value] : [];
  }
  if (node.tagName === 'svg') return [`${indent}<svg ${node.properties.className?.join(' ') ?? ''}>`];
  const isText = isPreserved || preserved.test(node.tagName);
  const inside = childrenOf(node).flatMap((child) => outline(child, depth + 1, isText));
  if (node.type === 'root') return inside;
  const properties = Object.entries(node.properties)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${[value].flat().join(' ')}`)
    .sort();
  return [`${indent}<${[node.tagName, ...properties].join(' ')}>`, ...inside];
}

const space = { type: 'text', value: ' ' };

function childrenOf(node) {
  const isBlock = (child) => child?.type === 'element' && blocks.test(child.tagName);
  const children = node.children.flatMap((child) =>
    /^(li|dd)$/.test(node.tagName) && child.tagName === 'p' ? [...child.children, space] : [child],
  );
  // Text that was in pieces, and what stands beside a block.
  const joined = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else joined.push({ ...child });
  }
  return joined.map((child, index) => {
    if (child.type !== 'text' || preserved.test(node.tagName)) return child;
    let { value } = child;
    if (index === 0 || isBlock(joined[index - 1])) value = value.trimStart();
    if (index === joined.length - 1 || isBlock(joined[index + 1])) value = value.trimEnd();
    return { ...child, value };
  });
}

describe('a page that MkDocs Material has rendered', () => {
  it('is there', () => assert.ok(names.length >= 3));

  for (const name of names) {
    it(`is read like its Markdown: ${name}`, () => {
      const [fromMarkdown, fromHtml] = ['md', 'html'].map((extension) => {
        const value = readFileSync(new URL(`${name}.${extension}`, folder), 'utf8');
        const icons = () => ({ body: '<path d="M0 0h9v9z"/>' });
        return outline(readWriteup(new VFile({ value, path: `${name}.${extension}` }), { icons }).content);
      });
      assert.deepEqual(fromHtml, fromMarkdown);
    });
  }

  it('loses what the theme has added', () => {
    const value = readFileSync(new URL('parcel-tracker.html', folder), 'utf8');
    const { content } = readWriteup(new VFile({ value, path: 'page.html' }));
    const html = unified().use(rehypeStringify).stringify(content);
    assert.doesNotMatch(html, /¶|headerlink|__codelineno|twemoji|type="radio"|md-content/);
    assert.match(html, /<pre><code class="language-python">def scan\(parcel\):\n {4}# Comments and "strings"/);
  });

  it('keeps words of an author that stand where the theme has none', () => {
    for (const [value, words] of [
      ['One\n\n<article class="md-content__inner">two</article>\n\nthree', 'One two three'],
      ['One\n\n<div><div class="md-content__inner">two</div></div>\n\nthree', 'One two three'],
      ['<div class="footnote">One</div>', 'One'],
      ['<div class="footnote">One <ol><li id="fn:a">two</li></ol></div>', 'One two'],
      ['<p>a<sup>One <a class="footnote-ref" href="#fn:a">1</a></sup></p>', 'aOne 1'],
      ['<ul class="task-list"><li><label class="task-list-control">One</label></li></ul>', 'One'],
      ['<div class="highlight">One <pre><code>two</code></pre></div>', 'One two'],
      ['<div class="highlight"><pre><code>One</code></pre> <pre><code>two</code></pre></div>', 'One two'],
    ]) {
      const { content } = readWriteup(new VFile({ value, path: 'page.md' }));
      assert.equal(textOf(content).replace(/\s+/g, ' ').trim(), words, value);
    }
  });
});
