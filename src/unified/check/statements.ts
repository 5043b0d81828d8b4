import type { Element, Nodes, Root } from 'hast';
import { countedBy } from '../../internal/stated-times.js';
import { elementsIn, isElement, isHeading, levelOf, textOf } from '../hast.js';
import { type Block, blocksOf } from './blocks.js';

/** Words that stand for themselves: a block, or a term with its value. */
export interface Statement {
  text: string;
  /** The block that they are in, or that has the value. */
  block: Block;
  /** Where the block's own text begins in the text. */
  offset: number;
  /** The headings that it is under, the nearest one last; the page itself is the first. */
  path: readonly Nodes[];
}

/** What a page states, in its order; quotations and timelines state nothing of their own. */
export function statementsOf(tree: Root): { statements: Statement[]; pathOf: (node: Nodes) => readonly Nodes[] } {
  const parents = new Map<Nodes, Nodes>();
  const order = new Map<Nodes, readonly Nodes[]>();
  let path: readonly Nodes[] = [tree];
  const walk = (node: Nodes): void => {
    if (isHeading(node)) path = [...path.filter((one) => !isHeading(one) || levelOf(one) < levelOf(node)), node];
    order.set(node, path);
    if ('children' in node) {
      for (const child of node.children) {
        parents.set(child, node);
        walk(child);
      }
    }
  };
  walk(tree);
  const pathOf = (node: Nodes) => order.get(node) ?? [tree];
  const blocks = blocksOf(tree).filter(({ parent }) => !isInside(parent, parents));
  const statements = blocks.map((block): Statement => {
    const label = labelOf(block.parent, parents);
    const lead = label ? `${label.replace(/:$/, '')}: ` : '';
    return { text: lead + block.text, block, offset: lead.length, path: pathOf(block.parent) };
  });
  return { statements, pathOf };
}

function isInside(node: Nodes, parents: ReadonlyMap<Nodes, Nodes>): boolean {
  for (let one: Nodes | undefined = node; one; one = parents.get(one))
    if (isElement(one, 'blockquote', 'incident-timeline', 'discussion-questions', 'nav', 'page-outline')) return true;
  return false;
}

/** The term of a value: of a list of terms, or of a table of two columns, or of one row. */
function labelOf(node: Nodes, parents: ReadonlyMap<Nodes, Nodes>): string {
  const parent = parents.get(node) as Element | undefined;
  if (isElement(node, 'dd')) {
    const all = elementsIn(parent!);
    const term = all.slice(0, all.indexOf(node)).findLast(({ tagName }) => tagName === 'dt');
    return textOf(term);
  }
  if (!isElement(node, 'td') || !isElement(parent, 'tr')) return '';
  const cells = elementsIn(parent);
  const at = cells.indexOf(node);
  const above = textOf(headingsAbove(parent, parents)[at]);
  if (countedBy(above)) return above;
  return cells.length === 2 && at ? textOf(cells[0]) : '';
}

/** The headings of a table above its only row. */
function headingsAbove(row: Element, parents: ReadonlyMap<Nodes, Nodes>): Element[] {
  const group = parents.get(row) as Element;
  // White space included.
  if (group.children.length > 6) return [];
  const table = isElement(group, 'table') ? group : (parents.get(group) as Element);
  const groups = elementsIn(table);
  const rows = groups.length > 3 ? [] : groups.flatMap((one) => (one.tagName === 'tr' ? [one] : elementsIn(one)));
  return rows.length === 2 && rows[1] === row ? elementsIn(rows[0]!) : [];
}
