import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { quietly, root } from '../packed.mjs';
import { bodies, document, goodStudy, lookAtStudy, lookAtTable, openFolder, scripts, sizeOf } from './pages.mjs';

/**
 * What one element may cost, minified and gzipped, in bytes: the script, and the rules that it fetches by itself. Half a
 * kilobyte of each is for a reader whose page is changed by htmx or Turbo: labels and roles that these remove are restored.
 */
const budgets = { one: 19_600, classes: 12_000 };
// Parcel keeps what `deepdive-elements/classes` names, used or not.
const classesInParcel = 27_000;

/** What the pages need beside their script: webpack's is no module, and the others write the stylesheet beside it. */
const heads = {
  webpack: (page) => `<script defer src="./${page}.js"></script>`,
  Rollup: (page) => link(page) + scriptOf(page),
  esbuild: (page) => link(page) + scriptOf(page),
};
const scriptOf = (page) => `<script type="module" src="./${page}.js"></script>`;
const link = (page) => (page === 'every' ? `<link rel="stylesheet" href="./${page}.css">` : '');

const names = process.env.BUNDLERS?.split(',') ?? ['Vite', 'webpack', 'Rollup', 'esbuild', 'Parcel'];

for (const name of names) {
  describe(name, () => {
    const folder = join(process.env.PACKAGE_PROJECT, name);
    const dist = join(folder, 'dist');
    let site;
    before(async () => {
      mkdirSync(dist, { recursive: true });
      for (const page of Object.keys(scripts)) {
        writeFileSync(join(folder, `${page}.js`), scripts[page]);
        writeFileSync(join(folder, `${page}.html`), document((heads[name] ?? scriptOf)(page), bodies[page]));
      }
      await quietly(root, process.execPath, 'tests/package/bundlers.mjs', name, folder, ...Object.keys(scripts));
      site = await openFolder(dist);
    });
    after(() => site?.close());

    test('every element, the stylesheet, a theme, a language', async () => {
      // Vite rewrites light-dark() for older browsers, and the script adopts the colours as they are.
      const adopted = name === 'Vite' ? 1 : 0;
      assert.deepEqual(await site.look('/every.html', lookAtStudy), { ...goodStudy, adopted });
    });

    test('one element alone, which brings its rules', async (t) => {
      const { label, others, scripts } = await site.look('/one.html', lookAtTable);
      assert.equal(label, 'Law');
      assert.deepEqual(others, []);
      const size = sizeOf(dist, scripts);
      t.diagnostic(`${name}, one element: ${size} bytes`);
      assert.ok(size <= budgets.one, `${size} bytes`);
    });

    test('a class alone registers nothing', async (t) => {
      const { isThere, registered, scripts } = await site.look('/classes.html', () => ({
        isThere: globalThis.imported.prototype instanceof HTMLElement,
        registered: document.querySelectorAll(':defined').length !== document.querySelectorAll('*').length - 1,
        scripts: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      }));
      assert.ok(isThere);
      assert.equal(registered, false);
      const size = sizeOf(dist, scripts);
      t.diagnostic(`${name}, one class: ${size} bytes`);
      assert.ok(size <= (name === 'Parcel' ? classesInParcel : budgets.classes), `${size} bytes`);
    });
  });
}
