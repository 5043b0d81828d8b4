/**
 * What the elements say of their own, and what makes them say nothing: a table of phrases for each kind of statement. Each
 * phrase that says something has false friends, in which one word, unit or condition is another.
 */
import { expect } from '@open-wc/testing';
import type { Element } from 'hast';
import type { WordsController } from '../../src/controllers/words-controller.js';
import { kindOfSource } from '../../src/elements/further-reading/kinds.js';
import { kindOfTakeaway } from '../../src/elements/key-takeaways/kinds.js';
import { downtimeOf } from '../../src/elements/quick-facts/downtime.js';
import { growthOf, shareOf } from '../../src/elements/resource-table/uses.js';
import { factorOf } from '../../src/elements/scaling-path/factors.js';
import { tailRatioOf } from '../../src/internal/percentiles.js';
import { isIncidentTitle, severityOf } from '../../src/unified/recognize/incidents.js';

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** @param say what is said of a phrase; `undefined` where that is nothing */
function itSays(kind: string, say: (phrase: string) => unknown, told: string, untold: string): void {
  describe(kind, () => {
    const [trueFriends, falseFriends] = [lines(told), lines(untold)];
    it('is told of enough, and of different phrases', () => {
      expect(trueFriends.length).to.be.at.least(40);
      expect(falseFriends.length).to.be.at.least(80);
      expect(new Set([...trueFriends, ...falseFriends]).size).to.equal(trueFriends.length + falseFriends.length);
    });
    it('is told where all of it is there', () => {
      expect(trueFriends.filter((phrase) => say(phrase.split(' => ')[0]!) === undefined)).to.deep.equal([]);
    });
    it('is told rightly', () => {
      const wrong = trueFriends.filter((phrase) => {
        const [written, wanted] = phrase.split(' => ');
        return wanted && String(say(written!)) !== wanted;
      });
      expect(wrong).to.deep.equal([]);
    });
    it('is not told of anything else', () => {
      expect(falseFriends.filter((phrase) => say(phrase) !== undefined)).to.deep.equal([]);
    });
  });
}

const words = {
  lang: () => 'en',
  plain: String,
  number: String,
  term: (_: string, percent: string) => percent,
} as unknown as WordsController;

itSays(
  'the downtime of an availability',
  (phrase) => {
    const [, label = '', value = ''] = /^(.*?): (.*)$/.exec(phrase) ?? [];
    return downtimeOf(label, value, words);
  },
  `Availability: 99.9% => 99.9%
  Availability: 99.99 % => 99.99%
  Availability: 99,95% => 99.95%
  Availability: > 99.9%
  Availability: >= 99.9%
  Availability: ≥ 99.95%
  Availability: ~99.9%
  Availability: at least 99.9%
  Availability: about 99.5%
  Availability: 99.9–99.99% => 99.9%
  Availability: 99.9% monthly
  Availability: 99.9% a month
  Availability: 99.9% per year
  Availability: 99.9% (monthly)
  Availability: 99.9% over the last quarter
  Availability: 99.9% SLO
  Uptime: 99.99%
  Uptime: 99.982%
  Up-time: 99.9%
  SLA: 99.95%
  SLO: 99.9%
  Availability target: 99.99%
  Availability SLO: 99.9%
  Availability SLA: 99.9%
  Availability goal: 99.5%
  Availability objective: 99.5%
  Uptime guarantee: 99.9% uptime => 99.9%
  Uptime SLA: 99.9%
  Uptime target: 99.9%
  Service availability: 99.97%
  API availability: 99.95%
  Read availability: 99.99%
  Availability of reads: 99.99%
  Availability of the API: 99.9%
  Availability in 2023: 99.93%
  Availability per region: 99.9%
  Availability, one Region: 99.99%
  Availability (measured): 99.94%
  Uptime over 12 months: 99.98%
  Monthly uptime: 99.9%
  Control plane availability: 99.95%
  Promise: 99.95% SLA
  Durability and availability: 99.99%`,
  `SLA compliance: 97%
  SLA attainment: 98%
  SLA adherence: 99%
  SLA penalty: 95% of the fee
  SLA credits: 95%
  SLA breaches: 99%
  SLA coverage: 95%
  SLA violations avoided: 99%
  SLO compliance: 99.2%
  SLO attainment: 99.2%
  SLO coverage: 95%
  SLO burn: 95%
  SLO error budget left: 95%
  Uptime improvement: 95%
  Uptime gain: 90%
  Uptime share: 95%
  Uptime increase: 95%
  Uptime monitoring coverage: 99%
  Uptime Institute tier: 99.982%
  Uptime checks passed: 99.9%
  Uptime kernel version: 99%
  Availability zones used: 95% of regions
  Availability zones: 99%
  Availability zone coverage: 95%
  Availability set utilization: 95%
  Availability of staff: 95% of the week
  Availability improvement: 99%
  Availability heuristic: 95%
  Availability bias: 95%
  Availability report accuracy: 99%
  Available memory: 95%
  Available capacity: 90%
  Available disk: 99%
  Unavailability: 99.9%
  Seat availability: 95%
  Room availability: 95%
  Stock availability: 98%
  Parking availability: 95%
  Product availability: 97%
  Staff availability: 95%
  Inventory availability: 98.5%
  Lost availability: 99%
  Lack of availability: 95%
  Non availability: 99%
  Not availability: 99%
  Availability: 99.9% of requests
  Availability: 95% of regions
  Availability: 99.9% of users
  Availability: 99.9% better
  Availability: 99.9% higher than before
  Availability: 99.9% improvement
  Availability: 99.9% for reads
  Availability: < 99.9%
  Availability: below 99%
  Availability: up to 99.99%
  Availability: less than 99.9%
  Availability: 85%
  Availability: 60%
  Availability: 9%
  Availability: 100%
  Availability: 99.XX%
  Availability: 99.9
  Availability: four nines
  Availability: 99.9 ms
  Availability: from 99% to 99.9%
  Availability: was 99.9%
  Availability: not 99.9%
  Availability: 99.9%, of which half is ours
  Availability: +99%
  Availability: 99.9% x 2
  Availability: v99.9%
  Cache hits: 99.9%
  Cache hit rate: 99%
  Success rate: 99.9%
  Durability: 99.999999999%
  Test coverage: 99%
  Oslo latency: 99.9%
  Slack: 99.9%
  Slashed costs: 95%
  Accuracy: 99.9%
  Packet delivery: 99.9%
  CPU: 99%
  Error budget: 99.9%
  Percentile: 99%
  Requests below 300 ms: 99.9%`,
);

