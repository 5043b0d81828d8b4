import { expect } from '@open-wc/testing';
import { formatDuration } from '../../src/internal/durations.js';
import { type Figure, parseDuration, parseFigure, parseLatency, parseMoment } from '../../src/internal/figures.js';

const ms = 1;
const s = 1000;
const min = 60 * s;
const h = 60 * min;
const d = 24 * h;

describe('parseFigure', () => {
  const one = (value: number, unit = '', bound?: Figure['bound']): Figure => ({
    from: value,
    to: value,
    unit,
    ...(bound && { bound }),
  });
  const range = (from: number, to: number, unit = '', bound?: Figure['bound']): Figure => ({
    ...one(from, unit, bound),
    to,
  });

  const read: [string, Figure][] = [
    ['42', one(42)],
    [' 42 ', one(42)],
    ['99.99%', one(99.99, '%')],
    ['99.9 %', one(99.9, '%')],
    ['0.1%', one(0.1, '%')],
    ['2021', one(2021)],
    ['3 nines', one(3, 'nines')],
    ['2x', one(2, 'x')],
    // Multipliers
    ['1k', one(1e3)],
    ['1K', one(1e3)],
    ['1.2K', one(1200)],
    ['5 K users', one(5e3, 'users')],
    ['10M', one(10e6)],
    ['5 M', one(5e6)],
    ['1B events/day', one(1e9, 'events/day')],
    ['5T', one(5e12)],
    ['10mn', one(10e6)],
    ['10 bn', one(10e9)],
    ['3 thousand', one(3e3)],
    ['42 million users', one(42e6, 'users')],
    ['42 Million', one(42e6)],
    ['1.5 billion', one(1.5e9)],
    ['1.2 trillion events', one(1.2e12, 'events')],
    ['10K/s', one(10e3, '/s')],
    ['10M/s', one(10e6, '/s')],
    ['10k RPS', one(10e3, 'RPS')],
    // Units that begin like a multiplier
    ['10 MB', one(10, 'MB')],
    ['10MB', one(10, 'MB')],
    ['10 KB', one(10, 'KB')],
    ['3TB', one(3, 'TB')],
    ['5 B/s', one(5, 'B/s')],
    ['12Mbps', one(12, 'Mbps')],
    ['2 TiB', one(2, 'TiB')],
    ['1 K8s cluster', one(1, 'K8s cluster')],
    ['5m', one(5, 'm')],
    ['5 min', one(5, 'min')],
    // Money
    ['$1.2M', one(1.2e6)],
    ['$1.2 million', one(1.2e6)],
    ['$5m', one(5e6)],
    ['€ 1.5m', one(1.5e6)],
    ['£3b', one(3e9)],
    ['€5bn', one(5e9)],
    ['¥300', one(300)],
    ['$4,500/month', one(4500, '/month')],
    ['$10-20M', range(10e6, 20e6)],
    ['$10M–$20M', range(10e6, 20e6)],
    // Groups of thousands and decimal commas
    ['1,000', one(1e3)],
    ['1,234.5', one(1234.5)],
    ['1,234,567', one(1234567)],
    ['1,200ms', one(1200, 'ms')],
    ['12 345 requests', one(12345, 'requests')],
    ['12\u202f345', one(12345)],
    ['12\u2009345', one(12345)],
    ['12\u00a0345', one(12345)],
    ['1 000 000 users', one(1e6, 'users')],
    ["10'000", one(10e3)],
    ['10’000', one(10e3)],
    ['12,5', one(12.5)],
    ['1,5 ms', one(1.5, 'ms')],
    ['99,99%', one(99.99, '%')],
    ['0,5', one(0.5)],
    ['0,999', one(0.999)],
    ['12 345,6', one(12345.6)],
    // Limits
    ['10M+', one(10e6, '', '>')],
    ['10+', one(10, '', '>')],
    ['10 million+', one(10e6, '', '>')],
    ['10+ million users', one(10e6, 'users', '>')],
    ['100K+ requests/second', one(100e3, 'requests/second', '>')],
    ['< 10ms', one(10, 'ms', '<')],
    ['<10ms', one(10, 'ms', '<')],
    ['≤ 5', one(5, '', '<')],
    ['<= 5', one(5, '', '<')],
    ['up to 5 TB', one(5, 'TB', '<')],
    ['under 5 ms', one(5, 'ms', '<')],
    ['less than 5', one(5, '', '<')],
    ['> 1,000', one(1e3, '', '>')],
    ['≥ 99.9%', one(99.9, '%', '>')],
    ['>=5', one(5, '', '>')],
    ['more than 10 million', one(10e6, '', '>')],
    ['at least 3 nodes', one(3, 'nodes', '>')],
    ['Over 9000', one(9000, '', '>')],
    ['~5 ms', one(5, 'ms', '~')],
    ['≈ 5', one(5, '', '~')],
    ['about 10 minutes', one(10, 'minutes', '~')],
    ['circa 5', one(5, '', '~')],
    // Ranges
    ['60-80%', range(60, 80, '%')],
    ['60–80%', range(60, 80, '%')],
    ['60—80%', range(60, 80, '%')],
    ['60 - 80 %', range(60, 80, '%')],
    ['5 to 10 ms', range(5, 10, 'ms')],
    ['~10-20 ms', range(10, 20, 'ms', '~')],
    ['10-100K users', range(10e3, 100e3, 'users')],
    ['10K-100K users', range(10e3, 100e3, 'users')],
    ['1K to 1M', range(1e3, 1e6)],
    ['1-2 million', range(1e6, 2e6)],
    ['1 million–2 million', range(1e6, 2e6)],
    ['99.9–99.99%', range(99.9, 99.99, '%')],
  ];
  for (const [text, figure] of read) {
    it(`reads “${text}”`, () => expect(parseFigure(text)).to.deep.equal(figure));
  }

  const unread = [
    ...['', ' ', 'TBD', 'N/A', 'n/a', '—', '-', 'many', 'P99', 'v2.1', '$'],
    // Placeholders
    ...['X million', '99.XX%', '9X%', 'XXms', '[X]ms', 'X-Y%', '< Y minutes', '$Z', '10,XXX', '10X'],
    // Versions, addresses, dates, clocks, fractions, powers
    ...['2.1.3', '1.2.3.4', '2021-10-04', '2021-10', '15:39', '10:30 UTC', '24/7', '50/50', '1/2', '5:1'],
    ...['10^6', '1e6', '1.5e3 ms', '1_000'],
    // Groups that are none, signs, and ranges that fall
    ...['1,23,456', '1.234,5', '5-10-15', '-5%', '−5', '+5%', '80-60%', '.5%', '½'],
  ];
  for (const text of unread) {
    it(`leaves “${text}” unread`, () => expect(parseFigure(text)).to.equal(undefined));
  }
});

