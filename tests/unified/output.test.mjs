import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { hashOf } from '../../dist/node/hash.js';
import { isInside, OutputFolder } from '../../dist/node/output-folder.js';
import { readCache } from '../../dist/node/site/cache.js';
import { program, useFolder } from './run-deepdive.mjs';

const { folder, env, cache, deepdive, write, read } = useFolder();

const at = (path) => join(folder, path);
const link = (target, path) => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  symlinkSync(target, at(path));
};
const isThere = (path) => lstatSync(at(path), { throwIfNoEntry: false }) !== undefined;
const page = '# Order ledger\n\nWords.\n';

/** What the cache knows: each file of it, parsed. */
const cached = () => readdirSync(cache).map((name) => ({ name, content: JSON.parse(readFileSync(join(cache, name))) }));
/** Changes what the cache knows of the builds that it finds. */
function poison(change) {
  for (const { name, content } of cached()) {
    writeFileSync(join(cache, name), JSON.stringify(change(content) ?? content));
  }
}

describe('a folder that is written to', () => {
  it('takes no path that could lead out of it', () => {
    const table = {
      'a.html': true,
      'a/b.html': true,
      '..a/b..html': true,
      '': false,
      '.': false,
      '..': false,
      '/': false,
      '../a': false,
      'a/../b': false,
      'a/..': false,
      './a': false,
      'a/./b': false,
      'a//b': false,
      'a/': false,
      '/a': false,
      '//a': false,
      'a\0': false,
      'a/\0/b': false,
    };
    assert.deepEqual(Object.fromEntries(Object.keys(table).map((path) => [path, isInside(path)])), table);
  });

  it('neither writes nor removes what such a path names', async () => {
    write('a/victim.txt', 'Mine');
    mkdirSync(at('a/out'));
    for (const path of ['../victim.txt', at('a/victim.txt'), 'x/../../victim.txt', '', '.', 'a\0']) {
      const output = new OutputFolder(at('a/out'), { [path]: hashOf('Mine') });
      await assert.rejects(output.write(path, 'Theirs'), { name: 'UsageError', message: /^Cannot write / });
      assert.deepEqual((await output.keepOnly([])).removed, [], path);
    }
    assert.equal(read('a/victim.txt'), 'Mine');
  });

  it('follows no link, wherever it stands', async () => {
    write('b/outside/victim.txt', 'Mine');
    mkdirSync(at('b/out/inner'), { recursive: true });
    write('b/out/inner/victim.txt', 'Mine');
    link('../outside', 'b/out/folder');
    link('inner', 'b/out/within');
    link('../outside/victim.txt', 'b/out/file.txt');
    link('../outside/absent.txt', 'b/out/dangling.txt');
    link('../outside/absent', 'b/out/nowhere');
    link('loop.txt', 'b/out/loop.txt');
    const paths = {
      'folder/victim.txt': 'folder',
      'folder/new.txt': 'folder',
      'folder/new/new.txt': 'folder',
      'within/victim.txt': 'within',
      'file.txt': 'file.txt',
      'file.txt/x': 'file.txt',
      'dangling.txt': 'dangling.txt',
      'nowhere/new.txt': 'nowhere',
      'loop.txt': 'loop.txt',
    };
    for (const [path, named] of Object.entries(paths)) {
      const output = new OutputFolder(at('b/out'), { [path]: hashOf('Mine') });
      const refusal = { name: 'UsageError', message: new RegExp(`out/${named} is a symbolic link\\. Remove it`) };
      await assert.rejects(output.write(path, 'Theirs'), refusal, path);
      await assert.rejects(output.copy(at('b/outside/victim.txt'), path), refusal, path);
      assert.ok(!(await output.isIntact(path)), path);
      assert.deepEqual(await output.keepOnly([]), { removed: [], left: [path] });
    }
    assert.deepEqual(readdirSync(at('b/outside')), ['victim.txt']);
    assert.equal(read('b/outside/victim.txt'), 'Mine');
    for (const path of ['folder', 'within', 'file.txt', 'dangling.txt', 'nowhere', 'loop.txt', 'inner/victim.txt']) {
      assert.ok(isThere(`b/out/${path}`), path);
    }
  });

  it('may be a link itself, since someone has named it', async () => {
    mkdirSync(at('c/real'), { recursive: true });
    link('real', 'c/out');
    const output = new OutputFolder(at('c/out'));
    assert.ok(await output.write('sub/a.html', 'Ours'));
    assert.equal(read('c/real/sub/a.html'), 'Ours');
    assert.deepEqual(await output.keepOnly([]), { removed: ['sub/a.html'], left: [] });
  });

  it('replaces a file as a whole: a hard link keeps the old one', async () => {
    write('d/mine.txt', 'Mine');
    mkdirSync(at('d/out'));
    linkSync(at('d/mine.txt'), at('d/out/a.txt'));
    chmodSync(at('d/out/a.txt'), 0o640);
    await new OutputFolder(at('d/out')).write('a.txt', 'Ours');
    assert.deepEqual([read('d/mine.txt'), read('d/out/a.txt')], ['Mine', 'Ours']);
    assert.equal(statSync(at('d/out/a.txt')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(at('d/out')), ['a.txt'], 'no draft stays');
  });

  it('leaves what is no file, and what is read-only', async () => {
    mkdirSync(at('e/out/folder'), { recursive: true });
    write('e/out/file', 'Mine');
    write('e/out/read-only', 'Mine');
    chmodSync(at('e/out/read-only'), 0o444);
    execFileSync('mkfifo', [at('e/out/pipe')]);
    const output = new OutputFolder(at('e/out'), { pipe: hashOf(''), folder: hashOf('') });
    for (const [path, message] of [
      ['folder', /It is not a file/],
      ['pipe', /It is not a file/],
      ['file/x', /out\/file is not a folder/],
      ['read-only', /It is read-only/],
    ]) {
      await assert.rejects(output.write(path, 'Ours'), { name: 'UsageError', message });
    }
    assert.deepEqual((await output.keepOnly([])).removed, []);
    assert.deepEqual(readdirSync(at('e/out')), ['file', 'folder', 'pipe', 'read-only']);
    assert.equal(read('e/out/read-only'), 'Mine');
    await assert.rejects(new OutputFolder(at('e/out/file')).write('a', ''), { message: /file is not a folder/ });
  });

  it('removes what it has written, unless someone has changed it since', async () => {
    const first = new OutputFolder(at('f'));
    for (const path of ['kept.html', 'gone.html', 'changed.html', 'absent.html']) await first.write(path, path);
    write('f/mine.html', 'Mine');
    write('f/changed.html', 'Mine');
    rmSync(at('f/absent.html'));
    const second = new OutputFolder(at('f'), first.written);
    assert.deepEqual(await second.keepOnly(['kept.html']), { removed: ['gone.html'], left: ['changed.html'] });
    assert.deepEqual(Object.keys(second.written), ['kept.html']);
    assert.deepEqual(readdirSync(at('f')), ['changed.html', 'kept.html', 'mine.html']);
    assert.deepEqual(await second.unknownIn(), ['changed.html', 'mine.html']);
  });

  it('keeps a file that is written under another case of its name', async () => {
    const output = new OutputFolder(at('g'));
    await output.write('Ledger.html', 'Ours');
    // What a file system that takes both for one shows.
    linkSync(at('g/Ledger.html'), at('g/ledger.html'));
    await output.write('ledger.html', 'Ours');
    assert.deepEqual(await output.keepOnly(['ledger.html']), { removed: [], left: [] });
    assert.equal(read('g/ledger.html'), 'Ours');
  });

  it('writes nothing where all is as it should be', async () => {
    const output = new OutputFolder(at('h'));
    assert.equal(await output.write('a.html', 'Ours'), true);
    const { ino } = statSync(at('h/a.html'));
    assert.equal(await output.write('a.html', 'Ours'), false);
    write('h-source.txt', 'Ours');
    assert.equal(await output.copy(at('h-source.txt'), 'a.html'), false);
    assert.equal(statSync(at('h/a.html')).ino, ino);
    await Promise.all(['One', 'Two', 'Six'].map((words) => new OutputFolder(at('h')).write('b/c/d.html', words)));
    assert.match(read('h/b/c/d.html'), /^(One|Two|Six)$/);
  });
});

describe('deepdive build over what is not its own', () => {
  it('believes no cache that comes with a site, and removes it', () => {
    const former = (files) => JSON.stringify({ key: '["/home/me"]', pages: {}, files, index: '', search: '' });
    write('i/docs/page.md', page);
    write('i/victim.txt', 'Mine');
    write('i/site/mine.html', 'Mine');
    write('i/site/.deepdive-cache.json', former(['../victim.txt', 'mine.html', at('i/victim.txt')]));
    assert.equal(deepdive('build', 'i/docs', '-o', 'i/site').status, 0);
    assert.deepEqual([read('i/victim.txt'), read('i/site/mine.html')], ['Mine', 'Mine']);
    assert.ok(!isThere('i/site/.deepdive-cache.json'), 'it says where the site was made');
    for (const other of ['{}', '[]', 'null', 'words', '{"key":"x"}']) {
      write('i/site/.deepdive-cache.json', other);
      deepdive('build', 'i/docs', '-o', 'i/site');
      assert.equal(read('i/site/.deepdive-cache.json'), other, 'it is someone else’s');
    }
    rmSync(at('i/site/.deepdive-cache.json'));
    write('i/linked.json', former([]));
    link('../linked.json', 'i/site/.deepdive-cache.json');
    deepdive('build', 'i/docs', '-o', 'i/site');
    assert.ok(isThere('i/linked.json') && isThere('i/site/.deepdive-cache.json'));
  });

  it('takes a cache that is not as it should be for none', async (test) => {
    rmSync(cache, { recursive: true, force: true });
    write('j/docs/page.md', page);
    write('j/docs/gone.md', page);
    write('j/victim.html', 'Mine');
    deepdive('build', 'j/docs', '-o', 'j/site');
    rmSync(at('j/docs/gone.md'));
    const [{ name, content }] = cached();
    const own = content.pages['page.md'];
    const paths = ['../victim.html', at('j/victim.html'), 'a/../../victim.html', '', '.', '\0'];
    const broken = [
      ...['words', '', 'null', '[]', '{}', '1', '{"__proto__":{}}', '['.repeat(100_000)],
      ...Object.keys(content).flatMap((field) =>
        [undefined, null, 1, [1], [{}], true].map((value) => ({ ...content, [field]: value })),
      ),
      ...Object.keys(own).flatMap((field) =>
        [undefined, null, 1, [1], [{}], [{ rule: 1 }], true].map((value) => ({
          ...content,
          pages: { 'page.md': { ...own, [field]: value } },
        })),
      ),
      ...paths.flatMap((path) => [
        { ...content, written: { [path]: hashOf('Mine') } },
        { ...content, searchFiles: { [path]: hashOf('Mine') } },
        { ...content, pages: { [path]: own } },
        { ...content, pages: { 'page.md': { ...own, file: path } } },
      ]),
    ].map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    const before = process.env.XDG_CACHE_HOME;
    process.env.XDG_CACHE_HOME = join(cache, '..');
    test.after(() => {
      if (before === undefined) delete process.env.XDG_CACHE_HOME;
      else process.env.XDG_CACHE_HOME = before;
    });
    const site = { source: realpathSync(at('j/docs')), out: realpathSync(at('j/site')) };
    assert.deepEqual(await readCache(site, content.key), content, 'as it should be');
    for (const text of broken) {
      writeFileSync(join(cache, name), text);
      assert.equal(await readCache(site, content.key), undefined, text.slice(0, 1000));
    }
    const { status, stderr } = deepdive('build', 'j/docs', '-o', 'j/site');
    assert.equal(status, 0);
    assert.match(stderr, /^j\/site unknown \d files may be of an earlier build, and stay: gone\.html, /);
    assert.ok(existsSync(at('j/site/gone.html')), 'nothing proves whose it is');
    writeFileSync(join(cache, name), JSON.stringify(content));
    assert.equal(deepdive('build', 'j/docs', '-o', 'j/site').stderr, '');
    assert.ok(!existsSync(at('j/site/gone.html')), 'the cache knows it');
  });

  it('keeps what it knows outside of the site, and tells no folder of this machine', () => {
    rmSync(cache, { recursive: true, force: true });
    write('k/docs/page.md', `${page}\n![A dot](dot.png) [A link](other.md)\n`);
    write('k/docs/dot.png', '');
    writeFileSync(at('k/docs/latin.md'), Buffer.from('Caf\u00e9', 'latin1'));
    deepdive('build', 'k/docs', '-o', 'k/site');
    deepdive('build', 'k/docs/page.md');
    assert.equal(cached().length, 2);
    for (const name of readdirSync(cache)) {
      const text = readFileSync(join(cache, name), 'utf8');
      for (const secret of [folder, process.cwd(), process.env.HOME]) assert.ok(!text.includes(secret), secret);
      assert.ok(!name.includes('docs'));
    }
    assert.deepEqual(
      readdirSync(at('k/site')).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('builds all the same where it can keep nothing, and says so once', () => {
    rmSync(cache, { recursive: true, force: true });
    write('.cache/deepdive-elements', 'Mine');
    write('l/docs/page.md', page);
    const { status, stderr } = deepdive('build', 'l/docs', '-o', 'l/site');
    assert.equal(status, 0);
    assert.match(stderr, /^The next build starts from nothing: .+\n$/);
    rmSync(cache);
  });

  it('writes no page, asset, copy or search file through a link, names each, and builds the rest', () => {
    write('m/docs/page.md', page);
    write('m/docs/other.md', page);
    write('m/docs/plan.txt', 'A plan');
    for (const name of ['page.html', 'index.html', 'plan.txt']) {
      write(`m/outside/${name}`, 'Mine');
      link(`../outside/${name}`, `m/site/${name}`);
    }
    const { status, stderr } = deepdive('build', 'm/docs', '-o', 'm/site');
    assert.equal(status, 1);
    assert.match(stderr, /^m\/docs\/page\.md page Cannot write m\/site\/page\.html: .*symbolic link/m);
    assert.match(stderr, /^index\.html unwritten Cannot write m\/site\/index\.html/m);
    assert.match(stderr, /^plan\.txt unwritten Cannot write m\/site\/plan\.txt/m);
    assert.match(read('m/site/other.html'), /Order ledger/);
    for (const name of ['page.html', 'index.html', 'plan.txt']) assert.equal(read(`m/outside/${name}`), 'Mine');
    for (const name of ['deepdive', 'pagefind']) {
      write(`m/${name}-outside/mine.txt`, 'Mine');
      write(`m/${name}-outside/chunks/mine.js`, 'Mine');
      link(`../${name}-outside`, `m/${name}-site/${name}`);
      const refused = deepdive('build', 'm/docs', '-o', `m/${name}-site`);
      assert.equal(refused.status, 2, name);
      assert.match(refused.stderr, new RegExp(`^Cannot write .*${name}-site/${name} is a symbolic link`, 'm'));
      assert.doesNotMatch(refused.stderr, /^ {4}at /m, 'no stack');
      assert.deepEqual(readdirSync(at(`m/${name}-outside`)), ['chunks', 'mine.txt']);
      assert.deepEqual(readdirSync(at(`m/${name}-outside/chunks`)), ['mine.js']);
    }
  });

  it('leaves the files of others beside a page, and removes its own of an earlier version', () => {
    rmSync(cache, { recursive: true, force: true });
    write('n/page.md', page);
    write('n/deepdive/chunks/mine.js', 'Mine');
    write('n/deepdive/chunks/sub/mine.js', 'Mine');
    write('n/pagefind/mine.txt', 'Mine');
    const first = deepdive('build', 'n/page.md');
    assert.equal(first.status, 0);
    assert.match(
      first.stderr,
      /^n\/page\.html unknown .*deepdive\/chunks\/mine\.js, deepdive\/chunks\/sub\/mine\.js\./,
    );
    write('n/deepdive/chunks/old.js', 'Ours');
    write('n/deepdive/chunks/changed.js', 'Mine');
    poison((written) => {
      for (const name of ['old', 'changed']) written[`deepdive/chunks/${name}.js`] = hashOf('Ours');
    });
    const second = deepdive('build', 'n/page.md');
    assert.match(second.stderr, /^deepdive\/chunks\/changed\.js left /);
    const chunks = readdirSync(at('n/deepdive/chunks'));
    assert.deepEqual([chunks.includes('old.js'), chunks.includes('changed.js')], [false, true]);
    for (const path of ['deepdive/chunks/mine.js', 'deepdive/chunks/sub/mine.js', 'pagefind/mine.txt']) {
      assert.equal(read(`n/${path}`), 'Mine');
    }
    assert.equal(deepdive('build', 'n/page.md').stderr, '', 'once is enough');
  });

  it('goes through no link beside a page', () => {
    for (const [path, isPage] of [
      ['page.html', true],
      ['deepdive', false],
      ['deepdive/chunks', false],
      ['deepdive/deepdive.js', false],
    ]) {
      const name = `o/${path.replace('/', '-')}`;
      write(`${name}/page.md`, page);
      const outside = `${name}-outside`;
      if (/\.\w+$/.test(path)) write(outside, 'Mine');
      else write(`${outside}/chunks/mine.js`, 'Mine');
      link(at(outside), `${name}/${path}`);
      const { status, stderr } = deepdive('build', `${name}/page.md`);
      assert.equal(status, 2, path);
      assert.match(stderr, new RegExp(`${path} is a symbolic link\\. Remove it`));
      if (isPage || path.endsWith('.js')) assert.equal(read(outside), 'Mine');
      else assert.deepEqual(readdirSync(at(`${outside}/chunks`)), ['mine.js']);
    }
  });

  it('writes over no source', () => {
    write('p/docs/page.md', page);
    write('p/docs/docs/plan.txt', 'Theirs');
    write('p/docs/plan.txt', 'Mine');
    link('docs', 'p/linked');
    link('.', 'p/around');
    for (const [out, message] of [
      ['p/docs', /into its own source/],
      ['p/linked', /into its own source/],
      ['p/docs/../docs', /into its own source/],
      ['p', /p\/docs is inside p/],
      ['.', /p\/docs is inside \./],
      ['p/around', /p\/docs is inside p\/around/],
    ]) {
      const { status, stderr } = deepdive('build', 'p/docs', '-o', out);
      assert.equal(status, 2, out);
      assert.match(stderr, message);
    }
    assert.equal(read('p/docs/plan.txt'), 'Mine');
    assert.deepEqual(readdirSync(at('p/docs')), ['docs', 'page.md', 'plan.txt']);
    linkSync(at('p/docs/page.md'), at('p/page.html'));
    assert.match(deepdive('build', 'p/docs/page.md', '-o', 'p/page.html').stderr, /would be replaced/);
  });

  it('keeps sites apart that share a folder, or are inside each other or their source', () => {
    rmSync(cache, { recursive: true, force: true });
    write('q/one/first.md', page);
    write('q/two/second.md', page);
    write('q/two/third.md', page);
    deepdive('build', 'q/one', '-o', 'q/out');
    deepdive('build', 'q/two', '-o', 'q/out');
    deepdive('build', 'q/two', '-o', 'q/out/two');
    rmSync(at('q/two/third.md'));
    deepdive('build', 'q/two', '-o', 'q/out');
    assert.deepEqual(
      readdirSync(at('q/out')).filter((name) => name.endsWith('.html')),
      ['first.html', 'index.html', 'second.html'],
    );
    assert.ok(existsSync(at('q/out/two/third.html')));
    for (let run = 0; run < 2; run++) {
      assert.match(deepdive('build', 'q/two', '-o', 'q/two/site').stdout, /1 page, /);
    }
    assert.ok(!existsSync(at('q/two/site/site')));
  });

  it('writes whole files where two builds run at once', async () => {
    for (const name of ['one', 'two', 'three']) write(`v/docs/${name}.md`, page);
    const build = () =>
      promisify(execFile)(process.execPath, [program, 'build', 'v/docs', '-o', 'v/site'], { cwd: folder, env });
    await Promise.all([build(), build()]);
    for (const name of ['one', 'two', 'three', 'index']) assert.match(read(`v/site/${name}.html`), /<\/html>\s*$/);
    const hidden = readdirSync(at('v/site'), { recursive: true }).filter((name) => /(^|\/)\./.test(name));
    assert.deepEqual(hidden, [], 'no draft stays');
  });

  it('keeps the last site where its source has no page any more', () => {
    write('r/docs/page.md', page);
    deepdive('build', 'r/docs', '-o', 'r/site');
    renameSync(at('r/docs/page.md'), at('r/docs/page.txt'));
    const { status, stderr } = deepdive('build', 'r/docs', '-o', 'r/site');
    assert.equal(status, 2);
    assert.match(stderr, /r\/docs has no page of Markdown/);
    assert.ok(existsSync(at('r/site/page.html')));
  });

  it('builds again what someone has changed or removed in the site', () => {
    write('s/docs/page.md', page);
    write('s/docs/plan.txt', 'A plan');
    deepdive('build', 's/docs', '-o', 's/site');
    const all = readdirSync(at('s/site'), { recursive: true }).sort();
    write('s/site/page.html', '<script>alert(1)</script>');
    deepdive('build', 's/docs', '-o', 's/site');
    assert.match(read('s/site/page.html'), /Order ledger/);
    rmSync(at('s/site'), { recursive: true });
    deepdive('build', 's/docs', '-o', 's/site');
    assert.deepEqual(readdirSync(at('s/site'), { recursive: true }).sort(), all);
  });
});

describe('what other commands write', () => {
  it('is no report in the place of a page that is checked', () => {
    write('u/page.md', page);
    linkSync(at('u/page.md'), at('u/same.md'));
    for (const out of ['u/page.md', 'u/../u/page.md', 'u/same.md']) {
      const { status, stderr } = deepdive('check', 'u/page.md', '-o', out);
      assert.equal(status, 2);
      assert.match(stderr, /would be replaced by the report on it\. Give -o another file\./);
    }
    assert.equal(read('u/page.md'), page);
  });

  it('goes through no link, but to a pipe', () => {
    write('t/page.md', page);
    write('t/mine.md', 'Mine');
    link('mine.md', 't/out.md');
    link('mine.md', 't/out.json');
    link('mine.md', 't/out.html');
    for (const args of [
      ['convert', 't/page.md', '-o', 't/out.md'],
      ['check', 't/page.md', '--format', 'json', '-o', 't/out.json'],
      ['build', 't/page.md', '-o', 't/out.html'],
      ['draw', 't/page.html', '-o', 't/out.html'],
      ['draw', 't/page.html', '--out-dir', 't/drawn'],
    ]) {
      write('t/page.html', '<p>No diagram');
      mkdirSync(at('t/drawn'), { recursive: true });
      if (!isThere('t/drawn/page.html')) link('../mine.md', 't/drawn/page.html');
      const { status, stderr } = deepdive(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /Cannot write .*: .* is a symbolic link\. Remove it, or write to where it leads\./);
    }
    assert.equal(read('t/mine.md'), 'Mine');
    // A pipe of the shell: one of Node.js is a socket, which nobody can open.
    const piped = `"$0" "$1" convert t/page.md -o /dev/stdout | cat`;
    assert.match(
      execFileSync('sh', ['-c', piped, process.execPath, program], { cwd: folder }).toString(),
      /Order ledger/,
    );
    assert.equal(deepdive('convert', 't/page.md', '-o', '/dev/null').status, 0);
  });
});