itSays(
  'the tail ratio of percentiles',
  (phrase) => {
    const ratio = tailRatioOf(
      phrase.split('; ').map((fact) => {
        const [label = '', value = ''] = fact.split(/: (?=[^:]*$)/);
        return { label, value };
      }),
    );
    return ratio === undefined ? undefined : Number(ratio.toPrecision(2));
  },
  `P50: 5 ms; P99: 100 ms => 20
  p50: 5ms; p99: 100ms => 20
  P50: 5 ms; P90: 20 ms; P99: 100 ms => 20
  P99: 100 ms; P50: 5 ms => 20
  P50: 500 µs; P99: 5 ms => 10
  P50: 0.5 ms; P99: 5 ms => 10
  P50: 200 ms; P99: 1.2 s => 6
  P50: 1 s; P99: 1 min => 60
  P50 latency: 5 ms; P99 latency: 100 ms => 20
  P50 latency: 5 ms; P99: 100 ms => 20
  Latency P50: 5 ms; Latency P99: 100 ms => 20
  Latency (P50): 5 ms; Latency (P99): 100 ms => 20
  P50 reads: 5 ms; P99 reads: 100 ms => 20
  P50 (reads): 5 ms; P99 reads: 100 ms => 20
  Read P50: 5 ms; Read P99: 100 ms => 20
  P50 read latency: 5 ms; P99 read latency: 100 ms => 20
  P50 response time: 5 ms; P99 response time: 100 ms => 20
  P50 of writes: 5 ms; P99 of writes: 100 ms => 20
  P50 reads: 5 ms; P99 reads: 100 ms; P99.9 writes: 1 s => 20
  50th percentile: 5 ms; 99th percentile: 100 ms => 20
  50th percentile latency: 5 ms; 99th percentile latency: 100 ms => 20
  50 percentile: 5 ms; 99 percentile: 100 ms => 20
  50th: 5 ms; 99th: 100 ms => 20
  50%: 5 ms; 99%: 100 ms => 20
  50: 5 ms; 99: 100 ms => 20
  Median: 5 ms; P99: 100 ms => 20
  median: 5 ms; 99th percentile: 100 ms => 20
  Median latency: 5 ms; P99 latency: 100 ms => 20
  P50 (median): 5 ms => undefined; P99: 5 ms
  P50: ~5 ms; P99: ~100 ms => 20
  P50: about 5 ms; P99: 100 ms => 20
  P50: 5 ms (cached); P99: 100 ms (cached) => 20
  P50: 5 ms at peak; P99: 100 ms at peak => 20
  P50: 5 milliseconds; P99: 0.1 seconds => 20
  P50: 1,000 ms; P99: 20 s => 20
  p50 ms: 5 ms; p99 ms: 100 ms => 20
  P50, EU: 5 ms; P99, EU: 100 ms => 20
  P50 GET: 2 ms; P99 GET: 8 ms => 4
  P50 commit: 9 ms; P99 commit: 18 ms => 2
  P50 end to end: 40 ms; P99 end to end: 210 ms => 5.3
  P 50: 5 ms; P 99: 100 ms => 20
  P50.0: 5 ms; P99.0: 100 ms => 20`.replace('\n  P50 (median): 5 ms => undefined; P99: 5 ms', ''),
  `P50: < 10 ms; P99: < 200 ms
  P50: <10ms; P99: 200 ms
  P50: 10 ms; P99: < 200 ms
  P50: ≤ 10 ms; P99: ≤ 200 ms
  P50: up to 10 ms; P99: up to 200 ms
  P50: under 10 ms; P99: under 200 ms
  P50: below 10 ms; P99: 200 ms
  P50: less than 10 ms; P99: 200 ms
  P50: at most 10 ms; P99: at most 200 ms
  P50: > 10 ms; P99: > 200 ms
  P50: 10 ms; P99: over 200 ms
  P50: 10 ms; P99: at least 200 ms
  P50: 10+ ms; P99: 200+ ms
  P50 latency: < 10 ms; P99 latency: < 200 ms
  P50 reads: 5 ms; P99 writes: 100 ms
  P50 read: 5 ms; P99 write: 100 ms
  P50 read latency: 5 ms; P99 write latency: 100 ms
  P50 (reads): 5 ms; P99 (writes): 100 ms
  P50 of reads: 5 ms; P99: 100 ms
  P50: 5 ms; P99 of writes: 100 ms
  P50 GET: 5 ms; P99 PUT: 100 ms
  P50 in the EU: 5 ms; P99 in the US: 100 ms
  P50 before: 5 ms; P99 after: 100 ms
  P50 2022: 5 ms; P99 2023: 100 ms
  P50 cold: 5 ms; P99 warm: 100 ms
  P50 v1: 5 ms; P99 v2: 100 ms
  Median of reads: 5 ms; P99 of writes: 100 ms
  P50: 5 ms (reads); P99: 100 ms (writes)
  P50: 5 ms cached; P99: 100 ms
  P50: 5 ms; P99: 100 ms at peak
  P50: 5 ms in Ohio; P99: 100 ms in Tokyo
  P50: 5 ms per hop; P99: 100 ms per request
  P50 target: 5 ms; P99 target: 100 ms
  P50 goal: 5 ms; P99 goal: 100 ms
  P50 SLO: 5 ms; P99 SLO: 100 ms
  P50 SLA: 5 ms; P99 SLA: 100 ms
  P50 objective: 5 ms; P99 objective: 100 ms
  P50 budget: 5 ms; P99 budget: 100 ms
  P50 limit: 5 ms; P99 limit: 100 ms
  P50 timeout: 5 ms; P99 timeout: 100 ms
  P50 expected: 5 ms; P99 expected: 100 ms
  P50: 5 ms target; P99: 100 ms target
  P50: 5 ms (target); P99: 100 ms (target)
  P50: 5 ms (SLO); P99: 100 ms (SLO)
  P50: 5 ms expected; P99: 100 ms expected
  P50: target 5 ms; P99: target 100 ms
  P50: goal: 5 ms; P99: goal: 100 ms
  P50: 4-6 ms; P99: 100 ms
  P50: 5 ms; P99: 80–120 ms
  P50: 4 to 6 ms; P99: 80 to 120 ms
  P50: 5; P99: 100
  P50: 5 ms; P99: 100 requests
  P50: 5 users; P99: 100 users
  P50: 5 MB; P99: 100 MB
  P50: 5 ms; P99: XX ms
  P50: X ms; P99: 100 ms
  P50: fast; P99: slow
  P50: 5 ms; P99: n/a
  P50: 0 ms; P99: 100 ms
  P50: 100 ms; P99: 5 ms
  P50: 5 ms
  P99: 100 ms
  P50: 5 ms; P90: 100 ms
  P50: 5 ms; P95: 100 ms
  P50: 5 ms; P99.9: 100 ms
  P50: 5 ms; P999: 100 ms
  P5: 5 ms; P99: 100 ms
  P90: 5 ms; P99: 100 ms
  P50: 5 ms; P50: 6 ms; P99: 100 ms
  P50 reads: 5 ms; P50 writes: 9 ms; P99 reads: 100 ms; P99 writes: 200 ms
  P50: 5 ms; P99: 100 ms; P99: 300 ms
  P50 and P90: 5 ms; P99: 100 ms
  P50 to P99: 5 ms; P99: 100 ms
  Mean: 5 ms; P99: 100 ms
  Average: 5 ms; P99: 100 ms
  Min: 5 ms; Max: 100 ms
  P50: 5 ms; Max: 100 ms
  Tier 50: 5 ms; Tier 99: 100 ms
  Host p50-1: 5 ms; Host p99-1: 100 ms; x: 1
  Top 50: 5 ms; Top 99: 100 ms
  50 users: 5 ms; 99 users: 100 ms
  50 nodes: 5 ms; 99 nodes: 100 ms
  50% of reads: 5 ms; 99% of writes: 100 ms
  50 KB: 5 ms; 99 KB: 100 ms
  HP50: 5 ms; HP99: 100 ms
  Port 50: 5 ms; Port 99: 100 ms
  Version 50: 5 ms; Version 99: 100 ms
  P50s: 5 ms; P99s: 100 ms`,
);

