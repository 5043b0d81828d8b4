import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { CaseStudy } from '../src/index.js';

interface Args {
  scheme?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/case-study',
  component: 'case-study',
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  argTypes: { scheme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] } },
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {
  args: { scheme: 'auto' },
  parameters: { controls: { disable: false } },
  render: ({ scheme }) => html`
    <case-study scheme=${scheme ?? nothing}>
      <h1>Order ledger: scale and architecture</h1>
      <p>A ledger that takes orders in two regions and must never lose one, even while a region is away.</p>

      <quick-facts>
        <h2>Quick facts</h2>
        <dl>
          <div><dt>Scale</dt><dd>9 M buyers</dd></div>
          <div><dt>Throughput</dt><dd>4,200 orders/s</dd></div>
          <div><dt>Availability</dt><dd>99.98%</dd></div>
          <div><dt>Team</dt><dd>14 engineers</dd></div>
        </dl>
      </quick-facts>

      <h2 id="context">Business context</h2>
      <p>
        An order is accepted once both regions have it on disk. Buyers notice a slow checkout, but they remember a lost
        order, so the ledger trades some latency for durability.
      </p>
      <card-grid>
        <info-card>
          <h3>Problem space</h3>
          <p>Orders arrive in bursts and are disputed for years.</p>
        </info-card>
        <info-card>
          <h3>Constraints</h3>
          <p>Two data-residency zones, one shared catalogue.</p>
        </info-card>
      </card-grid>

      <h2 id="laws">Law analysis</h2>
      <law-table>
        <table>
          <thead>
            <tr><th>Law</th><th>Challenge</th><th>Solution</th><th>Trade-off</th></tr>
          </thead>
          <tbody>
            <tr>
              <td>Correlated failure</td>
              <td>One bad deploy reaches both regions</td>
              <td>Regions deploy a day apart</td>
              <td>Fixes take two days to land</td>
            </tr>
            <tr>
              <td>Asynchronous reality</td>
              <td>A region cannot tell slow from gone</td>
              <td>Leases of ten seconds on each shard</td>
              <td>Up to ten seconds without writes</td>
            </tr>
          </tbody>
        </table>
      </law-table>

      <h2 id="incident">What went wrong</h2>
      <incident-callout severity="sev2">
        <h3>Stalled shard: <time datetime="2024-03-14">14 March 2024</time></h3>
        <dl>
          <dt>What happened</dt>
          <dd>A schema change locked the busiest shard for eleven minutes.</dd>
          <dt>Root cause</dt>
          <dd>The migration rewrote the table in one transaction.</dd>
        </dl>
      </incident-callout>
      <note-callout kind="tip">
        <p>Run migrations against a copy of the busiest shard, not of an average one.</p>
      </note-callout>
    </case-study>
  `,
};

/** `light` and `dark` hold whatever the page around them does, and bring their own paper. */
export const FixedSchemes: Story = {
  render: () => html`
    ${['light', 'dark'].map(
      (scheme) => html`
        <case-study scheme=${scheme}>
          <h2>Always ${scheme}</h2>
          <p>The text, <a href="#paper">its links</a> and the paper keep this scheme.</p>
          <note-callout kind="warning"><p>So do the elements inside.</p></note-callout>
        </case-study>
      `,
    )}
  `,
};

/** Without `scheme`, the background of the surrounding page shows through. */
export const OnAPageWithItsOwnBackground: Story = {
  render: () => html`
    <div style="background: light-dark(oklch(0.96 0.02 90), oklch(0.24 0.03 90))">
      <case-study>
        <h2>On another page's paper</h2>
        <p>The writeup is one part of a site, which has chosen its background itself.</p>
        <stat-card><h3>P99 latency</h3><data value="210">210 <small>ms</small></data></stat-card>
      </case-study>
    </div>
  `,
};

/** Everything in plain HTML that the page styles. Outside of `case-study` none of it is touched. */
export const PlainHtml: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <p>The first paragraph after the title is the summary.</p>

      <h2>Second level</h2>
      <h3>Third level directly below</h3>
      <p>
        Running text with a <a href="#link">link</a>, <strong>strong</strong> and <em>stressed</em> words,
        <code>inline_code()</code>, <kbd>Ctrl</kbd> and <small>small print</small>.
      </p>
      <h4>Fourth level</h4>
      <ul>
        <li>Orders are split by buyer.</li>
        <li>
          Replicas follow the leader.
          <ol>
            <li>First the one in the same region,</li>
            <li>then the one in the other.</li>
          </ol>
        </li>
      </ul>
      <dl>
        <dt>Shard</dt>
        <dd>One sixty-fourth of the buyers.</dd>
        <dt>Lease</dt>
        <dd>The right to write to a shard, for ten seconds.</dd>
      </dl>

      <h3>Code and quotations</h3>
      <pre><code>orders.append(order)
  .after(replicas.majority)
  .within(seconds(2))</code></pre>
      <blockquote><p>A ledger that can be edited is a spreadsheet.</p></blockquote>
      <hr />

      <h3>Tables and figures</h3>
      <table>
        <caption>Resource use at the daily peak</caption>
        <thead>
          <tr><th>Resource</th><th>Usage</th><th>Room</th></tr>
        </thead>
        <tbody>
          <tr><td>CPU</td><td>60–80%</td><td>Enough</td></tr>
          <tr><td>Memory</td><td>70%</td><td>Enough</td></tr>
        </tbody>
      </table>
      <figure>
        <svg viewBox="0 0 320 40" role="img" aria-label="Writes by hour, highest at noon">
          <path d="M0 36 L80 28 L160 6 L240 22 L320 34" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
        <figcaption>Writes by hour.</figcaption>
      </figure>
      <details open>
        <summary>Why not one region?</summary>
        <p>A region is the largest thing that fails at once.</p>
      </details>
    </case-study>
  `,
};

/** A section has an address: its `id`, or else one made from its words. Point at a heading for the link to it. */
export const LinksToSections: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <p>Read about <a href="#leases-and-quorums">leases</a> first, then about <a href="#shards">shards</a>.</p>
      <h2>Leases and quorums</h2>
      <p>One writer a shard, for ten seconds at a time.</p>
      <h3 id="shards">How orders are split</h3>
      <p>By buyer, the one key that every query has.</p>
      <note-callout kind="tip">
        <h4>No section of the page</h4>
        <p>The heading of a callout is the callout's own and has no address.</p>
      </note-callout>
    </case-study>
  `,
};

