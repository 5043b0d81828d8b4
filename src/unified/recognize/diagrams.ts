import type { Element } from 'hast';
import { toString as textContent } from 'hast-util-to-string';
import { repaired } from '../../diagrams/repair.js';
import { parseChain } from '../../internal/chains-text.js';
import { parseFigure } from '../../internal/figures.js';
import { classesOf, element, elementsIn, hasClass, isElement } from '../hast.js';
import type { Context } from './context.js';

/** A Mermaid diagram, as Markdown's code or as a site has prepared it for Mermaid. */
export function recognizeDiagram(node: Element, context: Context): Element | undefined {
  const source = sourceOf(node);
  if (source === undefined) return undefined;
  const pre = element('pre', {}, [{ type: 'text', value: source }], node);
  const stages = parseChain(source)?.map(({ name }) => name);
  if (stages && isGrowth(stages, context)) return element('scaling-path', {}, [pre], node);
  // In the drawing alone: the source stays as its author wrote it.
  const labels = source.replace(/<br\s*\/?>/gi, ' ');
  return element('architecture-diagram', repaired(labels) === labels ? {} : { repair: '' }, [pre], node);
}

function sourceOf(node: Element): string | undefined {
  const isMermaid = hasClass(node, 'mermaid') && isElement(node, 'pre', 'div');
  const code = elementsIn(node)[0];
  const isCode = node.tagName === 'pre' && classesOf(code).includes('language-mermaid');
  return isMermaid || isCode ? textContent(node).replace(/^\n/, '').trimEnd() : undefined;
}

/** Whether a diagram is a chain of sizes in a section about growth: `1K users`, `10K users` … */
const isGrowth = (stages: string[], context: Context): boolean =>
  /\b(scal(e|ing)|growth|evolution)\b/i.test(context.heading) && stages.length > 2 && stages.every(parseFigure);
