import type { Nodes, Parent, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { DefList, Tabs } from '../dialect/nodes.js';
import type {} from '../dialect/parse.js';
import { everything } from '../everything.js';
import { placeOf } from '../places.js';

/** Joins what belongs together and was read one by one: tabs that follow each other, definitions of one list. */
export function joinSets(tree: Root): void {
  everything(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'markedTab' || type === 'defList')) join(node);
  });
}

function join(parent: Parent): void {
  const joined: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const last = joined.at(-1);
    if (child.type === 'defList' && last?.type === 'defList') {
      for (const one of child.children) last.children.push(one);
      extend(last, child);
    } else if (child.type === 'markedTab') {
      const [label, panel] = child.children;
      if (last?.type === 'tabs' && !child.isFirst) {
        const [labels, panels] = last.children;
        labels.children.push(label);
        panels.children.push(panel);
        extend(last, child);
      } else {
        joined.push(tabsOf(child));
      }
    } else {
      joined.push(child);
    }
  }
  parent.children = joined as Parent['children'];
}

function extend(node: DefList | Tabs, by: Nodes): void {
  const [place, more] = [placeOf(node), placeOf(by)];
  if (place && more) node.position = { start: place.start, end: more.end };
}

/** As in the HTML of MkDocs: `div.tabbed-set > (div.tabbed-labels > label) + (div.tabbed-content > div.tabbed-block)`. */
function tabsOf({ children: [label, panel], position }: Nodes & { type: 'markedTab' }): Tabs {
  const dataOf = (className: string) => ({ hName: 'div', hProperties: { className: [className] } });
  return {
    type: 'tabs',
    children: [
      { type: 'tabLabels', children: [label], data: dataOf('tabbed-labels'), position },
      { type: 'tabPanels', children: [panel], data: dataOf('tabbed-content'), position },
    ],
    data: dataOf('tabbed-set'),
    position,
  };
}
