/**
 * Does a page that is used for long keep what it no longer needs? Uses every element over and over, in Chromium, in ways
 * that each lead back to where they began, and looks, after garbage collection, at what the page then holds: more nodes,
 * listeners, documents, style sheets or elements than after the warm-up, or objects of script that take more room, fail.
 * Uses what `npm run build` has made: `npm run soak`, ten minutes, or `npm run soak -- --minutes 1`.
 */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { findEngines } from '../.ci/engines.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes takes a number, such as 1 or 10; not “${values.minutes}”.`);

/** Until then caches fill and code is compiled. */
const warmUp = { share: 0.15, rounds: 5 };
/**
 * How much more script may hold after each round, in bytes. Measured over twenty rounds: 400. All of it are V8's templates
 * of literals, of which 9000 may come at once; that weighs most in a short run. Apart from them, not one byte is more.
 */
const heapLimit = 3000;

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .map(({ tagName, attributes = [] }) => ({ tag: tagName, attributes: attributes.map(settingsOf) }));

/** Two values for an attribute, besides the author's: of its choices, where it has some. */
function settingsOf({ name, type }) {
  const choices = [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, choice]) => choice).slice(0, 2);
  return { name, values: choices.length ? choices : ['7', null] };
}

// Server

const types = { '.css': 'text/css', '.js': 'text/javascript', '.html': 'text/html' };
const server = createServer(({ url }, response) => {
  try {
    const { pathname } = new URL(url, 'http://localhost');
    const body = readFileSync(`.${pathname}`);
    response.writeHead(200, { 'content-type': types[extname(pathname)] }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await once(server, 'listening');

// What the page does

/** Runs in the page, once; `use()` is one round. */
function prepare(elements) {
  console.warn = () => {}; // much of what is tried here is worth a warning
  const study = document.querySelector('case-study');
  const aside = document.body.appendChild(document.createElement('section'));
  const attributesOf = new Map(elements.map(({ tag, attributes }) => [tag, attributes]));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const all = (root) => [root, ...root.querySelectorAll('*')].filter(({ localName }) => attributesOf.has(localName));
  const settled = async (root) => {
    for (const element of all(root)) await element.updateComplete;
    await frame();
    for (const element of all(root)) await element.updateComplete;
  };
  const drawn = (diagram) => {
    if (diagram.matches(':state(drawn)')) return undefined;
    const loaded = new Promise((resolve) => diagram.addEventListener('load', resolve, { once: true }));
    diagram.draw();
    return loaded;
  };

  const uses = {
    async detach(element) {
      const { parentNode, nextSibling } = element;
      element.remove();
      await frame();
      parentNode.insertBefore(element, nextSibling);
    },
    async move(element) {
      const { parentNode, nextSibling } = element;
      aside.append(element);
      await settled(element);
      parentNode.insertBefore(element, nextSibling);
    },
    async clone(element) {
      const clone = element.cloneNode(true);
      element.after(clone);
      await settled(clone);
      clone.remove();
    },
    /** As a framework that makes it anew with each state of its own. */
    async build(element) {
      const made = document.createElement(element.localName);
      aside.append(made);
      for (const { name, value } of element.attributes) made.setAttribute(name, value);
      made.append(...element.cloneNode(true).childNodes);
      await settled(made);
      made.remove();
    },
    async set(element) {
      for (const { name, values } of attributesOf.get(element.localName)) {
        const old = element.getAttribute(name);
        for (const value of [...values, old]) {
          if (value === null) element.removeAttribute(name);
          else element.setAttribute(name, value);
          await settled(element);
        }
      }
    },
    async rewrite(element) {
      const parts = [...element.querySelectorAll('tbody tr, li, dd, p, section')];
      for (const part of parts.slice(0, 2)) {
        if (part.closest(elements.map(({ tag }) => tag).join()) !== element) continue;
        const more = part.cloneNode(true);
        part.after(more);
        await settled(element);
        more.append(' More words: 18:30, 40%, 99.9%.');
        await settled(element);
        more.remove();
        await settled(element);
      }
    },
    /** Every button twice, so that what it opens is closed again; those that download are left. */
    async press(element) {
      if (!element.shadowRoot) return;
      for (let time = 0; time < 2; time++) {
        for (const button of element.shadowRoot.querySelectorAll('button')) {
          if (!/^(SVG|PNG)$/.test(button.textContent)) button.click();
          await settled(element);
        }
      }
      for (const field of element.shadowRoot.querySelectorAll('input, select')) {
        const { value } = field;
        for (const next of [field.options?.[1]?.value ?? 'Alpha', value]) {
          field.value = next;
          field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }));
          await settled(element);
        }
      }
      element.shadowRoot.querySelector('dialog')?.close();
    },
    async point(element) {
      for (const part of [...element.querySelectorAll('h2, h3, li, td')].slice(0, 4)) {
        part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        await frame();
      }
      element.dispatchEvent(new PointerEvent('pointerleave'));
      const link = element.shadowRoot?.querySelector('a');
      for (const name of ['pointerenter', 'pointerleave']) link?.dispatchEvent(new PointerEvent(name));
      link?.focus();
      link?.blur();
      await settled(element);
    },
    async open(element) {
      for (const details of element.querySelectorAll('details')) {
        for (const isOpen of [true, false]) {
          details.open = isOpen;
          await frame();
        }
      }
    },
  };

  const data = {
    'law-table': ['rows', [{ Law: 'Scarcity', Challenge: 'One disk' }], [{ Law: 'Scarcity', Challenge: 'Two disks' }]],
    'compare-table': ['rows', [{ Store: 'Log', Cost: 'Low' }], [{ Store: 'Index', Cost: 'High' }]],
    'resource-table': ['rows', [{ Resource: 'CPU', Usage: '60%' }], [{ Resource: 'CPU', Usage: '90%' }]],
    'quick-facts': ['facts', [{ label: 'Team', value: 9 }], [{ label: 'Team', value: 12 }]],
    'latency-profile': ['percentiles', [{ label: 'P50', value: '5 ms' }], [{ label: 'P99', value: '90 ms' }]],
    'incident-timeline': ['events', [{ time: '18:02', text: 'Locks' }], [{ time: '18:04', text: 'Pages' }]],
  };

  const pageUses = {
    async data() {
      for (const [tag, [property, ...states]] of Object.entries(data)) {
        const element = document.createElement(tag);
        aside.append(element);
        for (const state of states) {
          element[property] = state;
          await settled(element);
        }
        element.remove();
      }
    },
    async scheme() {
      for (const scheme of ['dark', 'light', 'auto']) {
        study.setAttribute('scheme', scheme);
        document.documentElement.style.colorScheme = scheme === 'auto' ? '' : scheme;
        await frame();
      }
    },
    async language() {
      for (const [lang, dir] of [
        ['de', 'ltr'],
        ['ar', 'rtl'],
        ['en', ''],
      ]) {
        document.documentElement.lang = lang;
        document.documentElement.dir = dir;
        await settled(document);
      }
      document.documentElement.removeAttribute('dir');
    },
    async addresses() {
      const targets = ['facts', 'laws', 'edge/API', 'edge/CDN', 'question-1', 'decision-2', 'nowhere', 'top'];
      for (const target of targets) {
        const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        location.replace(`#${target}`);
        await changed;
        await settled(document);
      }
      document.activeElement?.blur();
    },
    async print() {
      for (const name of ['beforeprint', 'afterprint']) {
        dispatchEvent(new Event(name));
        await settled(document);
      }
    },
    async draw() {
      const diagram = document.querySelector('architecture-diagram');
      const pre = diagram.querySelector('pre');
      const { data } = pre.firstChild;
      localStorage.clear(); // so that it is drawn, and not remembered
      for (const source of ['graph LR\n  A --> B', 'graph LR\n  A[faulty (one) --> B', data]) {
        pre.firstChild.data = source;
        const done = new Promise((resolve) => {
          for (const name of ['load', 'error']) diagram.addEventListener(name, resolve, { once: true });
        });
        await diagram.updateComplete;
        await done;
        await settled(diagram);
      }
      await settled(document);
    },
    async copyOfThePage() {
      const copy = study.cloneNode(true);
      document.body.append(copy);
      await settled(copy);
      await copy.toMarkdown();
      copy.toJSON();
      copy.remove();
    },
    async anotherDocument() {
      const frameElement = Object.assign(document.createElement('iframe'), { src: location.pathname });
      document.body.append(frameElement);
      await new Promise((resolve) => frameElement.addEventListener('load', resolve));
      await settled(frameElement.contentDocument);
      frameElement.remove();
    },
    async shadow() {
      const host = aside.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).append(study.querySelector('law-table').cloneNode(true));
      await settled(host.shadowRoot);
      host.remove();
    },
  };

  window.soak = {
    async start() {
      await settled(document);
      await drawn(document.querySelector('architecture-diagram'));
      await settled(document);
    },
    async use() {
      // All at once: most of the time goes into waiting for frames.
      for (const use of Object.values(uses)) {
        await Promise.all(all(study).map((element) => element !== study && use(element)));
        await settled(document);
      }
      for (const use of Object.values(pageUses)) await use();
      scrollTo(0, 0);
      await settled(document);
      await drawn(document.querySelector('architecture-diagram'));
      await frame();
      await settled(document);
    },
    missing: () => elements.filter(({ tag }) => !document.querySelector(tag)).map(({ tag }) => tag),
  };
}

