import type { ElementContent } from 'hast';
import { element } from '../hast.js';

const months = 'january february march april may june july august september october november december'.split(' ');
const month = months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|');
const date = new RegExp(
  `(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<m1>${month})\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y1>\\d{4})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${month})\\s+(?<y2>\\d{4})`,
  'i',
);

/** The same words with the first date in them in a `<time>`. */
export function withTimes(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const match = date.exec(node.value);
    if (!match) return [node];
    const end = match.index + match[0].length;
    const time = element('time', { dateTime: isoOf(match.groups!) }, [{ type: 'text', value: match[0] }], node);
    const around = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);
    return [...around(node.value.slice(0, match.index)), time, ...around(node.value.slice(end))];
  });
}

function isoOf({ iso, m1, d1, y1, m2, d2, y2 }: Record<string, string | undefined>): string {
  if (iso) return iso;
  const number = months.findIndex((name) => name.startsWith((m1 ?? m2)!.slice(0, 3).toLowerCase())) + 1;
  return `${y1 ?? y2}-${String(number).padStart(2, '0')}-${(d1 ?? d2)!.padStart(2, '0')}`;
}
