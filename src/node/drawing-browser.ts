import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findChromium, findFirefox } from './find-browsers.js';

export interface DrawOptions {
  /** The browser that draws: a Chromium, Chrome, Edge or Firefox. Default: the first of these that is installed. */
  executablePath?: string;
  /** What labels are measured in and drawn with, as a CSS `font-family`. Default: `--dd-font` of `deepdive.css`. */
  font?: string;
  /** Milliseconds after which a diagram is given up. Default: 30 000. */
  timeout?: number;
}

/** What one diagram is drawn from. */
export interface DrawRequest {
  source: string;
  layout: string;
  repair: boolean;
}

export interface Drawing {
  svg: string;
  /** `accTitle` of the source. */
  title?: string;
  hasLinks: boolean;
}

/** Why there is no drawing, and in which line of the source, counted from 1. */
export interface NoDrawing {
  message: string;
  line?: number;
}

interface DrawingPage {
  drawing(request: DrawRequest & { font: string }): Promise<Drawing | NoDrawing>;
}

/** What stands in the way of any drawing: a missing browser or package. Its message says what to do. */
export class DrawingBrowserError extends Error {
  override readonly name = 'DrawingBrowserError';
}

/** An installed browser that draws with this library's own code. It starts with the first drawing; end it with `close`. */
export class DrawingBrowser {
  readonly #options: DrawOptions;
  #server?: Server;
  #browser?: Browser;
  #page?: Promise<Page>;

  constructor(options: DrawOptions = {}) {
    this.#options = options;
  }

  /** @throws DrawingBrowserError where nothing can be drawn on this machine as it is */
  async draw(request: DrawRequest): Promise<Drawing | NoDrawing> {
    this.#page ??= this.#open();
    const page = await this.#page;
    const { font = await defaultFont(), timeout = 30_000 } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, timeout, 'late');
    });
    const drawing = page.evaluate((all) => (globalThis as unknown as DrawingPage).drawing(all), { ...request, font });
    try {
      const result = await Promise.race([drawing, late]);
      if (result !== 'late') return result;
      await this.#end();
      return { message: `It was not drawn within ${timeout / 1000} seconds.` };
    } catch (error) {
      await this.#end();
      return { message: `The browser failed: ${messageOf(error)}` };
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#end();
    this.#server?.closeAllConnections();
    this.#server?.close();
    this.#server = undefined;
  }

  async #open(): Promise<Page> {
    this.#browser = await start(this.#options.executablePath);
    this.#server ??= await serve();
    const { port } = this.#server.address() as AddressInfo;
    const page = await this.#browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return page;
  }

  async #end(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    this.#page = undefined;
    await browser?.close();
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function start(named?: string): Promise<Browser> {
  const executablePath = named ?? findChromium() ?? findFirefox();
  if (!executablePath) {
    throw new DrawingBrowserError(
      'There is no browser to draw with: Chromium, Chrome and Edge were looked for, then Firefox. Install one ' +
        '(`npx playwright install chromium` will do), or name one: --browser PATH, in code `executablePath`, or the ' +
        'variable CHROME_PATH or FIREFOX_PATH.',
    );
  }
  const { launch } = await import('puppeteer-core').catch(() => {
    throw new DrawingBrowserError('Drawing needs puppeteer-core: npm install --save-dev puppeteer-core');
  });
  const isFirefox = /firefox/i.test(basename(executablePath));
  // Labels are to be as wide as their font says, not as the pixels of this machine have it.
  const args = ['--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    return await launch({
      executablePath,
      browser: isFirefox ? 'firefox' : 'chrome',
      args: isFirefox ? [] : args,
      protocolTimeout: 0,
    });
  } catch (error) {
    throw new DrawingBrowserError(`${executablePath} could not be started: ${messageOf(error)}`);
  }
}

const dist = new URL('../', import.meta.url);

async function defaultFont(): Promise<string> {
  const styles = await readFile(new URL('deepdive.css', dist), 'utf8');
  return /--dd-font:\s*([^;}]+)/.exec(styles)?.[1] ?? 'sans-serif';
}

const drawingPage = `<!doctype html><meta charset="utf-8"><body><script type="module">
import { draw } from '/deepdive/diagrams/draw.js';
import mermaid from '/mermaid/mermaid.esm.min.mjs';

globalThis.drawing = async ({ source, ...settings }) => {
  try {
    const svg = await draw(source, { ...settings, load: async () => mermaid });
    const drawn = new DOMParser().parseFromString(svg, 'text/html');
    const { title } = JSON.parse(drawn.querySelector('metadata').textContent);
    return { svg, title, hasLinks: drawn.querySelector('a') !== null };
  } catch ({ message, line }) {
    return { message, line };
  }
};
</script>`;

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript' };

/** Serves the page above, this package's modules and Mermaid's, to this machine. */
async function serve(): Promise<Server> {
  const folders: Record<string, URL> = {
    deepdive: dist,
    mermaid: new URL('./', import.meta.resolve('mermaid')),
  };
  const server = createServer(async ({ url = '/' }, response) => {
    const [, folder = '', path = ''] = /^\/(\w+)\/(.*)/.exec(url) ?? [];
    const base = folders[folder];
    const file = base && new URL(path, base);
    if (url === '/') response.setHeader('content-type', 'text/html').end(drawingPage);
    else if (!file?.href.startsWith(base!.href)) response.writeHead(404).end();
    else {
      const body = await readFile(file).catch(() => undefined);
      if (body) response.setHeader('content-type', types[extname(file.pathname)] ?? 'text/plain');
      response.writeHead(body ? 200 : 404).end(body);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
