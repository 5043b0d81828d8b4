// cspell:ignore outbase
/**
 * The tests as a few files: a page that asks for one of them would otherwise ask for it, and for all that it imports, module by
 * module, some hundred requests in each engine.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the server of the tests makes itself, and a second copy of a module (`?fresh`), stay imports. */
const served = { name: 'served', setup: ({ onResolve }) => onResolve({ filter: /^\/|\?fresh$/ }, isServed) };
const isServed = ({ path, kind }) => (kind === 'entry-point' ? undefined : { path, external: true });

/** Rules and markup as text, as Vite offers them. */
const texts = {
  name: 'texts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?(raw|inline)$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.split('?')[0]),
      namespace: 'text',
    }));
    onLoad({ filter: /.*/, namespace: 'text' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** A matcher of `@open-wc/testing` that no test uses: with it, each page would read all of axe, two megabytes. */
const withoutMatcher = {
  name: 'without-matcher',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chai-a11y-axe$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export const chaiA11yAxe = () => {};' }));
  },
};

/** Modules that are made as they are asked for, by the path that tests import. */
const made = (modules) => ({
  name: 'made',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\// }, ({ path }) => (modules[path] ? { path, namespace: 'made' } : undefined));
    onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: modules[path](), resolveDir: root }));
  },
});

/**
 * A plugin for the test runner. With `--watch`, which has to see each file, modules are served one by one.
 * @param files of tests, by their paths from the project's folder
 * @param modules the code of each module that is made, by the path that tests import
 */
export async function bundledTests(files, modules) {
  const bundle = process.argv.includes('--watch') ? new Map() : await bundled(files, modules);
  return {
    name: 'bundled-tests',
    serve({ path }) {
      const body = bundle.get(path.replace(/\.ts$/, '.js')) ?? modules[path]?.();
      return body && { body, type: 'js' };
    },
  };
}

/** The code of each file, by its path on the server. */
async function bundled(files, modules) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: root,
    outdir: root,
    chunkNames: 'bundled/[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'production'],
    mainFields: ['browser', 'module', 'main'],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [made(modules), served, texts, withoutMatcher],
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${path.slice(root.length)}`, text]));
}
