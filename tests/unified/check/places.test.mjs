import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { checkPage } from '../../../dist/unified/check/check.js';
import { linksIn } from '../../../dist/unified/check/links.js';
import { checkedPage } from '../../../dist/unified/check/page.js';
import { pageRules } from '../../../dist/unified/check/rules.js';
import { silencesIn } from '../../../dist/unified/check/silence.js';
import { toHtml, toMarkdown } from '../../../dist/unified/convert.js';
import rehypeDeepdive from '../../../dist/unified/rehype.js';
import remarkDeepdive from '../../../dist/unified/remark.js';
import { remarkRehypeOptions } from '../../../dist/unified/remark-rehype-options.js';
import { readWriteup } from '../../../dist/unified/writeup.js';
import { chance, randomPage } from '../chance.mjs';
import { outsideOf } from '../places.mjs';
import { found } from './found.mjs';

/** Fails where something is said of a place that the source has not. */
const isInside = (source, finding) => assert.equal(outsideOf(source, finding), undefined);

describe('The place of a finding', () => {
  const claim = 'claim-source';

  for (const [source, ...place] of [
    ['- [ ] 99.9% uptime over 30 days', 1, 7],
    ['1. [x] 99.9% up', 1, 8],
    ['> - [ ] It is 40% faster now.', 1, 15],
    ['- [ ]  one\n  99.9% up', 2, 3],
    ['- [ ] **99.9%** up', 1, 9],
    ['- [ ] one\n\n  - [ ] 99.9% up', 3, 9],
    ['* [ ] one\n\n  99.9% up', 3, 3],
    ['!!! note\n\n    - [ ] 99.9% up', 3, 11],
    ['<div markdown>\n\n- [ ] 99.9% up\n\n</div>', 3, 7],
    ['<ul><li><input type="checkbox">99.9% up</ul>', 1, 32],
    // The words are there twice: the item is as near as it gets.
    ['- [ ] 99.9% up `99.9%`', 1, 1],
  ]) {
    it(`is in the source of ${JSON.stringify(source)}`, async () => {
      const [{ line, column }] = await found(claim, source);
      assert.deepEqual([line, column], place);
    });
  }

  it('is a line of the page also where lines end as on old Macs', async () => {
    const [{ line, column }] = await found('table-row', '# One\r\r| a | b |\r|---|---|\r| 1 |\r');
    assert.deepEqual([line, column], [5, 1]);
  });
});

describe('Pages put together by chance', () => {
  it('are read, checked and converted, with every place inside of them', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const value = randomPage(seed);
      const page = () => new VFile({ path: 'page.md', value });
      try {
        readWriteup(page());
        const { findings, links } = await checkPage(page(), {});
        for (const one of [...findings, ...links]) isInside(value, one);
        toMarkdown(page());
        toHtml(page());
      } catch (error) {
        assert.fail(`page ${seed}: ${error.stack}\n${JSON.stringify(value)}`);
      }
    }
  });
});

describe('Pages whose nodes do not know their places', () => {
  /** Takes the places of some nodes, or the half of one, which is what `rehype-raw` leaves. */
  const forget = ({ below, pick }) => {
    return (tree) => {
      visit(tree, (node) => {
        if (!node.position || below(3)) return;
        const { start, end } = node.position;
        node.position = pick([undefined, undefined, { start, end: undefined }, { start: undefined, end }]);
      });
    };
  };

  async function checkForgetful(value, seed) {
    const file = new VFile({ path: 'page.md', value });
    const dice = chance(seed);
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkFrontmatter)
      .use(() => forget(dice))
      .use(remarkDeepdive)
      .use(() => forget(dice))
      .use(remarkRehype, remarkRehypeOptions)
      .use(rehypeRaw)
      .use(() => forget(dice))
      .use(rehypeDeepdive);
    const tree = await processor.run(processor.parse(file), file);
    forget(dice)(tree);
    const page = checkedPage(file, tree, { type: 'case-study' });
    silencesIn(tree);
    for (const { line, column, endLine, endColumn } of linksIn(page).links) {
      isInside(value, { rule: 'link', line, column, endLine, endColumn });
    }
    for (const { name, check } of pageRules) {
      await check(page, ({ start, end }) => {
        isInside(value, {
          rule: name,
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
        });
      });
    }
  }

  const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
  for (const path of globSync(`${fixtures}*.md`)) {
    it(`are checked all the same: ${path.slice(fixtures.length)}`, async () => {
      const value = readFileSync(path, 'utf8');
      for (let seed = 0; seed < 2; seed++) await checkForgetful(value, seed);
    });
  }

  it('are checked all the same: pages put together by chance', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const value = randomPage(seed);
      try {
        await checkForgetful(value, seed);
      } catch (error) {
        assert.fail(`page ${seed}: ${error.stack}\n${JSON.stringify(value)}`);
      }
    }
  });
});