/** The page as Markdown, and as data, for whatever stands around it. */
export const MarkdownAndData: Story = {
  parameters: {
    docs: {
      source: {
        language: 'js',
        code: `const page = document.querySelector('case-study');
const markdown = await page.toMarkdown();
const json = JSON.stringify(page);`,
      },
    },
  },
  render: () => {
    const show = async ({ currentTarget }: Event) => {
      const button = currentTarget as HTMLButtonElement;
      const story = button.closest('div') as HTMLElement;
      const page = story.querySelector('case-study') as CaseStudy;
      const isMarkdown = button.textContent === 'Markdown';
      story.querySelector('output')!.textContent = isMarkdown
        ? await page.toMarkdown()
        : JSON.stringify(page, undefined, 2);
    };
    const plain = 'padding: 0.25rem 0.75rem; border: 1px solid; background: none; color: inherit; font: inherit';
    return html`<div>
      <case-study>
        <h1>Order ledger</h1>
        <p>A ledger that must never lose an order.</p>
        <quick-facts>
          <dl>
            <div><dt>Scale</dt><dd>9 M buyers</dd></div>
            <div><dt>Availability</dt><dd>99.98%</dd></div>
          </dl>
        </quick-facts>
        <h2>Decisions</h2>
        <decision-list>
          <ol>
            <li><strong>Sharding</strong>: orders are split by buyer.</li>
            <li><strong>Replication</strong>: both regions write first.</li>
          </ol>
        </decision-list>
        <note-callout kind="tip"><p>Run migrations against a copy of the busiest shard.</p></note-callout>
        <p><button style=${plain} @click=${show}>Markdown</button> <button style=${plain} @click=${show}>JSON</button></p>
        <output style="display: block; white-space: pre-wrap; font-family: monospace; overflow-wrap: anywhere"></output>
      </case-study>
    </div>`;
  },
};

export const LongWords: Story = {
  render: () => html`
    <case-study scheme="auto">
      <h1>Bounded-staleness reads across two residency zones with a leased, quorum-replicated, append-only ledger</h1>
      <p>
        The setting is <code>ledger.replication.cross_region.lease_renewal_interval_milliseconds_before_expiry</code>,
        read from https://config.example.com/environments/production/services/ledger/versions/2024-03-14T09-30-00Z/raw.
      </p>
    </case-study>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <case-study scheme="auto">
      <h1>Order ledger</h1>
      <p>A ledger that must never lose an order.</p>
      <quick-facts>
        <h2>Quick facts</h2>
        <dl>
          <div><dt>Scale</dt><dd>9 M buyers</dd></div>
          <div><dt>Availability</dt><dd>99.98%</dd></div>
        </dl>
      </quick-facts>
      <h2>Context</h2>
      <p>An order is accepted once both regions have it on disk.</p>
    </case-study>
  </div>`,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <case-study scheme="auto">
      <h1>سجل الطلبات: الحجم والبنية</h1>
      <p>سجل يستقبل الطلبات في منطقتين، ولا يجوز أن يفقد طلبًا واحدًا.</p>
      <h2>السياق</h2>
      <p>يُقبل الطلب بعد أن تكتبه المنطقتان على القرص. انظر <a href="#link">الملحق</a>.</p>
      <ul>
        <li>تُقسَّم الطلبات بحسب المشتري.</li>
        <li>تتبع النسخُ القائدَ.</li>
      </ul>
      <note-callout kind="tip"><h3>نصيحة</h3><p>اختبر الترحيل على أكثر الأجزاء ازدحامًا.</p></note-callout>
    </case-study>
  </div>`,
};

/** A scheme that does not exist: the console names the known ones, and the page keeps the scheme around it. */
export const UnknownScheme: Story = {
  render: () => html`
    <case-study scheme="sepia">
      <h2>Order ledger</h2>
      <p>The text is readable as ever.</p>
    </case-study>
  `,
};
