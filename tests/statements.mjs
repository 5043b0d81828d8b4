/**
 * All that the library says of its own about a folder of Markdown, to be read and judged: `npm run statements -- folder`.
 * Lists what each page's lists, tables and callouts are taken for, with the heading above them and what they
 * begin with; and, from Chromium, each figure, mark and label that the elements add, with the words that it is said of.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { filesIn } from '../dist/node/check-files.js';
import { readWriteup } from '../dist/unified/writeup.js';
import { openBrowser } from './node/pages.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder of Markdown: npm run statements -- folder');

const browser = await openBrowser();
const counts = {};

for (const path of (await filesIn([folder])).files) {
  const { content: tree } = readWriteup(new VFile({ path, value: readFileSync(path, 'utf8') }));
  const page = await browser.openMarkup(toHtml(tree));
  const found = await page.evaluate(statements);
  await page.close();
  if (found.length) console.log(`\n${relative(folder, path)}`);
  for (const [kind, words, evidence] of found) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    console.log(`  ${kind.padEnd(18)} ${words}${evidence ? `   ⟵ ${evidence}` : ''}`);
  }
}
await browser.close();
console.table(counts);

/** In the page: what is said, with what it is said of. */
async function statements() {
  const tags = [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))].filter((tag) =>
    tag.includes('-'),
  );
  await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
  const all = [...document.querySelectorAll(tags.join() || 'none')].filter(
    ({ localName }) => localName !== 'architecture-diagram',
  );
  await Promise.all(all.map((element) => element.updateComplete));
  const short = (text) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 110);
  const headingOf = (node) => {
    let heading = '';
    for (const one of document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
      if (one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(node))
        heading = short(one.textContent);
    return heading;
  };
  const said = [];
  const plain = /^(compare-table|note-callout|case-study|page-outline|content-tabs|card-grid|info-card)$/;
  for (const element of all) {
    if (!plain.test(element.localName))
      said.push([element.localName, `“${headingOf(element)}”`, short(element.textContent)]);
    const summary = element.shadowRoot?.querySelector('[part=summary]')?.textContent;
    if (summary) said.push(['latencies', summary, short(element.textContent)]);
    const figures = element.shadowRoot?.querySelector('[part=figures]')?.textContent;
    if (figures) said.push(['times', figures, headingOf(element)]);
    if (element.getAttribute('severity'))
      said.push(['severity', element.getAttribute('severity'), short(element.textContent)]);
    if (element.dataset.downtime) said.push(['downtime', element.dataset.downtime, short(element.textContent)]);
  }
  for (const [name, attribute] of Object.entries({
    elapsed: 'elapsed',
    factor: 'factor',
    growth: 'growth',
    meter: 'meter',
    kind: 'kind',
    event: 'turn',
  }))
    for (const node of document.querySelectorAll(`[data-${name}]`))
      said.push([
        attribute,
        name === 'meter'
          ? `${node.style.getPropertyValue('--_from')}–${node.style.getPropertyValue('--_to')}`
          : node.dataset[name],
        short(node.textContent),
      ]);
  return said;
}
