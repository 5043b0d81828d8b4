import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readPdf } from '../pdf.mjs';
import { openBrowser } from './pages.mjs';

/** Words in print that a reader would miss: without a box, hidden, clipped, or as light as the paper. */
function missingWords() {
  const missing = [];
  const drawn = 'architecture-diagram:state(visible) > pre, scaling-path:state(drawn) > pre';
  // Beside each cell instead.
  const labels = 'incident-timeline:has([data-label]) thead';
  const walker = document.createTreeWalker(document.querySelector('case-study'), NodeFilter.SHOW_TEXT);
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(`page-outline, style, title, desc, ${drawn}, ${labels}`)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    const { color, clipPath } = getComputedStyle(parent);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    const isSeen = parent.checkVisibility({
      contentVisibilityAuto: true,
      visibilityProperty: true,
      opacityProperty: true,
    });
    const isDark = 0.3 * red + 0.6 * green + 0.1 * blue < 140;
    if (width * height < 20 || !isSeen || clipPath !== 'none' || !isDark) missing.push(node.data.trim());
  }
  return missing;
}

const tick = (page, type) => page.evaluate((name) => void dispatchEvent(new Event(name)), type);

describe('a case study on paper', () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const name of ['facebook-outage-2021', 'discord']) {
    it(`shows every word of ${name} in dark ink, whatever the page's scheme`, async () => {
      const page = await browser.openPage(`/stories/pages/${name}.html`);
      await page.addStyleTag({ content: ':root { color-scheme: dark } body { background: #111; color: #eee }' });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      assert.notDeepEqual(await page.evaluate(missingWords), []);
      await page.emulateMediaType('print');
      await tick(page, 'beforeprint');
      assert.deepEqual(await page.evaluate(missingWords), []);
      const paper = await page.$eval('case-study', (study) => getComputedStyle(study).backgroundColor);
      assert.equal(paper, 'rgb(255, 255, 255)');
      await page.close();
    });
  }

  it('has pages of the reader’s format', async () => {
    const page = await browser.openPage('/stories/starter/index.html');
    for (const [format, size] of [
      ['A4', [596, 842]],
      ['Letter', [612, 792]],
    ]) {
      const pages = await readPdf(await page.pdf({ format }));
      assert.ok(pages.length > 2 && pages.length < 9, `${pages.length} pages`);
      for (const { width, height } of pages) assert.deepEqual([width, height].map(Math.round), size);
    }
    await page.close();
  });

  it('numbers the links and lists each address once, at the end, for the time of printing', async () => {
    const page = await browser.openMarkup(`
      <case-study>
        <h1>Ledger</h1>
        <p>See <a href="https://example.com/a">one</a>, <a href="https://example.com/b">another</a>,
          <a href="https://example.com/a">the first</a>, <a href="#here">a part</a>,
          <a href="https://example.com/c">https://example.com/c</a>.</p>
        <further-reading><ul><li><a href="https://example.com/d">A paper</a>, 2010</li></ul></further-reading>
      </case-study>`);
    const read = () =>
      page.evaluate(() => ({
        html: document.querySelector('p').outerHTML,
        notes: [...document.querySelectorAll('a')].map((link) => link.dataset.note ?? ''),
        list: [...(document.querySelector('case-study').shadowRoot?.querySelectorAll('[part=addresses] li') ?? [])].map(
          (item) => item.textContent,
        ),
      }));
    const screen = await read();
    assert.deepEqual(screen.list, []);
    await tick(page, 'beforeprint');
    const paper = await read();
    assert.deepEqual(paper.notes, ['1', '2', '1', '', '', '']);
    assert.deepEqual(paper.list, ['https://example.com/a', 'https://example.com/b']);
    await page.emulateMediaType('print');
    const after = (selector) =>
      page.$eval(selector, (element) => getComputedStyle(element, '::after').content.replaceAll('"', ''));
    assert.match(await after('further-reading li'), /example\.com\/d/);
    await tick(page, 'afterprint');
    assert.deepEqual(await read(), screen);
    await page.close();
  });

  it('has addresses and answers without the script, too', async () => {
    const page = await browser.openMarkup(
      `<case-study>
        <p>See <a href="https://example.com/a">one</a>.</p>
        <discussion-questions><ol><li>Why?<details><summary>Answer</summary><p>So.</p></details></li></ol></discussion-questions>
      </case-study>`,
      { isBare: true },
    );
    await page.emulateMediaType('print');
    const found = await page.evaluate(() => ({
      address: getComputedStyle(document.querySelector('a'), '::after').content,
      answer: document.querySelector('details p').checkVisibility({ contentVisibilityAuto: true }),
      height: document.querySelector('details p').offsetHeight,
    }));
    assert.match(found.address, /example\.com\/a|attr\(href\)/);
    assert.ok(found.answer && found.height > 0);
    await page.close();
  });

  it('leaves pages without a case study alone', async () => {
    const words = `<p>${'Words of a page. '.repeat(2000)}</p><law-table><table><tr><th>A</th></tr></table></law-table>`;
    const page = await browser.openMarkup(words);
    const box = () =>
      page.evaluate(() => {
        const { page, zoom } = getComputedStyle(document.body);
        return { page, zoom };
      });
    await page.emulateMediaType('print');
    assert.deepEqual(await box(), { page: 'auto', zoom: '1' });
    const count = (await readPdf(await page.pdf())).length;
    await page.$$eval('link', (links) => links[0].remove());
    assert.equal((await readPdf(await page.pdf())).length, count);
    await page.close();
  });

  it('forces no page of its own upon what stands around it', async () => {
    const page = await browser.openMarkup(
      `<header><a href="https://a.test/1">Site</a></header>
      <case-study><h1><a href="https://a.test/2">Title</a></h1><p>Words.</p></case-study>
      <footer><a href="https://a.test/3">Imprint</a></footer>`,
    );
    const [first, ...more] = await readPdf(await page.pdf());
    assert.deepEqual(more, []);
    assert.deepEqual(first.links.filter((link) => /\d$/.test(link)).sort(), [
      'https://a.test/1',
      'https://a.test/2',
      'https://a.test/3',
    ]);
    await page.close();
  });
});