// Running it

const { path: executablePath } = findEngines().find(({ name, path }) => name === 'Chromium' && path) ?? {};
if (!executablePath) throw new Error('The soak test needs Chromium or Chrome.');
const browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const page = await browser.newPage();
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 780 };
const errors = [];
page.on('pageerror', (error) => errors.push(error.message));
await page.setViewport(wide);
await page.goto(`http://127.0.0.1:${server.address().port}/tests/soak.html`);
await page.evaluate(prepare, elements);
const missing = await page.evaluate(() => soak.missing());
if (missing.length) throw new Error(`tests/soak.html lacks ${missing.join(', ')}.`);
await page.evaluate(() => soak.start());
const devtools = await page.createCDPSession();
await devtools.send('HeapProfiler.enable');

/** What the page holds when all is collected that can be. */
async function held() {
  // What a finalizer lets go is collected by the next round.
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { Nodes, JSEventListeners, Documents, JSHeapUsedSize } = await page.metrics();
  const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
  return { Nodes, Listeners: JSEventListeners, Documents, 'Style sheets': sheets, heap: JSHeapUsedSize };
}

/**
 * Kinds of things in a heap snapshot that a program makes. The room of an array is counted with what is in it: under
 * "array" V8 lists tables of its machine code, too.
 */