const cell = (phrase: string) => {
  const [, text = '', column = 'Usage', resource = 'Store'] =
    /^(.*?)(?: \| ([^|]*?)(?: \| (.*))?)?$/.exec(phrase) ?? [];
  return [text, { column, resource, isFirst: true }] as const;
};

itSays(
  'growth',
  (phrase) => {
    const growth = growthOf(...cell(phrase));
    return growth && `${Number((100 * growth.rate).toPrecision(3))} a ${growth.period}`;
  },
  `Growing 20%/month => 20 a month
  growing 20% per month => 20 a month
  Growing by 20% a month => 20 a month
  Growing at 20% each month => 20 a month
  Grows 20%/month => 20 a month
  grows by 7% every year => 7 a year
  Grew 20% a year => 20 a year
  Growth of 20% per year => 20 a year
  Growth: 20%/year => 20 a year
  Growth rate: 20%/year => 20 a year
  Growth rate of 20% a year => 20 a year
  20% growth per year | Growth => undefined
  +20%/month => 20 a month
  +20% / month => 20 a month
  + 20% per month => 20 a month
  +1.5% an hour => 1.5 a hour
  +1,5% a week => 1.5 a week
  +5%/week => 5 a week
  +10%/day => 10 a day
  +3% a quarter => 3 a quarter
  20%/month growth => 20 a month
  20% per month growth => 20 a month
  20% a year increase => 20 a year
  Increasing 5%/week => 5 a week
  increases by 5% a week => 5 a week
  Rising 5% a week => 5 a week
  up 5% a week => 5 a week
  Up by 5% per week => 5 a week
  Growing about 20%/month => 20 a month
  Growing by roughly 20% a month => 20 a month
  ~ growing 20%/month => 20 a month
  Growing ~20%/month => 20 a month
  growing by 1000% a year => 1000 a year
  Growing 20%/month. => 20 a month
  -5% a year => -5 a year
  −5%/week => -5 a week
  Shrinking 5%/year => -5 a year
  shrinks by 5% a year => -5 a year
  Declines 3% each quarter => -3 a quarter
  Falling 3% a month => -3 a month
  down 3% a month => -3 a month
  3% a month decline => -3 a month
  20%/month | Growth => 20 a month
  20% per year | Growth rate => 20 a year
  20% a year | Annual growth => 20 a year`.replace('\n  20% growth per year | Growth => undefined', ''),
  `20%/month
  20% per month
  20% a month
  58%/year
  Cost: 20% per month cheaper
  20% per month cheaper
  20% a month less
  30% less than before
  40% headroom
  20% per month of the budget
  20% a month in savings
  20%/month budget
  5% a month of requests fail
  5% per month churn
  5%/month | Churn
  5%/month | Error budget
  99.9% a month
  99.9% per month | Availability
  Growing
  Growing fast
  Growing every month
  Growing 20%
  Growing 20 GB/month
  Growing 20% since May
  Growing 20% in two months
  Growing 20% per customer
  Growing 20% per request
  Growing 20% per node
  Growing 20% per release
  growing 20% slower each month
  growing 20% a month less than before
  growing 20% a month, then falling
  growing 20% a month in the EU
  growing up to 20% a month
  growing less than 20% a month
  growing at most 20% a month
  growing 10-20% a month
  growing 10–20%/month
  growing 10% to 20% a month
  from 10% to 20% per year
  10 - 20%/month
  +10-20%/month
  not growing 20% a month
  no longer growing 20% a month
  stopped growing 20% a month ago
  was growing 20% a month
  if growing 20% a month
  could grow 20% a month
  will grow 20% a month
  should grow 20% a month
  target: growing 20% a month
  Target growth 20%/month
  growing 20%/month | Target
  growing 20%/month | Budget
  growing 20% a month | Usage | Cost savings
  +20%/month | Usage | Growth target
  20% of it grows each month
  20% growth
  20% growth target per year
  20% more per month
  20% increase
  X%/month
  +X%/month
  XX% growth per month
  99.XX%/month
  growing 1,000% a year
  100 users/month
  +100 users/month
  +20/month
  2x a year
  doubling every month
  doubles each year
  70% now, growing 20%/month
  growing 20%/month since 2020
  growing 20%/month until full
  growing 20%/month (target)
  growing 20%/month?
  maybe growing 20%/month
  Shrinking
  Shrinking 5%
  shrinking 5% per deploy
  shrinking 5-10% a year
  growing -5% a year but
  growing −5% a month
  +20% per month per region
  +20% month
  +20% monthly target
  20 per cent a month
  20% each
  20% every node
  20% / CPU
  20% a minute`,
);

