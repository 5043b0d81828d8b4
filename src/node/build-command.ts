import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawPage } from './draw-page.js';
import { DrawingBrowser } from './drawing-browser.js';
import { faultHelp } from './faults.js';
import { OutputFolder } from './output-folder.js';
import { isSameFile, realPath } from './real-path.js';
import { type AssetsMode, assetsFolder, assetsFor, assetsModes, writeAssets } from './site/assets.js';
import type { BuiltPage, PageMessage } from './site/build-page.js';
import { Builders } from './site/builders.js';
import { readWritten, writeWritten } from './site/cache.js';
import { codeOf, leftWords, printMessages, summaryOf, tellUnknown } from './site/report.js';
import type { Settings } from './site-command.js';
import { writeOutput, writeText } from './text-files.js';
import { timeoutHelp, timeoutOf } from './timeout.js';
import { parsedOr, UsageError } from './usage-error.js';

const help = `Usage: deepdive build page.md [-o page.html]
       deepdive build folder -o site

Makes a finished page of a writeup in Markdown, or in HTML, and says what has become of it. Of a folder it makes a site:
each page of Markdown, an index of the case studies to filter and search, and a copy of pictures, documents and data. Only
what has changed since the last time is built again.

Options:
  -o, --out PATH   write the page, or the site, there; a page goes beside its source without it
  --assets MODE    where pages get stylesheet and script:
                   copy    from a folder deepdive/ beside the page, or in the site, which is made (default)
                   link    from a CDN
                   inline  from the page itself, which is one file then
  --draw           draw the diagrams now, with an installed browser; the pages need no Mermaid then
  --browser PATH   the Chromium, Chrome, Edge or Firefox to draw with, not the first one found
  --trust          keep everything that the source has, script and pages of HTML too: for sources that you wrote yourself
${timeoutHelp}
  --watch          serve the pages, build again what changes, and load it again in the browser
  --port NUMBER    where to serve them; without it, the first that is free from 4747 on
  --help           this text

Exit code: 0 where all is as it should be, 1 where something is not, 2 where the command could not be followed,
${faultHelp}.`;

/** `deepdive build`: returns the exit code. */
export async function build(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) {
    throw new UsageError(`Name one page, or one folder, to build.\n\n${help}`);
  }
  const settings: Settings = {
    mode: modeOf(values.assets),
    trust: values.trust ?? false,
    timeout: timeoutOf(values.timeout),
    browser: values.draw ? new DrawingBrowser({ executablePath: values.browser }) : undefined,
    watch: values.watch ? { port: portOf(values.port) } : undefined,
  };
  try {
    const isFolder = await stat(source).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return await buildOne(source, values.out, settings);
    // A page by itself needs nothing of it, and is there sooner.
    const { buildSite } = await import('./site-command.js');
    return await buildSite(source, values.out, settings);
  } finally {
    await settings.browser?.close();
  }
}

function parse(args: string[]) {
  return parsedOr(help, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        assets: { type: 'string' },
        draw: { type: 'boolean' },
        browser: { type: 'string' },
        trust: { type: 'boolean' },
        timeout: { type: 'string' },
        watch: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    }),
  );
}

function modeOf(name = 'copy'): AssetsMode {
  if (assetsModes.includes(name)) return name as AssetsMode;
  throw new UsageError(`There is no --assets ${name}: write ${assetsModes.join(', ')}.`);
}

function portOf(text?: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text);
  throw new UsageError(`--port ${text} is no port: write a number below 65536, or 0 for any that is free.`);
}

async function buildOne(source: string, out: string | undefined, settings: Settings): Promise<number> {
  const target = await targetOf(source, out);
  const write = (html: string) => (out === undefined ? writeText : writeOutput)(target, html);
  const builders = new Builders(settings.timeout);
  const build = async () => {
    const page = await read(source, settings, builders);
    return 'rule' in page ? codeOf([page]) : finish(page, source, target, settings, write);
  };
  try {
    if (!settings.watch) return await build();
    const { watchPage } = await import('./watch-command.js');
    return await watchPage(build, source, target, settings.watch.port);
  } finally {
    await builders.close();
  }
}

/** The page, or why there is none, which is said. */
async function read(source: string, { mode, trust }: Settings, builders: Builders): Promise<BuiltPage | PageMessage> {
  const outcome = await builders.buildPage(source, await assetsFor(mode), trust);
  if ('page' in outcome) return outcome.page;
  const { refusal, isUnreadable } = outcome;
  if (isUnreadable) throw new UsageError(`${source}: ${refusal.words}`);
  printMessages(source, [refusal]);
  return refusal;
}

async function finish(
  page: BuiltPage,
  source: string,
  target: string,
  settings: Settings,
  write: (html: string) => Promise<void>,
): Promise<number> {
  printMessages(source, page.messages);
  let isGood = !codeOf(page.messages);
  if (settings.browser) {
    const { html, failures } = await drawPage(page.html, settings.browser);
    page.html = html;
    for (const { line, message } of failures) console.error(`${target}:${line}: ${message}`);
    isGood &&= !failures.length;
  }
  await write(page.html);
  if (settings.mode === 'copy') await writeBeside(target);
  tellMissing(source, target, page);
  console.log(`${source} → ${target}: ${summaryOf([page])}`);
  if (settings.mode === 'inline') tellUndrawn(source, page, settings.browser !== undefined);
  return isGood ? 0 : 1;
}

/** Where a page is written: never over what its author wrote. */
async function targetOf(source: string, out?: string): Promise<string> {
  const extension = extname(source);
  if (!/^\.(md|markdown|html)$/i.test(extension)) {
    throw new UsageError(`${source} is neither Markdown (.md) nor HTML (.html).`);
  }
  const target = out ?? `${source.slice(0, -extension.length)}.html`;
  if ((await isSameFile(target, source)) && !(await isBuilt(source))) {
    throw new UsageError(`${source} would be replaced by what is built from it. Say where to write that: -o FILE.`);
  }
  return target;
}

/** Whether a page is one that this command has written. One that cannot be read is told of where it is read. */
async function isBuilt(path: string): Promise<boolean> {
  const html = await readFile(path, 'utf8').catch(() => ' data-front-matter');
  return html.includes(' data-front-matter');
}

/** Writes what pages in a folder are made of, and removes what an earlier version has written there. */
async function writeBeside(target: string): Promise<void> {
  const folder = await realPath(dirname(target));
  const written = await readWritten(folder);
  const output = new OutputFolder(folder, written);
  const { left } = await output.keepOnly(await writeAssets(output));
  for (const path of left) console.error(leftWords(path));
  if (!written) tellUnknown(target, await output.unknownIn(`${assetsFolder}/chunks`));
  await writeWritten(folder, output.written);
}

/** Pictures that the source has beside it, and a page in another folder has not. */
function tellMissing(source: string, target: string, { pictures }: BuiltPage): void {
  const from = (path: string) => resolve(dirname(source), path);
  const to = (path: string) => join(dirname(target), path);
  for (const path of pictures) {
    if (existsSync(from(path)) && !existsSync(to(path))) {
      console.error(`${source} picture ${path} is not beside the page: copy it to ${to(path)}.`);
    }
  }
}

function tellUndrawn(source: string, { elements }: BuiltPage, isDrawn: boolean): void {
  const count = elements['architecture-diagram'];
  if (!count || isDrawn) return;
  const diagrams = count === 1 ? 'Its diagram is' : `Its ${count} diagrams are`;
  console.error(`${source} undrawn ${diagrams} shown as source, since a page in one file has no Mermaid: add --draw.`);
}
