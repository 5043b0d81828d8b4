import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { reasonOf } from './page-file.js';
import type { Failure } from './reporters/report.js';
import { UsageError } from './usage-error.js';

/** What is to be checked. */
export interface CheckedFiles {
  files: string[];
  /** The folders that are known as a whole. */
  folders: string[];
  /** The folders in them that cannot be read, and why. */
  unreadable: [path: string, failure: Failure][];
}

const isPage = (name: string) => ['.md', '.markdown', '.html'].includes(extname(name).toLowerCase());
const isHidden = (name: string) => name.startsWith('.') || name === 'node_modules';

/** The pages that someone has named, and those in the folders that they have named, in the order of their paths. */
export async function filesIn(paths: string[]): Promise<CheckedFiles> {
  const files = new Set<string>();
  const folders: string[] = [];
  const unreadable: CheckedFiles['unreadable'] = [];
  for (const path of paths) {
    const info = await stat(path).catch((error) => {
      throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}.`);
    });
    if (!info.isDirectory()) {
      files.add(path);
      folders.push(dirname(path));
      continue;
    }
    folders.push(path);
    const pages = await pagesIn(path, unreadable);
    if (!pages.length && !unreadable.length)
      throw new UsageError(`There is no page in ${path}: no .md, .markdown or .html.`);
    for (const page of pages) files.add(page);
  }
  return { files: [...files], folders, unreadable };
}

async function pagesIn(folder: string, unreadable: CheckedFiles['unreadable']): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    unreadable.push([folder, { rule: 'unreadable', message: `Cannot read this folder: ${reasonOf(error)}.` }]);
    return [];
  });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !isHidden(name))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return pagesIn(path, unreadable);
        return entry.isFile() && isPage(entry.name) ? [path] : [];
      }),
  );
  return found.flat();
}
