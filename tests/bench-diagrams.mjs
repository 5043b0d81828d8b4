/**
 * What does a diagram cost a page, against plain Mermaid? Visits pages with `<architecture-diagram>` and the same pages
 * with `mermaid.run()` at its defaults, in turns and in one browser, and prints the medians with their limits. Fails where
 * a limit of bytes or requests is broken; times and shifts depend on the machine and are only told.
 * Measures what `npm run build` has made: `npm run bench:diagrams`.
 */

import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { launch, PredefinedNetworkConditions } from 'puppeteer-core';
import { findEngines } from '../.ci/engines.mjs';

const rounds = 5;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

// Pages

const things =
  'Web shop,Call centre,Order API,Validator,Price book,Order ledger,Journal,Snapshot store,Posting queue,Reconciler,Tax service,Payment gateway,Refund desk,Stock keeper,Packing line,Carrier API,Invoice writer,Mail sender,Audit log,Report builder,Search index,Archive,Clock,Fraud check,Supplier portal,Currency table,Ledger replica,Access list,Metrics,Pager,Export job'.split(
    ',',
  );
const verbs = 'posts to,reads from,asks,confirms,replays,copies to,bills,notifies,locks,closes'.split(',');
const areas = 'Intake,Ledger,Settlement,Fulfilment,Reporting'.split(',');

/** A flowchart of an invented system: eight to fifteen nodes, three of its groups, a label on every other connection. */
function chart(n) {
  const size = 8 + (n % 8);
  const label = (index) => things[(n * 5 + index * 7) % things.length];
  const node = (index) => `    n${index}["${label(index)}"]`;
  const groups = times(3, (group) => {
    const members = times(size, (index) => index).filter((index) => Math.floor((index * 3) / size) === group);
    return `  subgraph g${group}["${areas[(n + group) % areas.length]}"]\n${members.map(node).join('\n')}\n  end`;
  });
  const next = times(size - 1, (index) => {
    const words = index % 2 ? '' : `|${verbs[(n + index) % verbs.length]}|`;
    return `  n${index} -->${words} n${index + 1}`;
  });
  const across = times(Math.floor((size - 1) / 3), (index) => `  n${index * 3} -.-> n${index * 3 + 3}`);
  return [`flowchart ${n % 2 ? 'TB' : 'LR'}`, ...groups, ...next, ...across].join('\n');
}

/** Its drawing is several times higher than its source. */
const column = `flowchart TB\n${times(7, (n) => `  n${n}["${things[n]}"] --> n${n + 1}["${things[n + 1]}"]`).join('\n')}`;

const sentence = 'An order is posted once, confirmed by the ledger, and never changed after that. ';
const paragraphs = (count) => `<p>${sentence.repeat(4)}</p>`.repeat(count);

const library = {
  head: '<link rel="stylesheet" href="/dist/deepdive.css"><script type="module" src="/dist/cdn/deepdive.js"></script>',
  diagram: (source) =>
    `<architecture-diagram><pre>\n${source}\n</pre><figcaption>How orders go.</figcaption></architecture-diagram>`,
  foot: '',
};
/** As https://mermaid.js.org/intro/getting-started.html has it. */
const plain = {
  head: '',
  diagram: (source) =>
    `<figure><pre class="mermaid">\n${source}\n</pre><figcaption>How orders go.</figcaption></figure>`,
  foot: `<script type="module">
    import mermaid from '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    window.mermaid = mermaid;
  </script>`,
};
const kinds = { library, plain };

const bodies = {
  two: (diagram) => diagram(chart(0)) + diagram(chart(1)) + paragraphs(3),
  // Two at once; the others far below each other and far below the first two.
  twenty: (diagram) =>
    times(20, (n) => (n < 2 ? '' : paragraphs(60)) + diagram(chart(n))).join(`<h2>Part of the ledger</h2>`),
  ten: (diagram) => times(10, (n) => diagram(chart(n))).join(''),
  shrinking: (diagram) => paragraphs(2) + diagram(chart(2)) + paragraphs(12),
  growing: (diagram) => paragraphs(2) + diagram(column) + paragraphs(12),
};

