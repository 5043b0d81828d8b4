// cspell:ignore MTTR
import { expect } from '@open-wc/testing';
import { contradictions } from '../../src/internal/contradictions.js';

const min = 60_000;
const times = { detect: 10 * min, mitigate: 50 * min, resolve: 124 * min };
const outage = '50 min to mitigate and 2 h 4 min to resolve';

describe('contradictions', () => {
  const wrong: [string, string, string][] = [
    ['Time to detect: 12 minutes.', 'Time to detect: 12 minutes', '10 min to detect'],
    ['Time to detection was 12 minutes.', 'detection was 12 minutes', '10 min to detect'],
    ['The outage was detected after 5 minutes.', 'detected after 5 minutes', '10 min to detect'],
    ['It took 5 minutes to detect.', '5 minutes to detect', '10 min to detect'],
    ['The incident was mitigated after 49 minutes.', 'mitigated after 49 minutes', '50 min to mitigate'],
    ['Time to mitigate: about 2 hours', 'Time to mitigate: about 2 hours', '50 min to mitigate'],
    ['2 days to mitigate', '2 days to mitigate', '50 min to mitigate'],
    ['The outage was resolved after 1 day.', 'resolved after 1 day', '2 h 4 min to resolve'],
    ['three hours to recover', 'three hours to recover', '2 h 4 min to resolve'],
    ['The outage lasted 3 hours.', 'outage lasted 3 hours', outage],
    ['Duration: 90 minutes', 'Duration: 90 minutes', outage],
    ['an outage of 90 minutes', 'outage of 90 minutes', outage],
    ['Checkout was down for 20 minutes.', 'down for 20 minutes', outage],
    ['3 hours of downtime', '3 hours of downtime', outage],
    ['about 70 minutes to mitigate', '70 minutes to mitigate', '50 min to mitigate'],
  ];
  for (const [text, words, isReally] of wrong) {
    it(`finds “${text}”`, () => expect(contradictions(text, times)).to.deep.equal([{ words, isReally }]));
  }

  const right = [
    '',
    'Orders were lost.',
    'detected in 10 minutes',
    'detected within 15 minutes',
    '10 minutes to detect',
    'lasted 50 minutes',
    'lasted 124 minutes',
    'lasted for 2 hours',
    'lasted about 2 hours, then came back',
    // Within half of the smallest unit.
    'lasted 1.6 hours',
    'lasted 2.5 hours',
    'resolved after 2 h 4 min',
    'mitigated in 1 hour',
    'resolved in under 3 hours',
    'resolved after over 1 hour',
    'less than 3 hours to resolve',
    'up to 3 hours of downtime',
    'more than 90 minutes to resolve',
    'about 46 minutes to mitigate',
    'Time to mitigate: roughly 55 minutes',
    'It took us from 3 to 4 hours to resolve',
    '3–4 hours to resolve',
    // Limits, targets and what would have been are no measurements.
    'The incident was detected within 5 minutes.',
    'resolved in under 90 minutes',
    'less than 90 minutes to resolve',
    'more than 3 hours to resolve',
    'Our target is 5 minutes to detect.',
    'It should take 5 minutes to detect.',
    'The last outage lasted 5 hours.',
    'MTTR: 30 minutes',
    // Nothing that says how long, of what.
    'two hours of downtime',
    '5 hours later',
    'resolved after some hours',
    'lasted X hours',
  ];
  for (const text of right) {
    it(`finds nothing in “${text}”`, () => expect(contradictions(text, times)).to.deep.equal([]));
  }

  it('finds each kind of claim', () => {
    const text =
      'Time to detect was 5 minutes. Time to mitigate was 20 minutes. Time to resolve was 1 hour. The outage lasted 4 hours.';
    expect(contradictions(text, times).map(({ words }) => words)).to.deep.equal([
      'detect was 5 minutes',
      'mitigate was 20 minutes',
      'resolve was 1 hour',
      'outage lasted 4 hours',
    ]);
  });

  it('holds prose only against times that are known', () => {
    expect(contradictions('Time to detect: 5 minutes. The outage lasted 1 hour.', {})).to.deep.equal([]);
    expect(contradictions('The outage lasted 3 hours.', { detect: 10 * min })).to.deep.equal([]);
    expect(contradictions('The outage lasted 3 hours.', { resolve: 124 * min })).to.deep.equal([
      { words: 'outage lasted 3 hours', isReally: '2 h 4 min to resolve' },
    ]);
  });
});
