import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

interface Args {
  kind?: string;
}

const kinds = ['note', 'tip', 'info', 'abstract', 'success', 'question', 'warning', 'danger', 'example', 'quote'];

const meta: Meta<Args> = {
  title: 'Elements/note-callout',
  component: 'note-callout',
  parameters: { controls: { disable: true } },
  argTypes: { kind: { control: 'select', options: kinds } },
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {
  args: { kind: 'tip' },
  parameters: { controls: { disable: false } },
  render: ({ kind }) => html`
    <note-callout kind=${kind ?? nothing}>
      <h3>Key design decisions</h3>
      <ol>
        <li><strong>Sharding</strong>: orders are split by buyer.</li>
        <li><strong>Replication</strong>: both regions write before an order is acknowledged.</li>
        <li><strong>Caching</strong>: the catalogue is cached, orders never are.</li>
      </ol>
    </note-callout>
  `,
};

/** Every kind. Without a heading the kind is the title, in English. */
export const Kinds: Story = {
  render: () =>
    html`${kinds.map(
      (kind) =>
        html`<note-callout kind=${kind}><p>Orders are split by buyer, see <a href="#sharding">sharding</a>.</p></note-callout>`,
    )}`,
};

/** Every kind with a heading, which takes the place of the title. */
export const KindsWithHeading: Story = {
  render: () =>
    html`${kinds.map(
      (kind) => html`
        <note-callout kind=${kind}>
          <h3>Sharding by buyer</h3>
          <p>All orders of a buyer are on one shard.</p>
        </note-callout>
      `,
    )}`,
};

/** Folded, as MkDocs' `???` is; open on paper. */
export const Folded: Story = {
  render: () => html`
    <note-callout kind="question">
      <details>
        <summary>What if a buyer outgrows a shard?</summary>
        <p>The shard is split by the hash of the order.</p>
      </details>
    </note-callout>
    <note-callout kind="warning">
      <details open>
        <summary>Stale reads</summary>
        <p>Reads of a replica may be up to two seconds old.</p>
      </details>
    </note-callout>
  `,
};

export const NoKind: Story = {
  render: () => html`<note-callout><p>Reads may be up to two seconds old.</p></note-callout>`,
};

/** Text needs no `<p>` around it. */
export const BareText: Story = {
  render: () => html`<note-callout kind="warning">Reads may be up to two seconds old.</note-callout>`,
};

export const FortyPoints: Story = {
  render: () => html`
    <note-callout kind="question">
      <h3>Open questions</h3>
      <ul>
        ${Array.from({ length: 40 }, (_, index) => html`<li>Who owns shard ${index + 1} when its leader is away?</li>`)}
      </ul>
    </note-callout>
  `,
};

export const LongText: Story = {
  render: () => html`
    <note-callout kind="danger">
      <h3>
        Never run a migration against the busiest shard without a lock timeout, not even one that took two seconds on the
        staging copy
      </h3>
      <p>
        The staging copy holds a hundredth of the rows. The migration that locked checkout for eleven minutes had run
        there eleven times without anybody noticing, and was merged on a Thursday afternoon.
      </p>
      <p>ledger.migrations.lock_timeout_milliseconds_before_the_migration_gives_up_and_is_retried_at_night</p>
    </note-callout>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <note-callout kind="warning">
      <h3>Reads of a replica may be up to two seconds old</h3>
      <p>Use the leader where a buyer looks at an order that was just placed.</p>
    </note-callout>
  </div>`,
};

/** A callout in a callout, and callouts in the other containers. */
export const Nested: Story = {
  render: () => html`
    <note-callout kind="abstract">
      <h3>Migrations</h3>
      <p>They run at night.</p>
      <note-callout kind="warning"><p>Except for those that a fix waits for.</p></note-callout>
    </note-callout>
    <incident-callout severity="minor">
      <h3>Shard 12 stalled</h3>
      <p>Writes waited for a lease that nobody held.</p>
      <note-callout kind="tip"><p>Leases end by themselves after ten seconds.</p></note-callout>
    </incident-callout>
    <card-grid>
      <note-callout kind="success"><p>Retries have a budget.</p></note-callout>
      <note-callout kind="danger"><p>Replicas do not know their age.</p></note-callout>
    </card-grid>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <note-callout kind="tip">
      <h3>قرارات التصميم الرئيسية</h3>
      <ol>
        <li><strong>التقسيم</strong>: تُقسَّم الطلبات بحسب المشتري.</li>
        <li><strong>النسخ</strong>: تكتب المنطقتان قبل تأكيد الطلب.</li>
      </ol>
    </note-callout>
    <note-callout kind="warning">
      <h3>تنبيه</h3>
      <p>قد تتأخر القراءة من النسخة ثانيتين.</p>
    </note-callout>
  </div>`,
};

/** A kind that does not exist looks like a note, and the console names the known ones. */
export const UnknownKind: Story = {
  render: () => html`<note-callout kind="hint"><p>Reads may be up to two seconds old.</p></note-callout>`,
};

/** Nothing inside: only the title is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<note-callout kind="tip"></note-callout>`,
};
