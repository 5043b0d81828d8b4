import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import type { Plugin } from 'unified';
import { everyElement } from './hast.js';
import { schema } from './schema.js';

export { schema };

/**
 * Leaves in a page only what an author who is not trusted may write: `rehype-sanitize` with this library's schema. It goes
 * behind `rehype-raw` and `rehypeDeepdive`, and last of all plugins that change the tree.
 */
const rehypeDeepdiveSanitize: Plugin<[], Root> = () => {
  const sanitize = rehypeSanitize(schema);
  return (tree) => sanitize(tree);
};
export default rehypeDeepdiveSanitize;

const protocols = new Map(Object.entries(schema.protocols ?? {}));

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
