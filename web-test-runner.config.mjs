import { spawn, execFile as startFile } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import { findEngines } from './.ci/engines.mjs';
import { drawDiagrams } from './dist/node/draw-diagrams.js';
import { bundledTests } from './tests/bundled-tests.mjs';
import { outsideView } from './tests/hostile/commands.mjs';
import { listener } from './tests/hostile/listener.mjs';
import { withLocalFiles } from './tests/local.mjs';
import { examples } from './tests/server/examples.mjs';

const execFile = promisify(startFile);
/** Asked for by each engine, and found in a process of its own: it takes seconds. */
let globalNames;

const named = process.env.ENGINES?.toLowerCase().split(',');
const engines = findEngines().filter((engine) => !named || named.includes(engine.name.toLowerCase()));
const namesOf = (some) => some.map(({ name }) => name).join(', ') || 'none';
const found = engines.filter(({ path }) => path);
const missing = engines.filter(({ path }) => !path);
console.log(`Engines: ${namesOf(found)}. Not found: ${namesOf(missing)}.`);
if (!found.length) throw new Error('There is no browser to run the tests in.');
if (missing.length && process.env.CI) throw new Error(`CI needs all engines; not found: ${namesOf(missing)}.`);

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts a command that ends, with all that it has started, when this process does. */
export function spawnUntilExit([command, ...args], options) {
  const { pid } = spawn(command, args, { ...options, detached: true });
  process.on('exit', () => {
    try {
      process.kill(-pid);
    } catch {
      // It has gone already.
    }
  });
}

/** WebKitGTK's driver, in a virtual display where there is no real one, or Safari's. */
async function startWebKit({ path, browser }) {
  const port = await freePort();
  const command = browser && !process.env.DISPLAY ? ['xvfb-run', '-a', path, `--port=${port}`] : [path, '--port', port];
  // Without a graphics card, compositing is reckoned by the processor, a third of what the tests take.
  spawnUntilExit(command, { stdio: 'ignore', env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' } });
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) break;
    await wait(100);
  }
  return webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    logLevel: 'error',
    capabilities: browser
      ? {
          browserName: 'MiniBrowser',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        }
      : { browserName: 'safari', 'wdio:enforceWebDriverClassic': true },
  });
}

/** Safari alone cannot be steered to draw a page; its tests are skipped then. */
const canDraw = findEngines().some(({ name, path }) => path && name !== 'WebKit');

/** As strict as a site can be. */
const strict = "default-src 'self'; require-trusted-types-for 'script'";
/** What a page needs to draw diagrams as it is read. */
const live = `${strict}; style-src 'self' 'unsafe-inline'; trusted-types deepdive-elements dompurify`;
const policies = {
  '/published.html': strict,
  '/strict.html': strict,
  '/unlinked.html': strict,
  '/live.html': live,
};

/** Diagrams of the kinds that the policy for drawing is for. */
const liveDiagrams = `graph LR
  Browser --> CDN[Edge cache] -->|misses| DB[(Orders)]
  style DB fill:#ff5252
---
sequenceDiagram
  Buyer->>Ledger: order
  Note over Ledger: written twice
---
stateDiagram-v2
  [*] --> Open
  Open --> Paid: pays
---
pie title Requests
  "Reads" : 80
  "Writes" : 20
---
architecture-beta
  group api(cloud)[API]
  service db(database)[Database] in api
  service log(disk)[Log] in api
  db:L -- R:log
---
%%{init: {"themeCSS": "* { background: url(https://example.com/) }", "htmlLabels": true}}%%
graph LR
  A@{ img: "https://example.com/picture.png", label: "Picture" } --> B[text]`;

/** A page with the stylesheet, the script and one that watches over both. */
const watchedPage = (content, link = '<link rel="stylesheet" href="deepdive.css" />') => `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8" /><title>A page that is watched</title>${link}
<script src="watched.js"></script><script type="module" src="cdn/deepdive.js"></script></head>
<body>${content}</body></html>`;

