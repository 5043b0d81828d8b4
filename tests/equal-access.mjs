/**
 * What IBM Equal Access finds in a site that `deepdive build` has made; see CONTRIBUTING.md. Of the pages as they are first seen,
 * with every diagram drawn.
 */
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './node/pages.mjs';

const engine = createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js');
const site = resolve(argv[2] ?? 'site');
const { openPage, close } = await openBrowser('Chromium', {}, pathToFileURL(`${site}/`));
let count = 0;
for (const path of globSync('**/*.html', { cwd: site }).sort()) {
  const page = await openPage(`/${path}`);
  await page.evaluate(async () => {
    const isDrawn = (diagram) => diagram.matches(':state(drawn), :state(failed)');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const diagrams = [...document.querySelectorAll('architecture-diagram')];
    if (diagrams.length) await customElements.whenDefined('architecture-diagram');
    for (const diagram of diagrams) diagram.draw();
    while (!diagrams.every(isDrawn)) await frame();
    for (let frames = 0; frames < 5; frames++) await frame();
  });
  await page.addScriptTag({ path: engine });
  const found = await page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return results
      .filter(({ value }) => value.join() === 'VIOLATION,FAIL')
      .map(({ ruleId, message, snippet }) => `  ${ruleId}: ${message}\n    ${snippet.slice(0, 160)}`);
  });
  console.log([`${path}: ${found.length}`, ...found].join('\n'));
  count += found.length;
  await page.close();
}
await close();
console.log(`${count} failures`);
process.exitCode = count ? 1 : 0;
