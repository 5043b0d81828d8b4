import { realpath } from 'node:fs/promises';
import type { Fix } from '../unified/check/rule.js';
import type { FileReport, Report } from './reporters/report.js';
import { readText, writeText } from './text-files.js';

/** Writes into the pages what some rules propose for them, and tells how much. What is left of the report is returned. */
export async function applyFixes(report: Report, rules: readonly string[]): Promise<Report> {
  const files: FileReport[] = [];
  let count = 0;
  for (const file of report.files) {
    const fixed = file.findings.filter(({ rule, fix }) => fix && rules.includes(rule));
    if (fixed.length)
      await write(
        file.path,
        fixed.map(({ fix }) => fix!),
      );
    count += fixed.length;
    files.push({ ...file, findings: file.findings.filter((finding) => !fixed.includes(finding)) });
  }
  console.error(`${count} ${count === 1 ? 'fix' : 'fixes'} written: look at ${count === 1 ? 'it' : 'each'}.`);
  return { files };
}

async function write(path: string, fixes: readonly Fix[]): Promise<void> {
  const text = await readText(path);
  // A page is checked without it.
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const fromLast = fixes.toSorted((one, other) => other.start - one.start);
  const written = fromLast.reduce(
    (before, { start, end, text: words }) => before.slice(0, from + start) + words + before.slice(from + end),
    text,
  );
  await writeText(await realpath(path), written);
}
