import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOf, lines, read } from './read.mjs';

const noTag = (names, one) =>
  `${names} ${one ? 'is no HTML tag, and is' : 'are no HTML tags, and are'} shown as text. Write such words as code, between backticks.`;
const reasons = (source, options) => read(source, options).messages.map(({ reason }) => reason);

describe('what looks like a tag and is none', () => {
  for (const [what, source, html] of [
    ['a placeholder', 'Run `git clone` <repo-url>.', '<p>Run <code>git clone</code> &lt;repo-url>.</p>'],
    ['a type', 'A List<String> and Map<String, Order>', '<p>A List&lt;String> and Map&lt;String, Order></p>'],
    ['one with an end', 'An <order>()</order>', '<p>An &lt;order>()&lt;/order></p>'],
    ['one in emphasis', '**<name>**: x', '<p><strong>&lt;name></strong>: x</p>'],
    ['one in a heading', '## The <name> part', '<h2 id="the-name-part">The &lt;name> part</h2>'],
    ['one in an item', '- <name>: the shard', '<ul><li>&lt;name>: the shard</li></ul>'],
    ['one that is a block', lines('<order>', '', 'Words.'), '<p>&lt;order></p><p>Words.</p>'],
    ['one with lines below', lines('<order>', 'Words.'), '<p>&lt;order>\nWords.</p>'],
    ['one in HTML', '<div>A List<String></div>', '<div>A List&lt;String></div>'],
    [
      'one in a box',
      lines('!!! note', '    A <name>.'),
      '<note-callout kind="note"><h2>Note</h2><p>A &lt;name>.</p></note-callout>',
    ],
  ]) {
    it(`stays a word of the page: ${what}`, () => assert.equal(htmlOf(source), html));
  }

  it('stays one in a cell', () => {
    assert.match(htmlOf(lines('| a | b |', '| - | - |', '| Promise<Order> | 1 |')), /<td>Promise&lt;Order><\/td>/);
  });

  it('is told once, with the first five', () => {
    assert.deepEqual(reasons('A <name>.'), [noTag('<name>', true)]);
    assert.deepEqual(reasons(lines('<a1> <b1> <c1>', '', '<a1> <d1> <e1> <f1> <g1>')), [
      noTag('<a1>, <b1>, <c1>, <d1>, <e1> and 2 more'),
    ]);
    const [{ place }] = read(lines('Words.', '', 'A <name>.')).messages;
    assert.deepEqual([place.line, place.column], [3, 3]);
  });

  it('is a tag where the author is trusted', () => {
    assert.equal(htmlOf('A <b-c>word</b-c>', { trust: true }), '<p>A <b-c>word</b-c></p>');
    assert.deepEqual(reasons('A <b-c>word</b-c>', { trust: true }), []);
  });

  it('is nothing that HTML, SVG, MathML or the library has, nor a comment', () => {
    const source = lines(
      '<DIV>a</DIV>',
      '',
      'b <kbd>c</kbd> <form> <math><mi>x</mi></math> <quick-facts></quick-facts> <!-- <d> -->',
    );
    assert.deepEqual(reasons(source), []);
  });
});

describe('a component of another tool', () => {
  const tabs = lines('<Tabs>', '<TabItem label="npm">', '', 'Words.', '', '</TabItem>', '</Tabs>');

  it('leaves its words and its label, and is named', () => {
    assert.equal(htmlOf(tabs), '<p><strong>npm</strong></p><p>Words.</p>');
    assert.deepEqual(reasons(tabs), [
      '<Tabs>, <TabItem> are components of another tool, and not run: the words in them stay. Write HTML or Markdown for the rest.',
    ]);
  });

  it('leaves its words in a line', () => {
    assert.equal(htmlOf('A <Badge>new</Badge> part <Icon />'), '<p>A new part </p>');
  });
});

describe('a line of a paragraph that begins with a number', () => {
  it('is a list only where the lines are counted from 1', () => {
    const paragraph = '<p>It came in\n2024. It held.</p>';
    assert.equal(htmlOf(lines('It came in', '2024. It held.')), paragraph);
    assert.equal(htmlOf('<p>It came in\n2024. It held.</p>', { path: 'page.html' }), paragraph);
    const counted = '<p>Steps:\n1. One\n2. Two</p>';
    const list = '<p>Steps:</p><ol><li>One</li><li>Two</li></ol>';
    assert.equal(htmlOf(counted, { path: 'page.html' }), list);
    assert.equal(htmlOf(counted.replace('2.', '1.'), { path: 'page.html' }), list);
    const mixed = '<p>Steps:\n- One\n2. Two</p>';
    assert.equal(htmlOf(mixed, { path: 'page.html' }), mixed);
  });
});

