import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/practice-list',
  component: 'practice-list',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** A `<ul>` whose items begin with the practice in bold. */
export const Default: Story = {
  render: () => html`
    <practice-list>
      <h3>Observability</h3>
      <ul>
        <li><strong>Metrics</strong>: lag, error rate and saturation by shard.</li>
        <li><strong>Logging</strong>: one structured line an order, kept for 30 days.</li>
        <li><strong>Tracing</strong>: one request in a thousand, and every slow one.</li>
        <li><strong>Alerting</strong>: on the error budget, never on a cause.</li>
      </ul>
    </practice-list>
  `,
};

/** A `<dl>` with a `<div>` around each pair. */
export const DescriptionList: Story = {
  render: () => html`
    <practice-list>
      <h3>Observability</h3>
      <dl>
        <div><dt>Metrics</dt><dd>Lag, error rate and saturation by shard.</dd></div>
        <div><dt>Logging</dt><dd>One structured line an order, kept for 30 days.</dd></div>
        <div><dt>Tracing</dt><dd>One request in a thousand, and every slow one.</dd></div>
      </dl>
    </practice-list>
  `,
};

/** A `<dl>` without the `<div>`s. */
export const BareList: Story = {
  render: () => html`
    <practice-list>
      <dl>
        <dt>Metrics</dt>
        <dd>Lag, error rate and saturation by shard.</dd>
        <dt>Logging</dt>
        <dd>One structured line an order, kept for 30 days.</dd>
        <dt>Tracing</dt>
        <dd>One request in a thousand, and every slow one.</dd>
      </dl>
    </practice-list>
  `,
};

/** An `<ol>`, where a reader is to go through them in order. */
export const OrderedList: Story = {
  render: () => html`
    <practice-list>
      <h3>On call</h3>
      <ol>
        <li><strong>Acknowledge</strong>: within five minutes.</li>
        <li><strong>Mitigate</strong>: before looking for causes.</li>
        <li><strong>Write down</strong>: what was tried, and when.</li>
      </ol>
    </practice-list>
  `,
};

export const RichItems: Story = {
  render: () => html`
    <practice-list>
      <ul>
        <li>
          <strong>Metrics</strong>
          <ul>
            <li><code>lag_seconds</code></li>
            <li><a href="#budget">Error budget</a></li>
          </ul>
        </li>
        <li><strong>Logging</strong>: one structured line an order.</li>
      </ul>
    </practice-list>
  `,
};

export const OnePractice: Story = {
  render: () => html`
    <practice-list>
      <ul>
        <li><strong>Metrics</strong>: lag and error rate by shard.</li>
      </ul>
    </practice-list>
  `,
};

export const FortyPractices: Story = {
  render: () => html`
    <practice-list>
      <h3>One practice a shard</h3>
      <ul>
        ${Array.from(
          { length: 40 },
          (_, index) =>
            html`<li><strong>Shard ${index + 1}</strong>: restored from backup every ${1 + (index % 5)} weeks.</li>`,
        )}
      </ul>
    </practice-list>
  `,
};

export const LongText: Story = {
  render: () => html`
    <practice-list>
      <h3>What the team does every week, whether or not anything has happened that would remind it to</h3>
      <ul>
        <li>
          <strong>Restores from the backups of the busiest shard, in both regions</strong>: onto machines that are thrown
          away afterwards, with cross_region_semi_synchronous_replication_with_bounded_staleness switched off, and with
          the clock running.
        </li>
        <li><strong>Metrics</strong>: lag.</li>
      </ul>
    </practice-list>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <practice-list>
      <h3>Observability</h3>
      <ul>
        <li><strong>Metrics</strong>: lag, error rate and saturation by shard.</li>
        <li><strong>Logging</strong>: one structured line an order.</li>
      </ul>
    </practice-list>
    <practice-list>
      <dl>
        <dt>Metrics</dt>
        <dd>Lag, error rate and saturation by shard.</dd>
        <dt>Logging</dt>
        <dd>One structured line an order.</dd>
      </dl>
    </practice-list>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="success">
      <h3>What paid off</h3>
      <practice-list>
        <ul>
          <li><strong>Tracing</strong>: every slow request.</li>
          <li><strong>Alerting</strong>: on the error budget.</li>
        </ul>
      </practice-list>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <practice-list>
      <h3>المراقبة</h3>
      <ul>
        <li><strong>المقاييس</strong>: التأخر ونسبة الأخطاء لكل جزء.</li>
        <li><strong>السجلات</strong>: سطر واحد لكل طلب، يُحفظ ثلاثين يومًا.</li>
        <li><strong>التتبع</strong>: طلب من كل ألف، وكل طلب بطيء.</li>
      </ul>
    </practice-list>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<practice-list><p>We look at lag and error rate.</p></practice-list>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<practice-list></practice-list>`,
};
