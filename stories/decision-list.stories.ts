import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/decision-list',
  component: 'decision-list',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** Numbered, each with an address made from its bold beginning. */
export const Default: Story = {
  render: () => html`
    <decision-list>
      <h3>Key design decisions</h3>
      <ol>
        <li><strong>Sharding</strong>: orders are split by buyer, the one key that every query has.</li>
        <li><strong>Replication</strong>: both regions write before an order is acknowledged.</li>
        <li><strong>Consistency</strong>: strong inside a shard, eventual across shards.</li>
      </ol>
    </decision-list>
  `,
};

export const NoHeading: Story = {
  render: () => html`
    <decision-list>
      <ol>
        <li><strong>Sharding</strong>: orders are split by buyer.</li>
        <li><strong>Replication</strong>: both regions write first.</li>
      </ol>
    </decision-list>
  `,
};

/** An `id` of the author's is the decision's address; a link in the text leads to it. */
export const OwnIds: Story = {
  render: () => html`
    <p>Reads of the catalogue follow from <a href="#adr-7">decision 2</a>.</p>
    <decision-list>
      <ol>
        <li id="adr-4"><strong>Sharding</strong>: orders are split by buyer.</li>
        <li id="adr-7"><strong>Consistency</strong>: strong inside a shard, eventual across shards.</li>
      </ol>
    </decision-list>
  `,
};

/** Without bold the number is the address: `#decision-1`. */
export const PlainItems: Story = {
  render: () => html`
    <decision-list>
      <ol>
        <li>Orders are split by buyer.</li>
        <li>Both regions write before an order is acknowledged.</li>
      </ol>
    </decision-list>
  `,
};

export const RichItems: Story = {
  render: () => html`
    <decision-list>
      <ol>
        <li>
          <p><strong>Sharding</strong>: orders are split by buyer.</p>
          <ul>
            <li>Refunds follow the order.</li>
            <li>See <code>shard.of(buyer)</code>.</li>
          </ul>
        </li>
        <li>
          <p><strong>Replication</strong>: both regions write first.</p>
          <p>Checkout is 40 ms slower for it.</p>
        </li>
      </ol>
    </decision-list>
  `,
};

export const OneDecision: Story = {
  render: () => html`
    <decision-list>
      <ol>
        <li><strong>Sharding</strong>: orders are split by buyer.</li>
      </ol>
    </decision-list>
  `,
};

export const FortyDecisions: Story = {
  render: () => html`
    <decision-list>
      <h3>Every decision since the first deploy</h3>
      <ol>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<li><strong>Shard ${index + 1}</strong>: ${index % 3 ? 'two' : 'three'} replicas.</li>`,
        )}
      </ol>
    </decision-list>
  `,
};

export const LongText: Story = {
  render: () => html`
    <decision-list>
      <h3>Decisions that a reader of the runbook should know before touching anything in production</h3>
      <ol>
        <li>
          <strong>Replication across regions before an order is acknowledged to the buyer</strong>: checkout is 40 ms
          slower than it could be, which the product managers accepted in writing, and which is measured again every
          quarter, with cross_region_semi_synchronous_replication_with_bounded_staleness switched on and off.
        </li>
      </ol>
    </decision-list>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <decision-list>
      <h3>Key design decisions</h3>
      <ol>
        <li><strong>Sharding</strong>: orders are split by buyer, the one key that every query has.</li>
        <li><strong>Replication</strong>: both regions write before an order is acknowledged.</li>
      </ol>
    </decision-list>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="abstract">
      <h3>In short</h3>
      <decision-list>
        <ol>
          <li><strong>Sharding</strong>: orders are split by buyer.</li>
          <li><strong>Replication</strong>: both regions write first.</li>
        </ol>
      </decision-list>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <decision-list>
      <h3>أهم قرارات التصميم</h3>
      <ol>
        <li><strong>التقسيم</strong>: تُقسَّم الطلبات بحسب المشتري.</li>
        <li><strong>النسخ</strong>: تكتب المنطقتان قبل تأكيد الطلب.</li>
        <li><strong>الاتساق</strong>: قوي داخل الجزء الواحد، ومتأخر بين الأجزاء.</li>
      </ol>
    </decision-list>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<decision-list><p>Orders are split by buyer.</p></decision-list>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<decision-list></decision-list>`,
};
