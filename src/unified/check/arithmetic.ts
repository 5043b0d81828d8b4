import type { Nodes, Root } from 'hast';
import { isElement } from '../hast.js';
import { arithmeticFaults } from './arithmetic-fault.js';
import { type Block, blocksOf, placeIn } from './blocks.js';
import type { Rule } from './rule.js';

export const arithmetic: Rule = {
  name: 'arithmetic',
  severity: 'warn',
  summary: 'A sum, a product or a percentage is wrong.',
  help: `Finds equations such as \`10 KB × 500 M × 30 = 150 GB\`, in paragraphs, lists, tables and headings, that do not hold: sums, products, quotients, powers, \`20% of 500 = 120\`, chains (\`a = b = c\`), conversions of data (\`1 TB/day = 116 MB/s\`); with K, M, B, bits and bytes, times, rates, percentages and currencies. One holds if it does with kilobytes of 1,000 or of 1,024 bytes, and if its result is rounded to the digits shown; behind \`≈\` or \`~\` it may be off by a tenth, or by a quarter where it has one digit. What cannot be read as a whole is not judged: variables, functions, code, quotations, questions, units that are not known, and sentences that speak of something besides, such as overhead or rounding, unless the result is off by a power of a thousand. Correct the result, or what it is made of.`,
  check(page, report) {
    const quoted = quotedNodes(page.tree);
    for (const block of blocksOf(page.tree)) {
      if (quoted.has(block.parent)) continue;
      for (const { start, words, message } of arithmeticFaults(textOf(block)))
        report(placeIn(page, block, start, words), message);
    }
  },
};

/** A block's text, without digits that markup parts: `2<sup>10</sup>` is no 210. */
function textOf({ text, pieces }: Block): string {
  const parts = pieces.slice(1).filter(({ start }) => /\d/.test(text[start - 1] ?? '') && /\d/.test(text[start] ?? ''));
  if (!parts.length) return text;
  const units = text.split('');
  for (const { start } of parts) units.fill('\uFFFC', start - 1, start + 1);
  return units.join('');
}

/** What others have written, or are to answer. */
function quotedNodes(tree: Root): Set<Nodes> {
  const quoted = new Set<Nodes>();
  const visit = (node: Nodes, isQuoted: boolean): void => {
    const isIn = isQuoted || isElement(node, 'blockquote', 'discussion-questions');
    if (isIn) quoted.add(node);
    if ('children' in node) for (const child of node.children) visit(child, isIn);
  };
  visit(tree, false);
  return quoted;
}
