import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { VFile } from 'vfile';
import { pageOf } from '../../dist/unified/page.js';
import { readWriteup } from '../../dist/unified/writeup.js';
import { openBrowser } from '../node/pages.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => /^(?!README).*\.(md|html)$/.test(name));
const assets = { stylesheet: '/dist/deepdive.css', script: '/dist/cdn/deepdive.js' };

describe('a built page', () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const name of names) {
    it(`has no error and nothing for axe to find: ${name}`, async () => {
      const value = readFileSync(new URL(name, folder), 'utf8');
      const errors = [];
      const page = await browser.openPage('/tests/node/blank.html', (one) => {
        one.on('pageerror', ({ message }) => errors.push(message));
        one.on('console', (message) => {
          // The pictures of the fixtures are not there.
          if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
        });
      });
      const html = pageOf(readWriteup(new VFile({ value, path: name })), assets);
      await page.setContent(html, { waitUntil: 'load' });
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate(async () => {
        await Promise.all(
          ['case-study', 'compare-table', 'note-callout'].map((tag) => customElements.whenDefined(tag)),
        );
        const { violations } = await window.axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' … ')}`);
      });
      assert.deepEqual({ errors, found }, { errors: [], found: [] });
      await page.close();
    });
  }
});
