#!/usr/bin/env node
import module from 'node:module';
import { argv } from 'node:process';
import { own } from '../internal/own.js';
import { tellFault } from './faults.js';
import { DrawingBrowserError } from './start-browser.js';
import { UsageError } from './usage-error.js';
import { version } from './version.js';

// What the commands import is compiled once, from Node 22.8 on: https://nodejs.org/api/module.html#module-compile-cache
module.enableCompileCache?.();

/** What each command makes of its arguments; the result is the exit code. */
const commands: Record<string, (args: string[]) => Promise<number>> = {
  build: async (args) => (await import('./build-command.js')).build(args),
  check: async (args) => (await import('./check-command.js')).check(args),
  convert: async (args) => (await import('./convert-command.js')).convert(args),
  draw: async (args) => (await import('./draw-command.js')).draw(args),
};

const help = `Usage: deepdive <command>

Commands:
  build       make a finished page of a writeup in Markdown or HTML
  check       report what is unfinished or broken in writeups
  convert     write a page with the tags of the elements in it
  draw        draw the diagrams of HTML files, so that the pages need no Mermaid

Options:
  --help      this text; \`deepdive <command> --help\` says more
  --version   the version of deepdive-elements`;

async function run([name = '', ...args]: string[]): Promise<number> {
  if (name === '--version') {
    console.log(version);
    return 0;
  }
  if (name === '--help') {
    console.log(help);
    return 0;
  }
  const command = own(commands, name);
  if (command) return command(args);
  throw new UsageError(name ? `There is no command “${name}”.\n\n${help}` : help);
}

// What is thrown later than a command waits for ends it in the same way.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  // Whoever reads the output has had enough of it: `deepdive check docs | head`.
  process.exit(error.code === 'EPIPE' ? undefined : tellFault(error));
});

try {
  process.exitCode = await run(argv.slice(2));
} catch (error) {
  if (error instanceof UsageError || error instanceof DrawingBrowserError) {
    console.error(error.message);
    process.exitCode = 2;
  } else {
    process.exitCode = tellFault(error);
  }
}
