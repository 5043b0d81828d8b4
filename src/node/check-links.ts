import { type Stats, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { percentDecoded } from '../internal/percent.js';
import type { Link } from '../unified/check/links.js';
import type { Finding } from '../unified/check/rule.js';
import { type Settings, severityOf } from '../unified/check/rules.js';

/** What links may lead to. */
export interface Site {
  /** The folders that are checked. */
  folders: string[];
  /** The ids of a page, by its path; nothing of one that cannot be read. */
  idsOf: (path: string) => Promise<Ids | undefined>;
}

/** The ids of a page, and what an author may have meant by one that is not there. Made once for all links to it. */
export class Ids {
  readonly #all: ReadonlySet<string>;
  #byLetters?: ReadonlyMap<string, string>;

  constructor(ids: readonly string[]) {
    this.#all = new Set(ids);
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  /** The first id with the same letters. */
  near(id: string): string | undefined {
    this.#byLetters ??= new Map([...this.#all].reverse().map((one) => [letters(one), one]));
    return this.#byLetters.get(letters(id));
  }
}

/** Links of a page that lead nowhere. */
export async function brokenLinks(page: string, links: Link[], site: Site, settings: Settings): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const link of links) {
    const fault = await faultIn(page, link, site);
    if (!fault || link.silent.includes(fault.rule)) continue;
    const severity = severityOf(fault.rule, settings);
    const { line, column, endLine, endColumn } = link;
    if (severity) findings.push({ ...fault, severity, line, column, endLine, endColumn });
  }
  return findings;
}

type Fault = Pick<Finding, 'rule' | 'message'>;

async function faultIn(page: string, { address, isImage }: Link, { folders, idsOf }: Site): Promise<Fault | undefined> {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const target = path ? targetOf(page, percentDecoded(path), isImage) : page;
  if (target) return isImage ? undefined : wrongAnchor(target, page, hash, idsOf);
  const missing = resolve(dirname(page), percentDecoded(path));
  const isInside = folders.some((folder) => !relative(resolve(folder), missing).startsWith('..'));
  const isInOtherFolder = kindOf(path.endsWith('/') ? missing : dirname(missing));
  if (!isInside && !isInOtherFolder) return undefined;
  return {
    rule: 'broken-link',
    message: `There is no file at “${address}”. Fix or remove the ${isImage ? 'image' : 'link'}.`,
  };
}

/** The file that an address leads to, as MkDocs serves it, or the folder. */
function targetOf(page: string, path: string, isImage: boolean): string | undefined {
  const folder = dirname(page);
  const stem = page.slice(folder === '.' ? 0 : folder.length + 1, -extname(page).length);
  // MkDocs serves `x.md` as `x/`, and addresses in HTML start there.
  const bases = /^(?:index|readme)$/i.test(stem) ? [folder] : [folder, join(folder, stem)];
  for (const base of bases) {
    const plain = join(base, path).replace(/(?<=[^/\\])[/\\]+$/, '');
    const kind = kindOf(plain);
    if (kind === 'file') return plain;
    if (isImage) continue;
    const bare = plain.replace(/\.html?$/i, '');
    const found = [`${bare}.md`, `${plain}.md`, `${plain}.html`].find((one) => kindOf(one) === 'file');
    if (found) return found;
    const index = ['index.md', 'README.md', 'index.html'].map((name) => join(plain, name));
    if (kind === 'folder') return index.find((one) => kindOf(one) === 'file') ?? plain;
  }
  return undefined;
}

const kinds = new Map<string, 'file' | 'folder' | undefined>();

function kindOf(path: string): 'file' | 'folder' | undefined {
  if (!kinds.has(path)) {
    const info = statOf(path);
    kinds.set(path, info && (info.isDirectory() ? 'folder' : 'file'));
  }
  return kinds.get(path);
}

/** An address may be of anything: too long, or with a NUL in it. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

async function wrongAnchor(
  target: string,
  page: string,
  hash: string,
  idsOf: Site['idsOf'],
): Promise<Fault | undefined> {
  // What follows `:~:` is a text to look for.
  const id = percentDecoded(hash.replace(/:~:.*$/s, ''));
  if (!id || id === 'top' || !/\.(?:md|markdown|html?)$/i.test(target)) return undefined;
  const ids = await idsOf(target);
  if (!ids || ids.has(id)) return undefined;
  const near = ids.near(id);
  const where = target === page ? 'this page' : relative(dirname(page), target);
  const fix = near ? `write “#${near}”` : 'fix or remove the anchor';
  return { rule: 'broken-anchor', message: `There is nothing called “#${id}” in ${where}: ${fix}.` };
}

/** What different rules for ids leave as it is. */
const letters = (id: string) => id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