function html(path) {
  const [kind, name] = path.slice(1).split('/');
  const { head, diagram, foot } = kinds[kind];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Order ledger</title><link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
    <body><h1>Order ledger</h1>${bodies[name](diagram)}${foot}</body></html>`;
}

// Server

const types = { '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const modules = 'node_modules/mermaid/dist';
const files = ['dist/deepdive.css', ...globSync('dist/cdn/**/*.js')];
const plainFiles = [`${modules}/mermaid.esm.min.mjs`, ...globSync(`${modules}/chunks/mermaid.esm.min/*.mjs`)];
// Read at once: a build while this runs would take chunks away.
const contents = new Map([...files, ...plainFiles].map((path) => [`/${path}`, readFileSync(path)]));
const zipped = new Map();

function gzipped(path) {
  if (!zipped.has(path)) zipped.set(path, gzipSync(contents.get(path) ?? html(path), { level: 9 }));
  return zipped.get(path);
}

const server = createServer(({ url }, response) => {
  const isFile = contents.has(url);
  const cache = isFile ? 'max-age=31536000' : 'no-cache';
  const type = types[extname(url)] ?? 'text/html';
  response
    .writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': cache })
    .end(gzipped(url));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

/** Adds a file to those that are known, and what it imports, to which `pattern` matches. */
function reach(path, pattern, known) {
  if (known.has(path) || !contents.has(path)) return;
  known.add(path);
  for (const [, to] of String(contents.get(path)).matchAll(pattern)) reach(join(dirname(path), to), pattern, known);
}
const always = new Set();
for (const path of contents.keys()) {
  if (!/^(deepdive\.js|view-.*)$/.test(basename(path))) continue;
  reach(path, /(?:\bfrom|\bimport)\s*["'`](\.\.?\/[^"'`]+)["'`]/g, always);
}
const reached = new Set(always);
for (const path of contents.keys()) {
  if (!/^(draw-|mermaid)/.test(basename(path)) || !path.startsWith('/dist')) continue;
  reach(path, /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.\.?\/[^"'`]+)["'`]/g, reached);
}
/** What draws: our part of it, and Mermaid; not what shows a drawing that is there. */
const drawingFiles = reached.difference(always);
for (const path of contents.keys()) gzipped(path);

// Visits

const { path: executablePath } = findEngines().find(({ name, path }) => name === 'Chromium' && path) ?? {};
if (!executablePath) throw new Error('The benchmark needs Chromium or Chrome.');
const browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 780 };

/** Runs in the page before anything of it does. */
function watch() {
  const seen = { drawn: 0, shift: 0 };
  window.seen = seen;
  window.drawings = () => [
    ...[...document.querySelectorAll('architecture-diagram')].map((diagram) =>
      diagram.shadowRoot?.querySelector('[part="canvas"] > svg'),
    ),
    ...document.querySelectorAll('.mermaid > svg'),
  ];
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const look = () => {
    if (window.drawings().some((svg) => svg?.getBoundingClientRect().width)) seen.drawn = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What a visit has cost. */
function report() {
  const { drawn, shift } = window.seen;
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const requests = entries.map(({ name, startTime, encodedBodySize }) => ({
    path: new URL(name).pathname,
    bytes: encodedBodySize,
    isBefore: startTime < drawn,
  }));
  // A busy machine may show the frame without telling when.
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime || Number.NaN;
  // A page that does not move may have cut the drawing off, or left a gap.
  const svg = window.drawings().find(Boolean);
  const box = svg.closest('[part="drawing"]') ?? svg.parentElement;
  const room = (box.clientHeight / svg.getBoundingClientRect().height) * 100;
  return { drawn, shift, requests, paint, room };
}

const busy = async (page) => (await page.metrics()).TaskDuration * 1000;

/** Waits until the main thread has nothing more to do. */
async function settle(page) {
  for (let before = Number.NEGATIVE_INFINITY, now = 0; now - before > 10; ) {
    await delay(400);
    [before, now] = [now, await busy(page)];
  }
}

async function open(context, kind, name, { viewport = wide, cpu = 1, network = null } = {}) {
  const page = await context.newPage();
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(watch);
  if (cpu > 1) await page.emulateCPUThrottling(cpu);
  if (network) await page.emulateNetworkConditions(PredefinedNetworkConditions[network]);
  await page.goto(`${origin}/${kind}/${name}`, { timeout: 0 });
  await page.waitForFunction(() => window.seen.drawn, { polling: 50, timeout: 120_000 });
  return page;
}

/** One visit after the other as one reader, each until nothing happens any more. */
async function visits(kind, name, count, settings) {
  const context = await browser.createBrowserContext();
  const results = [];
  for (let visit = 0; visit < count; visit++) {
    const page = await open(context, kind, name, settings);
    if (!settings?.network) await settle(page);
    results.push({ ...(await page.evaluate(report)), work: await busy(page) });
    await page.close();
  }
  await context.close();
  return results;
}

/** Main-thread time of a change of theme, in milliseconds, with ten diagrams drawn. */
async function themeTime(kind) {
  const changes = kind === 'library' ? 10 : 2;
  const context = await browser.createBrowserContext();
  const page = await open(context, kind, 'ten');
  await page.evaluate(() => {
    for (const diagram of document.querySelectorAll('architecture-diagram')) diagram.draw();
  });
  await page.waitForFunction(() => window.drawings().filter(Boolean).length === 10, { polling: 50 });
  await settle(page);
  const before = await busy(page);
  const fills = await page.evaluate(kind === 'library' ? switchScheme : drawAgain, changes, times(10, chart));
  const time = (await busy(page)) - before;
  await context.close();
  if (new Set(fills).size !== 2) throw new Error(`The theme did not change: ${fills}`);
  return time / changes;
}

async function switchScheme(changes) {
  const fills = [];
  for (let change = 0; change < changes; change++) {
    document.documentElement.style.colorScheme = change % 2 ? 'light' : 'dark';
    await window.painted();
    fills.push(getComputedStyle(window.drawings()[0].querySelector('rect')).fill);
  }
  return fills;
}

async function drawAgain(changes, sources) {
  const fills = [];
  for (let change = 0; change < changes; change++) {
    window.mermaid.initialize({ startOnLoad: false, theme: change % 2 ? 'default' : 'dark' });
    for (const [n, pre] of document.querySelectorAll('.mermaid').entries()) {
      pre.removeAttribute('data-processed');
      pre.textContent = sources[n];
    }
    await window.mermaid.run();
    await window.painted();
    fills.push(getComputedStyle(window.drawings()[0].querySelector('rect')).fill);
  }
  return fills;
}

// Table

function median(values) {
  const known = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}

/** What a function gives for the two kinds of page, in turns. */
async function inTurns(measure) {
  const results = { library: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of Object.keys(kinds)) results[kind].push(await measure(kind));
  }
  return results;
}

/**
 * A line of the table.
 * @param limit what our figure may be or, where it ends in %, its share of plain Mermaid's
 * @param fails whether the benchmark fails where it is more
 */
function row(name, [ours, others], { unit = 'ms', digits = 0, limit = '', fails = false } = {}) {
  const share = (ours / others) * 100;
  const isWithin = (limit.endsWith('%') ? share : ours) <= Number.parseFloat(limit);
  const cell = (value) => (value === undefined ? '' : `${value.toFixed(digits)} ${unit}`).padStart(11);
  const mark = limit && (isWithin ? '✔' : '✘');
  const end = `${others ? `${share.toFixed(1)} %` : ''}`.padStart(9) + (limit && `  at most ${limit}`);
  console.log(`${mark.padEnd(2)}${name.padEnd(58)}${cell(ours)}${cell(others)}${end}`);
  if (limit && fails && !isWithin) process.exitCode = 1;
}

console.log(`${'library'.padStart(71)}${'plain'.padStart(11)}${'share'.padStart(9)}`);
const middle = (results, pick) => [results.library, results.plain].map((list) => median(list.map(pick)));

const first = await inTurns(async (kind) => (await visits(kind, 'two', 1))[0]);
const before = ({ requests }) => requests.filter(({ isBefore }) => isBefore);
const kilobytes = (visit) => before(visit).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
row('Two flowcharts: bytes to the first drawing', middle(first, kilobytes), { unit: 'kB', limit: '40 %', fails: true });
row(
  'Two flowcharts: requests to the first drawing',
  middle(first, (visit) => before(visit).length),
  { unit: '' },
);
row(
  'Two flowcharts: first drawing',
  middle(first, ({ drawn }) => drawn),
  { limit: '50 %' },
);
for (const [name, network] of [
  ['fast 3G', 'Slow 4G'],
  ['4G', 'Fast 4G'],
]) {
  const slow = await inTurns(async (kind) => (await visits(kind, 'two', 1, { cpu: 4, network }))[0]);
  row(
    `  with a quarter of the processor, over ${name}`,
    middle(slow, ({ drawn }) => drawn),
    { limit: '50 %' },
  );
}

const twice = await inTurns((kind) => visits(kind, 'twenty', 2));
row(
  'Twenty, two in view: main thread',
  middle(twice, ([{ work }]) => work),
);
row(
  '  again: main thread',
  middle(twice, ([, { work }]) => work),
);
const ofMermaid = ({ requests }) => requests.filter(({ path }) => drawingFiles.has(path)).length;
if (!twice.library.every(([visit]) => ofMermaid(visit))) throw new Error('What draws goes by other names now.');
row(
  '  again: requests for what draws, cached or not',
  [Math.max(...twice.library.map(([, visit]) => ofMermaid(visit)))],
  {
    unit: '',
    limit: '0',
    fails: true,
  },
);
row(
  '  again: first drawing after first paint',
  middle(twice, ([, { drawn, paint }]) => drawn - paint),
  { limit: '50 ms' },
);

row(
  'Ten drawn: main thread for another theme',
  middle(await inTurns(themeTime), (time) => time),
  {
    digits: 1,
    limit: '2 %',
  },
);

for (const [what, name] of [
  ['lower than its source', 'shrinking'],
  ['higher than its source', 'growing'],
]) {
  for (const viewport of [wide, narrow]) {
    const shifts = await inTurns((kind) => visits(kind, name, 2, { viewport }));
    const title = `Layout shift, ${what}, ${viewport.width} × ${viewport.height}`;
    row(
      title,
      middle(shifts, ([{ shift }]) => shift),
      { unit: '', digits: 3, limit: '0.05' },
    );
    row(
      '  room for the drawing, 100 % being its height',
      middle(shifts, ([{ room }]) => room),
      { unit: '%' },
    );
    row(
      '  again: layout shift',
      middle(shifts, ([, { shift }]) => shift),
      { unit: '', digits: 3, limit: '0.01' },
    );
    row(
      '  again: room for the drawing',
      middle(shifts, ([, { room }]) => room),
      { unit: '%' },
    );
  }
}

await browser.close();
server.close();
