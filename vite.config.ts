import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { guarded } from './.ci/guarded.js';
import { thirdPartyLicenses } from './.ci/licenses.js';
import {
  importedBy,
  packageOf,
  pathFrom,
  vendorBundle,
  vendorEntries,
  vendoredIn,
  vendorImports,
} from './.ci/vendor.js';

/** Shadow styles are text to the bundler, which leaves their white space in. */
const shortStyles: Plugin = {
  name: 'short-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.ts')
      ? code.replace(/\bcss(`[^`]*`)/g, (_, styles) => styles.replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1'))
      : undefined,
};

/** What the decorators do to a field, without the helper that calls them. */
const plainProperties: Plugin = {
  name: 'plain-properties',
  enforce: 'post',
  transform(code, id) {
    if (!id.endsWith('.ts')) return undefined;
    const inner = /((?:[^()]|\([^()]*\))*)/.source;
    const decorated = `\\w+\\(\\[(?:(oneOf\\(${inner}\\)),\\s*)?property\\(${inner}\\)\\], (\\w+)\\.prototype, ("\\w+"), void 0\\)`;
    return code.replace(new RegExp(decorated, 'g'), (_, known, _words, options, element, name) => {
      const created = `${element}.createProperty(${name}${options && `, ${options}`})`;
      return known ? `${created}, ${known}(${element}.prototype, ${name})` : created;
    });
  },
};

/** What elements reckon, which is imported where they have figures to read. */
const figures =
  /\/src\/(elements\/.*\/(callout-times|downtime|drawing|factors|parts|reading-time|reckoning|shares|turns|uses)|internal\/(figures|incident-times|incident-words|durations|percentiles|turns)|languages\/en-figures)\.ts/;

/** Everything but what is imported when it is needed. */
const core =
  /@lit\/reactive-element|\/src\/(controllers\/(?!link-control\.|table-controls\.)|diagrams\/recall|events|elements\/(?!further-reading\/kinds).*\/(?!code-stops|explanation|law-controls|law-names|row-controls)|internal\/(?!adopted-rules|align-numbers|cell-addresses|chains|clipboard|copied-selection|contradictions|data-items|data-node|drawing-parts|drawn-marks|mistakes|numeric-columns|shown-data|sort-keys|spanned-tables|stated-times|table-text|time-units|units|written-dates)|languages\/en\.|styles)/;

/** Mermaid's chunk needs the bundler's helpers; asked for with the drawing code, they do not come one round later. */
const earlyHelpers: Plugin = {
  name: 'early-helpers',
  renderChunk(code, { name }, _options, { chunks }) {
    const helpers = Object.values(chunks).find((chunk) => chunk.name === 'rolldown-runtime');
    return name === 'draw' && helpers ? `import './${basename(helpers.fileName)}';\n${code}` : undefined;
  },
};

/** What Mermaid does otherwise in the script for a `<script>` tag: in which of its files, what it says and what instead. */
const corrections: [RegExp, string, string][] = [
  // Rules as markup are refused by a page that requires Trusted Types; as text they are the same:
  // https://html.spec.whatwg.org/multipage/semantics.html#update-a-style-block
  [/\/mermaid\.core\.mjs$/, 'style1.innerHTML = rules', 'style1.textContent = rules'],
  // The node that it has just appended to the page, rather than one of the author's that has its id.
  [
    /\/(architectureDiagram|cose-bilkent)-\w+\.mjs$/,
    'container: document.getElementById("cy")',
    'container: [...document.querySelectorAll("#cy")].at(-1)',
  ],
  // Commands have no browser to ask whether a box of a sequence begins with a colour; for its syntax it makes no difference.
  [/\/sequenceDiagram-\w+\.mjs$/, 'window?.CSS', 'globalThis.CSS || typeof Option === "undefined"'],
  [
    /\/sequenceDiagram-\w+\.mjs$/,
    '!window.CSS.supports("color", color)',
    'globalThis.CSS?.supports("color", color) === false',
  ],
];

const correctedMermaid: Plugin = {
  name: 'corrected-mermaid',
  transform: (code, id) =>
    corrections.reduce<string | undefined>((done, [file, before, after]) => {
      if (!file.test(id)) return done;
      if (!code.includes(before)) throw new Error(`Mermaid has no "${before}" any more: see what it does now.`);
      return (done ?? code).replace(before, after);
    }, undefined),
};

/** Mermaid by a name that stays, for bundlers and commands: what the elements import when they need it. */
const mermaidEntry: Plugin = {
  name: 'mermaid-entry',
  generateBundle(_options, bundle) {
    const code = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.code : ''));
    const found = /import\(`\.\/(mermaid-[\w-]+\.js)`\)\.then\((\w+)=>\2\.(\w+)\)/.exec(code.join('\n'));
    if (!found) throw new Error('No module imports Mermaid as it used to: see what the bundler writes now.');
    const [, file, , name] = found;
    const source = `import { ${name} as bundle } from './chunks/${file}';\nexport default bundle.default;\n`;
    this.emitFile({ type: 'asset', fileName: 'mermaid.js', source });
  },
};

const bundledMermaid = /\/mermaid-bundle\.js$/;

/** Bundlers and commands take Mermaid from where it is for a script tag. */
const prebuiltMermaid: Plugin = {
  name: 'prebuilt-mermaid',
  enforce: 'pre',
  resolveId: (id, importer) =>
    importer && bundledMermaid.test(id) ? { id: pathFrom(importer, 'src/cdn/mermaid.js'), external: true } : undefined,
};

/**
 * ELK is a program of 1.5 MB that a compiler has made of Java. To find what of it is not used, Rollup follows every call, for a
 * minute; what stands in a `try` it takes as used: https://rollupjs.org/configuration-options/#treeshake-trycatchdeoptimization
 */
const wholeElk: Plugin = {
  name: 'whole-elk',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const [elk, ...others] = Object.values(bundle).filter(({ fileName }) => /\/elk-[\w-]+\.js$/.test(fileName));
    if (elk?.type !== 'chunk' || others.length) throw new Error('ELK is not in one file of its own.');
    const [, imports = '', body, local, exported] =
      /^\s*((?:import[^;]+;)+)(.*)export\{([\w$]+) as ([\w$]+)\};?\s*$/s.exec(elk.code) ?? [];
    if (!body) throw new Error('ELK does not export one function.');
    elk.code = `${imports}let ${exported};try{${body};${exported}=${local}}finally{}export{${exported}};`;
  },
};

const later = /\/(diagrams|explanation|row-controls)/;

const licenses = 'THIRD-PARTY-LICENSES.txt';

/** What a page loads with one script tag: every element, and beside it, loaded when needed, Mermaid and the styles. */
const cdn: UserConfig = {
  plugins: [
    ...[shortStyles, plainProperties, earlyHelpers, correctedMermaid, mermaidEntry, wholeElk],
    thirdPartyLicenses(licenses),
  ],
  define: {
    'process.env.NODE_ENV': '"production"',
    // Of other surroundings than a browser. Next.js' bundler looks for what an AMD loader would load, and Parcel for
    // packages that stand in for Node's own.
    'define.amd': 'false',
    process: 'undefined',
    Buffer: 'undefined',
  },
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
        // In what every page loads, it would take room.
        postBanner: ({ name }) => (name === 'mermaid' ? `/*! Licences: ../${licenses} */` : ''),
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What a page without the stylesheet asks for; what comes with a part that is imported later stays with it.
            { name: 'styles', test: (id) => /\.css/.test(id) && !later.test(id) },
            // What every flowchart needs, in one request rather than in twenty that wait for each other.
            { name: 'mermaid', test: /mermaid-bundle\.ts$|mermaid\.core\.mjs$|\/(flowDiagram|dagre)-[A-Z0-9]+\.mjs$/ },
            // One file for all that every page needs. Were it the entry itself, chunks would import the entry, and a page
            // that loads that with a query (`deepdive.js?v=2`) would get it twice.
            { name: 'core', test: (id) => core.test(id) && !figures.test(id) },
            // What sorts long tables reads them, too.
            { name: 'quantities', test: /\/src\/internal\/(figures|time-units|units)\.ts/ },
            { name: 'figures', test: (id) => figures.test(id) },
            // What a reader uses of any page, and no diagram with it.
            {
              name: 'controls',
              test: /\/src\/(controllers\/(link|table)-controls?|internal\/(cell-addresses|clipboard)|languages\/en-controls)\.ts/,
            },
            { name: 'law-controls', test: /\/law-(controls|names)\.ts/ },
            // With what it shares with parts that come later.
            {
              name: 'view',
              test: /\/src\/(diagrams\/(view|icon|parse|clean|harmless|kept-drawing|message-of)|internal\/drawing-parts|languages\/en-diagrams)\.ts/,
            },
          ],
        },
      },
    },
  },
};

/** A script in one file would be mostly Mermaid: without it, diagrams are drawn when the page is built. */
const withoutMermaid: Plugin = {
  name: 'without-mermaid',
  enforce: 'pre',
  resolveId: (id) => (bundledMermaid.test(id) ? '\0mermaid' : undefined),
  load(id) {
    const words = 'A page in one file has none. Build it with --draw.';
    return id === '\0mermaid' ? `export default { get initialize() { throw new Error('${words}'); } };` : undefined;
  },
};

/** The same in one file, for pages that carry it. */
const inline: UserConfig = {
  plugins: [shortStyles, plainProperties, withoutMermaid],
  define: cdn.define,
  build: {
    ...cdn.build,
    emptyOutDir: false,
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: 'deepdive.inline.js',
        codeSplitting: false,
        postBanner: `/*! Licences: https://cdn.jsdelivr.net/npm/deepdive-elements/dist/cdn/${licenses} */`,
      },
    },
  },
};

/** The commands, the plugins, and what draws. */
const nodeSources = globSync('src/{node,unified}/**/*.{js,ts}', { exclude: ['src/node/site/browser/**'] });

/**
 * What elements share with the parts that are imported when they are needed. A bundler makes a file of each set of modules
 * that an entry and such parts have in common; from one module it makes one file.
 */
const shared =
  /\/src\/(internal\/(data-content|fragment|own|percent|read|roots|styles|tables|text|translations|urls|warn)|languages\/en)\.ts$/;

/** Our own modules, and none that is only types. What elements share is one to one, too, where the commands need it. */
const entries = [
  ...globSync('src/**/*.ts', {
    exclude: [
      'src/{node,unified,types}/**',
      'src/**/*.d.ts',
      'src/languages/translation.ts',
      'src/diagrams/mermaid-bundle.ts',
    ],
  }).filter((path) => !shared.test(`/${path}`)),
  ...importedBy(nodeSources),
];

/** What a bundler reads: the sources as JavaScript, one to one but for what they share, and the stylesheet. */
const modules: UserConfig = {
  plugins: [shortStyles, plainProperties, prebuiltMermaid],
  build: {
    target: 'es2022',
    cssTarget: 'esnext',
    minify: false,
    cssMinify: true,
    lib: {
      entry: Object.fromEntries(entries.map((path) => [path.slice(4, -3), path])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^@lit(-labs)?\//, '@panzoom/panzoom'],
      // A module whose constant was written into another would still be imported there, for nothing: esbuild warns of it.
      optimization: { inlineConst: false },
      preserveEntrySignatures: 'allow-extension',
      output: {
        minifyInternalExports: false,
        entryFileNames: '[name].js',
        // A stylesheet imported as text becomes a module beside the element's own.
        chunkFileNames: ({ moduleIds: [id = ''], name }) => {
          const [, path] = /\/src\/(.*\.css)/.exec(id) ?? [];
          return `${path ?? `internal/${name}`}.js`;
        },
        codeSplitting: { groups: [{ name: 'shared', test: (id) => shared.test(id) }] },
      },
    },
  },
};

/** The packages that these need are bundled beside them. */
const vendored = vendoredIn(nodeSources);

/** What these share with the elements is built with those. */
const sharedModules: Plugin = {
  name: 'shared-modules',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return undefined;
    const isOwn = /\/src\/(node|unified)\//.test(new URL(source, pathToFileURL(importer)).pathname);
    return isOwn ? undefined : { id: source, external: true };
  },
};

/** One to one, too: workers are found by the names of their files, and a stack says where something is. */
const node: UserConfig = {
  plugins: [vendorImports(vendored, 'src/vendor'), prebuiltMermaid, sharedModules],
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    emptyOutDir: false,
    rolldownOptions: {
      input: nodeSources,
      output: { comments: false, entryFileNames: '[name].js', preserveModules: true, preserveModulesRoot: 'src' },
    },
  },
};

/** The packages that they need, so that nobody has to install those for the tags alone. */
const vendor: UserConfig = {
  plugins: [vendorBundle(vendored), thirdPartyLicenses(licenses)],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/vendor',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: vendorEntries(vendored),
      output: {
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: ({ moduleIds }) => `chunks/${packageOf(moduleIds[0])}.js`,
      },
    },
  },
};

/** The rules as a script adopts them, which does not know the page's other sheets; those that are linked are plain but one. */
const adopted = /\/src\/(deepdive\.guarded|elements\/.*|styles\/.*)\.css$/;
const linked = /\/src\/deepdive\.guarded\.css$/;

/** A sheet that does not say how it is encoded is read as its page is. */
const ascii: Plugin = {
  name: 'ascii',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
      asset.source = String(asset.source).replace(
        /[^\0-\x7f]/gu,
        (character) => `\\${character.codePointAt(0)!.toString(16)} `,
      );
    }
  },
};

/**
 * The stylesheet; the same by parts, what elements share and each one's own; the themes; and what the sites that
 * `deepdive build` makes have besides.
 */
const stylesheet: UserConfig = {
  plugins: [ascii],
  build: {
    cssTarget: 'esnext',
    emptyOutDir: false,
    rolldownOptions: {
      input: [
        'src/deepdive.css',
        'src/deepdive.guarded.css',
        'src/styles/base.css',
        ...globSync('src/elements/*/*.css').filter((path) => /([a-z-]+)\/\1\.css$/.test(path)),
        ...globSync('src/themes/*.css'),
        'src/node/site/browser/site.css',
      ],
      output: {
        assetFileNames: ({ originalFileNames: [path = ''] }) => {
          const [, folder = ''] = /^src\/(elements|themes\/|node\/.*\/|styles\/)/.exec(path) ?? [];
          return folder.replace('elements', 'styles/') + basename(path);
        },
      },
    },
  },
};

/** `vite build`, and the same with `--mode cdn`, `inline`, `stylesheet`, `node` and `vendor`. */
export default defineConfig(({ mode }) => ({
  css: { postcss: { plugins: [guarded(mode === 'stylesheet' ? linked : adopted)] } },
  ...({ cdn, inline, node, stylesheet, vendor }[mode] ?? modules),
}));
