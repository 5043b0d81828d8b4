import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { build, createLogger, createServer } from 'vite';
import { findChromium } from '../../dist/node/find-browsers.js';
import deepdive from '../../dist/node/vite.js';
import { openBrowser } from '../node/pages.mjs';
import { project, useFolder } from './run-deepdive.mjs';

const { folder, write, read } = useFolder();
const root = realpathSync(folder);

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ledger = `---
title: Order ledger
description: Never loses an order
metrics: { orders: 10M+ }
---
# Order ledger

!!! tip "Split"
    Orders are split by [buyer](tracker.md#overview).

![A dot](dot.png)
`;

before(() => {
  write(
    'app/index.html',
    '<!doctype html><title>App</title><case-study></case-study><script type="module" src="/main.js"></script>',
  );
  write(
    'app/main.js',
    `import html, { frontMatter, html as same, title, description } from './docs/ledger.md';
     document.querySelector('case-study').innerHTML = html;
     document.title = [title, description, frontMatter.metrics.orders, html === same].join(' | ');`,
  );
  write('app/docs/ledger.md', ledger);
  write('app/docs/tracker.md', '# Parcel tracker\n\n## Overview\n\nWords.\n');
  write('app/docs/more/README.md', '# More\n\n<script>alert(1)</script>\n\n[Back](../ledger/)\n');
  writeFileSync(join(folder, 'app/docs/dot.png'), picture);
  mkdirSync(join(folder, 'app/node_modules'));
  symlinkSync(project, join(folder, 'app/node_modules/deepdive-elements'), 'junction');
});

const settings = (options) => ({
  root: join(root, 'app'),
  configFile: false,
  logLevel: 'warn',
  plugins: [deepdive(options)],
  server: { port: 0, host: '127.0.0.1', fs: { allow: [root, project] } },
  build: { emptyOutDir: true, rolldownOptions: { external: [/\/cdn\/mermaid\.js$/] } },
});

/** Opens a page, and says what went wrong in it. */
async function open(browser, path, errors) {
  return browser.openPage(path, (page) => {
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('requestfailed', (request) => errors.push(request.url()));
  });
}

