import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TimelineEvent } from '../src/index.js';

interface Args {
  events?: readonly TimelineEvent[];
}

const meta: Meta<Args> = {
  title: 'Elements/incident-timeline',
  component: 'incident-timeline',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Args>;

/** An `<ol>` of events that begin with a time. The turns that `data-event` marks give the figures. */
export const Default: Story = {
  render: () => html`
    <incident-timeline>
      <h3>The stalled shard, hour by hour</h3>
      <ol>
        <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>18:08</time> The error budget alert pages the team on call.</li>
        <li><time>18:15</time> A rollback is tried. It waits for the same lock.</li>
        <li data-event="mitigated"><time>18:50</time> The migration is killed, checkouts succeed again.</li>
        <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** In Markdown, which has no attributes, a label in bold marks a turn. */
export const BoldWords: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li><time>18:02</time> <strong>Started:</strong> a migration locks the busiest shard.</li>
        <li><time>18:08</time> <strong>Detected:</strong> the error budget alert pages.</li>
        <li><time>18:50</time> <strong>Mitigated:</strong> the migration is killed.</li>
        <li><time>20:06</time> <strong>Resolved:</strong> the backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** A table of time, event, and what else there is to say, as Markdown makes it. */
export const Table: Story = {
  render: () => html`
    <incident-timeline>
      <table>
        <caption>The stalled shard</caption>
        <thead>
          <tr><th>Time</th><th>Event</th><th>Impact</th><th>Fix</th></tr>
        </thead>
        <tbody>
          <tr data-event="started">
            <td>18:02</td><td>A migration locks the busiest shard</td><td>One buyer in 64</td><td>None yet</td>
          </tr>
          <tr data-event="detected">
            <td>18:08</td><td>The alert pages</td><td>Checkouts time out</td><td>Rollback tried</td>
          </tr>
          <tr data-event="resolved">
            <td>20:06</td><td>The backlog is replayed</td><td>2,900 late orders</td><td>Lock timeout</td>
          </tr>
        </tbody>
      </table>
    </incident-timeline>
  `,
};

/** Times since the start, as post-mortems count them. */
export const Elapsed: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>T+0</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>T+6min</time> The error budget alert pages.</li>
        <li data-event="mitigated"><time>T+48 min</time> The migration is killed.</li>
        <li data-event="resolved"><time>T+2h4m</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** Dates in `datetime`, so that the words may be any, and clock times that go on from them. */
export const Dates: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started">
          <time datetime="2024-03-14T18:02Z">Thursday evening</time> A migration locks the busiest shard.
        </li>
        <li data-event="detected"><time>18:08</time> The error budget alert pages.</li>
        <li data-event="mitigated"><time>2024-03-15 07:30 UTC</time> The migration is killed.</li>
        <li data-event="resolved"><time datetime="2024-03-18">Monday</time> The last order is found.</li>
      </ol>
    </incident-timeline>
  `,
};

/** A clock time before the one above it is on the next day. */
export const OverMidnight: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>11:50 PM</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>12:05 AM</time> The error budget alert pages.</li>
        <li data-event="resolved"><time>1:30 AM</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** No turn is marked or told: the times since the first event are shown, and no figures. */
export const NoTurns: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li><time>18:02</time> A migration locks the busiest shard.</li>
        <li><time>18:15</time> A rollback is tried.</li>
        <li><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** The same from data, where there is no markup to put inside. */
export const EventsProperty: Story = {
  args: {
    events: [
      { time: '18:02', text: 'A migration locks the busiest shard.', event: 'started' },
      { time: '18:08', text: 'The error budget alert pages.', event: 'detected' },
      { time: 'Late evening', datetime: '20:06', text: 'The backlog is replayed.', event: 'resolved' },
    ],
  },
  argTypes: { events: { control: 'object' } },
  parameters: {
    controls: { disable: false },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('incident-timeline').events = [
  { time: '18:02', text: 'A migration locks the busiest shard.', event: 'started' },
  { time: '18:08', text: 'The error budget alert pages.', event: 'detected' },
  { time: 'Late evening', datetime: '20:06', text: 'The backlog is replayed.', event: 'resolved' },
];`,
      },
    },
  },
  render: ({ events }) => html`<incident-timeline .events=${events}></incident-timeline>`,
};

/** Inside an incident the figures stand below its heading. */
export const InsideIncident: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Stalled shard: <time datetime="2024-03-14">14 March 2024</time></h3>
      <dl>
        <dt>Root cause</dt>
        <dd>The migration rewrote the table in one transaction.</dd>
      </dl>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
          <li data-event="detected"><time>18:08</time> The error budget alert pages.</li>
          <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
        </ol>
      </incident-timeline>
    </incident-callout>
  `,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="example">
      <h3>How fast a lock is noticed</h3>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
          <li data-event="detected"><time>18:08</time> The error budget alert pages.</li>
        </ol>
      </incident-timeline>
    </note-callout>
  `,
};

export const OneEvent: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li><time>18:02</time> A migration locks the busiest shard.</li>
      </ol>
    </incident-timeline>
  `,
};

export const FortyEvents: Story = {
  render: () => html`
    <incident-timeline>
      <h3>The long weekend</h3>
      <ol>
        <li data-event="started"><time>T+0</time> A migration locks the busiest shard.</li>
        ${Array.from(
          { length: 38 },
          (_, index) => html`<li><time>T+${12 * (index + 1)}min</time> Shard ${index + 1} is moved.</li>`,
        )}
        <li data-event="resolved"><time>T+8h</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

export const LongText: Story = {
  render: () => html`
    <incident-timeline>
      <h3>What happened between the start of a migration that took two seconds on staging and the end of the evening</h3>
      <ol>
        <li data-event="started">
          <time datetime="2024-03-14T18:02Z">Thursday, 14 March 2024, 18:02 UTC</time> A migration locks the busiest
          shard, whose 640 GB it rewrites in one transaction, and every checkout on it waits for
          cross_region_semi_synchronous_replication_with_bounded_staleness to catch up.
        </li>
        <li data-event="resolved">
          <time datetime="2024-03-17T09:30Z">Sunday, 17 March 2024, 09:30 UTC</time> The backlog is replayed, and the
          buyers whose orders were placed twice have been written to.
        </li>
      </ol>
    </incident-timeline>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <incident-timeline>
      <h3>The stalled shard</h3>
      <ol>
        <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>18:08</time> The error budget alert pages the team on call.</li>
        <li data-event="mitigated"><time>18:50</time> The migration is killed.</li>
        <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
    <incident-timeline>
      <table>
        <thead>
          <tr><th>Time</th><th>Event</th><th>Impact</th><th>Fix</th></tr>
        </thead>
        <tbody>
          <tr><td>18:02</td><td>A migration locks the busiest shard</td><td>One buyer in 64</td><td>None yet</td></tr>
          <tr><td>18:50</td><td>The migration is killed</td><td>A backlog</td><td>Lock timeout</td></tr>
        </tbody>
      </table>
    </incident-timeline>
  </div>`,
};

const arabic = html`<ol>
  <li data-event="started"><time>18:02</time> ترحيلٌ يُقفل أكثر الأجزاء ازدحامًا.</li>
  <li data-event="detected"><time>18:08</time> ينبّه الإنذارُ فريقَ المناوبة.</li>
  <li data-event="mitigated"><time>18:50</time> يُوقَف الترحيل وتنجح عمليات الدفع من جديد.</li>
  <li data-event="resolved"><time>20:06</time> تُعاد معالجة الطلبات المتأخرة.</li>
</ol>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <incident-timeline><h3>الجزء المتوقف، ساعةً بساعة</h3>${arabic}</incident-timeline>
    <div style="inline-size: 18rem"><incident-timeline>${arabic}</incident-timeline></div>
  </div>`,
};

/** A time that cannot be read stays as it is written, and no time since the start stands beside it. */
export const UnreadableTimes: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>Soon after</time> The error budget alert pages.</li>
        <li><time>T+[X]min</time> A rollback is tried.</li>
        <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** Clock times of two zones are not compared, and the console says what to write. */
export const MixedZones: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>18:02 UTC</time> A migration locks the busiest shard.</li>
        <li data-event="detected"><time>11:08 PDT</time> The error budget alert pages.</li>
        <li data-event="resolved"><time>20:06 UTC</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** An event without a time is shown, and the console says what it lacks. */
export const EventWithoutTime: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
        <li>A rollback is tried.</li>
        <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** A turn that does not exist has the mark of an ordinary event, and the console names the known ones. */
export const UnknownTurn: Story = {
  render: () => html`
    <incident-timeline>
      <ol>
        <li data-event="started"><time>18:02</time> A migration locks the busiest shard.</li>
        <li data-event="escalated"><time>18:15</time> The database team joins.</li>
        <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
      </ol>
    </incident-timeline>
  `,
};

/** A table without a header row: impact and fix have no labels, and the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <incident-timeline>
      <table>
        <tbody>
          <tr><td>18:02</td><td>A migration locks the busiest shard</td><td>One buyer in 64</td></tr>
          <tr><td>20:06</td><td>The backlog is replayed</td><td>2,900 late orders</td></tr>
        </tbody>
      </table>
    </incident-timeline>
  `,
};

/** Markup and the property: the markup is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <incident-timeline .events=${[{ time: '09:00', text: 'From the property.' }]}>
      <ol>
        <li><time>18:02</time> From the markup.</li>
      </ol>
    </incident-timeline>
  `,
};

/** Text that is in neither a list nor a table stays as it is, and the console says where it belongs. */
export const NoEvents: Story = {
  render: () => html`<incident-timeline><p>It took two hours.</p></incident-timeline>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<incident-timeline></incident-timeline>`,
};
