import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/scaling-path',
  component: 'scaling-path',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** An `<ol>` whose items begin with the size in bold. The factor from each to the next is worked out. */
export const Default: Story = {
  render: () => html`
    <scaling-path>
      <h3>How the ledger grew</h3>
      <ol>
        <li><strong>1K buyers</strong> One machine with one database.</li>
        <li><strong>100K buyers</strong> A replica, and a cache before the catalogue.</li>
        <li><strong>1M buyers</strong> Eight shards, split by buyer.</li>
        <li><strong>9M buyers</strong> 64 shards in two regions.</li>
      </ol>
    </scaling-path>
  `,
};

/** A Mermaid flowchart that is one chain: what stands on an arrow is how one got to the next stage. */
export const MermaidChain: Story = {
  render: () => html`
    <scaling-path>
      <pre>
graph LR
  A[1K buyers] -->|Vertical scaling| B[10K buyers]
  B -->|Read replicas| C[1M buyers]
  C -->|Shards by buyer| D[9M buyers]
</pre>
    </scaling-path>
  `,
};

/** What a dotted line leads to is a note of its stage. */
export const MermaidNotes: Story = {
  render: () => html`
    <scaling-path>
      <pre>
graph LR
  A[1K buyers] --> B[100K buyers] --> C[9M buyers]
  A -.-> A1[One machine]
  B -.-> B1[A replica]
  C -.-> C1["64 shards, two regions"]
</pre>
    </scaling-path>
  `,
};

/** Stages that begin with no figure have no factors. */
export const NoFigures: Story = {
  render: () => html`
    <scaling-path>
      <ol>
        <li><strong>Prototype</strong> One machine.</li>
        <li><strong>Launch</strong> A replica.</li>
        <li><strong>Second region</strong> Shards by buyer.</li>
      </ol>
    </scaling-path>
  `,
};

/** A stage may be smaller than the one before, or as large. */
export const Shrinking: Story = {
  render: () => html`
    <scaling-path>
      <ol>
        <li><strong>400 machines</strong> One a tenant.</li>
        <li><strong>400 machines</strong> Shared, but no fewer.</li>
        <li><strong>90 machines</strong> Shared for good.</li>
      </ol>
    </scaling-path>
  `,
};

/** Without bold, the whole item is the stage. */
export const PlainItems: Story = {
  render: () => html`
    <scaling-path>
      <ol>
        <li>1K buyers</li>
        <li>100K buyers</li>
        <li>9M buyers</li>
      </ol>
    </scaling-path>
  `,
};

export const OneStage: Story = {
  render: () => html`
    <scaling-path>
      <ol>
        <li><strong>1K buyers</strong> One machine.</li>
      </ol>
    </scaling-path>
  `,
};

export const TwelveStages: Story = {
  render: () => html`
    <scaling-path>
      <ol>
        ${Array.from(
          { length: 12 },
          (_, index) => html`<li><strong>${2 ** index}K buyers</strong> ${2 ** index} shards.</li>`,
        )}
      </ol>
    </scaling-path>
  `,
};

export const LongText: Story = {
  render: () => html`
    <scaling-path>
      <h3>How the ledger grew, and what everybody who was there remembers of it, in the order in which it happened</h3>
      <ol>
        <li>
          <strong>1,000 buyers in one city</strong> One machine under a desk, which was switched off twice by people who
          needed the socket.
        </li>
        <li>
          <strong>100,000 buyers in eleven countries</strong>
          cross_region_semi_synchronous_replication_with_bounded_staleness, for which nobody had asked yet.
        </li>
        <li>
          <strong>9 million buyers</strong> 64 shards, split by buyer, since that is the one key that every query has.
        </li>
      </ol>
    </scaling-path>
  `,
};

/** Below 36rem the stages stand below each other. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <scaling-path>
      <h3>How the ledger grew</h3>
      <ol>
        <li><strong>1K buyers</strong> One machine with one database.</li>
        <li><strong>100K buyers</strong> A replica, and a cache before the catalogue.</li>
        <li><strong>9M buyers</strong> 64 shards in two regions.</li>
      </ol>
    </scaling-path>
    <scaling-path>
      <pre>
graph LR
  A[1K buyers] -->|Vertical scaling| B[10K buyers]
  B -->|Read replicas| C[1M buyers]
  C -->|Shards by buyer| D[9M buyers]
</pre>
    </scaling-path>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="info">
      <h3>Three sizes of one system</h3>
      <scaling-path>
        <ol>
          <li><strong>1K buyers</strong> One machine.</li>
          <li><strong>100K buyers</strong> A replica.</li>
          <li><strong>9M buyers</strong> 64 shards.</li>
        </ol>
      </scaling-path>
    </note-callout>
  `,
};

const arabic = html`<ol>
  <li><strong>1000 مشترٍ</strong> خادم واحد وقاعدة بيانات واحدة.</li>
  <li><strong>100000 مشترٍ</strong> نسخة للقراءة وذاكرة وسيطة.</li>
  <li><strong>9000000 مشترٍ</strong> أربعة وستون جزءًا في منطقتين.</li>
</ol>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <scaling-path><h3>كيف كبر السجل</h3>${arabic}</scaling-path>
    <div style="inline-size: 18rem"><scaling-path>${arabic}</scaling-path></div>
  </div>`,
};

/** A flowchart that branches is no chain: the source stays, and the console says what to write. */
export const Branches: Story = {
  render: () => html`
    <scaling-path>
      <pre>
graph LR
  A[1K buyers] --> B[10K buyers]
  A --> C[10K sellers]
</pre>
    </scaling-path>
  `,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoStages: Story = {
  render: () => html`<scaling-path><p>From a thousand buyers to nine million.</p></scaling-path>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<scaling-path></scaling-path>`,
};
