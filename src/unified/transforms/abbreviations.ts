import type { PhrasingContent, Root, Text } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { replaceTexts } from '../everything.js';

const wordStart = /(?<![\p{L}\p{N}_])[\p{L}\p{N}_]/gu;
const isInWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** Explains abbreviations wherever they stand: https://python-markdown.github.io/extensions/abbreviations/ */
export function explainAbbreviations(tree: Root): void {
  const meanings = tree.data?.abbreviations;
  if (!meanings?.size) return;
  // Longer ones first: `HTTP/2` is not `HTTP`.
  const lengths = [...new Set([...meanings.keys()].map((short) => short.length))].sort((a, b) => b - a);
  replaceTexts(tree, (text: Text) => explain(text, meanings, lengths));
}

function explain(
  { value }: Text,
  meanings: ReadonlyMap<string, string>,
  lengths: number[],
): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { index } of value.matchAll(wordStart)) {
    if (index < end) continue;
    const length = lengths.find(
      (one) => meanings.has(value.slice(index, index + one)) && !isInWord(value[index + one]),
    );
    if (!length) continue;
    const short = value.slice(index, index + length);
    if (index > end) parts.push({ type: 'text', value: value.slice(end, index) });
    parts.push({
      type: 'abbreviation',
      title: meanings.get(short)!,
      children: [{ type: 'text', value: short }],
      data: { hName: 'abbr', hProperties: { title: meanings.get(short)! } },
    });
    end = index + length;
  }
  if (!end) return undefined;
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}
