/** What installing the package for its tags alone brings, on each Node that is at hand, and that the commands need no more. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../packed.mjs';

const limits = { packages: 12, bytes: 25e6 };
const outer = dirname(process.env.PACKAGE_PROJECT);
const isWindows = process.platform === 'win32';

/** The project's Node and the machine's, which may be older, as a `PATH` each. */
const machine = process.env.PATH.split(delimiter).filter((path) => !path.includes('node_modules'));
const paths = new Map(
  [[join(root, 'node_modules/.bin'), ...machine], machine].map((folders) => {
    const PATH = folders.join(delimiter);
    const version = execFileSync('node', ['--version'], { env: { ...process.env, PATH }, encoding: 'utf8' });
    return [version.trim(), PATH];
  }),
);

const page = `# Order ledger

!!! tip
    Orders are split by buyer.

\`\`\`mermaid
graph LR
  CDN --> LB[Load balancers]
\`\`\`

| Law | Challenge |
| --- | --- |
| CAP | A region goes dark |
`;

for (const [version, PATH] of paths) {
  describe(`installed into an empty folder, with Node ${version}`, () => {
    const folder = join(outer, `empty-${version}`);
    const run = (command, ...args) =>
      promisify(execFile)(command, args, { cwd: folder, env: { ...process.env, PATH }, shell: isWindows });
    let said;
    let installed;
    before(async () => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
      writeFileSync(join(folder, 'ledger.md'), page);
      const archive = join(outer, 'package.tgz');
      const { stdout, stderr } = await run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', archive);
      said = stdout + stderr;
      const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
      installed = Object.keys(packages);
    });

    test('it brings Lit and little else', (t) => {
      const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
      const bytes = files
        .filter((file) => file.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
      t.diagnostic(`${installed.length} packages, ${(bytes / 1e6).toFixed(1)} MB: ${installed.join(', ')}`);
      assert.ok(installed.includes('node_modules/@lit/reactive-element'));
      assert.ok(installed.length <= limits.packages, `${installed.length} packages`);
      assert.ok(bytes <= limits.bytes, `${bytes} bytes`);
    });

    test('npm warns of nothing, and would not on Node 20', () => {
      assert.deepEqual(said.match(/.*\b(EBADENGINE|ERESOLVE|deprecated|peer)\b.*/g) ?? [], []);
      for (const path of installed) {
        const { engines } = JSON.parse(readFileSync(join(folder, path, 'package.json'), 'utf8'));
        const [, least = 0] = /^>= ?(\d+)/.exec(engines?.node ?? '>=0') ?? assert.fail(`${path}: ${engines.node}`);
        assert.ok(least <= 20, `${path}: ${engines?.node}`);
      }
    });

    test('the commands build, check and convert a page', async () => {
      const deepdive = (...args) => run(join(folder, 'node_modules/.bin/deepdive'), ...args);
      await deepdive('build', 'ledger.md', '-o', 'page.html');
      const html = readFileSync(join(folder, 'page.html'), 'utf8');
      for (const tag of ['note-callout', 'architecture-diagram', 'table']) assert.ok(html.includes(`<${tag}`), tag);
      assert.match((await deepdive('check', 'ledger.md')).stdout, /^1 page: no problems/);
      writeFileSync(join(folder, 'broken.md'), page.replace('LB[Load balancers]', 'LB[('));
      await assert.rejects(deepdive('check', 'broken.md'), ({ stdout }) => /diagram-syntax/.test(stdout));
      await deepdive('convert', 'ledger.md', '-o', 'converted.md');
      assert.match(readFileSync(join(folder, 'converted.md'), 'utf8'), /<note-callout kind="tip"/);
      await deepdive('build', '.', '-o', 'site');
      assert.ok(readdirSync(join(folder, 'site/deepdive/chunks')).some((name) => name.startsWith('mermaid-')));
    });
  });
}
