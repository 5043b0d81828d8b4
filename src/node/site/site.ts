import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sanitizedSvg } from '../../unified/sanitize-svg.js';
import { drawPage } from '../draw-page.js';
import type { DrawingBrowser } from '../drawing-browser.js';
import { hashOf } from '../hash.js';
import { OutputFolder, type Removal, type Written } from '../output-folder.js';
import { UsageError } from '../usage-error.js';
import { assetsFolder, writeAssets, writeSiteAssets } from './assets.js';
import type { Builders } from './builders.js';
import { readCache, type SiteCache, writeCache } from './cache.js';
import { type FolderPlan, planOf } from './folder.js';
import { removeFormerCache } from './former-cache.js';
import { buildFront, frontKey } from './front-page.js';
import { Progress } from './progress.js';
import { leftWords } from './report.js';
import { findPagefind, searchFolder, startSearch } from './search.js';
import { isStudy } from './site-index.js';
import type { BuiltSitePage, SitePage, SiteSettings } from './site-page.js';

/** What has become of a folder. */
export interface SiteReport {
  /** Every page, by the path of its source. */
  pages: Record<string, SitePage>;
  /** The files of the site that are new, changed or gone. */
  changed: string[];
  /** What is to be said of the folder as a whole. */
  notes: string[];
  /** What could not be written, apart from pages, and why. */
  faults: string[];
}

/** A site made from a folder. */
export class Site {
  readonly #settings: SiteSettings;
  readonly #browser?: DrawingBrowser;
  readonly #builders: Builders;
  readonly #ready: Promise<{ cache: SiteCache; output: OutputFolder; isKnown: boolean }>;
  #assets: string[] = [];
  #saved: Promise<unknown> = Promise.resolve();
  readonly #ending = new AbortController();
  #searched: Promise<void> = Promise.resolve();

  /**
   * @param key what all pages depend on: while it is the same, pages of an earlier run may stay
   * @param builders build its pages
   * @param browser draws the diagrams of the pages, where that is wanted
   */
  constructor(settings: SiteSettings, key: string, builders: Builders, browser?: DrawingBrowser) {
    this.#settings = settings;
    this.#browser = browser;
    this.#builders = builders;
    this.#ready = this.#read(key);
  }

