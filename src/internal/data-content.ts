/**
 * What a data property may show in a place: text, a number, or a node. Of a node a copy is shown, as it is then and without
 * its listeners; the node itself stays where it is.
 */
export type Content = string | number | Node | null | undefined;

/** A fact as data: each part is text, a number or a node. */
export interface Fact {
  label: Content;
  value: Content;
  /** Smaller text below the value. */
  note?: Content;
}

/** An element with content, lists of it too, skipping what is null or undefined. */
export function element(tag: string, ...content: (Content | readonly Content[])[]): HTMLElement {
  const node = document.createElement(tag);
  // One by one: a function takes no hundred thousand arguments.
  for (const part of content.flat()) if (part != null) node.append(typeof part === 'object' ? part : String(part));
  return node;
}
