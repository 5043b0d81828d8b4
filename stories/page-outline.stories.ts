import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/page-outline',
  component: 'page-outline',
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const text = html`
  <p>
    An order is accepted once both regions have it on disk. Buyers notice a slow checkout, but they remember a lost order,
    so the ledger trades some latency for durability.
  </p>
  <p>
    Each shard has one writer, which holds a lease of ten seconds. A region that cannot renew its leases stops writing
    before the other one starts.
  </p>
`;

const sections = html`
  <h2>Business context</h2>
  ${text}
  <h3>What buyers see</h3>
  ${text}
  <h3>What auditors ask</h3>
  ${text}
  <h2>Architecture</h2>
  ${text}
  <h3>Shards and leases</h3>
  ${text}
  <h2>What went wrong</h2>
  ${text}
`;

/** Empty, the outline is made from the headings of the page. It stands in the margin, or folds where there is none. */
export const Default: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <p>A ledger that must never lose an order.</p>
      <page-outline></page-outline>
      ${sections}
    </case-study>
  `,
};

/** A list of links of the author's own: those are shown, and the one that is being read is marked. */
export const OwnLinks: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline>
        <nav aria-label="In this writeup">
          <ul>
            <li><a href="#why-a-ledger">Why a ledger</a></li>
            <li><a href="#how-it-writes">How it writes</a></li>
          </ul>
        </nav>
      </page-outline>
      <h2 id="why-a-ledger">Business context of the order ledger</h2>
      ${text}
      <h3>Not in the outline</h3>
      ${text}
      <h2 id="how-it-writes">Leases, quorums and the path of a write</h2>
      ${text}
    </case-study>
  `,
};

/** The headings of callouts, cards and lists are their own and are left out, as are those of the fourth level. */
export const HeadingsOfElements: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      <h2>Operations</h2>
      <note-callout kind="tip"><h3>Rehearse migrations</h3><p>On a copy of the busiest shard.</p></note-callout>
      <h3>On call</h3>
      <h4>Who answers first</h4>
      <p>The team that wrote the code.</p>
    </case-study>
  `,
};

/** Beside a page that is no `case-study`: `for` is the id of what to outline. */
export const For: Story = {
  parameters: { layout: 'padded' },
  render: () => html`
    <page-outline for="handbook"></page-outline>
    <article id="handbook">
      <h2>Leases</h2>
      <p>One writer a shard, for ten seconds at a time.</p>
      <h2>Quorums</h2>
      <p>Two of three replicas acknowledge each order.</p>
    </article>
  `,
};

export const OneSection: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      <h2>Business context</h2>
      ${text}
    </case-study>
  `,
};

/** More than fits the window: the outline scrolls, and follows the section that is being read. */
export const FortySections: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      ${Array.from(
        { length: 40 },
        (_, index) => html`
          ${index % 4 ? html`<h3>Shard ${index + 1}</h3>` : html`<h2>Shard ${index + 1}</h2>`}
          <p>Two replicas, ${560 + ((index * 37) % 90)} GB.</p>
        `,
      )}
    </case-study>
  `,
};

export const LongText: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      <h2>What each region promises to the other before it acknowledges an order, and how it keeps that promise</h2>
      ${text}
      <h3>cross_region_semi_synchronous_replication_with_bounded_staleness</h3>
      ${text}
    </case-study>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      ${sections}
    </case-study>
  </div>`,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <case-study scheme="auto">
      <h1>سجل الطلبات: الحجم والبنية</h1>
      <p>سجل يستقبل الطلبات في منطقتين، ولا يجوز أن يفقد طلبًا واحدًا.</p>
      <page-outline></page-outline>
      <h2>السياق</h2>
      <p>يُقبل الطلب بعد أن تكتبه المنطقتان على القرص.</p>
      <h3>ما يراه المشتري</h3>
      <p>يلاحظ المشتري بطء الدفع، لكنه لا ينسى الطلب الضائع.</p>
      <h2>البنية</h2>
      <p>لكل جزء كاتب واحد يحمل عقدًا مدته عشر ثوانٍ.</p>
    </case-study>
  </div>`,
};

/** Nothing is listed where there are no sections, and the console says where the outline belongs. */
export const NoSections: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline></page-outline>
      <p>A writeup of one paragraph.</p>
    </case-study>
  `,
};

/** No element has the id: nothing is listed, and the console says so. */
export const UnknownFor: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <page-outline .for=${'appendix'}></page-outline>
      <h2>Business context</h2>
      ${text}
    </case-study>
  `,
};
