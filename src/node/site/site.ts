import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawPage } from '../draw-page.js';
import type { DrawingBrowser } from '../drawing-browser.js';
import { copyAssets, copySiteAssets, writeChanged } from './assets.js';
import { hashOf } from './build-page.js';
import { Builders } from './builders.js';
import { readCache, type SiteCache, writeCache } from './cache.js';
import { type FolderPlan, planOf } from './folder.js';
import { buildFront, frontKey } from './front-page.js';
import { Progress } from './progress.js';
import { findPagefind, startSearch } from './search.js';
import { isStudy } from './site-index.js';
import type { SitePage, SiteSettings } from './site-page.js';

/** What has become of a folder. */
export interface SiteReport {
  /** Every page, by the path of its source. */
  pages: Record<string, SitePage>;
  /** The files of the site that are new, changed or gone. */
  changed: string[];
  /** What is to be said of the folder as a whole. */
  notes: string[];
}

/** A site made from a folder. */
export class Site {
  readonly #settings: SiteSettings;
  readonly #browser?: DrawingBrowser;
  readonly #builders: Builders;
  readonly #cache: Promise<SiteCache>;
  #saved: Promise<unknown> = Promise.resolve();
  readonly #ending = new AbortController();
  #searched: Promise<void> = Promise.resolve();

  /**
   * @param key what all pages depend on: while it is the same, pages of an earlier run may stay
   * @param browser draws the diagrams of the pages, where that is wanted
   */
  constructor(settings: SiteSettings, key: string, browser?: DrawingBrowser) {
    this.#settings = settings;
    this.#browser = browser;
    this.#builders = new Builders(settings);
    this.#cache = readCache(settings.out, key);
  }

