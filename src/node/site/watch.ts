import { basename, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Editors save in several steps; milliseconds to wait for the last. */
const settled = 20;

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
  const watcher = watch(path, {
    ignoreInitial: true,
    ignored: (file) => {
      const name = basename(file);
      const isHidden = name.startsWith('.') || name === 'node_modules' || resolve(file) === own;
      return isHidden && resolve(file) !== resolve(path);
    },
  });
  let changed = new Set<string>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    while (changed.size) {
      const files = changed;
      changed = new Set();
      try {
        await onChange(files);
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  };
  watcher.on('all', (_event, file) => {
    changed.add(relative(path, file).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      running ??= run();
    }, settled);
  });
  // Such as more files than the system watches. Without a listener it would end the process.
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      changed.clear();
      await watcher.close();
      await running;
    },
  };
}
