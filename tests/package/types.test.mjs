import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../packed.mjs';
import { entries } from './entries.mjs';

const project = process.env.PACKAGE_PROJECT;
const archive = readFileSync(join(dirname(project), 'package.tgz'));
const exact = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: exact(archive) }, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test('types are found at every entry, by every resolution that knows ES modules', async () => {
  const { problems, types } = await checkPackage(createPackageFromTarballData(new Uint8Array(archive)), {
    entrypoints: entries().map((entry) => entry.replace('deepdive-elements', '.')),
  });
  assert.equal(types.kind, 'included');
  // The package is made of ES modules: `require()` and a resolution that does not read `exports` are not promised.
  const isPromised = ({ kind, resolutionKind }) =>
    kind !== 'CJSResolvesToESM' && resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs';
  assert.deepEqual(problems.filter(isPromised), []);
});

for (const [resolution, module] of [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
]) {
  test(`a strict project that checks its libraries compiles: moduleResolution ${resolution}`, () => {
    const folder = join(project, `types-${resolution}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2023', 'dom', 'dom.iterable'],
          module,
          moduleResolution: resolution,
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['page.ts'],
      }),
    );
    // Adapters for frameworks are checked in tests/node/types, each beside its framework.
    const imports = entries()
      .filter((entry) => !/\/(react|preact|solid|vue|svelte|ssr)$/.test(entry))
      .map((entry, at) => `import * as entry${at} from '${entry}';`);
    writeFileSync(
      join(folder, 'page.ts'),
      `${imports.join('\n')}
       import 'deepdive-elements/deepdive.css';
       import rehypeDeepdive from 'deepdive-elements/rehype';
       import remarkDeepdive from 'deepdive-elements/remark';
       import rehypeDeepdiveSanitize from 'deepdive-elements/sanitize';
       import type { Root as Html } from 'hast';
       import type { Root as Markdown } from 'mdast';
       import { unified } from 'unified';
       import 'deepdive-elements/deepdive.guarded.css';
       import 'deepdive-elements/themes/paper.css';
       import { LawTable } from 'deepdive-elements/classes';
       const table: LawTable = document.createElement('law-table');
       const kind: string | undefined = document.querySelector('note-callout')?.kind;
       // @ts-expect-error: no such kind
       document.createElement('note-callout').kind = 'sad';
       // The plugins are bundled, and go into the processor that the project has.
       const plugins = unified().use(remarkDeepdive, { keepIcons: true }).use(rehypeDeepdive).use(rehypeDeepdiveSanitize);
       const html = (tree: Markdown): Html => plugins.runSync(tree);
       // @ts-expect-error: no such option
       unified().use(remarkDeepdive, { keepIcon: true });
       export { table, kind, html };`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      folder,
    ]);
    assert.equal(`${stdout}${stderr}`, '');
  });
}

test('every script entry can be imported in Node, where there is no document', () => {
  const script = entries()
    .map((entry) => `await import('${entry}');`)
    .join('\n');
  writeFileSync(join(project, 'every-entry.mjs'), `${script}\nconsole.log(typeof document);`);
  const { stdout, stderr } = spawnSync(process.execPath, ['every-entry.mjs'], { cwd: project });
  assert.equal(`${stdout}${stderr}`.trim(), 'undefined');
});

test('files that are data are entries, too', () => {
  const resolved = [
    'deepdive.css',
    'deepdive.guarded.css',
    'custom-elements.json',
    'html-data.json',
    'css-data.json',
    'web-types.json',
  ]
    .concat(globSync('*.css', { cwd: join(root, 'dist/themes') }).map((name) => `themes/${name}`))
    .map((name) => `import.meta.resolve('deepdive-elements/${name}')`);
  writeFileSync(
    join(project, 'data.mjs'),
    `import { existsSync } from 'node:fs';
     for (const url of [${resolved}]) if (!existsSync(new URL(url))) console.log(url);`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, ['data.mjs'], { cwd: project });
  assert.equal(`${stdout}${stderr}`, '');
});
