import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/rollout-path',
  component: 'rollout-path',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const facts = html`<dl>
  <dt>Deployment frequency</dt>
  <dd>12 a day</dd>
  <dt>Rollback time</dt>
  <dd>Under 5 minutes</dd>
  <dt>Feature flags</dt>
  <dd>Every change that a buyer can see</dd>
</dl>`;

/** An `<ol>` of stages, and a `<dl>` of what else there is to say. */
export const Default: Story = {
  render: () => html`
    <rollout-path>
      <h3>How a change reaches everybody</h3>
      <ol>
        <li>Canary</li>
        <li>1%</li>
        <li>10%</li>
        <li>100%</li>
      </ol>
      ${facts}
    </rollout-path>
  `,
};

export const StagesOnly: Story = {
  render: () => html`
    <rollout-path>
      <ol>
        <li>Canary</li>
        <li>1%</li>
        <li>10%</li>
        <li>50%</li>
        <li>100%</li>
      </ol>
    </rollout-path>
  `,
};

/** A line of arrows in a paragraph. */
export const Arrows: Story = {
  render: () => html`
    <rollout-path>
      <p>Progressive rollout: Canary → 1% → 10% → 100%, an hour each.</p>
    </rollout-path>
  `,
};

/** A line of arrows among the facts, where the template has it. */
export const ArrowsInAList: Story = {
  render: () => html`
    <rollout-path>
      <h3>How a change reaches everybody</h3>
      <dl>
        <div><dt>Deployment frequency</dt><dd>12 a day</dd></div>
        <div><dt>Rollout</dt><dd>Canary → 1% → 10% → 100%</dd></div>
        <div><dt>Rollback time</dt><dd>Under 5 minutes</dd></div>
      </dl>
    </rollout-path>
  `,
};

/** A Mermaid flowchart that is one chain. */
export const MermaidChain: Story = {
  render: () => html`
    <rollout-path>
      <pre>
graph LR
  A[Canary] --> B[One region] --> C[Both regions]
</pre>
      ${facts}
    </rollout-path>
  `,
};

export const OneStage: Story = {
  render: () => html`
    <rollout-path>
      <ol>
        <li>Everybody at once</li>
      </ol>
      ${facts}
    </rollout-path>
  `,
};

export const TwelveStages: Story = {
  render: () => html`
    <rollout-path>
      <ol>
        ${['Canary', 1, 2, 5, 10, 15, 20, 30, 40, 60, 80, 100].map(
          (stage) => html`<li>${typeof stage === 'number' ? `${stage}%` : stage}</li>`,
        )}
      </ol>
    </rollout-path>
  `,
};

export const LongText: Story = {
  render: () => html`
    <rollout-path>
      <h3>How a change reaches everybody, from the laptop on which it was written to the last buyer in the last country</h3>
      <ol>
        <li>The team's own accounts, for a day</li>
        <li>One shard that nobody would miss</li>
        <li>One region, after the review of the shard's error budget</li>
        <li>Both regions</li>
      </ol>
      <dl>
        <dt>Rollback time, including the decision to roll back</dt>
        <dd>
          Under five minutes where a flag does it, under twenty where a deploy does it, and longer where a migration was
          part of the change.
        </dd>
        <dt>Flag</dt>
        <dd>cross_region_semi_synchronous_replication_with_bounded_staleness</dd>
      </dl>
    </rollout-path>
  `,
};

/** Below 26rem the stages stand below each other, each wider than the one above. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <rollout-path>
      <h3>How a change reaches everybody</h3>
      <ol>
        <li>Canary</li>
        <li>1%</li>
        <li>10%</li>
        <li>50%</li>
        <li>100%</li>
      </ol>
      ${facts}
    </rollout-path>
    <rollout-path>
      <p>Progressive rollout: Canary → 1% → 10% → 100%, an hour each.</p>
    </rollout-path>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="tip">
      <h3>Smaller steps first</h3>
      <rollout-path>
        <ol>
          <li>Canary</li>
          <li>1%</li>
          <li>100%</li>
        </ol>
      </rollout-path>
    </note-callout>
  `,
};

const arabic = html`<ol>
    <li>تجربة</li>
    <li>1%</li>
    <li>10%</li>
    <li>100%</li>
  </ol>
  <dl>
    <dt>وتيرة النشر</dt>
    <dd>12 مرة في اليوم</dd>
    <dt>زمن التراجع</dt>
    <dd>أقل من 5 دقائق</dd>
  </dl>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <rollout-path><h3>كيف يصل التغيير إلى الجميع</h3>${arabic}</rollout-path>
    <div style="inline-size: 18rem"><rollout-path>${arabic}</rollout-path></div>
  </div>`,
};

/** Many stages in a line of arrows, in a narrow container. */
export const ManyArrows: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <rollout-path>
      <p>The team's accounts → Canary → 1% → 2% → 5% → 10% → 20% → 50% → 100%</p>
    </rollout-path>
  </div>`,
};

/** Words without arrows stay as they are, and the console says how to write the stages. */
export const NoStages: Story = {
  render: () => html`
    <rollout-path>
      <p>First a canary, then everybody.</p>
    </rollout-path>
  `,
};

/** A flowchart that branches is no chain: the source stays, and the console says how to write the stages. */
export const Branches: Story = {
  render: () => html`
    <rollout-path>
      <pre>
graph LR
  A[Canary] --> B[Region one]
  A --> C[Region two]
</pre>
    </rollout-path>
  `,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<rollout-path></rollout-path>`,
};
