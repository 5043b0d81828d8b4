import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/diagram-ref',
  component: 'diagram-ref',
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

/** Point at the words, or tab to them: the node comes forward. A click goes to it, and the address can be shared. */
export const Default: Story = {
  render: () => html`
    <architecture-diagram id="ledger"><pre>${ledger}</pre></architecture-diagram>
    <p>
      Every order enters at <diagram-ref for="ledger" node="LB">the load balancers</diagram-ref>, which spread them over
      <diagram-ref for="ledger" node="API">the order API</diagram-ref>. It writes the order and its confirmation in one
      transaction, so that nothing is confirmed that is not kept.
    </p>
  `,
};

/** Several nodes come forward together; a click goes to the first. */
export const SeveralNodes: Story = {
  render: () => html`
    <architecture-diagram id="ledger-2"><pre>${ledger}</pre></architecture-diagram>
    <p>
      <diagram-ref for="ledger-2" node="DB Outbox">The order and its confirmation</diagram-ref> are written in one
      transaction; <diagram-ref for="ledger-2" node="Outbox Mail">what is in the outbox</diagram-ref> is sent later.
    </p>
  `,
};

/** A group is a node, too: all that is in it comes forward. */
export const Group: Story = {
  render: () => html`
    <architecture-diagram id="ledger-3"><pre>${ledger}</pre></architecture-diagram>
    <p>Only <diagram-ref for="ledger-3" node="data">the data tier</diagram-ref> is backed up.</p>
  `,
};

/** Without `for`: the nearest diagram before the words, or the one whose caption they are in. */
export const Nearest: Story = {
  render: () => html`
    <architecture-diagram id="ledger-4">
      <pre>${ledger}</pre>
      <figcaption>
        One transaction ends at <diagram-ref node="Outbox">the outbox</diagram-ref>; what follows may be repeated.
      </figcaption>
    </architecture-diagram>
    <p>If <diagram-ref node="Mail">the confirmations</diagram-ref> are late, the order is safe all the same.</p>
  `,
};

export const InHeadingListAndTable: Story = {
  render: () => html`
    <case-study>
      <h2>What fails, and how</h2>
      <architecture-diagram id="ledger-5"><pre>${ledger}</pre></architecture-diagram>
      <h3>Behind <diagram-ref node="API">the order API</diagram-ref></h3>
      <ul>
        <li><diagram-ref node="DB">The ledger</diagram-ref> is down: orders are refused at once.</li>
        <li><strong><diagram-ref node="Mail">Confirmations</diagram-ref></strong> are down: they wait.</li>
      </ul>
      <law-table>
        <table>
          <thead>
            <tr>
              <th>Part</th>
              <th>When it is down</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td><diagram-ref node="LB">Load balancers</diagram-ref></td>
              <td>The app tries the other region.</td>
            </tr>
          </tbody>
        </table>
      </law-table>
    </case-study>
  `,
};

export const LongWords: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <architecture-diagram id="ledger-6"><pre>${ledger}</pre></architecture-diagram>
    <p>
      See
      <diagram-ref node="API"
        >the order API, which has been called order_application_programming_interface_of_the_second_generation since the
        first one</diagram-ref
      >.
    </p>
  </div>`,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <architecture-diagram id="ledger-7"><pre>${ledger}</pre></architecture-diagram>
    <p>تدخل كل الطلبات عبر <diagram-ref node="LB">موازِنات الحمل</diagram-ref> ثم تُكتب في <diagram-ref node="DB">السجل</diagram-ref>.</p>
  </div>`,
};

/** No node of this name: the words stay a link to the diagram, and the console lists the nodes. */
export const UnknownNode: Story = {
  render: () => html`
    <architecture-diagram id="ledger-8"><pre>${ledger}</pre></architecture-diagram>
    <p>Orders are kept in <diagram-ref node="Database">the ledger</diagram-ref>.</p>
  `,
};

/** No diagram in the page: plain words, and the console says so. */
export const NoDiagram: Story = {
  render: () => html`<p>Orders enter at <diagram-ref node="LB">the load balancers</diagram-ref>.</p>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<diagram-ref></diagram-ref>`,
};
