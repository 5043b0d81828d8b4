import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Icons } from '../icon-options.js';
import { type Links, linksIn } from './links.js';
import { readPage } from './page.js';
import type { CheckedPage, Finding, Rule } from './rule.js';
import { pageRules, type Settings, severityOf } from './rules.js';
import { silencesIn } from './silence.js';

/** What is to be said of a page, and what it has to do with other pages. */
export interface PageReport extends Links {
  findings: Finding[];
}

/** Checks a page by itself. Where its links lead is for someone who knows the other pages. */
export async function checkPage(file: VFile, settings: Settings, icons?: Icons): Promise<PageReport> {
  const page = readIfPossible(file, icons);
  const findings = file.messages.map((message) => toldByReading(message, settings)).filter((one) => one !== undefined);
  if (!page) return { findings, links: [], ids: [] };
  for (const rule of pageRules) for (const finding of await findingsOf(rule, page, settings)) findings.push(finding);
  const isSilent = silencesIn(page.tree);
  const { links, ids } = linksIn(page);
  return {
    findings: findings.filter(({ rule, line }) => !isSilent(rule, line)),
    links: links.map((link) => ({ ...link, silent: linkRules.filter((rule) => isSilent(rule, link.line)) })),
    ids,
  };
}

/** A page that reading refuses has said why among its messages. */
function readIfPossible(file: VFile, icons?: Icons): CheckedPage | undefined {
  try {
    return readPage(file, icons);
  } catch (error) {
    if (file.messages.some(({ fatal }) => fatal)) return undefined;
    throw error;
  }
}

async function findingsOf({ name, check }: Rule, page: CheckedPage, settings: Settings): Promise<Finding[]> {
  const severity = severityOf(name, settings);
  const findings: Finding[] = [];
  if (!severity) return findings;
  await check(page, (place, message, fix) => {
    const { start, end } = place;
    const [line, column, endLine, endColumn] = [start.line, start.column, end.line, end.column];
    findings.push({ rule: name, severity, message, line, column, endLine, endColumn, ...(fix && { fix }) });
  });
  return findings;
}

const linkRules = ['broken-link', 'broken-anchor'];

/** What a message says of itself: `fatal` is true for an error, false for a warning, and nothing for what is good to know. */
const levelOf = ({ fatal }: VFileMessage) => (fatal ? 'error' : fatal === false ? 'warn' : 'info');

function toldByReading(message: VFileMessage, settings: Settings): Finding | undefined {
  const rule = message.ruleId ?? 'unrecognized';
  const severity = severityOf(rule, { [rule]: levelOf(message), ...settings });
  if (!severity) return undefined;
  const { line = 1, column = 1, place } = message;
  const end = place && 'end' in place ? place.end : undefined;
  return {
    rule,
    severity,
    message: message.reason,
    line,
    column,
    endLine: end?.line ?? line,
    endColumn: end?.column ?? column,
  };
}
