/**
 * `npm test`: the tests in Node beside those in browsers, which wait for frames more than they compute. What Node's say is
 * printed once they are done. With words for the test runner, those in browsers alone:
 * `npm test -- --files tests/elements/law-table.test.ts`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const start = (args, output) => spawn(process.execPath, args, { stdio: ['inherit', output, 'inherit'] });

async function inNode() {
  const tests = start(['--test', '--test-concurrency=2', ...globSync('tests/node/*.test.mjs')], 'pipe');
  const [said, [status]] = await Promise.all([text(tests.stdout), once(tests, 'exit')]);
  process.stdout.write(`\n${said}\n`);
  return status;
}

const words = process.argv.slice(2);

async function inBrowsers() {
  const [status] = await once(start(['node_modules/@web/test-runner/dist/bin.js', ...words], 'inherit'), 'exit');
  return status;
}

const statuses = await Promise.all(words.length ? [inBrowsers()] : [inNode(), inBrowsers()]);
// A process that a signal has ended has no status.
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
