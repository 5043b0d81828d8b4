import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { drawDiagramsIn, openBrowser } from '../node/pages.mjs';

/*
 * What a reader has in the clipboard, read back from it or pasted into a text of theirs. Chromium lets a test read it;
 * Firefox is asked by pasting.
 */

const studies = ['pages/facebook-outage-2021', 'pages/discord', 'pages/dynamodb', 'starter/index'];
/** What only controls say. */
const controls = /Copy as|Markdown|Explain the laws|Copy link|Full screen|Show all/;

/** What a page has on it, for a place to paste into. */
const place = '<div id="place" contenteditable style="white-space: pre-wrap"></div>';

for (const engine of ['Chromium', 'Firefox']) {
  describe(`the clipboard of ${engine}`, () => {
    let browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    /** A page that its reader has begun to use. */
    async function open(path, adapt = () => {}) {
      const page = await browser.openPage(`/stories/${path}.html`);
      if (engine === 'Chromium')
        await page
          .browserContext()
          .overridePermissions(new URL(page.url()).origin, ['clipboard-read', 'clipboard-write']);
      await page.evaluate(adapt);
      await drawDiagramsIn(page);
      await page.keyboard.press('Tab');
      await page.waitForSelector('case-study >>> [part~=link]', { timeout: 5000 });
      return page;
    }

    /** Keys that the browser itself answers. */
    async function press(page, letter, command) {
      if (engine === 'Chromium') return page.keyboard.press(`Key${letter}`, { commands: [command] });
      await page.keyboard.down('Control');
      await page.keyboard.press(letter.toLowerCase());
      await page.keyboard.up('Control');
    }

    /** Copies what `select` has selected, and pastes it into a text of the reader's. */
    async function copied(page, select) {
      await page.evaluate(select);
      const isLoaded = () => performance.getEntriesByType('resource').some(({ name }) => /copied-selection/.test(name));
      await page.waitForFunction(isLoaded, { timeout: 5000 });
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      await press(page, 'C', 'Copy');
      await page.evaluate((markup) => {
        document.querySelector('#place')?.remove();
        document.body.insertAdjacentHTML('beforeend', markup);
        const target = document.querySelector('#place');
        target.focus();
        window.pasted = new Promise((resolve) => {
          target.addEventListener('paste', ({ clipboardData }) => {
            resolve({ html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') });
          });
        });
      }, place);
      await press(page, 'V', 'Paste');
      const { html, text } = await page.evaluate(() => window.pasted);
      const result = await page.$eval('#place', (target) => {
        const { textContent } = target;
        const pasted = { words: textContent, tables: target.querySelectorAll('table').length };
        target.remove();
        return pasted;
      });
      return { html, text, ...result };
    }

    for (const study of studies) {
      it(`gets the words of ${study}, and no control’s, as small as the page`, async () => {
        const page = await open(study);
        const all = await copied(page, () => getSelection().selectAllChildren(document.body));
        const size = await page.$eval('case-study', ({ outerHTML }) => outerHTML.length);
        const words = await page.evaluate(() => {
          const walker = document.createTreeWalker(document.querySelector('case-study'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            const isSeen = parentElement.checkVisibility() || parentElement.closest('pre');
            if (isSeen && !parentElement.closest('page-outline, svg, style')) found.push(data);
          }
          return found;
        });
        await page.close();
        for (const text of [all.text, all.words]) {
          assert.deepEqual(text.match(controls), null);
          const plain = text.replace(/\s+/g, '');
          assert.deepEqual(
            words.filter((word) => !plain.includes(word.replace(/\s+/g, ''))),
            [],
          );
        }
        assert.ok(all.html.length < size, `${all.html.length} of ${size}`);
        assert.ok(all.tables > 2);
      });
    }

    it('is the same under the guarded sheet', async () => {
      const select = () => getSelection().selectAllChildren(document.querySelector('law-table'));
      const plain = await open(studies[0]);
      const wanted = await copied(plain, select);
      await plain.close();
      const guarded = await open(studies[0], async () => {
        const link = document.querySelector('link[href*="deepdive.css"]');
        link.href = link.href.replace('deepdive.css', 'deepdive.guarded.css');
        await new Promise((done) => link.addEventListener('load', done, { once: true }));
      });
      const found = await copied(guarded, select);
      await guarded.close();
      const neutral = ({ html }) => html.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '');
      assert.equal(neutral(found), neutral(wanted));
    });

    it('gets two cells as cells, for a spreadsheet by tabs', async () => {
      const page = await open(studies[0]);
      const { html, text } = await copied(page, () => {
        const [, first, second] = document.querySelectorAll('law-table td');
        getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
      });
      await page.close();
      assert.match(text, /^One command reached all eight planes\tPlanes with separate controllers[^\t\n]*$/);
      assert.match(html, /<table><tbody><tr><td>One command <a href="https:[^"]*">reached all eight planes<\/a><\/td>/);
      assert.ok(html.length < 400, html);
    });

    it('gets some words of a sentence as such, with the link they are in', async () => {
      const page = await open(studies[0]);
      const { html, text } = await copied(page, () => {
        const link = document.querySelector('law-table td a');
        const node = link.firstChild;
        getSelection().setBaseAndExtent(node, 8, node, 11);
      });
      await page.close();
      assert.equal(text, 'all');
      assert.match(html, /<a href="https:\/\/doi\.org\/[^"]*">all<\/a>/);
      assert.doesNotMatch(html, /<table|<p/);
    });

    it('gets the words of an outline that the author has written', async () => {
      const page = await open(studies[0], () => {
        document.querySelector('page-outline').innerHTML = '<nav><a href="#laws">The laws of that day</a></nav>';
      });
      const { text } = await copied(page, () => getSelection().selectAllChildren(document.querySelector('case-study')));
      await page.close();
      assert.match(text, /The laws of that day/);
    });

    it('is left to the page where it writes its own, and in what a reader edits', async () => {
      const page = await open(studies[0]);
      await page.evaluate(() =>
        document.querySelector('h1').addEventListener('copy', (event) => {
          event.clipboardData.setData('text/plain', 'the page’s own');
          event.preventDefault();
        }),
      );
      const own = await copied(page, () => getSelection().selectAllChildren(document.querySelector('h1')));
      assert.equal(own.text, 'the page’s own');
      await page.evaluate(() => {
        document.querySelector('law-table').contentEditable = 'true';
      });
      const edited = await copied(page, () => {
        document.querySelector('law-table').focus();
        getSelection().selectAllChildren(document.querySelector('law-table td'));
      });
      await page.close();
      assert.equal(edited.text.trim(), 'Correlated Failure');
    });
  });
}

describe('“Copy as CSV”', () => {
  it('brings a table for who pastes into a spreadsheet, and the values for who pastes text', async () => {
    const browser = await openBrowser();
    const page = await browser.openPage('/stories/pages/facebook-outage-2021.html');
    await page
      .browserContext()
      .overridePermissions(new URL(page.url()).origin, [
        'clipboard-read',
        'clipboard-sanitized-write',
        'clipboard-write',
      ]);
    await page.$eval('law-table', (table) => table.scrollIntoView());
    const button = await page.waitForSelector('law-table >>> [part=tools] button');
    await button.click();
    await page.waitForSelector('law-table >>> [part=tools] ::-p-text(Copied)');
    const found = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()));
    });
    await browser.close();
    const [html, text] = found;
    assert.match(html, /<table>[\s\S]*<th>Challenge<\/th>/);
    assert.doesNotMatch(html, /data-|role=|style=/);
    assert.match(text, /^Law,Challenge,Solution,Trade-off\r\n/);
  });
});
