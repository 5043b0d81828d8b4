/**
 * Each bundler with the shortest usual configuration: takes the pages of a folder, and writes them to its `dist`. Those that
 * are slow to minify Mermaid do not. `node bundlers.mjs Vite some/folder index about`, since Parcel stands still where a test
 * runner has started Node.
 */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import esbuild from 'esbuild';

const { resolve } = createRequire(import.meta.url);

/** For those that bundle scripts and leave the pages to others. */
const copyPages = (folder, pages) => {
  for (const page of pages) copyFileSync(join(folder, `${page}.html`), join(folder, 'dist', `${page}.html`));
};
const pathsOf = (folder, pages, extension) => pages.map((page) => join(folder, `${page}.${extension}`));

const bundlers = {
  async Vite(folder, pages) {
    const { build } = await import('vite');
    await build({
      root: folder,
      configFile: false,
      logLevel: 'warn',
      build: { rolldownOptions: { input: pathsOf(folder, pages, 'html') } },
    });
  },

  async webpack(folder, pages) {
    const { default: webpack } = await import('webpack');
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: Object.fromEntries(pages.map((page) => [page, `./${page}.js`])),
      output: { path: join(folder, 'dist') },
      module: { rules: [{ test: /\.css$/, use: [resolve('style-loader'), resolve('css-loader')] }] },
      optimization: { minimize: false },
      performance: { hints: false },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    await promisify(compiler.close.bind(compiler))();
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    const [said] = [...errors, ...warnings];
    if (said) throw new Error(said.message);
    copyPages(folder, pages);
  },

  async Rollup(folder, pages) {
    const [{ rollup }, { nodeResolve }, { default: css }] = await Promise.all([
      import('rollup'),
      import('@rollup/plugin-node-resolve'),
      import('rollup-plugin-import-css'),
    ]);
    const bundle = await rollup({
      input: pathsOf(folder, pages, 'js'),
      plugins: [
        nodeResolve({ browser: true }),
        css({ output: 'every.css' }),
        // Rollup takes a minute and more to look for what it could leave out of Mermaid, which is minified: see “Start here”.
        { name: 'mermaid', transform: (_, id) => (/\/cdn\//.test(id) ? { moduleSideEffects: 'no-treeshake' } : null) },
      ],
      onwarn: ({ message }) => {
        throw new Error(message);
      },
    });
    await bundle.write({ dir: join(folder, 'dist'), format: 'es' });
    await bundle.close();
    copyPages(folder, pages);
  },

  async esbuild(folder, pages) {
    // One by one: what one page needs of a module, esbuild leaves in it for the others.
    for (const page of pages) {
      const { warnings } = await esbuild.build({
        absWorkingDir: folder,
        entryPoints: [`${page}.js`],
        bundle: true,
        splitting: true,
        minify: true,
        format: 'esm',
        outdir: 'dist',
        logLevel: 'silent',
      });
      if (warnings.length) throw new Error(warnings[0].text);
    }
    copyPages(folder, pages);
  },

  async Parcel(folder, pages) {
    const { Parcel } = await import('@parcel/core');
    const parcel = new Parcel({
      entries: pathsOf(folder, pages, 'html'),
      defaultConfig: resolve('@parcel/config-default'),
      mode: 'production',
      defaultTargetOptions: {
        distDir: join(folder, 'dist'),
        publicUrl: './',
        shouldOptimize: false,
        sourceMaps: false,
      },
      cacheDir: join(folder, '.parcel-cache'),
    });
    await parcel.run();
  },
};

const [name, folder, ...pages] = process.argv.slice(2);
await bundlers[name](folder, pages);
