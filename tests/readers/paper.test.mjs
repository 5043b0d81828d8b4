import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { drawDiagramsIn, openBrowser } from '../node/pages.mjs';
import { readPdf } from '../pdf.mjs';
import { project, useFolder } from '../unified/run-deepdive.mjs';

/*
 * Pages as they come out of a printer. A frame with the rules for paper and `beforeprint` is not enough: Firefox prints a
 * copy of the page, to which neither custom states nor custom highlights belong.
 */

const fixtures = ['order-ledger', 'parcel-tracker', 'ticket-desk'];
const pages = {
  'every element': (browser) => browser.openEveryElement(),
  ...Object.fromEntries(
    ['starter/index', 'pages/facebook-outage-2021', 'pages/discord', 'pages/dynamodb'].map((name) => [
      name,
      (browser) => browser.openPage(`/stories/${name}.html`),
    ]),
  ),
  ...Object.fromEntries(fixtures.map((name) => [`${name}.md`, (_, built) => built.openPage(`/${name}.html`)])),
};

/** The words of a page that its paper has to have, by text node, and the sources of diagrams that are drawn there instead. */
function wordsOf() {
  const words = [];
  const sources = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.closest('script, style, template, title, desc, page-outline, [hidden]')) continue;
    const isSource = parentElement.closest(':is(architecture-diagram, scaling-path):state(drawn) > pre');
    // Its word stands in place of an emoji.
    const name = parentElement.closest('[data-name]')?.dataset.name;
    (isSource ? sources : words).push(name ?? data);
  }
  const drawn = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('svg text') ?? [])]
      // Firefox draws letters with an edge as shapes.
      .filter((text) => getComputedStyle(text).stroke === 'none')
      .map(({ textContent }) => textContent),
  );
  return { words, sources, drawn };
}

/** Without what fonts and line breaks change, and without emoji, for which there may be no font. */
const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Variation_Selector}\p{Extended_Pictographic}-]/gu, '')
    .toLowerCase();

/** Words that the printed text lacks. What has been found once is not found again. */
function missingFrom(printed, texts) {
  const missing = [];
  let rest = printed;
  const countIn = (text, word) => text.split(plain(word)).length;
  // The longest first, so that few short words are found inside of longer ones; none is missing that is there as often.
  const byLength = (one, other) => plain(one).length - plain(other).length;
  const left = texts.map((text) => text.trim()).sort(byLength);
  for (let text = left.pop(); text !== undefined; text = left.pop()) {
    const wanted = plain(text);
    const at = rest.indexOf(wanted);
    if (at >= 0) {
      rest = `${rest.slice(0, at)}\n${rest.slice(at + wanted.length)}`;
      continue;
    }
    const words = text.split(/\s+/);
    if (words.length === 1) missing.push(text);
    // A page ends in it, or something beside it comes between: word by word.
    else left.push(...words);
    left.sort(byLength);
  }
  const wanted = texts.map(plain).join('\n');
  return missing.filter((word) => countIn(printed, word) < countIn(wanted, word));
}

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
  'quick facts': (id) =>
    `<quick-facts><h4>${link(`${id}/1`)}</h4><dl><div><dt>Scale</dt><dd>1</dd></div><div><dt>Team</dt><dd>${link(`${id}/2`)}</dd></div></dl></quick-facts>`,
};
const offsets = Array.from({ length: 10 }, (_, index) => 780 + 33 * index);
const isTorn = (pages, id) => pages.filter(({ links }) => links.some((one) => one.includes(`/${id}/`))).length > 1;
/** Firefox knows no `break-before: avoid`. */
const ends = {
  'the last two questions': (id) =>
    `<discussion-questions><ol><li>a</li><li>b</li><li>${link(`${id}/1`)}</li><li>${link(`${id}/2`)}</li></ol></discussion-questions>`,
};

for (const engine of ['Chromium', 'Firefox']) {
  describe(`paper from ${engine}`, () => {
    const { deepdive, folder } = useFolder();
    let browser;
    let built;
    before(async () => {
      for (const name of fixtures) {
        const source = `${project}tests/unified/fixtures/${name}.md`;
        const { status, stderr } = deepdive('build', source, '-o', `site/${name}.html`);
        assert.equal(status, 0, stderr);
      }
      browser = await openBrowser(engine);
      built = await openBrowser(engine, {}, pathToFileURL(`${folder}/site/`));
    });
    after(async () => {
      await browser.close();
      await built.close();
    });

    for (const [name, open] of Object.entries(pages)) {
      it(`has every word of ${name}, inside the margins, and no source of a diagram that is drawn`, async () => {
        const page = await open(browser, built);
        await drawDiagramsIn(page);
        const { words, sources, drawn } = await page.evaluate(wordsOf);
        const printed = await readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
        await page.close();
        const outside = printed.flatMap(({ width, height, items }, index) =>
          items
            .filter(({ left, right, top }) => left < 60 || right > width - 60 || top < 50 || top > height - 20)
            .map(({ text }) => `page ${index + 1}: ${text}`),
        );
        assert.deepEqual(outside, []);
        // What stands in the margin is the number of the page.
        const text = printed
          .flatMap(({ height, items }) => items.filter(({ top }) => top < height - 55))
          .map((item) => item.text)
          .join('');
        assert.deepEqual(missingFrom(plain(text), [...words, ...drawn]), []);
        const arrows = (texts) => texts.join('').match(/-->|->>|subgraph|participant/g)?.length ?? 0;
        assert.ok(!sources.length || arrows(sources), 'sources can be told');
        assert.equal(arrows([text]), 0);
      });
    }

    it('keeps together what belongs together, wherever on the page it comes', async () => {
      const blocks = {
        ...together,
        ...(engine === 'Chromium' && ends),
        prose: (id) => prose(`${id}/1`) + prose(`${id}/2`),
      };
      const cases = Object.entries(blocks).flatMap(([name, block]) =>
        offsets.map((offset) => {
          const id = `${name.replaceAll(' ', '-')}-${offset}`;
          const above = `<div style="break-before: page; block-size: ${offset}px"></div>`;
          return { name, id, markup: above + block(id) };
        }),
      );
      const page = await browser.openMarkup(`<case-study>${cases.map(({ markup }) => markup).join('')}</case-study>`);
      const printed = await readPdf(await page.pdf({ format: 'A4' }));
      await page.close();
      assert.ok(printed.length > 1.2 * cases.length, 'many do not fit below what is above');
      const torn = cases.filter(({ id }) => isTorn(printed, id));
      assert.ok(torn.length, 'two paragraphs are parted somewhere');
      assert.deepEqual(
        torn.filter(({ name }) => name !== 'prose').map(({ id }) => id),
        [],
      );
    });
  });
}