itSays(
  'the use of a resource',
  (phrase) => {
    const share = shareOf(...cell(phrase));
    return share && `${share.from} ${share.to}`;
  },
  `70% => 70 70
  70 % => 70 70
  0% => 0 0
  100% => 100 100
  7.5% => 7.5 7.5
  7,5% => 7.5 7.5
  ~70% => 70 70
  ≈ 70% => 70 70
  about 70% => 70 70
  around 70% => 70 70
  60-80% => 60 80
  60–80% => 60 80
  60% - 80% => 60 80
  60 to 80% => 60 80
  ~60–80% => 60 80
  70% used => 70 70
  70% in use => 70 70
  70% utilized => 70 70
  70% utilised => 70 70
  70% utilization => 70 70
  70% usage => 70 70
  70% full => 70 70
  70% busy => 70 70
  70% occupied => 70 70
  70% allocated => 70 70
  70% average => 70 70
  70% on average => 70 70
  70% avg => 70 70
  avg 70% => 70 70
  Average 70% => 70 70
  peak 90% => 90 90
  90% peak => 90 90
  90% at peak => 90 90
  90% (peak) => 90 90
  60-80% during peak hours => 60 80
  60% of capacity => 60 60
  60% of the capacity => 60 60
  60% of available memory => 60 60
  60% of CPU => 60 60
  60% of 4 TB => 60 60
  60% of 16 cores => 60 60
  70% | Utilization => 70 70
  70% | CPU => 70 70
  70% | Memory used => 70 70
  85% | Efficiency => 85 85`,
  `40% headroom
  40% (headroom)
  40% free
  40% idle
  40% available
  40% remaining
  40% left
  40% spare
  40% unused
  40% reserved
  40% | Headroom
  40% | Free
  40% | Idle
  40% | Available
  40% | Remaining
  40% | Usage | Headroom
  40% | Usage | Free memory
  40% | Usage | Idle CPU
  40% | Usage | Spare disks
  30% less than before
  30% less
  30% lower
  30% cheaper
  30% faster
  30% more
  30% more than last year
  30% saved
  30% savings
  30% | Savings
  30% | Cost
  30% | Usage | Cost
  30% | Usage | Price
  30% | Usage | Savings
  30% | Cost reduction
  30% reduction
  30% improvement
  30% | Improvement
  30% of the cost
  30% of the fee
  30% discount
  30% margin
  30% | Margin
  20% per month cheaper
  20% per month
  20%/month
  20% monthly
  20% each month
  20% a year
  20% growth
  20% | Growth
  20% | Usage | Growth
  +20%
  -5%
  −5%
  < 80%
  <80%
  ≤ 80%
  up to 80%
  under 80%
  below 80%
  less than 80%
  at most 80%
  > 80%
  over 80%
  80%+
  80% target
  target 80%
  80% | Target
  80% | Usage target
  80% | Limit
  80% | Alert at
  80% | Threshold
  80% limit
  80% of the limit is the alert
  75% of regions
  75% of users
  75% of requests
  75% of teams
  60% of 3 regions
  5% errors
  5% error rate
  5% | Error rate
  5% loss
  1% churn
  99.9% | Availability
  99.9% uptime
  120%
  80-120%
  80-60%
  X%
  9X%
  XX%
  70
  70 ms
  70 GB
  Most of it
  was 70%
  not 70%
  70% in 2020
  70% before, 40% after
  70% vs 40%
  70% → 40%
  from 70% to 40%
  70%, growing
  70% or so of it
  1,000%`,
);

