import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { cwd } from 'node:process';
import { own } from '../internal/own.js';
import type { Icon, Icons } from '../unified/icon-options.js';

/** The packages of each set, the newest first. MkDocs Material has had both of Font Awesome's. */
const packages: Record<string, string[]> = {
  material: ['mdi'],
  octicons: ['octicon'],
  simple: ['simple-icons'],
  'fontawesome-solid': ['fa7-solid', 'fa6-solid'],
  'fontawesome-regular': ['fa7-regular', 'fa6-regular'],
  'fontawesome-brands': ['fa7-brands', 'fa6-brands'],
};

/** A set as Iconify publishes it: https://iconify.design/docs/types/iconify-json.html */
interface IconSet {
  icons: Record<string, Icon>;
  aliases?: Record<string, { parent: string }>;
  width?: number;
  height?: number;
}

/** Each set that has been read, by where it is. */
const read = new Map<string, IconSet>();

/** Icons of the sets that are installed where a writeup is, or where the command runs. A set is read when one of it is met. */
export function iconsFrom(folder: string): Icons {
  const found = new Map<string, IconSet | undefined>();
  const setOf = (name: string) => {
    if (!found.has(name)) found.set(name, findSet(name, folder));
    return found.get(name);
  };
  return (set, name) => {
    const names = own(packages, set) ?? [];
    const sets = names.map(setOf).filter((one) => one !== undefined);
    if (names.length && !sets.length) return { install: packageOf(names[0]!) };
    return sets.map((one) => iconIn(one, name)).find(Boolean);
  };
}

/** Says which sets are installed: when that changes, pages do. */
export function installedSets(folder: string): string[] {
  const paths = Object.values(packages)
    .flat()
    .map((name) => pathOf(name, folder));
  return paths.flatMap((path) => (path ? `${path} ${statSync(path).mtimeMs}` : []));
}

const packageOf = (name: string) => `@iconify-json/${name}`;

function pathOf(name: string, folder: string): string | undefined {
  for (const from of new Set([folder, cwd()])) {
    try {
      return createRequire(resolve(from, 'page.md')).resolve(`${packageOf(name)}/icons.json`);
    } catch {
      // It is not installed here.
    }
  }
  return undefined;
}

function findSet(name: string, folder: string): IconSet | undefined {
  const path = pathOf(name, folder);
  if (!path) return undefined;
  const set = read.get(path) ?? (JSON.parse(readFileSync(path, 'utf8')) as IconSet);
  read.set(path, set);
  return set;
}

/** In these sets, an alias is another name and no more: none turns or mirrors its icon. */
function iconIn({ icons, aliases = {}, width, height }: IconSet, name: string): Icon | undefined {
  const icon = own(icons, name) ?? own(icons, own(aliases, name)?.parent ?? '');
  return icon && { width, height, ...icon };
}
