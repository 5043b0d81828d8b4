import { isUtf8 } from 'node:buffer';
import { dirname } from 'node:path';
import { VFile } from 'vfile';
import { checkPage, type PageReport } from '../unified/check/check.js';
import { type Settings, severityOf } from '../unified/check/rules.js';
import { iconsFrom } from './icons.js';
import { PageFileError, readPageFile } from './page-file.js';
import { answerPages } from './page-thread.js';
import type { Failure } from './reporters/report.js';

/** What a thread is told to check. */
export interface CheckTask {
  path: string;
  settings: Settings;
}

/** What a thread says of it, or why it can say nothing. */
export type CheckAnswer = PageReport | Failure;

/** Checks a page. Mermaid is changed for that, which is why it happens in a thread of its own. */
async function check({ path, settings }: CheckTask): Promise<CheckAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = await readPageFile(path);
  } catch (error) {
    if (!(error instanceof PageFileError)) throw error;
    return { rule: error.rule, message: error.message };
  }
  const report = await checkPage(
    new VFile({ path, value: new TextDecoder().decode(bytes) }),
    settings,
    iconsFrom(dirname(path)),
  );
  const severity = isUtf8(bytes) ? undefined : severityOf('encoding', settings);
  if (severity) report.findings.unshift({ ...notUtf8, severity });
  return report;
}

const notUtf8 = {
  rule: 'encoding',
  message: 'This file is not UTF-8: save it as that.',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
};

answerPages(check);
