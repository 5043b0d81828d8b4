import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { LanguageServer } from './language-server.mjs';

/** What TypeScript says of a project. */
const check = (project) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project]);
  return `${stdout}${stderr}`;
};

/** Someone else's project, with the library and the frameworks among its packages. */
let project;
before(() => {
  project = mkdtempSync(join(tmpdir(), 'deepdive-types-'));
  mkdirSync(join(project, 'node_modules'));
  for (const [name, path] of [
    ['deepdive-elements', '.'],
    ['@types', 'node_modules/@types'],
  ]) {
    symlinkSync(resolve(path), join(project, 'node_modules', name), 'junction');
  }
});
after(() => rmSync(project, { recursive: true, force: true }));

test('tags are checked in React, Preact, Solid, Vue and Svelte, and their own types are sound', () => {
  assert.equal(check('tests/node/types'), '');
});

test('types can be named in a tsconfig.json, too', () => {
  const { compilerOptions } = JSON.parse(readFileSync('tests/node/types/tsconfig.json', 'utf8'));
  const settings = { compilerOptions: { ...compilerOptions, types: ['deepdive-elements/react'] }, files: ['page.tsx'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(
    join(project, 'page.tsx'),
    `export const good = <incident-callout severity="sev1" />;
     // @ts-expect-error: no such severity
     export const bad = <incident-callout severity="sev9" />;`,
  );
  assert.equal(check(project), '');
});

test('an editor shows what a tag, an attribute and a listener are', async () => {
  const server = new LanguageServer();
  try {
    await server.start();
    for (const framework of ['react', 'preact', 'solid']) {
      const path = `tests/node/types/${framework}.tsx`;
      assert.match(await server.hover(path, 'incident-callout'), /An incident: what happened/, framework);
      assert.match(await server.hover(path, 'incident-times='), /The times to detect, mitigate and resolve/, framework);
      assert.match(await server.hover(path, 'trend'), /Where the figure is heading.*- `up`: It rises\./s, framework);
    }
  } finally {
    server.stop();
  }
});
