import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { document, goodStudy, lookAtStudy, openFolder, study } from './pages.mjs';

const project = process.env.PACKAGE_PROJECT;

const styles = ['deepdive.css', 'themes/paper.css']
  .map((name) => `<link rel="stylesheet" href="/node_modules/deepdive-elements/dist/${name}">`)
  .join('\n');

/** The shortest that works: what the package imports, and nothing that those import. */
const imports = {
  'deepdive-elements': '/node_modules/deepdive-elements/dist/define.js',
  'deepdive-elements/languages/': '/node_modules/deepdive-elements/dist/languages/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  '@panzoom/panzoom': '/node_modules/@panzoom/panzoom/dist/panzoom.es.js',
};

let site;
before(async () => {
  writeFileSync(
    join(project, 'import-map.html'),
    document(
      `${styles}
      <script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">
        import 'deepdive-elements';
        import 'deepdive-elements/languages/de.js';
      </script>`,
      study,
    ),
  );
  writeFileSync(
    join(project, 'script-tag.html'),
    document(
      `${styles}
      <script type="module" src="/node_modules/deepdive-elements/dist/cdn/deepdive.js"></script>`,
      study,
    ),
  );
  site = await openFolder(project);
});
after(() => site?.close());

test('from a file server, through an import map', async () => {
  assert.deepEqual(await site.look('/import-map.html', lookAtStudy), goodStudy);
});

test('from a file server, by a script tag', async () => {
  assert.deepEqual(await site.look('/script-tag.html', lookAtStudy), goodStudy);
});
