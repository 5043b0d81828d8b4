import { join, posix } from 'node:path';
import type { PageMessage } from './build-page.js';
import { isFile } from './is-file.js';
import { siteFile } from './paths.js';
import type { SitePage, SiteSettings } from './site-page.js';

/** Stands for a page of a site that could not be built. */
export function failedPage(path: string, { source }: SiteSettings, said: PageMessage): SitePage {
  return {
    file: siteFile(path, (file) => isFile(join(source, file))),
    asked: {},
    hash: '',
    title: posix.basename(path),
    description: '',
    frontMatter: {},
    elements: {},
    pictures: [],
    messages: [said],
  };
}