describe('parseLatency', () => {
  const read: [string, number, number?][] = [
    ['4 ms', 4],
    ['4ms', 4],
    ['4 msec', 4],
    ['4 milliseconds', 4],
    ['100ns', 1e-4],
    ['100 nanoseconds', 1e-4],
    ['10µs', 0.01],
    ['10μs', 0.01],
    ['10 us', 0.01],
    ['10 microseconds', 0.01],
    ['3s', 3 * s],
    ['1.5 seconds', 1.5 * s],
    ['10 sec', 10 * s],
    ['5 secs.', 5 * s],
    ['1m', min],
    ['5 min', 5 * min],
    ['2 minutes', 2 * min],
    ['2 h', 2 * h],
    ['6hrs', 6 * h],
    ['3 days', 3 * d],
    ['2 weeks', 14 * d],
    ['1,200 ms', 1200],
    ['1,5 ms', 1.5],
    ['< 10ms', 10],
    ['~5 ms', 5],
    ['5 ms p99', 5],
    ['5 m (median)', 5 * min],
    ['300 ms*', 300],
    ['40–125 ms', 40, 125],
    ['40-125ms', 40, 125],
    ['5 to 10 ms', 5, 10],
    ['50ms-100ms', 50, 100],
    ['10ms–1s', 10, s],
    ['10 ms to 1 s', 10, s],
    ['< 10 ms – 2 min', 10, 2 * min],
  ];
  for (const [text, from, to = from] of read) {
    it(`reads “${text}”`, () => {
      const latency = parseLatency(text)!;
      expect(latency.from).to.be.closeTo(from, from / 1e9);
      expect(latency.to).to.be.closeTo(to, to / 1e9);
    });
  }

  const unread = [
    '',
    '4',
    '99.99%',
    '10M',
    '10M/s',
    '5 MB',
    '4 months',
    '40 msgs',
    '8 sessions',
    '5 minor',
    '3 monthly',
  ];
  for (const text of [...unread, 'XXms', '[X]ms', '10-XX ms', 'TBD', 'fast', '5 ± 1 ms', '-10 ms']) {
    it(`leaves “${text}” unread`, () => expect(parseLatency(text)).to.equal(undefined));
  }
});

