import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { Icons } from '../icon.js';
import { readWriteup } from '../writeup.js';
import type { CheckedPage } from './rule.js';

/** Reads a page for the rules. What reading says stays with the file's messages. */
export function readPage(file: VFile, icons?: Icons): CheckedPage {
  const source = String(file);
  const lines = source.split(/\r?\n/);
  const places = location(source);
  // Nothing that an author wrote may be missing, comments included; nothing of it is shown.
  const { content, frontMatter } = readWriteup(file, { trust: true, icons });
  return {
    file,
    source,
    lines,
    tree: content,
    frontMatter,
    pointAt: (offset) => places.toPoint(offset) ?? { line: 1, column: 1, offset: 0 },
    lineAt: (line) => {
      const text = lines[line - 1] ?? '';
      return {
        start: { line, column: text.length - text.trimStart().length + 1 },
        end: { line, column: text.trimEnd().length + 1 },
      };
    },
  };
}
