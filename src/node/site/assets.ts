import { readdir, readFile } from 'node:fs/promises';
import type { PageAssets } from '../../unified/page.js';
import type { OutputFolder } from '../output-folder.js';
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

/** Writes stylesheet and script into a folder. Returns their paths there. */
export async function writeAssets(output: OutputFolder): Promise<string[]> {
  const chunks = await readdir(new URL('cdn/chunks/', dist));
  const own = ['deepdive.css', 'cdn/deepdive.js', 'cdn/THIRD-PARTY-LICENSES.txt'];
  const files = [...own, ...chunks.map((name) => `cdn/chunks/${name}`)];
  return writeAll(
    output,
    files.map((path) => [path.replace('cdn/', ''), new URL(path, dist)]),
  );
}

/** Writes what the pages of a site have besides, into the same folder. Returns their paths there. */
export async function writeSiteAssets(output: OutputFolder): Promise<string[]> {
  const files = ['site.css', 'site.js'];
  return writeAll(
    output,
    files.map((name) => [name, new URL(`browser/${name}`, import.meta.url)]),
  );
}

async function writeAll(output: OutputFolder, files: [name: string, source: URL][]): Promise<string[]> {
  return Promise.all(
    files.map(async ([name, source]) => {
      const path = `${assetsFolder}/${name}`;
      await output.write(path, await readFile(source));
      return path;
    }),
  );
}
