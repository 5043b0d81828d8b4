/**
 * Does a test notice when a line goes wrong? Applies each fault of `table.mjs` to a copy of the project, runs the tests that
 * should notice it, in Chromium, and says of each whether they did: `npm run test:mutations`, or for some of them
 * `npm run test:mutations -- page-outline timer`. Fails where one survives, where the text that a fault replaces is not in its
 * file any more, and where a line that ends something has no fault. Uses what `npm run build` has made.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, glob, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { faults } from './table.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const atOnce = 2;
/** Milliseconds for each file after which tests that a fault keeps from ending count as failed. */
const limit = 180_000;

/** Every such line needs a test that fails without it. */
const ending =
  /removeEventListener|removeListener|unobserve\(|disconnect\(|clearTimeout|clearInterval|cancelAnimationFrame|cancelIdleCallback|removeController|revokeObjectURL|\.abort\(\)|hostDisconnected|disconnectedCallback/;

const words = process.argv.slice(2);
const chosen = faults.filter((fault) => words.every((word) => JSON.stringify(fault).includes(word)));
const problems = [...(await Promise.all(faults.map(problemOf))).filter(Boolean), ...(await unbroken())];
if (!chosen.length) problems.push(`No fault of tests/mutations/table.mjs mentions ${words.join(' and ')}.`);
if (problems.length) {
  console.error(problems.join('\n'));
  exit(1);
}

const copies = await Promise.all(Array.from({ length: atOnce }, copyProject));
const survivors = [];
try {
  console.log(`The tests pass without a fault: ${await passUnbroken()}`);
  const waiting = [...chosen];
  await Promise.all(
    copies.map(async (copy) => {
      for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
        const caughtBy = await breakIn(copy, fault);
        if (!caughtBy) survivors.push(fault);
        console.log(`${caughtBy ? 'caught  ' : 'SURVIVED'}  ${labelOf(fault)}\n            ${caughtBy ?? fault.why}`);
      }
    }),
  );
} finally {
  await Promise.all(copies.map((copy) => rm(copy, { recursive: true, force: true })));
}
console.log('');
for (const [kind, all] of Map.groupBy(chosen, (fault) => fault.kind))
  console.log(`${kind.padEnd(12)}${all.filter((fault) => !survivors.includes(fault)).length} of ${all.length}`);
console.log(`\n${chosen.length - survivors.length} caught, ${survivors.length} survived`);
exit(survivors.length ? 1 : 0);

/** What is wrong with a fault itself. */
async function problemOf({ file, find, replace }) {
  const text = await readFile(join(project, file), 'utf8').catch(() => '');
  const found = text.split(find).length - 1;
  const where = `tests/mutations/table.mjs: ${JSON.stringify(find)} is in ${file}`;
  if (found !== 1) return `${where} ${found} times. Quote as much as is there once.`;
  if (!file.endsWith('.ts')) return undefined;
  const isSound = await transform(
    text.replace(find, () => replace),
    { loader: 'ts', logLevel: 'silent' },
  ).then(
    () => true,
    () => false,
  );
  return isSound ? undefined : `${where}, but what takes its place does not compile.`;
}

/** The lines that end something and that no fault takes away. */
async function unbroken() {
  const missing = [];
  for await (const file of glob('src/**/*.ts', { cwd: project })) {
    const text = await readFile(join(project, file), 'utf8');
    const quoted = faults.filter((fault) => fault.file === file).map(({ find }) => [text.indexOf(find), find.length]);
    let start = 0;
    for (const [index, line] of text.split('\n').entries()) {
      const at = start + line.search(ending);
      start += line.length + 1;
      if (!ending.test(line) || quoted.some(([from, length]) => from <= at && at < from + length)) continue;
      missing.push(`${file}:${index + 1}: no fault in tests/mutations/table.mjs takes away “${line.trim()}”.`);
    }
  }
  return missing;
}

async function copyProject() {
  const copy = await mkdtemp(join(tmpdir(), 'deepdive-mutations-'));
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: project });
  const tops = new Set([
    ...String(listed)
      .trim()
      .split('\n')
      .map((path) => path.split('/')[0]),
    'dist',
  ]);
  for (const name of tops) await cp(join(project, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  await symlink(resolve(project, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** A fault is caught by a test that passes without it. */
async function passUnbroken() {
  const failing = [];
  const all = new Map();
  for (const { tests, only = '' } of chosen) {
    const kind = tests[0].endsWith('.ts') ? 'ts' : 'mjs';
    const { names, patterns } = all.get(kind) ?? { names: new Set(), patterns: new Set() };
    for (const test of tests) names.add(test);
    all.set(kind, { names, patterns: patterns.add(only) });
  }
  for (const { names, patterns } of all.values()) {
    const failure = await failureOf(copies[0], [...names], [...patterns].join('|'));
    if (failure) failing.push(failure);
  }
  if (failing.length) throw new Error(`They do not: ${failing.join(', ')}`);
  return [...all.values()].map(({ names }) => `${names.size} files`).join(' and ');
}

/** The test that notices the fault; nothing where none does. */
async function breakIn(copy, { file, find, replace, tests, only = '' }) {
  const [path, made] = [join(copy, file), join(copy, file.replace(/^src/, 'dist').replace(/\.ts$/, '.js'))];
  const isCompiled = /^src\/(node|unified)\//.test(file);
  const isSheet = file.endsWith('.css');
  const [text, code] = [await readFile(path, 'utf8'), isCompiled ? await readFile(made, 'utf8') : ''];
  const broken = text.replace(find, () => replace);
  await writeFile(path, broken);
  // Pages link the stylesheet that is built.
  if (isSheet) await buildSheet(copy);
  // What Node's tests read is compiled file by file.
  if (isCompiled) await writeFile(made, (await transform(broken, { loader: 'ts', target: 'es2023' })).code);
  try {
    return await failureOf(copy, tests, only);
  } finally {
    await writeFile(path, text);
    if (isCompiled) await writeFile(made, code);
    if (isSheet) await buildSheet(copy);
  }
}

function buildSheet(cwd) {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'stylesheet', '--logLevel', 'error'];
  return promisify(execFile)(process.execPath, args, { cwd });
}

/** Runs tests; the title of the first that fails, or what else says that they did not pass. */
async function failureOf(cwd, tests, only, isAgain = false) {
  const isInBrowser = tests[0].endsWith('.ts');
  const args = isInBrowser
    ? [
        'node_modules/@web/test-runner/dist/bin.js',
        '--config',
        'tests/mutations/web-test-runner.config.mjs',
        '--files',
        ...tests,
      ]
    : ['--test', '--test-reporter=tap', ...(only ? [`--test-name-pattern=${only}`] : []), ...tests];
  const env = { ...process.env, ENGINES: 'chromium', BUILT: 'true', ...(only && { ONLY: only }) };
  // A group of its own, so that the browsers end with it.
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    process.kill(-child.pid, 'SIGKILL');
  }, limit * tests.length);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  if (isLate) return `${tests.join(', ')} did not end within ${(limit * tests.length) / 1000} s`;
  const [, title] = /(?:❌|^\s*not ok \d+ -) (.+)/mu.exec(output) ?? [];
  if (title) return title.trim();
  // Tests that `only` leaves out have failed, to the test runner in the browser, though without words.
  const hasPassed = isInBrowser ? /\b[1-9]\d* passed/.test(output) : code === 0 && /^# pass [1-9]/m.test(output);
  if (hasPassed) return undefined;
  // A browser that did not start is no proof.
  if (isAgain) throw new Error(`${tests.join(', ')} did not run:\n${output.slice(-2000)}`);
  return failureOf(cwd, tests, only, true);
}

function labelOf({ kind, file, find }) {
  return `${kind.padEnd(10)}  ${file}: ${find.trim().replace(/\s*\n\s*/g, ' ⏎ ')}`;
}
