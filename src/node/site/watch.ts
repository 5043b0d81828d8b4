import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { ChangeQueue } from './change-queue.js';

/** Watches a path until it is closed. */
export interface FileWatcher {
  close(): Promise<void>;
}

/**
 * Calls back with the files of a folder that have changed, as paths in it with `/`: never while an earlier call is not
 * done, and with all that have changed since. What fails, here or there, is told, and the watching goes on.
 */
export async function watchFiles(
  path: string,
  ignored: string,
  onChange: (files: Set<string>) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<FileWatcher> {
  const own = resolve(ignored);
  const open = (ignoreInitial: boolean) =>
    watch(path, {
      ignoreInitial,
      ignored: (file) => {
        const name = basename(file);
        const isHidden = name.startsWith('.') || name === 'node_modules' || resolve(file) === own;
        return isHidden && resolve(file) !== resolve(path);
      },
    })
      .on('all', note)
      // Such as more files than the system watches. Without a listener it would end the process.
      .on('error', onError);
  const queue = new ChangeQueue(onChange, onError);
  let isGone = false;
  function note(event: string, file: string): void {
    const inside = relative(path, file).split(sep).join('/');
    isGone ||= event === 'unlinkDir' && !inside;
    queue.add(inside);
  }
  let watcher = open(true);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  // Chokidar does not see that a folder which was removed is back, as after a change of branches.
  const follow = (now: Stats, before: Stats) => {
    const isOther = isGone || now.ino !== before.ino || now.birthtimeMs !== before.birthtimeMs;
    isGone ||= now.nlink === 0;
    if (!isOther || !now.isDirectory()) return;
    isGone = false;
    watcher.close().catch(onError);
    watcher = open(false);
  };
  watchFile(path, { interval: 500 }, follow);
  return {
    async close() {
      unwatchFile(path, follow);
      await watcher.close();
      await queue.close();
    },
  };
}
