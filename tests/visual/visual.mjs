/**
 * Does the template page still look the way it did? Takes pictures of it in every engine that is here and compares them
 * with those in `baseline/`; a difference is shown side by side in `differences/`. Looks at what `npm run build` has made.
 * `npm run test:visual`; with `-- --update` the pictures of today become the baseline. `ENGINES=firefox` takes one engine.
 */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { findEngines } from '../../.ci/engines.mjs';
import { start } from './browsers.mjs';
import { indexed } from './indexed.mjs';
import { pictures, serve, settle } from './page.mjs';

const { values: options } = parseArgs({ options: { update: { type: 'boolean', default: false } } });

/**
 * How far a pixel's colour may be off, from 0 to 1, and the share of pixels that may be off further. Between two runs
 * Chromium and Firefox differ by no pixel, WebKitGTK in edges of letters: by up to 0.00015 of all pixels.
 */
const exact = { threshold: 0.02, tolerance: 0.00001 };
const limits = { Chromium: exact, Firefox: exact, WebKit: { threshold: 0.05, tolerance: 0.0003 } };

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const shown = (path) => relative(process.cwd(), path);
const versionsPath = folder('baseline/versions.json');
const versions = existsSync(versionsPath) ? JSON.parse(readFileSync(versionsPath, 'utf8')) : {};
const baselineOf = (engine, picture) => folder(`baseline/${engine.toLowerCase()}/${picture}.png`);

const named = process.env.ENGINES?.toLowerCase().split(',');
const engines = findEngines().filter(({ name }) => !named || named.includes(name.toLowerCase()));
const missing = engines.filter(({ path }) => !path).map(({ name }) => name);
if (missing.length) {
  const message = `Not on this machine, and not looked at: ${missing.join(', ')}.`;
  if (process.env.CI) throw new Error(message);
  console.log(message);
}

/** A picture as large as both of two, so that they can be compared; what one of them lacks is transparent. */
function framed(picture, width, height) {
  const whole = new PNG({ width, height });
  PNG.bitblt(picture, whole, 0, 0, picture.width, picture.height, 0, 0);
  return whole;
}

/** Compares a picture with its baseline. @returns what is wrong, in words; nothing where nothing is */
function compare(engine, name, taken) {
  const path = baselineOf(engine, name);
  if (!existsSync(path)) return 'has no baseline: npm run test:visual -- --update makes one.';
  const before = PNG.sync.read(readFileSync(path));
  // With a palette, too: what that leaves out is left out of both.
  const now = PNG.sync.read(indexed(taken));
  const { threshold, tolerance } = limits[engine];
  const [width, height] = [Math.max(before.width, now.width), Math.max(before.height, now.height)];
  const [old, young, difference] = [
    framed(before, width, height),
    framed(now, width, height),
    new PNG({ width, height }),
  ];
  const count = pixelmatch(old.data, young.data, difference.data, width, height, { threshold, includeAA: true });
  const isSameSize = before.width === now.width && before.height === now.height;
  if (isSameSize && count <= width * height * tolerance) return undefined;
  const beside = new PNG({ width: 3 * width, height });
  for (const [at, picture] of [old, young, difference].entries())
    PNG.bitblt(picture, beside, 0, 0, width, height, at * width, 0);
  const to = folder(`differences/${engine.toLowerCase()}-${name}.png`);
  mkdirSync(folder('differences'), { recursive: true });
  writeFileSync(to, PNG.sync.write(beside));
  const size = isSameSize ? '' : `${now.height - before.height} pixels higher, `;
  return `${size}${count} pixels differ. Baseline, now, difference: ${shown(to)}`;
}

rmSync(folder('differences'), { recursive: true, force: true });
const site = await serve();
const failures = [];

/** Takes and compares, or keeps, the pictures of an engine. */
async function look(engine) {
  const { name } = engine;
  const camera = await start[name](engine);
  const known = versions[name];
  const isOther = known && known !== camera.version;
  try {
    for (const picture of pictures) {
      const size = { width: picture.width, height: 900 };
      const now = PNG.sync.read(await camera.take(site.addressOf(picture, 'stories/starter/index.html'), size, settle));
      if (options.update) {
        const path = baselineOf(name, picture.name);
        mkdirSync(folder(`baseline/${name.toLowerCase()}`), { recursive: true });
        writeFileSync(path, indexed(now));
        continue;
      }
      const problem = compare(name, picture.name, now);
      const version = isOther ? ` (The baseline is of ${name} ${known}, this is ${camera.version}.)` : '';
      if (problem) failures.push(`${name}, ${picture.name}: ${problem}${version}`);
    }
    versions[name] = camera.version;
  } finally {
    await camera.close();
  }
}

for (const engine of engines.filter(({ path }) => path)) await look(engine);
site.close();

if (options.update) {
  writeFileSync(versionsPath, `${JSON.stringify(versions, undefined, 2)}\n`);
  console.log(`New baselines in ${shown(folder('baseline'))}.`);
} else {
  const looked = (engines.length - missing.length) * pictures.length;
  console.log(failures.length ? failures.join('\n') : `${looked} pictures look as they did.`);
}
process.exit(failures.length ? 1 : 0);
