import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const told = async (page, path) => (await found('arithmetic', page, path)).map(({ message }) => message);

/** What is wrong, and what is right instead. */
const wrong = [
  ['10 KB × 500 M × 30 = 150 GB', '150 TB'],
  ['10 KB x 500 M x 30 = 15 TB', '150 TB'],
  ['5,000 + 2,500 = 8,500', '7,500'],
  ['120 ms + 80 ms = 220 ms', '200 ms'],
  ['120 ms + 80 ms = 200 s', '0.2 s'],
  ['12 × 4 = 49', '48'],
  ['12 × 4 = 50', '48'],
  ['45 + 50 = 100', '95'],
  ['365 × 24 = 9,000', '8,760'],
  ['12 * 4 = 84 servers', '48'],
  ['20% of 500 = 120', '100'],
  ['20 percent of 500 requests = 50 requests', '100'],
  ['100K users * 2 KB = 200 GB', '200 MB'],
  ['1M / 86400 ≈ 120 QPS', '11.57 QPS'],
  ['1,000,000 ÷ 86,400 ≈ 20', '11.57'],
  ['2^10 = 1204', '1,024'],
  ['2²⁰ = 1,058,576', '1,048,576'],
  ['3 × $40 = $140', '$120'],
  ['$1.2M + $0.3M = $1.8M', '$1.5M'],
  ['€20 × 12 = €260', '€240'],
  ['$100/month × 12 = $1,300/year', '$1,200/year'],
  ['30 × 5 TB/day = 1,500 TB/month', '150 TB/month'],
  ['500 hours/min × 60 = 3,000 hours/hour', '30,000 hours/hour'],
  ['1,000 requests/s × 200 ms = 200,000 requests', '200'],
  ['1B/day × 50KB = 50 GB/day', '50 TB/day'],
  ['1B/day × 50 KB = 50 TB/day = 58 MB/s', '578.7 MB/s'],
  ['1 TB/day = 116 MB/s', '11.57 MB/s'],
  ['100 Mbps × 10 s = 1 GB', '125 MB'],
  ['8 Gbps = 1 MB/s', '1 GB/s'],
  ['10M users × 5% = 50K users', '500K'],
  ['Total storage = 365 × 2 TB = 730 GB', '730 TB'],
  ['(1 M × 2 KB) + (1 M × 3 KB) = 6 GB', '5 GB'],
  ['40 + 35 + 20 = 105', '95'],
  ['99.9% × 99.9% = 99.9%', '99.8%'],
  ['We need 48 ÷ 6 = 9 servers.', '8'],
  ['2 × 12,000 km ÷ 200,000 km/s = 12 ms', '120 ms'],
  ['3 days × 8 hours/day = 20 hours', '24 hours'],
  ['1.5 TB + 0.5 TB = 2.5 TB', '2 TB'],
  ['7 days × 24 h = 186 h', '168 h'],
  ['86,400 s × 100 requests/s = 864,000 requests', '8,640,000'],
  ['500 B × 1M = 5 GB', '500 MB'],
  ['10 million × 1 KB = 10 TB', '10 GB'],
  ['50 / 200 = 40%', '25%'],
  ['Errors = 1,000 × 0.1% = 10', '1'],
  ['4 GiB − 1 GiB = 2 GiB', '3 GiB'],
  ['1 h + 30 min = 100 min', '90 min'],
  ['(12 + 4) × 2 = 20', '32'],
  ['a limit of 5 × 60 = 360 s', '300 s'],
  ['It writes 2 KB × 1,000/s = 2 GB/s, and reads more.', '2 MB/s'],
  ['49 = 12 × 4', '48'],
  ['3 × 5 = 15K', '15'],
  ['40M × 50 = 3B', '2B'],
  ['12 × 4 = 5 × 10 = 48', '50'],
];

