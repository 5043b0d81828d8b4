import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { toMarkdown } from '../../dist/unified/convert.js';
import { htmlOf } from './read.mjs';

/** The HTML of one line, without its paragraph. */
const line = (source) => htmlOf(source).replace(/^<p>|<\/p>$/g, '');

/** Checks that a line has all of its characters, and nothing but text. */
function assertText(source) {
  assert.equal(line(source).replaceAll('&lt;', '<').replaceAll('&amp;', '&'), source);
}

describe('marked and inserted words', () => {
  it('are what stands between two marks', () => {
    assert.equal(line('==marked== and ^^put in^^'), '<mark>marked</mark> and <ins>put in</ins>');
    assert.equal(line('(==a==), "==b==": 🚀==c==.'), '(<mark>a</mark>), "<mark>b</mark>": 🚀<mark>c</mark>.');
    assert.equal(line('==one\nline and another=='), '<mark>one\nline and another</mark>');
  });

  it('hold other Markdown, and stand in it', () => {
    assert.equal(line('==**bold** text=='), '<mark><strong>bold</strong> text</mark>');
    assert.equal(line('**a ==b== [^^c^^](d)**'), '<strong>a <mark>b</mark> <a href="d"><ins>c</ins></a></strong>');
    assert.equal(line('==a ^^b^^ ~~c~~ x^2^=='), '<mark>a <ins>b</ins> <del>c</del> x<sup>2</sup></mark>');
    assert.equal(line('==a=={ .b }'), '<mark class="b">a</mark>');
    assert.match(htmlOf('!!! note "A ==b=="\n    x'), /<h2>A <mark>b<\/mark><\/h2>/);
    assert.match(htmlOf('| a |\n|---|\n| ==b== |'), /<td><mark>b<\/mark><\/td>/);
  });

  it('do not cross what they stand in', () => {
    assert.equal(line('==a *b== c*'), '<mark>a *b</mark> c*');
    assert.equal(line('*a ==b* c=='), '<em>a ==b</em> c==');
    assert.equal(line('==a ^^b== c^^'), '<mark>a ^^b</mark> c^^');
  });

  it('are no operators', () => {
    for (const source of [
      'a == b and c == d',
      'a==b and c==d',
      'a ==b and c ==d',
      'a== b and c== d',
      '"==" and "==", (==) and (==)',
      'a === b, ====a====, ===a===',
      'A ==> B ==> C <== D <== E',
      'x ^^ y ^^ z, (^^) and (^^)',
      '[^a-z][^0-9]',
    ])
      assertText(source);
  });
});

describe('raised and lowered words', () => {
  it('stand at something', () => {
    assert.equal(line('H~2~O, CH~3~CH~2~OH'), 'H<sub>2</sub>O, CH<sub>3</sub>CH<sub>2</sub>OH');
    assert.equal(line('Ca(OH)~2~ and *x*~i,j~'), 'Ca(OH)<sub>2</sub> and <em>x</em><sub>i,j</sub>');
    assert.equal(line('A^T^A = x^2^+y^2^'), 'A<sup>T</sup>A = x<sup>2</sup>+y<sup>2</sup>');
    assert.equal(
      line('10^-3^ s, 2^n+1^, SO~4~^2-^'),
      '10<sup>-3</sup> s, 2<sup>n+1</sup>, SO<sub>4</sub><sup>2-</sup>',
    );
    assert.equal(line('A claim.^1^'), 'A claim.<sup>1</sup>');
    assert.equal(line('text^a\\ b^'), 'text<sup>a b</sup>');
  });

  it('are no formulas, versions, paths or estimates', () => {
    for (const source of [
      'n^2+m^2, n^(a)+m^(b), x^{2}+y^{2}, e^-x+e^-y',
      '$x^2y^2$ and $a^2b^2$ and x^2y^2',
      '2^3^2 and a^b^c^d and n^2',
      '^1.2 ^1.3, ^1.2||^1.3, "^1.2", "^1.3"',
      '~5 ms … ~10 ms, (~5 ms), ~5–~10 ms, 5~10 ms and 20~30 ms',
      '~/a:~/b, cp ~/a ~/b, FILE~1/NAME~1',
      'HEAD~1..HEAD~2, HEAD^..topic^, ^old^new^',
    ])
      assertText(source);
  });

  it('leave to GitHub what it strikes out', () => {
    assert.equal(
      line('~~gone~~ and ~gone, too~ and ~this~'),
      '<del>gone</del> and <del>gone, too</del> and <del>this</del>',
    );
    assert.equal(line('~~a H~2~O b~~'), '<del>a H<sub>2</sub>O b</del>');
  });
});

