import { posix } from 'node:path';
import { percentDecoded, percentEncoded } from '../../internal/percent.js';

const { basename, dirname, join, relative } = posix;

/** Says whether a file is in the folder of a site, by its path there. */
export type HasFile = (path: string) => boolean;

/** Whether a file becomes a page. */
export const isPage = (path: string) => /\.(md|markdown)$/i.test(path);

/** Where a file of the folder is in the site: `a/b.md` is `a/b.html`, and a README is the index of its folder. */
export function siteFile(path: string, has: HasFile): string {
  if (!isPage(path)) return path;
  const folder = dirname(path);
  const isReadme = /^readme\.\w+$/i.test(basename(path)) && !has(join(folder, 'index.md'));
  return isReadme ? join(folder, 'index.html') : path.replace(/\.\w+$/, '.html');
}

/** What leads from a page up to the folder of the site: empty, or `../` and the like. */
export const upFrom = (page: string) => '../'.repeat(page.split('/').length - 1);

/**
 * The address of a file of the site, as seen from a page of it. Every address that we write is made here: whatever the
 * file is called, it leads to that file, and never to another origin or a scheme.
 */
export function addressFrom(page: string, file: string): string {
  const path = relative(join('/', dirname(page)), join('/', file));
  const address = percentEncoded(path).replace(/[?#]/g, encodeURIComponent);
  // What stands before a colon would be a scheme: https://www.rfc-editor.org/rfc/rfc3986#section-4.2
  return /^[^/]*:/.test(address) ? `./${address}` : address;
}

/**
 * The address of a link, as it has to be in the site; nothing where it can stay as it is. A link to a file in the folder
 * leads to what becomes of that. MkDocs gives `a/b.md` the address `a/b/`, from which authors write links in HTML; of
 * those, `../../patterns/saga/` leads to `patterns/saga.md`, where there is such a page.
 */
export function siteLink(href: string, page: string, has: HasFile): string | undefined {
  const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  if (!address || /^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(address)) return undefined;
  const target = targetOf(percentDecoded(address), page, has);
  if (target === undefined) return undefined;
  const link = addressFrom(page, siteFile(target, has)) + rest;
  return link === href ? undefined : link;
}

/** The file in the folder that an address leads to. */
function targetOf(address: string, page: string, has: HasFile): string | undefined {
  const isFile = (path: string) => !/^\.\.(\/|$)/.test(path) && has(path);
  const folder = address.startsWith('/') ? '' : dirname(page);
  const named = join(folder, address).replace(/^\//, '');
  if (!address.endsWith('/') && isFile(named)) return named;
  const directory = /^(index|readme)\.\w+$/i.test(basename(page)) ? folder : page.replace(/\.\w+$/, '');
  for (const base of address.startsWith('/') ? [''] : [directory, dirname(page)]) {
    const path = join(base, address).replace(/^\/|\/$/g, '');
    const found = [path, `${path}.md`, join(path, 'index.md'), join(path, 'README.md')].find(isFile);
    if (found) return found;
  }
  return undefined;
}