/** What is right, or nothing that can be told to be wrong. */
const right = [
  '10 KB × 500 M × 30 = 150 TB',
  '5,000 + 2,500 = 7,500',
  '120 ms + 80 ms = 200 ms',
  '120 ms + 80 ms = 0.2 s',
  '12 × 4 = 48',
  '20% of 500 = 100',
  '100K users * 2 KB = 200 MB',
  '1M / 86400 ≈ 12 QPS',
  '1M / 86,400 ≈ 11 requests/s',
  '2^10 = 1024',
  '2¹⁰ = 1,024',
  '2<sup>10</sup> × 3 = 3072',
  'Take 10*5*2 + 1 = 101 of them.',
  // Of a thousand and of 1,024.
  '1 GB = 1024 MB',
  '1 GB = 1000 MB',
  '16 KB × 65,536 = 1 GB',
  '64K × 4 KB = 256 MB',
  '4 Gb = 512 MB',
  // Rounded, up or down, or about right.
  '1.62 PB × 365 = 591 PB',
  '57.6M × 16 bytes = 921 MB',
  '7 / 3 = 2 nodes',
  '5 / 2 + 1 = 3',
  '365 TB ÷ 100 GB = 3,650 servers',
  '584,500 ÷ 10,000 = ~59 servers',
  '17 minutes + 45 seconds = ~18 minutes',
  '86,400 ≈ 100,000 = 10^5',
  '86,400 × 12 ≈ 1M',
  '1/3 = 33%',
  '33% of 300 = 100',
  '24 × 60 × 60 × 12 = 1,000,000',
  '9,648 × 104 = 1,000,000',
  '1.9 × 12 = 23.3',
  '0.67 × 299,792 = 200,000',
  '0.1 + 0.2 = 0.30000000000000004',
  // Periods and units that are left out.
  '$100/month × 12 = $1,200/year',
  '10M operations/day × 200 bytes × 365 days = 730 GB/year',
  '1.62 PB × 365 = 591 PB/year',
  '10 requests/s × 2 KB × 86,400 = 1.7 GB/day',
  '24 hours × 60 minutes = 1,440 minutes',
  '500 × 2,000 = 1 MB',
  '2 × (5,585 ÷ 200,000) = 55.85 ms',
  '12 × 4 = 48 GB',
  '5 / 20 × 100 = 25%',
  '2^32 = 4 GB',
  '1B users × 100 documents × 50KB = 5 PB',
  '3 * (15+10) = ~75B',
  '40M × 50 = 2B',
  '4B + 20B + 4B + 32B + 4B = 64 bytes',
  '1.46 TB + (182 GB × 30) = 6.92 TB',
  '500 MB/s = 4 Gbps',
  '1,5 × 2 = 3',
  '1.500 × 20 = 30.000',
  '5 days × 8 hours = 1 week',
  // What the sentence leaves open.
  '12 × 4 = 60 with a quarter of overhead',
  '12 × 4 = 50 (rounded)',
  '100 TB × 3 = 200 TB after compression',
  'Network: 88 Gbps × $0.01/GB = $6,336/month (assuming a use of 50%)',
  // Names, not equations.
  '1 credit = 10 tokens',
  '1 ns = 1 s on our scale',
  '40 hours = 5 days',
  '99.9% = 8.76 hours',
  '| Setting | Value |\n|-|-|\n| timeout = 5 | retries = 3 |',
  'W + R = 4, and N = 3',
  'W + R = 2 + 2 = 4 > 3',
  'f = (7-1)/3 = 2',
  'x = 3, so 2x + 1 = 7',
  'max(2, 3) + 1 = 4',
  'log 100 × 3 = 6',
  'hash(7) % 4 = 2',
  '10 % 3 = 1',
  '11 + 2 = 1 (mod 12)',
  '1 + 1 = 3, as they say',
  '`12 × 4 = 84`',
  '```\n12 × 4 = 84\n```',
  '> 12 × 4 = 84',
  '12 / 0 = 5',
  '12 / (4 − 4) + 1 = 5',
  '~~12 × 4 = 84~~',
  'He wrote “12 × 4 = 84”.',
  'Is 12 × 4 = 84?',
  'A common mistake is 12 × 4 = 84.',
  'It is not 12 × 4 = 84.',
  // Numbers that are none.
  '14:05 + 30 min = 14:35',
  '1.2.3 + 1 = 1.2.4',
  '10.0.0.0/24 = 256 addresses',
  'A /24 = 256 addresses',
  'v2 + 1 = 4',
  'P99 × 2 = 40 ms',
  '2024-01-02 = day 2',
  '9/11 = 11 September',
  '16:9 = 1.78',
  'score 3-0 = 3 points',
  'S3 × 2 = 5',
  '1,00,000 + 1 = 2',
  // Units that are not known.
  '500 mA × 4 = 2 A',
  '2 kW × 24 h = 48 kWh',
  '3 dozen × 4 = 144',
  '1920 × 1080 = 2 MP',
  '2 miles + 1 km = 4 km',
  '5 + 3K = 8K',
  '50 + 10% = 55',
  '10 ms + 3 = 20',
  // The beginning or the end of more.
  'half of 12 × 4 = 24',
  'three × 12 + 4 = 40',
  '2 h 30 min + 30 min = 3 h',
  '12 × 4 = 50–60',
  '12 × 4 = 50 to 60',
  '12 × 4 = 40 + overhead',
  '12 × 4 <= 50, 12 × 4 => 50, 12 × 4 != 50, 12 × 4 == 50',
  '10 × 5 GB each and 10 × 2 = 70',
];

describe('arithmetic', () => {
  for (const [text, value] of wrong) {
    it(`finds “${text}”`, async () => {
      const [message, ...others] = await told(text);
      assert.deepEqual(others, []);
      assert.ok(message?.includes(` is ${value}, not `), message ?? 'nothing');
    });
  }

  for (const text of right) {
    it(`leaves ${JSON.stringify(text)} alone`, async () => assert.deepEqual(await told(text), []));
  }

  it('has enough of both to judge it by', () => assert.ok(wrong.length >= 40 && right.length >= 80));

  it('says which of both sides, and where', async () => {
    const [{ line, column, endColumn, severity, message }] = await found(
      'arithmetic',
      '# Storage\n\n- In a month **10 KB × 500 M × 30 = 150 GB** of events\n',
    );
    assert.deepEqual([line, column, endColumn, severity], [3, 16, 43, 'warn']);
    assert.equal(message, '10 KB × 500 M × 30 is 150 TB, not 150 GB: correct one of them.');
  });

  it('reads cells, terms and HTML, one equation after the other', async () => {
    const page =
      '| What | Size |\n|-|-|\n| Day | 2 KB × 1M = 2 TB |\n\n- 3 × 5 = 16\n- 3 × 6 = 18\n\n4 + 4 = 9; 4 + 5 = 10.';
    assert.deepEqual(await told(page), [
      '2 KB × 1M is 2 GB, not 2 TB: correct one of them.',
      '3 × 5 is 15, not 16: correct one of them.',
      '4 + 4 is 8, not 9: correct one of them.',
      '4 + 5 is 9, not 10: correct one of them.',
    ]);
    assert.equal((await told('<dl><dt>Day<dd>2 KB &times; 1M = 2 TB</dl>', 'page.html')).length, 1);
  });

  it('takes no longer for long ones', async () => {
    const start = performance.now();
    await told(`${'1 + '.repeat(5000)}1 = 2`);
    await told(`${'('.repeat(5000)}1 = 2`);
    await told(`${'10 KB '.repeat(5000)} = 2`);
    assert.ok(performance.now() - start < 5000);
  });
});