describe('the name of an emoji', () => {
  it('is one where it stands by itself and is not escaped', () => {
    assert.equal(
      htmlOf('user:id:42, \\:rocket:, :rocket:, :fire::rocket: and :id:'),
      '<p>user:id:42, :rocket:, 🚀, 🔥🚀 and 🆔</p>',
    );
  });
});

describe('a container', () => {
  it('has no code that is only indented, as in Docusaurus and VitePress', () => {
    const note = (words) => `<note-callout kind="tip"><h2>Tip</h2>${words}</note-callout>`;
    assert.equal(
      htmlOf(lines('::: tip', '    Words.', '', '    - item', ':::')),
      note('<p>Words.</p><ul><li>item</li></ul>'),
    );
  });

  it('has the title that its attributes say', () => {
    const titled = '<note-callout kind="tip"><h2>My title</h2><p>Words.</p></note-callout>';
    for (const opening of [
      ':::tip{title="My title"}',
      "::: tip { .wide title='My title' }",
      ':::tip[My title]{#id}',
      '::: tip My title',
    ])
      assert.equal(htmlOf(lines(opening, 'Words.', ':::')), titled, opening);
  });
});

describe('a footnote that nobody refers to', () => {
  it('stands where it is written, and is named', () => {
    const source = lines(
      'Words.[^a]',
      '',
      '[^b]: Of [^c] *no* use.',
      '',
      '[^a]: Used, with [^d].',
      '',
      '[^c]: Gone.',
      '',
      '[^d]: Too.',
    );
    const html = htmlOf(source);
    assert.match(html, /<p>Of .*<em>no<\/em> use\.<\/p>/);
    assert.match(html, /<li id="fn-a">.*Used.*<li id="fn-d">.*Too\./s);
    assert.match(html, /<p>Gone\.<\/p>|<li id="fn-c">/);
    assert.deepEqual(reasons(lines('Words.', '', '[^1]: Note.')), [
      'No words refer to the footnote [^1], which is shown where it is written. Put [^1] where it belongs.',
    ]);
    assert.equal(htmlOf(lines('Words.', '', '[^1]: Note.', '', '    More.')), '<p>Words.</p><p>Note.</p><p>More.</p>');
    assert.deepEqual(reasons(source.replace('Words.', 'Words.[^b]')), []);
  });
});

// cspell:words Hinweis Warnung Fußnoten Zurück Verweis
describe('what the author has left unsaid', () => {
  const source = (lang) =>
    lines(
      '---',
      `lang: ${lang}`,
      '---',
      '!!! caution',
      '    A.[^1]',
      '',
      '??? tip',
      '    B.',
      '',
      '> [!NOTE]',
      '> C.',
      '',
      '!!! note "Note"',
      '    D.',
      '',
      '[^1]: E.',
    );
  const titles = (lang) =>
    [...htmlOf(source(lang)).matchAll(/<(?:h2|summary)[^>]*>(.*?)<\/(?:h2|summary)>/g)].map(([, words]) => words);

  it('is in the language of the page, where the library has it', () => {
    assert.deepEqual(titles('de'), ['Warnung', 'Tipp', 'Hinweis', 'Note', 'Fußnoten']);
    assert.deepEqual(titles('ja-JP').at(-1), '脚注');
    assert.match(htmlOf(source('de')), /aria-label="Zurück zum Verweis 1"/);
    assert.deepEqual(titles('en'), ['Caution', 'Tip', 'Note', 'Note', 'Footnotes']);
    assert.deepEqual(titles('fi'), titles('en'));
  });

  it('is what the elements say', async () => {
    for (const lang of ['ar', 'de', 'es', 'fr', 'ja', 'zh']) {
      const { default: words } = await import(`../../dist/languages/${lang}.js`);
      for (const kind of [
        'note',
        'tip',
        'info',
        'abstract',
        'success',
        'question',
        'warning',
        'danger',
        'example',
        'quote',
      ])
        assert.match(
          htmlOf(lines('---', `lang: ${lang}`, '---', `!!! ${kind}`, '    A.')),
          new RegExp(`<h2>${words[kind]}</h2>`),
        );
    }
  });
});

describe('a bare address', () => {
  for (const address of [
    'https://example.com/pkg/__init__.py',
    'https://example.com/a_b_c/*d*/e',
    'www.example.com/~a/~b',
    'http://example.com/?a==b&c==d',
    'https://example.com/x^2^',
  ]) {
    it(`is a link as a whole: ${address}`, () => {
      const href = address.replace(/^www/, 'http://www').replaceAll('^', '%5E').replaceAll('&', '&amp;');
      assert.equal(
        htmlOf(`See ${address}, or *this*.`),
        `<p>See <a href="${href}">${address.replaceAll('&', '&amp;')}</a>, or <em>this</em>.</p>`,
      );
    });
  }
});
