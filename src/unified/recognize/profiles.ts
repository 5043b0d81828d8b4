import type { Element } from 'hast';
import { areOfOne, isMeasured, latencyOf, percentileOf } from '../../internal/percentiles.js';
import { element, elementsIn, textOf } from '../hast.js';
import { factsIn } from './lines.js';

/** Items or lines that are the percentiles of one latency: `P50: 12 ms`. */
export function recognizeProfile(node: Element): Element | undefined {
  if (!/^\s*p\d/i.test(textOf(node))) return undefined;
  const facts = factsIn(node);
  const parts = facts ? elementsIn(facts) : [];
  const texts = (tagName: string) => parts.filter((part) => part.tagName === tagName).map(textOf);
  return facts && areProfile(texts('dt'), texts('dd')) ? element('latency-profile', {}, [facts], node) : undefined;
}

/** Whether labels and values are the percentiles of one latency, as they were measured. */
export const areProfile = (labels: readonly string[], values: readonly string[]): boolean =>
  labels.every(percentileOf) && areOfOne(labels) && values.every((value) => isMeasured(latencyOf(value)));
