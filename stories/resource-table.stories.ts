import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TableRow } from '../src/index.js';

interface Args {
  rows?: readonly TableRow[];
}

const meta: Meta<Args> = {
  title: 'Elements/resource-table',
  component: 'resource-table',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Args>;

const header = html`<thead>
  <tr><th>Resource</th><th>Usage</th><th>Efficiency</th></tr>
</thead>`;

const body = html`<tbody>
  <tr><td>CPU</td><td>60-80%</td><td>High</td></tr>
  <tr><td>Memory</td><td>70%</td><td>Optimised</td></tr>
  <tr><td>Network</td><td>2.5 Gbit/s</td><td>Even across the day</td></tr>
  <tr><td>Storage</td><td>Growing 20%/month</td><td>Needs work</td></tr>
</tbody>`;

/** A share has a meter, a rate the time in which it doubles; what is neither stays as it is. */
export const Default: Story = {
  render: () => html`
    <resource-table>
      <table>
        <caption>Use of each shard at the daily peak</caption>
        ${header}${body}
      </table>
    </resource-table>
  `,
};

/** Shares and ranges of shares, as they are written. */
export const Shares: Story = {
  render: () => html`
    <resource-table>
      <table>
        <thead>
          <tr><th>As written</th><th>At noon</th><th>At night</th></tr>
        </thead>
        <tbody>
          <tr><td>Number</td><td>70%</td><td>8 %</td></tr>
          <tr><td>Range</td><td>60-80%</td><td>5 to 12%</td></tr>
          <tr><td>Limit</td><td>&lt; 85%</td><td>up to 20%</td></tr>
          <tr><td>About</td><td>~ 72.5%</td><td>about 10%</td></tr>
          <tr><td>With words</td><td>70% of the pool</td><td>0% on most days</td></tr>
          <tr><td>Whole</td><td>100%</td><td>0%</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** Growth and decline, by any period. */
export const Growth: Story = {
  render: () => html`
    <resource-table>
      <table>
        <thead>
          <tr><th>Resource</th><th>Usage</th><th>Plan</th></tr>
        </thead>
        <tbody>
          <tr><td>Orders</td><td>Growing 20%/month</td><td>A ninth shard group in spring</td></tr>
          <tr><td>Index</td><td>38 TB, +3% a week</td><td>Split by year</td></tr>
          <tr><td>Archive</td><td>100% per year</td><td>Colder storage</td></tr>
          <tr><td>Old ledger</td><td>Shrinking 12% each quarter</td><td>Switched off at the end</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** The same from data, where there is no markup to put inside. The first row's keys are the headings. */
export const RowsProperty: Story = {
  args: {
    rows: [
      { Resource: 'CPU', Usage: '60-80%', Efficiency: 'High' },
      { Resource: 'Storage', Usage: 'Growing 20%/month', Efficiency: 'Needs work' },
    ],
  },
  argTypes: { rows: { control: 'object' } },
  parameters: {
    controls: { disable: false },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('resource-table').rows = [
  { Resource: 'CPU', Usage: '60-80%', Efficiency: 'High' },
  { Resource: 'Storage', Usage: 'Growing 20%/month', Efficiency: 'Needs work' },
];`,
      },
    },
  },
  render: ({ rows }) => html`<resource-table .rows=${rows}></resource-table>`,
};

/** The first row is the header when it holds nothing but `<th>`. */
export const WithoutThead: Story = {
  render: () => html`
    <resource-table>
      <table>
        <tr><th>Resource</th><th>Usage</th></tr>
        <tr><th scope="row">CPU</th><td>60-80%</td></tr>
        <tr><th scope="row">Memory</th><td>70%</td></tr>
      </table>
    </resource-table>
  `,
};

export const OneRow: Story = {
  render: () => html`
    <resource-table>
      <table>
        ${header}
        <tbody>
          <tr><td>CPU</td><td>60-80%</td><td>High</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

export const FortyRows: Story = {
  render: () => html`
    <resource-table>
      <table>
        <caption>One row a shard</caption>
        <thead>
          <tr><th>Shard</th><th>CPU</th><th>Memory</th></tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: 40 },
            (_, index) => html`<tr>
              <td>Shard ${index + 1}</td>
              <td>${30 + ((index * 13) % 40)}-${50 + ((index * 13) % 50)}%</td>
              <td>${20 + ((index * 29) % 75)}%</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </resource-table>
  `,
};

export const LongText: Story = {
  render: () => html`
    <resource-table>
      <table>
        <caption>What the ledger takes of what it has been given, as the capacity review in spring counted it</caption>
        ${header}
        <tbody>
          <tr>
            <td>cross_region_replication_bandwidth_in_both_directions</td>
            <td>60-80% of the two dedicated links during the hours in which both continents are awake</td>
            <td>
              As high as it gets without a third link, which the product managers were offered, and declined in writing
              for this year and the next.
            </td>
          </tr>
          <tr>
            <td>Storage</td>
            <td>Growing 20%/month in every region that has opened since the index was split</td>
            <td>Needs work</td>
          </tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** Below 34rem each row is a record of labelled values. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <resource-table>
      <table>
        <caption>Use of each shard at the daily peak</caption>
        ${header}${body}
      </table>
    </resource-table>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="warning">
      <h3>Little room in the busiest shard</h3>
      <resource-table>
        <table>
          ${header}
          <tbody>
            <tr><td>CPU</td><td>92%</td><td>No room for a failover</td></tr>
            <tr><td>Storage</td><td>Growing 20%/month</td><td>Needs work</td></tr>
          </tbody>
        </table>
      </resource-table>
    </note-callout>
  `,
};

const arabic = html`<table>
  <caption>استخدام كل جزء في ساعة الذروة</caption>
  <thead>
    <tr><th>المورد</th><th>الاستخدام</th><th>الكفاءة</th></tr>
  </thead>
  <tbody>
    <tr><td>المعالج</td><td>60-80%</td><td>عالية</td></tr>
    <tr><td>الذاكرة</td><td>70%</td><td>محسَّنة</td></tr>
    <tr><td>التخزين</td><td><span dir="ltr">+20%/month</span></td><td>تحتاج إلى عمل</td></tr>
  </tbody>
</table>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <resource-table>${arabic}</resource-table>
    <div style="inline-size: 18rem"><resource-table>${arabic}</resource-table></div>
  </div>`,
};

/** Words, placeholders, more than a whole, and rates of something else stay as they are, without a meter. */
export const UnreadableFigures: Story = {
  render: () => html`
    <resource-table>
      <table>
        ${header}
        <tbody>
          <tr><td>CPU</td><td>high</td><td>Not measured</td></tr>
          <tr><td>Memory</td><td>X%</td><td>To be filled in</td></tr>
          <tr><td>Threads</td><td>140%</td><td>More than was planned</td></tr>
          <tr><td>Disk</td><td>4,200 writes/s</td><td>Even</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** Without a header row there is nothing to label the values with; the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <resource-table>
      <table>
        <tbody>
          <tr><td>CPU</td><td>60-80%</td><td>High</td></tr>
          <tr><td>Memory</td><td>70%</td><td>Optimised</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** Rows that are too short or too long: every cell is shown, and the console names the row. */
export const MissingCells: Story = {
  render: () => html`
    <resource-table>
      <table>
        ${header}
        <tbody>
          <tr><td>CPU</td><td>60-80%</td></tr>
          <tr><td>Memory</td><td>70%</td><td>Optimised</td><td>Measured in March</td></tr>
        </tbody>
      </table>
    </resource-table>
  `,
};

/** A table and the property: the table is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <resource-table .rows=${[{ Resource: 'CPU', Usage: '10%' }]}>
      <table>
        ${header}${body}
      </table>
    </resource-table>
  `,
};

export const NoTable: Story = {
  render: () => html`<resource-table><p>The processors are 60-80% busy.</p></resource-table>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<resource-table></resource-table>`,
};
