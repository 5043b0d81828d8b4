import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LawTableRow } from '../src/index.js';

interface Args {
  rows?: readonly LawTableRow[];
}

const meta: Meta<Args> = {
  title: 'Elements/law-table',
  component: 'law-table',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Args>;

const header = html`<thead>
  <tr><th>Law</th><th>Challenge</th><th>Solution</th><th>Trade-off</th></tr>
</thead>`;

const body = html`<tbody>
  <tr>
    <td>Correlated failure</td>
    <td>One bad deploy reaches both regions</td>
    <td>Regions deploy a day apart</td>
    <td>Fixes take two days to land</td>
  </tr>
  <tr>
    <td>Asynchronous reality</td>
    <td>A region cannot tell slow from gone</td>
    <td>Leases of ten seconds on each shard</td>
    <td>Up to ten seconds without writes</td>
  </tr>
  <tr>
    <td>Economic reality</td>
    <td>Half of the replicas idle at night</td>
    <td>The night's replicas are smaller machines</td>
    <td>Scaling up in the morning takes 20 minutes</td>
  </tr>
</tbody>`;

/** A table with a header row and a caption. */
export const Default: Story = {
  render: () => html`
    <law-table>
      <table>
        <caption>The laws at work in the order ledger</caption>
        ${header}${body}
      </table>
    </law-table>
  `,
};

/** The same from data, where there is no markup to put inside. The first row's keys are the headings. */
export const RowsProperty: Story = {
  args: {
    rows: [
      { Law: 'Correlated failure', Challenge: 'A region goes dark', Solution: 'Active-active', 'Trade-off': 'Cost' },
      { Law: 'Asynchronous reality', Challenge: 'Late events', Solution: 'Event log', 'Trade-off': 'Stale reads' },
    ],
  },
  argTypes: { rows: { control: 'object' } },
  parameters: {
    controls: { disable: false },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('law-table').rows = [
  { Law: 'Correlated failure', Challenge: 'A region goes dark', Solution: 'Active-active', 'Trade-off': 'Cost' },
  { Law: 'Asynchronous reality', Challenge: 'Late events', Solution: 'Event log', 'Trade-off': 'Stale reads' },
];`,
      },
    },
  },
  render: ({ rows }) => html`<law-table .rows=${rows}></law-table>`,
};

/** The first row is the header when it holds nothing but `<th>`. Cells that name their row may be `<th scope="row">`. */
export const WithoutThead: Story = {
  render: () => html`
    <law-table>
      <table>
        <tr><th>Law</th><th>Challenge</th><th>Solution</th></tr>
        <tr><th scope="row">Correlated failure</th><td>A region goes dark</td><td>Active-active</td></tr>
        <tr><th scope="row">Asynchronous reality</th><td>Late events</td><td>Event log</td></tr>
      </table>
    </law-table>
  `,
};

export const RichCells: Story = {
  render: () => html`
    <law-table>
      <table>
        ${header}
        <tbody>
          <tr>
            <td>State distribution</td>
            <td>
              Two regions change the same order:
              <ul>
                <li>a refund here,</li>
                <li>a cancellation there.</li>
              </ul>
            </td>
            <td>The lease decides; see <a href="#leases">leases</a> and <code>lease.renew()</code></td>
            <td>One region waits</td>
          </tr>
        </tbody>
      </table>
    </law-table>
  `,
};

export const OneRow: Story = {
  render: () => html`
    <law-table>
      <table>
        ${header}
        <tbody>
          <tr><td>Correlated failure</td><td>A region goes dark</td><td>Active-active</td><td>Cost</td></tr>
        </tbody>
      </table>
    </law-table>
  `,
};

export const FortyRows: Story = {
  render: () => html`
    <law-table>
      <table>
        <caption>One row a shard</caption>
        <thead>
          <tr><th>Shard</th><th>Challenge</th><th>Solution</th></tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: 40 },
            (_, index) => html`<tr>
              <td>Shard ${index + 1}</td>
              <td>${120 + ((index * 53) % 80)} writes a second at noon</td>
              <td>${index % 3 ? 'Two replicas' : 'Three replicas'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </law-table>
  `,
};

export const LongText: Story = {
  render: () => html`
    <law-table>
      <table>
        <caption>What each law costs, written by somebody who had the whole afternoon for it and used it</caption>
        ${header}
        <tbody>
          <tr>
            <td>Multidimensional optimisation</td>
            <td>
              Latency, cost and durability pull in three directions, and every team that depends on the ledger has
              promised its own customers a different one of them.
            </td>
            <td>cross_region_semi_synchronous_replication_with_bounded_staleness</td>
            <td>
              Checkout is 40 ms slower than it could be, which the product managers accepted in writing, and which is
              measured again every quarter.
            </td>
          </tr>
        </tbody>
      </table>
    </law-table>
  `,
};

/** Below 34rem each row is a record of labelled values. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <law-table>
      <table>
        <caption>The laws at work in the order ledger</caption>
        ${header}${body}
      </table>
    </law-table>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="example">
      <h3>Two laws in one decision</h3>
      <law-table>
        <table>
          <thead>
            <tr><th>Law</th><th>Challenge</th><th>Solution</th></tr>
          </thead>
          <tbody>
            <tr><td>Correlated failure</td><td>A region goes dark</td><td>Active-active</td></tr>
            <tr><td>Asynchronous reality</td><td>Late events</td><td>Event log</td></tr>
          </tbody>
        </table>
      </law-table>
    </note-callout>
  `,
};

const arabic = html`<table>
  <caption>القوانين في سجل الطلبات</caption>
  <thead>
    <tr><th>القانون</th><th>التحدي</th><th>الحل</th><th>المقابل</th></tr>
  </thead>
  <tbody>
    <tr><td>الفشل المترابط</td><td>انقطاع منطقة كاملة</td><td>منطقتان نشطتان</td><td>تكلفة أعلى</td></tr>
    <tr><td>الواقع غير المتزامن</td><td>تأخر الشبكة</td><td>سجل للأحداث</td><td>قراءات متأخرة</td></tr>
  </tbody>
</table>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <law-table>${arabic}</law-table>
    <div style="inline-size: 18rem"><law-table>${arabic}</law-table></div>
  </div>`,
};

/** Without a header row there is nothing to label the values with; the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <law-table>
      <table>
        <tbody>
          <tr><td>Correlated failure</td><td>A region goes dark</td><td>Active-active</td></tr>
          <tr><td>Asynchronous reality</td><td>Late events</td><td>Event log</td></tr>
        </tbody>
      </table>
    </law-table>
  `,
};

/** Rows that are too short or too long: every cell is shown, and the console names the row. */
export const MissingCells: Story = {
  render: () => html`
    <law-table>
      <table>
        ${header}
        <tbody>
          <tr><td>Correlated failure</td><td>A region goes dark</td></tr>
          <tr>
            <td>Asynchronous reality</td><td>Late events</td><td>Event log</td><td>Stale reads</td><td>Seen in March</td>
          </tr>
          <tr><td>Economic reality</td><td colspan="2">Idle replicas, so smaller machines at night</td><td>Slow start</td></tr>
        </tbody>
      </table>
    </law-table>
  `,
};

export const NoTable: Story = {
  render: () => html`<law-table><p>Correlated failure: a region goes dark, so there are two.</p></law-table>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<law-table></law-table>`,
};
