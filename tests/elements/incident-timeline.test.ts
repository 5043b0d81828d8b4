import { expect } from '@open-wc/testing';
import type { IncidentTimeline, IncidentTimesEvent } from '../../src/index.js';
import '../../src/elements/incident-callout/incident-callout.define.js';
import '../../src/elements/incident-timeline/incident-timeline.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const minute = 60_000;
const hour = 60 * minute;

const item = (time: string, event = '', text = 'Something happens.') =>
  `<li${event && ` data-event="${event}"`}><time>${time}</time> ${text}</li>`;
const timeline = (...items: string[]) => `<incident-timeline><ol>${items.join('')}</ol></incident-timeline>`;
/** A list of which only the times matter. */
const timed = (...times: string[]) => timeline(...times.map((time) => item(time)));

const marked = timeline(
  item('17:41', '', 'The migration is merged.'),
  item('18:02', 'started', 'It locks the busiest shard.'),
  item('18:08', 'detected', 'The error budget alert pages.'),
  item('18:50', 'mitigated', 'Orders are taken into a queue.'),
  item('20:06', 'resolved', 'The backlog is replayed.'),
);
const titled = marked.replace('<ol>', '<h3>Timeline</h3><ol>');
const dated = timeline(
  '<li data-event="started"><time datetime="2024-03-14T22:02Z">22:02 UTC</time> A shard locks.</li>',
  '<li data-event="resolved"><time datetime="2024-03-16T00:06Z">00:06 UTC</time> It is free again.</li>',
);
const plain = timed('18:02', '18:08', '20:06');
const table = `<incident-timeline><table><caption>Checkout outage</caption>
  <thead><tr><th>Time</th><th>Event</th><th>Impact</th><th>Fix</th></tr></thead>
  <tbody>
    <tr data-event="started"><td>T+0</td><td>A shard locks</td><td>Writes wait</td><td></td></tr>
    <tr data-event="detected"><td>T+6min</td><td>The alert pages</td><td>Writes fail</td><td>Roll back</td></tr>
    <tr data-event="resolved"><td>T+2h4m</td><td>The backlog is replayed</td><td>None</td><td>An index</td></tr>
  </tbody></table></incident-timeline>`;
const headless = `<incident-timeline><table>
  <tr><th>Time</th><th>Event</th></tr>
  <tr><td>18:02</td><td>A shard locks</td></tr><tr><td>18:08</td><td>The alert pages</td></tr>
  </table></incident-timeline>`;
const loose = `<incident-timeline><ol>
  <li><p><time>18:02</time> <strong>Started</strong>: a shard locks.</p></li>
  <li><p><time>18:08</time> <strong>Detected</strong>: the alert pages.</p></li></ol></incident-timeline>`;

for (const markup of [marked, titled, dated, plain, table, headless, loose]) itKeepsThePromises(markup);

const elapsed = (element: Element) =>
  [...element.querySelectorAll<HTMLElement>('li, tbody tr:has(td)')].map((node) => node.dataset['elapsed'] ?? '');
const turns = (element: Element) =>
  [...element.querySelectorAll<HTMLElement>('li')].map((node) => node.dataset['event'] ?? '');
const figures = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[part=figures] > div') ?? [])].map(
    (figure) => `${figure.querySelector('dt')!.textContent}: ${figure.querySelector('dd')!.textContent}`,
  );