  /**
   * Builds what has changed since the last time.
   * @param suspects the only files that can have changed, where that is known
   * @throws UsageError where the folder has no page, or the site cannot be written
   */
  async build(suspects?: ReadonlySet<string>): Promise<SiteReport> {
    const { source, out, trust } = this.#settings;
    const { cache, output } = await this.#ready;
    const plan = await planOf(source, out, trust).catch(({ message }: Error) => {
      throw new UsageError(`Cannot read ${source}: ${message}`);
    });
    // Nobody wants an empty site: whoever names the wrong folder keeps the last one.
    if (!plan.pages.size) throw new UsageError(`${source} has no page of Markdown (.md).`);
    const report: SiteReport = { pages: {}, changed: [], notes: plan.notes, faults: [] };
    const stale = await this.#stale(plan, suspects);
    for (const path of plan.pages.keys()) {
      const page = cache.pages[path];
      if (page && !stale.has(path)) report.pages[path] = page;
    }
    await this.#buildPages(
      [...stale].filter((path) => path !== plan.front),
      report,
    );
    await this.#buildFront(plan, stale, report);
    if (!suspects) await this.#writeAssets();
    await this.#copy(plan, report);
    const drawings = await this.#copyDrawings(plan, report);
    const kept = [...plan.pages.values(), ...plan.others, ...drawings, ...this.#assets, 'index.html'];
    tellRemoval(await output.keepOnly(kept), report);
    if (!suspects) await removeFormerCache(out);
    Object.assign(cache, { pages: report.pages, written: output.written });
    await this.#save();
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

  /**
   * The files of the site that may be of an earlier build, if this is the first that is known: such as one on another
   * machine. They stay, since nothing proves whose they are.
   */
  async unknownFiles(): Promise<string[]> {
    const { cache, isKnown } = await this.#ready;
    if (isKnown) return [];
    const output = new OutputFolder(this.#settings.out, { ...cache.written, ...cache.searchFiles });
    const isLikely = (path: string) =>
      path.endsWith('.html') || path.startsWith(`${assetsFolder}/`) || path.startsWith(`${searchFolder}/`);
    return (await output.unknownIn()).filter(isLikely);
  }

  /** Gets ready for changes. */
  warm({ pages }: Pick<SiteReport, 'pages'>): Promise<void> {
    return this.#builders.warm(Object.keys(pages), this.#settings);
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#searched.catch(() => {});
  }

  async #read(key: string) {
    const known = await readCache(this.#settings, key);
    const cache = known ?? { key, pages: {}, written: {}, index: '', search: '', searchFiles: {} };
    return { cache, output: new OutputFolder(this.#settings.out, cache.written), isKnown: known !== undefined };
  }

  async #search(pages: SiteReport['pages']): Promise<void> {
    const { out } = this.#settings;
    const { cache } = await this.#ready;
    const studies = Object.values(pages).filter((page) => page.hash && isStudy(page));
    const key = hashOf(JSON.stringify(studies.map(({ file, hash }) => [file, hash]).sort()));
    const output = new OutputFolder(out, cache.searchFiles);
    if (key === cache.search && (await isWhole(output))) return;
    const { signal } = this.#ending;
    let made: Written = {};
    const onFiles = (files: Written) => {
      made = files;
      cache.searchFiles = { ...cache.searchFiles, ...files };
    };
    await startSearch({ out, files: studies.map(({ file }) => file) }, signal, onFiles).catch((error) => {
      if (!signal.aborted) throw error;
    });
    if (!signal.aborted) {
      const written = new OutputFolder(out, cache.searchFiles);
      await written.keepOnly(Object.keys(made));
      Object.assign(cache, { search: key, searchFiles: written.written });
    }
    await this.#save();
  }

  /** One after the other, so that the last is what stays. */
  async #save(): Promise<void> {
    const { cache } = await this.#ready;
    this.#saved = this.#saved.then(() => writeCache(this.#settings, cache));
    await this.#saved;
  }

  /** The pages that have to be built. */
  async #stale(plan: FolderPlan, suspects?: ReadonlySet<string>): Promise<Set<string>> {
    const { cache, output } = await this.#ready;
    const isFresh = async (path: string): Promise<boolean> => {
      const page = cache.pages[path];
      if (!page?.hash || Object.entries(page.asked).some(([file, was]) => plan.has(file) !== was)) return false;
      if (suspects) return !suspects.has(path);
      const bytes = await readFile(join(this.#settings.source, path));
      return page.file === plan.pages.get(path) && hashOf(bytes) === page.hash && output.isIntact(page.file);
    };
    const paths = [...plan.pages.keys()];
    const fresh = await Promise.all(paths.map((path) => isFresh(path).catch(() => false)));
    return new Set(paths.filter((_, index) => !fresh[index]));
  }

  async #buildPages(paths: readonly string[], report: SiteReport): Promise<void> {
    const progress = new Progress('Pages built', paths.length);
    const undrawn: [string, BuiltSitePage][] = [];
    const build = async (path: string) => {
      const built = await this.#builders.buildSitePage(path, this.#settings);
      if (this.#browser && hasDiagrams(built)) undrawn.push([path, built]);
      else await this.#write(path, built, report);
      progress.step();
    };
    await Promise.all(paths.map(build));
    progress.end();
    await this.#finish(undrawn, report);
  }

  /** Writes pages, with their diagrams drawn where that is wanted. */
  async #finish(pages: [string, BuiltSitePage][], report: SiteReport): Promise<void> {
    const progress = new Progress('Pages drawn', pages.length);
    for (const [path, built] of pages) {
      if (this.#browser && hasDiagrams(built)) await draw(built, this.#browser);
      await this.#write(path, built, report);
      progress.step();
    }
    progress.end();
  }

  /** Writes a page. What stands in the way becomes a message of it, and it is built again the next time. */
  async #write(path: string, { page, html }: BuiltSitePage, report: SiteReport): Promise<void> {
    const { output } = await this.#ready;
    report.pages[path] = page;
    if (html === undefined) return;
    try {
      await output.write(page.file, html);
      report.changed.push(page.file);
    } catch (error) {
      page.hash = '';
      page.messages.push({ rule: 'page', words: (error as Error).message, isError: true });
    }
  }

  /** The page that a site begins with has an index of all others, and so depends on them. */
  async #buildFront(plan: FolderPlan, stale: Set<string>, report: SiteReport): Promise<void> {
    if (plan.hasOwnIndex) return;
    const { cache, output } = await this.#ready;
    const { front } = plan;
    const paths = [...plan.pages.keys()].filter((path) => path !== front);
    const others = paths.map((path) => report.pages[path]!).filter(({ hash }) => hash);
    const hasSearch = (await findPagefind()) !== undefined;
    const key = frontKey(others, hasSearch);
    if (key === cache.index && !(front && stale.has(front)) && (await output.isIntact('index.html'))) return;
    const { page, html } = await buildFront(front, others, hasSearch, this.#settings, this.#builders);
    if (front && page) await this.#finish([[front, { page, html }]], report);
    else if (html) await writeOr(report, 'index.html', () => output.write('index.html', html));
    cache.index = key;
  }

  /** Writes what all pages are made of. */
  async #writeAssets(): Promise<void> {
    const { output } = await this.#ready;
    const own = this.#settings.mode === 'copy' ? await writeAssets(output) : [];
    this.#assets = [...own, ...(await writeSiteAssets(output))];
  }

  /** Copies everything that is no page. */
  async #copy({ others }: FolderPlan, report: SiteReport): Promise<void> {
    const { source, out } = this.#settings;
    const { output } = await this.#ready;
    const { written } = output;
    for (const path of others) {
      const from = join(source, path);
      const isFresh = async () => {
        const [{ size, mtimeMs }, to] = await Promise.all([stat(from), stat(join(out, path))]);
        return to.size === size && to.mtimeMs >= mtimeMs;
      };
      if (path in written && (await isFresh().catch(() => false))) continue;
      await writeOr(report, path, () => output.copy(from, path));
    }
  }

