import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const addressOf = (file) => `/${relative(root, file).replaceAll(sep, '/')}`;

/**
 * Serves each test with all that it imports in a few files, instead of two hundred: loading those took half the time of a
 * run. Pages that a test opens by itself get their modules one by one.
 * @param {Record<string, () => string>} made sources of modules that are no files, by their addresses
 * @returns a middleware of the test runner's server
 */
export function bundledTests(made) {
  /** @type {Promise<Map<string, string>> | undefined} */
  let bundling;
  return async (context, next) => {
    const { path } = context;
    const isTest = path.endsWith('.test.ts');
    if (isTest) bundling ??= bundle(made);
    const body = (await bundling)?.get(path.replace(/\.test\.ts$/, '.test.js'));
    if (!body) return next();
    context.type = path.endsWith('.map') ? 'json' : 'js';
    context.body = body;
  };
}

async function bundle(made) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: globSync('tests/**/*.test.ts', { cwd: root, exclude: (path) => basename(path) === 'node_modules' }),
    outdir: root,
    outbase: root,
    chunkNames: 'tests/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    sourcemap: 'linked',
    conditions: ['browser', 'production'],
    write: false,
    logLevel: 'error',
    plugins: [resolvedAsServed(made)],
  });
  return new Map(outputFiles.map(({ path, text }) => [addressOf(path), text]));
}

const resolvedAsServed = (made) => ({
  name: 'resolved-as-served',
  setup({ onResolve, onLoad, resolve }) {
    const fileOf = async ({ path, kind, importer, resolveDir }) => {
      const { path: file, errors } = await resolve(path.replace(/\?.*/, ''), { kind, importer, resolveDir });
      return { path: file, errors };
    };
    // As text, the way Vite offers it.
    onResolve({ filter: /\?(raw|inline)$/ }, async (asked) => ({ ...(await fileOf(asked)), namespace: 'text' }));
    onLoad({ filter: /./, namespace: 'text' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
    // A copy of its own.
    onResolve({ filter: /\?fresh$/ }, async (asked) => {
      const { path, errors } = await fileOf(asked);
      return { path: `${addressOf(path)}?fresh`, errors, external: true };
    });
    onResolve({ filter: /^\// }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      return made[path] ? { path, namespace: 'made' } : { path, external: true };
    });
    onLoad({ filter: /./, namespace: 'made' }, ({ path }) => ({
      contents: made[path](),
      resolveDir: root,
      loader: 'js',
    }));
    // Has a bundle of its own.
    onResolve({ filter: /^mermaid$/ }, () => ({
      path: '/node_modules/mermaid/dist/mermaid.esm.min.mjs',
      external: true,
    }));
  },
});