describe('<incident-timeline>', () => {
  before(linkStylesheet);

  itMovesNothing(marked, titled, dated, plain, table, headless);

  describe('the time since the start', () => {
    for (const [what, times, expected] of [
      ['clock times', ['18:02', '18:08', '20:06'], ['', '+6 min', '+2 h 4 min']],
      ['clock times of twelve hours', ['11:58 AM', '12:10 p.m.', '1:00 PM'], ['', '+12 min', '+1 h 2 min']],
      ['seconds', ['18:02:10', '18:02:40', '18:03:25'], ['', '+30 s', '+1 min 15 s']],
      ['clock times over midnight', ['23:50', '00:10', '23:40'], ['', '+20 min', '+23 h 50 min']],
      ['ISO times', ['2024-03-14T18:02Z', '2024-03-14 18:08 UTC', '2024-03-16T18:02Z'], ['', '+6 min', '+2 d']],
      ['offsets', ['2024-03-14T18:02+01:00', '2024-03-14T17:08Z'], ['', '+6 min']],
      ['a date, then clock times', ['2024-03-14 22:00', '23:30', '00:15'], ['', '+1 h 30 min', '+2 h 15 min']],
      ['clock times, then a date', ['23:40', '23:50', '2024-03-15 00:10'], ['', '+10 min', '+30 min']],
      ['times beside days, which do not say when', ['2024-03-14 22:00', '2024-03-14', '2024-03-15'], ['', '', '']],
      ['one zone', ['18:02 PDT', '18:08 PDT'], ['', '+6 min']],
      ['names of one zone', ['18:02 UTC', '18:08 GMT', '18:10 utc'], ['', '+6 min', '+8 min']],
      ['a start that is about right', ['~18:02', '18:08', 'around 18:20'], ['', '≈ +6 min', '≈ +18 min']],
      ['a time that is about right', ['18:02', '18:08', 'approx. 18:20'], ['', '+6 min', '≈ +18 min']],
      ['what is written as elapsed, which is not told twice', ['T+0', 'T+6min', 'T+2h4m'], ['', '', '']],
      ['a clock time and what has elapsed since', ['18:02', 'T+5min', '18:08'], ['', '', '+6 min']],
      ['placeholders, which stay as written', ['T+[X]min', 'HH:MM', '18:02', '18:08'], ['', '', '', '+6 min']],
      ['what is at the start, too', ['18:02', '18:02', '18:08'], ['', '', '+6 min']],
    ] as const) {
      itOnce(`is read from ${what}`, async () => {
        const element = await place(timed(...times));
        expect(elapsed(element)).to.deep.equal(expected);
        expect([...element.querySelectorAll('time')].map((time) => time.textContent)).to.deep.equal(times);
      });
    }

    itOnce('is read from datetime rather than from the words', async () => {
      expect(elapsed(await place(dated))).to.deep.equal(['', '+1 d 2 h']);
    });

    for (const [where, write] of [
      ['above it', (list: string) => `<section><h3>Timeline (all times approximate)</h3>${list}</section>`],
      ['in it', (list: string) => list.replace('<ol>', '<h3>What happened, approx. times</h3><ol>')],
      ['of the words in a time', (list: string) => list.replace('<time>18:02', '<time datetime="18:02">about 18:02')],
    ] as const) {
      itOnce(`is about right where the author says so: ${where}`, async () => {
        const said = '<p>Time to detect: 20 minutes.</p>';
        let pages: HTMLElement[] = [];
        const warnings = await warningsOf(async () => {
          const callout = `<incident-callout>${said}${write(marked)}</incident-callout>`;
          pages = [await place(`<div>${write(marked)}</div>`), await place(`<div>${callout}</div>`)];
        });
        for (const page of pages) {
          expect(elapsed(page)).to.deep.equal(['≈ −21 min', '', '≈ +6 min', '≈ +48 min', '≈ +2 h 4 min']);
          const drawn = page.querySelector('incident-callout') ?? page.querySelector('incident-timeline')!;
          expect(figures(drawn)[0]).to.equal('Time to detect: ≈ 6 min');
        }
        expect(warnings).to.deep.equal([]);
      });
    }

    itOnce('is read from the words where datetime cannot be', async () => {
      const element = await place(
        timeline('<li><time datetime="?">18:02</time> a</li>', '<li><time datetime="">18:08</time> b</li>'),
      );
      expect(elapsed(element)).to.deep.equal(['', '+6 min']);
    });

    it('counts from the event marked as the start, and back to what came before', async () => {
      expect(elapsed(await place(marked))).to.deep.equal(['−21 min', '', '+6 min', '+48 min', '+2 h 4 min']);
    });

    itOnce("is read from a table's first column only", async () => {
      const rows = (...times: string[]) =>
        times.map((time) => `<tr><td>${time}</td><td>Until <time>23:00</time></td></tr>`).join('');
      const head = '<thead><tr><th>Time</th><th>Event</th></tr></thead>';
      const element = await place(
        `<incident-timeline><table>${head}<tbody>${rows('18:02', '18:08')}</tbody></table></incident-timeline>`,
      );
      expect(elapsed(element)).to.deep.equal(['', '+6 min']);
    });

    it('is shown beside the event', async () => {
      const element = await place(marked);
      const events = [...element.querySelectorAll('li')];
      expect(getComputedStyle(events[2]!, '::after').content).to.match(/\+6 min|attr\(data-elapsed\)/);
      expect(getComputedStyle(events[1]!, '::after').content).to.match(/^(none|normal)$/);
    });

    it('follows events that come, change and go', async () => {
      const element = await place(plain);
      const list = element.querySelector('ol')!;
      list.insertAdjacentHTML('beforeend', item('20:30'));
      await settled(element);
      expect(elapsed(element)).to.deep.equal(['', '+6 min', '+2 h 4 min', '+2 h 28 min']);
      list.firstElementChild!.remove();
      await settled(element);
      expect(elapsed(element)).to.deep.equal(['', '+1 h 58 min', '+2 h 22 min']);
      list.querySelector('time')!.firstChild!.nodeValue = '18:06';
      await settled(element);
      expect(elapsed(element)).to.deep.equal(['', '+2 h', '+2 h 24 min']);
    });
  });

  describe('an order', () => {
    for (const [what, times, words] of [
      ['clock times', ['14:05', '14:02', '14:30'], '14:02 after 14:05'],
      ['a clock and the time of a date', ['2024-03-14 14:05', '14:02', '14:30'], '14:02 after 2024-03-14 14:05'],
      ['a date that a clock leads up to', ['23:50', '2024-03-15 20:00'], '2024-03-15 20:00 after 23:50'],
      ['dates', ['2024-03-14 14:05', '2024-03-13 14:30'], '2024-03-13 14:30 after 2024-03-14 14:05'],
      ['days', ['2024-03-14', '2024-03-12'], '2024-03-12 after 2024-03-14'],
      ['what is written as elapsed', ['T+6min', 'T+0', 'T+1h'], 'T+0 after T+6min'],
    ] as const) {
      const rows = times.map((time) => `<tr><td>${time}</td><td>Something</td></tr>`).join('');
      const inTable = `<incident-timeline><table><thead><tr><th>Time</th><th>Event</th></tr></thead><tbody>${rows}</tbody></table></incident-timeline>`;
      for (const [form, markup] of [
        ['list', timed(...times)],
        ['table', inTable],
      ] as const)
        itOnce(`is asked of ${what} in a ${form}; else nothing is counted, with a warning`, async () => {
          let element!: Element;
          const warnings = await warningsOf(async () => {
            element = await place(markup);
          });
          expect(elapsed(element).join('')).to.equal('');
          expect(warnings).to.deep.equal([
            `<incident-timeline> has ${words}: put its events in order, or give each <time> a datetime with its day.`,
          ]);
        });
    }

    itOnce('is not asked of a clock in an unknown zone beside an offset', async () => {
      const element = await place(timed('2024-03-14T18:02+01:00', '18:10', '2024-03-14T18:32+01:00'));
      expect(elapsed(element)).to.deep.equal(['', '', '+30 min']);
    });
  });

  describe('parts of one timeline', () => {
    const [first, second] = [timed('10:00', '10:30'), timed('11:00', '11:48')];
    const all = (page: Element) => [...page.querySelectorAll('incident-timeline')].flatMap(elapsed);
    const whole = ['', '+30 min', '+1 h', '+1 h 48 min'];
    const apart = ['', '+30 min', '', '+48 min'];
    const silent = ['', '+30 min', '', ''];
    const [h2, h3] = [(words: string) => `<h2>${words}</h2>`, (words: string) => `<h3>${words}</h3>`];

    for (const [what, markup, expected] of [
      ['a picture between', `${first}<figure><img alt="A graph" /></figure>${second}`, whole],
      ['code between', `${h2('Timeline')}${first}<pre>kubectl get pods</pre>${second}`, whole],
      ['words between', `${first}<p>Then the pager went.</p>${second}`, whole],
      ['a heading below the first one', `${h2('Timeline')}${first}${h3('Recovery')}${second}`, whole],
      [
        'headings below one that says so',
        `${h2('Timeline')}${h3('Detection')}${first}${h3('Recovery')}${second}`,
        whole,
      ],
      [
        'the headings of one incident',
        `<h1>Checkout outage</h1>${h2('Detection')}${first}${h2('Recovery')}${second}`,
        whole,
      ],
      [
        'a box of one incident',
        `<incident-callout><h3>Outage</h3>${first}<h4>Recovery</h4><div>${second}</div></incident-callout>`,
        whole,
      ],
      ['headings that say nothing', `${h2('Checkout')}${first}${h2('Search')}${second}`, silent],
      ['headings of two incidents', `${h2('Checkout outage')}${first}${h2('Search outage')}${second}`, apart],
      [
        'headings of two incidents of one year',
        `<h1>Outage log</h1>${h2('Checkout outage')}${first}${h2('Search outage')}${second}`,
        apart,
      ],
      ['headings of two days', `<h1>Our year</h1>${h2('2024-03-14')}${first}${h2('2024-05-02')}${second}`, apart],
      [
        'the days of one incident',
        `<h1>Checkout outage</h1>${h2('4 October')}${first}${h2('6 October')}${second}`,
        silent,
      ],
      ['boxes beside each other', `<div><div>${first}</div><div>${second}</div></div>`, apart],
      ['what cannot follow', `${second}${first}`, ['', '+48 min', '', '+30 min']],
      ['articles', `<article>${h2('Outage')}${first}</article><article>${h2('Timeline')}${second}</article>`, apart],
    ] as const)
      itOnce(
        `${what}: ${expected === whole ? 'count from one start' : expected === silent ? 'count from none' : 'each count from their own'}`,
        async () => {
          expect(all(await place(`<div>${markup}</div>`))).to.deep.equal(expected);
        },
      );

    itOnce('give their times to the first one', async () => {
      const page = await place(
        `<div>${timeline(item('10:00', 'started'), item('10:06', 'detected'))}<p>Later:</p>${timeline(item('11:00', 'resolved'))}</div>`,
      );
      const [one, other] = page.querySelectorAll('incident-timeline');
      expect(one!.times).to.deep.equal({ detect: 6 * minute, resolve: hour });
      expect(figures(one!)).to.deep.equal(['Time to detect: 6 min', 'Time to resolve: 1 h']);
      expect(figures(other!)).to.deep.equal([]);
    });

    itOnce('that each have a start are two', async () => {
      const [one, other] = [
        timeline(item('10:00', 'started'), item('10:30')),
        timeline(item('11:00', 'started'), item('11:48')),
      ];
      expect(all(await place(`<div>${one}${other}</div>`))).to.deep.equal(apart);
    });

    it('are counted anew when one of them changes, or goes', async () => {
      const page = await place(`<div>${first}<p>Then the pager went.</p>${second}</div>`);
      const [one, other] = page.querySelectorAll('incident-timeline');
      one!.querySelector('time')!.textContent = '09:00';
      await settled(page);
      expect(all(page)).to.deep.equal(['', '+1 h 30 min', '+2 h', '+2 h 48 min']);
      one!.remove();
      await settled(page);
      expect(elapsed(other!)).to.deep.equal(['', '+48 min']);
    });

    itOnce('may be lists in one element', async () => {
      const list = (...times: string[]) => `<ol>${times.map((time) => item(time)).join('')}</ol>`;
      const page = await place(
        `<div><incident-timeline>${list('10:00', '10:30')}<pre>code</pre>${list('11:00', '11:48')}</incident-timeline></div>`,
      );
      expect(all(page)).to.deep.equal(whole);
    });
  });

  describe('time zones', () => {
    const mixed = '<incident-timeline> mixes time zones (UTC, PDT): write them in one, or give each <time> a datetime.';

    itOnce('that are mixed are named, and nothing is derived', async () => {
      let element!: IncidentTimeline;
      const warnings = await warningsOf(async () => {
        element = (await place(
          timeline(item('18:02 UTC', 'started'), item('11:08 PDT', 'detected'), item('20:06', 'resolved')),
        )) as IncidentTimeline;
      });
      expect(warnings).to.deep.equal([mixed]);
      expect(elapsed(element)).to.deep.equal(['', '', '']);
      expect(element.times).to.deep.equal({});
      expect(figures(element)).to.deep.equal([]);
    });

    it('that become mixed take back what was derived', async () => {
      const element = (await place(
        timeline(item('18:02 UTC', 'started'), item('18:08 UTC', 'detected')),
      )) as IncidentTimeline;
      expect(elapsed(element)).to.deep.equal(['', '+6 min']);
      const warnings = await warningsOf(async () => {
        element.querySelectorAll('time')[1]!.textContent = '11:08 PDT';
        await settled(element);
      });
      expect(warnings).to.deep.equal([mixed]);
      expect(elapsed(element)).to.deep.equal(['', '']);
      expect(element.times).to.deep.equal({});
    });

    it('that datetime tells may be written as they are', async () => {
      const element = await place(
        timeline(
          '<li><time datetime="2024-03-14T18:02Z">18:02 UTC</time> a</li>',
          '<li><time datetime="2024-03-14T11:08-07:00">11:08 PDT</time> b</li>',
        ),
      );
      expect(elapsed(element)).to.deep.equal(['', '+6 min']);
    });
  });

  describe('the turns', () => {
    const list = (...texts: string[]) => timeline(...texts.map((text, index) => item(`18:0${index}`, '', text)));

    itOnce('are read from a label of one word', async () => {
      for (const label of [
        (word: string) => `<strong>${word}:</strong> text`,
        (word: string) => `<b>${word.toUpperCase()}</b>: text`,
        (word: string) => `– <strong>${word}</strong> – text`,
        (word: string) => `<strong>${word}.</strong> Text`,
        (word: string) => `<strong>${word}</strong>`,
        (word: string) => `${word}.`,
      ]) {
        const element = (await place(
          list(...['Started', 'Detected', 'Mitigated', 'Resolved'].map(label)),
        )) as IncidentTimeline;
        expect(turns(element), label('…')).to.deep.equal(['started', 'detected', 'mitigated', 'resolved']);
        expect(element.times).to.deep.equal({ detect: minute, mitigate: 2 * minute, resolve: 3 * minute });
      }
    });

    itOnce('are read from a label that stands in bold with the time', async () => {
      const element = await place(
        timeline(
          '<li><strong><time>18:02</time> – Started:</strong> a</li>',
          '<li><b><time>18:08</time>: Detected</b> – b</li>',
        ),
      );
      expect(turns(element)).to.deep.equal(['started', 'detected']);
    });

    itOnce('are read from a cell of a table', async () => {
      const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      const element = (await place(
        `<incident-timeline><table><thead><tr><th>Time</th><th>Event</th><th>By</th></tr></thead><tbody>
          ${row('18:02', '<strong>Started:</strong> a shard locks', 'us')}${row('18:08', 'Detected', 'the alert')}
          ${row('18:20', 'Resolved for some', '')}${row('18:30', 'resolved', 'us')}</tbody></table></incident-timeline>`,
      )) as IncidentTimeline;
      expect(element.times).to.deep.equal({ detect: 6 * minute, resolve: 28 * minute });
    });

    // What begins with such a word is often something else.
    for (const text of [
      '<strong>Recovery attempt 1</strong> failed',
      '<strong>Recovery:</strong> attempt 1 failed',
      '<strong>Detecting</strong> nothing so far',
      '<strong>Detected</strong> nothing so far',
      '<strong>Alerting rules</strong> changed',
      '<strong>Alert:</strong> disk is at 80 %',
      '<strong>Alerted:</strong> the on-call engineer',
      '<strong>Trigger:</strong> a deploy',
      '<strong>Started rollback</strong>',
      '<strong>Started</strong> the rollback',
      '<strong>Beginning:</strong> of the window',
      '<strong>Onset</strong>',
      '<strong>Mitigation:</strong> planned for the morning',
      '<strong>Mitigated partly:</strong> reads work',
      '<strong>Resolved DNS</strong> names by hand',
      '<strong>Resolved?</strong> Not yet',
      '<strong>Resolved</strong> for all but three tenants',
      '<strong>Not resolved:</strong> the alert fires again',
      '<strong>Restored backup:</strong> too old',
      '<strong>Service restored:</strong> for staff',
      'Resolved: see <strong>Resolved tickets</strong>',
      'Detected: nobody',
      'Resolution of names fails',
      'the ticket is closed as <strong>Resolved:</strong> wrongly',
    ])
      itOnce(`are not read from “${text}”`, async () => {
        const element = (await place(timeline(item('18:00', 'started'), item('18:08', '', text)))) as IncidentTimeline;
        expect(turns(element)).to.deep.equal(['started', '']);
        expect(element.times).to.deep.equal({});
      });

    itOnce('are not read from what follows a time in bold', async () => {
      const element = await place(timeline('<li><b><time>18:02</time></b> Resolved: for some of them</li>'));
      expect(turns(element)).to.deep.equal(['']);
    });

    itOnce('that two events claim are told of neither', async () => {
      const element = (await place(
        list('<b>Started:</b> a', '<b>Resolved:</b> b', '<b>Detected:</b> again', '<b>Resolved:</b> c'),
      )) as IncidentTimeline;
      expect(element.times).to.deep.equal({ detect: 2 * minute });
    });

    it('are those that the author has marked, whatever the words', async () => {
      const element = await place(timeline(item('18:02', 'detected', '<strong>Resolved</strong>: text')));
      expect(turns(element)).to.deep.equal(['detected']);
    });

    it('follow the bold word when it changes', async () => {
      const element = await place(timeline(item('18:02'), item('18:08', '', '<b>Detected</b>: the alert pages.')));
      const word = element.querySelector('b')!.firstChild!;
      word.nodeValue = 'Resolved';
      await settled(element);
      expect(turns(element)).to.deep.equal(['', 'resolved']);
      word.nodeValue = 'Later';
      await settled(element);
      expect(turns(element)).to.deep.equal(['', '']);
    });

    itOnce('that nobody knows are named, with the known ones', async () => {
      const warnings = await warningsOf(() => place(timeline(item('18:02', 'paged'), item('18:08', 'started'))));
      expect(warnings).to.deep.equal([
        '<incident-timeline> does not know data-event="paged": use started, detected, mitigated, resolved.',
      ]);
    });
  });

  describe('times', () => {
    itOnce('count from the start', async () => {
      const element = (await place(marked)) as IncidentTimeline;
      expect(element.times).to.deep.equal({
        detect: 6 * minute,
        mitigate: 48 * minute,
        resolve: 2 * hour + 4 * minute,
      });
    });

    itOnce('are not told where no start is marked, with a warning', async () => {
      let element!: IncidentTimeline;
      const warnings = await warningsOf(async () => {
        element = (await place(timeline(item('18:02'), item('18:08', 'detected')))) as IncidentTimeline;
      });
      expect(element.times).to.deep.equal({});
      expect(elapsed(element)).to.deep.equal(['', '+6 min']);
      expect(warnings).to.deep.equal([
        '<incident-timeline> marks a turn but no start to count from: mark the event that it started with as data-event="started".',
      ]);
    });

    itOnce('count from T where that is how they are written', async () => {
      const element = (await place(
        timeline(item('T-10min'), item('T+0'), item('T+6min', 'detected'), item('T+1h', 'resolved')),
      )) as IncidentTimeline;
      expect(element.times).to.deep.equal({ detect: 6 * minute, resolve: hour });
    });

    itOnce('leave out what was before the start, and what cannot be read', async () => {
      const element = (await place(
        timeline(item('18:00', 'detected'), item('18:02', 'started'), item('T+[X]min', 'resolved')),
      )) as IncidentTimeline;
      expect(element.times).to.deep.equal({});
      expect(figures(element)).to.deep.equal([]);
    });

    itOnce('are told once, and once for each change', async () => {
      const told: IncidentTimesEvent[] = [];
      const listen = (event: IncidentTimesEvent) => void told.push(event);
      document.body.addEventListener('incident-times', listen);
      try {
        const element = (await place(marked)) as IncidentTimeline;
        expect(told.map(({ times }) => times)).to.deep.equal([element.times]);
        expect(told[0]!.target === element).to.equal(true);

        element.querySelector('li')!.append(' More words.');
        await settled(element);
        expect(told.length).to.equal(1);

        element.querySelectorAll('time')[2]!.textContent = '18:10';
        await settled(element);
        expect(told.length).to.equal(2);
        expect(told[1]!.times.detect).to.equal(8 * minute);

        element.querySelector('ol')!.remove();
        await settled(element);
        expect(told.length).to.equal(3);
        expect(told[2]!.times).to.deep.equal({});
      } finally {
        document.body.removeEventListener('incident-times', listen);
      }
    });

    it('are not told where there are none', async () => {
      let told = 0;
      const listen = () => void told++;
      document.body.addEventListener('incident-times', listen);
      await place(plain);
      document.body.removeEventListener('incident-times', listen);
      expect(told).to.equal(0);
    });
  });

  describe('the figures', () => {
    it('stand above the events where the timeline is on its own', async () => {
      const element = await place(titled);
      expect(figures(element)).to.deep.equal([
        'Time to detect: 6 min',
        'Time to mitigate: 48 min',
        'Time to resolve: 2 h 4 min',
      ]);
      const top = (node: Element) => node.getBoundingClientRect().top;
      const part = element.shadowRoot!.querySelector('[part=figures]')!;
      expect(top(part)).to.be.above(element.querySelector('h3')!.getBoundingClientRect().bottom - 1);
      expect(part.getBoundingClientRect().bottom).to.be.below(top(element.querySelector('ol')!));
    });

    it('are left to the callout where there is one around it', async () => {
      const callout = await place(`<incident-callout><h3>Outage</h3><p>Text</p>${marked}</incident-callout>`);
      const element = callout.querySelector('incident-timeline')!;
      expect(figures(element)).to.deep.equal([]);
      const elsewhere = await place('<section></section>');
      elsewhere.append(element);
      await settled(element);
      expect(figures(element).length).to.equal(3);
    });

    it('follow the events', async () => {
      const element = await place(marked);
      element.querySelectorAll('time')[4]!.textContent = '19:02';
      element.querySelectorAll('li')[2]!.remove();
      await settled(element);
      expect(figures(element)).to.deep.equal(['Time to mitigate: 48 min', 'Time to resolve: 1 h']);
    });

    it('are not shown where no turn is marked', async () => {
      expect(figures(await place(plain))).to.deep.equal([]);
    });
  });

  describe('events', () => {
    const events = [
      { time: '18:02', text: 'A shard locks.', event: 'started' },
      { time: '18:08', text: 'The alert pages.', event: 'detected' },
      { time: '18:20', text: 'A call begins.' },
    ] as const;
    const texts = (element: Element) => [...element.querySelectorAll('li')].map((node) => node.textContent);

    itOnce('become the list that an author would have written, set before or after attaching', async () => {
      const element = document.createElement('incident-timeline');
      element.events = events;
      const stage = await place('<div></div>');
      stage.append(element);
      await settled(element);
      expect(texts(element)).to.deep.equal(['18:02 A shard locks.', '18:08 The alert pages.', '18:20 A call begins.']);
      expect(turns(element)).to.deep.equal(['started', 'detected', '']);
      expect(elapsed(element)).to.deep.equal(['', '+6 min', '+18 min']);
      const later = document.createElement('incident-timeline');
      stage.append(later);
      later.events = events;
      await settled(later);
      expect(later.innerHTML).to.equal(element.innerHTML);
      expect(later.times).to.deep.equal({ detect: 6 * minute });
    });

    it('are followed when they change and go', async () => {
      const element = (await place('<incident-timeline><h3>Timeline</h3></incident-timeline>')) as IncidentTimeline;
      element.events = events;
      await settled(element);
      element.events = events.slice(1);
      await settled(element);
      expect(texts(element)).to.deep.equal(['18:08 The alert pages.', '18:20 A call begins.']);
      element.events = undefined;
      await settled(element);
      expect(element.textContent).to.equal('Timeline');
      expect(element.times).to.deep.equal({});
    });

    it('may hold nodes', async () => {
      const element = (await place('<incident-timeline></incident-timeline>')) as IncidentTimeline;
      const link = Object.assign(document.createElement('a'), { href: '#log', textContent: 'Log' });
      element.events = [{ time: '18:02', text: link }];
      await settled(element);
      expect(element.querySelector('li a')).to.have.property('outerHTML', link.outerHTML);
    });

    for (const [name, markup] of [
      ['list', plain],
      ['table', table],
    ] as const) {
      itOnce(`give way to a ${name} of the author's, with a warning`, async () => {
        const element = (await place(markup)) as IncidentTimeline;
        const before = element.innerHTML;
        const warnings = await warningsOf(async () => {
          element.events = events;
          await settled(element);
        });
        expect(element.innerHTML).to.equal(before);
        expect(warnings).to.deep.equal([
          '<incident-timeline> has markup and events: the markup is shown. Remove one of the two.',
        ]);
      });
    }

    it("are shown once the author's list is gone", async () => {
      const element = (await place(plain)) as IncidentTimeline;
      element.events = events;
      await settled(element);
      element.querySelector('ol')!.remove();
      await settled(element);
      expect(texts(element).length).to.equal(3);
    });
  });

  describe('toJSON', () => {
    itOnce('tells the events with the time since the start', async () => {
      const element = (await place(marked)) as IncidentTimeline;
      expect(element.toJSON()).to.deep.equal({
        type: 'incident-timeline',
        events: [
          { time: '17:41', text: 'The migration is merged.', elapsed: '−21 min' },
          { time: '18:02', text: 'It locks the busiest shard.', event: 'started' },
          { time: '18:08', text: 'The error budget alert pages.', event: 'detected', elapsed: '+6 min' },
          { time: '18:50', text: 'Orders are taken into a queue.', event: 'mitigated', elapsed: '+48 min' },
          { time: '20:06', text: 'The backlog is replayed.', event: 'resolved', elapsed: '+2 h 4 min' },
        ],
      });
    });

    itOnce("keeps the words of a table's columns apart", async () => {
      const rows =
        '<tr><th>Time</th><th>Event</th><th>Fix</th></tr><tr><td>18:02</td><td>A shard locks</td><td>None</td></tr>';
      const element = (await place(
        `<incident-timeline><table>${rows}</table></incident-timeline>`,
      )) as IncidentTimeline;
      expect(element.toJSON()).to.deep.equal({
        type: 'incident-timeline',
        headings: ['Time', 'Event', 'Fix'],
        events: [{ time: '18:02', text: 'A shard locks None' }],
      });
    });

    for (const [name, markup] of Object.entries({ marked, dated, plain, table, loose })) {
      itOnce(`gives events that are the same again (${name})`, async () => {
        const json = ((await place(markup)) as IncidentTimeline).toJSON();
        const element = (await place('<incident-timeline></incident-timeline>')) as IncidentTimeline;
        element.events = json['events'] as NonNullable<IncidentTimeline['events']>;
        await settled(element);
        expect(element.toJSON().events).to.deep.equal(json.events);
      });
    }
  });

  itOnce('warns of an event without a time', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place(timeline(item('18:02'), '<li>A call begins.</li>', item('18:08')));
    });
    expect(warnings).to.deep.equal(['<incident-timeline> has an event without a time: begin it with a <time>.']);
    expect(elapsed(element)).to.deep.equal(['', '', '+6 min']);
    expect(element.innerText).to.contain('A call begins.');
  });

  itOnce('keeps the words of content that is no list, and warns', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<incident-timeline><p>Nobody has written it yet.</p></incident-timeline>');
    });
    expect(element.innerText).to.contain('Nobody has written it yet.');
    expect(warnings).to.deep.equal([
      '<incident-timeline> has no events: put them into an <ol>, each with a <time>, or into a <table>.',
    ]);
  });

  it('labels the columns after the second, which have no heading beside them', async () => {
    const element = await place(table);
    const labels = [...element.querySelectorAll<HTMLElement>('tbody tr:last-child td')].map(
      (cell) => getComputedStyle(cell, '::before').content,
    );
    expect(labels[1]).to.match(/^(none|normal)$/);
    expect(labels[2]).to.match(/^("Impact"|attr\(data-label\))/);
  });

  it('puts the time beside the event where there is room, and above it where there is not', async () => {
    const element = await place(plain);
    const words = () => {
      const range = document.createRange();
      range.selectNodeContents(element.querySelector('time')!.nextSibling!);
      return range.getBoundingClientRect();
    };
    const time = () => element.querySelector('time')!.getBoundingClientRect();
    element.parentElement!.style.width = '44rem';
    expect(words().left).to.be.at.least(time().right);
    element.parentElement!.style.width = '20rem';
    expect(words().top).to.be.at.least(time().bottom - 1);
  });
});