describe('deepdive-elements/vite', () => {
  it('builds a writeup as a module', async (test) => {
    await build(settings());
    const errors = [];
    const browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(root, 'app/dist')}/`));
    test.after(() => browser.close());
    const page = await open(browser, '/index.html', errors);
    assert.equal(await page.title(), 'Order ledger | Never loses an order | 10M+ | true');
    assert.equal(await page.$eval('note-callout', ({ textContent }) => /Orders are split/.test(textContent)), true);
    assert.equal(await page.$eval('img', (image) => image.decode().then(() => image.naturalWidth)), 1);
    assert.deepEqual(errors, []);
    assert.deepEqual(readdirSync(join(root, 'app/dist')).sort(), ['assets', 'index.html']);
  });

  it('builds the pages of a folder', async (test) => {
    await build(settings({ pages: 'docs' }));
    const html = read('app/dist/docs/ledger.html');
    assert.match(html, /<title>Order ledger<\/title>/);
    assert.match(html, /"@type":"TechArticle"/);
    assert.match(html, /href="tracker\.html#overview"/);
    assert.match(read('app/dist/docs/more/index.html'), /href="\.\.\/ledger\.html"/);
    assert.doesNotMatch(read('app/dist/docs/more/index.html'), /alert/);
    const errors = [];
    const browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(root, 'app/dist')}/`));
    test.after(() => browser.close());
    const page = await open(browser, '/docs/ledger.html', errors);
    await page.waitForSelector('note-callout:defined');
    assert.equal(await page.$eval('img', (image) => image.decode().then(() => image.naturalWidth)), 1);
    assert.notEqual(await page.$eval('note-callout', (one) => getComputedStyle(one).borderInlineStartWidth), '0px');
    assert.deepEqual(errors, []);
  });

  it('builds what a writeup shows as files, and neither runs nor reads others', async (test) => {
    const evil = "window.pwned = 1; document.title = 'pwned';";
    for (const path of ['docs/evil.js', 'evil.mjs', 'docs/evil.js.jpg.js', 'docs/evil.css'])
      write(`hostile/${path}`, evil);
    write('hostile/docs/evil.json', '"SECRET-json"');
    write('hostile/.env', 'SECRET-env');
    write('hostile/assets/words.txt', 'Words');
    write('secret.png.txt', 'SECRET-text');
    write('outside/secret.png', 'SECRET-outside');
    write(
      'hostile/docs/icon.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>window.pwned=1</script><path d="M0 0"/></svg>',
    );
    for (const path of [
      'docs/100%.png',
      'docs/a b.png',
      'assets/x.png',
      'docs/é.png',
      'docs/a"onerror=window.pwned=1.png',
      'docs/film.webm',
    ])
      writeFileSync(join(folder, 'hostile', path), picture);
    symlinkSync('../.env', join(folder, 'hostile/docs/linked.png'));
    const refused = [
      'evil.js',
      './evil.js',
      '../evil.mjs',
      '/evil.mjs',
      'evil.js?raw',
      'evil.js?url',
      'evil.js?worker',
      'evil.js.jpg.js',
      'evil.css?inline',
      'evil.json',
      '../.env',
      'linked.png',
      '../../outside/secret.png',
      'https:x/../../../outside/secret.png',
      '%2e%2e/%2e%2e/outside/secret.png',
      'x%2F..%2F..%2F../outside/secret.png',
      '../docs',
      '?raw',
      'film.webm/x',
      `${'a'.repeat(5000)}.png`,
      'a%00.png',
    ];
    const shown = [
      '100%.png',
      '100%25.png',
      'a%20b.png',
      '../assets/x.png',
      '%C3%A9.png',
      'a%22onerror=window.pwned=1.png',
      '100%.png?raw#x',
      'icon.svg',
    ];
    const left = [
      '/../outside/secret.png',
      'missing%.png',
      'missing.png',
      '%E0%A4%A.png',
      'https://pictures.example/a.png',
    ];
    const image = (address) => `<img src="${address}" alt="${address}">`;
    const source = `# Hostile\n\n${[...refused, ...shown, ...left].map(image).join('\n\n')}\n\n<video src="film.webm" poster="100%.png"></video><video src="evil.js" poster="../.env"></video>\n\n\`__VITE_ASSET__0__ __VITE_PUBLIC_ASSET__0__\`\n`;
    write('hostile/docs/hostile.md', source);
    write(
      'hostile/index.html',
      '<!doctype html><title>App</title><case-study></case-study><script type="module" src="/main.js"></script>',
    );
    write(
      'hostile/main.js',
      `import html from './docs/hostile.md'; document.querySelector('case-study').innerHTML = html;`,
    );
    mkdirSync(join(folder, 'hostile/node_modules'));
    symlinkSync(project, join(folder, 'hostile/node_modules/deepdive-elements'), 'junction');
    const warnings = [];
    const logger = createLogger('warn');
    logger.warn = (words) => warnings.push(words);
    const own = join(root, 'hostile');
    const hostile = {
      ...settings({ pages: 'docs' }),
      root: own,
      customLogger: logger,
      server: { fs: { allow: [own] } },
    };
    await build(hostile);
    const dist = readdirSync(join(folder, 'hostile/dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of dist) {
      assert.doesNotMatch(readFileSync(file, 'latin1'), /SECRET|document\.title = 'pwned'/, file);
      if (file.endsWith('.svg')) assert.doesNotMatch(readFileSync(file, 'utf8'), /script/);
    }
    for (const [index, address] of refused.entries()) {
      // Of the page and of the module.
      const told = warnings.filter((words) => words.includes(`docs/hostile.md:${3 + 2 * index}:1 picture “`));
      assert.equal(told.length, 2, address);
    }
    const browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(folder, 'hostile/dist')}/`));
    test.after(() => browser.close());
    for (const path of ['/index.html', '/docs/hostile.html']) {
      const page = await browser.openPage(path);
      await page.waitForSelector('case-study img');
      const found = await page.$$eval('case-study img', async (images) => {
        const all = [];
        for (const image of images) {
          const isShown =
            image.hasAttribute('src') &&
            (await image.decode().then(
              () => true,
              () => false,
            ));
          all.push([image.alt, image.hasAttribute('src'), isShown]);
        }
        return all;
      });
      assert.deepEqual(
        found.filter(([, hasAddress]) => !hasAddress).map(([alt]) => alt),
        refused,
        path,
      );
      assert.deepEqual(
        found.filter(([alt, , isShown]) => isShown && alt !== 'icon.svg').map(([alt]) => alt),
        shown.filter((name) => name !== 'icon.svg'),
        path,
      );
      assert.equal(await page.evaluate(() => window.pwned), undefined);
      assert.match(
        await page.$eval('case-study', ({ textContent }) => textContent),
        /__VITE_ASSET__0__ __VITE_PUBLIC_ASSET__0__/,
      );
      assert.deepEqual(
        await page.$$eval('video', (videos) =>
          videos.map((video) => [video.hasAttribute('src'), video.hasAttribute('poster')]),
        ),
        [
          [true, true],
          [false, false],
        ],
      );
    }
  });

  it('serves modules and pages, and loads them again when they change', async (test) => {
    const server = await createServer(settings({ pages: 'docs' }));
    await server.listen();
    test.after(() => server.close());
    const [address] = server.resolvedUrls.local;
    const browser = await launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    test.after(() => browser.close());
    for (const [path, source, heading] of [
      ['index.html', 'docs/ledger.md', 'Order ledger'],
      ['docs/tracker', 'docs/tracker.md', 'Parcel tracker'],
    ]) {
      const page = await browser.newPage();
      await page.goto(`${address}${path}`);
      const has = (words) =>
        page.waitForFunction(
          (words) => document.querySelector('case-study')?.textContent.includes(words),
          { polling: 200 },
          words,
        );
      await has(heading);
      write(`app/${source}`, `${read(`app/${source}`)}\nChanged words of ${path}.\n`);
      await has(`Changed words of ${path}`);
      await page.close();
    }
  });

  it('has types for what is imported', () => {
    write(
      'app/types.ts',
      `/// <reference types="deepdive-elements/vite/client" />
       import deepdive from 'deepdive-elements/vite';
       import html, { frontMatter, title } from './docs/ledger.md';
       export const words: [string, string, unknown] = [html, title, frontMatter['metrics']];
       export const plugins = [deepdive({ pages: 'docs' }).name];
       // @ts-expect-error there is no such option
       deepdive({ page: 'docs' });
       // @ts-expect-error it is text
       title.toFixed();`,
    );
    const tsc = join(project, 'node_modules/typescript/bin/tsc');
    const args = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler'];
    const { stdout } = spawnSync(process.execPath, [tsc, ...args, '--types', '', 'app/types.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stdout, '');
  });
});
