/** The turns of an incident, in their order. */
export const turns = ['started', 'detected', 'mitigated', 'resolved'] as const;
export type Turn = (typeof turns)[number];

/** The turn that a word names, however it is spelt. */
export const turnNamed = (word: string): Turn | undefined => turns.find((turn) => turn === word.trim().toLowerCase());

/** What stands between a time and the words after it. */
const between = /^[\s:–—-]+/;
const end = /(?<![\s:.–—-])[\s:.–—-]+$/;
const word = /^(started|detected|mitigated|resolved)(?:\s*[:.–—]|\s+-(?=\s)|$)/i;

/**
 * The turn that an event is by a label of its author's: one word in bold right behind the time, or nothing but the word.
 * @param words of the event, or of a cell of its row
 * @param bold the words in it that are bold
 * @param time that the words begin with, as it is written; empty in a cell without it
 */
export function labelledTurn(words: string, bold: readonly string[], time = ''): Turn | undefined {
  const rest = words.slice(words.indexOf(time) + time.length).replace(between, '');
  const turn = word.exec(rest)?.[1];
  const labels = bold.map((text) => text.replace(time, '').replace(between, ''));
  const isLabel = rest.replace(end, '') === turn || labels.some((one) => rest.startsWith(one) && one.startsWith(turn!));
  return turn && isLabel ? (turn.toLowerCase() as Turn) : undefined;
}
