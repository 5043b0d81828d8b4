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
  /** Why the page could not be checked, where it could not. */
  failure?: Failure;
}

/** What stood in the way of checking a page. */
export interface Failure {
  rule: 'unreadable' | 'limits' | 'timeout' | 'fault';
  message: string;
  /** Where in this library it happened, if it is at fault. */
  stack?: string;
}

export function countOf({ files }: Report): { errors: number; warnings: number; notes: number } {
  const all = files.flatMap(({ findings }) => findings);
  const count = (level: Severity) => all.filter(({ severity }) => severity === level).length;
  return { errors: count('error'), warnings: count('warn'), notes: count('info') };
}
