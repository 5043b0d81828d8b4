import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/further-reading',
  component: 'further-reading',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** Each source with what it is, as its words or its address tell, and the site where it stands. */
export const Default: Story = {
  render: () => html`
    <further-reading>
      <h3>Further reading</h3>
      <ul>
        <li><a href="https://research.google/pubs/pub36356/">Dapper</a>, Sigelman and others, <time>2010</time></li>
        <li><a href="https://sre.google/sre-book/table-of-contents/">Site Reliability Engineering</a>, a book</li>
        <li><a href="https://github.com/lit/lit">Lit</a>, its source code</li>
        <li><a href="https://developer.mozilla.org/docs/Web/HTML">HTML, the documentation</a></li>
      </ul>
    </further-reading>
  `,
};

/** `data-kind` says what a source is where nothing else does. */
export const DataKind: Story = {
  render: () => html`
    <further-reading>
      <ul>
        ${['paper', 'talk', 'post-mortem', 'code', 'docs', 'article', 'book'].map(
          (kind) => html`<li data-kind=${kind}><a href="https://example.com/${kind}">The order ledger</a></li>`,
        )}
      </ul>
    </further-reading>
  `,
};

/** A source within the same site has no site's name, one without a link only its words. */
export const NotOnTheWeb: Story = {
  render: () => html`
    <further-reading>
      <ul>
        <li data-kind="post-mortem"><a href="#stalled-shard">The stalled shard</a>, on this page</li>
        <li>The handbook for the team on call, a book on the shelf beside the door</li>
        <li>Ask the database team</li>
      </ul>
    </further-reading>
  `,
};

export const OrderedList: Story = {
  render: () => html`
    <further-reading>
      <ol>
        <li><a href="https://example.com/leases.pdf">Leases</a>, read this first</li>
        <li><a href="https://example.com/blog/quorums">Quorums</a>, then this</li>
      </ol>
    </further-reading>
  `,
};

export const OneSource: Story = {
  render: () => html`
    <further-reading>
      <ul>
        <li><a href="https://example.com/leases.pdf">Leases</a></li>
      </ul>
    </further-reading>
  `,
};

export const FortySources: Story = {
  render: () => html`
    <further-reading>
      <ul>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<li><a href="https://example.com/blog/${index + 1}">Part ${index + 1}</a></li>`,
        )}
      </ul>
    </further-reading>
  `,
};

export const LongText: Story = {
  render: () => html`
    <further-reading>
      <h3>What to read before asking the team, after which the team will have time to answer</h3>
      <ul>
        <li>
          <a href="https://a-very-long-name-of-a-department.and-of-a-company-with-a-long-name.example.com/leases.pdf"
            >Bounded-staleness reads across two residency zones with a leased, quorum-replicated, append-only ledger</a
          >, by everybody who was on the team at the time, and two who were not, <time>2024</time>
        </li>
        <li><a href="https://example.com/docs/">cross_region_semi_synchronous_replication_with_bounded_staleness</a></li>
      </ul>
    </further-reading>
  `,
};

/** Below 28rem the kind stands above the title. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <further-reading>
      <h3>Further reading</h3>
      <ul>
        <li><a href="https://example.com/leases.pdf">Leases in the order ledger</a>, <time>2024</time></li>
        <li><a href="https://example.com/docs/">The documentation</a></li>
        <li>Ask the database team</li>
      </ul>
    </further-reading>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="tip">
      <h3>Before you begin</h3>
      <further-reading>
        <ul>
          <li><a href="https://example.com/leases.pdf">Leases</a></li>
          <li><a href="https://example.com/docs/">The documentation</a></li>
        </ul>
      </further-reading>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <further-reading>
      <h3>للاستزادة</h3>
      <ul>
        <li><a href="https://example.com/leases.pdf">العقود في سجل الطلبات</a>، <time>2024</time></li>
        <li><a href="https://example.com/docs/">التوثيق</a></li>
        <li>اسأل فريق قواعد البيانات</li>
      </ul>
    </further-reading>
  </div>`,
};

/** An address that may not be followed: the link stays as it is, without the site's name, and the console says so. */
export const UnsafeLink: Story = {
  render: () => html`
    <further-reading>
      <ul>
        <li><a href="ftp://example.com/leases.txt">Leases</a></li>
        <li><a href="https://example.com/docs/">The documentation</a></li>
      </ul>
    </further-reading>
  `,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<further-reading><p>Ask the database team.</p></further-reading>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<further-reading></further-reading>`,
};
