/** Pages that use the package, and what a reader must find in each. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { openBrowser } from '../node/pages.mjs';

const table = `<law-table>
  <table>
    <thead><tr><th>Law</th><th>Challenge</th></tr></thead>
    <tbody><tr><td>CAP</td><td>A region goes dark</td></tr></tbody>
  </table>
</law-table>`;

/** In German, on paper. */
export const study = `<case-study>
  <h1>Order ledger</h1>
  <note-callout kind="tip"><p>Orders are split by buyer.</p></note-callout>
  ${table}
  <architecture-diagram><pre>graph LR; CDN --> LB[Load balancers]</pre></architecture-diagram>
</case-study>`;

export const bodies = { every: study, one: table, classes: table };

export const scripts = {
  every: `import 'deepdive-elements/deepdive.css';
    import 'deepdive-elements/themes/paper.css';
    import 'deepdive-elements';
    import 'deepdive-elements/languages/de.js';`,
  one: `import 'deepdive-elements/law-table';`,
  classes: `import { LawTable } from 'deepdive-elements/classes';
    globalThis.imported = LawTable;`,
};

export const document = (head, body) => `<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <title>Page</title>
  ${head}
</head>
<body>
${body}
</body>
</html>`;

/** A browser for the files of a folder. */
export async function openFolder(folder) {
  const browser = await openBrowser('Chromium', {}, pathToFileURL(`${folder}/`));
  return {
    /** Opens a page, runs `look` in it, and closes it; an error or a warning in the page is one of the test. */
    async look(path, look) {
      const said = [];
      const page = await browser.openPage(path, (blank) => {
        blank.on('console', (message) => /error|warn/.test(message.type()) && said.push(message.text()));
        blank.on('pageerror', (error) => said.push(error.message));
        blank.on('requestfailed', (request) => said.push(`${request.url()} failed`));
      });
      try {
        const found = await page.evaluate(look);
        assert.deepEqual(said, []);
        return found;
      } catch (error) {
        // What the page says comes nearer to the reason.
        throw said.length ? new Error(said.join('\n'), { cause: error }) : error;
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** What runs in a page with `study`, and what it must find. */
export async function lookAtStudy() {
  const diagram = document.querySelector('architecture-diagram');
  await customElements.whenDefined('architecture-diagram');
  if (!diagram.matches(':state(drawn)')) {
    await new Promise((resolve, reject) => {
      diagram.addEventListener('load', resolve);
      diagram.addEventListener('error', () => reject(new Error('The diagram was not drawn.')));
    });
  }
  // Where a bundler has rewritten the colours, the script brings them as they are.
  const pairs = () => getComputedStyle(document.documentElement).getPropertyValue('--_pairs');
  while (!pairs().includes('light-dark')) await new Promise(requestAnimationFrame);
  const callout = document.querySelector('note-callout');
  return {
    undefined: [...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName),
    // A page with the stylesheet is given no rules by the elements.
    adopted: document.adoptedStyleSheets.length,
    isStyled: getComputedStyle(callout).borderInlineStartStyle,
    measure: getComputedStyle(document.body).getPropertyValue('--dd-measure'),
    title: callout.dataset.words,
    drawing: diagram.shadowRoot.querySelector('svg').textContent.includes('Load balancers'),
  };
}

export const goodStudy = {
  undefined: [],
  adopted: 0,
  isStyled: 'solid',
  measure: '44rem',
  title: 'Tipp',
  drawing: true,
};

/** What runs in a page that registers one element, without the stylesheet. */
export async function lookAtTable() {
  await customElements.whenDefined('law-table');
  const table = document.querySelector('law-table');
  await table.updateComplete;
  const isStyled = () => getComputedStyle(table).getPropertyValue('--dd-styled');
  while (!isStyled()) await new Promise(requestAnimationFrame);
  return {
    label: table.querySelector('td').dataset.label,
    others: ['case-study', 'compare-table', 'architecture-diagram'].filter((tag) => customElements.get(tag)),
    scripts: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  };
}

/** What files cost a reader: minified, since not every bundler does that by itself, and gzipped. */
export const sizeOf = (folder, paths) =>
  paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => transformSync(readFileSync(join(folder, path), 'utf8'), { minify: true }).code)
    .reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
