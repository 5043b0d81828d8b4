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

/** An element as a bundler ships it; its rules and the drawing code are chunks of their own, loaded when needed. */
async function elementSize(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
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
  return initialSize(basename(entry), (name) => files.get(name));
}

const rows = [
  [
    'every element (dist/cdn/deepdive.js)',
    initialSize('dist/cdn/deepdive.js', (path) => readFileSync(path, 'utf8')),
    12 * kB,
  ],
  ['every rule (dist/deepdive.css)', gzipped(readFileSync('dist/deepdive.css')), 6 * kB],
];
for (const entry of globSync('dist/elements/*/*.define.js').sort()) {
  rows.push([`${basename(dirname(entry))} alone`, await elementSize(entry), 8 * kB]);
}

for (const [name, size, limit] of rows) {
  console.log(
    `${size > limit ? '✘' : '✔'} ${name.padEnd(40)} ${(size / kB).toFixed(2).padStart(6)} kB of ${limit / kB} kB`,
  );
}
if (rows.some(([, size, limit]) => size > limit)) process.exit(1);
