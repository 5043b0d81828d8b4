import type { VFile } from 'vfile';
import { LineCounter, parseDocument } from 'yaml';
import { refuse } from './limits.js';

/** What stands between `---` at the beginning of a file, as data. */
export type FrontMatter = Record<string, unknown>;

/** Up to so many characters of front matter, a key that is there twice is reported; beyond, the last one counts. */
const longestCompared = 20_000;

/** In characters. That of long pages has a few thousand. */
const mostFrontMatter = 100_000;

/** Reads front matter. What is no YAML is reported, and what can be read of it is kept. */
export function readFrontMatter(source: string, file: VFile): FrontMatter {
  if (source.length > mostFrontMatter) {
    const [is, most] = [source.length, mostFrontMatter].map((count) => count.toLocaleString('en'));
    refuse(file, `The front matter is too long: ${is} characters, and ${most} are read at most. Shorten it.`, 1);
  }
  // Each key is compared with all others.
  const uniqueKeys = source.length < longestCompared;
  const lineCounter = new LineCounter();
  // The line that a pretty message quotes is copied for each of them.
  const document = parseDocument(source, { logLevel: 'silent', uniqueKeys, lineCounter, prettyErrors: false });
  // Others come of the first: a key that cannot be read is missing, or there twice.
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    file.message(`The front matter is not YAML: ${error.message.split('\n')[0]}`, {
      place: { line: line + 1, column: col },
      source: 'deepdive',
      ruleId: 'front-matter',
    });
  }
  try {
    // As it will stand in the page: dates are words, and nothing is in itself.
    const data: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 })) ?? 'null');
    return data && typeof data === 'object' && !Array.isArray(data) ? (data as FrontMatter) : {};
  } catch (error) {
    file.message(`Cannot read the front matter: ${(error as Error).message}`, {
      source: 'deepdive',
      ruleId: 'front-matter',
    });
    return {};
  }
}