  /**
   * Builds what has changed since the last time.
   * @param suspects the only files that can have changed, where that is known
   */
  async build(suspects?: ReadonlySet<string>): Promise<SiteReport> {
    const { source, out } = this.#settings;
    const cache = await this.#cache;
    const plan = await planOf(source, out);
    const report: SiteReport = { pages: {}, changed: [], notes: plan.notes };
    const stale = await this.#stale(plan, cache, suspects);
    for (const path of plan.pages.keys()) {
      const page = cache.pages[path];
      if (page && !stale.has(path)) report.pages[path] = page;
    }
    await this.#buildPages(
      [...stale].filter((path) => path !== plan.front),
      report,
    );
    await this.#buildFront(plan, stale, cache, report);
    if (!suspects) await this.#copyAssets();
    await this.#copy(plan, report);
    await this.#remove(plan, cache, report);
    Object.assign(cache, { pages: report.pages, files: [...plan.pages.values(), ...plan.others] });
    await this.#save(cache);
    return report;
  }

  /** Makes the words of the pages searchable, if they have changed. Says whether there is such a search. */
  async buildSearch({ pages }: Pick<SiteReport, 'pages'>): Promise<boolean> {
    if (!(await findPagefind())) return false;
    // One after the other, since all write the same files.
    this.#searched = this.#searched.catch(() => {}).then(() => this.#search(pages));
    await this.#searched;
    return true;
  }

  /** Gets ready for changes. */
  warm({ pages }: Pick<SiteReport, 'pages'>): Promise<void> {
    return this.#builders.warm(Object.keys(pages));
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#searched.catch(() => {});
    await this.#builders.close();
  }

  async #search(pages: SiteReport['pages']): Promise<void> {
    const cache = await this.#cache;
    const studies = Object.values(pages).filter((page) => page.hash && isStudy(page));
    const key = hashOf(JSON.stringify(studies.map(({ file, hash }) => [file, hash]).sort()));
    if (key === cache.search) return;
    const files = studies.map(({ file }) => file);
    const { signal } = this.#ending;
    await startSearch({ out: this.#settings.out, files }, signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
    if (signal.aborted) return;
    cache.search = key;
    await this.#save(cache);
  }

  /** One after the other, so that none is written into another. */
  async #save(cache: SiteCache): Promise<void> {
    this.#saved = this.#saved.catch(() => {}).then(() => writeCache(this.#settings.out, cache));
    await this.#saved;
  }

  /** The pages that have to be built. */
  async #stale(plan: FolderPlan, cache: SiteCache, suspects?: ReadonlySet<string>): Promise<Set<string>> {
    const isFresh = async (path: string): Promise<boolean> => {
      const page = cache.pages[path];
      if (!page?.hash || Object.entries(page.asked).some(([file, was]) => plan.has(file) !== was)) return false;
      if (suspects) return !suspects.has(path);
      const { source, out } = this.#settings;
      const [bytes] = await Promise.all([readFile(join(source, path)), stat(join(out, page.file))]);
      return hashOf(bytes) === page.hash;
    };
    const paths = [...plan.pages.keys()];
    const fresh = await Promise.all(paths.map((path) => isFresh(path).catch(() => false)));
    return new Set(paths.filter((_, index) => !fresh[index]));
  }

  async #buildPages(paths: readonly string[], report: SiteReport): Promise<void> {
    const progress = new Progress('Pages built', paths.length);
    await this.#builders.build(paths, (path, page) => {
      report.pages[path] = page;
      report.changed.push(page.file);
      progress.step();
    });
    progress.end();
    if (this.#browser)
      await this.#draw(
        paths.map((path) => report.pages[path]!),
        this.#browser,
      );
  }

  async #draw(pages: readonly SitePage[], browser: DrawingBrowser): Promise<void> {
    const undrawn = pages.filter(({ elements }) => elements['architecture-diagram']);
    const progress = new Progress('Pages drawn', undrawn.length);
    for (const { file, messages } of undrawn) {
      const path = join(this.#settings.out, file);
      const { html, failures } = await drawPage(await readFile(path, 'utf8'), browser);
      await writeChanged(path, html);
      for (const { line, message } of failures) {
        messages.push({ rule: 'diagram', words: `${message} (line ${line} of ${file})`, isError: true });
      }
      progress.step();
    }
    progress.end();
  }

  /** The page that a site begins with has an index of all others, and so depends on them. */
  async #buildFront(plan: FolderPlan, stale: Set<string>, cache: SiteCache, report: SiteReport): Promise<void> {
    if (plan.hasOwnIndex) return;
    const { front } = plan;
    const paths = [...plan.pages.keys()].filter((path) => path !== front);
    const others = paths.map((path) => report.pages[path]!).filter(({ hash }) => hash);
    const hasSearch = (await findPagefind()) !== undefined;
    const key = frontKey(others, hasSearch);
    const isThere = await stat(join(this.#settings.out, 'index.html')).then(Boolean, () => false);
    if (isThere && key === cache.index && !(front && stale.has(front))) return;
    const page = await buildFront(front, others, hasSearch, this.#settings);
    if (front && page) report.pages[front] = page;
    cache.index = key;
    report.changed.push('index.html');
  }

  /** Copies what all pages are made of. */
  async #copyAssets(): Promise<void> {
    const { out, mode } = this.#settings;
    if (mode === 'copy') await copyAssets(out);
    await copySiteAssets(out);
  }

  /** Copies everything that is no page. */
  async #copy({ others }: FolderPlan, { changed }: SiteReport): Promise<void> {
    const { source, out } = this.#settings;
    for (const path of others) {
      const target = join(out, path);
      const [from, to] = await Promise.all([stat(join(source, path)), stat(target).catch(() => undefined)]);
      if (to && to.size === from.size && to.mtimeMs >= from.mtimeMs) continue;
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(source, path), target);
      changed.push(path);
    }
  }

  /** Removes what was made from files that are not there any more. */
  async #remove({ pages, others }: FolderPlan, cache: SiteCache, { changed }: SiteReport): Promise<void> {
    const kept = new Set([...pages.values(), ...others, 'index.html']);
    const gone = cache.files.filter((file) => !kept.has(file));
    await Promise.all(gone.map((file) => rm(join(this.#settings.out, file), { force: true })));
    changed.push(...gone);
  }
}
