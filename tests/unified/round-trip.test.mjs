import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import remarkDeepdive from 'deepdive-elements/remark';
import { toString as wordsOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { lines } from './read.mjs';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDeepdive, { icons: () => ({ body: '<path/>' }) })
  .use(remarkStringify)
  .freeze();

const read = (source) => processor.runSync(processor.parse(source));
const write = (tree) => processor.stringify(tree);

/** A tree without its places. */
function shape(node) {
  const { position, children, data, ...rest } = node;
  // Where lines stand in the source is a place, too.
  const { columns, ...others } = data ?? {};
  return { ...rest, ...(data && { data: others }), ...(children && { children: children.map(shape) }) };
}

/** What a source is written as, which has to be read as the same. */
function again(source) {
  const tree = read(source);
  const written = write(tree);
  assert.deepEqual(shape(read(written)), shape(tree), written);
  assert.equal(write(read(written)), written);
  return written;
}

describe('what is written of a tree', () => {
  for (const [what, source, expected = source] of [
    ['an admonition', lines('!!! note', '', '    Words.')],
    ['one with a title', lines('!!! note "A *title*"', '', '    Words.', '', '    * and', '    * a list')],
    ['one without a title', lines('!!! note ""', '', '    Words.')],
    ['one that stands at the side', lines('!!! tip inline end "Aside"', '', '    Words.')],
    ['an empty one', lines('!!! note', '', 'Words.')],
    ['one that folds', lines('??? tip "Folded"', '', '    Words.'), lines('??? tip "Folded"', '', '    Words.')],
    ['one that is open', lines('???+ tip', '', '    Words.')],
    ['one in another', lines('!!! note', '', '    !!! tip', '', '        Words.')],
    ['one in a list', lines('* One', '', '  !!! note', '', '      Words.')],
    ['a container', lines('::: tip Title', 'Words.', ':::')],
    ['containers in each other', lines('::::: tip', ':::: note', '::: danger', 'Words.', ':::', '::::', ':::::')],
    ['an alert', lines('> [!NOTE]', '> Words.', '>', '> More.')],
    ['one with a title, folded', lines('> [!tip]- Title', '> Words.')],
    ['tabs', lines('===! "One"', '', '    Words.', '', '=== "Two"', '', '    ```js', '    1;', '    ```')],
    ['two sets of tabs', lines('===! "One"', '', '    Words.', '', '===! "Two"', '', '    More.')],
    ['definitions', lines('Term', ':   What it is', '', 'Other', 'term', ':   One', ':   Two')],
    ['definitions with blocks', lines('Term', '', ':   What it is', '', '    * and', '    * a list')],
    ['a description over lines', lines('Term', ':   What it is', '    and *more*')],
    ['spans', lines('==marked==, ^^inserted^^, x^2^, H~2~O, ~~gone~~')],
    ['a span over lines', lines('==marked', 'words==')],
    ['keys', lines('Press ++ctrl+alt+del++.')],
    ['keys of one’s own', lines('Press ++ctrl+"My key"++.')],
    ['abbreviations', lines('The SLO, and **SLO**.', '', '*[SLO]: service level objective')],
    ['a table of contents', lines('[TOC]', '', '## Words')],
    ['a snippet', lines('--8<-- "file.md"')],
    ['icons', lines('A :material-check:{ .ok } here.')],
    ['code with a title', lines('```js title="a.js" hl_lines="1 2"', '1;', '```')],
    ['code with its classes', lines('```{ .python title="a.py" }', '1', '```')],
    ['attributes', lines('## Words { #w .c }', '', 'A paragraph', '{ .lead }', '', '[a](b){.c} **d**{#e} ==f=={.g}')],
    ['attributes of a table', lines('| a |', '| - |', '| 1 |', '{ .wide }')],
    [
      'a text that looks like the dialect',
      lines(
        '\\!!! note, \\==a==, \\^\\^b\\^\\^, x\\^2\\^, \\++ctrl++',
        '',
        '\\::: tip',
        '',
        '\\??? tip',
        '',
        'a == b, i++, C++ and 2^10',
      ),
    ],
    ['a text that would begin a definition', lines('Word\\', '\\: more')],
  ]) {
    it(`is ${what}, as written`, () => assert.equal(again(source).trimEnd(), expected.trimEnd()));
  }

  for (const path of globSync(['stories/**/*.md', 'tests/unified/fixtures/**/*.md'])) {
    it(`is read as the same: ${path}`, () => void again(readFileSync(path, 'utf8')));
  }

  it('is what others have made of it since', () => {
    const tree = read(lines('```{.python title="a.py"}', '1', '```'));
    tree.children[0].children[1].lang = 'ruby';
    assert.match(write(tree), /^```ruby /);
  });

  it('is what other plugins find: words of blocks, and no mark of the notation', () => {
    const tree = read(lines('!!! note "Title"', '    First ==marked==.', '', '    - a'));
    assert.equal(wordsOf(tree), 'TitleFirst marked.a');
    assert.deepEqual(
      tree.children.map(({ type, children }) => [type, ...children.map((child) => child.type)]),
      [['admonition', 'admonitionTitle', 'paragraph', 'list']],
    );
  });
});
