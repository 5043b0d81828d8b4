import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tokensOf } from '../../stories/docs/read-tokens.mjs';

const read = (path) => readFileSync(path, 'utf8');
const page = read('stories/docs/theming.mdx');
const tokens = read('src/styles/tokens.css');
/** The tokens that say what they are for: the page prints them. */
const explained = tokensOf(tokens).map(({ name }) => name);
const declarations = JSON.parse(read('custom-elements.json')).modules.flatMap(({ declarations = [] }) => declarations);

/** Says that an element's rules are there; nobody sets it. */
const internal = '--dd-styled';

const tokensIn = (text) => [...text.matchAll(/--dd-[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name);

test('every token of the style sheets is in the documentation, and no other', () => {
  const used = new Set(globSync('src/**/*.css').flatMap((path) => tokensIn(read(path))));
  used.delete(internal);
  const told = new Set([...tokensIn(page), ...explained]);
  assert.deepEqual([...used.difference(told)], [], 'not told');
  assert.deepEqual([...told.difference(used)], [], 'not used');
});

test('every token with a default for all says what it is for', () => {
  const defaults = tokensIn(tokens.replace(/\/\*.*?\*\//gs, '').replace(/@property.*?}/s, ''));
  assert.deepEqual([...new Set(defaults)].sort(), explained.sort());
});

for (const [kind, list, selector] of [
  ['part', 'cssParts', 'part'],
  ['state', 'cssStates', 'state'],
]) {
  test(`every ${kind} is in the documentation`, () => {
    const rows = page.split('\n').filter((line) => line.startsWith('    <tr>'));
    const lacking = declarations.flatMap(({ tagName, [list]: some = [] }) =>
      some
        .filter(({ name }) => !rows.some((row) => row.includes(tagName) && row.includes(`:${selector}(${name})`)))
        .map(({ name }) => `${tagName}::${selector}(${name})`),
    );
    assert.deepEqual(lacking, []);
  });
}
