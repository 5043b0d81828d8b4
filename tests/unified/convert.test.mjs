import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { htmlOf } from '../../dist/unified/convert/html-block.js';
import { toHtml, toMarkdown } from '../../dist/unified/convert.js';
import { readWriteup } from '../../dist/unified/writeup.js';

const plain = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .use(rehypeRaw);

const converted = (value, path = 'page.md') => toMarkdown(new VFile({ path, value }));
const meant = (value, path = 'page.md') => said(readWriteup(new VFile({ path, value }), { trust: true }).content);

/** What a tree says: white space between blocks, ids of headings, labels of tasks, and the code in a diagram's source aside. */
function said(tree) {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'label') parent.children.splice(index, 1, ...node.children);
    if (/^h\d$/.test(node.tagName)) delete node.properties.id;
    const [code] = node.children;
    const isSource = node.tagName === 'pre' && code?.properties?.className?.includes('language-mermaid');
    if (isSource) node.children = [{ type: 'text', value: code.children[0].value.trimEnd() }];
  });
  return htmlOf(tree.children);
}

/** Checks that any reader of Markdown sees what was meant, and that converting again changes nothing. */
function assertKept(page) {
  const result = converted(page);
  assert.equal(said(plain.runSync(plain.parse(result))), meant(page));
  assert.equal(converted(result), result);
  return result;
}

describe('converting to Markdown', () => {
  const ordinary = `---
title: Parcel tracker
---
Parcel tracker
==============

*Emphasis* and __strong__,   with odd  spacing\\
and a [link][a].[^1]

    indented code

* one
+ two

| a | b |
|---|:-:|
| 1 | 2 |

<div>HTML</div>
<!-- and a comment -->

[a]: https://example.org  "A title"
[^1]: A note.
`;

  it('leaves what every reader understands as it is, byte by byte', () => {
    for (const page of [
      ordinary.replace(/\n\|[\s\S]*?\n\n/, '\n'),
      'No end of a line',
      '',
      '\n\n',
      '# A\r\n\r\ntext\r\n',
    ]) {
      assert.equal(converted(page), page);
    }
  });

  it('makes HTML of the elements, and keeps the lines around them', () => {
    const page = `${ordinary}\n!!! tip "Use *it*"\n    Words, and\n    more.\n\nThe end`;
    const result = assertKept(page);
    assert.ok(result.startsWith(ordinary.slice(0, ordinary.indexOf('| a'))));
    assert.match(
      result,
      /\n\n<note-callout kind="tip">\n<h2>Use <em>it<\/em><\/h2>\n<p>\n? *Words, and\n? *more\.\n?<\/p>\n<\/note-callout>\n\nThe end$/,
    );
  });

  it('writes a diagram as a fence that other tools draw, too', () => {
    const diagram = '```mermaid\ngraph LR\n\n  A --> B\n```';
    assert.equal(assertKept(`${diagram}\n`), `<architecture-diagram>\n\n${diagram}\n\n</architecture-diagram>\n`);
    const nested = `!!! note\n    Text.\n\n    !!! tip\n${diagram.replace(/^(?=.)/gm, '        ')}\n\n        More.\n`;
    assert.ok(assertKept(nested).includes(`\n\n${diagram}\n\n</architecture-diagram>\n`));
  });

  it('keeps empty lines of code that has become HTML', () => {
    assertKept('!!! note\n    ```python\n    a = 1\n\n\n      \n    b = "<i>"\n    ```\n');
  });

  it('makes HTML of what only the dialect knows', () => {
    for (const page of [
      'Parcel\n:   A thing\n\n    in two parts.\n',
      'The HTML is here.\n\n*[HTML]: Hypertext Markup Language\n',
      '# Title { #own .big }\n\ntext {: .lead }\n',
      '=== "One"\n\n    First.\n\n=== "Two"\n\n    Second.\n',
      ':rocket: and text\n',
      '> [!NOTE]\n> See [it][a].\n>\n> [a]: https://example.org\n\nSee [it][a], too.\n',
      'Text\n!!! note\n    No line between.\n# Heading\n',
    ]) {
      assert.notEqual(assertKept(page), page);
    }
  });

  it('keeps footnotes, wherever they are referred to', () => {
    assertKept('!!! note\n    A claim.[^1]\n\nAnother.[^2]\n\n[^1]: One.\n[^2]: Two.\n');
  });

  it('keeps a page of many things', () => {
    const result = assertKept(`# Parcel tracker

!!! abstract "Quick Facts"
 | Metric | Value |
 |--------|-------|
 | **Scale** | 2 million parcels |

## Law analysis

<table class="responsive-table">
<thead>
 <tr>
 <th>Law</th>
 <th>Solution</th>
 </tr>
</thead>
<tbody>
 <tr>
 <td data-label="Law">Correlated failure</td>
 <td data-label="Solution">Cells & shards</td>
 </tr>
</tbody>
</table>

<div class="grid" markdown>
 <a href="../cqrs/" class="pattern-card">
 <h3 class="pattern-card__title">CQRS</h3>
 <p class="pattern-card__description">Reads and writes</p>
 </a>
</div>

<div class="grid cards" markdown>

- **One** with \`code\`

    ---

    Text

</div>

- [x] done
- [ ] open

!!! danger "Major incident: 4 May 2024"
 **What Happened**: It was full.

 **Root Cause**: No quota.

 **Lessons Learned**:
 1. Have one.
`);
    for (const tag of ['quick-facts', 'law-table', 'card-grid', 'pattern-card', 'incident-callout']) {
      assert.match(result, new RegExp(`^<${tag}\\b`, 'm'));
    }
    assert.match(result, /^- \[x\] done\n- \[ \] open$/m);
  });
});

