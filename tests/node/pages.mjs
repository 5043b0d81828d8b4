import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium, findFirefox } from '../../dist/node/find-browsers.js';
import { withLocalFiles } from '../local.mjs';

const types = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.html': 'text/html',
  '.png': 'image/png',
};
const project = new URL('../..', import.meta.url);

/** The files of a folder. */
async function serve(root) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const file = await readFile(new URL(`.${pathname}`, root));
      const body = pathname.endsWith('.html') ? withLocalFiles(String(file)) : file;
      response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const start = {
  Chromium: () => launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] }),
  Firefox: (extraPrefsFirefox) => launch({ browser: 'firefox', executablePath: findFirefox(), extraPrefsFirefox }),
};

/**
 * A browser, and the files of this project for it to open.
 * @param {'Chromium' | 'Firefox'} [engine]
 * @param {Record<string, unknown>} [preferences] of Firefox
 * @param {URL} [root] of other files
 */
export async function openBrowser(engine = 'Chromium', preferences = {}, root = project) {
  const server = await serve(root);
  const site = `http://127.0.0.1:${server.address().port}`;
  const browser = await start[engine](preferences);

  async function openPage(path, watch = () => {}) {
    const page = await browser.newPage();
    watch(page);
    // Sets the size, and then more that Firefox 140 does not know and this needs not.
    const sized = page.setViewport({ width: 1280, height: 900 });
    await (engine === 'Firefox' ? sized.catch(() => {}) : sized);
    await page.goto(`${site}${path}`, { waitUntil: 'load' });
    return page;
  }

  return {
    /** `watch` gets the page before anything is in it. */
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
    /** A page with every element, its diagrams drawn unless told: what tests/readers/every-element.ts opens in a frame. */
    async openEveryElement({ isDrawn = true, watch = () => {} } = {}) {
      const [template, more] = await Promise.all(
        ['stories/starter/index.html', 'tests/readers/more-elements.html'].map((path) =>
          readFile(new URL(path, root), 'utf8'),
        ),
      );
      const page = await openPage('/tests/node/blank.html');
      await watch(page);
      const markup = withLocalFiles(template).replace('</case-study>', () => `${more}</case-study>`);
      await page.setContent(markup, { waitUntil: 'load' });
      if (isDrawn) await drawDiagramsIn(page);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Draws the diagrams of a page, and waits until each is drawn or has failed and no element has anything left to do. */
export const drawDiagramsIn = (page) => page.evaluate(drawAll);

async function drawAll() {
  const diagrams = document.querySelectorAll('architecture-diagram');
  const drawn = [];
  for (const diagram of diagrams) {
    if (diagram.matches(':state(drawn)')) continue;
    const done = Promise.withResolvers();
    drawn.push(done.promise);
    diagram.addEventListener('load', done.resolve);
    diagram.addEventListener('error', done.resolve);
    diagram.draw();
  }
  await Promise.all(drawn);
  await Promise.all(Array.from(document.querySelectorAll('*'), ({ updateComplete }) => updateComplete));
}
