/**
 * What has to hold for any folder of Markdown: `CORPUS=folder npm run test:corpus`.
 *
 * Every page has a report, every finding is in its page, and no page stops `check`, `convert` or `build`, or takes longer
 * than a page may.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../dist/node/check-files.js';
import { checkPages } from '../dist/node/check-pages.js';
import { PagePool } from '../dist/node/page-pool.js';
import { sarif } from '../dist/node/reporters/sarif.js';
import { outsideOf } from './unified/places.mjs';
import { program } from './unified/run-deepdive.mjs';
import { isSarif } from './unified/sarif.mjs';

const folder = process.env.CORPUS;
if (!folder) throw new Error('Name a folder of Markdown: CORPUS=folder npm run test:corpus');

/** Seconds that a page may take. */
const timeout = 60;
const wrong = [];

async function timed(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`${name}: ${result}, ${Math.round((performance.now() - start) / 1000)} s`);
}

/** What is not UTF-8 is refused before. */
const isText = (text) => !text.includes('\uFFFD');
const found = await filesIn([folder]);

await timed('check', async () => {
  const report = await checkPages(found, { settings: {}, timeout });
  isSarif(JSON.parse(sarif(report, '0.0.0')));
  const counts = {};
  for (const { path, findings, failure } of report.files) {
    if (failure) wrong.push(`${path}: ${failure.stack ?? failure.message}`);
    const source = new TextDecoder().decode(readFileSync(path));
    for (const one of findings) {
      counts[one.rule] = (counts[one.rule] ?? 0) + 1;
      const fault = outsideOf(source, one);
      if (fault) wrong.push(`${path}: ${fault}`);
    }
  }
  const missing = found.files.length - report.files.length;
  if (missing) wrong.push(`${missing} files have no report`);
  console.table(counts);
  return `${report.files.length} files`;
});

await timed('convert', async () => {
  const pool = new PagePool(new URL('../dist/node/convert-worker.js', import.meta.url), { timeout });
  const convert = async (path) => {
    const text = readFileSync(path, 'utf8');
    if (!isText(text)) return;
    for (const isToHtml of [false, true]) {
      await pool.run({ path, text, isToHtml }).catch(({ message, thrown }) => {
        wrong.push(`${path}: ${thrown?.stack ?? message}`);
      });
    }
  };
  await Promise.all(found.files.filter((path) => path.endsWith('.md')).map(convert));
  await pool.close();
  return `${found.files.length} files`;
});

await timed('build', () => {
  const out = mkdtempSync(join(tmpdir(), 'deepdive-corpus-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build', folder, '-o', out], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  rmSync(out, { recursive: true });
  if (status !== 0 && status !== 1) wrong.push(`build ends with ${status}: ${stderr.slice(-2000)}`);
  wrong.push(...stderr.split('\n').filter((line) => / (?:fault|timeout) This page /.test(line)));
  return stdout.trim().split('\n').at(-1);
});

for (const one of wrong) console.error(one);
process.exitCode = wrong.length ? 1 : 0;
