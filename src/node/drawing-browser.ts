import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { DrawingServer } from './drawing-server.js';
import { findBrowser } from './start-browser.js';

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
  /** What the drawing leaves out, if anything. */
  notice?: NoDrawing;
}

/** Why there is no drawing, or none of a part, and in which line of the source, counted from 1. */
export interface NoDrawing {
  message: string;
  line?: number;
}

interface DrawingPage {
  drawing(request: DrawRequest & { font: string }): Promise<Drawing | NoDrawing>;
}

/**
 * An installed browser that draws with this library's own code, and reaches nothing but that. It starts with the first
 * drawing; end it with `close`.
 */
export class DrawingBrowser {
  readonly #options: DrawOptions;
  #server?: DrawingServer;
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
      return { message: `The browser failed: ${errorText(error)}` };
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#end();
    this.#server?.close();
    this.#server = undefined;
  }

  async #open(): Promise<Page> {
    const start = await findBrowser(this.#options.executablePath);
    const { startServer } = await import('./drawing-server.js');
    this.#server ??= await startServer();
    this.#browser = await start(this.#server);
    const page = await this.#browser.newPage();
    await page.goto(`http://${this.#server.host}/`);
    return page;
  }

  async #end(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    this.#page = undefined;
    await browser?.close();
  }
}

const errorText = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function defaultFont(): Promise<string> {
  const styles = await readFile(new URL('../deepdive.css', import.meta.url), 'utf8');
  return /--dd-font:\s*([^;}]+)/.exec(styles)?.[1] ?? 'sans-serif';
}
