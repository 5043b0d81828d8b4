import { globSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

/** What a page loads with one script tag: every element, and beside it, loaded when needed, Mermaid and the styles. */
const cdn: UserConfig = {
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    cssTarget: 'esnext',
    minify: true,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    lib: { entry: 'src/define.ts', formats: ['es'], fileName: 'deepdive' },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: 'deepdive.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'styles', test: /\.css/ }] },
      },
    },
  },
};

/** What a bundler reads: the sources one to one as JavaScript, and the stylesheet. */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    cssTarget: 'esnext',
    minify: false,
    cssMinify: true,
    lib: { entry: ['src/define.ts', 'src/index.ts', ...globSync('src/elements/*/*.define.ts')], formats: ['es'] },
    rolldownOptions: {
      external: [/^lit/, /^@lit\//, 'mermaid'],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // A stylesheet imported as text becomes a module beside the element's own.
        entryFileNames: ({ facadeModuleId }) => (facadeModuleId?.includes('.css') ? '[name].css.js' : '[name].js'),
      },
    },
  },
};

const stylesheet: UserConfig = {
  build: {
    cssTarget: 'esnext',
    emptyOutDir: false,
    rolldownOptions: { input: 'src/deepdive.css', output: { assetFileNames: '[name][extname]' } },
  },
};

/** `vite build`, and the same with `--mode cdn` and `--mode stylesheet`. */
export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn : mode === 'stylesheet' ? stylesheet : modules));
