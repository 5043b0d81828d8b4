import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

interface Package {
  name: string;
  version: string;
  license: string;
  source: string;
  text: string;
  /** The package that it came in, where that has been bundled before it was published. */
  inside?: string;
}

/** In a README, below a heading of either form, as far as the next one. */
const licenseSection = /^(?:#+ *licen[cs]e\b[^\n]*|licen[cs]e\n[=-]+)\n(.+?)(?=^#|^[^\n]+\n(?:===|---)|$(?!.))/ims;

const licenseFile = /licen[cs]e|^(copying|notice|unlicense)/i;

/**
 * Writes the licences of all packages that a bundle has code of into a file beside it: those that its modules belong to, and
 * those that such a module has inside, by its source map. Fails where a licence cannot be found.
 */
export function thirdPartyLicenses(fileName: string): Plugin {
  return {
    name: 'third-party-licenses',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      this.emitFile({ type: 'asset', fileName, source: textOf(packagesIn(modules)) });
    },
  };
}

/** The packages that modules are from, by name. */
export function packagesIn(modules: readonly string[]): Package[] {
  const folders = new Map<string, string | undefined>();
  for (const id of modules.filter((one) => !one.startsWith('\0'))) {
    const path = id.replace(/\?.*/, '');
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    if (!folder) continue;
    folders.set(folder, undefined);
    for (const name of namesInside(path)) {
      const inner = folderOf(name, folder);
      if (!inner)
        throw new Error(`${nameOf(folder)} has ${name} inside, whose licence is missing: npm install -D ${name}`);
      if (!folders.has(inner)) folders.set(inner, nameOf(folder));
    }
  }
  const packages = [...folders].map(([folder, inside]) => read(folder, inside));
  return packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** The packages whose sources a module has been bundled from. */
function namesInside(module: string): Set<string> {
  const map = `${module}.map`;
  if (!existsSync(map)) return new Set();
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** Where a package is for another one. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return folder;
  }
  return undefined;
}

const nameOf = (folder: string) => folder.replace(/^.*\/node_modules\//, '');

function read(folder: string, inside?: string): Package {
  const { name, version, license, licenses, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder);
  const textIn = (file: string) => readFileSync(join(folder, file), 'utf8').trim();
  const readme = files.find((file) => /^readme/i.test(file));
  const text =
    files
      .filter((file) => licenseFile.test(file))
      .map(textIn)
      .join('\n\n') ||
    (readme && licenseSection.exec(textIn(readme))?.[1]?.trim());
  if (!text) throw new Error(`${name} is bundled, and has no file with its licence: ${folder}`);
  const source = String(repository?.url ?? repository ?? '').replace(/^git\+|\.git$/g, '');
  return {
    name,
    version,
    license: license ?? licenses?.[0]?.type ?? '',
    source: source || `https://www.npmjs.com/package/${name}`,
    text,
    inside,
  };
}

/** Each licence once, below the packages that have it. */
function textOf(packages: readonly Package[]): string {
  const byText = new Map<string, Package[]>();
  for (const one of packages) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const sections = [...byText].map(([text, all]) => `${all.map(lineOf).join('\n')}\n\n${text}\n`);
  return [
    'The JavaScript files in this folder have code of the packages below in them, each under its own licence.\n',
    ...sections,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

function lineOf({ name, version, license, source, inside }: Package): string {
  const details = [license, inside && `inside ${inside}`].filter(Boolean).join(', ');
  return `${inside ? name : `${name} ${version}`}${details && ` (${details})`}: ${source}`;
}
