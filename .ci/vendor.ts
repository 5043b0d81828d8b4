import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { type Plugin, parseSync } from 'vite';

/** What a source imports statically. What is imported when it is needed may be missing, and stays an import. */
interface Import {
  path: string;
  source: string;
  /** `default` for the default export. */
  names: string[];
}

function importsIn(paths: readonly string[]): Import[] {
  return paths.flatMap((path) =>
    parseSync(path, readFileSync(path, 'utf8')).module.staticImports.flatMap(({ moduleRequest, entries }) => {
      const names = entries.filter(({ isType }) => !isType).map(({ importName }) => importName);
      if (names.some(({ kind }) => kind === 'NamespaceObject'))
        throw new Error(`${path} imports ${moduleRequest.value} whole: name what it uses.`);
      return names.length
        ? { path, source: moduleRequest.value, names: names.map(({ name }) => name ?? 'default') }
        : [];
    }),
  );
}

/** The names that sources import of each package that is bundled. */
export type Vendored = ReadonlyMap<string, ReadonlySet<string>>;

export function vendoredIn(paths: readonly string[]): Vendored {
  const vendored = new Map<string, Set<string>>();
  for (const { source, names } of importsIn(paths)) {
    if (/^(\.|node:)/.test(source)) continue;
    vendored.set(source, new Set([...(vendored.get(source) ?? []), ...names]));
  }
  return vendored;
}

/** The sources that others import, and that are not among them. */
export function importedBy(paths: readonly string[]): string[] {
  const files = importsIn(paths)
    .filter(({ source }) => source.startsWith('.'))
    .map(({ path, source }) => join(dirname(path), source).replace(/\.js$/, ''));
  const own = new Set(paths.map((path) => path.replace(/\.[jt]s$/, '')));
  return [...new Set(files)].filter((file) => !own.has(file)).map((file) => `${file}.ts`);
}

const entry = 'vendor:';

/** The entries of a bundle, one for each package. */
export const vendorEntries = (vendored: Vendored): Record<string, string> =>
  Object.fromEntries([...vendored.keys()].map((name) => [name, entry + name]));

/** Gives each entry the names that are imported, so that nothing else is bundled. */
export const vendorBundle = (vendored: Vendored): Plugin => ({
  name: 'vendor-bundle',
  resolveId: (id) => (id.startsWith(entry) ? `\0${id}` : undefined),
  load(id) {
    const [, source] = id.split(`\0${entry}`);
    return source && `export { ${[...(vendored.get(source) ?? [])].sort().join(', ')} } from '${source}';`;
  },
});

/** What a module imports a file by. */
export const pathFrom = (importer: string, file: string): string =>
  relative(dirname(importer), file).split(sep).join(posix.sep);

/** The package that a module is from, for the name of its chunk. */
export const packageOf = (module = ''): string =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1]?.replace('/', '-') ?? 'runtime';

/** Lets modules import those entries, which are in `folder` beside them. */
export const vendorImports = (vendored: Vendored, folder: string): Plugin => ({
  name: 'vendor-imports',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !vendored.has(source)) return undefined;
    return { id: pathFrom(importer, `${folder}/${source}.js`), external: true };
  },
});
