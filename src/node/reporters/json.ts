import { countOf, type Report } from './report.js';

/** For programs. What is there stays; what comes later is added. */
export function json(report: Report): string {
  return `${JSON.stringify({ version: 1, files: report.files, ...countOf(report) }, null, 2)}\n`;
}
