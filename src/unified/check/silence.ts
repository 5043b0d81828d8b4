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
  const spans = new Map<string, { from: number; to: number }[]>();
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
      if (command === 'disable') spans.set(rule, [...(spans.get(rule) ?? []), { from: line, to: Number.MAX_VALUE }]);
      if (command === 'enable') close(rule === everyRule ? [...spans.values()].flat() : (spans.get(rule) ?? []), line);
    }
  });
  const isOff = (rule: string, line: number) =>
    lines.has(`${rule} ${line}`) || Boolean(spans.get(rule)?.some(({ from, to }) => line >= from && line <= to));
  return (rule, line) => isOff(rule, line) || isOff(everyRule, line);
}

function close(spans: { to: number }[], line: number): void {
  for (const span of spans) span.to = Math.min(span.to, line);
}
