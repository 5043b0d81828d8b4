/** The frameworks that take over a page of a server's, each as one script that renders a tree and hydrates it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const folder = fileURLToPath(new URL('.', import.meta.url));

const svelte = (dev) => ({
  name: 'svelte',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.svelte(\?server)?$/ }, ({ path, namespace }) => ({
      path: `${folder}${path.replace('?server', '')}`,
      // What a component for the server imports is for the server, too.
      namespace: /\?server$/.test(path) || namespace === 'server' ? 'server' : 'client',
    }));
    for (const generate of ['server', 'client'])
      onLoad({ filter: /\.svelte$/, namespace: generate }, async ({ path }) => ({
        contents: compile(await readFile(path, 'utf8'), { generate, dev, filename: path }).js.code,
        resolveDir: folder,
      }));
  },
});

const bundles = new Map();

/** @param name such as `react.development` */
export function hydrationBundle(name) {
  if (!bundles.has(name)) bundles.set(name, bundleOf(...name.split('.')));
  return bundles.get(name);
}

async function bundleOf(framework, mode) {
  const { outputFiles } = await build({
    entryPoints: [`${folder}${framework}.js`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', mode],
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    logLevel: 'warning',
    plugins: [svelte(mode === 'development')],
  });
  return outputFiles[0].text;
}
