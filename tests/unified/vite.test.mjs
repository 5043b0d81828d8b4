import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { build, createServer } from 'vite';
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
  build: { emptyOutDir: true, rolldownOptions: { external: ['mermaid'] } },
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
