import { expect } from '@open-wc/testing';
import type { LatencyProfile } from '../../src/index.js';
import '../../src/elements/latency-profile/latency-profile.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

type Pair = readonly [percentile: string, ...values: string[]];

const pair = ([percentile, ...values]: Pair) =>
  `<dt>${percentile}</dt>${values.map((value) => `<dd>${value}</dd>`).join('')}`;
const profile = (pairs: readonly Pair[], attributes = '') =>
  `<latency-profile ${attributes}><dl>${pairs.map((one) => `<div>${pair(one)}</div>`).join('')}</dl></latency-profile>`;

const pairs = [
  ['P50', '38 ms'],
  ['P99', '210 ms', 'Writes of one buyer'],
  ['P99.9', '1.45 s'],
] as const;
const list = profile(pairs, 'slo="300 ms"');
const titled = profile(pairs).replace('<dl>', '<h3>Order reads</h3><dl>');
const bare = `<latency-profile slo="2 s"><dl>${pairs.map(pair).join('')}</dl></latency-profile>`;
const table = `<latency-profile slo="300 ms"><table><caption>Order reads</caption>
  <thead><tr><th>Percentile</th><th>Latency</th><th>Region</th><th>Source</th></tr></thead><tbody>
    <tr><td>P50</td><td>38 ms</td><td>Europe</td><td><a href="#trace">Trace</a></td></tr>
    <tr><td>P99</td><td>210–340 ms</td><td>Asia, over the link that is shared with the replicas</td><td></td></tr>
  </tbody></table></latency-profile>`;
const headed = `<latency-profile><table>
  <tr><th>Percentile</th><th>Latency</th></tr>
  <tr><th>P50</th><td>38 ms</td></tr><tr><th>P99</th><td>210 ms</td></tr></table></latency-profile>`;
const placeholders = profile([
  ['P50', '[X] ms'],
  ['P99', '210 ms'],
]);

for (const markup of [list, titled, bare, table, headed, placeholders]) itKeepsThePromises(markup);

