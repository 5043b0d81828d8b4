import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { checkPages } from '../../dist/node/check-pages.js';
import { timeoutOf } from '../../dist/node/timeout.js';
import { program, useFolder } from './run-deepdive.mjs';
import { isSarif } from './sarif.mjs';

const flags = ['--import', new URL('misbehave.mjs', import.meta.url).href];
const { folder, deepdive, write } = useFolder(...flags);
const page = (deed) => `---\ndeed: ${deed}\n---\n\n# Parcel tracker\n`;
const good = '# Parcel tracker\n\nIt tracks parcels.\n';
/** Long enough for a page on a machine that is busy, since the time counts for every page. */
const soon = ['--timeout', '10'];

const findingsOf = ({ stdout }) =>
  JSON.parse(stdout).files.map(({ path, findings, failure }) => [
    path,
    findings.map(({ rule }) => rule),
    failure?.rule,
  ]);

describe('deepdive check, of a page that cannot be checked', () => {
  it('reports a page on which the library fails, and the others', () => {
    write('fault/a.md', page('throw'));
    write('fault/b.md', `${good}\nTBD\n\n[a](a.md#tracker)\n`);
    write('fault/c.md', page('exit'));
    const result = deepdive('check', 'fault', '--format', 'json');
    assert.equal(result.status, 3);
    assert.equal(result.stderr, '');
    assert.deepEqual(findingsOf(result), [
      ['fault/a.md', ['fault'], 'fault'],
      ['fault/b.md', ['placeholder'], undefined],
      ['fault/c.md', ['fault'], 'fault'],
    ]);
    const [{ findings, failure }] = JSON.parse(result.stdout).files;
    assert.match(findings[0].message, /\(TypeError: no place\): please report it, with the page/);
    assert.match(failure.stack, /^TypeError: no place\n +at .*front-matter\.js/);
  });

  it('says so in SARIF, as SARIF has it', () => {
    write('one.md', page('throw'));
    const { status, stdout } = deepdive('check', 'one.md', '--format', 'sarif');
    assert.equal(status, 3);
    const log = JSON.parse(stdout);
    isSarif(log);
    const [{ invocations, results }] = log.runs;
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations;
    assert.equal(executionSuccessful, false);
    const [{ descriptor, level, exception, locations }] = toolExecutionNotifications;
    assert.deepEqual([descriptor.id, level], ['fault', 'error']);
    assert.match(exception.message, /TypeError: no place\n +at /);
    assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'one.md');
    assert.equal(results[0].ruleId, 'fault');
  });

  it('reports a page that never ends, and the others', () => {
    write('slow/a.md', page('spin'));
    write('slow/b.md', 'TBD');
    const result = deepdive('check', 'slow', '--format', 'json', ...soon);
    assert.equal(result.status, 1);
    assert.deepEqual(findingsOf(result), [
      ['slow/a.md', ['timeout'], 'timeout'],
      ['slow/b.md', ['placeholder'], undefined],
    ]);
  });

  it('keeps its exit code where nobody wants to hear of faults', () => {
    write('one.md', page('throw'));
    assert.equal(deepdive('check', 'one.md', '--rule', 'fault=off').status, 3);
  });

  it('reports a file that is gone when it is read', async () => {
    const [file] = (
      await checkPages(
        { files: [join(folder, 'gone.md')], folders: [], unreadable: [] },
        {
          settings: {},
          timeout: 60,
        },
      )
    ).files;
    assert.equal(file.failure.rule, 'unreadable');
    assert.equal(file.findings[0].message, 'Cannot read this file: no such file or directory.');
  });

  it('reads no pipe, in which a page may never come', () => {
    spawnSync('mkfifo', [join(folder, 'pipe.md')]);
    write('to-pipe.md', '[a](pipe.md#x)\n');
    assert.deepEqual(findingsOf(deepdive('check', 'pipe.md', 'to-pipe.md', '--format', 'json')), [
      ['pipe.md', ['unreadable'], 'unreadable'],
      ['to-pipe.md', [], undefined],
    ]);
    for (const command of ['build', 'convert', 'draw']) {
      const { status, stderr } = deepdive(command, 'pipe.md');
      assert.deepEqual([command, status], [command, 2]);
      assert.match(stderr, /cannot read (?:pipe\.md|this file): it is a pipe, not a file/i);
    }
  });

  it('reads no file of gigabytes', () => {
    write('large.md', '');
    truncateSync(join(folder, 'large.md'), 2 ** 31 + 1);
    const { status, stdout } = deepdive('check', 'large.md');
    assert.equal(status, 1);
    assert.match(stdout, /The page is too long: 2,147,483,649 bytes, and 6,000,000 are read at most.* limits/);
    assert.match(deepdive('build', 'large.md').stderr, /large\.md limits The page is too long/);
    rmSync(join(folder, 'large.md'));
  });

  it('follows no loop of links, and no address that no file can have', () => {
    write('odd/a.md', `[a](x%00y.md) [b](${'x'.repeat(5000)}.md) [c](%E0%A4%A.md) [d](loop/loop/none.md)\n`);
    symlinkSync('.', join(folder, 'odd/loop'));
    symlinkSync('self.md', join(folder, 'odd/self.md'));
    const result = deepdive('check', 'odd', '--format', 'json');
    assert.deepEqual(findingsOf(result), [['odd/a.md', Array(4).fill('broken-link'), undefined]]);
    assert.equal(deepdive('check', 'odd/self.md').status, 2);
    assert.equal(deepdive('build', 'odd', '-o', 'odd-site').status, 0);
  });

  it('reads whatever a file holds', () => {
    const contents = [
      ['an empty file', '', []],
      ['a mark of byte order', '\uFEFF# One\n\nTBD', ['placeholder']],
      ['line ends of old Macs', '# One\r\rTBD\r', ['placeholder']],
      ['NUL bytes', '# One\0\n\n\0TBD\0\n\nTBD', ['placeholder']],
      ['nothing but NUL bytes', '\0'.repeat(1000), []],
      ['bytes that are no UTF-8', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]), ['encoding']],
      ['UTF-16', Buffer.from('\uFEFF# One\n', 'utf16le'), ['encoding']],
      ['half a letter', Buffer.from([0x23, 0x20, 0xf0, 0x9f]), ['encoding']],
    ];
    for (const [name, content] of contents) write(`contents/${name}.md`, content);
    const found = findingsOf(deepdive('check', 'contents', '--format', 'json'));
    const rules = found.map(([path, some, failure]) => [path, [...new Set(some)], failure]);
    const expected = contents.map(([name, , some]) => [`contents/${name}.md`, some, undefined]);
    assert.deepEqual(rules.sort(), expected.sort());
  });
});

