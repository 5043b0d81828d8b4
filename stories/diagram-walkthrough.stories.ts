import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/diagram-walkthrough',
  component: 'diagram-walkthrough',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const ledger = `
graph LR
  App --> LB[Load balancers]
  LB --> API[Order API]
  subgraph data [Data]
    DB[(Ledger)]
    Outbox
  end
  API --> DB
  API --> Outbox
  Outbox --> Mail[Confirmations]
`;

const order = html`
  <ol>
    <li data-nodes="App LB"><strong>The app sends the order</strong> with a key that it has made itself.</li>
    <li data-nodes="LB API">
      <strong>A load balancer picks a server.</strong> Any will do: the servers keep nothing between two orders.
    </li>
    <li data-nodes="API DB Outbox">
      <strong>One transaction writes both</strong> the order and its confirmation. If the key is there already, this is
      a second attempt, and nothing is written.
    </li>
    <li data-nodes="API LB App"><strong>The buyer is told</strong> that the order is kept.</li>
    <li data-nodes="Outbox Mail">
      <strong>The confirmation goes out later.</strong> It may go out twice; it cannot get lost.
    </li>
  </ol>
`;

/** Next starts; a click on a step goes to it, and so do the arrow keys once the focus is in the bar. Escape ends. */
export const Default: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order">
        <pre>${ledger}</pre>
        <figcaption>What an order passes, from the app to the confirmation.</figcaption>
      </architecture-diagram>
      ${order}
    </diagram-walkthrough>
  `,
};

/** The diagram may stand anywhere else in the page. Where it is far away, the bar and the step's words go there, too. */
export const FarFromTheDiagram: Story = {
  render: () => html`
    <case-study>
      <h2>Where orders are kept</h2>
      <architecture-diagram id="order-2"><pre>${ledger}</pre></architecture-diagram>
      <h2>Why nothing is lost</h2>
      ${Array.from(
        { length: 6 },
        () => html`<p>
          A network may lose the answer to a request that was carried out. The app cannot tell that from a request that
          never arrived, so it has to ask again, and the ledger has to know that it is asked again. Hence the key: it
          is made before the first attempt and sent with each one.
        </p>`,
      )}
      <h2>The way of an order</h2>
      <diagram-walkthrough for="order-2">${order}</diagram-walkthrough>
    </case-study>
  `,
};

/** A heading and words may stand before the list and after it. */
export const WithWords: Story = {
  render: () => html`
    <diagram-walkthrough>
      <h3>The way of an order</h3>
      <p>Five steps, of which only the third one can fail in a way that the buyer notices.</p>
      <architecture-diagram id="order-3"><pre>${ledger}</pre></architecture-diagram>
      ${order}
      <p>Steps four and five may happen in either order.</p>
    </diagram-walkthrough>
  `,
};

export const Sequence: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order-4">
        <pre>
sequenceDiagram
  participant App
  participant API as Order API
  participant DB as Ledger
  App->>API: order, key
  API->>DB: write both
  DB-->>API: kept
  API-->>App: accepted</pre
        >
      </architecture-diagram>
      <ol>
        <li data-nodes="App API">The app sends the order with a key of its own.</li>
        <li data-nodes="API DB">The API writes the order and its confirmation.</li>
      </ol>
    </diagram-walkthrough>
  `,
};

export const OneStep: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order-5"><pre>${ledger}</pre></architecture-diagram>
      <ol>
        <li data-nodes="data">Only this is backed up.</li>
      </ol>
    </diagram-walkthrough>
  `,
};

export const TwentySteps: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order-6"><pre>${ledger}</pre></architecture-diagram>
      <ol>
        ${Array.from(
          { length: 20 },
          (_, index) =>
            html`<li data-nodes=${index % 2 ? 'API DB' : 'App LB'}>Attempt ${index + 1} of this order.</li>`,
        )}
      </ol>
    </diagram-walkthrough>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <diagram-walkthrough>
      <architecture-diagram id="order-7"><pre>${ledger}</pre></architecture-diagram>
      ${order}
    </diagram-walkthrough>
  </div>`,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <diagram-walkthrough>
      <architecture-diagram id="order-8"><pre>${ledger}</pre></architecture-diagram>
      <ol>
        <li data-nodes="App LB"><strong>يرسل التطبيق الطلب</strong> مع مفتاح أنشأه بنفسه.</li>
        <li data-nodes="API DB Outbox"><strong>معاملة واحدة</strong> تكتب الطلب وتأكيده معًا.</li>
        <li data-nodes="Outbox Mail">يُرسل التأكيد لاحقًا.</li>
      </ol>
    </diagram-walkthrough>
  </div>`,
};

/** A step without nodes, and one with a node that is not there: both can be gone to, and the console names the fix. */
export const UnknownNodes: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order-9"><pre>${ledger}</pre></architecture-diagram>
      <ol>
        <li>The app sends the order.</li>
        <li data-nodes="Database">The ledger keeps it.</li>
      </ol>
    </diagram-walkthrough>
  `,
};

/** Words that are in no list stay as they are, and the console says where steps belong. */
export const NoList: Story = {
  render: () => html`
    <diagram-walkthrough>
      <architecture-diagram id="order-10"><pre>${ledger}</pre></architecture-diagram>
      <p>The app sends the order with a key.</p>
    </diagram-walkthrough>
  `,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<diagram-walkthrough></diagram-walkthrough>`,
};
