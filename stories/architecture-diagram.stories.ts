import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/architecture-diagram',
  component: 'architecture-diagram',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const layers = `
graph TB
  subgraph "Edge"
    Gateway[Gateway]
  end
  subgraph "Services"
    Checkout[Checkout]
    Ledger[Ledger]
  end
  subgraph "Data"
    Orders[(Orders)]
    Outbox[Outbox]
  end
  Gateway --> Checkout
  Checkout --> Ledger
  Ledger --> Orders
  Ledger --> Outbox
`;

const scaling = `
graph LR
  A[1K buyers] -->|Bigger machine| B[10K buyers]
  B -->|Cache| C[100K buyers]
  C -->|Shards| D[1M buyers]
`;

export const Default: Story = {
  render: () => html`<architecture-diagram><pre>${layers}</pre></architecture-diagram>`,
};

export const WithCaption: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>${scaling}</pre>
      <figcaption>How the ledger grew: one change for every tenfold load.</figcaption>
    </architecture-diagram>
  `,
};

/** The source may stand in a `<code>` inside the `<pre>`, as Markdown makes it. */
export const SourceInCode: Story = {
  render: () => html`
    <architecture-diagram>
      <pre><code class="language-mermaid">${scaling}</code></pre>
    </architecture-diagram>
  `,
};

export const Sequence: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
sequenceDiagram
  participant B as Buyer
  participant L as Ledger
  participant R as Other region
  B->>L: place order
  L->>R: replicate
  R-->>L: on disk
  L-->>B: accepted
  Note over L,R: two seconds at most</pre
      >
      <figcaption>An order is accepted once both regions have it on disk.</figcaption>
    </architecture-diagram>
  `,
};

export const States: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
stateDiagram-v2
  [*] --> Placed
  Placed --> Paid
  Placed --> Cancelled
  Paid --> Shipped
  Shipped --> [*]
  Cancelled --> [*]</pre
      >
      <figcaption>The life of an order.</figcaption>
    </architecture-diagram>
  `,
};

export const EntityRelationship: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
erDiagram
  BUYER ||--o{ ORDER : places
  ORDER ||--|{ LINE : contains
  ORDER {
    string id
    string shard
  }</pre
      >
      <figcaption>What an order consists of.</figcaption>
    </architecture-diagram>
  `,
};

export const OneNode: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>graph LR
  Ledger</pre>
      <figcaption>The ledger in its first year.</figcaption>
    </architecture-diagram>
  `,
};

/** Too wide for its container: from three quarters of its size on, it scrolls instead of shrinking. */
export const FortyNodes: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>${[
        'graph LR',
        ...Array.from({ length: 40 }, (_, index) =>
          index % 8 === 0 ? `  Router --> S${index}[Shard ${index}]` : `  S${index - 1} --> S${index}[Shard ${index}]`,
        ),
      ].join('\n')}</pre>
      <figcaption>Forty shards in five chains.</figcaption>
    </architecture-diagram>
  `,
};

export const LongLabels: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>${`graph TB
  A["The gateway checks the order, picks the shard and waits for at most two seconds"] -->|"only orders that passed every check"| B["ledger.replication.cross_region"]
  B --> C["Archive<br>keeps orders for seven years"]`}</pre>
      <figcaption>The way of an order, told in full.</figcaption>
    </architecture-diagram>
  `,
};

/** Colours that the author gave to nodes are kept, in both schemes. */
export const AuthorColours: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
graph LR
  Gateway --> Ledger --> Orders
  style Gateway fill:#ffd54f
  style Orders fill:#b71c1c,color:#ffffff</pre
      >
      <figcaption>Yellow for the edge, red for what must not be lost.</figcaption>
    </architecture-diagram>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <architecture-diagram>
      <pre>${scaling}</pre>
      <figcaption>How the ledger grew.</figcaption>
    </architecture-diagram>
  </div>`,
};

/** A diagram in closed details is drawn when it is shown. */
export const InClosedDetails: Story = {
  render: () => html`
    <details>
      <summary>The layers</summary>
      <architecture-diagram><pre>${layers}</pre></architecture-diagram>
    </details>
  `,
};

export const InsideIncident: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Stale reads</h3>
      <p>The replica had lost its leader and went on answering.</p>
      <architecture-diagram>
        <pre>
graph LR
  Buyer --> Replica
  Leader -.->|lost| Replica</pre
        >
        <figcaption>Who talked to whom.</figcaption>
      </architecture-diagram>
    </incident-callout>
  `,
};

export const InCardGrid: Story = {
  render: () => html`
    <card-grid>
      <architecture-diagram>
        <pre>${`graph LR
  Before --> Ledger`}</pre>
        <figcaption>Before</figcaption>
      </architecture-diagram>
      <architecture-diagram>
        <pre>${`graph LR
  After --> Gateway --> Ledger`}</pre>
        <figcaption>After</figcaption>
      </architecture-diagram>
    </card-grid>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <architecture-diagram>
      <pre>${`graph LR
  A[البوابة] -->|طلب| B[السجل] --> C[(الطلبات)]`}</pre>
      <figcaption>طريق الطلب من البوابة إلى السجل.</figcaption>
    </architecture-diagram>
  </div>`,
};

/** A source that cannot be parsed stays readable, with the error below it. */
export const BrokenSource: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
graph LR
  Gateway --> Ledger[Ledger (primary)]
  Ledger --> Orders</pre
      >
      <figcaption>A label with parentheses needs quotes.</figcaption>
    </architecture-diagram>
  `,
};

/** Without a `<pre>` there is nothing to draw; the words stay, and the console says where the source belongs. */
export const NoPre: Story = {
  render: () => html`
    <architecture-diagram>
      <p>The gateway calls the ledger, which writes to both regions.</p>
    </architecture-diagram>
  `,
};

/** Nothing inside: an empty frame, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<architecture-diagram></architecture-diagram>`,
};
