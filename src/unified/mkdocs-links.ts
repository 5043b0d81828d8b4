import type { Element, ElementContent, RootContent } from 'hast';
import { classesOf, elementsIn, isElement, isSilent } from './hast.js';

/**
 * Puts links around blocks together again. Python-Markdown writes `<p><a href="x"><h3>…</h3><p>…</p></a></p>`, of which a
 * browser makes three links, since a heading ends the paragraph, and an empty paragraph at the end.
 */
export function joinLinks(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    const link = emptyLinkIn(node);
    const { content, end } = link ? contentOf(link, nodes, index + 1) : { content: [], end: index };
    if (!link || !content.length) {
      joined.push(node);
      continue;
    }
    joined.push({ ...link, children: content });
    index = end - 1;
  }
  return joined.length < nodes.length ? joined.filter((node) => !isEmptyParagraph(node)) : joined;
}

/** The link without words that is all that a paragraph holds. */
function emptyLinkIn(node: RootContent): Element | undefined {
  if (!isElement(node, 'p')) return undefined;
  const only = onlyChildOf(node);
  return isElement(only, 'a') && only.children.every((child) => isSilent(child as RootContent)) ? only : undefined;
}

/** What the pieces of a link hold that follow it. */
function contentOf(link: Element, nodes: RootContent[], start: number): { content: ElementContent[]; end: number } {
  const content: ElementContent[] = [];
  const isSame = sameAs(link);
  const classes = new Set(classesOf(link));
  let end = start;
  for (let index = start; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (isSilent(node)) continue;
    if (!isElement(node)) break;
    const only = onlyChildOf(node);
    if (isSame(node)) for (const child of node.children) content.push(child);
    else if (isElement(only) && isSame(only)) content.push({ ...node, children: only.children });
    else if (isPartOf(node, classes)) content.push(node);
    else break;
    end = index + 1;
  }
  return { content, end };
}

function onlyChildOf(node: Element): ElementContent | undefined {
  const [only, ...others] = node.children.filter((child) => !isSilent(child as RootContent));
  return others.length ? undefined : only;
}

function sameAs(link: Element): (node: Element) => boolean {
  const properties = JSON.stringify(link.properties);
  return (node) => node.tagName === 'a' && JSON.stringify(node.properties) === properties;
}

/** A link ends where the link beside a heading begins; what follows is known by its class, `card__title` in a `card`. */
const isPartOf = (node: Element, classes: ReadonlySet<string>) =>
  classesOf(node).some((name) =>
    [name.indexOf('__'), name.lastIndexOf('__')].some((end) => end > 0 && classes.has(name.slice(0, end))),
  );

const isEmptyParagraph = (node: RootContent) =>
  isElement(node, 'p') && !elementsIn(node).length && node.children.every((child) => isSilent(child as RootContent));