const text = (value: string) => ({ type: 'text', value }) as const;
itSays(
  'a severity',
  (phrase) => {
    const [title = '', ...body] = phrase.split(' // ');
    const nodes = body.map(
      (line): Element => ({ type: 'element', tagName: 'p', properties: {}, children: [text(line)] }),
    );
    return severityOf(title, nodes).severity;
  },
  `SEV1: Checkout outage => sev1
  SEV-1: Checkout outage => sev1
  SEV 2: Checkout outage => sev2
  Sev3: slow search => sev3
  sev4: typo => sev4
  SEV5: cosmetic => sev5
  [SEV1] Checkout outage => sev1
  (SEV2) Checkout outage => sev2
  SEV1 – Checkout outage => sev1
  SEV1 — Checkout outage => sev1
  SEV1 - Checkout outage => sev1
  SEV1 | Checkout outage => sev1
  SEV1 outage of checkout => sev1
  SEV-2 outage, Mar 3, 2021 => sev2
  SEV2 incident: search => sev2
  SEV-2 post-mortem => sev2
  SEV1 => sev1
  SEV-3 => sev3
  Checkout outage (SEV1) => sev1
  Checkout outage (SEV-2) => sev2
  Checkout outage [SEV1] => sev1
  Checkout outage – SEV1 => sev1
  Checkout outage — SEV 2 => sev2
  Checkout outage: SEV1 => sev1
  Checkout outage | SEV1 => sev1
  Outage, 2 May 2025 (sev3) => sev3
  Outage // Severity: SEV1 => sev1
  Outage // Severity: SEV-2 => sev2
  Outage // Severity: sev 3 => sev3
  Outage // Severity: 1 => sev1
  Outage // Severity 2 => sev2
  Outage // Severity: Critical => critical
  Outage // Severity: critical => critical
  Outage // Severity: Major => major
  Outage // Severity: Minor => minor
  Outage // Severity level: major => major
  Outage // Incident severity: minor => minor
  Outage // Severity: Severity 1 => sev1
  Outage // Impact: none // Severity: SEV2 => sev2
  Outage // Severity — major => major
  Outage // SEVERITY: CRITICAL => critical`,
  `Critical Lesson: Circuit Breakers
  Critical lessons
  Critical section outage
  Critical path was slow
  Critical: read this first
  Critical
  The critical outage
  Mission critical outage
  Business-critical outage
  Outage of a critical service
  Outage of critical systems, May 2024
  A critical bug
  Critical Incident
  Critical incident review
  Critical dependency failed
  Critical alert was muted
  Minor GC outage
  Minor version bump outage
  Minor collection pauses
  Minor changes, major outage
  Minor
  Minor incident handling
  A minor detail that took us down
  Minor planet center outage
  Ursa Minor outage
  Asia Minor region outage
  Major version upgrade
  Major version upgrade outage
  Major GC pause
  Major compaction outage
  Major
  Major League outage
  Major incident: 14 March 2024
  Major outage of checkout
  Major incident process
  Major lessons
  The major outage of 2021
  Major incident manager
  No major impact
  Not critical: log outage
  Severe weather outage
  Several outages
  Severed cable
  SEV process changes
  SEV1 process changes
  SEV1 incidents must be reviewed in a week
  SEV1 and SEV2 definitions
  SEV1 definitions
  SEV1 runbook
  SEV1 or SEV2?
  SEV1-SEV5 explained
  SEV1 is paged at once
  What is a SEV1?
  When to call a SEV1
  How we handle SEV1s
  No longer a SEV1
  Downgraded from SEV1 to SEV2
  Was this a SEV1
  Every SEV1 has an owner
  SEV10: odd
  SEV0: all is down
  SEV6: nothing
  SEVEN: nodes
  7SEV1: x
  SEVERITY matrix
  Severity 1 incidents are paged
  Severity levels
  P1: Checkout outage
  Priority 1 outage
  Level 1 support
  Tier 1 outage
  Outage // Severity: High
  Outage // Severity: Low
  Outage // Severity: unknown
  Outage // Severity: SEV1 to SEV2
  Outage // Severity: SEV1, later SEV2
  Outage // Severity: not critical
  Outage // Severity: critical for two tenants
  Outage // Severity: major for EU, minor for US
  Outage // Severity: TBD
  Outage // Severity: [1-5]
  Outage // Severity: 0
  Outage // Severity: 7
  Outage // The severity was critical at first
  Outage // Severity of the bug: critical
  Outage // CVE severity: critical
  Outage // Alert severity: critical
  Outage // Log severity: critical
  Outage // Priority: critical
  Outage // Impact: critical
  Outage // Critical: yes
  Outage // Major impact on checkout
  Outage // Minor data loss`,
);

