import { join } from 'node:path';
import type { Root } from 'hast';
import { everyElement } from '../../unified/hast.js';
import type { PageAssets } from '../../unified/page.js';
import { addresses } from '../../unified/sanitize.js';
import type { Writeup } from '../../unified/writeup.js';
import { type AssetsMode, assetsFolder, assetsFor } from './assets.js';
import { type BuiltPage, buildPage, PageError } from './build-page.js';
import { failedPage } from './failed-page.js';
import { isFile } from './is-file.js';
import { addressFrom, type HasFile, siteFile, siteLink, upFrom } from './paths.js';

/** What is the same for every page of a site. */
export interface SiteSettings {
  /** The folder that is built. */
  source: string;
  /** The folder that the site is written to. */
  out: string;
  mode: AssetsMode;
  trust: boolean;
  /** What links to the index of the site say. */
  home: string;
}

/** What is known of a page of a site. */
export interface SitePage extends Omit<BuiltPage, 'html'> {
  /** Where it is in the site. */
  file: string;
  /** The files that its links ask for, and whether they were there. */
  asked: Record<string, boolean>;
}

/** A page of a site, and its HTML, unless it could not be built. */
export interface BuiltSitePage {
  page: SitePage;
  html?: string;
}

/**
 * Builds a page of a site. What stands in its way becomes a message of it.
 * @param more what this page has and others have not
 */
export async function buildSitePage(
  path: string,
  settings: SiteSettings,
  more: Partial<PageAssets> = {},
): Promise<BuiltSitePage> {
  const { source, trust } = settings;
  // Without a prototype: a file may be called as what objects inherit.
  const asked: Record<string, boolean> = Object.create(null);
  const has: HasFile = (file) => {
    asked[file] ??= isFile(join(source, file));
    return asked[file];
  };
  const file = siteFile(path, has);
  try {
    const assets = { ...(await siteAssets(file, settings)), ...more };
    const change = ({ content }: Writeup) => keepLinks(content, path, has);
    const { html, ...page } = await buildPage(join(source, path), assets, { trust, change });
    return { page: { ...page, file, asked }, html };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { page: { ...failedPage(path, settings, error.said), asked } };
  }
}

/** What a page of a site is made of. */
export async function siteAssets(file: string, { mode, home }: SiteSettings): Promise<PageAssets> {
  return {
    ...(await assetsFor(mode, upFrom(file))),
    stylesheets: [addressFrom(file, `${assetsFolder}/site.css`)],
    home: file === 'index.html' ? undefined : { href: addressFrom(file, 'index.html'), words: home },
  };
}

/** Lets the links of a page lead to the pages of the site. */
export function keepLinks(content: Root, path: string, has: HasFile): void {
  everyElement(content, ({ properties }) => {
    for (const name of addresses) {
      const address = properties[name];
      if (typeof address === 'string') properties[name] = siteLink(address, path, has) ?? address;
    }
  });
}
