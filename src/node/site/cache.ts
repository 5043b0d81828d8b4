import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeChanged } from './assets.js';
import type { SitePage } from './site-page.js';

/** What is known of a site from the last time that it was built. */
export interface SiteCache {
  /** What all pages depend on. */
  key: string;
  /** The pages, by the path of their source. */
  pages: Record<string, SitePage>;
  /** Everything that was written from the folder, as paths in the site. */
  files: string[];
  /** What the index was made from, and what the search was. */
  index: string;
  search: string;
}

const name = '.deepdive-cache.json';

/** What is known of the site in a folder. Nothing of what was made in another way, or by another version. */
export async function readCache(out: string, key: string): Promise<SiteCache> {
  try {
    const cache = JSON.parse(await readFile(join(out, name), 'utf8')) as SiteCache;
    // The files are still the site's own, and may be replaced or removed.
    return cache.key === key ? cache : { ...cache, key, pages: {}, index: '', search: '' };
  } catch {
    return { key, pages: {}, files: [], index: '', search: '' };
  }
}

export const writeCache = (out: string, cache: SiteCache) => writeChanged(join(out, name), JSON.stringify(cache));