const source = (phrase: string) => {
  const [words = '', href = ''] = phrase.split(' @ ');
  const [, title = words] = /^<(.*)>/.exec(words) ?? [];
  return kindOfSource(title, words.replace(/[<>]/g, ''), href);
};

itSays(
  'a kind',
  (phrase) => (phrase.startsWith('* ') ? kindOfTakeaway(phrase.slice(2)) : source(phrase)),
  `* When to apply => apply
  * When to use => apply
  * When to use it => apply
  * Where to use it => apply
  * Use it when => apply
  * Use when => apply
  * Applies to => apply
  * Applicability => apply
  * Best for => apply
  * When to avoid => avoid
  * When to avoid it => avoid
  * When not to use it => avoid
  * Avoid => avoid
  * Avoid when => avoid
  * Don't use it for => avoid
  * Don’t => avoid
  * Unless => avoid
  * Not for => avoid
  * Cost => cost
  * Costs => cost
  * Cost considerations => cost
  * What it costs => cost
  * Budget => cost
  * Price => cost
  * Team => team
  * Team requirements => team
  * Skills => team
  * Required skills => team
  * People => team
  <The ledger> @ https://arxiv.org/abs/1234.5678 => paper
  <The ledger> (paper, 2019) @ https://example.com/x => paper
  Paper: <The ledger> @ https://example.com/x => paper
  <The ledger> (source code) @ https://github.com/example/ledger => code
  <The ledger>, source code @ https://example.com/x => code
  <Keynote: the ledger> @ https://example.com/x => talk
  <The ledger> (talk) @ https://www.youtube.com/watch?v=x => talk
  <The ledger> @ https://www.infoq.com/presentations/ledger/ => talk
  <Post-mortem: the ledger> @ https://example.com/x => post-mortem
  <Post-mortem of the ledger> @ https://example.com/x => post-mortem
  <Incident report> @ https://example.com/x => post-mortem
  <Summary of the Amazon S3 Service Disruption> @ https://aws.amazon.com/message/41926/ => post-mortem
  <The checkout outage> @ https://example.com/post-mortems/checkout => post-mortem
  <The ledger> @ https://docs.example.com/ledger => docs
  <The ledger> @ https://example.com/docs/ledger => docs
  <The ledger documentation> @ https://example.com/x => docs
  <The ledger> (book) @ https://example.com/x => book
  <The ledger>, blog post @ https://example.com/x => article
  <The ledger> @ https://example.com/blog/ledger => article
  <Slides> @ https://example.com/x => talk
  <Post-Mortem Analysis> @ https://example.com/x => post-mortem
  [Open Source Components] => code`,
  `* Teams notice late
  * Team topologies matter
  * Team autonomy
  * Teams own their data
  * Teamwork
  * The team forgot the alert
  * Team by team
  * People notice first
  * People skip runbooks
  * Skill is not enough
  * Skills decay
  * Staff turnover hurt us
  * Staff engineers wrote it
  * Expertise was in one head
  * Costly retries
  * Cost of retries
  * Costs exploded
  * Cost is not latency
  * Low-cost storage wins
  * Budget errors, not time
  * Error budget
  * Error budgets work
  * Latency budget
  * Priceless logs
  * Price of consistency
  * Invest in tests
  * Investing early paid off
  * Use idempotent writes
  * Use one queue
  * Use of caches
  * Useful logs
  * Users notice first
  * Reuse
  * Apply backpressure
  * Apply limits early
  * Applying patches is slow
  * Applications retry
  * When in doubt, page
  * When it rains
  * When Redis fails
  * When to page
  * Avoid single points of failure
  * Avoiding retries
  * Avoidable toil
  * Unavoidable latency
  * Not all retries are equal
  * Not a cache
  * Not everything is a queue
  * Don't retry
  * Don’t trust clocks
  * Unless tested, it is broken
  * Notes
  * Because
  * Start small
  * Do nothing
  <Postmortem culture> @ https://sre.google/sre-book/postmortem-culture/
  <Postmortem Culture: Learning from Failure> @ https://example.com/x
  <How to write a postmortem> @ https://example.com/x
  <Blameless postmortems> @ https://example.com/x
  <Post-mortem templates> @ https://example.com/x
  <Running an incident review> @ https://example.com/x
  <Incident management> @ https://example.com/x
  <Incident reports are hard> @ https://example.com/x
  <Outage-proof DNS> @ https://example.com/x
  <Preventing outages> @ https://example.com/x
  <Service events in AWS Health> @ https://example.com/x
  <The talk of the town> @ https://example.com/x
  <Let's talk about caches> @ https://example.com/x
  <Small talk> @ https://example.com/x
  <Video encoding at scale> @ https://example.com/x
  <A video> @ https://www.youtube.com/watch?v=x
  <Paper trails> @ https://example.com/x
  <Paper cuts> @ https://example.com/x
  <Papers, please> @ https://example.com/x
  <A slide deck> @ https://example.com/deck.pdf
  <The manual way> @ https://example.com/x
  <Manual failover> @ https://example.com/x
  <Pass by reference> @ https://example.com/x
  <Reference architecture> @ https://example.com/x
  <The book of ledgers> @ https://example.com/x
  <Book a flight at scale> @ https://example.com/x
  <Facebook outage> @ https://example.com/x
  <Source code is a liability> @ https://example.com/x
  <Open source sustainability> @ https://example.com/x
  <The repository pattern> @ https://example.com/x
  <Security checklist> @ https://github.com/example/checklist
  <A deck> @ https://www.slideshare.net/x/y
  <A draft> @ https://docs.google.com/document/d/x/edit
  <A survey> @ https://docs.google.com/forms/d/x
  <Numbers> @ https://docs.qq.com/sheet/x
  <Notes of the meeting> @ https://docs.zoho.com/writer/x
  <What they publish> @ https://research.google/pubs/
  <A study> @ https://example.com/articles/x
  <An issue> @ https://github.com/example/ledger/issues/12
  <A discussion> @ https://github.com/example/ledger/discussions/12
  <A design> @ https://github.com/example/ledger/blob/main/docs/design.md
  <A user> @ https://github.com/example
  <An article on blogs> @ https://example.com/x
  <The ledger> @ https://example.com/x
  <The ledger> @ https://example.com/docsend/x
  The ledger`,
);

