import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOf, lines, read } from './read.mjs';

/** The tags of ours that a source becomes, outermost first, in order. */
const tagsOf = (source) => [...htmlOf(source).matchAll(/<([a-z]+-[a-z]+)/g)].map(([, tag]) => tag);
const table = (...rows) =>
  [rows[0], rows[0].map(() => '-'), ...rows.slice(1)].map((row) => `|${row.join('|')}|`).join('\n');

describe('a table becomes', () => {
  const cases = {
    'a law table by its first heading': ['law-table', table(['Law', 'Challenge', 'Trade-off'], ['Conway', 'a', 'b'])],
    'a law table by its laws': ['law-table', table(['What', 'How', 'Why'], ['Cognitive load', 'a', 'b'])],
    'a latency profile': ['latency-profile', table(['Percentile', 'Latency'], ['P50', '3 ms'], ['P99', '40 ms'])],
    'a law table by the column after their numbers': [
      'law-table',
      table(['#', 'Law', 'Shows as', 'Answer'], ['1', 'Conway', 'a', 'b']),
    ],
    'a comparison where principles are others': [
      'compare-table',
      table(['Principle', 'Meaning', 'Example'], ['Least privilege', 'a', 'b']),
    ],
    'a law table where some of the laws have other names': [
      'law-table',
      table(
        ['Law', 'Shows as', 'So we'],
        ['Law 1: late news', 'a', 'b'],
        ['Law 2: cognitive load', 'a', 'b'],
        ['Law 3', 'a', 'b'],
      ),
    ],
    'a comparison where laws are those of a country': [
      'compare-table',
      table(['Law', 'In force since', 'Applies to'], ['Data protection act', '2018', 'personal data']),
    ],
    'a comparison where laws are to be learnt': [
      'compare-table',
      table(['Law', 'Read on', 'Reviewed on'], ['Law 1', '', ''], ['Law 2', '', '']),
    ],
    'a latency profile with its objective and notes': [
      'latency-profile',
      table(['Percentile', 'Latency', 'Target', 'Note'], ['P50', '3 ms', '5 ms', 'a'], ['P99', '40 ms', '50 ms', '']),
    ],
    'a comparison of latencies before and after': [
      'compare-table',
      table(['Percentile', 'Before', 'After'], ['P50', '30 ms', '3 ms'], ['P99', '400 ms', '40 ms']),
    ],
    'a comparison of what availabilities leave': [
      'compare-table',
      table(['Nines', 'Downtime'], ['99%', '7 hours'], ['99.9%', '43 min']),
    ],
    'a comparison of services by percentile': [
      'compare-table',
      table(['Service', 'P50', 'P99'], ['A', '3 ms', '9 ms']),
    ],
    'a comparison where percentiles have more to say': [
      'compare-table',
      table(['Percentile', 'Latency', 'Why', 'Where', 'Who'], ['P50', '3 ms', 'a', 'b', 'c']),
    ],
    'a comparison where latencies cannot be read': ['compare-table', table(['Percentile', 'Latency'], ['P50', 'XX'])],
    'a timeline': ['incident-timeline', table(['Time', 'Event'], ['18:02', 'a'], ['T+5min', 'b'])],
    'a comparison of releases by day': [
      'compare-table',
      `## Release timeline\n\n${table(['When', 'What'], ['2024-01-10', 'a'], ['2024-03-01', 'b'])}`,
    ],
    'a comparison of a day’s plan': [
      'compare-table',
      `## Deployment schedule\n\n${table(['Time', 'Action'], ['09:00', 'a'], ['10:00', 'b'])}`,
    ],
    'a comparison of percentiles of different things': [
      'compare-table',
      table(['Percentile', 'Latency'], ['P50 reads', '3 ms'], ['P99 writes', '9 ms']),
    ],
    'a comparison of limits by percentile': [
      'compare-table',
      table(['Percentile', 'Latency'], ['P50', '< 3 ms'], ['P99', '< 9 ms']),
    ],
    'a timeline by its heading': [
      'incident-timeline',
      `## Outage\n\n${table(['Zeit', 'Last'], ['18:02', 'a'], ['18:09', 'b'])}`,
    ],
    'a timeline whose times are still open': [
      'incident-timeline',
      `### Failure timeline\n\n${table(['When', 'What'], ['T+0', 'a'], ['T+[X] min', 'b'], ['Mon 9:30', 'c'])}`,
    ],
    'a comparison of the hours of a day': ['compare-table', table(['Time', 'Load'], ['09:00', '4%'], ['12:00', '9%'])],
    'a comparison where times are none': ['compare-table', table(['Time', 'Event'], ['soon', 'a'], ['later', 'b'])],
    'a resource table': ['resource-table', table(['Resource', 'Usage'], ['CPU', '70%'])],
    'a resource table by its heading and shares': [
      'resource-table',
      `### Resource utilisation\n\n${table(['Component', 'CPU', 'RAM'], ['Broker', '60%', '40–50 %'])}`,
    ],
    'a comparison of what resources are for': ['compare-table', table(['Resource', 'Used for'], ['CPU', 'a'])],
    'facts below a heading that says so': [
      'quick-facts',
      `## Quick facts\n\n${table(['Metric', 'Value'], ['Scale', '3'])}`,
    ],
    'a comparison otherwise': ['compare-table', table(['Metric', 'Value'], ['Scale', '3'])],
  };
  for (const [name, [tag, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), [tag]));
  }

  it('facts without a header row, in a box or below a heading', () => {
    const source = '| | |\n|-|-|\n| **Users** | 3 M |';
    const facts = '<dl><dt>Users</dt><dd>3 M</dd></dl></quick-facts>';
    assert.match(htmlOf(`## At a glance\n\n${source}`), new RegExp(`<quick-facts>${facts}`));
    const box = `!!! info "At a glance"\n${source.replace(/^/gm, '    ')}`;
    assert.match(htmlOf(box), new RegExp(`<quick-facts><h2>At a glance</h2>${facts}`));
    assert.match(String(read(`## Other\n\n${source}`).messages[0]), /no header row/);
  });

  it('one whose numeric columns say so, without script', () => {
    const cells = (source) =>
      [...htmlOf(source).matchAll(/<t[hd](?: align="left")?( data-numeric="")?>/g)].map(([, one]) => (one ? 1 : 0));
    const rows = table(['Store', 'Read', 'Cost'], ['Log', '5 ms', '$5'], ['Index', '12 ms', 'none']);
    assert.deepEqual(cells(rows), [0, 1, 0, 0, 1, 0, 0, 1, 0]);
    assert.deepEqual(cells(rows.replace('|-|-|-|', '|-|:-|-|')), [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const resources = table(['Resource', 'Usage', 'Nodes'], ['CPU', '70%', '5'], ['Memory', '40%', '12']);
    assert.deepEqual(cells(resources), [0, 0, 1, 0, 0, 1, 0, 0, 1]);
  });

  it('nothing without a header row, and that is told', () => {
    const { html, messages } = read('<table><tr><td>a</td></tr></table>');
    assert.match(html, /^<table>/);
    assert.match(String(messages[0]), /no header row/);
  });
});

describe('a callout becomes', () => {
  const box = (kind, title, ...body) => lines(`!!! ${kind} "${title}"`, ...body.map((line) => `    ${line}`));
  const cases = {
    facts: [['quick-facts'], box('abstract', 'Quick Facts', '| a | b |', '|---|---|', '| c | d |')],
    'facts that stand on lines': [['quick-facts'], box('abstract', 'QUICK FACTS', '**Users**: 3 M', '**Regions**: 2')],
    'facts that stand before colons': [['quick-facts'], box('info', 'Quick facts', '- Users: 3 M', '- Regions: 2')],
    'facts that stand in a list': [
      ['quick-facts'],
      box('info', 'At a glance', '- **Users** – 3 M', '- **Regions** – 2'),
    ],
    decisions: [['decision-list'], box('tip', 'Key design decisions', '1. **A**: a', '2. **B**: b')],
    takeaways: [['key-takeaways'], box('quote', 'Key lessons', '1. **When to apply**: a')],
    reading: [['further-reading'], box('info', 'Further reading', '- [a](https://example.com/)')],
    'questions with hints': [
      ['note-callout', 'discussion-questions'],
      box('question', 'Discussion questions', 'Discuss:', '', '1. Why?', '2. How?'),
    ],
    'an incident by its kind and title': [['incident-callout'], box('danger', 'Outage of May', 'It was dark.')],
    'an incident by its sections': [
      ['incident-callout'],
      box('bug', 'A bad day', '**What happened**: a', '', '**Root cause**: b'),
    ],
    'an incident by the lines of a paragraph': [
      ['incident-callout'],
      box('failure', 'A bad night', '**What happened?** a', '**Root cause.** b'),
    ],
    'an incident by its terms': [
      ['incident-callout'],
      box('failure', 'A bad day', 'What happened', ':   a', '', 'Impact', ':   b'),
    ],
    'a note about incidents': [
      ['note-callout'],
      box('danger', 'Incident review meeting is every Monday', 'Bring the timeline.'),
    ],
    'a note about what may fail': [
      ['note-callout'],
      box('danger', 'Failure mode: broker loss', '**Impact**: a', '', '**Root cause**: b'),
    ],
    'a note about an outage that nothing else is told of': [['note-callout'], box('danger', 'Checkout outage', 'x')],
    'a note whose title ends with an incident': [
      ['note-callout'],
      box('danger', 'If this is ever above zero, page: it is an incident', 'x'),
    ],
    'a note where a list has no lead-ins': [['note-callout'], box('tip', 'Decisions', '1. a')],
    'a note with a table in it': [
      ['note-callout', 'compare-table'],
      box('info', 'Costs', '| a | b |', '|---|---|', '| c | d |'),
    ],
  };
  for (const [name, [tags, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), tags));
  }

  it('the kind that others call differently', () => {
    const kinds = {
      seealso: 'note',
      hint: 'tip',
      todo: 'info',
      tldr: 'abstract',
      done: 'success',
      faq: 'question',
      caution: 'warning',
      bug: 'danger',
      cite: 'quote',
    };
    for (const [name, kind] of Object.entries(kinds))
      assert.match(htmlOf(box(name, 'T', 'x')), new RegExp(`kind="${kind}"`));
  });

  it('a note where the kind is known to nobody, and that is told', () => {
    const { html, messages } = read(box('foo', 'T', 'x'));
    assert.match(html, /<note-callout kind="note">/);
    assert.match(String(messages[0]), /no kind of callout “foo”/);
  });

  it('an incident with its severity and date', () => {
    const incident = (title) => htmlOf(box('danger', title, 'x'));
    assert.match(
      incident('Major incident: 14 March 2024'),
      /^<incident-callout><h2>Major incident: <time datetime="2024-03-14">14 March 2024<\/time>/,
    );
    assert.match(incident('SEV-2 outage, Mar 3, 2021'), /severity="sev2".*<time datetime="2021-03-03">Mar 3, 2021/);
    assert.match(incident('Outage of 2020-02-01'), /^<incident-callout><h2>Outage of <time datetime="2020-02-01">/);
  });
});

