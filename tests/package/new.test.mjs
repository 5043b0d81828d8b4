import assert from 'node:assert/strict';
import { exec } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findEngines } from '../../.ci/engines.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** The first, one between others, and the last wherever elements are listed. */
const tags = ['alert-list', 'risk-list', 'zone-list'];

let copy;

/** Runs a command in the copy and returns what it prints; fails with that where it fails. */
async function run(command, env = {}) {
  try {
    const { stdout } = await promisify(exec)(command, { cwd: copy, env: { ...process.env, NO_COLOR: '1', ...env } });
    return stdout;
  } catch ({ stdout, stderr }) {
    assert.fail(`${command}\n${stdout}${stderr}`);
  }
}

const manifest = () => readFile(join(copy, 'custom-elements.json'), 'utf8');

describe('npm run new', () => {
  before(async () => {
    copy = await mkdtemp(join(tmpdir(), 'deepdive-new-'));
    const isLeftOut = (path) => /\/(node_modules|dist|\.git|storybook-static|baseline|differences)$/.test(path);
    await cp(project, copy, { recursive: true, filter: (path) => path === project || !isLeftOut(path) });
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  after(() => rm(copy, { recursive: true, force: true }));

  for (const [name, words] of [
    ['', /^Which name is the element to have\?/],
    ['risk', /^"risk" is no name for an element here: write two words in small letters, with a hyphen between\./],
    ['Risk-List', /^"Risk-List" is no name for an element here/],
    ['risk_list', /^"risk_list" is no name for an element here/],
    ['../risk-list', /^"\.\.\/risk-list" is no name for an element here/],
    ['font-face', /^"font-face" is a name of SVG's or MathML's/],
    ['law-table', /^There is a <law-table> already\./],
    ['table-row', /^The class of "table-row" would be TableRow, which means something else in src\//],
  ]) {
    it(`says in words why ${name || 'nothing'} is no name, and writes nothing`, async () => {
      const before = globSync('{src,stories,tests}/**', { cwd: copy });
      const result = promisify(exec)(`"${execPath}" .ci/new.mjs '${name}'`, { cwd: copy });
      const { code, stderr } = await result.catch((error) => error);
      assert.equal(code, 1);
      assert.match(stderr, words);
      assert.equal(stderr.trim().split('\n').length, 1);
      assert.deepEqual(globSync('{src,stories,tests}/**', { cwd: copy }), before);
    });
  }

  it('writes elements that pass everything', { timeout: 300_000 }, async () => {
    for (const tag of tags) {
      const told = await run(`"${execPath}" .ci/new.mjs ${tag}`);
      for (const [path] of told.matchAll(/(src|stories|tests)\/[\w./-]*\w/g)) {
        assert.ok(existsSync(join(copy, path)), `${path}, which it tells of`);
      }
      assert.ok((await manifest()).includes(`"tagName": "${tag}"`));
    }
    const written = await manifest();
    const theirs = tags.flatMap((tag) => globSync(`{src,stories,tests}/**/${tag}*`, { cwd: copy }));

    async function buildAndTest() {
      await run('npm run --silent build');
      assert.equal(await manifest(), written);
      const engine = findEngines().find(({ path }) => path);
      const told = await run(`npx wtr --files "tests/elements/{${tags}}.test.ts"`, { ENGINES: engine.name });
      assert.match(told, /: .* [1-9]\d* passed, 0 failed/);
    }
    await Promise.all([
      buildAndTest(),
      run('npx tsc'),
      run(`npx biome ci --error-on-warnings ${theirs.join(' ')} src/*.ts src/*.css src/styles src/internal`),
      run(`npx cspell --quiet ${theirs.join(' ')} README.md stories/docs/writing.mdx`),
    ]);
  });
});
