import { isInside, type Written } from '../output-folder.js';
import { readCached, writeCached } from '../user-cache.js';
import type { SitePage } from './site-page.js';

/** What is known of a site from the last time that it was built. */
export interface SiteCache {
  /** What all pages depend on. */
  key: string;
  /** The pages, by the path of their source. */
  pages: Record<string, SitePage>;
  /** What was written of the pages, of what they are made of, and of the other files. */
  written: Written;
  /** What the index was made from, and what the search was. */
  index: string;
  search: string;
  /** What was written of the search. */
  searchFiles: Written;
}

/** What a site is known by. */
interface Named {
  source: string;
  out: string;
}

const namesOf = ({ source, out }: Named) => ['site', source, out];

/** What is known of a site: of what was made in another way, or by another version, its files alone. */
export async function readCache(site: Named, key: string): Promise<SiteCache | undefined> {
  const cache = await readCached(namesOf(site));
  if (!isCache(cache)) return undefined;
  return cache.key === key ? cache : { ...cache, key, pages: {}, index: '', search: '' };
}

/** Pages that have failed are built again, and what they say may name folders of this machine. */
export function writeCache(site: Named, cache: SiteCache): Promise<void> {
  const pages = Object.fromEntries(Object.entries(cache.pages).filter(([, { hash }]) => hash));
  return writeCached(namesOf(site), { ...cache, pages });
}

/** What is known of the files that a build of one page has put beside it. */
export async function readWritten(folder: string): Promise<Written | undefined> {
  const written = await readCached(['page', folder]);
  return isWritten(written) ? (written as Written) : undefined;
}

export const writeWritten = (folder: string, written: Written) => writeCached(['page', folder], written);

/** Whether a file is the cache that a former version has left in the site for everyone to read. */
export const isFormerCache = (content: unknown) =>
  objectOf({ key: isText, pages: mapOf(isObject), files: listOf(isText), index: isText, search: isText })(content);

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isMaybeCount: Check = (value) => value === undefined || isCount(value);
const isPath: Check = (value) => typeof value === 'string' && isInside(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check, isName: Check = isText): Check =>
  (value) =>
    isObject(value) && Object.entries(value).every(([name, one]) => isName(name) && check(one));
const objectOf =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const isWritten = mapOf(isText, isPath);
const isMessage = objectOf({
  line: isMaybeCount,
  column: isMaybeCount,
  rule: isText,
  words: isText,
  isError: isFlag,
});
const isPage = objectOf({
  file: isPath,
  hash: isText,
  title: isText,
  description: isText,
  frontMatter: isObject,
  messages: listOf(isMessage),
  elements: mapOf(isCount),
  pictures: listOf(isText),
  asked: mapOf(isFlag),
});
const isShaped = objectOf({
  key: isText,
  pages: mapOf(isPage, isPath),
  written: isWritten,
  index: isText,
  search: isText,
  searchFiles: isWritten,
});
const isCache = (value: unknown): value is SiteCache => isShaped(value);
