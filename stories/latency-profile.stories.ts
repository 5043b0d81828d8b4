import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Fact } from '../src/index.js';

interface Args {
  slo?: string;
  percentiles?: readonly Fact[];
}

const meta: Meta<Args> = {
  title: 'Elements/latency-profile',
  component: 'latency-profile',
  parameters: { controls: { disable: true } },
  argTypes: { slo: { control: 'text' }, percentiles: { control: false } },
};
export default meta;

type Story = StoryObj<Args>;

/** A `<dl>` with a `<div>` around each pair, and an objective that one percentile misses. */
export const Default: Story = {
  args: { slo: '300 ms' },
  parameters: { controls: { disable: false } },
  render: ({ slo }) => html`
    <latency-profile slo=${slo ?? nothing}>
      <h3>Accepting an order</h3>
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P95</dt><dd>120 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd></div>
        <div><dt>P99.9</dt><dd>1.45 s</dd></div>
      </dl>
    </latency-profile>
  `,
};

export const NoObjective: Story = {
  render: () => html`
    <latency-profile>
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd></div>
      </dl>
    </latency-profile>
  `,
};

export const WithinTheObjective: Story = {
  render: () => html`
    <latency-profile slo="2 s">
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd></div>
        <div><dt>P99.9</dt><dd>1.45 s</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** A `<dl>` without the `<div>`s. */
export const BareList: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <h3>Accepting an order</h3>
      <dl>
        <dt>P50</dt>
        <dd>38 ms</dd>
        <dt>P99</dt>
        <dd>210 ms</dd>
        <dt>P99.9</dt>
        <dd>1.45 s</dd>
      </dl>
    </latency-profile>
  `,
};

/** A second `<dd>` is a note below the bar. */
export const Notes: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd><dd>Both regions on one continent.</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd><dd>Measured at <a href="#gateway">the gateway</a>, daily peak.</dd></div>
        <div><dt>P99.9</dt><dd>1.45 s</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** A table of percentile and latency, as Markdown makes it. */
export const TwoColumnTable: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <table>
        <caption>Accepting an order</caption>
        <thead>
          <tr><th>Percentile</th><th>Latency</th></tr>
        </thead>
        <tbody>
          <tr><td>P50</td><td>38 ms</td></tr>
          <tr><td>P99</td><td>210 ms</td></tr>
          <tr><td>P99.9</td><td>1.45 s</td></tr>
        </tbody>
      </table>
    </latency-profile>
  `,
};

/** Further columns are notes, each after its column's heading. */
export const FourColumnTable: Story = {
  render: () => html`
    <latency-profile>
      <h3>Accepting an order</h3>
      <table>
        <thead>
          <tr><th>Percentile</th><th>Latency</th><th>Measured</th><th>Dominated by</th></tr>
        </thead>
        <tbody>
          <tr><td>P50</td><td>38 ms</td><td>at the gateway</td><td>The write to disk</td></tr>
          <tr><td>P99</td><td>210 ms</td><td>at the gateway</td><td>The other region</td></tr>
          <tr><td>P99.9</td><td>1.45 s</td><td>at the client</td><td>One retry</td></tr>
        </tbody>
      </table>
    </latency-profile>
  `,
};

/** Ranges, limits, approximations, and any unit of time. */
export const WhatIsRead: Story = {
  render: () => html`
    <latency-profile slo="1.5 s">
      <dl>
        <div><dt>P25</dt><dd>850 µs</dd></div>
        <div><dt>P50</dt><dd>&lt; 10 ms</dd></div>
        <div><dt>P75</dt><dd>~35 ms</dd></div>
        <div><dt>P95</dt><dd>40–125 ms</dd></div>
        <div><dt>P99</dt><dd>1,200 milliseconds</dd></div>
        <div><dt>P99.9</dt><dd>2 min</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** The same from data, where there is no markup to put inside. `note` is optional. */