const made = new Set([
  ...['object', 'closure', 'string', 'concatenated string', 'sliced string'],
  ...['regexp', 'number', 'symbol', 'bigint'],
]);

/**
 * What the objects, functions and strings of script take, in bytes. The rest of the heap is V8's: for minutes it goes on to
 * make machine code of what is used much, and drops bytecode of what is not. That is all of the heap's climb, at first by
 * 50 to 100 kB a round, later by 15.
 */
async function heldByScript() {
  const chunks = [];
  const add = ({ chunk }) => chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', add);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', add);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = ['type', 'self_size'].map((name) => fields.indexOf(name));
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (made.has(types[type][nodes[at + type]])) bytes += nodes[at + size];
  }
  return bytes;
}

/** How many elements of each kind are alive, attached or not. */
async function alive() {
  const counts = {};
  for (const { tag } of elements) {
    const prototype = await page.evaluateHandle((name) => customElements.get(name).prototype, tag);
    const found = await page.queryObjects(prototype);
    counts[tag] = await found.evaluate((list) => list.length);
    await found.dispose();
    await prototype.dispose();
  }
  return counts;
}

const started = performance.now();
const share = () => (performance.now() - started) / (minutes * 60_000);
const samples = [];
let rounds = 0;
let livingBefore;
let scriptBefore;
while (share() < 1 || samples.length < 6) {
  await page.setViewport(rounds % 2 ? narrow : wide);
  await page.evaluate(() => soak.use());
  await page.setViewport(wide);
  await page.evaluate(() => soak.start());
  rounds++;
  if (share() < warmUp.share || rounds < warmUp.rounds) continue;
  livingBefore ??= await alive();
  samples.push(await held());
  scriptBefore ??= await heldByScript();
}
const scriptAfter = await heldByScript();
const livingAfter = await alive();
await browser.close();
server.close();

// What came of it

const failures = errors.map((message) => `The page threw: ${message}`);
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

const rows = [
  ...['Nodes', 'Listeners', 'Documents', 'Style sheets'].map((name) => [name, samples[0][name], samples.at(-1)[name]]),
  ['Elements', sum(livingBefore), sum(livingAfter)],
];
// Each round ends where it began: a sound build holds the very same number in every sample.
for (const [name, before, after] of rows) {
  if (after > before) failures.push(`${name}: ${after - before} more than after the warm-up.`);
}
for (const { tag } of elements) {
  const more = livingAfter[tag] - livingBefore[tag];
  if (more > 0) failures.push(`<${tag}>: ${more} more are alive.`);
}
const kilobytes = (bytes, digits = 0) => `${(bytes / 1000).toFixed(digits)} kB`;
const perRound = (before, after) => (after - before) / (samples.length - 1);
const climb = perRound(scriptBefore, scriptAfter);
if (climb > heapLimit) {
  failures.push(`Script holds ${kilobytes(climb, 1)} more after each round, and ${kilobytes(heapLimit)} may be.`);
}

const took = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`${rounds} rounds in ${took} minutes, the last ${samples.length} of them measured.\n`);
const table = [
  ['', 'Warm', 'End', 'More'],
  ...rows.map(([name, before, after]) => [name, before, after, after - before]),
  ...[
    ['Script', scriptBefore, scriptAfter],
    ['Heap', samples[0].heap, samples.at(-1).heap],
  ].map(([name, before, after]) => [
    name,
    kilobytes(before),
    kilobytes(after),
    `${kilobytes(perRound(before, after), 1)} a round`,
  ]),
];
for (const [name, ...cells] of table)
  console.log(name.padEnd(14) + cells.map((cell) => String(cell).padStart(18)).join(''));
console.log(failures.length ? `\n${failures.join('\n')}` : '\nNothing is left behind.');
process.exitCode = failures.length ? 1 : 0;
