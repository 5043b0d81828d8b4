import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawPage } from './draw-page.js';
import { DrawingBrowser } from './drawing-browser.js';
import { faultHelp, forPage } from './faults.js';
import { DrawingBrowserError } from './start-browser.js';
import { readText, writeOutput, writeText } from './text-files.js';
import { parsedOr, UsageError } from './usage-error.js';

const help = `Usage: deepdive draw page.html [more.html …] [-o out.html | --out-dir folder]

Draws the architecture-diagrams of HTML files with an installed browser and puts the drawings into the files. Drawings of
an earlier run are replaced.

Options:
  -o, --out FILE   write the page there, not in place
  --out-dir FOLDER write the pages there, not in place
  --font FONT      what labels are measured in, as a CSS font-family: the --dd-font of your pages, if they set one
  --browser PATH   the Chromium, Chrome, Edge or Firefox to draw with, not the first one found
  --help           this text

Exit code: 0 where all is drawn, 1 where a diagram, or a part of one, is not, 2 where the command cannot be followed,
${faultHelp}.`;

/** `deepdive draw`: returns the exit code. */
export async function draw(args: string[]): Promise<number> {
  const { values, positionals: files } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const targetOf = targets(files, values.out, values['out-dir']);
  const browser = new DrawingBrowser({ executablePath: values.browser, font: values.font });
  let failed = false;
  try {
    for (const file of files) {
      const page = await readText(file);
      const { html, drawn, failures } = await forPage(file, [DrawingBrowserError], () => drawPage(page, browser));
      const target = targetOf(file);
      if (values.out !== undefined) await writeOutput(target, html);
      else if (target !== file || html !== page) await writeText(target, html);
      console.log(`${file}: ${drawn} ${drawn === 1 ? 'diagram' : 'diagrams'} drawn`);
      for (const { line, message } of failures) console.error(`${file}:${line}: ${message}`);
      failed ||= failures.length > 0;
    }
  } finally {
    await browser.close();
  }
  return failed ? 1 : 0;
}

function parse(args: string[]) {
  return parsedOr(help, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        'out-dir': { type: 'string' },
        font: { type: 'string' },
        browser: { type: 'string' },
        help: { type: 'boolean' },
      },
    }),
  );
}

/** Where each page is written. */
function targets(files: string[], out?: string, folder?: string): (file: string) => string {
  if (!files.length) throw new UsageError(`Name the HTML files to draw.\n\n${help}`);
  if (out !== undefined && folder !== undefined) throw new UsageError('Give -o or --out-dir, not both.');
  if (out !== undefined && files.length > 1) {
    throw new UsageError('-o takes one page; for several, give --out-dir and a folder.');
  }
  const targetOf = (file: string) => out ?? (folder === undefined ? file : join(folder, basename(file)));
  const twin = files.find((file, index) => files.slice(0, index).some((other) => targetOf(other) === targetOf(file)));
  if (twin) throw new UsageError(`Two pages would be written to ${targetOf(twin)}. Draw them one by one, with -o.`);
  return targetOf;
}
