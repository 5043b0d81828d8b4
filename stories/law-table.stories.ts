import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TableRow } from '../src/index.js';

interface Args {
  rows?: readonly TableRow[];
  laws?: Readonly<Record<string, string>>;
}

const meta: Meta<Args> = {
  title: 'Elements/law-table',
  component: 'law-table',
  parameters: { controls: { disable: true } },
  argTypes: { laws: { control: false } },
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
    controls: { disable: false, include: ['rows'] },
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

/** The seven laws that are known; press a name, or the button below the table. A number before the name changes nothing. */
export const KnownLaws: Story = {
  render: () => html`
    <law-table>
      <table>
        <thead>
          <tr><th>Law</th><th>How it shows</th></tr>
        </thead>
        <tbody>
          <tr><td>Law 1: Correlated Failure</td><td>One bad deploy reaches both regions</td></tr>
          <tr><td>Law 2: Asynchronous Reality</td><td>A region cannot tell slow from gone</td></tr>
          <tr><td>Law 3: Emergent Chaos</td><td>Retries kept a stalled shard stalled</td></tr>
          <tr><td>Law 4: Multidimensional Optimisation</td><td>Latency was given up for durability</td></tr>
          <tr><td>Law 5: Distributed Knowledge</td><td>Both regions thought that they led</td></tr>
          <tr><td>Law 6: Cognitive Load</td><td>Two people understand the leases</td></tr>
          <tr><td>Law 7: Economic Reality</td><td>Half of the replicas idle at night</td></tr>
        </tbody>
      </table>
    </law-table>
  `,
};

/** Laws of the author's own, explained in a `<details>` below the table: they take the place of the seven. */
export const OwnLaws: Story = {
  render: () => html`
    <law-table>
      <table>
        <thead>
          <tr><th>Law</th><th>How it shows</th></tr>
        </thead>
        <tbody>
          <tr><td>Conway's law</td><td>One service for each of the four teams</td></tr>
          <tr><td>Hyrum's law</td><td>Clients depend on the order of the lines</td></tr>
          <tr><td>Murphy's law</td><td>Not explained here, so it is no button</td></tr>
        </tbody>
      </table>
      <details>
        <summary>The laws</summary>
        <dl>
          <dt>Conway's law</dt>
          <dd>A system comes to look like the organisation that builds it.</dd>
          <dt>Hyrum's law</dt>
          <dd>With enough users, everything that an interface does will be depended on by somebody.</dd>
        </dl>
      </details>
    </law-table>
  `,
};

/** The same from data. */
export const LawsProperty: Story = {
  args: { laws: { "Conway's law": 'A system comes to look like the organisation that builds it.' } },
  argTypes: { laws: { control: 'object' } },
  parameters: {
    controls: { disable: false, include: ['laws'] },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('law-table').laws = {
  "Conway's law": 'A system comes to look like the organisation that builds it.',
};`,
      },
    },
  },
  render: ({ laws }) => html`
    <law-table .laws=${laws}>
      <table>
        <thead>
          <tr><th>Law</th><th>How it shows</th></tr>
        </thead>
        <tbody>
          <tr><td>Conway's law</td><td>One service for each of the four teams</td></tr>
          <tr><td>Hyrum's law</td><td>Clients depend on the order of the lines</td></tr>
        </tbody>
      </table>
    </law-table>
  `,
};

/** The address of a cell is its table's, row's and column's name. Point at a cell for the link to it. */
export const LinksToCells: Story = {
  render: () => html`
    <p>
      Checkout waits, see <a href="#ledger-laws:asynchronous-reality:trade-off">for how long</a>, or
      <a href="#ledger-laws:correlated-failure">the whole row</a>.
    </p>
    <law-table id="ledger-laws">
      <table>
        ${header}${body}
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

/** A table and the property: the table is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <law-table .rows=${[{ Law: 'Economic reality', Challenge: 'From the property' }]}>
      <table>
        ${header}${body}
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
