import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

test('the whole sheet is made of what elements share and of the sheet of each element', () => {
  const imported = [...readFileSync('src/deepdive.css', 'utf8').matchAll(/@import "\.\/.*?([a-z-]+)\.css"/g)].map(
    ([, name]) => name,
  );
  const parts = globSync('dist/styles/*.css').map((path) => basename(path, '.css'));
  assert.deepEqual(imported.toSorted(), parts.toSorted());
  // Its rules for plain HTML give way to those of the elements.
  assert.deepEqual(imported.slice(0, 2), ['case-study', 'base']);
});

test('every element but one, which has no rules, has a sheet', () => {
  const tags = globSync('dist/elements/*/*.define.js').map((path) => basename(path, '.define.js'));
  const sheets = globSync('dist/styles/*.css').map((path) => basename(path, '.css'));
  assert.deepEqual(
    tags.filter((tag) => !sheets.includes(tag)),
    ['diagram-ref'],
  );
});
