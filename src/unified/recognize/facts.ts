import type { Element, RootContent } from 'hast';
import { isElement } from '../hast.js';
import { factsIn } from './lines.js';
import { factsOfTable, isFactsTable } from './tables.js';

/** Facts that stand in a table, in a list, or on lines that begin with a term. */
export function factsOf(node: RootContent): Element | undefined {
  if (isElement(node, 'dl')) return node;
  if (isElement(node, 'table')) return isFactsTable(node) ? factsOfTable(node) : undefined;
  return isElement(node, 'p', 'ul') ? factsIn(node) : undefined;
}
