/**
 * Builds the applications of this folder, each with the tools of its framework, and checks their types: with the package
 * as `npm pack` makes it, not with the sources. `node tests/frameworks/build.mjs vue next` builds two of them.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, installLocked, quietly, withArchive } from '../packed.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' });

const apps = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).workspaces.filter(
  (name) => name !== 'study',
);

async function build(name) {
  const start = performance.now();
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
  try {
    for (const script of ['check', 'build'])
      if (scripts[script]) await quietly(join(folder, name), 'npm', 'run', '--silent', script);
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(`${name} could not be built.\n${error.message}`);
    process.exitCode = 1;
  }
}

const wanted = process.argv.slice(2);
await installLocked(folder);
await withArchive((archive) => install(folder, '--no-save', archive));
// The slow ones first, so that neither core waits for one of them in the end.
const slow = ['vitepress', 'next', 'angular'];
const left = [...new Set([...slow, ...apps])].filter((name) => !wanted.length || wanted.includes(name));
const work = async () => {
  for (let name = left.shift(); name; name = left.shift()) await build(name);
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
