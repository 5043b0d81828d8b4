import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

interface Args {
  name?: string;
  selected?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/content-tabs',
  component: 'content-tabs',
  parameters: { controls: { disable: true } },
  argTypes: { name: { control: 'text' }, selected: { control: false } },
};
export default meta;

type Story = StoryObj<Args>;

/** Each `<section>` is a tab, named by its heading. With a `name`, the choice is remembered. */
export const Default: Story = {
  args: { name: 'language' },
  parameters: { controls: { disable: false } },
  render: ({ name }) => html`
    <content-tabs name=${name || nothing}>
      <section>
        <h3>Go</h3>
        <p>A goroutine a connection, and a channel for each shard.</p>
        <pre><code>orders &lt;- order</code></pre>
      </section>
      <section>
        <h3>Rust</h3>
        <p>A task a connection, and a bounded queue for each shard.</p>
        <pre><code>orders.send(order).await?</code></pre>
      </section>
    </content-tabs>
  `,
};

/** Tabs of the same `name` switch together; those without the heading that was chosen stay as they are. */
export const SameName: Story = {
  render: () => html`
    <content-tabs name="store">
      <section><h3>Cassandra</h3><p>Wide rows by buyer and month.</p></section>
      <section><h3>Spanner</h3><p>A table of orders, interleaved with its lines.</p></section>
    </content-tabs>
    <p>The same choice decides how a replica is repaired:</p>
    <content-tabs name="store">
      <section><h3>Cassandra</h3><p>By an anti-entropy run each week.</p></section>
      <section><h3>Spanner</h3><p>By the log, on its own.</p></section>
    </content-tabs>
    <p>A third alternative stands in one of them only:</p>
    <content-tabs name="store">
      <section><h3>Spanner</h3><p>Backups are read at a timestamp.</p></section>
      <section><h3>Files</h3><p>Backups are copies.</p></section>
    </content-tabs>
  `,
};

/** Without a `name` each is on its own, and nothing is remembered. */
export const NoName: Story = {
  render: () => html`
    ${[1, 2].map(
      (shard) => html`
        <content-tabs>
          <section><h3>Leader</h3><p>Shard ${shard} takes the writes.</p></section>
          <section><h3>Replica</h3><p>Shard ${shard} follows, two seconds behind.</p></section>
        </content-tabs>
      `,
    )}
  `,
};

/** `selected` is the heading of the section that is shown. */
export const SelectedProperty: Story = {
  args: { selected: 'Replica' },
  argTypes: { selected: { control: 'inline-radio', options: ['Leader', 'Replica', 'Witness'] } },
  parameters: {
    controls: { disable: false, include: ['selected'] },
    docs: { source: { language: 'js', code: `document.querySelector('content-tabs').selected = 'Replica';` } },
  },
  render: ({ selected }) => html`
    <content-tabs .selected=${selected}>
      <section><h3>Leader</h3><p>Takes the writes.</p></section>
      <section><h3>Replica</h3><p>Follows, two seconds behind.</p></section>
      <section><h3>Witness</h3><p>Votes, and stores nothing.</p></section>
    </content-tabs>
  `,
};

/** A link to something inside a section that is not shown opens it. */
export const LinkedSection: Story = {
  render: () => html`
    <p>Reads may be late, see <a href="#replica-lag">how late</a>.</p>
    <content-tabs>
      <section><h3>Leader</h3><p>Takes the writes.</p></section>
      <section><h3>Replica</h3><p>Follows, <span id="replica-lag">two seconds behind</span>.</p></section>
    </content-tabs>
  `,
};

/** Other elements inside the sections. */
export const Nested: Story = {
  render: () => html`
    <content-tabs>
      <section>
        <h3>Before the split</h3>
        <latency-profile slo="300 ms">
          <dl>
            <div><dt>P50</dt><dd>38 ms</dd></div>
            <div><dt>P99</dt><dd>1.45 s</dd></div>
          </dl>
        </latency-profile>
      </section>
      <section>
        <h3>After the split</h3>
        <latency-profile slo="300 ms">
          <dl>
            <div><dt>P50</dt><dd>31 ms</dd></div>
            <div><dt>P99</dt><dd>210 ms</dd></div>
          </dl>
        </latency-profile>
      </section>
    </content-tabs>
  `,
};

export const OneTab: Story = {
  render: () => html`
    <content-tabs>
      <section><h3>Leader</h3><p>Takes the writes.</p></section>
    </content-tabs>
  `,
};

/** More tabs than fit the line, which scrolls. */
export const TwentyTabs: Story = {
  render: () => html`
    <content-tabs>
      ${Array.from(
        { length: 20 },
        (_, index) => html`<section><h3>Shard ${index + 1}</h3><p>${560 + ((index * 37) % 90)} GB.</p></section>`,
      )}
    </content-tabs>
  `,
};

export const LongText: Story = {
  render: () => html`
    <content-tabs>
      <section>
        <h3>While both regions answer within the time that was agreed</h3>
        <p>
          The order is written in both, with cross_region_semi_synchronous_replication_with_bounded_staleness, and
          acknowledged once the slower of them has it on disk.
        </p>
      </section>
      <section>
        <h3>While one of them does not</h3>
        <p>The order is written in one, and the buyer is told that it may take longer.</p>
      </section>
    </content-tabs>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <content-tabs>
      <section><h3>Leader</h3><p>Takes the writes.</p></section>
      <section><h3>Replica</h3><p>Follows, two seconds behind.</p></section>
      <section><h3>Witness</h3><p>Votes, and stores nothing.</p></section>
      <section><h3>Archive</h3><p>Keeps what nobody has asked for in a year.</p></section>
      <section><h3>Backup</h3><p>Is restored every week.</p></section>
    </content-tabs>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="example">
      <h3>Two ways to write an order</h3>
      <content-tabs>
        <section><h4>Leader</h4><p>Takes the writes.</p></section>
        <section><h4>Replica</h4><p>Follows, two seconds behind.</p></section>
      </content-tabs>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <content-tabs>
      <section><h3>القائد</h3><p>يستقبل الكتابة.</p></section>
      <section><h3>النسخة</h3><p>تتبع القائد بعد ثانيتين.</p></section>
      <section><h3>الشاهد</h3><p>يصوّت ولا يخزّن شيئًا.</p></section>
    </content-tabs>
  </div>`,
};

/** A section without a heading has its number for a tab, and the console says what to add. */
export const SectionWithoutHeading: Story = {
  render: () => html`
    <content-tabs>
      <section><h3>Leader</h3><p>Takes the writes.</p></section>
      <section><p>Follows, two seconds behind.</p></section>
    </content-tabs>
  `,
};

/** Text that is in no section stays as it is, and the console says where it belongs. */
export const NoSections: Story = {
  render: () => html`<content-tabs><p>The leader takes the writes.</p></content-tabs>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<content-tabs></content-tabs>`,
};
