import { expect } from '@open-wc/testing';
import { type Key, sortKeysOf } from '../../src/internal/sort-keys.js';
import { itOnce } from '../engines.js';

// cspell:disable
interface Column {
  lang?: string;
  heading?: string;
}

const cells = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** The texts of a column in ascending order; `undefined` where it cannot be sorted. */
function sorted(texts: readonly string[], { lang, heading }: Column = {}): string[] | undefined {
  const keys = sortKeysOf(cells(texts), lang, heading);
  if (!keys) return undefined;
  const compare = (a: Key | undefined, b: Key | undefined) => {
    if (!a || !b) return Number(!a) - Number(!b);
    return a.map((one, index) => Math.sign(one - b[index]!) || 0).find(Boolean) ?? 0;
  };
  return texts
    .map((text, index) => ({ text, key: keys[index] }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ text }) => text);
}

/** Columns in ascending order. */
const sortable: [string, string[], Column?][] = [
  ['binary sizes', ['64 KiB', '512 MiB', '1 GiB', '1 TiB']],
  ['decimal sizes', ['1B', '900 kB', '1.5 MB', '10GB', '2 TB', '1 PB', '1 EB']],
  ['both, by what they are', ['1 KB', '1 KiB', '1 MB', '1 MiB', '1 GB', '1 GiB']],
  ['bits beside bytes', ['1 Mb', '0.5 MB', '8 Mbit', '2 MB', '1 Gbit']],
  ['sizes in words', ['512 bytes', '2 kilobytes', '1 mebibyte', '3 gigabytes', '4 terabytes']],
  ['sizes in French', ['64 Ko', '512 Mo', '1,5 Go', '2 To'], { lang: 'fr' }],
  ['sizes in small letters', ['900 kb', '512 mb', '1 gb', '2 tb']],
  ['sizes with what they are of', ['512 MiB RAM', '1 GiB', '2 TiB disk']],
  ['bits a second', ['900 Kbps', '900 Mbps', '1 Gbps', '1.6 Tbps']],
  ['rates in several ways', ['80 Mbit/s', '100 Mb/s', '100 MB/s', '1 Gbps', '1 GBps', '2 GiB/s']],
  ['rates by the second, minute and day', ['1 GB/day', '1 GB/h', '1 GB per minute', '1 GB/s']],
  ['events in some time', ['30 req/min', '5 req/s', '10K req/s', '1M req/s']],
  ['counts a second', ['900/s', '10K/s', '1.2M/s']],
  ['durations', ['500 ns', '2 us', '3 µs', '10ms', '1.5 s', '59 sec', '1 min', '2 hours', '1 day', '2 weeks']],
  ['compound durations', ['59 min', '1h', '1 h 30 min', '1h45m', '2 hours, 5 minutes', '1 day and 2 hours', '1 d 3 h']],
  [
    'durations in months and years',
    ['3 weeks', '1 month', '45 days', '6 months', '1 year', '1 year 2 months', '2 yrs'],
  ],
  ['ISO durations', ['PT90S', 'PT15M', 'PT1H30M', 'P1D']],
  ['durations in German', ['30 Sekunden', '1,5 Minuten', '2 Std.', '3 Tage', '1 Woche'], { lang: 'de' }],
  ['durations with a hyphen', ['5-second', '2-minute', '1-hour']],
  ['signed durations', ['−5 min', '-30 s', '0', '+10 s', '+2 min']],
  ['months of years', ['Nov 2022', 'Dec 2022', 'Jan 2023', 'Apr 2023']],
  ['months in full', ['December 2022', 'April 2023', 'Sept 2023', 'September 2024']],
  ['ISO dates', ['2021-12-31', '2022-01-01', '2022-01-10']],
  ['ISO months', ['2021-12', '2022-01', '2022-10']],
  [
    'dates with times',
    ['2024-03-14', '2024-03-14 09:05', '2024-03-14T15:30Z', '2024-03-14 18:00', '14 March 2024, 19:00'],
  ],
  ['dates with zones', ['2024-03-14T15:00+02:00', '2024-03-14T14:00Z', '2024-03-14T09:30-05:00']],
  [
    'dates of all forms',
    [
      '2022',
      'Q3 2023',
      '14 March 2024',
      'Mar 15, 2024',
      '16th of March 2024',
      '17.03.2024',
      '2024/03/18',
      'Mon, 19 Mar 2024',
    ],
  ],
  ['dates with dashes', ['3-Jan-2023', '12-Feb-2023', '1-Mar-2023']],
  ['days that cannot be months', ['25/12/2022', '14/03/2023', '31/03/2023']],
  ['years', ['1998', '2004', '2022']],
  ['years and months', ['2021', 'Mar 2021', 'Jan 2022']],
  ['quarters', ['Q4 2022', 'Q1 2023', '2023 Q2', "Q3 '23", '2023-Q4']],
  ['halves of years', ['H2 2022', 'H1 2023', '2023 H2']],
  ['early, mid and late', ['early 2021', 'mid-2021', 'late 2021', 'Mar 2022', 'late 2022']],
  ['spans of years', ['2015–2018', '2015–2019', '2016-2017', '2019 – present']],
  ['spans of months and days', ['Mar–Apr 2023', '1–3 May 2023', 'May 2–4, 2023', 'Jun 2023 – Jan 2024']],
  ['dates since', ['since 2015', 'before 2016', 'Mar 2017']],
  ['dates in German', ['3. Dezember 2022', '14. März 2023', 'Mai 2023', 'Okt. 2023'], { lang: 'de' }],
  ['dates in French', ['décembre 2022', '14 mars 2023', '1 août 2023'], { lang: 'fr' }],
  ['dates in Spanish', ['3 de diciembre de 2022', '14 de marzo de 2023'], { lang: 'es' }],
  ['dates in Japanese', ['2022年12月', '2023年3月14日', '2023年10月1日'], { lang: 'ja' }],
  ['days of no year', ['14 March', '3rd of April', '12 Dec']],
  ['months alone', ['January', 'March', 'April', 'Dec']],
  ['times of day', ['9:05', '09:30', '14:00', '23:59:59']],
  ['times of two halves', ['12:05 AM', '9 am', '12:30 p.m.', '1 PM', '11:45 PM']],
  ['times of one zone', ['09:00 UTC', '14:30 UTC']],
  ['times from and to', ['9:00–10:00', '9:00–11:00', '14:00 – 15:00', '14:00-16:00']],
  ['plain numbers', ['2', '10', '33', '100']],
  ['signed numbers', ['-12', '−5', '0', '+3', '7']],
  ['signed percentages', ['−50%', '−5%', '–1%', '0%', '+3%', '12 %']],
  ['fractions', ['.5', '0.75', '1.0', '1.25']],
  ['numbers with exponents', ['1e-3', '2e3', '1e6']],
  ['multipliers', ['900', '1.5K', '10K', '1.2 million', '3M', '2 billion', '1 trillion']],
  ['multipliers of users', ['500K users', '42 million users', '1B users']],
  ['multipliers with a plus', ['900', '10K+', '1M+', '10 million+']],
  ['billions beside millions', ['500 K', '500 M', '1 B', '2 T']],
  ['bytes, of which a B is one', ['512 B', '1 KB', '2 MB']],
  ['percentages', ['5%', '60–80%', '95 %', '99.9%', '99.99%', '99.999% (2023)']],
  ['percent in words', ['5 percent', '20%', '99 per cent']],
  ['money', ['−$20', '$5', '$1,200', '$10K', '$1.2 million', '$3bn']],
  ['money behind', ['5 €', '99,90 €', '1.200,50 €'], { lang: 'de' }],
  ['money by its code', ['USD 5', '$20', '40 USD', 'US$ 1,000']],
  ['money by time', ['$5/month', '$100 per year', '$10/month', '$1 a day']],
  ['prices of one unit', ['$0.01/GB', '$0.023/GB', '$0.09/GB']],
  ['ranges by their lower end, then their upper', ['900 µs – 1 s', '2–4 ms', '2–8 ms', '5 to 10 ms', '5-12 ms']],
  ['ranges of sizes', ['512 MiB to 1 GiB', '1–2 GiB', '1-4 GiB', '2 GiB – 1 TiB']],
  ['ranges with multipliers', ['5–10K', '10-20K', '1–2 million']],
  ['ranges of money', ['$5–10', '$5-$20', '$1K–2K', '$1–2 million']],
  ['ranges of signs', ['−10 – −5', '-5 – +5', '0 – 5']],
  ['limits', ['<10 ms', '10 ms', '>10 ms', '≤ 20 ms', '≥ 1 s', 'up to 2 s', 'at least 1 min']],
  ['what is about right', ['~5 ms', 'about 10 ms', '≈ 15 ms', 'c. 20 ms', '1 s']],
  ['without an end', ['5 GB', '1 TB', '∞']],
  ['unlimited', ['10 GB', '100 GB', 'Unlimited']],
  ['nothing of a unit', ['0', '5 ms', '2 s']],
  ['what comes last', ['5 ms', '1 s', '—', '-', '', 'n/a', 'TBD', 'unknown', 'not measured']],
  ['words that come last', ['Alpha', 'Bravo', '—', 'n/a']],
  ['counts of one thing', ['1 node', '3 nodes', '12 nodes']],
  ['ordinals', ['1st', '2nd', '3rd', '11th']],
  ['factors', ['0.5x', '2x', '3×', '10x']],
  ['versions', ['v1.2', 'v1.9', 'v1.10', 'v2.0-beta.2', 'v2.0-rc1', 'v2.0', '2.0.1']],
  ['addresses', ['9.255.0.1', '10.0.0.1', '10.0.0.12', '192.168.0.1']],
  ['versions by their heading', ['3.6', '3.9', '3.10', '3.11'], { heading: 'Python version' }],
  ['numbers of issues', ['#3', '#12', '#100']],
  ['availability in words', ['99.5%', '99.9% uptime', '99.99% available']],
  ['days with their ordinals', ['March 1st', 'March 14th', 'April 2nd']],
  ['spans of the clock', ['9–10 am', '11 am – 2 pm', '2–3 pm']],
  ['numbers of documents', ['RFC 793', 'RFC 2616', 'RFC 9110']],
  ['megahertz', ['900 MHz', '2.4 GHz']],
  ['watts', ['5 W', '1 kW', '3 MW']],
  ['numbers with points', ['999', '1.234', '12.000'], { lang: 'de' }],
  ['numbers that only a comma parts', ['0,5 ms', '1,5 ms', '12,25 ms']],
  ['numbers with points and commas', ['999,5', '1.234,5', '1.234.567,8']],
  ['numbers of all groups', ['999', '1,000', "9'999", '10 000', '12\u202f345', '1,234,567.5']],
  ['numbers in Arabic', ['٩', '١٠', '١٢٫٥'], { lang: 'ar' }],
  ['numbers as wide as Chinese', ['９', '１０', '１００'], { lang: 'ja' }],
  ['marks', ['✅', '⚠️', '❌']],
  ['marks with words', ['✅ in one region', '🟡 by hand', '🔴 no']],
  ['Yes, Partly and No', ['Yes', 'Partly', 'No']],
  ['words', ['Kafka', 'Pulsar', 'RabbitMQ']],
  ['words with figures in them', ['GPT-3', 'GPT-4', 'GPT-12']],
  ['names of services', ['EC2', 'Route 53', 'S3']],
  ['names that begin with a digit', ['2PC', '3PC', 'Paxos', 'Raft']],
  ['names of generations', ['3G', '4G', '5G', 'Wi-Fi']],
  ['words of versions', ['PostgreSQL 9.6', 'PostgreSQL 16']],
  ['words by the language', ['Ärger', 'Bier', 'Öl', 'Zoo'], { lang: 'de' }],
  ['words that would be marks elsewhere', ['No', 'Only with a plugin', 'Yes']],
  ['figures with remarks', ['5 ms (was 12 ms)', '10 ms, in one region', '20 ms p99', '1 s*']],
];

