import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wellFormed } from '../../internal/percent.js';
import type { Finding, Severity } from '../../unified/check/rule.js';
import { type RuleDescription, rules } from '../../unified/check/rules.js';
import type { FileReport, Report } from './report.js';

const levels: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'note' };

/** SARIF 2.1.0 for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif({ files }: Report, version: string): string {
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  for (const { rule } of files.flatMap(({ findings }) => findings)) {
    if (!known.has(rule)) known.set(rule, { name: rule, severity: 'warn', summary: rule, help: rule });
  }
  const names = [...known.keys()];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'deepdive', semanticVersion: version, rules: [...known.values()].map(describe) } },
        invocations: [invocationOf(files)],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => resultOf(path, finding, names.indexOf(finding.rule))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Whether every page could be checked, and what became of the others. */
function invocationOf(files: readonly FileReport[]) {
  const failures = files.flatMap(({ path, failure }) => (failure ? [{ path, ...failure }] : []));
  return {
    executionSuccessful: !failures.length,
    toolExecutionNotifications: failures.map(({ path, rule, message, stack }) => ({
      descriptor: { id: rule },
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
      ...(stack && { exception: { message: stack } }),
    })),
  };
}

const describe = ({ name, severity, summary, help }: RuleDescription) => ({
  id: name,
  shortDescription: { text: summary },
  fullDescription: { text: summary },
  help: { text: help, markdown: help },
  defaultConfiguration: { level: levels[severity] },
});

function resultOf(path: string, { rule, severity, message, ...place }: Finding, ruleIndex: number) {
  const { line, column, endLine, endColumn } = place;
  const hasEnd = endLine > line || endColumn > column;
  const region = { startLine: line, startColumn: column, ...(hasEnd && { endLine, endColumn }) };
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
  };
}

/** As seen from the working directory, which is the repository's where code is scanned. */
function uriOf(path: string): string {
  const fromHere = relative('.', resolve(path));
  if (fromHere.startsWith('..')) return pathToFileURL(path).href;
  return fromHere
    .split(sep)
    .map((name) => encodeURIComponent(wellFormed(name)))
    .join('/');
}
