import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOf, lines, read } from './read.mjs';

const note = (title, words) => `<note-callout kind="note"><h2>${title}</h2>${words}</note-callout>`;

describe('an admonition', () => {
  for (const indent of [1, 2, 3, 4, 7]) {
    it(`has what is ${indent} further in`, () => {
      const space = ' '.repeat(indent);
      const source = lines('!!! note "Title"', `${space}One.`, '', `${space}- two`, '', 'Outside.');
      assert.equal(htmlOf(source), `${note('Title', '<p>One.</p><ul><li>two</li></ul>')}<p>Outside.</p>`);
    });
  }

  it('has what is a tab further in', () => {
    assert.equal(htmlOf('!!! note\n\tOne.\n'), note('Note', '<p>One.</p>'));
  });

  it('counts a tab after spaces as far as the tab reaches', () => {
    const after = (...more) => htmlOf(lines('!!! note', ...more));
    assert.equal(after('    One.', '', '   \t Two.'), note('Note', '<p>One.</p><p>Two.</p>'));
    // What of a tab is further in than the rest belongs to the line.
    assert.equal(after('  One.', '', '\t  code'), note('Note', '<p>One.</p><pre><code>code\n</code></pre>'));
    // Not four columns further in than the item, which would be code.
    assert.match(htmlOf(lines('- One', '', '  \t!!! note', '  \t    Two.')), /<li>.*<note-callout.*Two.*<\/li>/s);
  });

  it('ends where a line is not further in', () => {
    const source = lines('!!! note', '    One.', 'Outside.');
    assert.equal(htmlOf(source), `${note('Note', '<p>One.</p>')}<p>Outside.</p>`);
  });

  it('has what follows at once and is not further in, where it would be empty', () => {
    assert.equal(htmlOf(lines('!!! note', 'One.', '', 'Outside.')), `${note('Note', '<p>One.</p>')}<p>Outside.</p>`);
    const table = lines('!!! note', '| a | b |', ' |---|---|', ' | 1 | 2 |', '', 'Outside.');
    assert.match(
      htmlOf(table),
      /<note-callout kind="note"><h2>Note<\/h2><compare-table>.*<\/compare-table><\/note-callout><p>O/,
    );
  });

  it('is empty before a heading', () => {
    assert.equal(htmlOf(lines('!!! note', '## Next')), `${note('Note', '')}<h2 id="next">Next</h2>`);
  });

  it('takes a title in any quotes, in none, or none', () => {
    assert.equal(htmlOf("!!! note 'One *two*'\n    x"), note('One <em>two</em>', '<p>x</p>'));
    assert.equal(htmlOf('!!! note “One”\n    x'), note('One', '<p>x</p>'));
    assert.equal(htmlOf('!!! note One two\n    x'), note('One two', '<p>x</p>'));
    assert.equal(htmlOf('!!! note inline end "One"\n    x'), note('One', '<p>x</p>'));
    assert.equal(htmlOf('!!! note ""\n    x'), '<note-callout kind="note"><p>x</p></note-callout>');
  });

  it('reads its title as words, whatever they look like', () => {
    assert.equal(htmlOf('!!! note "1. # One"\n    x'), note('1. # One', '<p>x</p>'));
  });

  it('stands in lists, quotes and other admonitions', () => {
    const list = lines('1. One', '', '    !!! note', '        Two', '', '    Three', '2. Four');
    assert.match(
      htmlOf(list),
      /<li><p>One<\/p><note-callout.*<p>Two<\/p><\/note-callout><p>Three<\/p><\/li><li><p>Four/,
    );
    assert.match(htmlOf('- One\n\n    !!! note\n        Two\n'), /<li><p>One<\/p><note-callout.*Two/);
    assert.match(
      htmlOf('> !!! note\n>     Two\n'),
      /<blockquote><note-callout.*<p>Two<\/p><\/note-callout><\/blockquote>/,
    );
    const nested = lines('!!! tip', '    One', '', '    !!! note', '        Two', '', '    Three');
    assert.match(
      htmlOf(nested),
      /<p>One<\/p><note-callout kind="note">.*<p>Two<\/p><\/note-callout><p>Three<\/p><\/note-callout>$/,
    );
  });

  it('folds', () => {
    assert.equal(
      htmlOf('??? question "Why?"\n    Because.'),
      '<note-callout kind="question"><details><summary>Why?</summary><p>Because.</p></details></note-callout>',
    );
    assert.match(htmlOf('???+ tip\n    Because.'), /<details open(="")?><summary>Tip<\/summary>/);
  });

  it('is left alone in code', () => {
    assert.equal(htmlOf('```\n!!! note\n    One\n```'), '<pre><code>!!! note\n    One\n</code></pre>');
    assert.equal(htmlOf('Text\n\n    !!! note\n        One'), '<p>Text</p><pre><code>!!! note\n    One\n</code></pre>');
  });

  it('defines references for all of the page', () => {
    assert.match(
      htmlOf('[a] [b]\n\n!!! note\n    x\n\n    [a]: a.html\n\n    > [b]: b.html'),
      /^<p><a href="a.html">a<\/a> \[b\]<\/p>/,
    );
  });

  it('is code in code that shows fences', () => {
    const source = lines(
      '```',
      '=== "A"',
      '',
      '    ```',
      '    a',
      '    ```',
      '',
      '=== "B"',
      '```',
      '',
      '!!! note',
      '    b',
    );
    assert.match(
      htmlOf(source),
      /^<pre><code>=== "A"\n\n {4}```\n {4}a\n {4}```\n\n=== "B"\n<\/code><\/pre><note-callout/,
    );
  });

  it('keeps code with empty lines whole', () => {
    const source = lines('!!! note', ' ```py', ' a', '', ' b', ' ```');
    assert.equal(htmlOf(source), note('Note', '<pre><code class="language-py">a\n\nb\n</code></pre>'));
  });
});

