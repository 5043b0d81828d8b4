/**
 * The budget: what a page downloads, minified and gzipped, Lit included and Mermaid not. Measures what `npm run build`
 * has made; fails where something has grown over its limit.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const kB = 1000;
const gzipped = (content) => gzipSync(content, { level: 9 }).length;

/** What a module downloads at once: itself and what it imports statically, by `read`. Chunks loaded later do not count. */
function initialSize(name, read, seen = new Set()) {
  if (seen.has(name)) return 0;
  seen.add(name);
  const code = read(name);
  const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)];
  return imports.reduce((sum, [, path]) => sum + initialSize(join(dirname(name), path), read, seen), gzipped(code));
}

/** Elements as a bundler ships them; rules, drawing code and what else is loaded when needed are chunks of their own. */
async function bundle(...tags) {
  const { outputFiles } = await build({
    stdin: {
      contents: tags.map((tag) => `import './dist/elements/${tag}/${tag}.define.js';`).join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    external: ['mermaid'],
  });
  const files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return { size: initialSize('stdin.js', (name) => files.get(name)), code: [...files.values()].join('') };
}

const cdn = (path) => readFileSync(path, 'utf8');
const rows = [
  ['every element (dist/cdn/deepdive.js)', initialSize('dist/cdn/deepdive.js', cdn), 24.5 * kB],
  ['every rule (dist/deepdive.css)', gzipped(readFileSync('dist/deepdive.css')), 12.5 * kB],
];
// Not in the sum above, since most pages never ask for them.
for (const name of ['row-controls', 'explanation', 'chains', 'contradictions', 'to-markdown']) {
  const [file] = globSync(`dist/cdn/chunks/${name}-*.js`);
  rows.push([`on demand: ${name}`, gzipped(readFileSync(file))]);
}

const all = globSync('dist/elements/*/*.define.js').map((path) => basename(dirname(path)));
const five = ['quick-facts', 'law-table', 'incident-callout', 'pattern-card', 'card-grid'];
const { size, code } = await bundle(...five);
rows.push([`five elements (${five.join(', ')})`, size]);
const registered = all.filter((tag) => new RegExp(`["'\`]${tag}["'\`]\\s*,\\s*[\\w$]+\\)`).test(code));
if (registered.sort().join() !== five.sort().join()) {
  console.error(`A page that imports ${five} ships ${registered}.`);
  process.exitCode = 1;
}
for (const tag of all.sort()) rows.push([`${tag} alone`, (await bundle(tag)).size, 11 * kB]);

for (const [name, size, limit = Number.POSITIVE_INFINITY] of rows) {
  const budget = limit < Number.POSITIVE_INFINITY ? ` of ${limit / kB} kB` : '';
  console.log(`${size > limit ? '✘' : '✔'} ${name.padEnd(86)} ${(size / kB).toFixed(2).padStart(6)} kB${budget}`);
}
if (rows.some(([, size, limit]) => size > limit)) process.exitCode = 1;
