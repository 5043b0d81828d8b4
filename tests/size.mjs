/**
 * The budget: what a page downloads, minified and gzipped, Lit included and Mermaid not. Measures what `npm run build`
 * has made; fails where something has grown over its limit, or where the table in README.md says something else.
 * `--readme` writes the table.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundled } from './bundler.mjs';
import { root } from './packed.mjs';

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
  const script = tags.map((tag) => `import './dist/elements/${tag}/${tag}.define.js';`).join('\n');
  const files = await bundled(script, root);
  return { size: initialSize('script.js', (name) => files.get(name)), code: [...files.values()].join('') };
}

const cdn = (path) => readFileSync(path, 'utf8');
const everyElement = initialSize('dist/cdn/deepdive.js', cdn);
const everyRule = gzipped(readFileSync('dist/deepdive.css'));
const guardedRules = gzipped(readFileSync('dist/deepdive.guarded.css'));
const rows = [
  ['every element (dist/cdn/deepdive.js)', everyElement, 20 * kB],
  ['every rule (dist/deepdive.css)', everyRule, 11.25 * kB],
  ['every rule, guarded (dist/deepdive.guarded.css)', guardedRules, 11.75 * kB],
];
// Not in the sum above, since most pages never ask for them.
const onDemand = new Map();
/** With what each brings along. Controls come in every page that a reader uses, the rest where there is something for it. */
const limits = { controls: 3.25 * kB, 'law-controls': 4.25 * kB, 'row-controls': 10 * kB, 'copied-selection': 2 * kB };
for (const name of [
  ...['controls', 'law-controls', 'row-controls', 'explanation', 'figures', 'shown-data', 'copied-selection'],
  ...['chains', 'mistakes', 'contradictions', 'to-markdown'],
]) {
  const [file] = globSync(`dist/cdn/chunks/${name}-*.js`);
  const loaded = new Set();
  initialSize('dist/cdn/deepdive.js', cdn, loaded);
  onDemand.set(name, initialSize(file, cdn, loaded));
  rows.push([`on demand: ${name}`, onDemand.get(name), limits[name]]);
}

const all = globSync('dist/elements/*/*.define.js').map((path) => basename(dirname(path)));
const five = ['quick-facts', 'law-table', 'incident-callout', 'pattern-card', 'card-grid'];
const { size, code } = await bundle(...five);
rows.push([`five elements (${five.join(', ')})`, size]);
const rulesOf = (...tags) => gzipped(['base', ...tags].map((name) => readFileSync(`dist/styles/${name}.css`)).join(''));
const fiveRules = rulesOf(...five);
rows.push(['the rules of these five (dist/styles/base.css and one sheet each)', fiveRules, 5.5 * kB]);
const registered = all.filter((tag) => new RegExp(`["'\`]${tag}["'\`]\\s*,\\s*(?:class\\b|[\\w$]+\\))`).test(code));
if (registered.sort().join() !== five.sort().join()) {
  console.error(`A page that imports ${five} ships ${registered}.`);
  process.exitCode = 1;
}
const alone = new Map();
for (const tag of all.sort()) {
  alone.set(tag, (await bundle(tag)).size);
  rows.push([`${tag} alone`, alone.get(tag), 10 * kB]);
}

for (const [name, size, limit = Number.POSITIVE_INFINITY] of rows) {
  const budget = limit < Number.POSITIVE_INFINITY ? ` of ${limit / kB} kB` : '';
  console.log(`${size > limit ? '✘' : '✔'} ${name.padEnd(86)} ${(size / kB).toFixed(2).padStart(6)} kB${budget}`);
}
if (rows.some(([, size, limit]) => size > limit)) process.exitCode = 1;

/** The table for README.md. */
function table() {
  const inKB = (size) => (size / kB).toFixed(1);
  const loaded = {
    controls: 'links to parts, and the buttons of tables',
    'law-controls': 'laws marked, and the button that explains them',
    'shown-data': '`rows`, `facts`, `events` or `percentiles` as a property',
    'row-controls': 'sorting and filtering of long tables',
    figures: 'times, latencies, shares and growth reckoned',
    explanation: 'a law explained',
    'copied-selection': 'what a reader selects, as plain HTML for the clipboard',
    'to-markdown': 'a case study as Markdown',
    chains: 'stages written as a chain',
    mistakes: 'a warning for authors',
    contradictions: 'an incident’s prose compared with its timeline',
  };
  const lines = [
    ['A page downloads', 'kB'],
    ['---', '--:'],
    [`all ${all.length} elements`, inKB(everyElement)],
    [`five: ${five.map((tag) => `\`${tag}\``).join(', ')}`, inKB(size)],
    ...[...alone].map(([tag, one]) => [`\`${tag}\` alone`, inKB(one)]),
    ['the stylesheet, for all of them', inKB(everyRule)],
    ['the guarded stylesheet instead', inKB(guardedRules)],
    ['instead, the sheets of the five elements', inKB(fiveRules)],
    ...[...onDemand].map(([name, one]) => [`when it is needed: ${loaded[name]}`, inKB(one)]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const readme = readFileSync('README.md', 'utf8');
const written = readme.replace(
  /(<!-- sizes -->\n).*?(\n<!-- \/sizes -->)/s,
  (_, start, end) => `${start}\n${table()}\n${end}`,
);
if (process.argv.includes('--readme')) {
  writeFileSync('README.md', written);
} else if (written !== readme) {
  console.error('The sizes in README.md are out of date: `npm run size -- --readme` writes them.');
  process.exitCode = 1;
}