describe('keys', () => {
  it('have the names and labels that MkDocs gives them', () => {
    const keys = (...all) => `<span class="keys">${all.join('<span>+</span>')}</span>`;
    const key = (name, label) => `<kbd class="key-${name}">${label}</kbd>`;
    assert.equal(line('++ctrl+alt+del++'), keys(key('control', 'Ctrl'), key('alt', 'Alt'), key('delete', 'Del')));
    assert.equal(line('++left-cmd+arrow-up++'), keys(key('left-command', 'Left Command'), key('arrow-up', 'Up')));
    assert.equal(line('++Shift+PgUp+f12++'), keys(key('shift', 'Shift'), key('page-up', 'Page Up'), key('f12', 'F12')));
    assert.equal(line('++"Say \\"it\\""+num0++'), keys('<kbd>Say "it"</kbd>', key('num0', 'Num 0')));
  });

  it('are no increments', () => {
    for (const source of [
      'i++ + j++',
      '++i and ++j',
      'C++ and C++, C++/C++',
      'a++b++c',
      '++nope+ctrl++',
      '+++a+++',
      '++ a ++',
    ])
      assertText(source);
  });
});

describe('all of these', () => {
  it('are text in code and in addresses, and behind a backslash', () => {
    const all = '==a== ^^b^^ x^2^ H~2~O ++ctrl++';
    assert.equal(line(`\`${all}\``), `<code>${all}</code>`);
    assert.equal(htmlOf(`\`\`\`\n${all}\n\`\`\``), `<pre><code>${all}\n</code></pre>`);
    for (const address of [
      'http://a.example/~b/x~y~z/==c==',
      'https://a.example/?==a==&b^2^c',
      'https://a.example/c++d++e',
    ]) {
      assert.equal(
        line(address)
          .replace(/<[^>]*>/g, '')
          .replaceAll('&amp;', '&'),
        address,
      );
      assert.match(line(address), /^<a [^>]*>[^<]*<\/a>$/);
    }
    assert.equal(line('[a](b/~c~/==d==/e^2^f)').match(/href="([^"]*)"/)[1], 'b/~c~/==d==/e%5E2%5Ef');
    assert.equal(line('\\==a\\== x\\^2\\^ H\\~2\\~O \\++ctrl++'), '==a== x^2^ H~2~O ++ctrl++');
  });

  it('are read without those of GitHub, too', () => {
    const processor = unified().use(remarkParse).use(remarkDeepdive).use(remarkRehype).use(rehypeStringify);
    const html = String(processor.processSync('==a== H~2~O ~b c~'));
    assert.equal(html, '<p><mark>a</mark> H<sub>2</sub>O <del>b c</del></p>');
    const withGfm = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkDeepdive)
      .use(remarkRehype)
      .use(rehypeStringify);
    assert.equal(String(withGfm.processSync('==a== H~2~O ~b c~')), html);
  });

  it('are HTML to other tools, and what those would read otherwise is, too', () => {
    const converted = (value) => toMarkdown(new VFile({ path: 'page.md', value }));
    assert.equal(converted('==a== H~2~O\n'), '<p><mark>a</mark> H<sub>2</sub>O</p>\n');
    assert.equal(converted('5~10 ms and 20~30 ms\n'), '<p>5~10 ms and 20~30 ms</p>\n');
    assert.equal(converted('~5 ms and a == b\n'), '~5 ms and a == b\n');
  });

  it('end in a page, however many there are', () => {
    for (const part of ['^a', 'a^b^', '==a ', 'a== ', '~a ', '++a', '++"', '^^a ==b ', '[==a^b^', '==*a'])
      assert.ok(htmlOf(part.repeat(1000)).length > 1000);
  });
});
