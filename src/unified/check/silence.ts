import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { placeOf } from '../places.js';

/** Whether an author has said in a comment that a rule is not to speak of a line. */
export type IsSilent = (rule: string, line: number) => boolean;

const everyRule = '*';

/**
 * Reads `<!-- deepdive-disable-next-line rule -->`, `<!-- deepdive-disable-line rule -->`, and
 * `<!-- deepdive-disable rule -->`, which holds up to `<!-- deepdive-enable rule -->`. Rules may be several; without one
 * they are about every rule.
 */
export function silencesIn(tree: Root): IsSilent {
  const lines = new Set<string>();
  const spans = new Map<string, Span[]>();
  /** The rules that are off where the page has been read to. */
  const open = new Map<string, Span>();
  visit(tree, 'comment', (node) => {
    const { value } = node;
    const place = placeOf(node);
    const [, command, names = ''] =
      /^\s*deepdive-(disable-next-line|disable-line|disable|enable)(?![\w-])(.*)$/s.exec(value) ?? [];
    // A comment that does not know its line cannot speak of it.
    if (!command || !place) return;
    const rules = names.split(/[\s,]+/).filter(Boolean);
    const { line } = command === 'disable-next-line' ? place.end : place.start;
    for (const rule of rules.length ? rules : [everyRule]) {
      if (command === 'disable-line') lines.add(`${rule} ${line}`);
      if (command === 'disable-next-line') lines.add(`${rule} ${line + 1}`);
      if (command === 'disable' && !open.has(rule)) {
        const span = { from: line, to: Number.MAX_VALUE };
        open.set(rule, span);
        const before = spans.get(rule);
        if (before) before.push(span);
        else spans.set(rule, [span]);
      }
      if (command === 'enable') {
        for (const one of rule === everyRule ? [...open.keys()] : [rule]) {
          const span = open.get(one);
          if (span) span.to = line;
          open.delete(one);
        }
      }
    }
  });
  const isOff = (rule: string, line: number) => lines.has(`${rule} ${line}`) || isInside(spans.get(rule) ?? [], line);
  return (rule, line) => isOff(rule, line) || isOff(everyRule, line);
}

/** Lines of a page, the last one included. */
interface Span {
  from: number;
  to: number;
}

/** Whether a line is in one of the spans, which stand in their order. */
function isInside(spans: readonly Span[], line: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to < line) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.from <= line;
}
