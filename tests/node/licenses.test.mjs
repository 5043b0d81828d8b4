import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { build } from 'vite';
import { packagesIn } from '../../.ci/licenses.ts';

const listIn = (folder) => readFileSync(`dist/${folder}/THIRD-PARTY-LICENSES.txt`, 'utf8');
const file = listIn('cdn');

/** Vite's own list of what a bundle has code of. */
async function bundled(mode) {
  const license = { fileName: 'licenses.json' };
  const { output } = [
    // What is in a bundle is the same before it is minified.
    await build({ mode, logLevel: 'silent', build: { write: false, license, emptyOutDir: false, minify: false } }),
  ].flat()[0];
  return JSON.parse(output.find(({ fileName }) => fileName === license.fileName).source);
}

describe('the licences beside what is bundled', () => {
  for (const [mode, folder, least] of [
    ['cdn', 'cdn', 40],
    ['inline', 'cdn', 2],
    ['vendor', 'vendor', 70],
  ]) {
    it(`name every package that Vite finds in the ${mode} files`, async () => {
      const file = listIn(folder);
      const packages = await bundled(mode);
      assert.ok(packages.length >= least, `${packages.length} packages`);
      for (const { name, version, text } of packages) {
        assert.ok(file.includes(`\n${name} ${version}`), `${name} ${version} is not named`);
        if (text) assert.ok(file.includes(text), `the licence of ${name} is not there`);
      }
    });
  }

  it('name what Mermaid and its parser have inside', () => {
    for (const [name, where] of [
      ['langium', '@mermaid-js/parser'],
      ['vscode-languageserver-protocol', '@mermaid-js/parser'],
      ['path-browserify', '@mermaid-js/parser'],
      ['fastdom', 'mermaid'],
    ]) {
      assert.match(file, new RegExp(`^${name} \\(MIT, inside ${where}\\): `, 'm'));
    }
  });

  it('say where the source of ELK is, as its licence asks for', () => {
    assert.match(file, /^elkjs [\d.]+ \(EPL-2\.0 OR [^)]+\): https:\/\/github\.com\/kieler\/elkjs$/m);
    assert.match(file, /Eclipse Public License - v 2\.0/i);
  });
});

describe('the licence of a package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deepdive-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, path);
  };
  const add = (name, files = {}) => {
    write(`node_modules/${name}/package.json`, { name, version: '1.2.3', license: 'MIT', repository: `x/${name}` });
    for (const [path, content] of Object.entries(files)) write(`node_modules/${name}/${path}`, content);
    return join(folder, 'node_modules', name, 'index.js');
  };

  it('is found under each of its usual names, and in a README', () => {
    for (const [at, name] of ['LICENSE', 'licence.md', 'MIT-License.txt', 'COPYING', 'NOTICE'].entries()) {
      assert.equal(packagesIn([add(`@scope/named-${at}`, { [name]: `Words ${at}` })])[0].text, `Words ${at}`);
    }
    const readme = '# Tool\n\nUse it.\n\n## License\n\nCopyright A\n\nMay be used.\n\n## Thanks\n\nTo B.\n';
    assert.equal(packagesIn([add('told', { 'README.md': readme })])[0].text, 'Copyright A\n\nMay be used.');
    const last = '# Tool\n\n## License\n\nCopyright A\n\nMay be used.\n';
    assert.equal(packagesIn([add('told-last', { 'readme.md': last })])[0].text, 'Copyright A\n\nMay be used.');
    const underlined =
      'Tool\n====\n\nUse it.\n\nLicense\n=======\n\nCopyright A\n\nMay be used.\n\nThanks\n======\n\nTo B.\n';
    assert.equal(packagesIn([add('underlined', { 'Readme.md': underlined })])[0].text, 'Copyright A\n\nMay be used.');
  });

  it('stops the build where it is missing', () => {
    assert.throws(
      () => packagesIn([add('unlicensed', { 'README.md': '# Tool\n' })]),
      /unlicensed.*no file with its licence/,
    );
  });

  it('stops the build where that of a package inside another one is missing', () => {
    const outer = add('outer', { LICENSE: 'Outer' });
    const sources = [
      '../src/own.ts',
      '../node_modules/.pnpm/inner@1/node_modules/@in/ner/a.js',
      'node_modules/deep/b.js',
    ];
    write('node_modules/outer/index.js.map', { sources });
    assert.throws(() => packagesIn([outer]), /outer has @in\/ner inside.*npm install -D @in\/ner/);
    add('@in/ner', { LICENSE: 'Inner' });
    add('deep', { LICENSE: 'Deep' });
    const named = packagesIn([outer]).map(({ name, inside }) => [name, inside]);
    assert.deepEqual(named, [
      ['@in/ner', 'outer'],
      ['deep', 'outer'],
      ['outer', undefined],
    ]);
  });
});
