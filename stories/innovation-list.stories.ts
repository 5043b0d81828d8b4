import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/innovation-list',
  component: 'innovation-list',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** The most important one first, each with an address made from its bold beginning. */
export const Default: Story = {
  render: () => html`
    <innovation-list>
      <h3>Key innovations</h3>
      <ol>
        <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
        <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes, for the buyers whom it touched.</li>
        <li><strong>Migrations with a budget</strong>: a lock that is held too long gives itself up.</li>
      </ol>
    </innovation-list>
  `,
};

export const NoHeading: Story = {
  render: () => html`
    <innovation-list>
      <ol>
        <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
        <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes.</li>
      </ol>
    </innovation-list>
  `,
};

/** Without bold the number is the address: `#innovation-1`. */
export const PlainItems: Story = {
  render: () => html`
    <innovation-list>
      <ol>
        <li>A region can be lost without losing an order.</li>
        <li>A bad deploy is undone in minutes.</li>
      </ol>
    </innovation-list>
  `,
};

export const RichItems: Story = {
  render: () => html`
    <innovation-list>
      <ol>
        <li>
          <p><strong>Leases by shard</strong>: a region can be lost without losing an order.</p>
          <p>The lease is renewed by <code>lease.renew()</code>, three times before it ends.</p>
        </li>
        <li><p><strong>Replay by buyer</strong>: see <a href="#replay">the log</a>.</p></li>
      </ol>
    </innovation-list>
  `,
};

export const OneInnovation: Story = {
  render: () => html`
    <innovation-list>
      <ol>
        <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
      </ol>
    </innovation-list>
  `,
};

export const TwelveInnovations: Story = {
  render: () => html`
    <innovation-list>
      <ol>
        ${Array.from(
          { length: 12 },
          (_, index) => html`<li><strong>Idea ${index + 1}</strong>: saves ${40 - 3 * index} ms a checkout.</li>`,
        )}
      </ol>
    </innovation-list>
  `,
};

export const LongText: Story = {
  render: () => html`
    <innovation-list>
      <h3>What the ledger did that its authors had not seen anywhere else when they did it</h3>
      <ol>
        <li>
          <strong>Leases that a shard renews on its own, without asking a coordinator in another region</strong>: the
          coordinator may be away for as long as the lease lasts, which has happened twice, and which
          cross_region_semi_synchronous_replication_with_bounded_staleness had not been built for.
        </li>
      </ol>
    </innovation-list>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <innovation-list>
      <h3>Key innovations</h3>
      <ol>
        <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
        <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes.</li>
      </ol>
    </innovation-list>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="info">
      <h3>New here</h3>
      <innovation-list>
        <ol>
          <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
          <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes.</li>
        </ol>
      </innovation-list>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <innovation-list>
      <h3>أهم الابتكارات</h3>
      <ol>
        <li><strong>عقود لكل جزء</strong>: يمكن فقد منطقة دون فقد طلب واحد.</li>
        <li><strong>إعادة التشغيل بحسب المشتري</strong>: يُصلَح النشر السيئ في دقائق.</li>
      </ol>
    </innovation-list>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<innovation-list><p>A region can be lost without losing an order.</p></innovation-list>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<innovation-list></innovation-list>`,
};
