import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/study-meta',
  component: 'study-meta',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** A `<dl>` with a `<div>` around each pair. An empty reading time is counted from the words of the page. */
export const Default: Story = {
  render: () => html`
    <article>
      <h2>Order ledger</h2>
      <study-meta>
        <dl>
          <div><dt>Domain</dt><dd>Payments</dd></div>
          <div><dt>Difficulty</dt><dd>Intermediate</dd></div>
          <div><dt>Reading time</dt><dd></dd></div>
          <div><dt>Status</dt><dd>Complete</dd></div>
          <div><dt>Updated</dt><dd><time datetime="2024-06-20">20 June 2024</time></dd></div>
        </dl>
      </study-meta>
      <p>
        An order is accepted once both regions have it on disk. Buyers notice a slow checkout, but they remember a lost
        order, so the ledger trades some latency for durability.
      </p>
    </article>
  `,
};

/** Below the summary of a page. */
export const InAPage: Story = {
  parameters: { layout: 'fullscreen' },
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger: scale and architecture</h1>
      <p>A ledger that takes orders in two regions and must never lose one.</p>
      <study-meta>
        <dl>
          <div><dt>Company</dt><dd>Example Shop</dd></div>
          <div><dt>Domain</dt><dd>Payments</dd></div>
          <div><dt>Difficulty</dt><dd>Advanced</dd></div>
          <div><dt>Reading time</dt><dd></dd></div>
          <div><dt>Status</dt><dd>Draft</dd></div>
        </dl>
      </study-meta>
      <h2>Context</h2>
      <p>An order is accepted once both regions have it on disk.</p>
    </case-study>
  `,
};

/** A `<dl>` without the `<div>`s. */
export const BareList: Story = {
  render: () => html`
    <study-meta>
      <dl>
        <dt>Domain</dt>
        <dd>Payments</dd>
        <dt>Difficulty</dt>
        <dd>Advanced</dd>
        <dt>Reading time</dt>
        <dd>12 min</dd>
        <dt>Status</dt>
        <dd>In progress</dd>
      </dl>
    </study-meta>
  `,
};

/** The three levels, and one that is no level and stays a word. */
export const Difficulties: Story = {
  render: () => html`
    ${['Basic', 'Intermediate', 'Advanced', 'Depends on the chapter'].map(
      (level) => html`
        <study-meta>
          <dl>
            <div><dt>Difficulty</dt><dd>${level}</dd></div>
            <div><dt>Status</dt><dd>Complete</dd></div>
          </dl>
        </study-meta>
      `,
    )}
  `,
};

/** `data-level` draws the level where the words do not tell it, as in another language. */
export const DataLevel: Story = {
  render: () => html`
    <study-meta>
      <dl>
        <div><dt>Read first</dt><dd data-level="2">The page about leases</dd></div>
        <div><dt>Reading time</dt><dd>12 min</dd></div>
      </dl>
    </study-meta>
  `,
};

export const OneFact: Story = {
  render: () => html`
    <study-meta>
      <dl>
        <div><dt>Status</dt><dd>Draft</dd></div>
      </dl>
    </study-meta>
  `,
};

export const TwentyFacts: Story = {
  render: () => html`
    <study-meta>
      <dl>
        ${Array.from(
          { length: 20 },
          (_, index) => html`<div><dt>Reviewer ${index + 1}</dt><dd>Team ${(index % 6) + 1}</dd></div>`,
        )}
      </dl>
    </study-meta>
  `,
};

export const LongText: Story = {
  render: () => html`
    <study-meta>
      <dl>
        <div>
          <dt>Domain, as the business draws its boundaries</dt>
          <dd>Payments, order management, fraud prevention, and what the auditors have asked for since</dd>
        </div>
        <div><dt>Service</dt><dd>cross_region_semi_synchronous_replication_with_bounded_staleness</dd></div>
        <div><dt>Difficulty</dt><dd>Advanced</dd></div>
      </dl>
    </study-meta>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <study-meta>
      <dl>
        <div><dt>Domain</dt><dd>Payments</dd></div>
        <div><dt>Difficulty</dt><dd>Intermediate</dd></div>
        <div><dt>Reading time</dt><dd>12 min</dd></div>
        <div><dt>Updated</dt><dd><time datetime="2024-06-20">20 June 2024</time></dd></div>
      </dl>
    </study-meta>
    <study-meta>
      <dl>
        <dt>Domain</dt>
        <dd>Payments</dd>
        <dt>Difficulty</dt>
        <dd>Intermediate</dd>
        <dt>Status</dt>
        <dd>Complete</dd>
      </dl>
    </study-meta>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="abstract">
      <h3>About this writeup</h3>
      <study-meta>
        <dl>
          <div><dt>Difficulty</dt><dd>Basic</dd></div>
          <div><dt>Status</dt><dd>Complete</dd></div>
        </dl>
      </study-meta>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <study-meta>
      <dl>
        <div><dt>المجال</dt><dd>المدفوعات</dd></div>
        <div><dt>الصعوبة</dt><dd data-level="2">متوسط</dd></div>
        <div><dt>وقت القراءة</dt><dd>12 دقيقة</dd></div>
        <div><dt>الحالة</dt><dd>مكتمل</dd></div>
      </dl>
    </study-meta>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<study-meta><p>Payments, advanced, 12 minutes.</p></study-meta>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<study-meta></study-meta>`,
};