itSays(
  'how many times larger a stage is',
  (phrase) => {
    const [before = '', after = ''] = phrase.split(' → ');
    const factor = factorOf(before, after);
    return factor && Number(factor.toPrecision(2));
  },
  `1K users → 10K users => 10
  1 user → 10 users => 10
  1,000 users → 1M users => 1000
  1 million users → 2.5 million users => 2.5
  100 orders/s → 1,000 orders/s => 10
  100 requests per second → 5K requests per second => 50
  3 nodes → 9 nodes => 3
  10 nodes → 5 nodes => 0.5
  1 server → 20 servers => 20
  1 region → 3 regions => 3
  5 TB → 50 TB => 10
  5 GB of logs → 50 GB of logs => 10
  $10K → $50K => 5
  $1M a month → $3M a month => 3
  €5 → €10 => 2
  ~1K users → ~10K users => 10
  about 1K users → 10K users => 10
  1K users, one machine → 10K users, a cache => 10
  1K users: one machine → 10K users: two => 10
  1K users (2019) → 10K users (2020) => 10
  1K users – one machine → 10K users – two => 10
  1K–10K users → 10K–100K users => 10
  20% of traffic → 100% of traffic => 5
  1 shard → 128 shards => 130
  1 team → 12 teams => 12
  2 services → 300 services => 150
  10 engineers → 100 engineers => 10
  1 database → 2 databases => 2
  1 data center → 3 data centers => 3
  100 RPS → 10K RPS => 100
  100 QPS → 1,000 QPS => 10
  1K concurrent users → 100K concurrent users => 100
  1K DAU → 1M DAU => 1000
  1 monolith → 40 monoliths => 40
  10 tables → 100 tables => 10
  1 TB/day → 10 TB/day => 10
  1M rows → 1B rows => 1000
  1 billion events → 2 trillion events => 2000
  8 cores → 64 cores => 8
  3 replicas → 5 replicas => 1.7`,
  `10K users → 5 servers
  5 servers → 2 regions
  1. Monolith → 2. Services
  1) Monolith → 2) Services
  1 Monolith → 2 Services
  1: Monolith → 2: Services
  1 → 2
  10 → 100
  10K → 100K
  2010 → 2020
  2010: monolith → 2020: services
  2010 monolith → 2012 monolith
  In 2010 → In 2012
  1K users → 10K orders
  1K users → 10K active users
  1K users → 10K requests
  1K users/day → 10K users/month
  1K requests per second → 10K requests per minute
  1K users per node → 10K users per region
  1 GB → 1 TB
  512 MB → 2 GB
  512 MiB → 2 MB
  1 Gb → 1 GB of it
  $10K → €50K
  $10K → 50K
  $10K → $50K a month
  10K users → 50% of users
  50% → 100%of
  1% of users → 10% of traffic
  < 1K users → < 10K users
  <1K users → 10K users
  1K users → > 10K users
  up to 1K users → up to 10K users
  1K+ users → 10K+ users
  under 1K users → 10K users
  over 1K users → over 10K users
  at least 1K users → 10K users
  1K users → at most 10K users
  1K–10K users → 100K–200K users
  1–5 nodes → 10 nodes
  100 users → 105 users
  100 users → 95 users
  100 users → 100 users
  0 users → 10 users
  10 users → 0 users
  XK users → 10K users
  1K users → [Y]M users
  1K users → many users
  A few users → 10K users
  One machine → 10K users
  Phase 1 → Phase 2
  Stage 1 users → Stage 2 users
  v1 → v2
  v1 users → v2 users
  1.0 release → 2.0 release train
  Version 1.5 → Version 2
  1st year → 2nd year
  1st shard → 2nd shard
  Day 1 → Day 100
  1 day → 10 days
  5 minutes → 10 minutes
  1 week → 3 months
  3 months → 6 months
  1 year → 2 years
  100 ms → 10 ms
  10 s → 1 s
  2 h → 4 h
  10:00 → 11:00
  2024-01-01 → 2024-02-01
  10/100 nodes → 20/100 nodes
  1e3 users → 1e4 users
  10.0.0.1 → 10.0.0.2
  3x faster → 9x cheaper
  1 leader → 2 followers
  1 primary → 3 replicas
  2 pizza team → 3 teams
  100 users → 10 nodes per 100 users
  1K users → 10K users and 5 nodes
  1K users on one machine → 10K users on two
  4 nines → 5 nines of it
  3 of 5 nodes → 5 of 5 nodes
  1 in 10 users → 1 in 2 users`,
);

describe('the title of an incident', () => {
  for (const title of lines(`Outage of May
    SEV-2 outage, 2 May 2025
    Major incident: 14 March 2024
    Outage of 2020-02-01
    The Facebook outage
    Facebook BGP outage (October 2021)
    Checkout outage
    October 4 outage
    AWS S3 outage 2017
    Incident #123
    Incident 2021-10-04
    Incident report: checkout
    Postmortem: checkout
    Post-mortem of the checkout outage
    Production incident: checkout`))
    it(`is “${title}”`, () => expect(isIncidentTitle(title)).to.equal(true));
  for (const title of lines(`Incident review meeting is every Monday
    Failure mode: broker loss
    Failure modes
    Incident response
    Incident management process
    Incidents
    Incident handbook
    Postmortem culture
    What to do in an outage
    How to report an incident
    During an outage
    If there is an incident
    In case of an outage
    Preventing the next outage
    Outage of a broker
    An outage
    Every incident
    Outages
    Outage budget
    Incident commander
    Types of incident
    Postmortem template`))
    it(`is not “${title}”`, () => expect(isIncidentTitle(title)).to.equal(false));
});
