/** The package as `npm pack` makes it, and projects of other people's to install it into. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Runs a command, and says all that it said only where it fails. */
export async function quietly(cwd, command, ...args) {
  // npm looks for the project's Node, which is newer than the machine's may be.
  const env = { ...process.env, PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH, CI: 'true' };
  try {
    return (await run(command, args, { cwd, env, maxBuffer: 1e8, shell: process.platform === 'win32' })).stdout;
  } catch ({ stdout, stderr }) {
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

/** Installs what the lock file of a folder names, where that has not been done since the file changed. */
export async function installLocked(folder) {
  const changedAt = (path) => (existsSync(join(folder, path)) ? statSync(join(folder, path)).mtimeMs : 0);
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json'))
    await quietly(folder, 'npm', 'ci', ...quiet);
}

/** Packs what is built, and hands on the archive and the files in it; the archive is gone afterwards. */
export async function withArchive(use) {
  const packed = mkdtempSync(join(tmpdir(), 'deepdive-'));
  try {
    const [{ filename, files }] = JSON.parse(
      await quietly(root, 'npm', 'pack', '--json', '--pack-destination', packed),
    );
    return await use(join(packed, filename), files);
  } finally {
    rmSync(packed, { recursive: true });
  }
}

/** Adds packages to a project, with what they need from the packages that npm has at hand, as far as it can. */
export const install = (folder, ...packages) =>
  quietly(folder, 'npm', 'install', '--prefer-offline', ...quiet, ...packages);