describe('<latency-profile>', () => {
  before(linkStylesheet);

  itMovesNothing(list, titled, bare, table, headed, placeholders);

  const part = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
  const summary = (element: Element) => part(element, 'summary').textContent;
  const values = (element: Element) => [
    ...element.querySelectorAll<HTMLElement>('dt + dd, tbody tr > :nth-child(2):is(td)'),
  ];
  /** Where a bar ends, in per cent of the axis; empty where there is no bar. */
  const ends = (element: Element) =>
    values(element).map((value) => {
      const style = getComputedStyle(value);
      const [from, to] = ['--_from', '--_to'].map((name) => style.getPropertyValue(name));
      return from && to ? ([Number(from), Number(to)] as const) : undefined;
    });
  const lines = (element: Element) =>
    [...part(element, 'axis').children].map((line) => ({
      label: line.textContent!,
      isSlo: line.textContent!.startsWith('SLO'),
      left: line.getBoundingClientRect().left,
    }));
  const missed = (element: Element) => values(element).map((value) => value.hasAttribute('data-missed'));

  describe('the bars', () => {
    it('end where the latency is on a logarithmic axis of whole decades', async () => {
      const element = await place(
        profile([
          ['P50', '10 ms'],
          ['P90', '100 ms'],
          ['P99', '1 s'],
          ['P99.9', '316.23 ms'],
        ]),
      );
      // The smallest has a bar, too: the axis begins a decade before it.
      expect(ends(element).map((end) => end!.map((share) => Math.round(share * 10) / 10))).to.deep.equal([
        [33.3, 33.3],
        [66.7, 66.7],
        [100, 100],
        [83.3, 83.3],
      ]);
      expect(lines(element).map(({ label }) => label)).to.deep.equal(['1 ms', '10 ms', '100 ms', '1 s']);
    });

    it('share the axis with its lines, from the labels to the figures', async () => {
      const element = await place(list);
      for (const width of ['44rem', '20rem']) {
        element.parentElement!.style.width = width;
        const axis = part(element, 'axis').getBoundingClientRect();
        const [label, value] = [element.querySelector('dt')!, values(element)[0]!];
        const words = document.createRange();
        words.selectNodeContents(value);
        expect(axis.left, width).to.be.closeTo(value.getBoundingClientRect().left, 0.5);
        expect(axis.left, width).to.be.at.least(label.getBoundingClientRect().right - 0.5);
        expect(axis.right, width).to.be.at.most(words.getBoundingClientRect().left);
        // The bar is drawn in the middle one of the row's three columns.
        const columns = getComputedStyle(value.parentElement!).gridTemplateColumns.split(' ');
        expect(axis.width, width).to.be.closeTo(Number.parseFloat(columns[1]!), 0.5);
        for (const { label, left } of lines(element)) {
          const decade = { '10 ms': 0, '100 ms': 1 / 3, '1 s': 2 / 3, '10 s': 1 }[label];
          if (decade !== undefined) expect(left, `${label} ${width}`).to.be.closeTo(axis.left + decade * axis.width, 1);
        }
      }
    });

    it('begin at the other side where the page is read from right to left', async () => {
      const element = await place(profile([['P50', '10 ms']]));
      element.parentElement!.dir = 'rtl';
      const axis = part(element, 'axis').getBoundingClientRect();
      expect(axis.right).to.be.closeTo(values(element)[0]!.getBoundingClientRect().right, 0.5);
      const [first, last] = lines(element);
      expect(first!.left).to.be.above(last!.left);
    });

    itOnce('tell microseconds, milliseconds and seconds apart, and ranges', async () => {
      const element = await place(
        profile([
          ['P50', '100 µs'],
          ['P90', '1 ms'],
          ['P99', '0.01 s'],
          ['P99.9', '10–100 ms'],
        ]),
      );
      const [p50, p90, p99, p999] = ends(element).map((end) => end!.map(Math.round));
      expect([p50, p90, p99]).to.deep.equal([
        [25, 25],
        [50, 50],
        [75, 75],
      ]);
      expect(p999).to.deep.equal([75, 100]);
      expect(lines(element).map(({ label }) => label)).to.deep.equal(['0.01 ms', '0.1 ms', '1 ms', '10 ms', '100 ms']);
    });

    it('are left out where there is nothing to read, and the words stay', async () => {
      const markup = profile([
        ['P50', '[X] ms'],
        ['P90', '12'],
        ['P99', 'XX ms'],
        ['P99.9', '0 ms'],
        ['Max', '1 s'],
      ]);
      const element = await place(markup);
      expect(ends(element).map(Boolean)).to.deep.equal([false, false, false, false, true]);
      expect(values(element).map((value) => value.textContent)).to.deep.equal(['[X] ms', '12', 'XX ms', '0 ms', '1 s']);
      const nothing = await place(profile([['P50', '[X] ms']], 'slo="300 ms"'));
      expect(lines(nothing)).to.deep.equal([]);
      expect(summary(nothing)).to.equal('');
    });

    it('follow latencies that change, come and go', async () => {
      const element = await place(profile([['P50', '10 ms']]));
      expect(ends(element)).to.deep.equal([[100, 100]]);
      values(element)[0]!.textContent = '[X] ms';
      await settled(element);
      expect(ends(element)).to.deep.equal([undefined]);
      element.querySelector('dl')!.insertAdjacentHTML('beforeend', `<div>${pair(['P99', '1 s'])}</div>`);
      await settled(element);
      expect(ends(element).map(Boolean)).to.deep.equal([false, true]);
      element.querySelector('dl')!.remove();
      await settled(element);
      expect(lines(element)).to.deep.equal([]);
      expect(summary(element)).to.equal('');
    });
  });

  describe('the objective', () => {
    it('is a line across the bars, with its label below those of the decades', async () => {
      const element = await place(list);
      const axis = part(element, 'axis').getBoundingClientRect();
      const [line, ...others] = lines(element).filter(({ isSlo }) => isSlo);
      expect(others).to.deep.equal([]);
      expect(line!.label).to.equal('SLO 300 ms');
      const share = (Math.log10(300) - 1) / 3;
      expect(line!.left).to.be.closeTo(axis.left + share * axis.width, 1.5);
      expect(axis.bottom - axis.top).to.be.at.least(
        values(element).at(-1)!.getBoundingClientRect().bottom - axis.top - 1.5,
      );
      const near = await place(profile([['P50', '38 ms']], 'slo="105 ms"'));
      const [slo, decade] = ['[part~=slo-tick]', '[part=tick]'].map((tick) =>
        [...near.shadowRoot!.querySelectorAll(tick)].at(-1)!.getBoundingClientRect(),
      );
      expect(slo!.top).to.be.at.least(decade!.bottom - 1);
    });

    it('marks what misses it, and the summary tells', async () => {
      const element = await place(list);
      expect(missed(element)).to.deep.equal([false, false, true]);
      expect(summary(element)).to.equal('P99 is 5.5 times P50. Beyond the SLO: P99.9.');
    });

    it('is missed by a range that ends beyond it', async () => {
      const element = await place(table);
      expect(missed(element)).to.deep.equal([false, true]);
      expect(summary(element)).to.equal('Beyond the SLO: P99.');
    });

    it('is met by what is exactly at it', async () => {
      const element = await place(
        profile(
          [
            ['P50', '38 ms'],
            ['P99', '0.3 s'],
          ],
          'slo="300 ms"',
        ),
      );
      expect(missed(element)).to.deep.equal([false, false]);
      expect(summary(element)).to.equal('P99 is 7.9 times P50. All within the SLO.');
    });

    itOnce('is not said to be met by what cannot be read', async () => {
      const element = await place(
        profile(
          [
            ['P50', '38 ms'],
            ['P99', '[X] ms'],
          ],
          'slo="300 ms"',
        ),
      );
      expect(summary(element)).to.equal('');
    });

    for (const [what, value, isMissed, words] of [
      ['a limit within it', '< 200 ms', false, 'All within the SLO.'],
      ['a limit that it is within', '< 400 ms', false, ''],
      ['more than what is within it', '> 200 ms', false, ''],
      ['more than what is beyond it', '> 400 ms', true, 'Beyond the SLO: P99.'],
    ] as const)
      itOnce(`is judged by ${what} no further than that says`, async () => {
        const element = await place(profile([['P99', value]], 'slo="300 ms"'));
        expect(missed(element)).to.deep.equal([isMissed]);
        expect(summary(element)).to.equal(words);
        expect(values(element)[0]!.style.getPropertyValue('--_to')).to.equal('');
      });

    itOnce('of a column that is headed so gives no ratio', async () => {
      const rows = '<tr><td>P50</td><td>5 ms</td></tr><tr><td>P99</td><td>100 ms</td></tr>';
      const headed = (heading: string) =>
        `<latency-profile><table><thead><tr><th>Percentile</th><th>${heading}</th></tr></thead><tbody>${rows}</tbody></table></latency-profile>`;
      expect(summary(await place(headed('Latency')))).to.equal('P99 is 20 times P50.');
      expect(summary(await place(headed('Target')))).to.equal('');
    });

    it('follows the attribute', async () => {
      const element = await place(profile(pairs));
      expect(lines(element).some(({ isSlo }) => isSlo)).to.equal(false);
      element.setAttribute('slo', '100 ms');
      await settled(element);
      expect(missed(element)).to.deep.equal([false, true, true]);
      expect(summary(element)).to.equal('P99 is 5.5 times P50. Beyond the SLO: P99, P99.9.');
      element.removeAttribute('slo');
      await settled(element);
      expect(missed(element)).to.deep.equal([false, false, false]);
      expect(summary(element)).to.equal('P99 is 5.5 times P50.');
    });

    itOnce('that cannot be read is warned of and left out', async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place(profile(pairs, 'slo="fast"'));
      });
      expect(warnings).to.deep.equal([
        '<latency-profile> cannot read slo="fast": write a number and its unit, such as 300 ms.',
      ]);
      expect(lines(element).some(({ isSlo }) => isSlo)).to.equal(false);
      expect(element.getAttribute('slo')).to.equal('fast');
    });

    it('widens the axis where it is beyond every bar', async () => {
      const element = await place(profile([['P50', '20 ms']], 'slo="5 s"'));
      expect(lines(element).map(({ label }) => label)).to.deep.equal(['10 ms', '100 ms', '1 s', '10 s', 'SLO 5 s']);
    });
  });

  describe('the tail', () => {
    for (const [what, rows, expected] of [
      [
        'is compared with the median',
        [
          ['p50', '40 ms'],
          ['p99', '200 ms'],
        ],
        'P99 is 5 times P50.',
      ],
      [
        'is rounded to two figures',
        [
          ['P50', '3 ms'],
          ['P99', '1 s'],
        ],
        'P99 is 330 times P50.',
      ],
      [
        'is read from longer labels',
        [
          ['P50 read', '10 ms'],
          ['P99 read', '20 ms'],
        ],
        'P99 is 2 times P50.',
      ],
      [
        'is not compared where there is no median',
        [
          ['P90', '40 ms'],
          ['P99', '200 ms'],
        ],
        '',
      ],
      [
        'is not compared where one of them is a range',
        [
          ['P50', '40–50 ms'],
          ['P99', '200 ms'],
        ],
        '',
      ],
      [
        'is not compared where one of them cannot be read',
        [
          ['P50', '[X] ms'],
          ['P99', '200 ms'],
        ],
        '',
      ],
      [
        'is P99, not P99.9',
        [
          ['P50', '10 ms'],
          ['P99.9', '200 ms'],
        ],
        '',
      ],
    ] as const) {
      it(what, async () => {
        expect(summary(await place(profile(rows)))).to.equal(expected);
      });
    }

    it('is told below the axis, inside the element', async () => {
      const element = await place(list);
      for (const width of ['44rem', '20rem']) {
        element.parentElement!.style.width = width;
        const box = part(element, 'summary').getBoundingClientRect();
        const labels = [...part(element, 'axis').querySelectorAll('span')].map((label) =>
          label.getBoundingClientRect(),
        );
        for (const label of labels) expect(box.top, width).to.be.at.least(label.bottom - 1.5);
        expect(box.bottom).to.be.closeTo(element.getBoundingClientRect().bottom, 1);
      }
    });
  });

  describe('a table', () => {
    it('has the columns after the second below, with their headings beside', async () => {
      const element = await place(table);
      const [, value, region] = [...element.querySelectorAll<HTMLElement>('tbody tr:first-child td')];
      expect(region!.getBoundingClientRect().top).to.be.at.least(value!.getBoundingClientRect().bottom - 1.5);
      expect(getComputedStyle(region!, '::before').content).to.match(/^("Region"|attr\(data-label\))/);
    });
  });

  describe('percentiles', () => {
    const percentiles = [
      { label: 'P50', value: '38 ms' },
      { label: 'P99', value: '210 ms', note: 'Writes of one buyer' },
    ];

    itOnce('become the list that an author would have written, set before or after attaching', async () => {
      const element = document.createElement('latency-profile');
      element.percentiles = percentiles;
      const stage = await place('<div></div>');
      stage.append(element);
      await settled(element);
      expect([...element.querySelectorAll('dt, dd')].map((node) => node.textContent)).to.deep.equal([
        'P50',
        '38 ms',
        'P99',
        '210 ms',
        'Writes of one buyer',
      ]);
      expect(summary(element)).to.equal('P99 is 5.5 times P50.');
      const later = document.createElement('latency-profile');
      stage.append(later);
      later.percentiles = percentiles;
      await settled(later);
      expect(later.innerHTML).to.equal(element.innerHTML);
    });

    it('are followed when they change and go', async () => {
      const element = (await place('<latency-profile><h3>Order reads</h3></latency-profile>')) as LatencyProfile;
      element.percentiles = percentiles;
      await settled(element);
      element.percentiles = [{ label: 'P50', value: '1 s' }];
      await settled(element);
      expect(values(element).map((value) => value.textContent)).to.deep.equal(['1 s']);
      element.percentiles = undefined;
      await settled(element);
      expect(element.textContent).to.equal('Order reads');
    });

    itOnce('give way to markup, with a warning, and are shown once it is gone', async () => {
      for (const markup of [list, table]) {
        const element = (await place(markup)) as LatencyProfile;
        const warnings = await warningsOf(async () => {
          element.percentiles = [{ label: 'P75', value: '1 s' }];
          await settled(element);
        });
        expect(warnings).to.deep.equal([
          '<latency-profile> has markup and percentiles: the markup is shown. Remove one of the two.',
        ]);
        expect(element.textContent).not.to.contain('P75');
        element.querySelector('dl, table')!.remove();
        await settled(element);
        expect(element.textContent).to.equal('P751 s');
      }
    });
  });

  describe('toJSON', () => {
    itOnce('tells the heading, the objective and the percentiles', async () => {
      const element = (await place(
        titled.replace('<latency-profile', '<latency-profile slo="300 ms"'),
      )) as LatencyProfile;
      expect(element.toJSON()).to.deep.equal({
        type: 'latency-profile',
        heading: 'Order reads',
        slo: '300 ms',
        percentiles: [
          { label: 'P50', value: '38 ms' },
          { label: 'P99', value: '210 ms', note: 'Writes of one buyer' },
          { label: 'P99.9', value: '1.45 s' },
        ],
        summary: summary(element),
      });
    });

    for (const [name, markup] of Object.entries({ list, bare, table, headed })) {
      itOnce(`gives percentiles that are the same again (${name})`, async () => {
        const written = (await place(markup)) as LatencyProfile;
        const element = (await place('<latency-profile></latency-profile>')) as LatencyProfile;
        element.percentiles = written.toJSON()['percentiles'] as NonNullable<LatencyProfile['percentiles']>;
        if (written.slo) element.slo = written.slo;
        await settled(element);
        expect(element.toJSON().percentiles).to.deep.equal(written.toJSON().percentiles);
        expect(summary(element)).to.equal(summary(written));
        expect(ends(element)).to.deep.equal(ends(written));
      });
    }
  });

  itOnce('keeps the words of content that is no list, and warns', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<latency-profile><p>Nobody has measured it yet.</p></latency-profile>');
    });
    expect(element.innerText).to.contain('Nobody has measured it yet.');
    expect(warnings).to.deep.equal([
      '<latency-profile> has neither a <dl> nor a <table>: put the percentiles into one.',
    ]);
  });
});