describe('a list becomes what its heading says', () => {
  const cases = {
    innovations: ['innovation-list', '## Key innovations\n\n1. **A**: a'],
    takeaways: ['key-takeaways', '## Takeaways for your system\n\n1. **When to apply**: a'],
    reading: ['further-reading', '## Further reading\n\n- [a](https://example.com/)'],
    questions: ['discussion-questions', '## Discussion questions\n\n1. Why?'],
    practices: ['practice-list', '### Monitoring & observability\n\n- **Metrics**: a'],
    decisions: ['decision-list', '### Design decisions\n\n1. **A**: a'],
    'decisions with their trade-offs': [
      'decision-list',
      '### 4. Key architecture decisions and trade-offs\n\n1. **A**: a',
    ],
    'choices of design': ['decision-list', '### Main design choices\n\n1. **A**: a'],
    'reading in parts': ['further-reading', '## 📚 References\n\n### Papers\n\n1. [a](https://example.com/)'],
    'questions that have no other name': ['discussion-questions', '## Open questions\n\n1. Why?\n2. How?'],
    'practices of several kinds': ['practice-list', '### 7. Metrics, logging, and alerting\n\n- **Lag**: a'],
    'practices of a service': ['practice-list', '## Service monitoring strategy\n\n- **Lag**: a'],
    'reading that is suggested': ['further-reading', '## Suggested reading\n\n- [a](https://example.com/)'],
    'questions that nobody has answered': ['discussion-questions', '## Unresolved questions\n\n1. Why?\n2. How?'],
    'questions that are still to be answered': [
      'discussion-questions',
      '## Questions (to be answered in the review)\n\n1. Why?\n2. How?',
    ],
    'questions with their answers': ['discussion-questions', '## Practice questions with answers\n\n1. Why? So.'],
    'practices as terms': ['practice-list', '### Observability\n\nMetrics\n:   a\n\nTraces\n:   b'],
    'facts as items': ['quick-facts', '## Quick facts\n\n- **Users**: 3 M\n- **Regions**: 2'],
    'metrics with their figures': [
      'quick-facts',
      '## Key metrics\n\n- **Users**: about 3 M\n- **Speed**: p99 < 10 ms\n- **Tier**: gold',
    ],
    'facts and figures': ['quick-facts', '## Key facts and figures\n\n- **Tier**: gold\n- **Owner**: payments'],
    'numbers of a template': ['quick-facts', '## Key numbers\n\n- Rate: X requests a second\n- Storage: [Y] TB'],
    'reading of two names': ['further-reading', '## 📖 References & resources\n\n- [a](https://example.com/)'],
    'related links': ['further-reading', '## Related links\n\n- [a](https://example.com/)\n- [b](../b.md)'],
    'related content': ['further-reading', '## Related content\n\n- [a](https://example.com/)'],
    'reading and links': ['further-reading', '## Further reading and links\n\n- [a](https://example.com/)'],
    'percentiles as items': ['latency-profile', '## Speed\n\n- **P50**: 12 ms\n- **P99.9**: 2 s'],
    'percentiles as lines': ['latency-profile', '## Speed\n\np50: 12 ms\np99: 120 ms'],
    'a rollout as items': [
      'rollout-path',
      '### Deployment\n\n- **Frequency**: daily\n- **Rollout**: Canary → 1% → 100%',
    ],
    'a rollout': ['rollout-path', '### Rollout\n\n1. Internal\n2. 1%\n3. 100%'],
    'a rollout to everybody': ['rollout-path', '### Release plan\n\n- Stages: staff → 5% of users → all users'],
    'a rollout in two steps': ['rollout-path', '### Search\n\nRollout: 10% → 50%'],
    'a shift of traffic': ['rollout-path', '### Migration\n\n- Traffic shift: 1% → 25% → 100%'],
    'a rollout that is still open': ['rollout-path', '### Rollout\n\n- Canary → [X]% → 100%'],
  };
  for (const [name, [tag, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), [tag]));
  }

  it('or stays a list', () => {
    for (const source of [
      '## Steps\n\n1. **A**: a',
      '## 3. Decision drivers\n\n1. **A**: a',
      '## Decision\n\n1. **A**: a',
      '## Decision record\n\n1. **A**: a',
      '## Deciders\n\n1. **A**: a',
      '## How we make decisions\n\n1. **A**: a',
      '## Open decisions\n\n1. **A**: a',
      '## Choices\n\n1. **A**: a',
      '## Innovation budget\n\n1. **A**: a',
      '## Speed\n\n- P50 latency: < 10 ms\n- P99 latency: < 200 ms',
      '## Speed\n\n- P50 reads: 5 ms\n- P99 writes: 100 ms',
      '## Rollout\n\nThe canary → 5% → 25% → 100% rollout took a day, and then we deploy.',
      '## Further reading\n\n- no link',
      '## Monitoring requirements\n\n- **Lag**: a\n- **Errors**: b',
      '## Why is monitoring important?\n\n- **Faster repair**: a\n- **Fewer pages**: b',
      '## Signals of monitoring\n\n- **Latency**: a\n- **Traffic**: b',
      '## Monitoring tools\n\n- **Agent**: a\n- **Store**: b',
      '## Impact on alerting\n\n- **Rules**: a\n- **Receivers**: b',
      '## Operational excellence (20%)\n\n- **Alerts**: a\n- **Security**: b',
      '## Question 4: observability\n\n- **Answer**: tracing',
      '## Limits of observability\n\nSampling\n:   a\n\nCost\n:   b',
      '## Monitoring\n\n- **How can an operator see that it works?** By its lag.\n- **What else?** No.',
      '## Monitoring\n\n- **Is it in use?**\n\n    - Yes.\n\n- **Since when**: a',
      '## Monitoring\n\nIs it in use?\n:   a\n\nAlerts\n:   b',
      '## Key innovations\n\n- plain',
      '## Key facts\n\n- **Users**: 3 M\n- **Regions** are two',
      '## Key metrics to track\n\n- **Join time**: from the click to the first frame\n- **Drops**: how often calls end',
      '## Key metrics\n\n- **Latency**: the p99 of reads\n- **Errors**: the share of 5xx answers',
      '## Key statistics\n\nLag\n:   how far a replica is behind\n\nLoad\n:   of each node',
      '## Links\n\n- [a](https://example.com/)',
      '## Articles\n\n- [a](https://example.com/)',
      '## How related links are found\n\n- [a](https://example.com/)',
      '## Related links\n\n- a crawler\n- an index',
      '## Sources and sinks\n\n- [a](https://example.com/)',
      '## Open questions\n\n1. Why?',
      '## Questions\n\n1. Why always?\n\nIt is simple.\n\n2. Why not?\n\nIt is slow.',
      '## Open questions\n\n1. A plan',
      '## Answers to the practice questions\n\n1. The second\n2. The first',
      '## Solutions for the review questions\n\n1. The second\n2. The first',
      '## How we write interview questions\n\n1. Draft them\n2. Try them',
      '## Frequently asked questions\n\n1. Is it free? Yes.\n2. Is it fast? Yes.',
      '## Questions that users asked\n\n1. Is it free?\n2. Is it fast?',
      '## Questions resolved in the review\n\n1. Is it needed? Yes.\n2. Is it safe? Yes.',
      '## Survey questions\n\n1. Do you like it?\n2. Do you need it?',
      '## Speed\n\n- P50: good\n- P99: 120 ms',
      '## Rollout\n\n1. Build it\n2. Show it to 1%\n3. Write it down',
      '## Rollout\n\n- Error rate since the rollout: 4% → 2% → 1%',
      '## Migration\n\n- Lasts 18 months\n- Takes care:\n    - Shadow traffic\n    - Traffic shift: 1% → 25% → 100%',
      '## Rollout\n\n- Hit ratio: 60% → 80% → 95%',
      '## Search\n\nCoverage since the rollout: 60% → 100%',
      '## Search\n\nError rate after the release: 4% → 2%',
      '## Search\n\n- Hit ratio since the deploy: 60% → 80% → 95%',
      '## Effects of the release\n\nSpeed ↑ 40% → bounces ↓ 20% → visits ↑ 15%',
      '## Release results\n\n1. 15% faster start\n2. 20% fewer crashes\n3. 40% more visits',
      '## Rollback of the release\n\n1. 100%\n2. 50%\n3. 0%',
      '## Traffic\n\n- Share of mobile: 1% → 25% → 100%',
    ]) {
      assert.deepEqual(tagsOf(source), []);
    }
  });

  it('or the outline of the page', () => {
    const source = '## Table of contents\n\n- [A](#a)\n  - [B](#b)\n\n## A';
    assert.match(
      htmlOf(source),
      /^<page-outline><nav aria-labelledby="table-of-contents"><h2 id="table-of-contents">Table of contents<\/h2><ul>.*<\/nav><\/page-outline><h2/,
    );
    assert.deepEqual(tagsOf('## Contents\n\n- [A](a.html)'), []);
    assert.deepEqual(tagsOf('[TOC]\n\n## A'), ['page-outline']);
  });
});

