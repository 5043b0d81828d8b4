import { extname } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { ConvertAnswer, ConvertTask } from './convert-worker.js';
import { faultCode, faultHelp, tellStack } from './faults.js';
import { PageFailure, PagePool } from './page-pool.js';
import { readText, writeOutput } from './text-files.js';
import { timeoutHelp, timeoutOf } from './timeout.js';
import { parsedOr, UsageError } from './usage-error.js';

const help = `Usage: deepdive convert page.md [-o out.md|out.html]

Writes a page with the tags of the elements in it. Markdown stays Markdown: what is an element becomes HTML in it, what
only MkDocs, Docusaurus or GitHub understand becomes HTML, too, and every other line stays as it is. A page that has been
converted does not change any more. Where the file to write is called .html, it is HTML: the content, without a head.

Options:
  -o, --out FILE   write the page there, not to the standard output
${timeoutHelp}
  --help           this text

Exit code: 0 where the page is converted, 1 where it cannot be read, 2 where the command could not be followed,
${faultHelp}.`;

/** `deepdive convert`: returns the exit code. */
export async function convert(args: string[]): Promise<number> {
  const { values, positionals: files } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [path, ...others] = files;
  if (path === undefined || others.length) throw new UsageError(`Name one page to convert.\n\n${help}`);
  const isMarkdown = extname(path) !== '.html';
  const wanted = values.out === undefined ? extname(path) : extname(values.out);
  if (wanted !== '.html' && !isMarkdown) {
    throw new UsageError(`${path} is HTML, which is converted to HTML only: let the file after -o end in .html.`);
  }
  const task = { path, text: await readText(path), isToHtml: wanted === '.html' };
  const pool = new PagePool<ConvertTask, ConvertAnswer>(script, { timeout: timeoutOf(values.timeout) });
  try {
    const answer = await pool.run(task);
    if ('reason' in answer) return tellRefusal(path, answer);
    if (values.out === undefined) stdout.write(answer.text);
    else await writeOutput(values.out, answer.text);
    return 0;
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error;
    return tellFailure(path, error);
  } finally {
    await pool.close();
  }
}

const script = new URL('convert-worker.js', import.meta.url);

function tellRefusal(path: string, { line, reason }: { line: number; reason: string }): number {
  console.error(`${path}:${line}: ${reason}`);
  return 1;
}

function tellFailure(path: string, { rule, message, thrown }: PageFailure): number {
  console.error(`${path}: ${message}`);
  tellStack(thrown?.stack);
  return rule === 'fault' ? faultCode : 1;
}

function parse(args: string[]) {
  return parsedOr(help, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string', short: 'o' }, timeout: { type: 'string' }, help: { type: 'boolean' } },
    }),
  );
}
