/**
 * Installs what is missing, so that `npm start` and `npm test` need no other step: the packages; with `--browsers`, the
 * browsers that the tests run in; with `--sheets`, a style sheet that the tests of other pages look at (both with apt-get,
 * where there is one and it may be used); with `--build`, what is in `dist`, unless `BUILT` is set. Uses Node alone, from
 * 20 on. Commands run it as their `pre…` script: npm gives that a shell of its own, and a shell remembers which `node` it
 * has found, so one shell for both would go on with the system's Node after this has installed another.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chdir, exit, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findEngines } from './engines.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  console.log('Installing packages …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: platform === 'win32',
  });
  if (status) exit(status);
}

const hasAptGet = platform === 'linux' && existsSync('/usr/bin/apt-get');
/** What a command begins with to be run with all rights; nothing where they cannot be had. */
const asRoot = () => (getuid?.() === 0 ? [] : canSudo() ? ['sudo', '-n'] : undefined);
if (process.argv.includes('--browsers')) installBrowsers();
if (process.argv.includes('--sheets')) takeMaterial();
if (process.argv.includes('--build') && !process.env.BUILT) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: platform === 'win32' });
  if (status) exit(status);
}

function aptGet(...args) {
  const [command, ...prefix] = [...asRoot(), 'apt-get', '-q'];
  const { status } = spawnSync(command, [...prefix, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status;
}

function installBrowsers() {
  const missing = findEngines().filter((engine) => !engine.path);
  if (!missing.length) return;
  const packages = missing.flatMap((engine) => engine.debian).join(' ');
  if (!hasAptGet || !asRoot()) {
    const names = missing.map((engine) => engine.name).join(', ');
    console.log(`Not found: ${names}. On Debian or Ubuntu: sudo apt-get install ${packages}`);
    return;
  }
  console.log(`Installing ${packages} …`);
  // Engine by engine, so that one that this system does not offer costs only itself.
  aptGet('update');
  for (const { name, debian } of missing) {
    if (aptGet('install', '-y', '--no-install-recommends', ...debian)) console.log(`${name} could not be installed.`);
  }
}

/**
 * MkDocs Material's style sheet, which is not on npm, out of Debian's package: that alone is 2 MB, which needs no
 * rights, and installed, with the 27 packages that it depends on, 50 MB.
 */
function takeMaterial() {
  const folder = 'node_modules/.mkdocs-material';
  if (existsSync(folder)) return;
  const scratch = mkdtempSync(join(tmpdir(), 'material-'));
  const run = (command, ...args) => spawnSync(command, args, { cwd: scratch, stdio: 'ignore' }).status === 0;
  const download = () => run('apt-get', '-q', 'download', 'mkdocs-material');
  if (hasAptGet && (download() || (asRoot() && !aptGet('update') && download()))) {
    run('dpkg-deb', '-x', readdirSync(scratch)[0], '.');
    for (const path of readdirSync(scratch, { recursive: true })) {
      const [, name] = /^(main|palette)\.\w+\.min\.css$/.exec(basename(path)) ?? [];
      if (!name) continue;
      mkdirSync(folder, { recursive: true });
      copyFileSync(join(scratch, path), join(folder, `${name}.css`));
    }
  }
  rmSync(scratch, { recursive: true, force: true });
  if (!existsSync(folder)) console.log('Not found: MkDocs Material’s style sheet (Debian: mkdocs-material).');
}

function canSudo() {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
