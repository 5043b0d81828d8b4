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
    ['[X]', '[X] GB a day'],
    ['Your name', 'Authors:\n\n- Your name\n- Lin'],
    ['[X]', 'It took\n[X] hours.'],
    ['Lorem ipsum', '``` html\n<p></p>\n```\n\nLorem ipsum is here.'],
    ['[YYYY-MM-DD]', 'Last updated: [YYYY-MM-DD]'],
    ['TBD', '| Rate |\n|-|\n| TBD |'],
    ['TODO: measure it', 'TODO: measure it'],
    ['Lorem ipsum dolor sit amet', '> Lorem ipsum dolor sit amet'],
    ['Lesson 1', '1. Lesson 1'],
    ['Brief overview of the system and its purpose.', 'Brief overview of the system and its purpose.'],
    // Of post-mortems.
    ['Short event description', '| Time | Event |\n|-|-|\n| 18:02 | Short event description |'],
    ['2024-05-02 HH:mm', '| Time | Event |\n|-|-|\n| 2024-05-02 HH:mm | Errors rise |'],
    ['20xx-MM-DD HH:mm', 'It began at 20xx-MM-DD HH:mm.'],
    ['HH:MM', '| Time (UTC) | Event |\n|-|-|\n| HH:MM | Errors rise |'],
    ['HH:MM UTC', '## Timeline\n\n- HH:MM UTC - Errors rise'],
    ['HH:MM', '## Timeline\n\n- **HH:MM** – Errors rise'],
    ['YYYY-MM-DD', '**Date:** YYYY-MM-DD'],
    ['YYYY-MM-DD HH:MM UTC', '| Fact | Value |\n|-|-|\n| Start time | YYYY-MM-DD HH:MM UTC |'],
    ['DD/MM/YYYY', '- Last updated: DD/MM/YYYY'],
    ['HH:MM', '<dl><dt>Detected at</dt><dd>HH:MM</dd></dl>'],
    ['<service name>', 'Service: \\<service name>'],
    ['INC-XXXX', 'Incident: INC-XXXX'],
    ['[Name]', '**Author:** [Name]'],
    ['[Your name]', 'Author: [Your name]'],
    ['[Describe the impact on users]', '- **Impact:** [Describe the impact on users]'],
    ['[describe the impact]', 'Impact: [describe the impact]'],
    ['[HH:MM]', '- [HH:MM] - Detection'],
    ['ZZZ', '- Time to recovery: ZZZ'],
    // Of decision records and proposals.
    ['{short title, representative of solved problem}', '# {short title, representative of solved problem}'],
    ['{title of option 1}', '- {title of option 1}'],
    ['{argument a}', '- Good, because {argument a}'],
    ['[option 1]', '- [option 1]'],
    ['(fill me in with today’s date, YYYY-MM-DD)', '- Start Date: (fill me in with today’s date, YYYY-MM-DD)'],
    ['One paragraph explanation of the feature.', 'One paragraph explanation of the feature.'],
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
    'The profile includes:\n\n- Your name\n- Your company\n- Why you are running',
    '[X] I/we understand that tests may change.\n[X] The owners agree.',
    '<p>\n  [X] Reviewed by two people\n</p>',
    '``` html\n<p>Lorem ipsum dolor sit amet</p>\n```\n\n!!! note\n    Lorem ipsum dolor sit amet',
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
    // What explains a form.
    'Dates are written YYYY-MM-DD, times HH:MM in UTC.',
    'Format: YYYY-MM-DD',
    'Date format: YYYY-MM-DD HH:mm',
    '| Field | Format |\n|-|-|\n| created | YYYY-MM-DD |',
    '| Token | Meaning |\n|-|-|\n| HH:mm | hours and minutes |',
    '- HH:MM - hours and minutes, of 24 hours',
    '## Timeline\n\n- HH:MM - the format of times',
    'Date: `YYYY-MM-DD`',
    'Name branches after the date: release/YYYY-MM-DD.',
    'Files are called PMyyyy-nnn, and records ADR-NNNN.',
    'At 18:02 the MM/DD cache was full.',
    'The date 2024-05-02 and the time 12:30 UTC.',
    'A set {a, b} and a function {x}.',
    'Send it to /users/{id}/orders/{order id}.',
    'The macro {{ page.title }} is replaced.',
    'Run it with <page> or {option}.',
    'He asked [describe the impact] of everybody, and got [option 1] of 3.',
    'Is it true??? It is.',
    '| Type |\n|-|\n| ??? |',
    'An event description is short. Short event descriptions are best.',
    '- [Week: [Date]](#week)',
    'Good, because it is simple.',
    'She filled in the form (fill level 3).',
  ]) {
    it(`leaves ${JSON.stringify(text.slice(0, 50))} alone`, async () => {
      assert.deepEqual(await placeholders(text), []);
    });
  }

  it('takes a note of what is missing for no words of a template', async () => {
    const messages = (await found('placeholder', 'TODO(lin): more details\n\nTBD\n\nIt serves X million users.')).map(
      ({ message }) => message,
    );
    assert.match(
      messages.join('\n'),
      /^“TODO\(lin\): more details” says that something is missing: .*\n“TBD” says .*\n“X million” is left from the template:/,
    );
  });

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
