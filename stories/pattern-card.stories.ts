import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

interface Args {
  tier?: string;
  href?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/pattern-card',
  component: 'pattern-card',
  parameters: { controls: { disable: true } },
  argTypes: {
    tier: { control: 'select', options: ['gold', 'silver', 'bronze'] },
    href: { control: 'text' },
  },
};
export default meta;

type Story = StoryObj<Args>;

/** The link inside the card, around the words of the heading. `href` has no effect while there is a link. */
export const Default: Story = {
  args: { tier: 'gold' },
  parameters: { controls: { disable: false } },
  render: ({ tier, href }) => html`
    <pattern-card tier=${tier ?? nothing} href=${href ?? nothing}>
      <h3><a href="#circuit-breaker">Circuit breaker</a></h3>
      <p>Stops one failure from spreading.</p>
    </pattern-card>
  `,
};

/** The link around everything in the card. */
export const LinkAround: Story = {
  render: () => html`
    <pattern-card>
      <a href="#cqrs">
        <h3>CQRS</h3>
        <p>Separates reads from writes.</p>
      </a>
    </pattern-card>
  `,
};

/** The link made from `href`, which needs JavaScript. */
export const HrefAttribute: Story = {
  args: { tier: 'silver', href: '#event-sourcing' },
  parameters: { controls: { disable: false } },
  render: ({ tier, href }) => html`
    <pattern-card tier=${tier ?? nothing} href=${href ?? nothing}>
      <h3>Event sourcing</h3>
      <p>Keeps what happened, and derives from it what is.</p>
    </pattern-card>
  `,
};

export const NoLink: Story = {
  render: () => html`
    <pattern-card tier="bronze">
      <h3>Two-phase commit</h3>
      <p>Considered, and not used.</p>
    </pattern-card>
  `,
};

/** `gold`, `silver` and `bronze` have a colour; any other word is shown in that of silver. */
export const Tiers: Story = {
  render: () => html`
    <card-grid>
      ${['gold', 'silver', 'bronze', 'experimental'].map(
        (tier) => html`
          <pattern-card tier=${tier}>
            <h3><a href="#outbox">Outbox</a></h3>
            <p>Sends an event exactly when the row is committed.</p>
          </pattern-card>
        `,
      )}
    </card-grid>
  `,
};

export const LongText: Story = {
  render: () => html`
    <pattern-card tier="gold">
      <h3>
        <a href="#replication">Semi-synchronous replication across two regions, with bounded staleness and leases</a>
      </h3>
      <p>
        Every order is written in both regions before it is acknowledged. While the other region is away the ledger keeps
        a backlog, and tells the gateway to ask buyers for patience once the backlog is older than ten seconds.
      </p>
    </pattern-card>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <pattern-card tier="silver">
      <h3><a href="#idempotency">idempotency_key_with_bounded_retention</a></h3>
      <p>A retry finds the answer of the first try.</p>
    </pattern-card>
  </div>`,
};

export const InCardGrid: Story = {
  render: () => html`
    <card-grid>
      <pattern-card>
        <a href="#circuit-breaker"><h3>Circuit breaker</h3><p>Stops one failure from spreading.</p></a>
      </pattern-card>
      <pattern-card>
        <a href="#cqrs"><h3>CQRS</h3><p>Separates reads from writes.</p></a>
      </pattern-card>
      <pattern-card>
        <a href="#event-sourcing"><h3>Event sourcing</h3><p>Keeps what happened.</p></a>
      </pattern-card>
    </card-grid>
  `,
};

export const FortyInCardGrid: Story = {
  render: () => html`
    <card-grid>
      ${Array.from(
        { length: 40 },
        (_, index) => html`
          <pattern-card>
            <h3><a href="#pattern-${index + 1}">Pattern ${index + 1}</a></h3>
            <p>Used in ${2 + ((index * 7) % 12)} services.</p>
          </pattern-card>
        `,
      )}
    </card-grid>
  `,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="tip">
      <h3>What would have helped</h3>
      <pattern-card tier="gold">
        <h4><a href="#bulkhead">Bulkhead</a></h4>
        <p>Keeps one tenant's load away from the others.</p>
      </pattern-card>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <pattern-card>
      <h3><a href="#circuit-breaker">قاطع الدائرة</a></h3>
      <p>يمنع انتشار عطل واحد إلى سائر الخدمات.</p>
    </pattern-card>
    <pattern-card href="#cqrs">
      <h3>فصل القراءة عن الكتابة</h3>
      <p>نموذج للقراءة وآخر للكتابة.</p>
    </pattern-card>
  </div>`,
};

/** An address that is not followed: no link is made of it, and the console says which ones are. */
export const UnsafeHref: Story = {
  render: () => html`
    <pattern-card href="javascript:void 0">
      <h3>Circuit breaker</h3>
      <p>Stops one failure from spreading.</p>
    </pattern-card>
  `,
};

/** A `javascript:` link of the author's is not stretched over the card, and the console says so. */
export const UnsafeLink: Story = {
  render: () => html`
    <pattern-card>
      <h3><a href="javascript:void 0">Circuit breaker</a></h3>
      <p>Stops one failure from spreading.</p>
    </pattern-card>
  `,
};

/** Nothing inside: an empty frame, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<pattern-card></pattern-card>`,
};