export const PercentilesProperty: Story = {
  args: {
    percentiles: [
      { label: 'P50', value: '38 ms' },
      { label: 'P99', value: '210 ms', note: 'daily peak' },
      { label: 'P99.9', value: '1.45 s' },
    ],
  },
  argTypes: { percentiles: { control: 'object' } },
  parameters: {
    controls: { disable: false, include: ['percentiles'] },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('latency-profile').percentiles = [
  { label: 'P50', value: '38 ms' },
  { label: 'P99', value: '210 ms', note: 'daily peak' },
  { label: 'P99.9', value: '1.45 s' },
];`,
      },
    },
  },
  render: ({ percentiles }) => html`<latency-profile .percentiles=${percentiles}></latency-profile>`,
};

export const OnePercentile: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <dl>
        <div><dt>P99</dt><dd>210 ms</dd></div>
      </dl>
    </latency-profile>
  `,
};

export const FortyPercentiles: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <h3>Every other percentile</h3>
      <dl>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<div><dt>P${20 + 2 * index}</dt><dd>${Math.round(8 * 1.11 ** index)} ms</dd></div>`,
        )}
      </dl>
    </latency-profile>
  `,
};

export const LongText: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <h3>From the press of the button until both regions have acknowledged the order and the page says so</h3>
      <dl>
        <div>
          <dt>P50, without the retries of the client</dt>
          <dd>38 ms</dd>
          <dd>
            Measured at the gateway during the daily peak, over thirty days, leaving out the eleven minutes in March in
            which there was nothing to measure.
          </dd>
        </div>
        <div><dt>P99.9</dt><dd>1.45 s when both regions answer, and longer when one does not</dd></div>
      </dl>
    </latency-profile>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <latency-profile slo="300 ms">
      <h3>Accepting an order</h3>
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd><dd>Measured at the gateway.</dd></div>
        <div><dt>P99.9</dt><dd>1.45 s</dd></div>
      </dl>
    </latency-profile>
    <latency-profile>
      <table>
        <thead>
          <tr><th>Percentile</th><th>Latency</th><th>Measured</th></tr>
        </thead>
        <tbody>
          <tr><td>P50</td><td>38 ms</td><td>at the gateway</td></tr>
          <tr><td>P99</td><td>210 ms</td><td>at the client</td></tr>
        </tbody>
      </table>
    </latency-profile>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="info">
      <h3>Where the time goes</h3>
      <latency-profile slo="300 ms">
        <dl>
          <div><dt>P50</dt><dd>38 ms</dd></div>
          <div><dt>P99</dt><dd>210 ms</dd></div>
        </dl>
      </latency-profile>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <latency-profile slo="300 ms">
      <h3>زمن قبول الطلب</h3>
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P95</dt><dd>40-125 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd><dd>يُقاس عند البوابة في ساعة الذروة.</dd></div>
        <div><dt>P99.9</dt><dd>1.45 s</dd></div>
      </dl>
    </latency-profile>
  </div>`,
};

/** A figure that cannot be read, for want of a unit or of a number, stays as it is written and has no bar. */
export const UnreadableFigures: Story = {
  render: () => html`
    <latency-profile slo="300 ms">
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P95</dt><dd>120</dd></div>
        <div><dt>P99</dt><dd>X ms</dd></div>
        <div><dt>P99.9</dt><dd>not public</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** An objective without a unit is not drawn, and the console says how to write one. */
export const UnreadableObjective: Story = {
  render: () => html`
    <latency-profile slo="fast">
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** A table without a header row: the bars are drawn, the notes have no labels, and the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <latency-profile>
      <table>
        <tbody>
          <tr><td>P50</td><td>38 ms</td><td>at the gateway</td></tr>
          <tr><td>P99</td><td>210 ms</td><td>at the client</td></tr>
        </tbody>
      </table>
    </latency-profile>
  `,
};

/** Markup and the property: the markup is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <latency-profile .percentiles=${[{ label: 'P50', value: '12 ms' }]}>
      <dl>
        <div><dt>P50</dt><dd>38 ms</dd></div>
        <div><dt>P99</dt><dd>210 ms</dd></div>
      </dl>
    </latency-profile>
  `,
};

/** Text that is in neither a list nor a table stays as it is, and the console says where it belongs. */
export const NeitherListNorTable: Story = {
  render: () => html`<latency-profile><p>38 ms at the median, 210 ms at P99.</p></latency-profile>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<latency-profile></latency-profile>`,
};
