import type { VFile } from 'vfile';
import { parseDocument } from 'yaml';

/** What stands between `---` at the beginning of a file, as data. */
export type FrontMatter = Record<string, unknown>;

/** Up to so many characters of front matter, a key that is there twice is reported; beyond, the last one counts. */
const longestCompared = 20_000;

/** Reads front matter. What is no YAML is reported, and what can be read of it is kept. */
export function readFrontMatter(source: string, file: VFile): FrontMatter {
  // Each key is compared with all others.
  const uniqueKeys = source.length < longestCompared;
  const document = parseDocument(source, { logLevel: 'silent', uniqueKeys });
  for (const { message, linePos } of document.errors) {
    const line = (linePos?.[0].line ?? 1) + 1;
    file.message(`The front matter is not YAML: ${message.split('\n')[0]}`, {
      place: { line, column: linePos?.[0].col ?? 1 },
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
