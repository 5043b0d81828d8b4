import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { drawDiagramsIn, openBrowser } from '../node/pages.mjs';

/*
 * A page that is open while its site is deployed anew asks for files that are gone. Each file of the script is refused once,
 * in a page with every element, whose reader then uses all that there is.
 */

const isOurs =
  /^(adopted-rules|align-numbers|blocks|chains|code-stops|contradictions|controls|copied-selection|core|draw|drawn-marks|explanation|export|figures|kinds|law-controls|lookup|mermaid|mistakes|quantities|ref|remember|row-controls|spanned-tables|styles|table-text|view|walkthrough|zoom)$/;

/** Our own files, by the names that they have before their hash, and Mermaid's first one. Languages are tested elsewhere. */
const files = globSync('dist/cdn/chunks/*.js')
  .map((path) => basename(path).replace(/-[\w-]{8}\.js$/, ''))
  .filter((name) => isOurs.test(name));

/** What the reader has of the words: those that are neither seen nor read out in another way. */
function unseenWords() {
  const walker = document.createTreeWalker(document.querySelector('case-study'), NodeFilter.SHOW_TEXT);
  const unseen = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    // Folded away by the author, by tabs, or drawn instead.
    const elsewhere = 'details, content-tabs > [hidden], [hidden], style, script, page-outline, svg';
    if (!data.trim() || parentElement.closest(elsewhere)) continue;
    if (parentElement.closest(':is(architecture-diagram, scaling-path):state(drawn) > pre')) continue;
    if (!parentElement.checkVisibility({ visibilityProperty: true })) unseen.push(data.trim());
  }
  return unseen;
}

/** Presses every button, follows what it asks for, and reads what it says. */
async function pressAll(refusals) {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const silent = [];
  for (const root of roots) {
    for (const button of root.querySelectorAll('button:not([role=tab])')) {
      if (!button.checkVisibility()) continue;
      const before = await window[refusals]();
      button.dispatchEvent(new Event('pointerenter'));
      button.click();
      const isSaid = () =>
        [...root.querySelectorAll('[role=status]')].some(({ textContent }) => /could not be loaded/.test(textContent));
      await new Promise((done) => setTimeout(done, 20));
      const isRefused = (await window[refusals]()) > before;
      for (let tries = 0; isRefused && !isSaid() && tries < 20; tries++)
        await new Promise((done) => setTimeout(done, 20));
      if (isRefused && !isSaid()) silent.push(`${root.host.localName}: ${button.ariaLabel ?? button.textContent}`);
    }
    root.querySelector('dialog[open]')?.close();
  }
  return silent;
}

describe('a page that one file of the script is missing from', () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const file of ['deepdive', ...files]) {
    it(`shows every word, and says what does not work: ${file}`, async () => {
      const errors = [];
      let refused = 0;
      const page = await browser.openEveryElement({
        isDrawn: false,
        async watch(opened) {
          opened.on('pageerror', (error) => errors.push(error?.message ?? String(error)));
          await opened.exposeFunction('countRefusals', () => refused);
          await opened.setRequestInterception(true);
          opened.on('request', (request) => {
            const name = basename(new URL(request.url()).pathname);
            const isGone =
              name === `${file}.js` ||
              (name.startsWith(`${file}-`) && /^[\w-]{8}\.js$/.test(name.slice(file.length + 1)));
            if (isGone) refused++;
            if (isGone) request.respond({ status: 404, body: '' });
            else request.continue();
          });
        },
      });
      if (file === 'deepdive') {
        // What waits for the script for some seconds.
        await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finish())));
      } else if (file !== 'core') {
        // One whose code is missing says nothing.
        await Promise.race([drawDiagramsIn(page), new Promise((done) => setTimeout(done, 1500))]);
      }
      await page.keyboard.press('Tab');
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      const silent = await page.evaluate(pressAll, 'countRefusals');
      assert.deepEqual(silent, []);
      assert.deepEqual(await page.evaluate(unseenWords), []);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  it('does what was asked for once its files have come, however late', async () => {
    const errors = [];
    const page = await browser.openEveryElement({
      async watch(opened) {
        opened.on('pageerror', (error) => errors.push(error?.message ?? String(error)));
        await opened.setRequestInterception(true);
        opened.on('request', (request) => {
          const isPart = /table-text|explanation|zoom|copied-selection/.test(request.url());
          setTimeout(() => request.continue(), isPart ? 600 : 0);
        });
      },
    });
    await page.keyboard.press('Tab');
    const press = async (selector) => (await page.waitForSelector(selector)).evaluate((button) => button.click());
    await press('law-table >>> [part=tools] button');
    await page.waitForSelector('law-table >>> [part=tools] [role=status]');
    await press('law-table >>> [part=tools] > button:last-of-type');
    await page.waitForSelector('law-table >>> [popover]');
    const bar = await page.waitForSelector('architecture-diagram >>> [part=bar]');
    const before = await bar.evaluate(({ textContent }) => textContent);
    await press('architecture-diagram >>> [part=bar] button[aria-label^="Zoom in"]');
    await page.waitForFunction(({ textContent }, text) => textContent !== text, {}, bar, before);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
