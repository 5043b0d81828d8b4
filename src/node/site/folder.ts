import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isDrawing, isHarmless } from './file-types.js';
import { isPage, siteFile } from './paths.js';

/** What becomes of the files of a folder. */
export interface FolderPlan {
  /** The source of each page, and where it goes. */
  pages: Map<string, string>;
  /** What is copied. */
  others: string[];
  /** What is copied without what runs. */
  drawings: string[];
  /** The source of the page that the site begins with. */
  front?: string;
  /** Whether the folder has such a page in HTML. */
  hasOwnIndex: boolean;
  has: (file: string) => boolean;
  /** What the author should know of it. */
  notes: string[];
}

/**
 * Plans what becomes of the files of a folder.
 * @param trust whether files that a browser runs are copied, too
 */
export async function planOf(folder: string, out: string, trust = false): Promise<FolderPlan> {
  const files = new Set(await filesIn(folder, out));
  const has = (file: string) => files.has(file);
  const plan: FolderPlan = { pages: new Map(), others: [], drawings: [], hasOwnIndex: false, has, notes: [] };
  const active: string[] = [];
  const taken = new Map<string, string>();
  // Pages come first, so that what is copied does not replace them.
  for (const path of [...files].sort((one, other) => Number(isPage(other)) - Number(isPage(one)))) {
    const target = siteFile(path, has);
    if (!trust && !isPage(path) && !isDrawing(path) && !isHarmless(path)) {
      active.push(path);
      continue;
    }
    const other = taken.get(target);
    if (other !== undefined) {
      plan.notes.push(`${path} left-out ${other} becomes ${target} already. Rename one of them.`);
      continue;
    }
    taken.set(target, path);
    if (isPage(path)) plan.pages.set(path, target);
    else if (isDrawing(path) && !trust) plan.drawings.push(path);
    else plan.others.push(path);
    if (target === 'index.html' && isPage(path)) plan.front = path;
  }
  plan.hasOwnIndex = plan.others.includes('index.html');
  if (plan.hasOwnIndex)
    plan.notes.push('index.html own-index It stays as it is: for an index of all pages, remove it.');
  if (active.length) plan.notes.push(noteOf(active));
  return plan;
}

/** As many names as a reader takes in; all of them where the index is among them. */
function noteOf(active: readonly string[]): string {
  const sorted = [...active].sort((one, other) => Number(other === 'index.html') - Number(one === 'index.html'));
  const named = sorted.slice(0, 10).join(', ');
  const more = sorted.length > 10 ? ` and ${sorted.length - 10} more` : '';
  return `${named}${more} left-out A browser could run them. To copy them, add --trust: for folders that you wrote yourself.`;
}

/** The files of a folder that belong to its site, as paths with `/`: nothing hidden, no packages, not the site itself. */
async function filesIn(folder: string, out: string): Promise<string[]> {
  const own = relative(folder, out).split(sep).join('/');
  const found: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const inside = path ? `${path}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || inside === own) continue;
      if (entry.isDirectory()) await visit(inside);
      else if (entry.isFile()) found.push(inside);
    }
  };
  await visit('');
  return found.sort();
}