describe('callouts of others', () => {
  it('are read as GitHub, Docusaurus, Starlight and VitePress write them', () => {
    assert.equal(htmlOf('> [!NOTE]\n> One'), note('Note', '<p>One</p>'));
    assert.equal(htmlOf('> [!NOTE] Title\n> One'), note('Title', '<p>One</p>'));
    assert.equal(htmlOf(':::note\n\nOne\n\n:::'), note('Note', '<p>One</p>'));
    assert.equal(htmlOf(':::note[Title]\nOne\n:::\n'), note('Title', '<p>One</p>'));
    assert.equal(htmlOf('::: note Title\nOne\n:::\nTwo'), `${note('Title', '<p>One</p>')}<p>Two</p>`);
    const nested = lines('::::note', ':::tip', 'One', ':::', 'Two', '::::', 'Three');
    assert.match(
      htmlOf(nested),
      /kind="note">.*kind="tip">.*<p>One<\/p><\/note-callout><p>Two<\/p><\/note-callout><p>Three/,
    );
  });

  it('are only those that they have', () => {
    assert.equal(htmlOf('> [!FOO]\n> One'), '<blockquote><p>[!FOO]\nOne</p></blockquote>');
    assert.equal(htmlOf(':::foo\nOne\n:::'), '<p>:::foo\nOne\n:::</p>');
  });

  it('needs no space before its kind, which an exclamation is not', () => {
    assert.equal(htmlOf('!!!note "T"\n    a\n\n???+tip\n    b').match(/<note-callout/g).length, 2);
    assert.equal(htmlOf('!!!Great news\n    a'), '<p>!!!Great news\na</p>');
  });
});

describe('tabs', () => {
  it('are one set where they follow each other', () => {
    const source = lines('## Rollout', '', '=== "One *x*"', ' a', '', '=== "Two"', '', '    b');
    assert.match(
      htmlOf(source),
      /<content-tabs><section><h3>One <em>x<\/em><\/h3><p>a<\/p><\/section><section><h3>Two<\/h3><p>b<\/p><\/section><\/content-tabs>$/,
    );
    assert.equal(htmlOf(lines('=== "A"', '    a', '===! "B"', '    b')).match(/<content-tabs>/g).length, 2);
  });

  it('are no underline of a heading', () => {
    assert.equal(htmlOf('Title\n===\n'), '<h1 id="title">Title</h1>');
  });
});