/** What cannot be compared, or not be read for certain. */
const refused: [string, string[], Column?][] = [
  ['sizes and durations', ['5 MB', '10 ms']],
  ['sizes and rates', ['5 MB', '10 MB/s']],
  ['sizes in small letters and in right ones', ['5 mb', '10 MB']],
  ['money of two currencies', ['$5', '€4']],
  ['money and numbers', ['$5', '4']],
  ['prices of two units', ['$5/GB', '$3/month']],
  ['prices once and by month', ['$5', '$3/month']],
  ['percentages and numbers', ['5%', '4']],
  ['percentages and counts', ['5%', '4 nodes']],
  ['counts of two things', ['3 nodes', '5 regions']],
  ['figures and words', ['5 ms', 'fast']],
  ['figures and what is free', ['$5', 'Free']],
  ['figures and versions', ['5 ms', 'v1.2']],
  ['marks and figures', ['✅', '5 ms']],
  ['marks and words', ['✅', 'Inside a shard']],
  ['marks with words, and words', ['✅ everywhere', 'Inside a shard']],
  ['dates that are two days', ['03/04/2024', '05/06/2024']],
  ['dates of which one is two days', ['25/12/2023', '03/04/2024']],
  ['days or months', ['May 22', 'Jun 21']],
  ['dates and durations', ['2024-03-14', '3 days']],
  ['dates and words', ['2024-03-14', 'Soon']],
  ['dates that do not exist', ['2024-02-30', '2024-03-01']],
  ['seasons', ['Summer 2022', 'Spring 2023']],
  ['times of two zones', ['09:00 UTC', '10:00 PDT']],
  ['more and less', ['20% less', '30% more']],
  ['more of one, and plain', ['20% less', '30%']],
  ['before and after', ['5 min before', '10 min after']],
  ['figures behind a word', ['Reads 5 ms', 'Writes 1 s']],
  ['shifts', ['24/7', '8/5']],
  ['a service among figures', ['S3', '5 GB']],
  ['hexadecimal numbers', ['0x1F', '0x2A']],
  ['tolerances', ['±5%', '±10%']],
  ['accounting', ['(5)', '10']],
  ['fractions', ['3/4', '1/2']],
  ['addresses with a mask', ['10.0.0.0/8', '10.0.0.1']],
  ['sizes by sizes', ['2 × 4 GB', '3 × 2 GB']],
  ['from one to another', ['5 → 10', '3 → 4']],
  ['ranges that fall', ['10–5 ms', '2 ms']],
  ['versions or decimals', ['3.9', '3.10']],
  ['placeholders', ['X ms', '10 ms']],
  ['digits that are missing', ['99.XX%', '99.9%']],
  ['powers', ['10^6', '10^5']],
  ['numbers of two habits', ['1,5', '2.5']],
  ['ratings of signs', ['+', '++', '-']],
  ['nothing at all', ['', '—', 'n/a']],
  ['both ends of a day', ['9 am', '5 nodes']],
  ['minutes and metres', ['5 m', '2 km', '10 s']],
  ['rates of two things', ['5 req/s', '10 writes/s']],
  ['two numbers', ['5 of 10', '3 of 4']],
];

