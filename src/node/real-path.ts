import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a path leads through all links, also if its last parts are not there yet. */
export async function realPath(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(async () => {
    const folder = dirname(full);
    return folder === full ? full : join(await realPath(folder), basename(full));
  });
}