/** What someone has who copies the two files, and a page, into a folder, and serves it with nothing clever. */
async function startStaticSite() {
  const folder = await mkdtemp(join(tmpdir(), 'deepdive-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const types = {
    '.html': 'text/html',
    '.xhtml': 'application/xhtml+xml',
    '.css': 'text/css',
    '.js': 'text/javascript',
  };
  await cp('dist/cdn', join(folder, 'cdn'), { recursive: true });
  await cp('dist/deepdive.css', join(folder, 'deepdive.css'));
  await cp('tests/pages/bare.html', join(folder, 'index.html'));
  await cp('tests/pages/published.js', join(folder, 'published.js'));
  await cp('tests/pages/watched.js', join(folder, 'watched.js'));
  const sources = liveDiagrams
    .split('---\n')
    .map((source) => `<architecture-diagram><pre>${source}</pre></architecture-diagram>`);
  await writeFile(join(folder, 'live.html'), watchedPage(sources.join('')));
  const every = examples().map(({ markup }) => `<section>${markup}</section>`);
  await writeFile(join(folder, 'every.html'), watchedPage(every.join('')));
  // Chromium runs no module scripts in XML, but imports: https://crbug.com/717643
  const imports = watchedPage(every.join('')).replace(/<script type="module" src="(.*?)">/, "<script>import('./$1')");
  await writeFile(join(folder, 'every.xhtml'), imports);
  let drawing;
  const draw = async () => {
    const [published, drawn] = await Promise.all(
      [await readFile('tests/pages/published.html', 'utf8'), every.join('')].map(drawDiagrams),
    );
    await writeFile(join(folder, 'published.html'), published.html);
    await writeFile(join(folder, 'strict.html'), watchedPage(drawn.html));
    await writeFile(join(folder, 'unlinked.html'), watchedPage(drawn.html, ''));
  };
  const server = createHttpServer(async ({ url, headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      if (policies[path] === strict) {
        drawing ??= draw();
        await drawing;
      }
      const body = await readFile(join(folder, path));
      const policy = policies[path];
      if (policy) response.setHeader('content-security-policy', policy);
      // The test's own page may read it, and a page in a sandbox, which has no origin, may load its script.
      if (policy || headers.origin === 'null') response.setHeader('access-control-allow-origin', '*');
      response.writeHead(200, { 'content-type': types[extname(path)] }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

/** The Mermaid blocks of a Markdown file, without the indentation of what they stand in. */
function blocksOf(file, text) {
  return [...text.matchAll(/^([ \t]*)```[ \t]*mermaid[^\n]*\n(.*?)^\1```/gms)].map(
    ({ 1: indent, 2: block, index }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      source: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

const staticSite = await startStaticSite();

const launchers = {
  Chromium: ({ path }) =>
    chromeLauncher({
      launchOptions: {
        executablePath: path,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      },
    }),
  Firefox: ({ path }) =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: path,
        // One process for all pages: a new one for each takes half a second.
        extraPrefsFirefox: {
          'fission.autostart': false,
          'dom.ipc.processCount': 1,
          'dom.ipc.processPrelaunch.enabled': false,
        },
      },
      async createPage({ context }) {
        const page = await context.newPage();
        const setViewport = page.setViewport.bind(page);
        // Sets the size, and then more that Firefox 140 does not know and this needs not.
        page.setViewport = (viewport) => setViewport(viewport).catch(() => {});
        return page;
      },
    }),
  WebKit: startWebKit,
};

const browsers = await Promise.all(found.map((engine) => launchers[engine.name](engine)));

/**
 * Files whose tests are all of what the elements' own code decides, and no engine: one engine runs them. Within a file of
 * others, `itOnce` of tests/engines.ts says the same of one test.
 */
const inOneEngine = [
  'tests/internal/**/*.test.ts',
  'tests/markdown/**/*.test.ts',
  'tests/languages/!(loading).test.ts',
  'tests/diagrams/{contrast,outline,repair,samples,theme,unindented}.test.ts',
  'tests/elements/{data-properties,drawn-words,inherited-words,reflected}.test.ts',
  // Other people's rules beside ours are told apart by the cascade; in odd places, hostile/bare, by layout.
  'tests/hostile/{plain,sheets}.test.ts',
  'tests/readers/{stories,themes}.test.ts',
  'tests/embedding/{clones,hydration,reused-nodes,written}.test.ts',
];

/**
 * What runs where: each file in every engine, or, where one is enough, in the first that is here. That one has a browser of its
 * own for those, so that the others do not wait for it.
 * @param pattern of files
 * @param exclude patterns of those that are left out
 */
export async function groupsOf(pattern, exclude = []) {
  const files = globSync(pattern, { exclude });
  const single = new Set(globSync(inOneEngine));
  const [first] = found;
  return [
    { name: 'every engine', browsers, files: files.filter((file) => !single.has(file)) },
    {
      name: 'one engine',
      browsers: [await launchers[first.name](first)],
      files: files.filter((file) => single.has(file)),
    },
  ].filter(({ files }) => files.length);
}

const testsOf = ({ tests = [], suites = [] }) => [...tests, ...suites.flatMap(testsOf)];
const engineOf = ({ name }) => found[browsers.findIndex((browser) => browser.name === name)].name;

/** Says at the end how many seconds of tests each engine has run, and which took longest: `SLOWEST=20 npm test`. */
const slowest = {
  stop({ sessions }) {
    const times = sessions.flatMap(({ browser, testFile, testResults }) => {
      const engine = engineOf(browser);
      const tests = testResults ? testsOf(testResults) : [];
      return tests.map(({ name, duration = 0 }) => ({ engine, file: relative('.', testFile), name, duration }));
    });
    for (const { name } of found) {
      const sum = times.reduce((all, { engine, duration }) => all + (engine === name ? duration : 0), 0);
      console.log(`${name}: ${(sum / 1000).toFixed(1)} s of tests`);
    }
    times.sort((one, other) => other.duration - one.duration);
    for (const { engine, file, name, duration } of times.slice(0, Number(process.env.SLOWEST)))
      console.log(`${(duration / 1000).toFixed(1).padStart(7)}  ${engine.padEnd(8)}  ${file}  ${name}`);
  },
};

/** Says at the end how many tests each engine has run: `.ci/run` adds them up. */
const totals = {
  stop({ sessions }) {
    const counts = new Map(found.map(({ name }) => [name, { passed: 0, failed: 0, skipped: 0 }]));
    for (const { browser, testResults, passed } of sessions) {
      const count = counts.get(engineOf(browser));
      const tests = testResults ? testsOf(testResults) : [];
      for (const test of tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      // A file that cannot be loaded has no tests that could fail.
      if (!passed && tests.every((test) => test.passed || test.skipped)) count.failed++;
    }
    for (const [name, { passed, failed, skipped }] of counts)
      console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  },
};

/** `--files` names files, and then they run in every engine that is asked for. */
const isPart = process.argv.some((word) => word.startsWith('--files'));

/** The files of all stories, by their paths. */
function storyFiles() {
  const files = globSync('stories/**/*.stories.ts').sort();
  const imports = files.map((file, index) => `import * as file${index} from './${file}';`);
  const entries = files.map((file, index) => `${JSON.stringify(file)}: file${index}`);
  return `${imports.join('\n')}\nexport const files = { ${entries} };`;
}
const tests = globSync(isPart ? process.argv.filter((word) => word.endsWith('.test.ts')) : 'tests/**/*.test.ts', {
  // Of the applications that are built, and of the packages that they take.
  exclude: ['**/node_modules/**'],
});

const config = {
  // Matrices that take long are `npm run test:embedding`.
  ...(!isPart && {
    groups: await groupsOf('tests/**/*.test.ts', ['tests/{embedding,frameworks,hostile,languages,readers,server}/**']),
  }),
  reporters: [defaultReporter(), totals, ...(process.env.SLOWEST ? [slowest] : [])],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 1,
  // A test waits for frames more than it computes: one browser more than there are cores.
  concurrentBrowsers: availableParallelism() + 1,
  browsers,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 240_000,
  // The elements' warnings are asserted by the tests that provoke them.
  filterBrowserLogs: ({ type }) => type === 'error',
  browserStartTimeout: 60_000,
  plugins: [
    await bundledTests(tests, { '/story-files.js': storyFiles }),
    a11ySnapshotPlugin(),
    outsideView,
    await listener(),
    {
      name: 'static-site',
      serve: ({ path }) =>
        path === '/static-site.json' && { body: JSON.stringify({ origin: staticSite, canDraw }), type: 'json' },
    },
    {
      // What a server makes of the elements, with @lit-labs/ssr.
      name: 'served-pages',
      async serve({ path }) {
        if (path !== '/served-pages.json') return;
        const { servedPages } = await import('./tests/server/render.mjs');
        return { body: JSON.stringify(await servedPages()), type: 'json' };
      },
    },
    {
      // Frameworks that take over what a server has rendered.
      name: 'hydration',
      async serve({ path }) {
        const [, name] = /^\/hydration\/(\w+\.\w+)\.js$/.exec(path) ?? [];
        if (!name) return;
        const { hydrationBundle } = await import('./tests/embedding/hydration/bundles.mjs');
        return { body: await hydrationBundle(name), type: 'js' };
      },
    },
    {
      name: 'global-names',
      async serve({ path }) {
        if (path !== '/global-names.json') return;
        globalNames ??= execFile(process.execPath, ['tests/embedding/global-names.mjs'], { maxBuffer: 2 ** 24 });
        return { body: (await globalNames).stdout, type: 'json' };
      },
    },
    {
      name: 'engines',
      serve: ({ path }) => path === '/engines.js' && { body: `export const first = '${found[0].name}';`, type: 'js' },
    },
    {
      // The Mermaid blocks of other people's pages: DIAGRAMS=folder npx wtr --files tests/diagrams/samples.test.ts
      name: 'diagram-samples',
      serve({ path }) {
        if (path !== '/diagram-samples.js') return;
        const { DIAGRAMS: folder } = process.env;
        const files = folder ? globSync('**/*.md', { cwd: folder }).sort() : [];
        const samples = files.flatMap((file) => blocksOf(file, readFileSync(join(folder, file), 'utf8')));
        return { body: `export const samples = ${JSON.stringify(samples)};`, type: 'js' };
      },
    },
    {
      // Sources import their rules, and the story of a whole page its markup, as text, the way Vite offers it.
      name: 'text-imports',
      async serve({ path, query }) {
        if (!('raw' in query || 'inline' in query)) return;
        const text = await readFile(fileURLToPath(new URL(`.${path}`, import.meta.url)), 'utf8');
        return { body: `export default ${JSON.stringify(text)};`, type: 'js' };
      },
    },
    {
      name: 'starter',
      async serve({ path }) {
        if (path !== '/stories/starter/index.html') return;
        return { body: withLocalFiles(await readFile(`.${path}`, 'utf8')), type: 'html' };
      },
    },
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
};

export default config;
