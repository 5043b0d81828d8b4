import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { readWriteup } from '../../dist/unified/writeup.js';

const read = (value, path = 'page.md') => readWriteup(new VFile({ value, path }));
const htmlOf = (value, path) => unified().use(rehypeStringify).stringify(read(value, path).content);

/** Ends in a page, or in a message for its author. */
function end(value, path) {
  try {
    return htmlOf(value, path);
  } catch (error) {
    assert.equal(
      error.name === 'Error' ? error.message : error.source,
      'deepdive',
      `${value.slice(0, 40)}: ${error.stack}`,
    );
    return error.reason;
  }
}

const many = 10_000;
const indented = (line) => Array.from({ length: 300 }, (_, depth) => ' '.repeat(4 * depth) + line).join('\n');

describe('what would never end', () => {
  it('is refused with a message that says where and what to do', () => {
    for (const [value, path, message] of [
      [`Words\n\n${'>'.repeat(many)} a`, 'page.md', /^page\.md:3:1: .*side by side/],
      [`${'- '.repeat(many)}a`, 'page.md', /^page\.md:1:1: .*side by side/],
      ['<div>'.repeat(many), 'page.md', /Close them/],
      ['<div>'.repeat(many), 'page.html', /Close them/],
      ['<table><tr><td>'.repeat(many), 'page.html', /Close them/],
      ['<template>'.repeat(many), 'page.html', /Close them/],
      [
        Array.from({ length: 200 }, (_, id) => `<p><b id=${id}>x`).join(''),
        'page.html',
        /<b> are opened and not closed/,
      ],
      [`${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b|\n'.repeat(1000)}`, 'page.md', /table.*Fill them/],
      [`> a\n${'b\n'.repeat(many)}`, 'page.md', /^page\.md:2002:1: .*blank line/],
      [`- a\n${'b\n'.repeat(many)}`, 'page.md', /blank line/],
      [`[^1]\n\n[^1]: a\n${'b\n'.repeat(many)}`, 'page.md', /blank line/],
      ['a & b\n'.repeat(60_000), 'page.md', /paragraph.*Divide it/],
      ['a&\\*'.repeat(60_000), 'page.md', /paragraph.*Divide it/],
      [`- [ ] ${'`a` '.repeat(150_000)}`, 'page.md', /paragraph.*Divide it/],
      ['a'.repeat(3_000_000), 'page.md', /3,000,000 characters.*Split it/],
      [
        `---\ntitle: ${'"'.repeat(200_000)}\n---\n`,
        'page.md',
        /^page\.md:1:1: .*front matter.*200,007 char.*Shorten it/,
      ],
      [new Uint8Array([0x43, 0x61, 0x66, 0xe9]), 'page.md', /not UTF-8\. Save it as that/],
      [Buffer.from('\ufeff# Title', 'utf16le'), 'page.md', /not UTF-8/],
    ]) {
      assert.throws(
        () => read(value, path),
        (error) => error.ruleId === 'limits' && error.fatal === true && message.test(String(error)),
        String(message),
      );
    }
  });

  it('is read as text where that is all that it can be', () => {
    for (const value of [
      '['.repeat(many),
      `${'['.repeat(many)}a${']'.repeat(many)}`,
      `${'!['.repeat(many)}a${'](b)'.repeat(many)}`,
      '[a]('.repeat(many),
      '[w '.repeat(many),
      '*a **b '.repeat(many),
      '*a_ '.repeat(many),
      `${'*'.repeat(many)}a${'*'.repeat(many)}`,
      Array.from({ length: 200 }, (_, length) => '`'.repeat(length + 1)).join(' '),
      'x <!--a '.repeat(many),
      '{ '.repeat(many),
      ':material-a:{ '.repeat(many),
      `|a|\n|-|\n|${'`'.repeat(many)}|`,
    ]) {
      const words = htmlOf(value).replace(/<[^>]*>/g, '');
      assert.ok(words.length >= value.length / 8, value.slice(0, 20));
    }
  });

  it('ends, whatever it is', () => {
    for (const value of [
      indented('!!! note'),
      indented('- a'),
      indented('=== "a"'),
      ':::note\n'.repeat(many),
      `${'<div markdown>\n'.repeat(1000)}a\n${'</div>\n'.repeat(1000)}`,
      '\n'.repeat(many),
      '!!! note\n    a\n\n'.repeat(500),
      'a\n-\n'.repeat(1000),
      Array.from({ length: 1000 }, (_, id) => `[^${id}]\n\n[^${id}]: x\n\n`).join(''),
      Array.from({ length: 1000 }, (_, id) => `*[A${id}]: x\n`).join(''),
      ':simple-a:x'.repeat(150_000),
      `*[AB]: x\n\n${'AB '.repeat(150_000)}`,
      `---\na: ${'['.repeat(many)}\n---\n`,
      `---\n${'a: [\n'.repeat(1000)}---\n`,
      `---\na0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, id) => `a${id + 1}: &a${id + 1} [${`*a${id}, `.repeat(9)}]`).join('\n')}\n---\n`,
      '---\n',
      '',
      '\0\u0001\ud800 \ufeff',
      'a\rb\r\rc\r\n\r\nd',
    ]) {
      for (const path of ['page.md', 'page.html']) assert.equal(typeof end(value, path), 'string');
    }
  });
});

