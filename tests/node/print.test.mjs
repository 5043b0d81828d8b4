import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser } from './pages.mjs';

/** The size of each page of a PDF as Chromium writes it, and the addresses that are linked on it. */
function pagesOf(pdf) {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map([...text.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map(([, id, body]) => [id, body]));
  return [...objects.values()]
    .filter((body) => body.startsWith('<</Type /Page\n'))
    .map((body) => ({
      size: body
        .match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/)
        .slice(1)
        .map((points) => Math.round(points)),
      links: [...(body.match(/\/Annots \[(.*?)\]/s)?.[1].matchAll(/(\d+) 0 R/g) ?? [])].flatMap(
        ([, id]) => objects.get(id).match(/\/URI \((.*?)\)>>/)?.[1] ?? [],
      ),
    }));
}

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
      const pages = pagesOf(await page.pdf({ format }));
      assert.ok(pages.length > 2 && pages.length < 9, `${pages.length} pages`);
      for (const one of pages) assert.deepEqual(one.size, size);
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
    const count = pagesOf(await page.pdf()).length;
    await page.$$eval('link', (links) => links[0].remove());
    assert.equal(pagesOf(await page.pdf()).length, count);
    await page.close();
  });

  it('forces no page of its own upon what stands around it', async () => {
    const page = await browser.openMarkup(
      `<header><a href="https://a.test/1">Site</a></header>
      <case-study><h1><a href="https://a.test/2">Title</a></h1><p>Words.</p></case-study>
      <footer><a href="https://a.test/3">Imprint</a></footer>`,
    );
    const [first, ...more] = pagesOf(await page.pdf());
    assert.deepEqual(more, []);
    assert.deepEqual(first.links.filter((link) => /\d$/.test(link)).sort(), [
      'https://a.test/1',
      'https://a.test/2',
      'https://a.test/3',
    ]);
    await page.close();
  });

  const link = (id, words = 'word') => `<a href="https://a.test/${id}">${words}</a>`;
  const prose = (id) => `<p>${link(id)} ${'and more words of a longer paragraph '.repeat(12)}</p>`;
  const rows = (id) => `<tr><td>${link(`${id}/1`)}</td><td>b</td></tr><tr><td>${link(`${id}/2`)}</td><td>b</td></tr>`;
  const together = {
    'a heading and what follows': (id) => `<h2>${link(`${id}/1`)}</h2>${prose(`${id}/2`)}`,
    'headings of two levels and a list': (id) =>
      `<section><h2>${link(`${id}/1`)}</h2><h3>Part</h3><decision-list><ol><li>${link(`${id}/2`)}</li><li>b</li></ol></decision-list></section>`,
    'the head of a table and its first rows': (id) =>
      `<law-table><table><caption>${link(`${id}/0`)}</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${rows(id)}<tr><td>c</td><td>c</td></tr><tr><td>d</td><td>d</td></tr></tbody></table></law-table>`,
    'a callout': (id) => `<note-callout><h4>${link(`${id}/1`)}</h4>${prose('')}${prose(`${id}/2`)}</note-callout>`,
    'an incident': (id) =>
      `<incident-callout><h3>${link(`${id}/1`)}</h3><dl><dt>Impact</dt><dd>x</dd><dt>Lessons</dt><dd>${link(`${id}/2`)}</dd></dl></incident-callout>`,
    'a card': (id) =>
      `<card-grid><info-card><h4>${link(`${id}/1`)}</h4><p>${link(`${id}/2`)}</p></info-card><info-card><h4>b</h4></info-card></card-grid>`,
    'the last two questions': (id) =>
      `<discussion-questions><ol><li>a</li><li>b</li><li>${link(`${id}/1`)}</li><li>${link(`${id}/2`)}</li></ol></discussion-questions>`,
    'quick facts': (id) =>
      `<quick-facts><h4>${link(`${id}/1`)}</h4><dl><div><dt>Scale</dt><dd>1</dd></div><div><dt>Team</dt><dd>${link(`${id}/2`)}</dd></div></dl></quick-facts>`,
  };
  const offsets = Array.from({ length: 10 }, (_, index) => 780 + 33 * index);
  const isTorn = (pages, id) => pages.filter(({ links }) => links.some((one) => one.includes(`/${id}/`))).length > 1;

  it('keeps together what belongs together, wherever on the page it comes', async () => {
    const blocks = { ...together, prose: (id) => prose(`${id}/1`) + prose(`${id}/2`) };
    const cases = Object.entries(blocks).flatMap(([name, block]) =>
      offsets.map((offset) => {
        const id = `${name.replaceAll(' ', '-')}-${offset}`;
        const above = `<div style="break-before: page; block-size: ${offset}px"></div>`;
        return { name, id, markup: above + block(id) };
      }),
    );
    const page = await browser.openMarkup(`<case-study>${cases.map(({ markup }) => markup).join('')}</case-study>`);
    const pages = pagesOf(await page.pdf({ format: 'A4' }));
    assert.ok(pages.length > 1.2 * cases.length, 'many do not fit below what is above');
    const torn = cases.filter(({ id }) => isTorn(pages, id));
    assert.ok(torn.length, 'two paragraphs are parted somewhere');
    assert.deepEqual(
      torn.filter(({ name }) => name !== 'prose').map(({ id }) => id),
      [],
    );
    await page.close();
  });
});
