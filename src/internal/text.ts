/**
 * Whether a node is an element, whatever window it comes from: `instanceof` knows the classes of one. In Firefox a node that
 * moves to the document of a frame changes its class.
 */
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const isSetApart = /^(blockquote|br|d[dlt]|details|div|fig.*|h\d|li|[ou]l|p|pre|section|summary|table|t[dhr])$/i;

/** Does not call itself: what is in each other has no bound, and the stack has one. */
function words(root: Node): string {
  let text = '';
  for (let node: Node | null | undefined = root; node; ) {
    text += node.nodeType === Node.TEXT_NODE ? node.nodeValue : space(node);
    let next: Node | null = node.nodeName === 'svg' ? null : node.firstChild;
    for (; !next && node && node !== root; node = node.parentNode) {
      text += space(node);
      next = node.nextSibling;
    }
    node = next;
  }
  return text;
}

const space = ({ nodeName }: Node) => (isSetApart.test(nodeName) ? ' ' : '');

/** The words of a node in one line. What stands on lines of its own is set apart; comments and drawings say nothing. */
export const textOf = (node: Node | null | undefined): string => (node ? textOfAll([node]) : '');

/** The words of several nodes that stand beside each other. */
export const textOfAll = (nodes: readonly Node[]): string => nodes.map(words).join('').replace(/\s+/g, ' ').trim();
