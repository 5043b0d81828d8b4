import type { FootnoteReference, List, ListItem, Nodes } from 'mdast';
import { defaultHandlers, type Options } from 'remark-rehype';
import { makeQuick } from './quick-list.js';

const looseLists = new WeakMap<List, boolean>();

/** Whether the items of a list are paragraphs, asked once. `mdast-util-to-hast` asks all items again for each of them. */
function isLoose(list: List): boolean {
  const known = looseLists.get(list);
  if (known !== undefined) return known;
  const loose = list.spread || list.children.some(({ spread, children }) => spread ?? children.length > 1);
  looseLists.set(list, loose);
  return loose;
}

/** How Markdown becomes HTML: as `remark-rehype` does by itself, HTML in it kept, ids as they are written. */
export const remarkRehypeOptions: Options = {
  allowDangerousHtml: true,
  clobberPrefix: '',
  handlers: {
    footnoteReference: (state, node: FootnoteReference) => {
      makeQuick(state.footnoteOrder);
      return defaultHandlers.footnoteReference(state, node);
    },
    listItem: (state, item: ListItem, parent: Nodes | undefined) =>
      parent?.type === 'list'
        ? defaultHandlers.listItem(state, { ...item, spread: isLoose(parent) }, undefined)
        : defaultHandlers.listItem(state, item, undefined),
  },
};
