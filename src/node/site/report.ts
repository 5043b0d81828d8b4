import { faultCode } from '../faults.js';
import type { BuiltPage, PageMessage } from './build-page.js';

/** Prints what an author should know of a page, a line for each. */
export function printMessages(file: string, messages: readonly PageMessage[]): void {
  for (const { line, column, rule, words } of messages) {
    const place = line ? `${file}:${line}:${column ?? 1}` : file;
    console.error(`${place} ${rule} ${words}`);
  }
}

/** Says that a file of an earlier build is not removed. */
export const leftWords = (path: string) =>
  `${path} left Someone has changed it since it was built, so it stays. Remove it if nobody needs it.`;

/** Says which files may be of an earlier build that nothing is known of, such as one on another machine. */
export function tellUnknown(target: string, files: readonly string[]): void {
  if (!files.length) return;
  const some = files.slice(0, 5).join(', ') + (files.length > 5 ? ', …' : '');
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  console.error(`${target} unknown ${count} may be of an earlier build, and stay: ${some}. Remove what nobody needs.`);
}

/** The exit code of a command with these messages. */
export function codeOf(messages: readonly PageMessage[]): number {
  if (messages.some(({ isFault }) => isFault)) return faultCode;
  return messages.some(({ isError }) => isError) ? 1 : 0;
}

/** What has become of a page: how many of each element, and how much was not recognized. */
export function summaryOf(pages: readonly Pick<BuiltPage, 'elements' | 'messages'>[]): string {
  const elements: Record<string, number> = {};
  for (const page of pages) {
    for (const [tag, count] of Object.entries(page.elements)) elements[tag] = (elements[tag] ?? 0) + count;
  }
  const counts = Object.entries(elements)
    .sort(([, one], [, other]) => other - one)
    .map(([tag, count]) => `${count} ${tag}`);
  const open = pages.flatMap(({ messages }) => messages).filter(({ rule }) => rule === 'unrecognized').length;
  return [counts.join(', ') || 'no elements', ...(open ? [`${open} not recognized`] : [])].join('; ');
}