describe('HTML in Markdown', () => {
  it('holds Markdown where it says so, or where a blank line is followed by some', () => {
    assert.equal(htmlOf('<div markdown>\n- a\n</div>'), '<div><ul><li>a</li></ul></div>');
    assert.equal(htmlOf('<div markdown="1">\n\n  **a**\n\n</div>'), '<div><p><strong>a</strong></p></div>');
    assert.match(htmlOf('<details>\n<summary>S</summary>\n\n**a**\n\n</details>'), /<summary>S<\/summary><p><strong>a/);
    assert.match(
      htmlOf('<note-callout kind="tip">\n\n**a**\n\n</note-callout>'),
      /<note-callout kind="tip"><p><strong>a/,
    );
  });

  it('may be a table with a caption that says so', () => {
    const source = lines(
      '<table markdown>',
      '<caption>C</caption>',
      '<tr><th>A</th></tr>',
      '</table>',
      '',
      '!!! tip',
      '    a',
    );
    assert.match(htmlOf(source), /<caption>C<\/caption>.*<th>A<\/th>.*<note-callout kind="tip">/s);
  });

  it('is HTML to its end tag, blank lines and far-in lines included', () => {
    const source = lines('<div>', '', '    <p>a</p>', '', '</div>', '', '**b**');
    assert.equal(htmlOf(source), '<div><p>a</p></div><p><strong>b</strong></p>');
  });

  it('without an end goes on to the next blank line', () => {
    assert.equal(htmlOf('<div>\na\n\n**b**'), '<div>\na\n<p><strong>b</strong></p></div>');
  });

  it('is code in code', () => {
    assert.equal(
      htmlOf('Use `<div>` and\n\n!!! note\n    `</div>`'),
      `<p>Use <code>&lt;div></code> and</p>${note('Note', '<p><code>&lt;/div></code></p>')}`,
    );
  });
});

describe('definition lists', () => {
  it('have terms and definitions', () => {
    assert.equal(htmlOf('Apple\n:   A fruit\n:   A firm'), '<dl><dt>Apple</dt><dd>A fruit</dd><dd>A firm</dd></dl>');
    assert.equal(
      htmlOf(lines('Apple', 'Pear', '', ':   A fruit', '', '    More of it', '', 'Else')),
      '<dl><dt>Apple</dt><dt>Pear</dt><dd><p>A fruit</p><p>More of it</p></dd></dl><p>Else</p>',
    );
    assert.equal(htmlOf(lines('A', ': a', '', 'B', ': b')), '<dl><dt>A</dt><dd>a</dd><dt>B</dt><dd>b</dd></dl>');
  });

  it('may have a comment for a term, as placeholders of themes are', () => {
    assert.equal(htmlOf('<!-- md:option x -->\n\n:   One'), '<dl><dt></dt><dd><p>One</p></dd></dl>');
  });

  it('need a term', () => {
    assert.equal(htmlOf('- One\n: two'), '<ul><li>One\n: two</li></ul>');
  });
});

describe('tables', () => {
  it('are read where columns are miscounted, and lose no cell', () => {
    const cells = (source) => htmlOf(source).match(/(?<=<t[hd]>).*?(?=<\/t[hd]>)/g);
    assert.deepEqual(cells('| a | b |\n|---|---||\n| 1 | 2 |'), ['a', 'b', '1', '2']);
    assert.deepEqual(cells('| a | b |\n|---|\n| 1 | 2 |'), ['a', 'b', '1', '2']);
    assert.deepEqual(cells('| a | b |\n|---|---|\n| 1 | 2 | 3 |'), ['a', 'b', '', '1', '2', '3']);
  });

  it('have no borders in code', () => {
    assert.match(htmlOf('| a | b |\n|---|---|\n| `x|y` | 2 |'), /<td><code>x\|y<\/code><\/td><td>2<\/td>/);
  });
});

describe('attribute lists', () => {
  it('are given to what they stand behind', () => {
    assert.equal(htmlOf('## One { #two }'), '<h2 id="two">One</h2>');
    assert.equal(htmlOf('[a](b.html){ title="c" }'), '<p><a href="b.html" title="c">a</a></p>');
    assert.equal(htmlOf('![a](b.png){ width="20" } c'), '<p><img src="b.png" alt="a" width="20"> c</p>');
    assert.equal(htmlOf('One\n{: #two }'), '<p id="two">One</p>');
  });

  it('below a table are its own, and no row of it', () => {
    const source = '| a | b |\n|---|---|\n| c | d |\n{: #prices .wide }\n\nText.';
    assert.match(htmlOf(source), /<table id="prices" class="wide">.*<td>d<\/td><\/tr><\/tbody><\/table>.*<p>Text/s);
  });

  it('are words where they list no attributes', () => {
    assert.equal(htmlOf('**a**{ b }'), '<p><strong>a</strong>{ b }</p>');
    assert.equal(htmlOf('## One {two}'), '<h2 id="one-two">One {two}</h2>');
  });
});

