// cspell:ignore MTTD MTTR
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const told = async (page, path) => (await found('incident-times', page, path)).map(({ message }) => message);

const events = [
  '- 18:02 **Started:** A migration locks the busiest shard.',
  '- 18:12 **Detected:** The error budget alert pages.',
  '- 18:32 **Mitigated:** Writes go to a replica.',
  '- 18:42 **Resolved:** The backlog is replayed.',
];
const marked = events.join('\n');
const plain = marked.replaceAll(/\*\*\w+:\*\* /g, '');
/** A post-mortem whose timeline gives 10, 30 and 40 minutes. */
const report = (words, timeline = marked) =>
  `# Post-mortem: orders were lost\n\n## Summary\n\n${words}\n\n## Timeline\n\n${timeline}\n\n## Impact\n\nOrders were lost.\n`;

/** What the timeline contradicts, and what it gives; what follows is behind a timeline without marks. */
const wrong = [
  ['Time to recovery: 90 minutes', '40 min to resolve'],
  ['Time to recovery: 1 h 30 min', '40 min to resolve'],
  ['- Category: data\n- Time to recovery: 90 minutes', '40 min to resolve'],
  ['**Time to recovery**: 90 minutes', '40 min to resolve'],
  ['**Time to recovery:** 90 min (from the errors on)', '40 min to resolve'],
  ['TTR: 90 min', '40 min to resolve'],
  ['TTD: 5 min', '10 min to detect'],
  ['TTD 5 min', '10 min to detect'],
  ['TTD: 5 min, TTR: 40 min', '10 min to detect'],
  ['- TTD = 5m', '10 min to detect'],
  ['Time to detect: 5 minutes', '10 min to detect'],
  ['Time to detect (TTD): 5 minutes', '10 min to detect'],
  ['Detection time: about 25 minutes', '10 min to detect'],
  ['Time to mitigate – 50 minutes', '30 min to mitigate'],
  ['TTM: 50 min', '30 min to mitigate'],
  ['- Severity: SEV2\n- MTTR: 2 h', '40 min to resolve'],
  ['- Date: 2 May 2024\n- MTTD 25 min', '10 min to detect'],
  ['Duration: 90 min', '40 min to resolve'],
  ['Duration: 3 hours', '40 min to resolve'],
  ['Incident duration: ~3 hours', '40 min to resolve'],
  ['Duration of the outage: 55 min.', '40 min to resolve'],
  ['Total downtime: 55 minutes', '40 min to resolve'],
  ['Downtime: 12 hours', '40 min to resolve'],
  ['| Fact | Value |\n|-|-|\n| Time to recovery | 90 minutes |\n| Severity | SEV2 |', '40 min to resolve'],
  ['| TTD | TTR |\n|-|-|\n| 10 min | 90 min |', '40 min to resolve'],
  ['<dl><dt>Severity</dt><dd>SEV2</dd><dt>Time to resolve</dt><dd>90 minutes</dd></dl>', '40 min to resolve'],
  ['The outage lasted 3 hours.', '40 min to resolve'],
  ['The incident lasted for three hours, and orders were lost.', '40 min to resolve'],
  ['Orders were lost in an outage lasting 2 hours.', '40 min to resolve'],
  ['Checkout was down for 2 hours.', '40 min to resolve'],
  ['It was a 3-hour outage.', '40 min to resolve'],
  ['There were 90 minutes of downtime.', '40 min to resolve'],
  ['An outage of 90 minutes lost orders.', '40 min to resolve'],
  ['It took 25 minutes to detect the incident.', '10 min to detect'],
  ['It took us 2 hours to resolve the outage.', '40 min to resolve'],
  ['The incident was resolved after 2 hours.', '40 min to resolve'],
  ['The time to detect was 25 minutes.', '10 min to detect'],
  ['The outage lasted 5 hours.', 'spans only 40 min', plain],
  ['Duration: 5 hours', 'spans only 40 min', plain],
  ['Time to recovery: 90 minutes', 'spans only 40 min', plain],
  ['TTD: 50 min', 'spans only 40 min', plain],
  ['The service was unavailable for 2 hours and 10 minutes.', 'spans only 40 min', plain],
  ['Duration: 18:02 to 18:42 UTC (90 minutes)', 'between these times are 40 min'],
  ['**Duration:** 23:30 – 00:10 (30 min)', 'between these times are 40 min', '- nothing'],
];

