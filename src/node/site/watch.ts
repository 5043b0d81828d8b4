import { once } from 'node:events';
import { basename, relative, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Editors save in several steps; milliseconds to wait for the last. */
const settled = 20;

/**
 * Calls back with the files of a folder that have changed, as paths in it with `/`: never while an earlier call is not
 * done, and with all that have changed since.
 */
export async function watchFiles(
  path: string,
  ignored: string,
  onChange: (files: Set<string>) => Promise<void>,
): Promise<FSWatcher> {
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
  let isBusy = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    if (isBusy || !changed.size) return;
    isBusy = true;
    const files = changed;
    changed = new Set();
    await onChange(files);
    isBusy = false;
    run();
  };
  watcher.on('all', (_event, file) => {
    changed.add(relative(path, file).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(run, settled);
  });
  await once(watcher, 'ready');
  return watcher;
}
