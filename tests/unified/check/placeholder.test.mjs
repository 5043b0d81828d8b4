import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const placeholders = async (page, name) =>
  (await found('placeholder', page, name)).map(({ line, column, message }) => [
    line,
    column,
    /“(.*)”/s.exec(message)[1],
  ]);

describe('placeholder', () => {
  for (const [words, text] of [
    ['X million', 'It serves X million users.'],
    ['Y requests/second', '| Metric | Value |\n|-|-|\n| Rate | Y requests/second |'],
    ['99.XX%', 'Availability: 99.XX%'],
    ['XXms', '<div class="stat-number">XXms</div>'],
    ['$Z in losses', '- $Z in losses'],
    ['N engineers', '**Team size**: N engineers'],
    ['Y% of users affected', '- Y% of users affected'],
    ['X hours downtime', '- X hours downtime'],
    ['< Y minutes', '**Rollback time**: < Y minutes'],
    ['[Company]', '# How [Company] stores parcels'],
    ['[X]', '| P50 | [X]ms |\n|-|-|\n| P99 | 2 s |'],
    ['[YYYY-MM-DD]', 'Last updated: [YYYY-MM-DD]'],
    ['TBD', '| Rate |\n|-|\n| TBD |'],
    ['TODO: measure it', 'TODO: measure it'],
    ['Lorem ipsum dolor sit amet', '> Lorem ipsum dolor sit amet'],
    ['Lesson 1', '1. Lesson 1'],
    ['Brief overview of the system and its purpose.', 'Brief overview of the system and its purpose.'],
    ['[Original System Paper/Blog]', '- [Original System Paper/Blog]'],
  ]) {
    it(`finds “${words}”`, async () => {
      const all = await placeholders(text);
      assert.deepEqual(
        all.map(([, , words]) => words),
        [words],
      );
    });
  }

  for (const text of [
    'An X-ray of X.509 certificates on OS X, at Y Combinator, with N+1 servers and N replicas.',
    'A cluster of N nodes survives the loss of N/2, and HTTP 5XX is an error.',
    'Shift X% of the traffic. Call it `X million`, in a <kbd>TODO</kbd>.',
    '```\nX million users, TBD\n```',
    'See [the paper](https://example.org) and [Company][c].\n\n[c]: https://example.org',
    '- [ ] open\n- [x] done',
    'A claim[^1].\n\n[^1]: Its source.',
    '[TOC]',
    'Trunk-based development (TBD) is common.\n\n| Practice |\n|-|\n| TBD |',
    'A TODO application, and the TODO comments in it.',
    '### Lesson 1\n\nRehearse.\n\n## Technical explanation\n\nIt was full.',
    '“[The service] fell over,” they wrote [sic], as [Lamport 1978] and [1] say.',
    'Kafka 2.X, and the card XXXX-XXXX-XXXX-1234.',
    'ZK ensemble restored: ZK nodes back.',
    '| Range |\n|-|\n| [0, 1] |\n| [Low, High] |\n| [HTTP GET] |',
    'Write \\[ x \\] or array[i].',
  ]) {
    it(`leaves ${JSON.stringify(text.slice(0, 50))} alone`, async () => {
      assert.deepEqual(await placeholders(text), []);
    });
  }

  it('tells the line and the column, after markup and references, too', async () => {
    assert.deepEqual(await placeholders('# Title\n\n- a &amp; **b** X million'), [[3, 17, 'X million']]);
    assert.deepEqual(await placeholders('<p>a &amp; b\n  X million</p>', 'page.html'), [[2, 3, 'X million']]);
  });

  it('tells them in the order of the text, whatever they are known by', async () => {
    assert.deepEqual(await placeholders('It has X million users in [TODO].'), [
      [1, 8, 'X million'],
      [1, 27, '[TODO]'],
    ]);
  });

  it('reads front matter, which with placeholders in it is often no YAML', async () => {
    const page =
      "---\ntitle: '[Company] in depth'\nread: [X] min\nlevel: [low|middle|high]\ntags: [Kafka, Flink]\nday: YYYY-MM-DD\n---\n";
    assert.deepEqual(await placeholders(page), [
      [2, 9, '[Company]'],
      [3, 7, '[X]'],
      [4, 8, '[low|middle|high]'],
      [6, 6, 'YYYY-MM-DD'],
    ]);
  });

  it('takes brackets for placeholders in a page that is full of them', async () => {
    const cells = (words) => `| ${words} |\n|-|\n| [Reasoning] |\n| [What they gave up] |\n`;
    assert.deepEqual(await placeholders(cells('Why')), []);
    const template = `[Company] has [X] users, [Y]% growth, [YYYY].\n\n${cells('Why')}`;
    assert.equal((await placeholders(template)).length, 6);
  });
});