describe('parseDuration', () => {
  const read: [string, number][] = [
    ['1h30m', 90 * min],
    ['1h 30m', 90 * min],
    ['2h30m15s', 2 * h + 30 * min + 15 * s],
    ['2 h 4 min', 124 * min],
    ['90 seconds', 90 * s],
    ['1 hour and 30 minutes', 90 * min],
    ['1 hour, 30 minutes', 90 * min],
    ['1 day 2 hours', 26 * h],
    ['1.5h', 90 * min],
    ['500ms', 500 * ms],
    ['1 hr', h],
    ['6hrs', 6 * h],
    ['3 days', 3 * d],
    ['1w', 7 * d],
    ['0s', 0],
    ['PT1H30M', 90 * min],
    ['PT15M', 15 * min],
    ['PT90S', 90 * s],
    ['PT1.5H', 90 * min],
    ['PT0S', 0],
    ['P1D', d],
    ['P1DT2H', 26 * h],
    ['P1W', 7 * d],
    ['p1d', d],
  ];
  for (const [text, duration] of read) {
    it(`reads “${text}”`, () => expect(parseDuration(text)).to.equal(duration));
  }

  // P1M is a month, whose length nobody knows.
  const unread = ['', '0', '90', 'h', '1:30', '1h30', 'two hours', '2 months', 'P1M', 'P1Y', 'PT', 'P', '[X]min'];
  for (const text of [...unread, '~2h', '-5m', '1 h–2 h', '1,5 h', '10 m s', 'about an hour']) {
    it(`leaves “${text}” unread`, () => expect(parseDuration(text)).to.equal(undefined));
  }
});