describe('converting to HTML', () => {
  it('writes the content without a head, each block in a line', () => {
    const html = toHtml(new VFile({ path: 'a.md', value: '# A\n\n!!! note "B"\n    C\n\n```\na\n\n  b\n```\n' }));
    assert.equal(
      html,
      '<h1 id="a">A</h1>\n<note-callout kind="note">\n  <h2>B</h2>\n  <p>C</p>\n</note-callout>\n<pre><code>a\n\n  b\n</code></pre>\n',
    );
    const again = toHtml(new VFile({ path: 'a.html', value: html }));
    assert.equal(again, html);
  });

  it('takes a whole page', () => {
    const value =
      '<!doctype html><html><head><title>T</title></head><body><div class="admonition tip"><p class="admonition-title">A</p><p>B</p></div></body></html>';
    assert.match(toHtml(new VFile({ path: 'a.html', value })), /^<note-callout kind="tip">[\s\S]*<\/note-callout>\n$/);
  });
});

describe('deepdive convert', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deepdive-convert-'));
  after(() => rmSync(folder, { recursive: true }));
  const program = fileURLToPath(new URL('../../dist/node/deepdive.js', import.meta.url));
  const convert = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'convert', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  writeFileSync(join(folder, 'page.md'), '\uFEFF# A\n\n!!! note "B"\n    C\n');
  writeFileSync(join(folder, 'page.html'), '<p>A');
  writeFileSync(join(folder, 'latin.md'), Buffer.from('Caf\u00e9', 'latin1'));

  it('writes Markdown, or HTML where the file is called so', () => {
    const { status, stdout } = convert('page.md');
    assert.equal(status, 0);
    assert.match(stdout, /^\uFEFF# A\n\n<note-callout/);
    assert.deepEqual(convert('page.md', '-o', 'out/page.html'), { status: 0, stdout: '', stderr: '' });
    assert.match(readFileSync(join(folder, 'out/page.html'), 'utf8'), /^<h1 id="a">A<\/h1>\n<note-callout/);
    assert.equal(convert('page.html').stdout, '<p>A</p>\n');
  });

  it('names file and line of what is not read', () => {
    writeFileSync(join(folder, 'deep.md'), `# A\n\n${'> '.repeat(1000)}text\n`);
    const { status, stdout, stderr } = convert('deep.md');
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(stderr, /^deep\.md:3: More than .*\n$/);
  });

  it('says what to write instead of what cannot be followed', () => {
    for (const [args, message] of [
      [[], /Name one page/],
      [['page.md', 'page.html'], /Name one page/],
      [['page.html', '-o', 'page.md'], /is HTML, which is converted to HTML only/],
      [['none.md'], /Cannot read none\.md/],
      [['latin.md'], /latin\.md is not UTF-8/],
      [['page.md', '-o', 'page.html/x.md'], /^Cannot write .*x\.md/m],
      [['page.md', '--colour'], /--colour.*Usage: deepdive convert/s],
    ]) {
      const { status, stdout, stderr } = convert(...args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: '' });
      assert.match(stderr, message);
    }
    assert.match(convert('--help').stdout, /^Usage: deepdive convert/);
  });
});
