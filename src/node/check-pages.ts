import { resolve } from 'node:path';
import type { Finding } from '../unified/check/rule.js';
import { type Settings, severityOf } from '../unified/check/rules.js';
import type { CheckedFiles } from './check-files.js';
import { brokenLinks, Ids } from './check-links.js';
import type { CheckAnswer, CheckTask } from './check-worker.js';
import { faultFrom, PageFailure, PagePool, thrownOf } from './page-pool.js';
import type { Failure, FileReport, Report } from './reporters/report.js';

/** How pages are checked. */
export interface CheckOptions {
  settings: Settings;
  /** Seconds that a page may take. */
  timeout: number;
  /** What a thread runs. */
  script?: URL;
}

/** Checks pages, and where their links lead. There is a report of each, whatever happens. */
export async function checkPages({ files, folders, unreadable }: CheckedFiles, options: CheckOptions): Promise<Report> {
  const { settings, timeout, script = new URL('check-worker.js', import.meta.url) } = options;
  const pool = new PagePool<CheckTask, CheckAnswer>(script, { timeout, pagesPerThread: 4 });
  const answers = new Map<string, Promise<CheckAnswer>>();
  const read = (path: string) => {
    const key = resolve(path);
    const answer = answers.get(key) ?? pool.run({ path, settings }).catch(failureOf);
    answers.set(key, answer);
    return answer;
  };
  const ids = new Map<string, Promise<Ids | undefined>>();
  const idsOf = (path: string) => {
    const found = ids.get(path) ?? read(path).then((answer) => ('rule' in answer ? undefined : new Ids(answer.ids)));
    ids.set(path, found);
    return found;
  };
  const checkOne = async (path: string): Promise<FileReport> => {
    const answer = await read(path);
    if ('rule' in answer) return unchecked(path, answer, settings);
    try {
      const { findings, links } = answer;
      const all = [...findings, ...(await brokenLinks(path, links, { folders, idsOf }, settings))];
      return { path, findings: all.sort((one, other) => one.line - other.line || one.column - other.column) };
    } catch (error) {
      return unchecked(path, failureOf(error), settings);
    }
  };
  try {
    await Promise.all(files.map(read));
    const checked = await Promise.all(files.map(checkOne));
    return { files: [...unreadable.map(([path, failure]) => unchecked(path, failure, settings)), ...checked] };
  } finally {
    await pool.close();
  }
}

function failureOf(error: unknown): Failure {
  const { rule, message, thrown } = error instanceof PageFailure ? error : faultFrom(thrownOf(error));
  return { rule, message, ...(thrown?.stack && { stack: thrown.stack }) };
}

/** A page that cannot be checked is a finding of its own. */
function unchecked(path: string, failure: Failure, settings: Settings): FileReport {
  const { rule, message } = failure;
  const severity = severityOf(rule, settings);
  const finding: Omit<Finding, 'severity'> = { rule, message, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { path, findings: severity ? [{ ...finding, severity }] : [], failure };
}
