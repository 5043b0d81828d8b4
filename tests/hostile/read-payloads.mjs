import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** What is longer is a file that is no payload. */
const longest = 20_000;

/** Every payload in the files of a folder, once, with the file that it is from. */
export function readPayloads(folder) {
  const found = new Map();
  for (const file of globSync('**/*', { cwd: folder, withFileTypes: true }).filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    const text = readFileSync(path, 'utf8');
    for (const payload of payloadsIn(file.name, text))
      if (payload.trim() && payload.length <= longest && !found.has(payload)) found.set(payload, file.name);
  }
  return [...found].map(([payload, file]) => ({ payload, file }));
}

/** A list has one a line; a page is one as a whole, and so is each line of code in it; data and scripts hold texts. */
function payloadsIn(name, text) {
  if (/\.(md|html?|svg|xml|mmd)$/.test(name)) {
    const code = [...text.matchAll(/^ *(```+|~~~+).*\n([\s\S]*?)^ *\1/gm)].map(([, , lines]) => lines);
    return [text, ...code, ...code.flatMap((lines) => lines.split('\n'))];
  }
  if (/\.json$/.test(name)) return textsIn(read(() => JSON.parse(text)) ?? {});
  if (/\.[mc]?js$/.test(name))
    return textsIn(read(() => parse(text, { ecmaVersion: 'latest', sourceType: 'module' })) ?? {});
  return text.split(/\r?\n/);
}

/** Every text in data, or in the tree of a script, in whatever depth. */
function textsIn(data) {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data ? Object.values(data).flatMap(textsIn) : [];
}

function read(parser) {
  try {
    return parser();
  } catch {
    return undefined;
  }
}
