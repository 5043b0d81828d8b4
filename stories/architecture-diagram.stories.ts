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

/** Tab to the drawing: the arrow keys go from node to node. The line below it zooms, fills the screen, and tells it as text. */
export const Default: Story = {
  render: () => html`
    <architecture-diagram id="layers">
      <pre>${layers}</pre>
      <figcaption>An order passes three layers; only the last one keeps it.</figcaption>
    </architecture-diagram>
  `,
};

/** Without a caption a drawing goes by the heading before it. */
export const NoCaption: Story = {
  render: () => html`
    <case-study>
      <h2>How the ledger grew</h2>
      <architecture-diagram><pre>${scaling}</pre></architecture-diagram>
    </case-study>
  `,
};

/** `accTitle` and `accDescr` are the name and the description for screen readers, before any caption. */
export const TitleAndDescription: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
graph LR
  accTitle: Writing an order
  accDescr: Both regions keep an order before its buyer is told.
  Gateway --> Ledger -->|replicates| Region[Other region]</pre
      >
      <figcaption>The order of writing.</figcaption>
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

/** Kinds without nodes, such as this one and the next, are told as a list of their words. */
export const Pie: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
pie showData
  title Requests
  "Reads" : 80
  "Writes" : 15
  "Exports" : 5</pre
      >
      <figcaption>What the ledger is asked for, in percent.</figcaption>
    </architecture-diagram>
  `,
};

export const Gantt: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
gantt
  title Second region
  dateFormat YYYY-MM-DD
  axisFormat %e %b
  section Copy
    Old orders :done, copy, 2024-03-04, 6d
    New orders :active, follow, after copy, 5d
  section Switch
    Reads :reads, after follow, 3d
    Writes :crit, writes, after reads, 2d</pre
      >
      <figcaption>The way to two regions.</figcaption>
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

/** Too wide for its container: it shrinks until its letters are 11 pixels high, and from there on it scrolls. */
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

/** Classes that say what a node means get a tone of the page's, where the source sets no colour for them. */
export const ToneClasses: Story = {
  render: () => html`
    <architecture-diagram>
      <pre>
graph LR
  Gateway:::success --> Ledger:::warning --> Replica:::danger
  Ledger --> Outbox:::info --> Mail:::accent</pre
      >
      <figcaption>The replica is down; the ledger has nothing to fall back on.</figcaption>
    </architecture-diagram>
  `,
};

/** A node with a link of the author's stays one, for the keyboard too. `#nodes/Ledger` leads to a node, from anywhere. */
export const Links: Story = {
  render: () => html`
    <architecture-diagram id="nodes">
      <pre>
graph LR
  Gateway --> Checkout --> Ledger
  click Gateway href "https://example.com/gateway"
  click Checkout href "https://example.com/checkout" "How orders are checked"</pre
      >
      <figcaption>The gateway and the checkout have pages of their own.</figcaption>
    </architecture-diagram>
    <p>Orders end in <a href="#nodes/Ledger">the ledger</a>.</p>
  `,
};

/** ELK places nodes and connections: for graphs that the usual layout tangles. */
export const ElkLayout: Story = {
  render: () => html`
    <architecture-diagram layout="elk">
      <pre>
graph LR
  App --> Gateway
  Partner[Partner API] --> Gateway
  Gateway --> Checkout & Search & Account
  subgraph services [Services]
    Checkout --> Ledger & Stock
    Search --> Index
    Account --> Ledger
  end
  Ledger --> Orders[(Orders)] & Outbox
  Stock --> Orders
  Outbox --> Mail & Index</pre
      >
      <figcaption>Who calls whom.</figcaption>
    </architecture-diagram>
  `,
};

/** An SVG that was drawn before, here by hand: Mermaid is not loaded, and without script the drawing is there all the same. */
export const ReadyDrawing: Story = {
  render: () => html`
    <architecture-diagram>
      <svg viewBox="0 0 360 72" width="360" height="72" font-size="15">
        <g fill="var(--dd-paper)" stroke="var(--dd-line-strong)">
          <rect x="1" y="16" width="110" height="40" rx="4" />
          <rect x="249" y="16" width="110" height="40" rx="4" />
        </g>
        <path d="M111 36h132m-8-5 8 5-8 5" fill="none" stroke="var(--dd-ink-quiet)" />
        <g fill="var(--dd-ink)" text-anchor="middle">
          <text x="56" y="41">Gateway</text>
          <text x="180" y="28">orders</text>
          <text x="304" y="41">Ledger</text>
        </g>
      </svg>
      <figcaption>All there was in the first year.</figcaption>
    </architecture-diagram>
  `,
};

export const Dark: Story = {
  render: () => html`
    <case-study scheme="dark">
      <h2>Layers</h2>
      <architecture-diagram>
        <pre>${layers}</pre>
        <figcaption>The same source in a dark page.</figcaption>
      </architecture-diagram>
    </case-study>
  `,
};

/** The colours of one diagram, for both schemes. */
export const Palette: Story = {
  render: () => html`
    <architecture-diagram
      style="
        --dd-diagram-node: light-dark(oklch(0.96 0.03 230), oklch(0.32 0.05 230));
        --dd-diagram-border: light-dark(oklch(0.6 0.1 230), oklch(0.65 0.09 230));
        --dd-diagram-group: light-dark(oklch(0.98 0.02 90), oklch(0.26 0.02 90));
        --dd-diagram-line: light-dark(oklch(0.5 0.1 230), oklch(0.75 0.08 230));
      "
    >
      <pre>${layers}</pre>
      <figcaption>Blue nodes in sand.</figcaption>
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

/** A source that cannot be drawn stays readable, its line marked, with the fix below it. */
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

/** The same source with `repair`: drawn as if the quotes were there. */
export const Repair: Story = {
  render: () => html`
    <architecture-diagram repair>
      <pre>
graph LR
  Gateway --> Ledger[Ledger (primary)]
  Ledger --> Orders</pre
      >
      <figcaption>The source stays as it is written.</figcaption>
    </architecture-diagram>
  `,
};

/** A fault that quotes do not mend: the names of nodes are not quoted. */
export const BeyondRepair: Story = {
  render: () => html`
    <architecture-diagram repair>
      <pre>
graph LR
  Gateway --> "Ledger"</pre
      >
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
