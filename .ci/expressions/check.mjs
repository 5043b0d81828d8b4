/**
 * Checks every regular expression in `src`: none may take more than linear time but those in `exceptions.mjs`, and none
 * may be built of what is only known at run time.
 */
import { globSync } from 'node:fs';
import { backtrackingOf } from './backtracking.mjs';
import { exceptions } from './exceptions.mjs';
import { findExpressions } from './find.mjs';

const paths = globSync('src/**/*.{ts,js}')
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const expressions = findExpressions(paths);
const growths = new Map();
const growthOf = ({ source, flags }) => {
  const key = `/${source}/${flags}`;
  if (!growths.has(key)) growths.set(key, backtrackingOf(source, flags));
  return growths.get(key);
};

const mistakes = [];
const unused = new Set(
  Object.entries(exceptions).flatMap(([path, texts]) => Object.keys(texts).map((text) => `${path}: ${text}`)),
);
let excepted = 0;
for (const expression of expressions) {
  const { path, line, text, source } = expression;
  const place = `${path}:${line}: ${text}`;
  if (source === undefined) {
    mistakes.push(
      `${place}\n  is built at run time. Build it of constants where its module begins, or compare strings.`,
    );
    continue;
  }
  const found = growthOf(expression);
  if (!found) continue;
  if (exceptions[path]?.[text]) {
    unused.delete(`${path}: ${text}`);
    excepted++;
    continue;
  }
  const pump = JSON.stringify(found.pump);
  mistakes.push(`${place}\n  takes ${found.growth} time where ${pump} is repeated. Leave it one way to match.`);
}
for (const one of unused) mistakes.push(`${one}\n  needs no exception. Remove it from exceptions.mjs.`);

console.log(`${expressions.length} regular expressions, ${growths.size} of them different:`);
console.log(`  ${expressions.length - excepted - mistakes.length} take linear time`);
console.log(`  ${excepted} are exceptions`);
for (const [path, texts] of Object.entries(exceptions)) {
  for (const [text, reason] of Object.entries(texts)) console.log(`    ${path}: ${text}\n      ${reason}`);
}
if (mistakes.length) {
  console.error(`  ${mistakes.length} are wrong:\n\n${mistakes.join('\n')}`);
  process.exitCode = 1;
}
