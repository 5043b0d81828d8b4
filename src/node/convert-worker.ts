import { dirname } from 'node:path';
import { VFile } from 'vfile';
import { toHtml, toMarkdown } from '../unified/convert.js';
import { iconsFrom } from './icons.js';
import { answerPages } from './page-thread.js';

/** What a thread is told to convert. */
export interface ConvertTask {
  path: string;
  text: string;
  isToHtml: boolean;
}

/** The converted page, or why it is refused. */
export type ConvertAnswer = { text: string } | { line: number; reason: string };

/** A page that reading refuses has said why among its messages. */
async function convert({ path, text, isToHtml }: ConvertTask): Promise<ConvertAnswer> {
  const page = new VFile({ path, value: text });
  const icons = iconsFrom(dirname(path));
  try {
    return { text: isToHtml ? toHtml(page, icons) : toMarkdown(page, icons) };
  } catch (error) {
    const refusal = page.messages.find(({ fatal }) => fatal);
    if (!refusal) throw error;
    return { line: refusal.line ?? 1, reason: refusal.reason };
  }
}

answerPages(convert);