/** What agrees, or says nothing of this incident's times. */
const right = [
  'Time to recovery: 40 minutes',
  'Time to recovery: N/A',
  'Time to recovery: 30 minutes',
  'TTD: 10 min, TTM: 30 min, TTR: 40 min',
  'TTD 10m',
  'Duration: 40 min',
  'Duration: 30 min',
  'Duration: 1 h',
  'Duration: half an hour',
  'Duration: 18:02 to 18:42 UTC (40 minutes)',
  'The outage lasted 40 minutes.',
  'The outage lasted for about 42 minutes.',
  'The outage lasted an hour.',
  'It took 10 minutes to detect the incident.',
  // Ranges and limits.
  'Duration: 3–4 hours',
  'Duration: 3 to 4 hours',
  'Time to recovery: < 90 minutes',
  'Time to recovery: up to 90 minutes',
  'Time to recovery: at least 90 minutes',
  'The outage lasted over 3 hours.',
  'The outage lasted between 2 and 3 hours.',
  'The outage was resolved within 2 hours.',
  'The outage lasted less than 3 hours.',
  // Targets and averages.
  'Target time to recovery: 90 minutes',
  'Time to recovery (target): 90 minutes',
  'Time to recovery: 90 minutes (target)',
  'Time to recovery: 90 minutes (SLO)',
  'SLO: 90 minutes',
  'Goal: time to detect: 5 min',
  'Our objective for an outage of 5 minutes is met.',
  'MTTR: 90 minutes',
  'Average time to recovery: 90 minutes',
  'MTTR this quarter: 2 h',
  'Time to recovery: 2 h (average of the quarter)',
  'On average an outage of 3 hours costs an hour of work.',
  'A typical outage lasts 3 hours; the outage lasted 3 hours in the median.',
  // Other incidents.
  'The previous outage lasted 3 hours.',
  'The last outage was a 3-hour outage.',
  'In 2021 the outage lasted 3 hours.',
  'A similar incident lasted 3 hours.',
  'Another outage of 3 hours followed.',
  'The first outage lasted 3 hours.',
  'Unlike the other outage of 3 hours, this one was short.',
  // What others say.
  '> The outage lasted 3 hours.',
  'A user wrote “the outage lasted 3 hours”.',
  'The press said the outage lasted 3 hours.',
  'The status page claimed 3 hours of downtime.',
  // What was not, or is to be.
  'Without the replica the outage would have lasted 3 hours.',
  'It could have been a 3-hour outage.',
  'It might be a 3-hour outage.',
  'If the outage lasted 3 hours, all orders were lost.',
  'Had we not seen it, 3 hours of downtime had followed.',
  'The outage did not last; it wasn’t a 3-hour outage.',
  'We will have a planned 3-hour outage on Monday.',
  'We expected an outage of 3 hours.',
  'We aim to cut 3 hours of downtime.',
  'We reduced downtime: 3 hours of downtime became none.',
  // Parts, and other things.
  'The migration took 3 hours.',
  'The backlog lasted us 3 hours of work.',
  'The cache has a TTL of 3 hours.',
  'The meeting lasted for 3 hours each week.',
  'Duration: 3 hours each',
  'Duration of the migration: 3 hours',
  'Meeting duration: 3 hours',
  'Maintenance duration: 3 hours',
  'Retry interval: 3 hours',
  'It took 3 hours to detect cheaters in the game.',
  'It took 3 hours to resolve the tickets.',
  'The maintenance window lasted 3 hours.',
  'The first wave lasted 3 hours.',
  'Logs are kept for 3 hours.',
  '`Duration: 3 hours`',
  '```\nDuration: 3 hours\n```',
  '~~Duration: 3 hours~~',
  'Duration: X hours',
  'Duration: 3 hours?',
  'Version 3 hours 5',
  '| Incident | Duration | Cause |\n|-|-|-|\n| One | 3 hours | disk |\n| Two | 5 hours | power |',
  'Impact: 3 hours of orders were lost.',
  'Detection: 3 hours',
  'The alert fired after 3 hours of errors.',
  'We should resolve an outage of 3 hours faster.',
  'Time to acknowledge: 3 hours',
  'The longest outage of 3 hours was in May.',
  'A simulated 3-hour outage is part of the drill.',
  'Plan for 3 hours of downtime.',
  'Every customer may ask for 3 hours of downtime back.',
  'There was never a 3-hour outage.',
  '| Metric | This incident | Target |\n|-|-|-|\n| TTD | 10 min | 5 min |',
];