describe('parseMoment', () => {
  const clock = (ms: number, zone = '') => ({ kind: 'clock', ms, zone });
  const date = (iso: string, zone = 'UTC') => ({ kind: 'date', ms: Date.parse(iso), zone });
  const elapsed = (ms: number) => ({ kind: 'elapsed', ms, zone: '' });
  const afternoon = 15 * h + 39 * min;

  const read: [string, object][] = [
    ['15:39', clock(afternoon)],
    ['15:39:30', clock(afternoon + 30 * s)],
    ['9:05', clock(9 * h + 5 * min)],
    ['00:00', clock(0)],
    ['24:00', clock(24 * h)],
    ['15:39 UTC', clock(afternoon, 'UTC')],
    ['15:39Z', clock(afternoon, 'Z')],
    ['15:39 utc', clock(afternoon, 'utc')],
    ['15:39 CEST', clock(afternoon, 'CEST')],
    ['15:39+02:00', clock(afternoon, '+02:00')],
    ['15:39 -0700', clock(afternoon, '-0700')],
    ['3:39 PM', clock(afternoon)],
    ['3:39pm', clock(afternoon)],
    ['3:39 p.m.', clock(afternoon)],
    ['3:39 PM PDT', clock(afternoon, 'PDT')],
    ['12:15 p.m. EST', clock(12 * h + 15 * min, 'EST')],
    ['12:00 AM', clock(0)],
    ['12:30 am', clock(30 * min)],
    ['12:00 PM', clock(12 * h)],
    ['~15:39', clock(afternoon)],
    ['about 15:39', clock(afternoon)],
    ['c. 15:39', clock(afternoon)],
    ['15:39 – 16:10', clock(afternoon)],
    ['15:39–16:10 UTC', clock(afternoon)],
    ['15:39-16:10', clock(afternoon)],
    ['09:10-09:30', clock(9 * h + 10 * min)],
    ['15:39 UTC - 16:10 UTC', clock(afternoon, 'UTC')],
    ['15:39 to 16:00', clock(afternoon)],
    ['2021-10-04', date('2021-10-04', '')],
    ['2021-10-04 15:39 UTC', date('2021-10-04T15:39Z')],
    ['2021-10-04 15:39', date('2021-10-04T15:39Z')],
    ['2021-10-04 9:05 GMT', date('2021-10-04T09:05Z')],
    ['2021-10-04T15:39Z', date('2021-10-04T15:39Z')],
    ['2021-10-04T15:39:00.123Z', date('2021-10-04T15:39Z')],
    ['2021-10-04T15:39:30', date('2021-10-04T15:39:30Z')],
    ['2021-10-04T15:39+02:00', { ...date('2021-10-04T13:39Z'), isShifted: true }],
    ['2021-10-04T15:39-0700', { ...date('2021-10-04T22:39Z'), isShifted: true }],
    ['2021-10-04T15:39+00:00', date('2021-10-04T15:39Z')],
    ['T+0', elapsed(0)],
    ['T+0min', elapsed(0)],
    ['T+15min', elapsed(15 * min)],
    ['T+1hr', elapsed(h)],
    ['T+1h30m', elapsed(90 * min)],
    ['T + 1 h 30 min', elapsed(90 * min)],
    ['t+5m', elapsed(5 * min)],
    ['T+2 days', elapsed(2 * d)],
    ['T-5min', elapsed(-5 * min)],
    ['T−5 min', elapsed(-5 * min)],
    ['T - 5 min', elapsed(-5 * min)],
    ['PT15M', elapsed(15 * min)],
    ['P1D', elapsed(d)],
  ];
  for (const [text, moment] of read) {
    it(`reads “${text}”`, () => expect(parseMoment(text)).to.deep.equal(moment));
  }

  const unread = [
    ...['', 'noon', 'Day 1', 'TBD', 'XX:XX', '[X]:00', '15', '1539', '15.39', '15h39', '5 October 2021', '04/10/2021'],
    ...['25:00', '15:60', '15:39:75', '13:00 PM', '1:5', '15:39 (approx.)', '15:39 UTC+2', '2021-13-04'],
    // A zone whose offset changes over the year, or elapsed time of no unit: to read them is to guess.
    ...['2021-10-04 15:39 PDT', 'T+15', 'T+[X]min', 'T+ annually', 'T+1:30', 'T0', 'T+5-10min', '+15 min', '15 min'],
  ];
  for (const text of unread) {
    it(`leaves “${text}” unread`, () => expect(parseMoment(text)).to.equal(undefined));
  }
});

describe('formatDuration', () => {
  const cases: [number, string][] = [
    [0, '0 s'],
    [1e-3, '0.001 ms'],
    [40, '40 ms'],
    [1234 / 1000, '1.23 ms'],
    [999.6, '1 s'],
    [1.5 * s, '1.5 s'],
    [12_345, '12.3 s'],
    [59_999, '1 min'],
    [min, '1 min'],
    [61 * s, '1 min 1 s'],
    [48 * min, '48 min'],
    [h, '1 h'],
    [124 * min, '2 h 4 min'],
    [2 * h + 4 * s, '2 h'],
    [119.6 * min, '2 h'],
    [d - s, '1 d'],
    [25 * h, '1 d 1 h'],
    [3 * d, '3 d'],
    [-90 * s, '−1 min 30 s'],
  ];
  for (const [duration, words] of cases) {
    it(`writes ${duration} ms as “${words}”`, () => expect(formatDuration(duration)).to.equal(words));
  }

  it('writes what parseDuration reads', () => {
    for (const duration of [40, 1.5 * s, 48 * min, 124 * min, 25 * h, 3 * d]) {
      expect(parseDuration(formatDuration(duration))).to.equal(duration);
    }
  });
});
