import { env, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { Severity } from '../unified/check/rule.js';
import { fixing, rules, type Settings } from '../unified/check/rules.js';
import { applyFixes } from './apply-fixes.js';
import { filesIn } from './check-files.js';
import { checkPages } from './check-pages.js';
import { faultCode, faultHelp, tellStack } from './faults.js';
import { isSameFile } from './real-path.js';
import { json } from './reporters/json.js';
import { countOf, type Report } from './reporters/report.js';
import { sarif } from './reporters/sarif.js';
import { text } from './reporters/text.js';
import { writeOutput } from './text-files.js';
import { timeoutHelp, timeoutOf } from './timeout.js';
import { parsedOr, UsageError } from './usage-error.js';
import { version } from './version.js';

const help = `Usage: deepdive check page.md [folder …] [--format text|json|sarif] [--rule NAME=off|warn|error …]
                      [--fix NAME …] [-o FILE]

Looks for what is unfinished or broken in writeups, in Markdown and HTML. Of a folder, every page in it is checked.

Options:
  --format FORMAT  text, for people; json; sarif, for code scanning
  --rule NAME=LEVEL
                   what a rule's findings are: off, warn or error; as often as you like
  --fix NAME       write into the pages what a rule proposes (${fixing.join(', ')}); as often as there are
                   rules. No page is changed without it
  --strict         warnings are errors to the exit code
${timeoutHelp}
  -o, --out FILE   write the report there, not to the standard output
  --help           this text

Rules:
${rules.map(({ name, severity, summary }) => `  ${name.padEnd(16)} ${summary} (${severity})`).join('\n')}

Exit code: 0 where there are no errors, 1 where there are, 2 where the command could not be followed,
${faultHelp}.`;

/** `deepdive check`: returns the exit code. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals: paths } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!paths.length) throw new UsageError(`Name the pages or folders to check.\n\n${help}`);
  const print = printer(values.format, values.out === undefined);
  const [settings, timeout] = [settingsOf(values.rule), timeoutOf(values.timeout)];
  const fixed = fixedRules(values.fix);
  const found = await checkPages(await filesIn(paths), { settings, timeout });
  const report = fixed.length ? await applyFixes(found, fixed) : found;
  const printed = print(report);
  if (values.out === undefined) stdout.write(printed);
  else await writeReport(values.out, printed, report);
  for (const { failure } of report.files) tellStack(failure?.stack);
  return codeOf(report, values.strict);
}

async function writeReport(out: string, printed: string, { files }: Report): Promise<void> {
  for (const { path } of files) {
    if (await isSameFile(path, out)) {
      throw new UsageError(`${out} would be replaced by the report on it. Give -o another file.`);
    }
  }
  await writeOutput(out, printed);
}

function parse(args: string[]) {
  return parsedOr(help, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        rule: { type: 'string', multiple: true, default: [] },
        fix: { type: 'string', multiple: true, default: [] },
        strict: { type: 'boolean' },
        timeout: { type: 'string' },
        out: { type: 'string', short: 'o' },
        help: { type: 'boolean' },
      },
    }),
  );
}

function codeOf(report: Report, isStrict = false): number {
  if (report.files.some(({ failure }) => failure?.rule === 'fault')) return faultCode;
  const { errors, warnings } = countOf(report);
  return errors || (isStrict && warnings) ? 1 : 0;
}

function settingsOf(given: string[]): Settings {
  return Object.fromEntries(
    given.map((setting) => {
      const [, name = '', level] = /^([^=]*)=(off|warn|error)$/.exec(setting) ?? [];
      if (!level) throw new UsageError(`--rule ${setting}: write it as NAME=off, NAME=warn or NAME=error.`);
      if (rules.some((rule) => rule.name === name)) return [name, level as Severity | 'off'];
      throw new UsageError(`There is no rule “${name}”. The rules are ${rules.map((rule) => rule.name).join(', ')}.`);
    }),
  );
}

/** A fix is a guess that its author has to want, so each rule is asked for by its name. */
function fixedRules(names: string[]): string[] {
  for (const name of names)
    if (!fixing.includes(name))
      throw new UsageError(`--fix ${name}: name one of the rules that can: ${fixing.join(', ')}.`);
  return names;
}

function printer(format: string, isScreen: boolean): (report: Report) => string {
  if (format === 'json') return json;
  if (format === 'sarif') return (report) => sarif(report, version);
  const hasColors = isScreen && stdout.isTTY && stdout.hasColors() && !env['NO_COLOR'];
  if (format === 'text') return (report) => text(report, hasColors);
  throw new UsageError(`There is no format “${format}”: write text, json or sarif.`);
}
