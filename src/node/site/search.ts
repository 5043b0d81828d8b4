import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { hashOf } from '../hash.js';
import { OutputFolder, type Written } from '../output-folder.js';
import { UsageError } from '../usage-error.js';

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

/**
 * Makes the words of pages searchable, in a process of its own: that takes longer than to build a page.
 * @param onFiles is told of the files before they are written, so that also those of a process that ends early are known
 */
export async function startSearch(
  task: SearchTask,
  signal: AbortSignal,
  onFiles: (files: Written) => void,
): Promise<void> {
  const process = fork(new URL('search-process.js', import.meta.url), { signal, execArgv: [] });
  process.once('message', (files) => onFiles(files as Written));
  process.send(task);
  const [code] = await once(process, 'exit');
  if (code) throw new UsageError('Cannot build the search index: see the message above.');
}

/** Makes the words of pages searchable. */
export async function buildSearch(
  { createIndex, close }: Pagefind,
  { out, files }: SearchTask,
  onFiles: (files: Written) => void,
): Promise<void> {
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
    const pathOf = (path: string) => `${searchFolder}/${path.split(sep).join('/')}`;
    onFiles(Object.fromEntries(made.map(({ path, content }) => [pathOf(path), hashOf(content)])));
    const output = new OutputFolder(out);
    for (const { path, content } of made) await output.write(pathOf(path), content);
  } finally {
    await close();
  }
}
