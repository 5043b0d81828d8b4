import { drawingTags, paint, paintedNames, plainNames } from '../internal/drawing-parts.js';
import { isSafeUrl } from '../internal/urls.js';

/** hast and the DOM spell names of attributes differently; without hyphens, colons and case both are the same. */
const bare = (name: string) => name.replace(/[-:]/g, '').toLowerCase();

const tags = new Set([...drawingTags, 'a']);
const plain = new Set(plainNames.map(bare));
const painted = new Set(paintedNames.map(bare));
const words = /^(?:id|lang|dir|role|data-[\w-]+|aria-[a-z]+)$/;

/**
 * Leaves of a drawing only what a drawing may be made of, whoever made it: Mermaid, an author, or whoever can write into
 * the browser's storage.
 * @returns how many parts and attributes were taken out
 */
export function clean(svg: SVGSVGElement): number {
  let removed = 0;
  for (const node of [svg, ...svg.querySelectorAll('*')]) {
    if (node.namespaceURI === svg.namespaceURI && tags.has(node.localName)) {
      for (const attribute of [...node.attributes]) {
        if (isAllowed(node, attribute, svg)) continue;
        node.removeAttributeNode(attribute);
        removed++;
      }
    } else {
      node.remove();
      removed++;
    }
  }
  const others = document.createTreeWalker(svg, ~(NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT));
  const found: ChildNode[] = [];
  while (others.nextNode()) found.push(others.currentNode as ChildNode);
  for (const node of found) node.remove();
  return removed + found.length;
}

function isAllowed(node: Element, { name, value }: Attr, root: Element): boolean {
  if (words.test(name)) return true;
  const key = bare(name);
  if (painted.has(key)) return paint.test(value);
  if (plain.has(key)) return true;
  if (node.localName === 'a') {
    return name === 'href' ? isSafeUrl(value) : name === 'rel' || (name === 'target' && value === '_blank');
  }
  return node === root && name === 'slot' && value === 'drawing';
}
