import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const page = (events) => `# Outage\n\n## Timeline\n\n${events.map((event) => `- ${event}\n`).join('')}`;

/** The page with what is proposed for it, and how often. */
async function fixed(source, path) {
  const findings = await found('incident-turns', source, path);
  const text = findings
    .map(({ fix }) => fix)
    .filter((fix) => fix)
    .reverse()
    .reduce((before, { start, end, text }) => before.slice(0, start) + text + before.slice(end), source);
  return { text, count: findings.length };
}

describe('incident-turns', () => {
  for (const [turn, words] of [
    ['Started', 'Incident started with a migration.'],
    ['Started', 'Start of the outage'],
    ['Detected', 'Alert fired for the error budget.'],
    ['Detected', 'The first latency alert pages.'],
    ['Detected', 'On-call is paged by the error budget.'],
    ['Detected', 'The on-call engineer was paged.'],
    ['Detected', 'Incident was detected by a customer'],
    ['Mitigated', 'The incident was mitigated.'],
    ['Resolved', 'Incident resolved, query timings are normal.'],
    ['Resolved', 'Incident closed'],
    ['Resolved', 'The outage is over.'],
  ]) {
    it(`takes “${words}” for ${turn.toLowerCase()}`, async () => {
      const events = ['18:02 Errors rise.', `18:08 ${words}`, '18:40 The review is planned.'];
      const { text, count } = await fixed(page(events));
      assert.equal(count, 1);
      assert.equal(text, page([events[0], `18:08 **${turn}:** ${words}`, events[2]]));
    });
  }

  for (const words of [
    // The elements read it as it is.
    'Resolved.',
    'No alert fired.',
    'The alert had not fired.',
    'Alert fired again for another shard?',
    'A test alert fired.',
    'We looked at the alert.',
    'Alerting rules were changed.',
    'We detected nothing so far.',
    'Recovery attempt 1 failed.',
    'Resolved for some customers.',
    'Resolved the DNS name to the old address.',
    'Incident partially resolved.',
    'We thought the incident was resolved.',
    'Incident resolved? Not yet.',
    'The migration started.',
    'The deployment is over.',
    'Mitigation is discussed.',
    'Closed the ticket.',
  ]) {
    it(`takes “${words}” for nothing`, async () => {
      const events = ['18:02 Errors rise.', `18:08 ${words}`, '18:40 The review is planned.'];
      assert.equal((await found('incident-turns', page(events))).length, 0);
    });
  }

  it('says nothing where a turn is marked, or where the order is not theirs', async () => {
    const events = ['18:02 Errors rise.', '18:08 Alert fired.', '18:40 Incident resolved.'];
    assert.equal((await found('incident-turns', page(events))).length, 2);
    for (const others of [
      ['18:02 **Started:** Errors rise.', ...events.slice(1)],
      ['18:02 Incident resolved.', '18:08 Alert fired.', '18:40 Quiet.'],
      ['18:02 Errors rise.', '18:08 Incident resolved.', '18:40 Errors rise again.'],
      ['18:02 Incident resolved.', '18:08 Incident resolved.', '18:40 Quiet.'],
    ]) {
      assert.deepEqual(await found('incident-turns', page(others)), []);
    }
  });

  it('tells how, and writes it where it is read: after a dash, in a table, in bold, in HTML', async () => {
    const [{ severity, line, message }] = await found(
      'incident-turns',
      page(['18:02 A', '18:08 Alert fired.', '18:40 B']),
    );
    assert.deepEqual([severity, line], ['info', 6]);
    assert.match(
      message,
      /looks like the one when the incident was detected: if it is, write \*\*Detected:\*\* right after/,
    );
    const dashed = page(['**18:02** – A', '**18:08** – **Alert fired** for *orders*.', '**18:40** – B']);
    assert.equal((await fixed(dashed)).text, dashed.replace('**Alert', '**Detected:** **Alert'));
    const table =
      '# Outage\n\n## Timeline\n\n| Time | Event |\n|-|-|\n| 18:02 | A |\n| 18:08 | Alert fired |\n| 18:40 | B |\n';
    assert.equal((await fixed(table)).text, table.replace('Alert', '**Detected:** Alert'));
    const html =
      '<incident-timeline><ol><li><time>18:02</time> A<li><time>18:08</time> Alert fired.</ol></incident-timeline>';
    assert.equal(
      (await fixed(html, 'page.html')).text,
      html.replace('<li><time>18:08', '<li data-event="detected"><time>18:08'),
    );
  });

  it('is content with what it has written', async () => {
    const { text } = await fixed(page(['18:02 Errors rise.', '18:08 Alert fired.', '18:40 Incident resolved.']));
    assert.match(text, /18:08 \*\*Detected:\*\* Alert fired\.\n- 18:40 \*\*Resolved:\*\* Incident/);
    assert.deepEqual(await found('incident-turns', text), []);
  });
});
