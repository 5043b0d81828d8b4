import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../hash.js';
import { OutputFolder } from '../output-folder.js';
import { isFormerCache } from './cache.js';

const name = '.deepdive-cache.json';

/**
 * Removes the cache that an earlier version has left in a site, where everyone could read in which folders it was
 * made. What it says is not believed: it may have come with the site.
 */
export async function removeFormerCache(out: string): Promise<void> {
  const content = await contentOf(join(out, name));
  if (content === undefined || !isFormerCache(parsed(content))) return;
  await new OutputFolder(out, { [name]: hashOf(content) }).keepOnly([]);
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    // A link is not followed, and a pipe is not waited for.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    return await handle.readFile('utf8').finally(() => handle.close());
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