describe('what begins with times becomes a timeline', () => {
  const forms = {
    'in bold': '- **14:05 UTC** – a\n- **14:06 UTC** – b\n- **14:20 UTC** – c',
    'before colons': '1. 14:05: a\n2. 14:06: b\n3. 14:20: c',
    'in code': '- `14:05` a\n- `14:06` b\n- `14:20` c',
    'in bold with what happened': '- **14:05 – a**\n- **14:06 – b**\n- **14:20 – c**',
    'in brackets': '* [14:05] a\n* [14:06] b\n* [14:20] c',
    'as terms': '14:05\n:   a\n\n14:06\n:   b\n\n14:20\n:   c',
    'on lines': '**14:05** – a\n**14:06** – b\n**14:20** – c',
    'in paragraphs': '- 14:05 - a\n\n- 14:06 - b\n\n- 14:20 - c',
  };
  for (const [name, source] of Object.entries(forms)) {
    it(name, () => {
      const html = htmlOf(`### Timeline\n\n${source}`);
      const words = html.replace(/^<h3.*?<\/h3>/, '').replace(/<(?!time|\/time|li)[^>]*>|\n/g, '');
      const zone = name === 'in bold' ? ' UTC' : '';
      const time = (clock) => (zone ? `<time datetime="${clock}">${clock}${zone}</time>` : `<time>${clock}</time>`);
      assert.match(html, /<incident-timeline>/);
      assert.equal(words, `<li>${time('14:05')} a<li>${time('14:06')} b<li>${time('14:20')} c`);
    });
  }

  it('with days, over midnight, or counted from T', () => {
    const dates = '- March 3, 2025: a\n- 4 March 2025, 09:00 UTC: b\n- 2025-03-04 10:00 UTC: c';
    assert.match(
      htmlOf(`## Outage\n\n${dates}`),
      /<li><time datetime="2025-03-03">March 3, 2025<\/time> a<\/li><li><time datetime="2025-03-04T09:00Z">4 March 2025, 09:00 UTC<\/time> b.*<time datetime="2025-03-04T10:00Z">2025-03-04 10:00 UTC/,
    );
    const vague = '- **2025-03-03 20:46–22:33** — a\n- **2025-03-04 ~09:00** — b\n- **2025-03-04 evening** — c';
    assert.match(
      htmlOf(`# Outage\n\n## Timeline\n\n${vague}`),
      /<time[^>]*>2025-03-03 20:46–22:33<\/time> a.*<time datetime="2025-03-04T09:00">2025-03-04 ~09:00<\/time> b.*<time datetime="2025-03-04">2025-03-04 evening<\/time> c/,
    );
    assert.deepEqual(tagsOf('Timeline:\n\n- 23:50 a\n- 23:59 b\n- 00:10 c'), ['incident-timeline']);
    assert.match(htmlOf('- T+0 — a\n- T+5 min — b\n- T+1h: c'), /<time datetime="PT300S">T\+5 min<\/time> b/);
  });

  it('with what stands below each, in a box, or in an item', () => {
    const source =
      '**Timeline**:\n\n1. 10:00 – a\n    - more\n\n    and more\n2. 10:05 – **Detected**: b\n3. 10:09 – c';
    assert.match(
      htmlOf(source),
      /<ol><li><time>10:00<\/time> a\s*<ul><li>more<\/li><\/ul>.*and more.*<li><time>10:05<\/time> <strong>Detected<\/strong>: b/s,
    );
    assert.deepEqual(tagsOf('??? info "Timeline"\n    - 10:00 a\n    - 10:05 b\n    - 10:09 c'), [
      'note-callout',
      'incident-timeline',
    ]);
    assert.deepEqual(tagsOf('- Timeline\n    - 10:00 a\n    - 10:05 b\n    - 10:09 c\n- b'), ['incident-timeline']);
  });

  it('in parts, whatever stands between them', () => {
    const [first, second] = ['- 14:05 a\n- 14:06 b\n- 14:20 c', '- 15:10 d\n- 15:53 e'];
    for (const between of ['![A graph](a.png)', '```\nkubectl get pods\n```', 'Then the pager went.'])
      assert.deepEqual(tagsOf(`## Timeline\n\n${first}\n\n${between}\n\n${second}`), [
        'incident-timeline',
        'incident-timeline',
      ]);
    assert.deepEqual(tagsOf(`## Timeline\n\n${first}\n\n## Later\n\n${second}`), ['incident-timeline']);
    const parts = '- 13:40 x\n\n![A graph](a.png)\n\n- 13:58 y\n- 14:02 z\n\n```\ndown\n```';
    assert.deepEqual(tagsOf(`## Timeline\n\nAll times in UTC.\n\n${parts}\n\n${first}`), [
      'incident-timeline',
      'incident-timeline',
      'incident-timeline',
    ]);
    for (const before of [
      '- 14:30 x',
      '- Nobody saw it.',
      '- 2024-05-01: x',
      '- 13:40 x\n- then y',
      '13:40 was early.',
    ])
      assert.deepEqual(tagsOf(`## Timeline\n\n${before}\n\nThen:\n\n${first}`), ['incident-timeline']);
    const zoned = first.replace(/(?<=\d )/g, 'UTC ');
    assert.deepEqual(tagsOf(`## Timeline\n\n- 13:40 EST x\n\nThen:\n\n${zoned}`), ['incident-timeline']);
    assert.deepEqual(tagsOf(`## Agenda\n\n- 13:40 x\n\n## Timeline\n\n${first}`), ['incident-timeline']);
    assert.deepEqual(tagsOf(`## Timeline\n\n${first}\n\n15:10 was late.`), ['incident-timeline']);
  });

  it('below a heading of the highest level that says so', () => {
    const events = '- 14:05 a\n- 14:06 b\n- 14:20 c';
    assert.deepEqual(tagsOf(`# Impact\n\na\n\n# Timeline\n\n${events}`), ['incident-timeline']);
    assert.deepEqual(tagsOf(`# Timeline\n\n## Office hours\n\n${events}`), []);
    assert.deepEqual(tagsOf(`# Release timeline\n\n${events}`), []);
    assert.deepEqual(tagsOf('# Timeline\n\n- 2024-01-02: a\n- 2024-02-02: b\n- 2024-03-02: c'), []);
  });

  it('below a heading that says of its times how they are written', () => {
    const events = '- 14:05 a\n- 14:06 b\n- 14:20 c';
    for (const heading of [
      'Timeline (UTC)',
      'Timeline (UTC) All times approximate',
      'Timeline (all times PST). All times approximations',
      'Timeline, all times in UTC',
      'Timeline – times are CEST',
      'Timeline [PDT]',
      'Timeline of the incident, in UTC:',
    ])
      assert.deepEqual(tagsOf(`# Queue\n\n## ${heading}\n\n${events}`), ['incident-timeline'], heading);
    for (const heading of [
      'Timeline in May',
      'Timeline, all sessions',
      'Timeline (draft) of talks',
      'Timeline: approximate dates',
    ])
      assert.deepEqual(tagsOf(`# Queue\n\n## ${heading}\n\n${events}`), [], heading);
  });

  it('with the label of a turn in bold, right after the time', () => {
    assert.match(
      htmlOf('## Timeline\n\n- 14:05 **Started:** a\n- **14:06** – **Detected**: b\n- **14:20 Resolved:** c'),
      /<time>14:05<\/time> <strong>Started:<\/strong> a.*<strong>Detected<\/strong>: b.*<strong>Resolved:<\/strong> c/s,
    );
  });

  it('or stays a list', () => {
    for (const source of [
      '## Agenda\n\n- 09:00 a\n- 10:00 b\n- 11:00 c',
      '# Incident handbook\n\n## On call\n\n- 09:00 a\n- 10:00 b\n- 11:00 c',
      '## Timeline\n\n- 10:00 a\n- 10:05 b',
      '## Timeline\n\n- 10:00 a\n- then b\n- 10:09 c',
      '## Timeline\n\n- 10:09 a\n- 10:05 b\n- 10:00 c',
      '## Timeline\n\n- 10:00 UTC a\n- 10:05 PST b\n- 10:09 UTC c',
      '## Timeline of releases\n\n- 2024-01-02: a\n- 2024-02-02: b\n- 2024-03-02: c',
      '## Release timeline\n\n- 10:00 a\n- 10:05 b\n- 10:09 c',
      '## Incidents\n\n- 2024-01-02: a\n- 2024-02-02: b\n- 2024-03-02: c',
      '## Incident review meeting\n\n- 09:00 a\n- 10:00 b\n- 11:00 c',
      '## Timeline\n\n- 2019 – a\n- 2020 – b\n- 2021 – c',
    ]) {
      assert.deepEqual(tagsOf(source), []);
    }
  });
});

