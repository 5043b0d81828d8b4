import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../dist/node/find-browsers.js';

const types = { '.css': 'text/css', '.js': 'text/javascript', '.html': 'text/html', '.png': 'image/png' };
const root = new URL('../..', import.meta.url);

/** Chromium, and the files of this project for it to open. */
export async function openBrowser() {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const body = await readFile(new URL(`.${pathname}`, root));
      response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site = `http://127.0.0.1:${server.address().port}`;
  const browser = await launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });

  async function openPage(path) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${site}${path}`, { waitUntil: 'load' });
    return page;
  }

  return {
    openPage,
    /** A page with the stylesheet, the script unless `isBare`, and this in its body. */
    async openMarkup(body, { head = '', isBare = false } = {}) {
      const page = await openPage('/tests/node/blank.html');
      const script = isBare ? '' : `<script type="module" src="${site}/dist/cdn/deepdive.js"></script>`;
      await page.setContent(
        `<!doctype html><html lang="en"><title>Page</title><link rel="stylesheet" href="${site}/dist/deepdive.css">${script}${head}<body>${body}`,
        { waitUntil: 'load' },
      );
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
