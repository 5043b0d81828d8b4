/**
 * What does a page cost beside its peers? Builds the same writeup with plain HTML, with ten elements of ours, with Material
 * Web, Shoelace and Web Awesome (`tests/peers`, installed when this runs), visits the pages in turns with cold caches, and
 * prints what each downloads and how much of the main thread's processor time it takes, as ratios to plain HTML: medians,
 * with the quartiles behind them. That is done for the first page of a site, for one after it, and for the first one at a
 * quarter of the processor's speed; then, as a page after the first, for 10, 100 and 1,000 blocks.
 * Fails where a page logs an error, asks for what is not there, or leaves an element undefined; never for a time.
 * Measures what `npm run build` has made: `npm run bench:peers`. Settings are variables of the environment:
 * `ROUNDS=5`; `ONLY=ours,Shoelace`, besides plain HTML; `KIND=law-table`, blocks of one kind alone; instead of measuring,
 * `PICTURES=folder` writes a picture of each page, and `PROFILE=trace.json` a trace of ours, not minified, for DevTools.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { launch } from 'puppeteer-core';
import { findEngines } from '../.ci/engines.mjs';
import { bundled } from './bundler.mjs';
import { installLocked, root } from './packed.mjs';
import { libraries, series, writeup } from './peers/pages.mjs';

const { KIND, ONLY, PICTURES, PROFILE, ROUNDS = '15' } = process.env;
const rounds = Number(ROUNDS);
const only = PROFILE ? ['ours'] : ['plain', ...(ONLY?.split(',') ?? Object.keys(libraries))];
const takes = (setting, value, values) => {
  if (!values.includes(value)) throw new Error(`${setting} takes ${values.join(', ')}; not “${value}”.`);
};
for (const name of only) takes('ONLY', name, Object.keys(libraries));
if (KIND) takes('KIND', KIND, Object.keys(libraries.ours.blocks));
if (!(rounds > 0)) throw new Error(`ROUNDS takes a number above 0; not “${ROUNDS}”.`);

// Pages

await installLocked(join(root, 'tests/peers'));

/** A library's files as a bundler ships them, by path. */
async function bundle({ script, sheet }) {
  const options = { bundle: true, minify: !PROFILE, write: false, outdir: 'out', target: 'es2022' };
  const folder = script.includes('./dist') ? root : join(root, 'tests/peers');
  const scripts = script ? await bundled(script, folder, { minify: !PROFILE }) : [];
  const files = [...scripts].map(([name, code]) => [`/${name}`, code]);
  // Ours come as they are shipped.
  const styles = Array.isArray(sheet)
    ? sheet.map((path) => readFileSync(join(root, path), 'utf8')).join('')
    : (await build({ ...options, entryPoints: [join(root, sheet)] })).outputFiles[0].contents;
  return Object.fromEntries([...files, ['/style.css', styles]]);
}

const names = Object.keys(libraries).filter((name) => only.includes(name));
const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await bundle(libraries[name])])));

const types = { css: 'text/css', js: 'text/javascript' };
const typeOf = (path) => types[path.split('.').at(-1)] ?? 'text/html';
/** What is served now, gzipped, by path, and the paths that have been asked for. */
let served = {};
let asked = [];
const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  asked.push(pathname);
  if (!served[pathname]) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': typeOf(pathname), 'content-encoding': 'gzip' }).end(served[pathname]);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

/** Where a visit comes from that is not the first: plain HTML, for which the browser's process has loaded its fonts. */
const before = writeup(libraries.plain);

/** Serves a library's files with a page of its. */
function serve(name, html) {
  const all = Object.entries({ ...files[name], '/': html, '/before': before });
  served = Object.fromEntries(all.map(([path, content]) => [path, gzipSync(content, { level: 9 })]));
}

// Visits

const { path: executablePath } = findEngines().find(({ name, path }) => name === 'Chromium' && path) ?? {};
if (!executablePath) throw new Error('The benchmark needs Chromium or Chrome.');
const browser = await launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  defaultViewport: { width: 1280, height: 800 },
  protocolTimeout: 600_000,
});

const frames = () =>
  document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const idle = () => new Promise((done) => requestIdleCallback(done));

/**
 * Visits what is served, in a browser that has nothing cached, and says what the main thread did.
 * @param isFirst whether the browser starts a process for the site, as it does where a reader comes from another one
 */
