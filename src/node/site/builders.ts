import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { buildSitePage, type SitePage, type SiteSettings } from './site-page.js';

/** A thread takes longer to start than this many pages take to build. */
const worthAThread = 8;

/** Builds pages on all cores, as far as there is work for them. */
export class Builders {
  readonly #settings: SiteSettings;
  #pool?: Tinypool;

  constructor(settings: SiteSettings) {
    this.#settings = settings;
  }

  /** Builds these pages. Each is handed over when it is there. */
  async build(paths: readonly string[], onPage: (path: string, page: SitePage) => void): Promise<void> {
    const threads = Math.min(availableParallelism(), Math.floor(paths.length / worthAThread));
    if (threads > 1) {
      const filename = new URL('worker.js', import.meta.url).href;
      this.#pool ??= new Tinypool({ filename, minThreads: threads, maxThreads: threads });
    }
    const pool = this.#pool;
    const settings = this.#settings;
    if (!pool) {
      for (const path of paths) onPage(path, await buildSitePage(path, settings));
      return;
    }
    await Promise.all(paths.map(async (path) => onPage(path, (await pool.run({ path, settings })) as SitePage)));
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }
}
