import { link, longestRun } from './inline.js';

/** Whether a block is a paragraph: whatever would look like another block is escaped in one. */
export const isText = (part: string): boolean => !/^(?:[-*] |\d+[.)] |#{1,6} |>|\||```|<\/?details|___$)/.test(part);

/** Blocks with blank lines between. Of two lists in a row the second gets other marks, or they would be one. */
export function joined(parts: readonly string[]): string {
  const apart: string[] = [];
  for (const part of parts) {
    const both = (mark: RegExp) => mark.test(part) && mark.test(apart.at(-1) ?? '');
    if (both(/^- /)) apart.push(part.replace(/^-(?= |$)/gm, '*'));
    else apart.push(both(/^\d+\. /) ? part.replace(/^(\d+)\./gm, '$1)') : part);
  }
  return apart.join('\n\n');
}

/** Breaks as HTML, where a line must stay one. */
export const oneLine = (words: string): string => words.replace(/\\?\n/g, '<br>');

export function bold(words: string): string {
  if (!words || isBold(words)) return words;
  return words.includes('**') ? `<strong>${words}</strong>` : `**${words}**`;
}

/** Whether all of a text is one bold piece. */
export const isBold = (words: string): boolean => /^\*\*(?:[^*\\]|\\.)+\*\*$/s.test(words);

export function italic(words: string): string {
  if (!words || !isText(words)) return words;
  return /^_|_$/.test(words) ? `<em>${words}</em>` : `_${words}_`;
}

/** A lead-in and what it leads into, with a colon between where there is no other sign. */
export function led(lead: string, parts: readonly string[]): string[] {
  const [first = '', ...rest] = parts;
  if (!lead || !first) return lead ? [lead] : [...parts];
  const start = /[.:?!…](\*\*)?$/.test(lead) ? lead : `${lead}:`;
  return isText(first) ? [`${start} ${first}`, ...rest] : [start, first, ...rest];
}

/** A link around blocks becomes the link of the first of them, a heading or a paragraph. */
export function linked([first = '', ...rest]: readonly string[], href: string): string[] {
  const [, mark = ''] = /^(#{1,6} )/.exec(first) ?? [];
  if (!href || !(mark || isText(first))) return [first, ...rest];
  const words = first.slice(mark.length);
  return [isBold(words) ? `**${link(words.slice(2, -2), href)}**` : mark + link(words, href), ...rest];
}

/**
 * A list, with blank lines between its items where one of them has any.
 * @param start the first number; without it the list is a bulleted one
 */
export function list(items: readonly string[][], start?: number): string {
  const written = items.map((parts, index) => {
    const mark = start === undefined ? '- ' : `${start + index}. `;
    const [first = '', ...rest] = parts;
    // A list may follow its text at once; a numbered one only from 1 on.
    const isTight = isText(first) && /^(?:-|1\.) \S/.test(rest[0] ?? '');
    const text = isTight ? `${first}\n${joined(rest)}` : joined(parts);
    return (mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)).trimEnd();
  });
  return written.join(written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

/** Lists that follow one another as one. */
export function oneList(parts: readonly string[]): string[] {
  const merged: string[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (!last || ![last, part].every((one) => one.startsWith('- '))) merged.push(part);
    else
      merged[merged.length - 1] = [last, part].join([last, part].some((one) => one.includes('\n\n')) ? '\n\n' : '\n');
  }
  return merged;
}

/** Source in a fence of more backticks than it holds. */
export function fenced(source: string, language = ''): string {
  if (!source.trim()) return '';
  const fence = '`'.repeat(Math.max(3, longestRun(source) + 1));
  return `${fence}${language}\n${source.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n${fence}`;
}

/** @param alert what GitHub is to make of the quote: `NOTE`, `TIP`, `WARNING` or `CAUTION` */
export function quoted(parts: readonly string[], alert = ''): string {
  const text = alert ? `[!${alert}]\n${joined(parts)}` : joined(parts);
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** A table of cells in rows, the first of which is its header. No cell is left out, whatever the header's length. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => index);
  const line = (row: readonly string[]) =>
    `| ${columns.map((index) => row[index]?.replaceAll('|', '\\|') ?? '').join(' | ')} |`;
  const [header = [], ...body] = rows;
  return [line(header), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}
