import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deepdive-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs the command in a folder of its own. */
function deepdive(args, { env = process.env, program = join(root, 'dist/node/deepdive.js') } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const write = (name, content) => writeFileSync(join(folder, name), content);
const read = (name) => readFileSync(join(folder, name), 'utf8');

const good = '<architecture-diagram><pre>graph LR; A-->B</pre></architecture-diagram>\n';
const bad = '<hr>\n<architecture-diagram><pre>\ngraph LR\nA-->B[(]</pre></architecture-diagram>\n';

describe('deepdive draw', () => {
  it('draws pages in place, one line for each', () => {
    write('one.html', good);
    write('two.html', good + good);
    write('none.html', '<p>Nothing to draw');
    assert.deepEqual(deepdive(['draw', 'one.html', 'two.html', 'none.html']), {
      status: 0,
      stdout: 'one.html: 1 diagram drawn\ntwo.html: 2 diagrams drawn\nnone.html: 0 diagrams drawn\n',
      stderr: '',
    });
    assert.match(read('one.html'), /^<architecture-diagram><svg .*<\/svg><pre>/);
    assert.equal(read('two.html').match(/<svg/g).length, 2);
    assert.equal(read('none.html'), '<p>Nothing to draw');
  });

  it('writes to another file or folder', () => {
    write('page.html', good);
    assert.equal(deepdive(['draw', 'page.html', '-o', 'out/drawn.html']).status, 0);
    assert.equal(deepdive(['draw', 'page.html', '--out-dir', 'folder', '--font', 'Georgia, serif']).status, 0);
    assert.equal(read('page.html'), good);
    assert.match(read('out/drawn.html'), /<svg/);
    assert.match(read('folder/page.html'), /font-family="Georgia, serif"/);
  });

  it('names file and line of what cannot be drawn, and fails', () => {
    write('page.html', bad + good);
    const { status, stdout, stderr } = deepdive(['draw', 'page.html']);
    assert.equal(status, 1);
    assert.equal(stdout, 'page.html: 1 diagram drawn\n');
    assert.match(stderr, /^page\.html:4: This line cannot be read, near “.*\n$/);
    assert.ok(read('page.html').startsWith(bad));
  });

  it('says what to write instead of what cannot be followed', () => {
    write('page.html', good);
    write('other.html', good);
    writeFileSync(join(folder, 'latin.html'), Buffer.from(`<p>Caf\u00e9</p>${good}`, 'latin1'));
    for (const [args, message] of [
      [[], /Usage: deepdive <command>/],
      [['paint'], /There is no command “paint”.*draw the diagrams/s],
      [['draw'], /Name the HTML files.*Usage: deepdive draw/s],
      [['draw', 'page.html', '--colour'], /--colour.*Usage: deepdive draw/s],
      [['draw', 'page.html', 'other.html', '-o', 'out.html'], /-o takes one page; .*--out-dir/],
      [['draw', 'page.html', '-o', 'out.html', '--out-dir', 'out'], /not both/],
      [['draw', 'page.html', 'a/page.html', '--out-dir', 'out'], /Two pages would be written to out.page\.html/],
      [['draw', 'absent.html'], /Cannot read absent\.html/],
      [['draw', 'latin.html'], /latin\.html is not UTF-8/],
      [['draw', 'page.html', '-o', 'other.html/out.html'], /^Cannot write .*out\.html/m],
      [['draw', 'page.html', '--browser', './no-browser'], /Cannot start \.\/no-browser/],
    ]) {
      const { status, stdout, stderr } = deepdive(args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: '' });
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    }
    assert.equal(read('page.html'), good);
  });

  it('says which browsers are looked for where there is none', { skip: process.platform !== 'linux' }, () => {
    write('page.html', good);
    const { status, stderr } = deepdive(['draw', 'page.html'], { env: { HOME: folder, PATH: '' } });
    assert.equal(status, 2);
    for (const words of ['Chromium, Chrome and Edge', 'Firefox', '--browser PATH', 'CHROME_PATH']) {
      assert.ok(stderr.includes(words), stderr);
    }
  });

  it('says how to install puppeteer-core where it is missing', () => {
    write('page.html', good);
    const copy = join(folder, 'copy');
    for (const part of ['dist/node', 'dist/unified', 'dist/internal', 'dist/vendor', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    const program = join(copy, 'dist/node/deepdive.js');
    const { status, stderr } = deepdive(['draw', 'page.html', '--browser', process.execPath], { program });
    assert.equal(status, 2);
    assert.match(stderr, /npm install --save-dev puppeteer-core\n$/);
  });
});

describe('deepdive', () => {
  it('tells its version and how it is used', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(deepdive(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
    for (const [args, words] of [
      [['--help'], /^Usage: deepdive <command>/],
      [['draw', '--help'], /^Usage: deepdive draw page\.html/],
    ]) {
      const { status, stdout } = deepdive(args);
      assert.equal(status, 0);
      assert.match(stdout, words);
    }
  });
});