describe('icons, emoji and abbreviations', () => {
  it('are left out with a word, written out, and explained', () => {
    const { html, messages } = read(':material-check:{ .lg } One :rocket: :nope:');
    assert.equal(html, '<p>One 🚀 :nope:</p>');
    assert.deepEqual(messages.map(String), ['page.md:1:1: Left out an icon of MkDocs Material: :material-check:']);
    const source = lines('The SLO, not SLOs or `SLO`.', '', '*[SLO]: Service level objective');
    assert.equal(
      htmlOf(source),
      '<p>The <abbr title="Service level objective">SLO</abbr>, not SLOs or <code>SLO</code>.</p>',
    );
  });
});

describe('code', () => {
  it('has the language and the title that MkDocs reads', () => {
    assert.equal(htmlOf('``` { .py .x linenums="1" }\na\n```'), '<pre><code class="language-py">a\n</code></pre>');
    assert.equal(
      htmlOf('``` py title="a.py" hl_lines="1"\na\n```'),
      '<figure><figcaption>a.py</figcaption><pre><code class="language-py">a\n</code></pre></figure>',
    );
  });
});

describe('headings', () => {
  it('have the ids that MkDocs makes', () => {
    const ids = (source) => [...htmlOf(source).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    // As `markdown.markdown(source, extensions=['toc', 'attr_list'])` of Python-Markdown 3.4 makes them.
    assert.deepEqual(ids('# Failure Scenarios & Lessons'), ['failure-scenarios-lessons']);
    assert.deepEqual(ids('# 🎓 Key `code`: Über – x_y'), ['key-code-uber-x_y']);
    assert.deepEqual(ids('# A\n# A\n# A\n# B { #a_1 }'), ['a', 'a_2', 'a_3', 'a_1']);
    assert.deepEqual(ids('# A\n# A_1\n# A'), ['a', 'a_1', 'a_2']);
    assert.deepEqual(ids('# 日本\n# 日本'), ['_1', '_2']);
    const long = '# A_12345678901234567890\n';
    assert.deepEqual(ids(long + long), ['a_12345678901234567890', 'a_12345678901234567891']);
    assert.deepEqual(ids('<div markdown>\n<h3>A &amp; <b>b</b></h3>\n</div>\n\n# A b\n\n<h4>C</h4>'), ['a-b', 'a-b_1']);
    assert.deepEqual(ids('<div markdown>\n<div>\n   <h3>A</h3>\n    <h3>B</h3>\n<p></p><h3>C</h3></div>\n</div>'), [
      'a',
    ]);
    assert.deepEqual(ids('# The [$5M](x.md) **Lesson**'), ['the-5m-lesson']);
  });
});

describe('what is not read', () => {
  it('is named, and stays', () => {
    const { html, messages } = read('One\n\n--8<-- "two.md"\n');
    assert.equal(html, '<p>One</p><p><code>--8&lt;-- "two.md"</code></p>');
    assert.deepEqual(messages.map(String), [
      'page.md:3:1-3:16: --8<-- "two.md" includes another file, which is not read: write its words here.',
    ]);
  });
});

describe('places', () => {
  it('are those in the source, in boxes and lists too', () => {
    const source = lines(
      '# One',
      '',
      '- a',
      '',
      '    !!! danger "T"',
      '        ```mermaid',
      '        graph TB',
      '        ```',
      '',
      '        *em*',
    );
    const { content } = read(source);
    const slices = {};
    const visit = ({ tagName, position, children = [] }) => {
      if (tagName && position) slices[tagName] = source.slice(position.start.offset, position.end.offset);
      children.forEach(visit);
    };
    visit(content);
    assert.equal(slices['em'], '*em*');
    assert.equal(slices['h2'], 'T');
    assert.equal(slices['note-callout'], source.slice(source.indexOf('!!!')));
    assert.match(slices['pre'], /^```mermaid\n +graph TB\n +```$/);
  });
});
