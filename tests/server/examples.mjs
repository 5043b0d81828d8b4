import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The example of every element, as its class has it: `{ tag, markup }`. */
export function examples() {
  return globSync('src/elements/*/*.define.ts')
    .sort()
    .map((file) => {
      const tag = basename(file, '.define.ts');
      const source = readFileSync(file.replace('.define', ''), 'utf8');
      const [, example = ''] = /```html\n(.*?) \* ```/s.exec(source) ?? [];
      return { tag, markup: example.replaceAll(/^ \* ?/gm, '').trim() };
    });
}
