import { isAbsolute, join, relative, sep } from 'node:path';
import type { DrawingBrowser } from './drawing-browser.js';
import { hashOf } from './hash.js';
import { installedSets } from './icons.js';
import { realPath } from './real-path.js';
import type { AssetsMode } from './site/assets.js';
import { Builders } from './site/builders.js';
import { codeOf, printMessages, summaryOf, tellUnknown } from './site/report.js';
import { Site, type SiteReport } from './site/site.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';
import { watchSite } from './watch-command.js';

/** How pages are built. */
export interface Settings {
  mode: AssetsMode;
  trust: boolean;
  /** Seconds that a page may take. */
  timeout: number;
  /** Draws diagrams, where that is asked for. */
  browser?: DrawingBrowser;
  /** Builds again what changes, and serves it, where that is asked for. */
  watch?: { port?: number };
}

/** `deepdive build folder`: returns the exit code. */
export async function buildSite(source: string, out: string | undefined, settings: Settings): Promise<number> {
  const folder = await outOf(source, out);
  const builders = new Builders(settings.timeout);
  const site = siteOf(await realPath(source), await realPath(folder), settings, builders);
  try {
    if (settings.watch)
      return await watchSite(site, await realPath(source), await realPath(folder), settings.watch.port);
    const report = await site.build();
    printReport(source, report);
    if (!(await site.buildSearch(report))) tellNoSearch();
    tellUnknown(folder, await site.unknownFiles());
    console.log(`${source} → ${folder}: ${told(report)}`);
    return codeOf(Object.values(report.pages).flatMap(({ messages }) => messages)) || (report.faults.length ? 1 : 0);
  } finally {
    await site.close();
    await builders.close();
  }
}

async function outOf(source: string, out?: string): Promise<string> {
  if (out === undefined) {
    throw new UsageError(`Say where the site is to be written: deepdive build ${source} -o FOLDER`);
  }
  const [from, to] = await Promise.all([realPath(source), realPath(out)]);
  const way = relative(to, from);
  if (!way) throw new UsageError('Cannot write a site into its own source. Give -o another folder.');
  if (!isAbsolute(way) && way.split(sep)[0] !== '..') {
    throw new UsageError(
      `${source} is inside ${out}, and could be overwritten by its own site. Give -o another folder.`,
    );
  }
  return out;
}

function siteOf(source: string, out: string, { mode, trust, browser }: Settings, builders: Builders): Site {
  // By a hash, since where icons are installed is nobody's business.
  const key = hashOf(JSON.stringify([version, mode, trust, browser !== undefined, installedSets(source)]));
  return new Site({ source, out, mode, trust, home: 'All case studies' }, key, builders, browser);
}

/** Prints what the author should know of a site, or of these pages of it. */
export function printReport(source: string, { pages, notes, faults }: SiteReport, only?: ReadonlySet<string>): void {
  for (const words of only ? faults : [...notes, ...faults]) console.error(words);
  for (const [path, { messages }] of Object.entries(pages).sort()) {
    if (!only || only.has(path)) printMessages(join(source, path), messages);
  }
}

export const tellNoSearch = () =>
  console.error('Full-text search is off. To enable it: npm install --save-dev pagefind');

function told({ pages, changed }: SiteReport): string {
  const all = Object.values(pages);
  const built = all.filter(({ file }) => changed.includes(file)).length;
  const count = `${all.length} ${all.length === 1 ? 'page' : 'pages'}`;
  return `${count}, ${built === all.length ? 'all' : built} built; ${summaryOf(all)}`;
}
