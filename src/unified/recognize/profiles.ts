import type { Element } from 'hast';
import { parseLatency } from '../../internal/figures.js';
import { element, elementsIn, textOf } from '../hast.js';
import { factsIn } from './lines.js';

/** Items or lines that are the percentiles of one latency: `P50: 12 ms`. */
export function recognizeProfile(node: Element): Element | undefined {
  if (!/^\s*p\d/i.test(textOf(node))) return undefined;
  const facts = factsIn(node);
  const isOfLatency = (part: Element) =>
    part.tagName === 'dt' ? /^p\d{2}(\.\d+)?\b/i.test(textOf(part)) : parseLatency(textOf(part)) !== undefined;
  return facts && elementsIn(facts).every(isOfLatency) ? element('latency-profile', {}, [facts], node) : undefined;
}