/** The same, of other timelines. */
const others = [
  ['an untold length', 'Duration: 5 hours', '- 18:02 – 22:50 Errors\n- 22:51 Fixed\n- 22:58 Quiet'],
  ['no order', 'Duration: 5 hours', '- 18:02 Errors\n- 17:00 Fixed\n- 18:40 Quiet'],
  ['a time that nobody can read', 'Duration: 5 hours', '- 18:02 Errors\n- later Fixed\n- 18:40 Quiet'],
  ['two zones', 'Duration: 5 hours', '- 18:02 UTC Errors\n- 18:10 PST Fixed\n- 18:40 PST Quiet'],
  ['a clock for days', 'The outage lasted 24 hours.', plain],
  ['days alone', 'The outage lasted 3 hours.', '- 2024-05-01 Errors\n- 2024-05-02 Fixed\n- 2024-05-03 Quiet'],
  ['no turns', 'Time to recovery: 20 minutes', plain],
  ['no turns', 'TTD: 3 min', plain],
  ['a start that came later', 'Duration: 30 min', marked],
];

describe('incident-times', () => {
  for (const [words, given, timeline] of wrong) {
    it(`finds ${JSON.stringify(words)}`, async () => {
      const [message, ...more] = await told(report(words, timeline));
      assert.deepEqual(more, []);
      assert.ok(message?.includes(given), message ?? 'nothing');
    });
  }

  for (const words of right) {
    it(`leaves ${JSON.stringify(words)} alone`, async () => assert.deepEqual(await told(report(words)), []));
  }

  for (const [what, words, timeline] of others) {
    it(`compares ${JSON.stringify(words)} with no timeline of ${what}`, async () =>
      assert.deepEqual(await told(report(words, timeline)), []));
  }

  it('has enough of both to judge it by', () => assert.ok(wrong.length >= 40 && right.length + others.length >= 80));

  it('says what contradicts what, and where', async () => {
    const page = report('- Severity: SEV2\n- Time to recovery: **90 minutes**');
    const [{ line, column, severity, message }] = await found('incident-times', page);
    assert.deepEqual([line, column, severity], [6, 3, 'warn']);
    assert.equal(
      message,
      'The page says “Time to recovery: 90 minutes”, but its timeline gives 40 min to resolve: correct one of the two.',
    );
  });

  it('takes no longer for long ones', async () => {
    const start = performance.now();
    await told(report(`It lasted ${'2 hours, then '.repeat(20_000)}`));
    await told(report(`| a | b |\n|-|-|\n${'| 2 h | MTTR: 2 h |\n'.repeat(3000)}`));
    await told(report('- MTTR: 2 h\n'.repeat(3000)));
    assert.ok(performance.now() - start < 60_000);
  });

  it('says what to do where no event is marked as the start', async () => {
    const [message] = await told(report('TTD: 3 min', marked.replace('**Started:** ', '')));
    assert.match(message, /10 min to detect: correct one of the two, or mark the event with which it started\.$/);
  });

  it('reads marks in HTML, in tables, and behind a dash', async () => {
    const list =
      '<h1>Outage</h1><p>TTD: 5 min</p><incident-timeline><ol><li data-event="started"><time>18:02</time> A<li data-event="detected"><time>18:12</time> B</ol></incident-timeline>';
    assert.equal((await told(list, 'page.html')).length, 1);
    const table = '| Time | Event |\n|-|-|\n| 18:02 | **Started:** A |\n| 18:12 | **Detected:** B |\n| 18:20 | C |';
    assert.equal((await told(report('TTD: 5 min', table))).length, 1);
    assert.equal((await told(report('TTD: 5 min', marked.replaceAll(' **', ' – **')))).length, 1);
  });

  it('knows which incident is meant, or says nothing', async () => {
    const two = (words) =>
      `# Incidents\n\n## One\n\nDuration: 5 hours\n\n### Timeline of the outage\n\n${plain}\n\n## Two\n\n${words}\n`;
    assert.equal((await told(two('Duration: 5 hours'))).length, 1);
    assert.equal((await told(two(`Duration: 5 hours\n\n### Timeline of the outage\n\n${plain}`))).length, 2);
    const page = (heading) => `${report('Orders were lost.', plain)}\n## ${heading}\n\nDuration: 5 hours\n`;
    assert.equal((await told(page('Facts'))).length, 1);
    for (const heading of ['Related incidents', 'Action items', 'Previous outages', 'Our targets', 'Appendix'])
      assert.deepEqual(await told(page(heading)), [], heading);
    const course = `# Operating a queue\n\nDuration: 5 hours\n\n## Timeline of an outage\n\n${plain}\n`;
    assert.deepEqual(await told(course), []);
    const parts = `${report('Duration: 5 hours', `${plain}\n\n![A graph](graph.png)\n\n${plain}`)}`;
    assert.deepEqual(await told(parts), []);
  });
});
