import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));
export const program = join(project, 'dist/node/deepdive.js');

/**
 * A folder of its own for a test file, and the command in it, with a cache of its own.
 * @param flags of Node.js, for the command and its threads
 */
export function useFolder(...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'deepdive-'));
  const cache = join(folder, '.cache');
  const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  after(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    env,
    cache: join(cache, 'deepdive-elements'),
    deepdive(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env,
      });
      return { status, stdout, stderr };
    },
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  };
}