describe('the section of an incident', () => {
  const sections = '**What happened**: a\n\n**Impact**:\n\n- b';

  it('is put into a box below its heading', () => {
    assert.match(
      htmlOf(`### SEV-2 outage, 2 May 2025\n\n${sections}\n\n### Next\n\nc`),
      /^<h3[^>]*>.*<\/h3><incident-callout severity="sev2"><p>.*<\/ul><\/incident-callout><h3[^>]*>Next/s,
    );
    assert.deepEqual(tagsOf(`### Outage of May\n\n${sections}\n\n!!! danger "Outage of June"\n    c`), [
      'incident-callout',
      'incident-callout',
    ]);
  });

  it('stays as it is where it tells no cause, or has headings for its parts', () => {
    assert.deepEqual(tagsOf('### Outages\n\n**Impact**: a\n\n**Timeline**: b'), []);
    assert.deepEqual(tagsOf('## Outage\n\n### What happened\n\na\n\n### Impact\n\nb'), []);
    assert.deepEqual(tagsOf(`# Outage\n\n${sections}`), []);
  });
});

describe('cards', () => {
  const grid = (...cards) => `<div class="grid" markdown>\n${cards.join('\n')}\n</div>`;
  const number = (title, value) =>
    `<div class="card">\n<h3>${title}</h3>\n<div class="stat-number">${value}</div>\n</div>`;

  it('are of information, of numbers, of patterns', () => {
    const source = grid(
      '<div class="card">\n<h3 class="card__title">A</h3>\n<p class="card__description">a</p>\n</div>',
      number('Orders', '42M'),
      '<a href="../b/" class="pattern-card">\n<h3 class="pattern-card__title">B</h3>\n<p>b</p>\n</a>',
    );
    assert.deepEqual(tagsOf(source), ['card-grid', 'info-card', 'stat-card', 'pattern-card']);
    assert.match(htmlOf(source), /<data value="42">42<small>M<\/small><\/data>/);
    assert.match(htmlOf(source), /<pattern-card><a href="\.\.\/b\/"><h3 id="b">B<\/h3><p>b<\/p><\/a><\/pattern-card>/);
  });

  it('of percentiles are a profile, unless their figures are missing', () => {
    assert.deepEqual(tagsOf(grid(number('P50 latency', '2ms'), number('P99 latency', '10ms'))), ['latency-profile']);
    assert.deepEqual(tagsOf(grid(number('P50', 'XXms'), number('P99', 'XXms'))), [
      'card-grid',
      'stat-card',
      'stat-card',
    ]);
  });

  it('may be a list, with a tier by its medal', () => {
    const source = lines(
      '## Patterns',
      '',
      '<div class="grid cards" markdown>',
      '',
      '- :material-sync:{ .lg .middle } **[Sharding](../patterns/sharding.md)** 🥇',
      '    ',
      '    ---',
      '    ',
      '    One buyer, one shard.',
      '',
      '- __Plain__',
      '',
      '    Words.',
      '',
      '</div>',
    );
    assert.match(
      htmlOf(source),
      /<pattern-card tier="gold"><h3><a href="[^"]*">Sharding<\/a> 🥇<\/h3><p>One buyer, one shard.<\/p><\/pattern-card><info-card><h3>Plain<\/h3><p>Words.<\/p>/,
    );
  });
});

