import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { countOf, type Report } from './report.js';

/** For people, and for what knows compilers' messages: a file, then its findings line by line; a summary. */
export function text(report: Report, color: boolean): string {
  const files = report.files.map(({ path, findings }) => {
    const file = new VFile({ path });
    for (const { severity, message, rule, line, column, endLine, endColumn } of findings) {
      const place = { start: { line, column }, end: { line: endLine, column: endColumn } };
      file.message(message, { place, ruleId: rule }).fatal = severity === 'info' ? undefined : severity === 'error';
    }
    return file;
  });
  const { errors, warnings, notes } = countOf(report);
  const pages = `${files.length} ${files.length === 1 ? 'page' : 'pages'}`;
  if (!errors && !warnings && !notes) return `${pages}: no problems\n`;
  return `${reporter(files, { color, quiet: true })}\n`;
}
