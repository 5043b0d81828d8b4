import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/card-grid',
  component: 'card-grid',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

export const Default: Story = {
  render: () => html`
    <card-grid>
      <info-card>
        <h3>Problem space</h3>
        <p>Orders must never be lost, even while a whole region is away.</p>
      </info-card>
      <info-card>
        <h3>Constraints</h3>
        <p>Two data-residency zones, one shared catalogue.</p>
      </info-card>
      <info-card>
        <h3>Success metrics</h3>
        <p>No lost order, and 99% of checkouts under 300 ms.</p>
      </info-card>
    </card-grid>
  `,
};

export const OneCard: Story = {
  render: () => html`
    <card-grid>
      <info-card>
        <h3>Problem space</h3>
        <p>Orders must never be lost.</p>
      </info-card>
    </card-grid>
  `,
};

/** Four stand two by two rather than three and one. */
export const FourCards: Story = {
  render: () => html`
    <card-grid>
      <stat-card><h3>P50</h3><data value="38">38 <small>ms</small></data></stat-card>
      <stat-card><h3>P95</h3><data value="120">120 <small>ms</small></data></stat-card>
      <stat-card><h3>P99</h3><data value="210">210 <small>ms</small></data></stat-card>
      <stat-card><h3>P99.9</h3><data value="740">740 <small>ms</small></data></stat-card>
    </card-grid>
  `,
};

export const FortyCards: Story = {
  render: () => html`
    <card-grid>
      ${Array.from(
        { length: 40 },
        (_, index) => html`<info-card>
          <h3>Service ${index + 1}</h3>
          <p>Owns shard ${index + 1} and its replica.</p>
        </info-card>`,
      )}
    </card-grid>
  `,
};

export const MixedCards: Story = {
  render: () => html`
    <card-grid>
      <info-card>
        <h3>Leases</h3>
        <p>One writer a shard, for ten seconds at a time.</p>
      </info-card>
      <stat-card target="300" trend="down" better="lower">
        <h3>P99 latency</h3>
        <data value="210">210 <small>ms</small></data>
      </stat-card>
      <pattern-card tier="gold">
        <h3><a href="#circuit-breaker">Circuit breaker</a></h3>
        <p>Stops one failure from spreading.</p>
      </pattern-card>
    </card-grid>
  `,
};

/** Headings and paragraphs take a whole row. */
export const HeadingsBetweenCards: Story = {
  render: () => html`
    <card-grid>
      <h3>Writing</h3>
      <info-card><h4>Gateway</h4><p>Checks the order and picks the shard.</p></info-card>
      <info-card><h4>Ledger</h4><p>Appends, then waits for the other region.</p></info-card>
      <h3>Reading</h3>
      <p>Reads may be up to two seconds old.</p>
      <info-card><h4>Replica</h4><p>Answers most reads.</p></info-card>
      <info-card><h4>Archive</h4><p>Answers what is older than a year.</p></info-card>
    </card-grid>
  `,
};

/** Any elements will do. */
export const PlainElements: Story = {
  render: () => html`
    <card-grid>
      <section><h3>Gateway</h3>Checks the order and picks the shard.</section>
      <section><h3>Ledger</h3>Appends, then waits for the other region.</section>
    </card-grid>
  `,
};

/** `--dd-card-min` is the narrowest that a column gets. */
export const WiderColumns: Story = {
  render: () => html`
    <card-grid style="--dd-card-min: 22rem">
      <info-card><h3>Gateway</h3><p>Checks the order and picks the shard.</p></info-card>
      <info-card><h3>Ledger</h3><p>Appends, then waits for the other region.</p></info-card>
      <info-card><h3>Archive</h3><p>Keeps what is older than a year.</p></info-card>
    </card-grid>
  `,
};

export const LongText: Story = {
  render: () => html`
    <card-grid>
      <info-card>
        <h3>cross_region_semi_synchronous_replication_with_bounded_staleness</h3>
        <p>
          Every order is written in both regions before it is acknowledged. While the other region is away the ledger
          keeps a backlog, and tells the gateway to ask buyers for patience once the backlog is older than ten seconds.
        </p>
      </info-card>
      <info-card><h3>Short</h3><p>Cards of a row are equally tall.</p></info-card>
      <info-card><h3>Shorter</h3><p>Always.</p></info-card>
    </card-grid>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <card-grid>
      <info-card><h3>Problem space</h3><p>Orders must never be lost.</p></info-card>
      <info-card><h3>Constraints</h3><p>Two data-residency zones.</p></info-card>
      <info-card><h3>Success metrics</h3><p>No lost order.</p></info-card>
    </card-grid>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="success">
      <h3>After the change</h3>
      <card-grid>
        <stat-card><h4>P99 before</h4><data value="740">740 <small>ms</small></data></stat-card>
        <stat-card><h4>P99 after</h4><data value="210">210 <small>ms</small></data></stat-card>
      </card-grid>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <card-grid>
      <info-card><h3>المشكلة</h3><p>لا يجوز أن يُفقد أي طلب.</p></info-card>
      <info-card><h3>القيود</h3><p>منطقتان لإقامة البيانات.</p></info-card>
      <info-card><h3>مقاييس النجاح</h3><p>ألا يضيع طلب واحد.</p></info-card>
    </card-grid>
  </div>`,
};

/** Text that is in no element: it is shown as a cell of the grid. */
export const BareText: Story = {
  render: () => html`<card-grid>The cards are still to be written.</card-grid>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<card-grid></card-grid>`,
};
