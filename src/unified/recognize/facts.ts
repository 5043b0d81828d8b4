import type { Element, RootContent } from 'hast';
import { elementsIn, isElement, textOf } from '../hast.js';
import { factsIn } from './lines.js';
import { areFacts, factsOfTable, isFacts, isFactsTable } from './tables.js';

/** Facts below a heading, or in a callout with a title, that says so: in a table, in a list, or on lines that begin with a term. */
export function factsOf(node: RootContent, heading: string): Element | undefined {
  if (!isFacts(heading)) return undefined;
  if (isElement(node, 'table')) return isFactsTable(node, heading) ? factsOfTable(node) : undefined;
  const facts = isElement(node, 'dl') ? node : isElement(node, 'p', 'ul') ? factsIn(node) : undefined;
  return facts && areFacts(heading, valuesOf(facts)) ? facts : undefined;
}

const valuesOf = (list: Element): string[] =>
  elementsIn(list)
    .flatMap((one) => (one.tagName === 'div' ? elementsIn(one) : [one]))
    .filter(({ tagName }) => tagName === 'dd')
    .map(textOf);
