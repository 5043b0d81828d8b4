import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isSarif } from './sarif.mjs';

const program = fileURLToPath(new URL('../../dist/node/deepdive.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'deepdive-check-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs the command in a folder of its own. */
function check(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function write(files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const findingsOf = (...args) =>
  JSON.parse(check(...args, '--format', 'json').stdout).files.flatMap(({ path, findings }) =>
    findings.map(({ line, column, rule }) => `${path}:${line}:${column} ${rule}`),
  );

describe('deepdive check', () => {
  it('says that a good page is good', () => {
    write({ 'good.md': '# Parcel tracker\n\nIt tracks parcels.\n' });
    assert.deepEqual(check('good.md'), { status: 0, stdout: '1 page: no problems\n', stderr: '' });
  });

  it('tells file, line, column and rule, and fails for errors', () => {
    write({ 'one/bad.md': '# Title\n\nIt has X million users.\n\n![](plan.png)\n' });
    const { status, stdout } = check('one/bad.md');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^one\/bad\.md\n3:8-3:17 +error +“X million” .* placeholder\n.*\n5:1-5:14 +error .* image-alt\n/,
    );
    assert.match(stdout, /3 errors\n$/);
  });

  it('lets rules be set, and warnings be errors', () => {
    write({ 'some.md': '![](https://example.org/plan.png)\n\nTBD\n' });
    assert.equal(check('some.md', '--rule', 'image-alt=off', '--rule', 'placeholder=warn').status, 0);
    assert.equal(check('some.md', '--rule', 'image-alt=off', '--rule', 'placeholder=warn', '--strict').status, 1);
    assert.deepEqual(findingsOf('some.md', '--rule', 'image-alt=off'), ['some.md:3:1 placeholder']);
  });

  it('writes what a rule proposes where it is asked to by name, and nothing else', () => {
    const page =
      '\uFEFF# Outage\r\n\r\n## Timeline\r\n\r\n- 18:02 A\r\n- 18:08 Alert fired.\r\n- 18:40 Incident resolved.\r\n\r\nTBD\r\n';
    write({ 'turns/a.md': page, 'turns/b.md': 'TBD\n' });
    const read = () => readFileSync(join(folder, 'turns/a.md'), 'utf8');
    assert.match(check('turns').stdout, /6:1-6:21 .*\*\*Detected:\*\* right after its time.* incident-turns/);
    assert.equal(read(), page);
    const { status, stdout, stderr } = check('turns', '--fix', 'incident-turns');
    assert.deepEqual([status, stderr], [1, '2 fixes written: look at each.\n']);
    assert.doesNotMatch(stdout, /incident-turns/);
    assert.match(stdout, /2 errors/);
    assert.equal(
      read(),
      page.replace('Alert', '**Detected:** Alert').replace('Incident res', '**Resolved:** Incident res'),
    );
    assert.equal(check('turns', '--fix', 'incident-turns').stderr, '0 fixes written: look at each.\n');
    const wrong = check('turns', '--fix', 'placeholder');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--fix placeholder: name one of the rules that can: incident-turns\./);
  });

  it('checks the pages of a folder, Markdown and HTML, in the order of their paths', () => {
    write({
      'site/b.md': 'TBD',
      'site/a/index.html': '<p>TBD',
      'site/a/note.txt': 'TBD',
      'site/node_modules/x.md': 'TBD',
      'site/.cache/x.md': 'TBD',
    });
    assert.deepEqual(findingsOf('site'), ['site/a/index.html:1:4 placeholder', 'site/b.md:1:1 placeholder']);
  });

  it('lists what it finds in the order of the page, whichever rule finds it', () => {
    const image = '![](https://example.org/a.png)';
    write({
      'order.md': `${image}\n\n${image} for X million, ${image}\n\n[x](nowhere.md)\n\n${image} and X million\n`,
    });
    assert.deepEqual(findingsOf('order.md'), [
      'order.md:1:1 image-alt',
      'order.md:3:1 image-alt',
      'order.md:3:36 placeholder',
      'order.md:3:47 image-alt',
      'order.md:5:1 broken-link',
      'order.md:7:1 image-alt',
      'order.md:7:36 placeholder',
    ]);
  });

  it('follows links as MkDocs serves them', () => {
    write({
      'docs/index.md':
        '# Home\n\n[a](a.md) [a](a/) [a](a.html) [a](a) [s](sub/) [s](sub/index.md) [p](plan.png) [q](a.md?x=1)\n',
      'docs/a.md': '[home](index.md) <a href="../sub/b">as MkDocs serves it</a> [b](sub/b.md)\n',
      'docs/sub/index.md': '[up](../a.md)',
      'docs/sub/b.md': '[web](https://example.org/none) [mail](mailto:a@example.org) [root](/none)',
      'docs/plan.png': '',
    });
    assert.deepEqual(findingsOf('docs'), []);
    write({
      'docs/a.md':
        '[a](none.md)\n[b](sub/none/)\n![c](none.png)\n[d](a/none/b.md)\n[e](../elsewhere/none.md)\n[f](../one/none.md)\n',
    });
    assert.deepEqual(
      findingsOf('docs'),
      [1, 2, 3, 4, 6].map((line) => `docs/a.md:${line}:1 broken-link`),
    );
  });

  it('looks for anchors in this page and in others, with the ids that MkDocs makes', () => {
    write({
      'ids/a.md':
        '# One\n\n## Law analysis & trade-offs\n\n[1](#law-analysis-trade-offs) [2](b.md#two_1) [3](b/#two) [4](#top)\n',
      'ids/b.md': '## Two\n\n## Two\n\n<a name="old"></a>\n\n[1](a.md#one) [2](#old)\n',
    });
    assert.deepEqual(findingsOf('ids'), []);
    assert.deepEqual(findingsOf('ids/a.md'), []);
    write({ 'ids/a.md': '## Law & order\n\n[1](#law--order)\n[2](b.md#three)\n' });
    const { stdout } = check('ids/a.md');
    assert.match(stdout, /3:1-3:17 +error +There is nothing called “#law--order” in this page: write “#law-order”/);
    assert.match(stdout, /4:1-4:16 +error +There is nothing called “#three” in b\.md/);
  });

  it('silences the rules of links by comments, too', () => {
    write({ 'quiet.md': '<!-- deepdive-disable-next-line broken-link -->\n[a](none.md)\n' });
    assert.deepEqual(findingsOf('quiet.md'), []);
  });

  it('reads what is no UTF-8, and says so', () => {
    writeFileSync(join(folder, 'latin.md'), Buffer.from('# Caf\u00e9\n\nTBD', 'latin1'));
    assert.deepEqual(findingsOf('latin.md'), ['latin.md:1:1 encoding', 'latin.md:3:1 placeholder']);
  });

  it('writes JSON of a stable shape', () => {
    write({ 'json.md': 'TBD' });
    assert.equal(check('json.md', '--format', 'json', '-o', 'out/report.json').stdout, '');
    const report = JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'));
    const [{ message }] = report.files[0].findings;
    assert.deepEqual(report, {
      version: 1,
      files: [
        {
          path: 'json.md',
          findings: [{ rule: 'placeholder', severity: 'error', message, line: 1, column: 1, endLine: 1, endColumn: 4 }],
        },
      ],
      errors: 1,
      warnings: 0,
      notes: 0,
    });
  });

  it('writes SARIF that its schema accepts', () => {
    write({ 'a folder/page.md': '# Title\n\nTBD\n\n[a](none.md)\n\n:material-none-such:\n' });
    const { stdout, status } = check('a folder', '--format', 'sarif');
    assert.equal(status, 1);
    const log = JSON.parse(stdout);
    isSarif(log);
    const [{ tool, results, invocations }] = log.runs;
    assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    for (const { ruleId, ruleIndex, locations, message } of results) {
      const rule = tool.driver.rules[ruleIndex];
      assert.equal(rule.id, ruleId);
      assert.ok(rule.help.text && message.text);
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'a%20folder/page.md');
    }
    assert.deepEqual(
      results.map(({ ruleId, level, locations }) => [ruleId, level, locations[0].physicalLocation.region]),
      [
        ['placeholder', 'error', { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 }],
        ['broken-link', 'error', { startLine: 5, startColumn: 1, endLine: 5, endColumn: 13 }],
        ['icon', 'note', { startLine: 7, startColumn: 1 }],
      ],
    );
  });

  it('says what to write instead of what cannot be followed', () => {
    write({ 'good.md': 'Good.', 'empty/note.txt': '' });
    for (const [args, message] of [
      [[], /Name the pages or folders.*Usage: deepdive check/s],
      [['good.md', '--format', 'xml'], /no format “xml”: write text, json or sarif/],
      [['good.md', '--rule', 'placeholder'], /--rule placeholder: write it as NAME=off/],
      [['good.md', '--rule', 'style=off'], /no rule “style”\. The rules are placeholder, /],
      [['none.md'], /Cannot read none\.md/],
      [['empty'], /There is no page in empty/],
      [['good.md', '--colour'], /--colour.*Usage: deepdive check/s],
      [['good.md', '-o', 'good.md/report'], /^Cannot write .*report/m],
    ]) {
      const { status, stdout, stderr } = check(...args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: '' });
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack');
    }
  });

  it('describes its rules', () => {
    assert.match(check('--help').stdout, /^Usage: deepdive check.*placeholder +Words of the template.*broken-anchor/s);
  });
});
