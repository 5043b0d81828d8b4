import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

interface Args {
  trend?: string;
  better?: string;
  target?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/stat-card',
  component: 'stat-card',
  parameters: { controls: { disable: true } },
  argTypes: {
    trend: { control: 'inline-radio', options: ['up', 'down', 'flat'] },
    better: { control: 'inline-radio', options: ['lower', 'higher'] },
    target: { control: { type: 'number', min: 0, step: 10 } },
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {
  args: { target: 300, trend: 'down', better: 'lower' },
  parameters: { controls: { disable: false } },
  render: ({ target, trend, better }) => html`
    <stat-card target=${target ?? nothing} trend=${trend ?? nothing} better=${better ?? nothing}>
      <h3>P99 latency</h3>
      <data value="210">210 <small>ms</small></data>
    </stat-card>
  `,
};

/** A heading and a figure are enough. */
export const HeadingAndFigure: Story = {
  render: () => html`<stat-card><h3>Shards</h3><data value="64">64</data></stat-card>`,
};

/** The figure as the paragraph after the heading, and text below. */
export const FigureAsParagraph: Story = {
  render: () => html`
    <stat-card>
      <h3>Availability</h3>
      <p>99.98%</p>
      <p>Over the last twelve months.</p>
    </stat-card>
  `,
};

export const WithText: Story = {
  render: () => html`
    <stat-card trend="down" better="lower">
      <h3>P99 latency</h3>
      <data value="210">210 <small>ms</small></data>
      <p>Measured at the gateway, 740 ms before the change.</p>
    </stat-card>
  `,
};

/** An arrow shows the trend; it has a colour only where `better` says which way is good. */
export const Trends: Story = {
  render: () => html`
    <card-grid>
      ${['up', 'down', 'flat'].flatMap((trend) =>
        [undefined, 'higher', 'lower'].map(
          (better) => html`
            <stat-card trend=${trend} better=${better ?? nothing}>
              <h3>${trend}, ${better ? `${better} is better` : 'no side taken'}</h3>
              <data value="420">420 <small>orders/s</small></data>
            </stat-card>
          `,
        ),
      )}
    </card-grid>
  `,
};

/** The bar is full at the target. A target is a ceiling, or with `better="higher"` a floor. */
export const Targets: Story = {
  render: () => html`
    <card-grid>
      <stat-card target="300"><h3>Ceiling met</h3><data value="210">210 <small>ms</small></data></stat-card>
      <stat-card target="300"><h3>Ceiling missed</h3><data value="740">740 <small>ms</small></data></stat-card>
      <stat-card target="500" better="higher"><h3>Floor met</h3><data value="620">620 <small>orders/s</small></data></stat-card>
      <stat-card target="500" better="higher"><h3>Floor missed</h3><data value="140">140 <small>orders/s</small></data></stat-card>
      <stat-card target="300"><h3>Exactly there</h3><data value="300">300 <small>ms</small></data></stat-card>
      <stat-card target="300"><h3>At zero</h3><data value="0">0 <small>ms</small></data></stat-card>
    </card-grid>
  `,
};

export const LongText: Story = {
  render: () => html`
    <stat-card trend="up" better="lower" target="1000000000">
      <h3>Orders that were placed again by hand after the outage, over all regions and all years</h3>
      <data value="123456789">123,456,789.25 <small>orders a fortnight</small></data>
      <p>Counted from the archive, which keeps them for seven years, and checked against the invoices.</p>
    </stat-card>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <stat-card trend="down" better="lower" target="300">
      <h3>P99 latency at the gateway, both regions</h3>
      <data value="210">210 <small>milliseconds</small></data>
    </stat-card>
  </div>`,
};

export const InCardGrid: Story = {
  render: () => html`
    <card-grid>
      <stat-card><h3>P50 latency</h3><data value="38">38 <small>ms</small></data></stat-card>
      <stat-card><h3>P99 latency</h3><data value="210">210 <small>ms</small></data></stat-card>
      <stat-card><h3>P99.9 latency</h3><data value="740">740 <small>ms</small></data></stat-card>
    </card-grid>
  `,
};

export const FortyInCardGrid: Story = {
  render: () => html`
    <card-grid>
      ${Array.from({ length: 40 }, (_, index) => {
        const value = 90 + ((index * 61) % 260);
        return html`
          <stat-card target="300">
            <h3>Shard ${index + 1}</h3>
            <data value=${value}>${value} <small>ms</small></data>
          </stat-card>
        `;
      })}
    </card-grid>
  `,
};

export const InsideIncident: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Stale reads</h3>
      <card-grid>
        <stat-card target="5"><h4>Detected after</h4><data value="12">12 <small>min</small></data></stat-card>
        <stat-card target="60"><h4>Resolved after</h4><data value="31">31 <small>min</small></data></stat-card>
      </card-grid>
    </incident-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <stat-card target="300" trend="down" better="lower">
      <h3>زمن الاستجابة عند المئين 99</h3>
      <data value="210">210 <small>مللي ثانية</small></data>
    </stat-card>
    <stat-card trend="flat">
      <h3>الأجزاء</h3>
      <data value="64">64</data>
    </stat-card>
  </div>`,
};

/** Settings that make no sense have no effect, and the console says which they are. */
export const BadSettings: Story = {
  render: () => html`
    <card-grid>
      <stat-card trend="sideways" better="bigger">
        <h3>Unknown words</h3>
        <data value="210">210 <small>ms</small></data>
      </stat-card>
      <stat-card target="soon">
        <h3>A target that is no number</h3>
        <data value="210">210 <small>ms</small></data>
      </stat-card>
      <stat-card target="300">
        <h3>A target without a figure</h3>
        <p>about 210 ms</p>
      </stat-card>
    </card-grid>
  `,
};

/** Nothing inside: an empty frame, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<stat-card></stat-card>`,
};
