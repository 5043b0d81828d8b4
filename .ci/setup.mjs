/**
 * Installs what is missing, so that `npm start` and `npm test` need no other step: the packages, and, with `--browsers`,
 * the browsers that the tests run in (with apt-get, where there is one and it may be used). Uses Node alone, from 20 on.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
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

if (process.argv.includes('--browsers')) installBrowsers();

function installBrowsers() {
  const missing = findEngines().filter((engine) => !engine.path);
  if (!missing.length) return;
  const packages = missing.flatMap((engine) => engine.debian).join(' ');
  const asRoot = getuid?.() === 0 ? [] : canSudo() ? ['sudo', '-n'] : undefined;
  if (platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !asRoot) {
    const names = missing.map((engine) => engine.name).join(', ');
    console.log(`Not found: ${names}. On Debian or Ubuntu: sudo apt-get install ${packages}`);
    return;
  }
  console.log(`Installing ${packages} …`);
  const [command, ...prefix] = [...asRoot, 'apt-get', '-q'];
  const aptGet = (...args) =>
    spawnSync(command, [...prefix, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  // Engine by engine, so that one that this system does not offer costs only itself.
  aptGet('update');
  for (const { name, debian } of missing) {
    if (aptGet('install', '-y', '--no-install-recommends', ...debian)) console.log(`${name} could not be installed.`);
  }
}

function canSudo() {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
