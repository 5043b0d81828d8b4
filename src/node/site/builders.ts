import { join } from 'node:path';
import type { PageAssets } from '../../unified/page.js';
import { tellStack } from '../faults.js';
import { PageFailure, PagePool } from '../page-pool.js';
import type { BuildOutcome, PageMessage } from './build-page.js';
import { failedPage } from './failed-page.js';
import type { BuiltSitePage, SiteSettings } from './site-page.js';
import type { BuildResult, BuildTask } from './worker.js';

const script = new URL('worker.js', import.meta.url);

/** Builds pages in threads. One that takes too long, or ends its thread, fails by itself. */
export class Builders {
  readonly #pool: PagePool<BuildTask, BuildResult>;
  #isWarm = false;

  /** @param timeout the seconds that a page may take */
  constructor(timeout: number, worker = script) {
    this.#pool = new PagePool(worker, { timeout });
  }

  /** Builds a page of a site. What stands in its way becomes a message of it. */
  async buildSitePage(path: string, settings: SiteSettings, more?: Partial<PageAssets>): Promise<BuiltSitePage> {
    this.#isWarm = true;
    try {
      return (await this.#pool.run({ path, settings, more })) as BuiltSitePage;
    } catch (error) {
      return { page: failedPage(path, settings, pageMessageOf(error)) };
    }
  }

  /** Builds a page. */
  async buildPage(path: string, assets: PageAssets, trust: boolean): Promise<BuildOutcome> {
    this.#isWarm = true;
    try {
      return (await this.#pool.run({ path, assets, trust })) as BuildOutcome;
    } catch (error) {
      return { refusal: pageMessageOf(error), isUnreadable: false };
    }
  }

  /** Builds pages for nothing, where none has been built, so that the first change does not wait for code to be compiled. */
  async warm(paths: readonly string[], { source, trust }: SiteSettings): Promise<void> {
    if (this.#isWarm) return;
    for (const path of paths.slice(0, 3)) await this.buildPage(join(source, path), { script: '' }, trust);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** A failure as a message of its page. */
function pageMessageOf(error: unknown): PageMessage {
  if (!(error instanceof PageFailure)) throw error;
  const { rule, message, thrown } = error;
  tellStack(thrown?.stack);
  return { rule, words: message, isError: true, isFault: rule === 'fault' };
}
