import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const linesOf = async (...args) => (await found(...args)).map(({ line }) => line);

describe('claim-source', () => {
  for (const claim of [
    'It serves 40 million users.',
    'The fleet has 1,200 servers.',
    'It takes 65K requests per second.',
    'It serves 4500 companies.',
    'It has 2,000 servers.',
    'It takes 2000 requests per second.',
    'The outage cost $1.2 million.',
    'Reads became 40% faster.',
    'They reduced the latency of reads by 40%.',
    'It was there 99.99% of the year.',
    '- It moves 1B+ events/day',
    '## Requirements\n\nFast.\n\n## Results\n\nIt serves 40 million users.',
    '**Assumptions**:\n\n- few writes\n\nIt serves 40 million users.',
    '**Numbers**:\n\n- It serves 40 million users',
    'In phase 2 it serves 40 million users.',
    'It serves 10–40 million users.',
    'Who uses it? It serves 40 million users.',
    'Support handles 2 million requests a day.',
    'It grew to serve 40 million users.',
    'Processing costs dropped by 40%.',
    'The team [of two] serves 40 million users.',
    'It had > 99.99% availability.',
    '!!! quote\n    It moves 1B+ events/day',
    '!!! abstract "Quick facts"\n    | Metric | Value |\n    |---|---|\n    | Scale | 2 million parcels |',
  ]) {
    it(`finds “${claim.slice(0, 50)}”`, async () => {
      assert.equal((await found('claim-source', `# Parcels\n\n${claim}\n`)).length, 1);
    });
  }

  for (const text of [
    'It serves 40 million users ([source](https://example.org)).',
    'It serves 40 million users.[^1]\n\n[^1]: Their own words.',
    '- It serves 40 million users\n\n    as [they say](../talk.md).',
    '> It serves 40 million users.\n>\n> — [them](https://example.org)',
    '!!! info\n    It serves 40 million users.\n\n    See [their talk](https://example.org).',
    '!!! abstract "Quick facts"\n    | Metric | Value |\n    |---|---|\n    | Scale | [2 million parcels](https://example.org) |',
    'It must serve 40 million users, with a target of 99.9%.',
    'If it had 40 million users, that would be 65K requests per second.',
    '## Requirements\n\n- 40 million users',
    '| Choice | Rate |\n|---|---|\n| One | 65K requests per second |',
    'In 2018 many companies moved to it.',
    'The years 2014–2018 took most organizations there.',
    'Since 2020 users have asked for it, and in 1999 no one did.',
    'It has 3 replicas, 12 engineers and 2 regions, and answers in 20 ms.',
    'A key lives for 4000 ms; `40 million users`.',
    '## Requirements\n\n### Performance\n\n- 10M+ requests per second at the peak',
    '## Success criteria\n\n- The system takes 10M+ requests per second\n- 99.99% availability',
    '**Assumptions**:\n\n- 1,000 active users\n- 10 requests a user and day',
    '**Availability targets:**\n- **99.9%** for most services\n- **99.99%** for the ledger',
    '**Requirements:**\n\n1. Import\n    - 1M records',
    '- Requirements:\n    - 1M records a day',
    '**Example 1**:\n\n- It takes 1,000 requests per second',
    '**Scenario: the table has 1 billion rows**',
    '- **Throughput**: Support 10M+ requests per second',
    '1. Handle growth (1M → 100M users)',
    'Serve up to 40 million users, and keep it simple.',
    '* To handle 200M mobile users',
    '- Requests: 100M ÷ 86,400 ≈ 1,157 writes/sec',
    '- Peak: 1,157 writes/sec × 200 bytes = 231 KB/sec',
    '- Time for one: 1 / 1,000 requests = 1 ms',
    '- **99.9%** = 8.76 hours of downtime a year',
    '- Service availability < 99.9%',
    '- < 1K users: keep it simple',
    'Is it worth $50K more a month? What of 40 million users?',
    'For systems targeting 1M+ users.',
    '- **Phase 2 (1K–100K users)**: two servers',
    '- Early applications (0-100K users)',
    '**When to use**:\n\n- Large applications (100K+ users)',
    '- Threshold to build it: $10M of revenue',
    '## Exam\n\n### Part 1\n\nIt serves 40 million users.',
    '- Latency degrades (>50% increase)',
    '### Phase 3\n\n[Growth to 1M users]',
  ]) {
    it(`leaves ${JSON.stringify(text.slice(0, 50))} alone`, async () => {
      assert.deepEqual(await found('claim-source', `# Parcels\n\n${text}\n`), []);
    });
  }

  const page = '# Parcels\n\n## One\n\nIt serves 40 million users.\n\nIt cost $2M.\n\n## Two\n\nIt cost $3M.\n';

  it('reports once for a section', async () => {
    const findings = await found('claim-source', page);
    assert.deepEqual(
      findings.map(({ line, column }) => [line, column]),
      [
        [5, 11],
        [11, 9],
      ],
    );
    assert.match(findings[0].message, /^“40 million users” and 1 more figure in this section have no source/);
  });

  it('reports once for a page that lists its sources', async () => {
    const sources = (link) => `${page}\n## Further reading\n\n- ${link}\n`;
    assert.deepEqual(await linesOf('claim-source', sources('[Their talk](https://example.org)')), [5]);
    assert.deepEqual(await linesOf('claim-source', sources('[Their talk]')), [5, 11]);
  });
});

describe('incident', () => {
  const callout = (title, ...parts) => `!!! danger "${title}"\n${parts.map((part) => `    ${part}\n`).join('\n')}`;
  const happened = '**What happened**: The queue was full.';
  const cause = '**Root cause**: It had no quota.';
  const lessons = '**Lessons learned**: Give it one.';

  it('finds incidents without times or lessons', async () => {
    const messages = async (page) => (await found('incident', page)).map(({ message }) => message);
    assert.match(
      (await messages(callout('Outage', happened, cause, lessons))).join(),
      /^This incident does not say when/,
    );
    assert.match(
      (await messages(callout('Outage of 4 May 2024', happened, cause))).join(),
      /^This incident has no lessons/,
    );
    assert.equal((await messages(callout('Outage', happened, cause))).length, 2);
  });

  it('is content with both, in the incident or in its section', async () => {
    for (const page of [
      callout('Outage', '**What happened**: At 09:40 the queue was full.', cause, lessons),
      `## The outage of 2024\n\n${callout('Outage', happened, cause)}\n### Lessons\n\nA quota.\n`,
      '<incident-callout><h3>Outage, <time datetime="P1D">on Monday</time></h3><p>We learned a lot.</incident-callout>',
      callout('Outage 2024', happened, cause, lessons),
      callout('Not an incident', 'Take care.').replace('danger', 'warning'),
    ]) {
      assert.deepEqual(await found('incident', page), []);
    }
  });

  it('does not take the words of another section for its own', async () => {
    const page = `## The outage\n\n${callout('Outage', happened, cause)}\n## Lessons of 2024\n\nMany.\n`;
    assert.equal((await found('incident', page)).length, 2);
    const second = `## The outage of 2024\n\n${callout('One', happened, cause, lessons)}\n## Another\n\n${callout('Two', happened, cause)}`;
    assert.deepEqual(
      (await found('incident', second)).map(({ line }) => line),
      [12, 12],
    );
  });
});