const shuffles = (texts: string[]) => [texts.toReversed(), [...texts.slice(1), texts[0]!], texts];

describe('sortKeysOf', () => {
  for (const [what, texts, column] of sortable) {
    itOnce(`sorts ${what}`, () => {
      const order = new Set<string>();
      for (const shuffled of shuffles(texts)) {
        const result = sorted(shuffled, column);
        expect(result, shuffled.join(' | ')).to.not.equal(undefined);
        // What comes last keeps its order.
        const filled = result!.filter((text) => !/^(?:—|-|n\/a|TBD|unknown|not measured|)$/.test(text));
        order.add(filled.join(' | '));
      }
      expect([...order]).to.deep.equal([
        texts.filter((text) => !/^(?:—|-|n\/a|TBD|unknown|not measured|)$/.test(text)).join(' | '),
      ]);
    });
  }

  for (const [what, texts, column] of refused) {
    itOnce(`does not sort ${what}`, () => expect(sorted(texts, column)).to.equal(undefined));
  }

  itOnce('keeps what is empty, or not known, behind everything else', () => {
    expect(sorted(['—', '2 s', '', 'TBD', '5 ms', 'n/a'])).to.deep.equal(['5 ms', '2 s', '—', '', 'TBD', 'n/a']);
  });

  itOnce('takes a status that is written for a mark', () => {
    const keys = sortKeysOf([
      { text: 'A switch', status: 'good' },
      { text: 'Nothing', status: 'bad' },
      { text: 'The deploy before', status: 'fair' },
    ]);
    expect(keys).to.deep.equal([[0], [2], [1]]);
  });
});
