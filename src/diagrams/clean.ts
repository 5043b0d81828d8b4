import { drawingTags, paint, paintedNames, plainNames } from '../internal/drawing-parts.js';
import { own } from '../internal/own.js';
import { isSafeUrl } from '../internal/urls.js';

type Rule = (value: string, node: Element, root: Element) => boolean;

/** hast and the DOM spell names of attributes differently; without hyphens, colons and case both are the same. */
const bare = (name: string) => name.replace(/[-:]/g, '').toLowerCase();

const tags = new Set([...drawingTags, 'a']);
const plain = new Set(plainNames.map(bare));
const painted = new Set(paintedNames.map(bare));
const words = /^(?:id|lang|dir|role|data-[\w-]+|aria-[a-z]+)$/;
const always: Rule = () => true;
const others: Record<string, Rule> = {
  href: (value, { localName }) => localName === 'a' && isSafeUrl(value),
  rel: (_, { localName }) => localName === 'a',
  target: (value, { localName }) => localName === 'a' && value === '_blank',
  slot: (value, node, root) => node === root && value === 'drawing',
};

function ruleOf(name: string): Rule | undefined {
  if (words.test(name) || plain.has(bare(name))) return always;
  if (painted.has(bare(name))) return (value) => paint.test(value);
  return own(others, name);
}

/** A drawing has thousands of attributes by a dozen names. */
const rules = new Map<string, Rule | undefined>();

function isAllowed(name: string, node: Element, root: Element): boolean {
  if (!rules.has(name)) rules.set(name, ruleOf(name));
  return rules.get(name)?.(node.getAttribute(name) ?? '', node, root) ?? false;
}

/**
 * Leaves of a drawing only what a drawing may be made of, whoever made it: Mermaid, an author, or whoever can write into
 * the browser's storage.
 * @returns how many parts and attributes were taken out
 */
export function clean(svg: SVGSVGElement): number {
  let removed = 0;
  for (const node of [svg, ...svg.querySelectorAll('*')]) {
    if (node.namespaceURI !== svg.namespaceURI || !tags.has(node.localName)) {
      node.remove();
      removed++;
      continue;
    }
    for (const name of node.getAttributeNames()) {
      if (isAllowed(name, node, svg)) continue;
      node.removeAttribute(name);
      removed++;
    }
  }
  const comments = document.createTreeWalker(svg, ~(NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT));
  const found: ChildNode[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as ChildNode);
  for (const node of found) node.remove();
  return removed + found.length;
}
