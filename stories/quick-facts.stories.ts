import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Fact } from '../src/index.js';

interface Args {
  facts?: readonly Fact[];
}

const meta: Meta<Args> = {
  title: 'Elements/quick-facts',
  component: 'quick-facts',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Args>;

/** A `<dl>` with a `<div>` around each pair. */
export const Default: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <div><dt>Scale</dt><dd>9 M buyers</dd></div>
        <div><dt>Throughput</dt><dd>4,200 orders/s</dd></div>
        <div><dt>Data volume</dt><dd>38 TB</dd></div>
        <div><dt>Availability</dt><dd>99.98%</dd></div>
        <div><dt>Team</dt><dd>14 engineers</dd></div>
      </dl>
    </quick-facts>
  `,
};

/** A `<dl>` without the `<div>`s. */
export const BareList: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <dt>Scale</dt>
        <dd>9 M buyers</dd>
        <dt>Throughput</dt>
        <dd>4,200 orders/s</dd>
        <dt>Availability</dt>
        <dd>99.98%</dd>
      </dl>
    </quick-facts>
  `,
};

/** A table of label and value, as Markdown makes it. */
export const TwoColumnTable: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <table>
        <thead>
          <tr><th>Metric</th><th>Value</th></tr>
        </thead>
        <tbody>
          <tr><td><strong>Scale</strong></td><td>9 M buyers</td></tr>
          <tr><td><strong>Throughput</strong></td><td>4,200 orders/s</td></tr>
          <tr><td><strong>Data volume</strong></td><td>38 TB</td></tr>
          <tr><td><strong>Availability</strong></td><td>99.98%</td></tr>
        </tbody>
      </table>
    </quick-facts>
  `,
};

/** Further columns are notes below the value, each after its column's heading. */
export const ThreeColumnTable: Story = {
  render: () => html`
    <quick-facts>
      <table>
        <caption>Quick facts</caption>
        <thead>
          <tr><th>Metric</th><th>Value</th><th>Measured</th></tr>
        </thead>
        <tbody>
          <tr><td>Throughput</td><td>4,200 orders/s</td><td>daily peak</td></tr>
          <tr><td>P99 latency</td><td>210 ms</td><td>at the gateway</td></tr>
          <tr><td>Availability</td><td>99.98%</td><td>last 12 months</td></tr>
        </tbody>
      </table>
    </quick-facts>
  `,
};

/** The same from data, where there is no markup to put inside. `note` is optional. */
export const FactsProperty: Story = {
  args: {
    facts: [
      { label: 'Scale', value: '9 M buyers' },
      { label: 'Throughput', value: '4,200 orders/s', note: 'daily peak' },
      { label: 'Regions', value: 2 },
    ],
  },
  argTypes: { facts: { control: 'object' } },
  parameters: {
    controls: { disable: false },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('quick-facts').facts = [
  { label: 'Scale', value: '9 M buyers' },
  { label: 'Throughput', value: '4,200 orders/s', note: 'daily peak' },
  { label: 'Regions', value: 2 },
];`,
      },
    },
  },
  render: ({ facts }) => html`<quick-facts .facts=${facts}></quick-facts>`,
};

/** Two `<dd>` of one pair: the second is a note. */
export const Notes: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <div><dt>Availability</dt><dd>99.98%</dd><dd>105 minutes of downtime a year</dd></div>
        <div><dt>Recovery</dt><dd>under 30 s</dd><dd>to the last acknowledged order</dd></div>
        <div><dt>Team</dt><dd>14 engineers</dd></div>
      </dl>
    </quick-facts>
  `,
};

/** What an availability leaves in downtime a year is worked out, for any share from 50% up whose label says what it is. */
export const Downtime: Story = {
  render: () => html`
    <quick-facts>
      <h3>Promised and kept</h3>
      <dl>
        <div><dt>Availability</dt><dd>99.98%</dd></div>
        <div><dt>SLA of the store</dt><dd>99.9%</dd></div>
        <div><dt>Uptime of the archive</dt><dd>&gt; 99.5%</dd></div>
        <div><dt>Cache hits</dt><dd>97%</dd></div>
      </dl>
    </quick-facts>
  `,
};

/** An availability that is no figure yet, or cannot be right, stays as it is written. */
export const UnreadableAvailability: Story = {
  render: () => html`
    <quick-facts>
      <dl>
        <div><dt>Availability</dt><dd>99.XX%</dd></div>
        <div><dt>Uptime</dt><dd>100%</dd></div>
        <div><dt>SLA</dt><dd>four nines</dd></div>
      </dl>
    </quick-facts>
  `,
};

export const OneFact: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <div><dt>Availability</dt><dd>99.98%</dd></div>
      </dl>
    </quick-facts>
  `,
};

