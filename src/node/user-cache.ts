import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { env, platform } from 'node:process';
import { hashOf } from './hash.js';
import { OutputFolder } from './output-folder.js';

/** Where each system keeps what programs can make again: https://specifications.freedesktop.org/basedir-spec/latest/ */
function cacheFolder(): string {
  const named = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  if (named && isAbsolute(named)) return join(named, 'deepdive-elements');
  if (!isAbsolute(homedir())) throw new Error('The user has no home folder.');
  const usual: Partial<Record<typeof platform, string>> = { win32: 'AppData/Local', darwin: 'Library/Caches' };
  return join(homedir(), usual[platform] ?? '.cache', 'deepdive-elements');
}

/**
 * What the user's cache holds of something, named by paths: nothing where there is none, or none that can be read. It is
 * kept for the user and not in the project, since what comes with a project may have been made by anyone.
 */
export async function readCached(names: readonly string[]): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(cacheFolder(), fileOf(names)), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps something in the user's cache. Where that fails, says so, since the next build takes longer then. */
export async function writeCached(names: readonly string[], content: unknown): Promise<void> {
  try {
    const folder = cacheFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await new OutputFolder(folder).write(fileOf(names), JSON.stringify(content));
  } catch (error) {
    tellOnce(`The next build starts from nothing: ${(error as Error).message}`);
  }
}

/** By a hash, so that the cache tells nobody what the user works on. */
const fileOf = (names: readonly string[]) => `${hashOf(JSON.stringify(names))}.json`;

const told = new Set<string>();

function tellOnce(words: string): void {
  if (!told.has(words)) console.error(words);
  told.add(words);
}
