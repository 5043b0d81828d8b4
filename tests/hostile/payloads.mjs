/**
 * Puts other people's payloads through all that reads what an author wrote: `PAYLOADS=folder npm run test:hostile`. The
 * folder is not part of the project; it holds lists with a payload a line, pages, drawings, and data with payloads in it.
 *
 * 1. `build`: each payload in Markdown and in HTML, sanitized, as pages that are opened and used.
 * 2. The plugins alone, with the schema.
 * 3. Live elements, two of them for each: as the value of every attribute, as text, and as data; every twentieth as a diagram.
 *
 * Nothing may run, ask, open or leave the page, or throw. Many payloads share a page; one that is at fault is found by halves.
 */
import { readFileSync } from 'node:fs';
import { argv, env, exit } from 'node:process';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { pageOf } from '../../dist/unified/page.js';
import { schema } from '../../dist/unified/schema.js';
import { readWriteup } from '../../dist/unified/writeup.js';
import { openBrowser } from '../node/pages.mjs';
import { pipeline } from '../unified/pipeline.mjs';
import { findingsIn, provoke, watched } from '../unified/provoke.mjs';
import { useElements } from './live-elements.mjs';
import { readPayloads } from './read-payloads.mjs';

const folder = env.PAYLOADS ?? argv[2];
if (!folder) {
  console.error('There are no payloads to try. Name a folder of them: PAYLOADS=folder npm run test:hostile');
  exit(2);
}
const payloads = readPayloads(folder);
if (!payloads.length) {
  console.error(`${folder} holds no payloads: put text files into it, with a payload a line.`);
  exit(2);
}

const assets = { stylesheet: '/dist/deepdive.css', script: '/dist/cdn/deepdive.js' };
const plugins = pipeline().use(rehypeSanitize, schema).freeze();
const stringify = unified().use(rehypeStringify).freeze();
const parse = unified().use(rehypeParse, { fragment: true }).freeze();

/** What the author of a page has around a payload: a word that is to be there still. */
const around = (payload) => `Kept words\n\n${payload}`;

const readers = {
  'build, Markdown': (payload) => readWriteup(new VFile({ path: 'page.md', value: around(payload) })).content,
  'build, HTML': (payload) =>
    readWriteup(new VFile({ path: 'page.html', value: `<article><p>Kept words</p>${payload}</article>` })).content,
  'plugins alone': (payload) => plugins.runSync(plugins.parse(around(payload))),
};

const findings = [];
const tell = (way, { payload, file }, found) => {
  findings.push(way);
  console.error(
    `✘ ${way}, ${file}: ${JSON.stringify(payload.slice(0, 300))}\n  ${JSON.stringify(found).slice(0, 600)}`,
  );
};

/** The tree that a payload becomes; nothing where it is refused, as what is too deep is. */
function treeOf(way, one) {
  try {
    const tree = readers[way](one.payload);
    const html = stringify.stringify(tree);
    const found = [...findingsIn(tree), ...findingsIn(parse.parse(html))];
    if (!html.includes('Kept words')) found.push('the words before it are gone');
    if (found.length) tell(way, one, found);
    return tree;
  } catch (error) {
    if (error.ruleId !== 'limits' && !/limit|too (long|deep)/.test(error.message)) tell(way, one, [`${error.stack}`]);
    return undefined;
  }
}

const browser = await openBrowser();
let pages = 0;

/** What a page of payloads does that it should not. */
async function use(html, action, data) {
  const errors = [];
  const { page, seen } = await watched(browser, html, (one) => {
    one.on('pageerror', ({ message }) => errors.push(message));
    void one.setRequestInterception(true);
    one.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (hostname === '127.0.0.1' || !/^https?:$/.test(protocol)) return void request.continue();
      // Pictures and media are fetched from where their author says; nothing here needs to be.
      if (!/^(image|media)$/.test(request.resourceType())) errors.push(`a request: ${request.url()}`);
      void request.abort();
    });
  });
  pages++;
  try {
    const { found } = await page.evaluate(action, data);
    return [...found, ...seen, ...errors];
  } catch (error) {
    return [`${error.message}`, ...seen, ...errors];
  } finally {
    await page.close();
  }
}

/** Finds by halves which of the items is at fault. */
async function bisect(way, items, run) {
  const found = await run(items.map(({ value }) => value));
  if (!found.length) return;
  if (items.length === 1) {
    tell(way, items[0].one, found);
    return;
  }
  const half = items.length >> 1;
  const before = findings.length;
  await bisect(way, items.slice(0, half), run);
  await bisect(way, items.slice(half), run);
  if (findings.length === before) tell(way, { payload: `${items.length} together`, file: items[0].one.file }, found);
}

async function inBatches(way, items, size, run) {
  for (let at = 0; at < items.length; at += size) await bisect(way, items.slice(at, at + size), run);
}

const openTrees = (trees) => {
  // Each page takes its own, since a page is changed when it is written.
  const children = structuredClone(trees).flatMap((tree) => tree.children);
  const content = { type: 'root', children };
  return use(pageOf({ content, frontMatter: {}, title: 'Page', description: '' }, assets), provoke);
};

const blank = `<!doctype html><html lang="en"><head><title>Page</title><link rel="stylesheet" href="/dist/deepdive.css"><script type="module" src="/dist/cdn/deepdive.js"></script></head><body></body></html>`;
const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  // Drawn from another list, below.
  .filter(({ tagName }) => tagName !== 'architecture-diagram')
  .map(({ tagName, attributes = [] }) => ({ tag: tagName, attributes: attributes.map(({ name }) => name) }));

const rows = [];
async function measure(way, count, action) {
  const [start, before, beforePages] = [performance.now(), findings.length, pages];
  await action();
  rows.push({
    way,
    payloads: count,
    pages: pages - beforePages,
    findings: findings.length - before,
    seconds: Math.round((performance.now() - start) / 1000),
  });
  console.log(rows.at(-1));
}

const withTrees = (way) =>
  payloads.map((one) => ({ one, value: treeOf(way, one) })).filter(({ value }) => value !== undefined);
for (const way of Object.keys(readers)) {
  await measure(way, payloads.length, () => inBatches(way, withTrees(way), 100, openTrees));
}
const texts = payloads.map((one) => ({ one, value: one.payload }));
/** Each payload meets a few elements, and each element one payload in a few. */
const shares = 2;
const live = payloads.flatMap((one, index) =>
  Array.from({ length: shares }, (_, at) => {
    const element = elements[(index * shares + at) % elements.length];
    return { one, value: { ...element, payload: one.payload } };
  }),
);
await measure('live elements', payloads.length, () =>
  inBatches('live elements', live, 120, (some) => use(blank, useElements, some)),
);
const sample = texts.filter((_, at) => at % 20 === 0);
await measure('diagrams', sample.length, () =>
  inBatches('diagrams', sample, 10, (some) => {
    const children = some.flatMap((payload) => [
      diagram(payload),
      diagram(`flowchart LR\n  A["${payload.replace(/["\n]/g, ' ')}"] --> B[${payload.replace(/\n/g, ' ')}]`),
      diagram(`sequenceDiagram\n  A->>B: ${payload.replace(/\n/g, ' ')}`),
    ]);
    const content = { type: 'root', children };
    return use(pageOf({ content, frontMatter: {}, title: 'Page', description: '' }, assets), provoke);
  }),
);
await browser.close();

function diagram(source) {
  const pre = { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: source }] };
  return { type: 'element', tagName: 'architecture-diagram', properties: {}, children: [pre] };
}

console.table(rows);
exit(findings.length ? 1 : 0);