describe('a task list', () => {
  it('has the words of each item as the name of its box', () => {
    const box = '<input type="checkbox" disabled>';
    assert.match(
      htmlOf('- [ ] *a*\n  - [x] b'),
      new RegExp(`<label>${box} <em>a</em>\\s*</label><ul.*<label>.*checked.* b</label>`),
    );
    assert.match(htmlOf('- [ ] a\n\n- [ ] b'), new RegExp(`<p><label>${box} a</label></p>`));
  });
});

describe('a diagram', () => {
  const diagram = (source) => `\`\`\`mermaid\n${source}\n\`\`\``;

  it('keeps its source', () => {
    const source = 'graph LR\n  A["<b>"] --> B\n\n  B --> C';
    assert.equal(
      htmlOf(diagram(source)),
      `<architecture-diagram><pre>${source.replaceAll('<', '&lt;')}</pre></architecture-diagram>`,
    );
  });

  it('is drawn where quotes are all that it lacks', () => {
    assert.match(htmlOf(diagram('graph LR\n  A[a (b)] --> B')), /^<architecture-diagram repair="">/);
    assert.match(htmlOf(diagram('graph LR\n  A[a<br/>b] --> B')), /^<architecture-diagram><pre>/);
  });

  it('that shows how sizes follow each other is a path, in a section about scaling', () => {
    const chain = diagram('graph LR\n A[1K users] -->|Cache| B[10K users] --> C[1M users]');
    assert.deepEqual(tagsOf(`## Scaling strategy\n\n${chain}`), ['scaling-path']);
    assert.deepEqual(tagsOf(`## Architecture\n\n${chain}`), ['architecture-diagram']);
  });
});