  /** Copies drawings, without what a browser would run of one that is opened by itself. Returns those that it could read. */
  async #copyDrawings({ drawings }: FolderPlan, report: SiteReport): Promise<string[]> {
    const { output } = await this.#ready;
    const readable: string[] = [];
    for (const path of drawings) {
      try {
        const drawing = sanitizedSvg(await readFile(join(this.#settings.source, path)));
        readable.push(path);
        await writeOr(report, path, () => output.write(path, drawing));
      } catch (error) {
        report.notes.push(`${path} left-out ${(error as Error).message} Save it as SVG, or add --trust.`);
      }
    }
    return readable;
  }
}

const hasDiagrams = ({ page, html }: BuiltSitePage) => html !== undefined && page.elements['architecture-diagram'];

async function draw(built: BuiltSitePage, browser: DrawingBrowser): Promise<void> {
  const { page } = built;
  const { html, failures } = await drawPage(built.html!, browser);
  built.html = html;
  for (const { line, message } of failures) {
    page.messages.push({ rule: 'diagram', words: `${message} (line ${line} of ${page.file})`, isError: true });
  }
}

/** Writes a file that is no page. What stands in the way is told, and the rest of the site is built. */
async function writeOr({ changed, faults }: SiteReport, path: string, write: () => Promise<boolean>): Promise<void> {
  try {
    if (await write()) changed.push(path);
  } catch (error) {
    faults.push(`${path} unwritten ${(error as Error).message}`);
  }
}

const isWhole = async (output: OutputFolder) =>
  (await Promise.all(Object.keys(output.written).map((path) => output.isIntact(path)))).every(Boolean);

function tellRemoval({ removed, left }: Removal, { changed, notes }: SiteReport): void {
  for (const path of removed) changed.push(path);
  for (const path of left) {
    notes.push(leftWords(path));
  }
}
