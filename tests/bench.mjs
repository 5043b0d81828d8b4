/**
 * Does a page become interactive in time proportional to its size? Upgrades pages of one block and of ten times as many,
 * in turns and in one browser, and prints the medians and their ratio; proportional is 10.
 * Measures what `npm run build` has made: `npm run bench`.
 */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launch } from 'puppeteer-core';
import { findEngines } from '../.ci/engines.mjs';

const rounds = 5;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');

const card = (n) => `<info-card><h3>Card ${n}</h3><p>What it is about. <a href="#card-${n}">More</a></p></info-card>`;
const row = (n) =>
  `<tr><td>Correlated failure ${n}</td><td>A region goes dark</td><td>${n % 100}%</td><td>Cost</td></tr>`;
const table = (tag) => (n) =>
  `<${tag}><table><caption>Table ${n}</caption><thead><tr><th>Law</th><th>Challenge</th><th>Share</th><th>Trade-off</th></tr></thead>
  <tbody>${times(50, row)}</tbody></table></${tag}>`;
const timeline = (n) =>
  `<incident-timeline><ol>${times(
    10,
    (minute) =>
      `<li${minute % 3 ? '' : ` data-event="${['started', 'detected', 'mitigated', 'resolved'][minute / 3]}"`}><time>18:${10 + minute}</time> Step ${minute} of ${n}</li>`,
  )}</ol></incident-timeline>`;
const section = (n) => `<h2>Section ${n}</h2><p>Some words about it.</p>`;

/** What is in a page of the small size; the large one has ten times as much. */
const pages = {
  '1,000 cards, 100 tables of 50 rows, 50 timelines (large)': [
    [100, card],
    [4, table('law-table')],
    [3, table('compare-table')],
    [3, table('resource-table')],
    [5, timeline],
  ],
  'info-card, 100 and 1,000': [[100, card]],
  'law-table of 50 rows, 10 and 100': [[10, table('law-table')]],
  'compare-table of 50 rows, 10 and 100': [[10, table('compare-table')]],
  'resource-table of 50 rows, 10 and 100': [[10, table('resource-table')]],
  'incident-timeline, 100 and 1,000': [[100, timeline]],
  'sections of a case-study with a page-outline, 100 and 1,000': [[100, section]],
};
const bodyOf = (parts, factor) =>
  `<case-study><h1>Page</h1><page-outline></page-outline>${parts.map(([count, make]) => times(count * factor, make)).join('')}</case-study>`;

const types = { '.css': 'text/css', '.js': 'text/javascript' };
const server = createServer(async ({ url }, response) => {
  try {
    const path = new URL(url, 'http://localhost').pathname;
    const body = path === '/' ? '<!doctype html>' : await readFile(`.${path}`);
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

const { path: executablePath } = findEngines().find(({ name, path }) => name === 'Chromium' && path) ?? {};
if (!executablePath) throw new Error('The benchmark needs Chromium or Chrome.');
const browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });

/** Milliseconds from the request for the script until every element is up to date and the page is laid out. */
async function upgradeTime(body) {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.setContent(`<!doctype html><link rel="stylesheet" href="${origin}/dist/deepdive.css">${body}`);
  const time = await page.evaluate(async (script) => {
    document.body.getBoundingClientRect();
    const start = performance.now();
    await import(script);
    const elements = [...document.querySelectorAll('*')].filter((element) => 'updateComplete' in element);
    await Promise.all(elements.map((element) => element.updateComplete));
    document.body.getBoundingClientRect();
    // What the elements' own changes still ask for.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, `${origin}/dist/cdn/deepdive.js`);
  await page.close();
  return time;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [name, parts] of Object.entries(pages)) {
  const small = [];
  const large = [];
  for (let round = 0; round < rounds; round++) {
    small.push(await upgradeTime(bodyOf(parts, 1)));
    large.push(await upgradeTime(bodyOf(parts, 10)));
  }
  const [first, second] = [median(small), median(large)];
  console.log(
    `${name.padEnd(62)} ${first.toFixed(0).padStart(5)} ms ${second.toFixed(0).padStart(6)} ms  × ${(second / first).toFixed(1)}`,
  );
}
await browser.close();
server.close();
