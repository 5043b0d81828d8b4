import { once } from 'node:events';
import { basename, dirname, resolve } from 'node:path';
import { tellFault } from './faults.js';
import { addressFrom } from './site/paths.js';
import { PageServer } from './site/server.js';
import type { Site, SiteReport } from './site/site.js';
import { watchFiles } from './site/watch.js';
import { printReport, tellNoSearch } from './site-command.js';
import { UsageError } from './usage-error.js';

/** Milliseconds without a change after which the search index is built again. */
const quiet = 2000;

/** Builds a site, serves it, and builds again what changes, until the command is ended. */
export async function watchSite(site: Site, source: string, out: string, port?: number): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const server = new PageServer(out);
  // Search takes longer than pages do, and nobody waits for it.
  const search = (report: SiteReport) => {
    clearTimeout(timer);
    timer = setTimeout(() => site.buildSearch(report).catch(tell), quiet);
  };
  let first: Promise<SiteReport> | undefined;
  const change = async (files: Set<string>) => {
    await first;
    const start = performance.now();
    const report = await site.build(files);
    server.tell(report.changed);
    printReport(source, report, files);
    if (!report.changed.length) return;
    console.log(`${report.changed.join(', ')}: ${Math.round(performance.now() - start)} ms`);
    search(report);
  };
  const watcher = await watchFiles(source, out, change, tell);
  try {
    first = site.build();
    const report = await first;
    printReport(source, report);
    if (!(await site.buildSearch(report))) tellNoSearch();
    console.log(`${source} is served at ${await server.listen(port)} (Ctrl+C ends it)`);
    await Promise.all([ended(), site.warm(report)]);
    return 0;
  } finally {
    clearTimeout(timer);
    server.close();
    await watcher.close();
  }
}

/** The same for one page. */
export async function watchPage(build: () => Promise<unknown>, source: string, target: string, port?: number) {
  const server = new PageServer(dirname(resolve(target)));
  let first: Promise<unknown> | undefined;
  const change = async () => {
    await first;
    await build();
    server.tell([basename(target)]);
  };
  const watcher = await watchFiles(resolve(source), resolve(target), change, tell);
  try {
    first = build();
    await first;
    const address = await server.listen(port);
    console.log(`${source} is served at ${address}${addressFrom('', basename(target))} (Ctrl+C ends it)`);
    await ended();
    return 0;
  } finally {
    server.close();
    await watcher.close();
  }
}

/** The command goes on, whatever a change meets. */
function tell(error: unknown): void {
  if (error instanceof UsageError) console.error(error.message);
  else tellFault(error);
}

/** Resolves when the command is to end. */
async function ended(): Promise<void> {
  const ending = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'].map((name) => once(process, name, { signal: ending.signal }));
  await Promise.race(signals);
  for (const signal of signals) signal.catch(() => {});
  ending.abort();
}
