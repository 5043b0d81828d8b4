import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { buildPage } from './build-page.js';
import { type BuiltSitePage, buildSitePage, type SiteSettings } from './site-page.js';

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
  async build(paths: readonly string[], onPage: (path: string, built: BuiltSitePage) => void): Promise<void> {
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
    await Promise.all(paths.map(async (path) => onPage(path, (await pool.run({ path, settings })) as BuiltSitePage)));
  }

  /** Builds pages for nothing, where none has been built, so that the first change does not wait for code to be compiled. */
  async warm(paths: readonly string[]): Promise<void> {
    const { source, trust } = this.#settings;
    if (this.#pool) return;
    for (const path of paths.slice(0, 3)) {
      await buildPage(join(source, path), { script: '' }, { trust }).catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }
}
