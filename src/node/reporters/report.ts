import type { Finding, Severity } from '../../unified/check/rule.js';

/** All that has been found. */
export interface Report {
  files: FileReport[];
}

export interface FileReport {
  /** As it was named, or with the name of its folder before it. */
  path: string;
  /** In the order of their lines. */
  findings: Finding[];
}

export function countOf({ files }: Report): { errors: number; warnings: number; notes: number } {
  const all = files.flatMap(({ findings }) => findings);
  const count = (level: Severity) => all.filter(({ severity }) => severity === level).length;
  return { errors: count('error'), warnings: count('warn'), notes: count('info') };
}