/** What becomes of pages by their names, of each that is done within ten minutes. */
async function endsOf(pages) {
  const ends = new Map();
  const child = fork(fileURLToPath(new URL('read-all.mjs', import.meta.url)), { timeout: 600_000 });
  child.on('message', ([name, end]) => ends.set(name, end));
  child.send(pages);
  await once(child, 'exit');
  return ends;
}

describe('what once took minutes', () => {
  const long = 100_000;
  const read = {
    'percent signs that begin a diagram': `\`\`\`mermaid\n${'%'.repeat(44)}\n\`\`\`\n`,
    'percent signs of a diagram line by line': `\`\`\`mermaid\n${'%% %\n'.repeat(40)}A[\n\`\`\`\n`,
    'tabs in a delimiter row': `a|b\n${'\t'.repeat(long)}-|${'\t'.repeat(long)}x\n`,
    'spaces in a delimiter row': `a|b\n-|-${' '.repeat(long)}x\n`,
    'hyphens in a delimiter row': `a|b\n-|${'-'.repeat(long)}x\n`,
    'zeros of a reading time': `---\nreading_time: ${'0'.repeat(long / 2)}U\n---\n\n# x\n`,
    'hyphens of a rollout': `Canary → 1% → ${'-'.repeat(long)}`,
    'spaces of a rollout': `Canary →${' '.repeat(long)}1% → 2%`,
    'spaces before a colon': `**x${' '.repeat(long)}:**\n`,
    'spaces behind a bold term': `**x${'\u00a0'.repeat(long)}:** y\n**z:** y\n`,
    'spaces in the braces of a fence': `\`\`\`{${' '.repeat(long)}\nb\n\`\`\`\n`,
    'commas behind a fence': `\`\`\`a${','.repeat(long)}\nb\n\`\`\`\n`,
    'spaces of an abbreviation': `*[a]:${' '.repeat(long)}\u2028x\n`,
    'spaces behind an admonition': `!!! note${' '.repeat(long)}"\u2028\n`,
    'hash signs in front matter': `---\ntitle: a${' #'.repeat(long / 4)}\n---\n`,
    'figures of an item': `- **Users**: ${'100 '.repeat(long / 4)}%\n- **Growth**: ${' '.repeat(long)}5%\n`,
    'digits of a figure': `- **Users**: ${'1'.repeat(long)}x\n- **Growth**: 5%\n`,
    'comments that do not end': '<!--a\n'.repeat(long / 6),
    'words of a template': 'TBD '.repeat(130_000),
    'words in an open bracket': `[${'a '.repeat(3 * long)}`,
    'definitions without a term': ': b\n'.repeat(long / 10),
    'incidents of one section': `## Outages\n\n<div>\n${'<incident-callout>a</incident-callout>\n'.repeat(20_000)}</div>\n`,
    'lists below a long heading': `# ${'word '.repeat(long)}\n\n${'- a\n\n1. b\n\n'.repeat(3000)}`,
    'classes of a link around blocks': `<div class="md-content__inner"><p><a href="x" class="${'a '.repeat(long)}"></a></p><div class="${'b '.repeat(long)}">c</div></div>\n`,
    'ids that scripts look up': `<div>\n${Array.from({ length: 700 }, (_, n) => `<i id="${'x-'.repeat(n + 1)}litA">a</i>\n`).join('')}${'<i id="litA">b</i>\n'.repeat(10_000)}</div>\n`,
    'references to other than what is defined': Array.from(
      { length: 20_000 },
      (_, n) => `[a${n}]: x\n${n % 500 ? '' : `\n${'[b] '.repeat(500)}\n\n`}`,
    ).join(''),
  };
  const refused = {
    'numbers in each other': '1. '.repeat(3000),
    'bold words that do not end': '<b>x\n\n'.repeat(5000),
    'cells that do not end': '<table><td>'.repeat(2000),
    'marks of one paragraph': 'a ==b== '.repeat(60_000),
  };

  it('is read, checked and converted, or refused with a message', async () => {
    const ends = await endsOf({ ...read, ...refused });
    for (const name of Object.keys(read)) assert.deepEqual(ends.get(name), ['read', 'read', 'read'], name);
    for (const name of Object.keys(refused)) assert.deepEqual(ends.get(name), ['refused', 'read', 'refused'], name);
  });
});

