/**
 * Checks every property, value, selector and at-rule of the style sheets in `src`, and what its scripts ask of a browser,
 * against what browsers have had since when: the oldest that README.md names have all of it, but for `exceptions.mjs`.
 */
import { globSync, readFileSync } from 'node:fs';
import { lacking, oldestVersions } from './data.mjs';
import { exceptions } from './exceptions.mjs';
import { usesOfScripts } from './scripts.mjs';
import { usesOfStyles } from './styles.mjs';

const oldest = oldestVersions(readFileSync('README.md', 'utf8'));
const sheets = globSync('src/**/*.css')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const uses = [
  ...sheets.flatMap((path) => usesOfStyles(readFileSync(path, 'utf8')).map((use) => ({ path, ...use }))),
  ...usesOfScripts(['src/tsconfig.json', 'src/node/site/browser/tsconfig.json'], oldest),
];

const unused = new Set(
  exceptions.flatMap(({ ids, files = [''] }) => ids.flatMap((id) => files.map((file) => `${id} ${file}`))),
);
const mistakes = new Set();
for (const { path, line, text, id, prefixes, property, fault } of uses) {
  const without = fault ? [] : lacking(id, oldest, prefixes, property);
  if (!fault && !without.length) continue;
  let isExcepted = false;
  for (const { ids, files = [''] } of exceptions) {
    const known = ids.find((one) => id === one || id.startsWith(`${one}.`));
    const file = files.find((one) => path.startsWith(one));
    if (known === undefined || file === undefined) continue;
    unused.delete(`${known} ${file}`);
    isExcepted = true;
  }
  if (isExcepted) continue;
  mistakes.add(`${path}:${line}: ${text}\n  ${fault ?? `is not in ${without.join(', ')}.`} ${id}`);
}
for (const one of unused) mistakes.add(`${one.trim()}\n  needs no exception. Remove it from exceptions.mjs.`);

console.log(`${uses.length} uses of ${new Set(uses.map(({ id }) => id)).size} features of browsers:`);
console.log(`  all are in those that README.md names, but for ${exceptions.length} exceptions`);
for (const { ids, without } of exceptions) console.log(`    ${ids.join(', ')}\n      ${without}`);
if (mistakes.size) {
  console.error(`  ${mistakes.size} are wrong:\n\n${[...mistakes].join('\n')}`);
  process.exitCode = 1;
}
