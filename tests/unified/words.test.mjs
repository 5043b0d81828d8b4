import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lostWords, wordsOfMarkdown, wordsOfPage } from './words.mjs';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

describe('every word of a page', () => {
  for (const name of names) {
    it(`is there, in order: ${name}`, () => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      assert.ok(wordsOfMarkdown(source).length > 100);
      assert.deepEqual(lostWords(source, name), []);
    });
  }

  it('is missed where it is lost, moved or added', () => {
    const text = (value) => ({ type: 'root', children: [{ type: 'text', value }] });
    assert.deepEqual(wordsOfPage(text('One two')), ['One', 'two']);
    assert.match(lostWords('A page <template>has lost</template> a word.')[0], /A page \[has\]/);
    assert.deepEqual(
      wordsOfMarkdown('!!! note "A *title*"\n    [words](address) `code_here` ![alt](x) { .class } 2*3'),
      ['A', 'title', 'words', 'code', 'here', '2', '3'],
    );
  });
});
