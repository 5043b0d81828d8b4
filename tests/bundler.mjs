/** Scripts as a bundler ships them: what the sizes and the benchmarks measure. */
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles imports with Vite: as a library, so that what Vite adds to an application of its own is not counted, with the files
 * that an application would have.
 * @param script the imports
 * @param folder where packages are looked for
 * @returns the code of each file, by its name; the first that a page loads is `script.js`
 */
export async function bundled(script, folder, { minify = true } = {}) {
  const entry = join(folder, 'bundled-script.js');
  const [{ output }] = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? script : undefined),
      },
    ],
    build: {
      write: false,
      minify,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'script' },
      rolldownOptions: {
        preserveEntrySignatures: false,
        // What draws, which the elements import when there is a diagram to draw.
        external: /\/cdn\/mermaid\.js$/,
        output: { minify, chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return new Map(output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [fileName, code]));
}
