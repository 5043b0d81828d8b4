import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/info-card',
  component: 'info-card',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

export const Default: Story = {
  render: () => html`
    <info-card>
      <h3>Problem space</h3>
      <p>Orders must never be lost, even while a whole region is away.</p>
    </info-card>
  `,
};

/** With exactly one link and no other control the whole card follows it. The link stays a real link. */
export const WithOneLink: Story = {
  render: () => html`
    <info-card>
      <h3><a href="#leases">Leases</a></h3>
      <p>One writer a shard, for ten seconds at a time.</p>
    </info-card>
    <info-card>
      <h3>Backlog</h3>
      <p>What the other region has yet to confirm. <a href="#backlog">How it drains</a></p>
    </info-card>
  `,
};

/** With two links, or a link and a button, each is pressed for itself. */
export const WithTwoLinks: Story = {
  render: () => html`
    <info-card>
      <h3>Leases</h3>
      <p>See <a href="#design">the design</a> and <a href="#drill">the last drill</a>.</p>
    </info-card>
  `,
};

/** An `<svg>` or `<img>` that comes first is the card's icon. */
export const WithIcon: Story = {
  render: () => html`
    <info-card>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
        <path d="M4 6h16v12H4zM4 10h16M8 14h4" />
      </svg>
      <h3>Ledger</h3>
      <p>Appends, then waits for the other region.</p>
    </info-card>
  `,
};

export const OnlyText: Story = {
  render: () => html`<info-card><p>A card needs no heading.</p></info-card>`,
};

export const LongText: Story = {
  render: () => html`
    <info-card>
      <h3>How the ledger keeps its promise while the other region cannot be reached, cannot be trusted, or is slow</h3>
      <p>
        Every order is written in both regions before it is acknowledged. While the other region is away the ledger keeps
        a backlog, and tells the gateway to ask buyers for patience once the backlog is older than ten seconds.
      </p>
      <p>The setting is ledger.replication.cross_region.lease_renewal_interval_milliseconds_before_expiry.</p>
      <ul>
        <li>The backlog is bounded.</li>
        <li>Its age is an alert.</li>
      </ul>
    </info-card>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <info-card>
      <h3><a href="#replication">cross_region_semi_synchronous_replication</a></h3>
      <p>Every order is written in both regions before it is acknowledged.</p>
    </info-card>
  </div>`,
};

export const InCardGrid: Story = {
  render: () => html`
    <card-grid>
      <info-card><h3>Gateway</h3><p>Checks the order and picks the shard.</p></info-card>
      <info-card><h3>Ledger</h3><p>Appends, then waits for the other region.</p></info-card>
      <info-card><h3><a href="#archive">Archive</a></h3><p>Keeps what is older than a year.</p></info-card>
    </card-grid>
  `,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="info">
      <h3>Before you read on</h3>
      <info-card><h4>Lease</h4><p>The right to write to a shard, for ten seconds.</p></info-card>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <info-card>
      <h3><a href="#leases">عقود الكتابة</a></h3>
      <p>كاتب واحد لكل جزء، لعشر ثوانٍ في كل مرة.</p>
    </info-card>
  </div>`,
};

/** A `javascript:` link is not stretched over the card, and the console says so. */
export const UnsafeLink: Story = {
  render: () => html`
    <info-card>
      <h3><a href="javascript:void 0">Leases</a></h3>
      <p>One writer a shard, for ten seconds at a time.</p>
    </info-card>
  `,
};

/** Nothing inside: an empty frame, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<info-card></info-card>`,
};