describe('lines', () => {
  it('that begin with bold words stay lines', () => {
    assert.equal(htmlOf('🎯 **A**: a\n📊 **B**: b'), '<p>🎯 <strong>A</strong>: a<br>\n📊 <strong>B</strong>: b</p>');
    assert.equal(htmlOf('**A**: a\nb'), '<p><strong>A</strong>: a\nb</p>');
  });

  it('with the stages of a rollout are one', () => {
    const source = '**Frequency**: daily\n**Rollout**: Canary → 10% → 100%\n**Rollback**: 5 min';
    assert.match(htmlOf(source), /^<rollout-path><p>.*<br>.*<br>.*<\/p><\/rollout-path>$/s);
    assert.deepEqual(tagsOf('From A → B → C by release'), []);
  });
});

describe('HTML of others', () => {
  it('is recognized as Markdown is', () => {
    const html = { path: 'page.html' };
    const body = (words) => htmlOf(`<!doctype html><html><body>${words}</body></html>`, html);
    assert.match(
      body('<details class="tip" open><summary>T</summary><p>x</p></details>'),
      /<note-callout kind="tip"><details open(="")?><summary>T/,
    );
    assert.match(
      body('<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">W</p><p>x</p></div>'),
      /<note-callout kind="warning"><h2>W<\/h2><p>x/,
    );
    assert.match(body('<pre class="mermaid">graph LR; A--&gt;B</pre>'), /<architecture-diagram><pre>graph LR; A--/);
    assert.match(body('<details><summary>T</summary>x</details>'), /<details><summary>T<\/summary>x<\/details>/);
  });

  it('of MkDocs is mended where one space was not enough for it', () => {
    const box = '<div class="admonition danger"><p class="admonition-title">Outage</p></div>';
    const source = `${box}<p><strong>What happened</strong>: a</p><p><strong>Impact</strong>:\n - b\n - c</p><h2>Next</h2><p>d</p>`;
    assert.match(
      htmlOf(source, { path: 'page.html' }),
      /<incident-callout><h2>Outage<\/h2><p>.*a<\/p><p><strong>Impact<\/strong>:<\/p><ul><li>b<\/li><li>c<\/li><\/ul><\/incident-callout><h2[^>]*>Next/,
    );
    const tab = (name) =>
      `<div class="tabbed-set"><div class="tabbed-labels"><label>${name}</label></div><div class="tabbed-content"><div class="tabbed-block"></div></div></div>`;
    assert.match(
      htmlOf(`${tab('A')}<p>a</p>${tab('B')}<p>b</p><h2>Next</h2>`, { path: 'page.html' }),
      /<content-tabs><section><h2>A<\/h2><p>a<\/p><\/section><section><h2>B<\/h2><p>b<\/p><\/section><\/content-tabs><h2/,
    );
  });

  it('keeps what is not recognized', () => {
    assert.equal(
      htmlOf('<div class="warning-box">\n<h4>A</h4>\n<p>b</p>\n</div>'),
      '<div class="warning-box"><h4>A</h4><p>b</p></div>',
    );
  });
});

