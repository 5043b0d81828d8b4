import type { Nodes, Parents } from 'mdast';
import type { Literal, Node, Parent } from 'unist';

/** What is done with a node. A number says which sibling is next, and that what is in the node is passed over. */
type Call = (node: Nodes, index: number, parent: Parents | undefined) => unknown;

/**
 * Calls for every node of a tree, each before what is in it. `unist-util-visit` can do more, and took a tenth of the time
 * that a page takes.
 */
export function everything(tree: Nodes, call: Call): void {
  call(tree, 0, undefined);
  if ('children' in tree) inside(tree, call);
}

function inside(parent: Parents, call: Call): void {
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index]!;
    const next = call(node, index, parent);
    if (typeof next === 'number') {
      index = next;
      continue;
    }
    if ('children' in node) inside(node, call);
    index++;
  }
}

/**
 * Puts other nodes into the place of texts: what `partsOf` makes of each, where that is something.
 * @param isPassed nodes in which nothing is looked for
 */
export function replaceTexts<Text extends Literal>(
  parent: Parent,
  partsOf: (text: Text, index: number, parent: Parent) => Node[] | undefined,
  isPassed: (node: Node) => boolean = () => false,
): void {
  const children: Node[] = [];
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node && !isPassed(node)) replaceTexts(node as Parent, partsOf, isPassed);
    const parts = node.type === 'text' ? partsOf(node as Text, index, parent) : undefined;
    // One by one: there may be more than a function takes.
    for (const part of parts ?? [node]) children.push(part);
  }
  parent.children = children;
}
