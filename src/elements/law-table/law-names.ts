import { slug } from '../../internal/anchors.js';
import { textOf } from '../../internal/text.js';

/** Whether a value is an object of the kind that `{}` makes. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  ({}).toString.call(value) === '[object Object]';

/** A law's name without its number and in one spelling. */
export function keyOf(name: string | Element): string {
  const text = typeof name === 'string' ? name : textOf(name);
  return slug(text.replace(/^(?:law|axiom)(?:\s*\d+)?\s*[:.–—-]\s*/i, '')).replace('isation', 'ization');
}
