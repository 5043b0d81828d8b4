/**
 * Does the time that a page takes grow with its length, whatever is in it? Builds, checks and converts pages of 330 shapes,
 * each at one, two and four times a length, reads the diagrams in them, and prints the processor time of each and how often
 * the first is in the last: about 4 where time is linear, less where it is only that of beginning. Nothing fails: times
 * depend on the machine, and what takes the square of its length is a test (`tests/unified/limits.test.mjs`).
 * Measures what `npm run build` has made: `npm run bench:limits`, with a part of the shapes' names and a length behind it,
 * if wanted: `npm run bench:limits -- table 20000`.
 */
import { VFile } from 'vfile';
import { brokenLinks, Ids } from '../dist/node/check-links.js';
import { diagramsIn } from '../dist/node/page-diagrams.js';
import { checkPage } from '../dist/unified/check/check.js';
import { toMarkdown } from '../dist/unified/convert.js';
import { pageOf } from '../dist/unified/page.js';
import { readWriteup } from '../dist/unified/writeup.js';
import { pages, shapes } from './unified/shapes.mjs';

const [part = '', length = '10000'] = process.argv.slice(2);
const factors = [1, 2, 4];
/** Below this, in milliseconds, a ratio says nothing. */
const noise = 50;

const stepsOf = (path) => ({
  build: (value) => pageOf(readWriteup(new VFile({ value, path })), { script: 'a.js' }),
  check: async (value) => {
    const { links, ids } = await checkPage(new VFile({ value, path }), {});
    const known = new Ids(ids);
    await brokenLinks(path, links, { folders: ['.'], idsOf: async () => known }, {});
  },
  ...(path === 'page.md' && { convert: (value) => toMarkdown(new VFile({ value, path })) }),
  diagrams: diagramsIn,
});

/** Milliseconds of the processor's, and what stopped it. */
async function timeOf(action) {
  const start = process.cpuUsage();
  let stopped = '';
  try {
    await action();
  } catch (error) {
    stopped = error.reason ?? String(error);
  }
  const { user, system } = process.cpuUsage(start);
  return { time: (user + system) / 1000, stopped };
}

const row = (shape, step, times, ratio, stopped) =>
  [shape.padEnd(38), step.padEnd(9), ...times.map((time) => time.padStart(7)), ratio.padStart(6), ` ${stopped}`].join(
    ' ',
  );
console.log(row('shape', 'step', ['1×', '2×', '4×'], '4×/1×', ''));
const named = [
  ...Object.entries(shapes).map(([name, make]) => ({ name, make, path: 'page.md' })),
  ...Object.entries(pages).map(([name, make]) => ({ name, make, path: 'page.html' })),
];
for (const { name, make, path } of named.filter((one) => one.name.includes(part))) {
  for (const [step, run] of Object.entries(stepsOf(path))) {
    await timeOf(() => run(make(1000)));
    const measured = [];
    for (const factor of factors) {
      const value = make(Number(length) * factor);
      measured.push(await timeOf(() => run(value)));
    }
    const [one, , four] = measured.map(({ time }) => time);
    const ratio = four > noise ? (four / one).toFixed(1) : '';
    const stopped = measured.at(-1).stopped.slice(0, 70);
    console.log(
      row(
        name,
        step,
        measured.map(({ time }) => time.toFixed(0)),
        ratio,
        stopped,
      ),
    );
  }
}