/** Up to six stand in one row; from seven on there are rows of four, and the last fact fills its row. */
export const SevenFacts: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <div><dt>Scale</dt><dd>9 M buyers</dd></div>
        <div><dt>Throughput</dt><dd>4,200 orders/s</dd></div>
        <div><dt>Data volume</dt><dd>38 TB</dd></div>
        <div><dt>Availability</dt><dd>99.98%</dd></div>
        <div><dt>Regions</dt><dd>2</dd></div>
        <div><dt>Shards</dt><dd>64</dd></div>
        <div><dt>Team</dt><dd>14 engineers</dd></div>
      </dl>
    </quick-facts>
  `,
};

export const FortyFacts: Story = {
  render: () => html`
    <quick-facts>
      <h3>Size of each shard</h3>
      <dl>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<div><dt>Shard ${index + 1}</dt><dd>${560 + ((index * 37) % 90)} GB</dd></div>`,
        )}
      </dl>
    </quick-facts>
  `,
};

export const LongText: Story = {
  render: () => html`
    <quick-facts>
      <h3>What a reader of the runbook should know before touching anything in production</h3>
      <dl>
        <div>
          <dt>Throughput at the daily peak, measured at the gateway</dt>
          <dd>4,200 orders a second, of which about one in nine is a retry of the client</dd>
        </div>
        <div>
          <dt>Replication</dt>
          <dd>cross_region_semi_synchronous_with_bounded_staleness</dd>
        </div>
        <div><dt>Team</dt><dd>14 engineers in three time zones, two of whom are on call at any time</dd></div>
      </dl>
    </quick-facts>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <quick-facts>
      <h3>Quick facts</h3>
      <dl>
        <div><dt>Scale</dt><dd>9 M buyers</dd></div>
        <div><dt>Throughput</dt><dd>4,200 orders/s</dd></div>
        <div><dt>Data volume</dt><dd>38 TB</dd></div>
        <div><dt>Availability</dt><dd>99.98%</dd></div>
        <div><dt>Team</dt><dd>14 engineers</dd></div>
      </dl>
    </quick-facts>
    <quick-facts>
      <h3>The same as a bare list</h3>
      <dl>
        <dt>Scale</dt>
        <dd>9 M buyers</dd>
        <dt>Throughput</dt>
        <dd>4,200 orders/s</dd>
        <dt>Availability</dt>
        <dd>99.98%</dd>
      </dl>
    </quick-facts>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="abstract">
      <h3>At a glance</h3>
      <quick-facts>
        <dl>
          <div><dt>Regions</dt><dd>2</dd></div>
          <div><dt>Shards</dt><dd>64</dd></div>
          <div><dt>Availability</dt><dd>99.98%</dd></div>
        </dl>
      </quick-facts>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <quick-facts>
      <h3>حقائق سريعة</h3>
      <dl>
        <div><dt>الحجم</dt><dd>9 ملايين مشترٍ</dd></div>
        <div><dt>الإنتاجية</dt><dd>4200 طلب في الثانية</dd></div>
        <div><dt>التوافر</dt><dd>99.98%</dd></div>
        <div><dt>الفريق</dt><dd>14 مهندسًا</dd></div>
      </dl>
    </quick-facts>
  </div>`,
};

/** A table without a header row: the values are shown, the notes have no labels, and the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <table>
        <tbody>
          <tr><td>Throughput</td><td>4,200 orders/s</td><td>daily peak</td></tr>
          <tr><td>Availability</td><td>99.98%</td><td>last 12 months</td></tr>
        </tbody>
      </table>
    </quick-facts>
  `,
};

export const MissingCells: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <table>
        <thead>
          <tr><th>Metric</th><th>Value</th><th>Measured</th></tr>
        </thead>
        <tbody>
          <tr><td>Throughput</td></tr>
          <tr><td>P99 latency</td><td>210 ms</td></tr>
          <tr><td>Availability</td><td>99.98%</td><td>last 12 months</td></tr>
        </tbody>
      </table>
    </quick-facts>
  `,
};

/** Markup and the property: the markup is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <quick-facts .facts=${[{ label: 'Regions', value: 1 }]}>
      <dl>
        <div><dt>Regions</dt><dd>2</dd></div>
        <div><dt>Shards</dt><dd>64</dd></div>
      </dl>
    </quick-facts>
  `,
};

/** Text that is in neither a list nor a table stays as it is, and the console says where it belongs. */
export const NeitherListNorTable: Story = {
  render: () => html`
    <quick-facts>
      <h3>Quick facts</h3>
      <p>9 M buyers, 4,200 orders a second, 99.98% available.</p>
    </quick-facts>
  `,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<quick-facts></quick-facts>`,
};