describe('a course of events that cannot be followed', () => {
  const list = (...times) => times.map((time) => `- **${time}** Something happens.`).join('\n');
  const table = (...times) =>
    `| Time | Event |\n|---|---|\n${times.map((time) => `| ${time} | Something |`).join('\n')}`;
  const told = (words, heading = '## Timeline') => read(`# Checkout outage\n\n${heading}\n\n${words}\n`).messages;
  const fix = 'put the events in order, or write their days';

  for (const [what, words, message] of [
    [
      'a list out of order',
      list('14:05', '14:02', '14:30'),
      `14:02 stands after 14:05, so the list is shown as no timeline: ${fix}.`,
    ],
    [
      'a table out of order',
      table('14:05', '14:02', '14:30'),
      `14:02 stands after 14:05, so no time since the start is shown: ${fix}.`,
    ],
    [
      'days out of order',
      list('2024-03-14 18:02', '2024-03-13 18:08', '2024-03-14 19:00'),
      `2024-03-13 18:08 stands after 2024-03-14 18:02, so the list is shown as no timeline: ${fix}.`,
    ],
    [
      'a list in two zones',
      list('14:02 UTC', '14:05 PDT', '14:30 UTC'),
      'The times are in several time zones (UTC, PDT), so the list is shown as no timeline: write them in one.',
    ],
    [
      'a table in two zones',
      table('14:02 UTC', '14:05 PDT', '14:30 UTC'),
      'The times are in several time zones (UTC, PDT), so no time since the start is shown: write them in one.',
    ],
  ]) {
    it(`is named once: ${what}`, () => {
      assert.deepEqual(
        told(words).map(({ reason, ruleId }) => [reason, ruleId]),
        [[message, 'unrecognized']],
      );
    });
  }

  it('is no list of times that are of something else, nor one over midnight', () => {
    assert.deepEqual(told(list('14:05', '14:02', '14:30'), '## Office hours'), []);
    assert.deepEqual(told(list('23:40', '00:02', '00:30')), []);
    assert.deepEqual(told(list('14:02 UTC', '14:05 GMT', '14:30 utc')), []);
    assert.deepEqual(told(table('14:02 UTC', '14:05 GMT', '14:30 utc')), []);
    assert.deepEqual(told(`${list('14:02', '14:05', '14:30')}\n\nAlso:\n\n${list('9:30', '9:00', '9:15')}`), []);
  });
});
