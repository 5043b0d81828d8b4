/**
 * Builds the applications of this folder, each with the tools of its framework, and checks their types: with the package
 * as `npm pack` makes it, not with the sources. `node tests/frameworks/build.mjs vue next` builds two of them.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('.', import.meta.url));
const run = promisify(execFile);
// npm looks for the project's Node, which is newer than the machine's may be.
const env = {
  ...process.env,
  PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
  CI: 'true',
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs a command, and says all that it said only where it fails. */
async function quietly(cwd, command, ...args) {
  try {
    return (await run(command, args, { cwd, env, maxBuffer: 1e8, shell: process.platform === 'win32' })).stdout;
  } catch ({ stdout, stderr }) {
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

export const apps = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).workspaces.filter(
  (name) => name !== 'study',
);

async function install() {
  const changedAt = (path) => (existsSync(join(folder, path)) ? statSync(join(folder, path)).mtimeMs : 0);
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json'))
    await quietly(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  const packed = mkdtempSync(join(tmpdir(), 'deepdive-'));
  try {
    const [{ filename }] = JSON.parse(await quietly(root, 'npm', 'pack', '--json', '--pack-destination', packed));
    const archive = join(packed, filename);
    await quietly(folder, 'npm', 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', archive);
  } finally {
    rmSync(packed, { recursive: true });
  }
}

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
await install();
const left = wanted.length ? apps.filter((name) => wanted.includes(name)) : [...apps];
const work = async () => {
  for (let name = left.shift(); name; name = left.shift()) await build(name);
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
