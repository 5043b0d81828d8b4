import { pageOf } from '../../unified/page.js';
import { hashOf } from '../hash.js';
import { assetsFolder } from './assets.js';
import type { Builders } from './builders.js';
import { addressFrom } from './paths.js';
import { type IndexedPage, indexOf } from './site-index.js';
import { type BuiltSitePage, type SiteSettings, siteAssets } from './site-page.js';

/** What the index of these pages is made from. */
export const frontKey = (pages: readonly IndexedPage[], hasSearch: boolean) =>
  hashOf(
    JSON.stringify([
      hasSearch,
      pages.map(({ file, title, description, frontMatter }) => [file, title, description, frontMatter]),
    ]),
  );

/**
 * Makes the page that a site begins with: the folder's own, with the index of the others below it, or that index alone.
 * @param path the source of the folder's own
 */
export async function buildFront(
  path: string | undefined,
  pages: readonly IndexedPage[],
  hasSearch: boolean,
  settings: SiteSettings,
  builders: Builders,
): Promise<Partial<BuiltSitePage>> {
  const below = indexOf(pages, hasSearch);
  const more = { below, scripts: below.length ? [addressFrom('index.html', `${assetsFolder}/site.js`)] : [] };
  if (path !== undefined) return builders.buildSitePage(path, settings, more);
  const html = pageOf(
    { content: { type: 'root', children: [] }, frontMatter: {}, title: 'Case studies', description: '' },
    { ...(await siteAssets('index.html', settings)), ...more },
  );
  return { html };
}