describe('deepdive build, of a page that cannot be built', () => {
  it('names a page that never ends, and builds the rest', () => {
    write('docs/index.md', good);
    write('docs/one.md', good);
    write('docs/slow.md', page('spin'));
    const { status, stderr } = deepdive('build', 'docs', '-o', 'site', ...soon);
    assert.equal(status, 1);
    assert.match(stderr, /^docs\/slow\.md timeout This page takes longer than 10 seconds: split it, or .*--timeout/m);
    for (const name of ['index.html', 'one.html']) assert.ok(existsSync(join(folder, 'site', name)), name);
    assert.ok(!existsSync(join(folder, 'site/slow.html')));
  });

  it('names the first page of a site, too', () => {
    write('front/index.md', page('spin'));
    write('front/one.md', good);
    const { status, stderr } = deepdive('build', 'front', '-o', 'front-site', ...soon);
    assert.equal(status, 1);
    assert.match(stderr, /^front\/index\.md timeout /m);
    assert.ok(existsSync(join(folder, 'front-site/one.html')));
  });

  it('tells a fault of its own from one of the page', () => {
    write('broken/a.md', page('throw'));
    write('broken/b.md', good);
    const { status, stderr } = deepdive('build', 'broken', '-o', 'broken-site');
    assert.equal(status, 3);
    assert.match(stderr, /^broken\/a\.md fault .*\(TypeError: no place\): please report it, with the page/m);
    assert.doesNotMatch(stderr, /\n +at /);
    assert.ok(existsSync(join(folder, 'broken-site/b.html')));
  });

  for (const command of ['build', 'convert']) {
    it(`ends with a line and a code of its own: deepdive ${command} of one page`, () => {
      write('one.md', page('throw'));
      const { status, stdout, stderr } = deepdive(command, 'one.md');
      assert.deepEqual({ status, stdout }, { status: 3, stdout: '' });
      assert.match(stderr, /^one\.md.* fault .*\(TypeError: no place\): please report it, with the page\.\n$/);
      write('one.md', page('spin'));
      const slow = deepdive(command, 'one.md', '--timeout', '0.5');
      assert.equal(slow.status, 1);
      assert.match(slow.stderr, /^one\.md.* takes longer than 0\.5 seconds/);
    });
  }

  it('goes on watching where a page never ends', async (test) => {
    write('watched/one.md', good);
    const settings = ['build', 'watched', '-o', 'watched-site', '--watch', '--port', '0', ...soon];
    const command = spawn(process.execPath, [...flags, program, ...settings], { cwd: folder });
    test.after(() => command.kill());
    const said = [];
    const lines = [command.stdout, command.stderr].map((input) => createInterface({ input }));
    const hears = async (pattern) => {
      while (!said.some((line) => pattern.test(line))) {
        await Promise.race(lines.map((one) => once(one, 'line')));
      }
    };
    for (const one of lines) one.on('line', (line) => said.push(line));
    await hears(/is served at/);
    write('watched/slow.md', page('spin'));
    await hears(/watched\/slow\.md timeout /);
    write('watched/slow.md', good);
    await hears(/^slow\.html.*: \d+ ms/);
    assert.ok(existsSync(join(folder, 'watched-site/slow.html')));
  });
});

describe('deepdive, of a fault outside of any page', () => {
  it('shows the stack to whoever asks for it', () => {
    write('one.md', page('throw'));
    const { stderr } = spawnSync(process.execPath, [...flags, program, 'build', 'one.md'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, DEBUG: 'deepdive' },
    });
    assert.match(stderr, /TypeError: no place\n +at /);
  });

  it('documents its exit codes', () => {
    for (const command of ['build', 'check', 'convert', 'draw']) {
      assert.match(deepdive(command, '--help').stdout, /3 where deepdive itself is at fault\.\n$/, command);
    }
  });

  it('says what a limit is written as', () => {
    for (const wrong of ['0', '', 'x', '-1', '1e9', '9999999']) {
      assert.throws(() => timeoutOf(wrong), /^UsageError: --timeout .* is no limit: write a number of seconds/);
    }
    assert.deepEqual([timeoutOf(undefined), timeoutOf('0.5'), timeoutOf('90')], [60, 0.5, 90]);
    assert.equal(deepdive('check', 'one.md', '--timeout', '0').status, 2);
  });
});
