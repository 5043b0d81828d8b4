import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Every module that `exports` lets in, those of a pattern one by one: `deepdive-elements`, `deepdive-elements/law-table`, … */
export function entries() {
  const folder = join(process.env.PACKAGE_PROJECT, 'node_modules/deepdive-elements');
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([, target]) => target.default?.endsWith('.js'))
    .flatMap(([path, target]) => {
      if (!path.includes('*')) return path;
      const [, after] = basename(target.default).split('*');
      // A type alone has no words to import.
      return globSync(target.default.replaceAll('*', '?*'), {
        cwd: folder,
        exclude: ['**/{translation,en-*}.js'],
      })
        .map((file) => path.replace('*', basename(file).slice(0, -after.length)))
        .sort();
    })
    .map((path) => path.replace('.', 'deepdive-elements'));
}
