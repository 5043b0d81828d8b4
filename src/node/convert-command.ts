import { dirname, extname } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { toHtml, toMarkdown } from '../unified/convert.js';
import { iconsFrom } from './icons.js';
import { readText, writeOutput } from './text-files.js';
import { parsedOr, UsageError } from './usage-error.js';

const help = `Usage: deepdive convert page.md [-o out.md|out.html]

Writes a page with the tags of the elements in it. Markdown stays Markdown: what is an element becomes HTML in it, what
only MkDocs, Docusaurus or GitHub understand becomes HTML, too, and every other line stays as it is. A page that has been
converted does not change any more. Where the file to write is called .html, it is HTML: the content, without a head.

Options:
  -o, --out FILE   write the page there, not to the standard output
  --help           this text

Exit code: 0 where the page is converted, 1 where it cannot be read, 2 where the command could not be followed.`;

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
  const page = new VFile({ path, value: await readText(path) });
  const icons = iconsFrom(dirname(path));
  const converted = tryTo(() => (wanted === '.html' ? toHtml(page, icons) : toMarkdown(page, icons)), page);
  if (converted === undefined) return 1;
  if (values.out === undefined) stdout.write(converted);
  else await writeOutput(values.out, converted);
  return 0;
}

/** A page that reading refuses has said why among its messages. */
function tryTo(convert: () => string, page: VFile): string | undefined {
  try {
    return convert();
  } catch (error) {
    const reason = page.messages.find(({ fatal }) => fatal);
    if (!reason) throw error;
    console.error(`${page.path}:${reason.line ?? 1}: ${reason.reason}`);
    return undefined;
  }
}

function parse(args: string[]) {
  return parsedOr(help, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string', short: 'o' }, help: { type: 'boolean' } },
    }),
  );
}
