import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { type Plugin, unified } from 'unified';
import { everyElement } from './hast.js';
import { renameReservedIds } from './reserved-ids.js';
import { schema } from './schema.js';

export { schema };

/**
 * Leaves in a page only what an author who is not trusted may write: `rehype-sanitize` with this library's schema, and no
 * id that scripts look up in the window. It goes behind `rehype-raw` and `rehypeDeepdive`, and last of all plugins that
 * change the tree.
 */
const rehypeDeepdiveSanitize: Plugin<[], Root> = () => {
  const sanitize = rehypeSanitize(schema);
  return (tree, file) => {
    const safe = sanitize(tree);
    renameReservedIds(safe, file);
    return safe;
  };
};
export default rehypeDeepdiveSanitize;

const protocols = new Map(Object.entries(schema.protocols));

/** The properties that hold an address. */
export const addresses: readonly string[] = [...protocols.keys()];

/**
 * Takes out addresses that the schema refuses. For trees that have been changed behind the sanitizer: whatever wrote an
 * address into one, it is none that runs.
 */
export function removeUnsafeAddresses(tree: Root): void {
  everyElement(tree, ({ properties }) => {
    for (const [name, allowed] of protocols) {
      const [, scheme] = /^([^/?#:]*):/.exec(String(properties[name] ?? '')) ?? [];
      if (scheme !== undefined && !allowed?.includes(scheme)) delete properties[name];
    }
  });
}

const fragment = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();

/** A drawing that is put into a page as text: as it is, or without what the schema refuses. */
export function safeDrawing(svg: string): string {
  const tree = fragment.parse(svg);
  const safe = fragment.stringify(rehypeSanitize(schema)(tree));
  return safe === fragment.stringify(tree) ? svg : safe;
}
