import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PageAssets } from '../../unified/page.js';
import { version } from '../version.js';

/** Where pages get stylesheet and script: from a folder of the site, from a CDN, or from themselves. */
export type AssetsMode = 'copy' | 'link' | 'inline';
export const assetsModes: readonly string[] = ['copy', 'link', 'inline'] satisfies AssetsMode[];

/** The folder beside the pages that stylesheet and script are copied to. */
export const assetsFolder = 'deepdive';

const dist = new URL('../../', import.meta.url);
const cdn = `https://cdn.jsdelivr.net/npm/deepdive-elements@${version}/dist`;

/**
 * What a page is made of.
 * @param base what leads from the page to the folder that has `deepdive/` in it: empty, or `../` and the like
 */
export async function assetsFor(mode: AssetsMode, base = ''): Promise<PageAssets> {
  if (mode === 'link') return { stylesheet: `${cdn}/deepdive.css`, script: `${cdn}/cdn/deepdive.js` };
  if (mode === 'copy') {
    return { stylesheet: `${base}${assetsFolder}/deepdive.css`, script: `${base}${assetsFolder}/deepdive.js` };
  }
  const [stylesheet, script] = await Promise.all(
    ['deepdive.css', 'cdn/deepdive.inline.js'].map((path) => readFile(new URL(path, dist), 'utf8')),
  );
  return { stylesheet: { text: stylesheet! }, script: { text: script! } };
}

/** Copies stylesheet and script into a folder, as far as they are not there already. */
export async function copyAssets(folder: string): Promise<void> {
  const chunks = await readdir(new URL('cdn/chunks/', dist));
  const files = ['deepdive.css', 'cdn/deepdive.js', ...chunks.map((name) => `cdn/chunks/${name}`)];
  await Promise.all(
    files.map(async (path) =>
      writeChanged(join(folder, assetsFolder, path.replace('cdn/', '')), await readFile(new URL(path, dist))),
    ),
  );
  // Of an earlier version.
  const there = join(folder, assetsFolder, 'chunks');
  const stale = (await readdir(there)).filter((name) => !chunks.includes(name));
  await Promise.all(stale.map((name) => rm(join(there, name), { recursive: true })));
}

/** Copies what the pages of a site have besides, into the same folder. */
export async function copySiteAssets(folder: string): Promise<void> {
  const names = ['site.css', 'site.js'];
  const contents = await Promise.all(names.map((name) => readFile(new URL(`browser/${name}`, import.meta.url))));
  await Promise.all(names.map((name, index) => writeChanged(join(folder, assetsFolder, name), contents[index]!)));
}

/** Writes a file, unless it is there with the same content. Says whether it has. */
export async function writeChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const earlier = await readFile(path).catch(() => undefined);
  if (earlier?.equals(bytes)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return true;
}
