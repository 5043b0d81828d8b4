import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { FrontMatter } from '../front-matter.js';
import type { Icons } from '../icon-options.js';
import { forgetWrongPlaces, nearestPlaces } from '../places.js';
import { readWriteup } from '../writeup.js';
import type { CheckedPage, Place } from './rule.js';

/** Reads a page for the rules. What reading says stays with the file's messages. */
export function readPage(file: VFile, icons?: Icons): CheckedPage {
  // Nothing that an author wrote may be missing, comments included; nothing of it is shown.
  const { content, frontMatter } = readWriteup(file, { trust: true, icons });
  return checkedPage(file, content, frontMatter);
}

/** A page that has been read, with what rules ask of it. */
export function checkedPage(file: VFile, tree: Root, frontMatter: FrontMatter): CheckedPage {
  const source = String(file);
  const lines = source.split(/\r\n?|\n/);
  const places = location(source);
  forgetWrongPlaces(tree, lines);
  const lineAt = (wanted: number): Place => {
    // A fault of a diagram may be that it ends.
    const line = Math.min(wanted, lines.length);
    const words = lines[line - 1]!.trim();
    const column = lines[line - 1]!.length - lines[line - 1]!.trimStart().length + 1;
    return { start: { line, column }, end: { line, column: column + words.length } };
  };
  return {
    file,
    source,
    lines,
    tree,
    frontMatter,
    pointAt: (offset) => places.toPoint(offset) ?? { line: 1, column: 1, offset: 0 },
    lineAt,
    nearest: nearestPlaces(tree, lineAt(1)),
  };
}
