import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VFile } from 'vfile';
import { checkPage, type PageReport } from '../unified/check/check.js';
import { type Settings, severityOf } from '../unified/check/rules.js';
import { iconsFrom } from './icons.js';

/** What a worker is told to check. */
export interface CheckTask {
  path: string;
  settings: Settings;
}

/** Checks a page. Mermaid is changed for that, which is why it happens in a worker. */
export default async function check({ path, settings }: CheckTask): Promise<PageReport> {
  const bytes = await readFile(path);
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
