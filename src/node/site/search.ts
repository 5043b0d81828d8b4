import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from './assets.js';

/** The folder of a site that its search is in. */
export const searchFolder = 'pagefind';

export type Pagefind = typeof import('pagefind');

/** The search library, where it is installed. */
export const findPagefind = (): Promise<Pagefind | undefined> => import('pagefind').catch(() => undefined);

/** What a page has besides its own words. */
const excluded = ['study-meta', 'page-outline', 'architecture-diagram svg', 'script', 'style'];

/** What comes with the library and the site has of its own. */
const unused = /(-ui|-component|-highlight|playground)/;

/** A folder of pages, and which of them are to be found by their words. */
export interface SearchTask {
  out: string;
  files: readonly string[];
}

/** Makes the words of pages searchable, in a process of its own: that takes longer than to build a page. */
export async function startSearch(task: SearchTask, signal: AbortSignal): Promise<void> {
  const process = fork(new URL('search-process.js', import.meta.url), { signal, execArgv: [] });
  process.send(task);
  const [code] = await once(process, 'exit');
  if (code) throw new Error('The words of the pages could not be made searchable.');
}

/** Makes the words of pages searchable. */
export async function buildSearch({ createIndex, close }: Pagefind, { out, files }: SearchTask): Promise<void> {
  try {
    const { index, errors } = await createIndex({
      rootSelector: 'case-study',
      excludeSelectors: excluded,
      // One search for all pages, whatever they are in; the index of the site looks for that of its own language.
      forceLanguage: 'en',
    });
    if (!index) throw new Error(errors.join(' '));
    await Promise.all(
      files.map(async (file) =>
        index.addHTMLFile({ url: `/${file}`, content: await readFile(join(out, file), 'utf8') }),
      ),
    );
    const made = (await index.getFiles()).files.filter(({ path }) => !unused.test(path));
    const folder = join(out, searchFolder);
    for (const { path, content } of made) await writeChanged(join(folder, path), content);
    const stale = new Set(await filesBelow(folder));
    for (const { path } of made) stale.delete(path);
    await Promise.all([...stale].map((path) => rm(join(folder, path))));
  } finally {
    await close();
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}