async function visit(name, { slowdown = 1, isFirst = false }, use) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const client = await page.createCDPSession();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
  // An empty page, or one of the same origin, is shown by the process that goes on, and so do the counters.
  await page.goto(isFirst ? 'about:blank' : `${origin}/before`);
  await page.evaluate(frames);
  await page.setCacheEnabled(false);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const counters = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const start = await counters();
  asked = [];
  if (use === 'profile') await page.tracing.start({ path: PROFILE, categories: traced });
  await page.goto(`${origin}/`, { timeout: 600_000 });
  await page.evaluate(frames);
  const painted = await counters();
  // Script that is asked for when needed, and work that was put off.
  await page.waitForNetworkIdle({ timeout: 600_000 });
  await page.evaluate(frames);
  await page.evaluate(idle);
  const after = await counters();
  if (use === 'profile') await page.tracing.stop();
  if (use === 'picture') await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

  const left = await page.evaluate(() => [...document.querySelectorAll(':not(:defined)')].map((one) => one.localName));
  if (left.length) problems.push(`not defined: ${[...new Set(left)].join(', ')}`);
  problems.push(...asked.filter((path) => !served[path]).map((path) => `${path} is not there`));
  if (problems.length) throw new Error(`The page of ${name} is broken:\n${problems.join('\n')}`);
  await context.close();

  const kB = (type) =>
    asked.filter((path) => typeOf(path) === type).reduce((sum, path) => sum + served[path].length, 0) / 1000;
  const ms = (counter, until = after) => (until[counter] - start[counter]) * 1000;
  return {
    scriptSize: kB('text/javascript'),
    styleSize: kB('text/css'),
    requests: asked.length,
    painted: ms('TaskDuration', painted),
    total: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    style: ms('RecalcStyleDuration'),
    layout: ms('LayoutDuration'),
    styleRuns: after.RecalcStyleCount - start.RecalcStyleCount,
    layouts: after.LayoutCount - start.LayoutCount,
  };
}

/** Visits the pages in turns, once more than counts, and gathers the visits of each library. */
async function measure(pageOf, kind, count) {
  const visits = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= count; round++) {
    for (const name of names) {
      serve(name, pageOf(libraries[name]));
      const result = await visit(name, kind);
      if (round) visits[name].push(result);
    }
  }
  return visits;
}

// Tables

/** Between two values, where the share falls between them. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at % 1);
}
const median = (values) => quantile(values, 0.5);
const of = (visits, key) => visits.map((one) => one[key]);
/** The median of a figure over that of other visits, round by round, and its quartiles. */
function ratio(visits, others, key) {
  const ratios = visits.map((one, round) => one[key] / others[round][key]);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  return `${middle} (${low}–${high})`;
}
function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  '));
}

async function compareWriteups(kind) {
  const { slowdown = 1, isFirst } = kind;
  const where = isFirst ? 'the first page of a site' : 'a page after it';
  const speed = slowdown > 1 ? `, the processor ${slowdown} times slower` : '';
  console.log(`\nThe writeup, ${where}${speed}, ${rounds} rounds\n`);
  const visits = await measure(writeup, kind, rounds);
  const rows = names.map((name) => {
    const ms = (key) => median(of(visits[name], key)).toFixed(1);
    const toPlain = (key) => ratio(visits[name], visits.plain, key);
    return [
      name,
      ...[ms('scriptSize'), ms('styleSize'), String(median(of(visits[name], 'requests')))],
      ...[ms('total'), toPlain('total'), toPlain('painted'), ms('style'), toPlain('style'), ms('layout')],
      ...[
        toPlain('layout'),
        ms('script'),
        ...['styleRuns', 'layouts'].map((key) => `${median(of(visits[name], key))}`),
      ],
    ];
  });
  const ratios = ['time ms', '÷ plain', 'painted ÷', 'style ms', '÷ plain', 'layout ms', '÷ plain'];
  print([['', 'script kB', 'style kB', 'requests', ...ratios, 'script ms', 'styles', 'layouts'], ...rows]);
}

async function compareSeries(counts) {
  const count = Math.ceil(rounds / 3);
  console.log(`\nBlocks in a page, processor time until painted and until idle, ${count} rounds\n`);
  const rows = [
    ['', 'blocks', 'painted ms', 'a block', '÷ plain', '÷ best peer', 'idle ms', 'a block', '÷ plain', '÷ best peer'],
  ];
  for (const blocks of counts) {
    const visits = await measure((library) => series(library, blocks, KIND), {}, count);
    const peers = names.filter((name) => name !== 'plain' && name !== 'ours');
    for (const name of names) {
      const figures = ['painted', 'total'].flatMap((key) => {
        const time = (one) => median(of(visits[one], key));
        const best = peers.toSorted((one, other) => time(one) - time(other))[0];
        return [
          ...[time(name).toFixed(0), (time(name) / blocks).toFixed(2), ratio(visits[name], visits.plain, key)],
          best ? ratio(visits[name], visits[best], key) : '',
        ];
      });
      rows.push([name, String(blocks), ...figures]);
    }
  }
  print(rows);
}

const traced = [
  ...['devtools.timeline', 'blink.user_timing', 'v8.execute'],
  ...['', '.invalidationTracking', '.stack'].map((part) => `disabled-by-default-devtools.timeline${part}`),
  'disabled-by-default-v8.cpu_profiler',
];

if (PROFILE || PICTURES) {
  for (const name of names) {
    serve(name, writeup(libraries[name]));
    await visit(name, {}, PROFILE ? 'profile' : 'picture');
  }
} else {
  const kinds = [{ isFirst: true }, {}, { isFirst: true, slowdown: 4 }];
  if (!KIND) for (const kind of kinds) await compareWriteups(kind);
  await compareSeries([10, 100, 1000]);
}
await browser.close();
server.close();
