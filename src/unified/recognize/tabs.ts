import type { Element, ElementContent } from 'hast';
import { element, elementsIn, hasClass, isElement } from '../hast.js';
import type { Context } from './context.js';

/** Tabs as MkDocs renders them: labels beside their blocks, in the same order. */
export function recognizeTabs(node: Element, context: Context): Element | undefined {
  if (!hasClass(node, 'tabbed-set')) return undefined;
  const labels = elementsIn(node).flatMap((child) =>
    hasClass(child, 'tabbed-labels') ? elementsIn(child) : isElement(child, 'label') ? [child] : [],
  );
  const blocks = elementsIn(node).flatMap((child) => (hasClass(child, 'tabbed-content') ? elementsIn(child) : []));
  const content = blocks.some((block) => hasClass(block, 'tabbed-block'))
    ? blocks.filter((block) => hasClass(block, 'tabbed-block'))
    : blocks;
  if (!labels.length || labels.length !== content.length) {
    context.unrecognized('These tabs have not as many titles as contents: they stay as they are.', node);
    return undefined;
  }
  const sections = labels.map((label, index) => {
    const block = content[index]!;
    const heading = element(context.headingBelow, {}, label.children, label);
    return element('section', {}, [heading, ...block.children], label, block);
  });
  return element('content-tabs', {}, sections as ElementContent[], node);
}
