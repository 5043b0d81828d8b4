import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VFile } from 'vfile';
import { checkPage } from '../../dist/unified/check/check.js';
import { read } from './read.mjs';
import { useFolder } from './run-deepdive.mjs';

/** What every object has without being given it. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** Every place of Markdown, front matter and HTML where a word decides something. */
const places = [
  (word) => `Words :${word}: :material-${word}: :octicons-${word}: :${word}-${word}:`,
  (word) => `Words ++${word}++ ++ctrl+${word}++`,
  (word) => `!!! ${word} "Title"\n    Words\n`,
  (word) => `??? ${word}\n    Words\n`,
  (word) => `:::${word}\nWords\n:::`,
  (word) => `> [!${word}]\n> Words`,
  (word) => `=== "${word}"\n    Words\n`,
  (word) => `*[${word}]: ${word}\n\nThe ${word} is explained. Words`,
  (word) => `Words[^${word}]\n\n[^${word}]: More words`,
  (word) => `[Words][${word}]\n\n[${word}]: https://a.example/`,
  (word) => `# ${word}\n\n## ${word}\n\n## ${word}\n\n[Words](#${word})`,
  (word) => `:::note{${word}="x" ${word.toUpperCase()}=x}\nWords\n:::`,
  (word) => `??? note { ${word}=x }\n    Words\n`,
  (word) => `![Words](x){ ${word}=x }`,
  (word) => `\`\`\` { .py ${word}="x" }\nWords\n\`\`\``,
  (word) => `# Words {#${word} .${word} ${word}=${word}}`,
  (word) => `\`\`\`${word} ${word}="x"\nWords\n\`\`\``,
  (word) => `\`\`\`mermaid\nflowchart LR\n  ${word} --> B[Words]\n\`\`\``,
  (word) => `---\n${word}: ${word}\ntitle: Words\ndifficulty: ${word}\ntier: ${word}\nlang: ${word}\n---\n\nWords`,
  (word) => `| ${word} | B |\n| --- | --- |\n| ${word} | Words |`,
  (word) => `| Law | ${word} |\n| --- | --- |\n| ${word} | Words |`,
  (word) => `| Percentile | Latency |\n| --- | --- |\n| ${word} | 3 ${word} |\n| P99 | 3 ms |\n\nWords`,
  (word) => `## Timeline\n\n- **10:00** ${word}\n- **10:05** ${word}: Words`,
  (word) => `**${word}:** ${word}\n\n- **${word}**: Words`,
  (word) => `<note-callout kind="${word}"><p>Words</p></note-callout>`,
  (word) => `<incident-callout severity="${word}"><p>Words</p></incident-callout>`,
  (word) =>
    `<p ${word}="x" class="${word}" data-${word.toLowerCase()}="x">Words</p><${word.replace(/^_+/, '')}>Words</${word.replace(/^_+/, '')}>`,
];

describe('a word that every object has', () => {
  for (const word of inherited) {
    it(`is a word like any other in Markdown: ${word}`, () => {
      for (const place of places) {
        const source = place(word);
        for (const trust of [false, true]) {
          const { html } = read(source, { trust });
          assert.doesNotMatch(html, /native code|\[object/, source);
          assert.match(html, /Words/, source);
        }
      }
      assert.equal({}.x, undefined);
    });

    it(`is checked like any other: ${word}`, async () => {
      for (const place of places) {
        const { findings } = await checkPage(new VFile({ path: 'page.md', value: place(word) }), {});
        assert.doesNotMatch(JSON.stringify(findings), /native code|\[object/, place(word));
      }
    });
  }
});

describe('the command line', () => {
  const { deepdive, write } = useFolder();

  it('knows no command, format, rule or mode by such a word', () => {
    write('page.md', '# Page\n');
    for (const word of inherited) {
      for (const args of [
        [word],
        ['check', 'page.md', '--format', word],
        ['check', 'page.md', '--rule', `${word}=off`],
        ['build', 'page.md', '--assets', word],
      ]) {
        const { status, stderr } = deepdive(...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, new RegExp(`There is no .*${word}`), args.join(' '));
        assert.doesNotMatch(stderr, /native code|\n\s+at /);
      }
    }
  });
});
