import type { Element, ElementContent, RootContent } from 'hast';
import { element, isElement, isHeading, isSilent, itemsOf, textOf } from '../hast.js';

/** A list of links into the page below a heading that says so is the page's outline. */
export function withOutline(nodes: RootContent[]): RootContent[] {
  const at = nodes.findIndex(
    (node) => isHeading(node) && /^(table of )?contents$|^toc$|^on this page$/i.test(textOf(node)),
  );
  const end = nodes.findIndex((node, index) => index > at && !isSilent(node));
  const [heading, list] = [nodes[at], nodes[end]];
  if (at < 0 || !isElement(heading) || !isElement(list, 'ul', 'ol') || !itemsOf(list).every(leadsIntoPage))
    return nodes;
  const { id } = heading.properties;
  const nav = element('nav', id ? { ariaLabelledBy: [String(id)] } : {}, [heading, list], heading, list);
  return [...nodes.slice(0, at), element('page-outline', {}, [nav], heading, list), ...nodes.slice(end + 1)];
}

function leadsIntoPage(item: Element): boolean {
  const link = (item.children as ElementContent[])
    .flatMap((node) => (isElement(node, 'p') ? node.children : [node]))
    .find((node) => isElement(node, 'a'));
  return isElement(link) && String(link.properties['href'] ?? '').startsWith('#');
}
