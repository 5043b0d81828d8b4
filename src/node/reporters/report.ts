import type { Finding } from '../../unified/check/rule.js';

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

export function countOf({ files }: Report): { errors: number; warnings: number } {
  const all = files.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: all.length - errors };
}
