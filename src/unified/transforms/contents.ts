import type { Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { everything } from '../everything.js';

/** Marks the place where the author asks for a table of contents: https://python-markdown.github.io/extensions/toc/ */
export function markContents(tree: Root): void {
  everything(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' || !parent) return;
    const [only, ...others] = node.children;
    if (only?.type !== 'text' || others.length || !/^\[TOC\]$/i.test(only.value.trim())) return;
    const data = { hName: 'div', hProperties: { className: ['toc'] } };
    parent.children[index] = { type: 'tableOfContents', children: [], data, position: node.position };
  });
}
