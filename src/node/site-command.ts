import { join, resolve } from 'node:path';
import type { DrawingBrowser } from './drawing-browser.js';
import { installedSets } from './icons.js';
import type { AssetsMode } from './site/assets.js';
import { printMessages, summaryOf } from './site/report.js';
import { Site, type SiteReport } from './site/site.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';
import { watchSite } from './watch-command.js';

/** How pages are built. */
export interface Settings {
  mode: AssetsMode;
  trust: boolean;
  /** Draws diagrams, where that is asked for. */
  browser?: DrawingBrowser;
  /** Builds again what changes, and serves it, where that is asked for. */
  watch?: { port?: number };
}

/** `deepdive build folder`: returns the exit code. */
export async function buildSite(source: string, out: string | undefined, settings: Settings): Promise<number> {
  const folder = outOf(source, out);
  const site = siteOf(source, folder, settings);
  try {
    if (settings.watch) return await watchSite(site, resolve(source), resolve(folder), settings.watch.port);
    const report = await site.build();
    if (!Object.keys(report.pages).length) throw new UsageError(`${source} has no page of Markdown (.md).`);
    printReport(source, report);
    if (!(await site.buildSearch(report))) tellNoSearch();
    console.log(`${source} → ${folder}: ${told(report)}`);
    return isGood(report) ? 0 : 1;
  } finally {
    await site.close();
  }
}

function outOf(source: string, out?: string): string {
  if (out === undefined) {
    throw new UsageError(`Say where the site is to be written: deepdive build ${source} -o FOLDER`);
  }
  if (resolve(out) === resolve(source)) {
    throw new UsageError('A site cannot be written into its own source. Give -o another folder.');
  }
  return out;
}

function siteOf(source: string, out: string, { mode, trust, browser }: Settings): Site {
  const settings = { source: resolve(source), out: resolve(out), mode, trust, home: 'All case studies' };
  return new Site(
    settings,
    JSON.stringify([version, mode, trust, browser !== undefined, installedSets(source)]),
    browser,
  );
}

/** Prints what the author should know of a site, or of these pages of it. */
export function printReport(source: string, { pages, notes }: SiteReport, only?: ReadonlySet<string>): void {
  if (!only) for (const note of notes) console.error(note);
  for (const [path, { messages }] of Object.entries(pages).sort()) {
    if (!only || only.has(path)) printMessages(join(source, path), messages);
  }
}

export const tellNoSearch = () =>
  console.error('The words of the pages cannot be searched: npm install --save-dev pagefind');

function told({ pages, changed }: SiteReport): string {
  const all = Object.values(pages);
  const built = all.filter(({ file }) => changed.includes(file)).length;
  const count = `${all.length} ${all.length === 1 ? 'page' : 'pages'}`;
  return `${count}, ${built === all.length ? 'all' : built} built; ${summaryOf(all)}`;
}

const isGood = ({ pages }: SiteReport) =>
  !Object.values(pages).some(({ messages }) => messages.some(({ isError }) => isError));
