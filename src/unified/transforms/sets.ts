import type { Nodes, Parent, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { everything } from '../everything.js';
import { placeOf } from '../places.js';

/** Joins what belongs together and was read one by one: tabs that follow each other, definitions of one list. */
export function joinSets(tree: Root): void {
  everything(tree, (node) => {
    if ('children' in node && node.children.some((child) => isTab(child) || isDefinitions(child))) join(node);
  });
}

const isTab = ({ data }: Nodes) => classOf(data) === 'tabbed-tab';
const isDefinitions = ({ data }: Nodes) => data?.hName === 'dl';
const classOf = (data: Nodes['data']) => (data?.hProperties?.['className'] as string[] | undefined)?.[0];

function join(parent: Parent): void {
  const joined: Nodes[] = [];
  for (const child of parent.children) {
    const last = joined.at(-1) as (Nodes & Parent) | undefined;
    if (isDefinitions(child) && last && isDefinitions(last)) {
      for (const one of (child as Nodes & Parent).children) last.children.push(one);
      extend(last, child);
    } else if (isTab(child)) {
      const [label, block] = (child as Nodes & Parent).children;
      if (last && classOf(last.data) === 'tabbed-set' && child.data?.hProperties?.['dataFirst'] === undefined) {
        (last.children[0] as Nodes & Parent).children.push(label!);
        (last.children[1] as Nodes & Parent).children.push(block!);
        extend(last, child);
      } else {
        joined.push(setOf(label as Nodes, block as Nodes, child));
      }
    } else {
      joined.push(child);
    }
  }
  parent.children = joined as Parent['children'];
}

function extend(node: Nodes, by: Nodes): void {
  const [place, more] = [placeOf(node), placeOf(by)];
  if (place && more) node.position = { start: place.start, end: more.end };
}

/** As in the HTML of MkDocs: `div.tabbed-set > (div.tabbed-labels > label) + (div.tabbed-content > div.tabbed-block)`. */
function setOf(label: Nodes, block: Nodes, { position }: Nodes): Nodes {
  const box = (className: string, children: Nodes[]) =>
    ({
      type: 'paragraph',
      children,
      data: { hName: 'div', hProperties: { className: [className] } },
      position,
    }) as Nodes;
  return box('tabbed-set', [box('tabbed-labels', [label]), box('tabbed-content', [block])]);
}