describe('the limits', () => {
  it('leave alone what authors write', () => {
    const quotes = `${'> '.repeat(20)}deep`;
    assert.equal(htmlOf(quotes).match(/<blockquote>/g).length, 20);
    assert.equal(htmlOf('[![a](b)](c) ![x [y](z)](w)').match(/<img/g).length, 2);
    assert.equal(htmlOf('Wow! Yes! Oh! Ah! So! Now! Up! In! On! At! ![a](b)').match(/<img/g).length, 1);
    assert.equal(htmlOf('*a* '.repeat(300)).match(/<em>/g).length, 300);
    assert.equal(htmlOf('[a](b) '.repeat(300)).match(/<a /g).length, 300);
    assert.equal(htmlOf('a & b\n'.repeat(10_000)).match(/&#x26;/g).length, 10_000);
    assert.match(htmlOf(`- a\n\n${'b\n'.repeat(3000)}`), /<\/ul>\s*<p>b/);
    assert.equal(htmlOf('`` a ` b `` and ``` ` ```').match(/<code>/g).length, 2);
    assert.equal(htmlOf(`${'- '.repeat(60)}`).match(/<hr>/g).length, 1);
    assert.match(htmlOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x23, 0x20, 0x61])), /^<h1[^>]*>a<\/h1>/);
  });

  it('read quotes, lists and footnotes that end as micromark does', () => {
    const html = htmlOf('> a\n\nb\n\n- c\n\n  > d\n\ne[^1]\n\n[^1]: f\n\ng\n-\n\n> h\n> -\n\ni\n');
    assert.match(
      html,
      /<blockquote>\s*<p>a<\/p>\s*<\/blockquote>\s*<p>b<\/p>\s*<ul>\s*<li>\s*<p>c<\/p>\s*<blockquote>\s*<p>d<\/p>/,
    );
    assert.match(html, /<h2[^>]*>g<\/h2>\s*<blockquote>\s*<h2[^>]*>h<\/h2>\s*<\/blockquote>\s*<p>i<\/p>/);
  });
});
