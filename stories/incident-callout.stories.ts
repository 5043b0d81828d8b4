import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

interface Args {
  severity?: string;
}

const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'critical', 'major', 'minor'];

const meta: Meta<Args> = {
  title: 'Elements/incident-callout',
  component: 'incident-callout',
  parameters: { controls: { disable: true } },
  argTypes: { severity: { control: 'select', options: severities } },
};
export default meta;

type Story = StoryObj<Args>;

/** The sections as a `<dl>`. */
export const Default: Story = {
  args: { severity: 'sev1' },
  parameters: { controls: { disable: false } },
  render: ({ severity }) => html`
    <incident-callout severity=${severity ?? nothing}>
      <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
      <dl>
        <dt>What happened</dt>
        <dd>A schema change locked the busiest shard for eleven minutes. Checkouts on it timed out.</dd>
        <dt>Root cause</dt>
        <dd>The migration rewrote the table in one transaction. On the staging copy it took two seconds.</dd>
        <dt>Impact</dt>
        <dd>
          <ul>
            <li>11 minutes without checkouts for one buyer in 64</li>
            <li>2,900 orders placed again by hand</li>
          </ul>
        </dd>
        <dt>Lessons learned</dt>
        <dd>
          <ol>
            <li>Rehearse migrations on a copy of the busiest shard.</li>
            <li>Give every migration a lock timeout.</li>
          </ol>
        </dd>
      </dl>
    </incident-callout>
  `,
};

/** The sections under headings. */
export const Headings: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Stale reads: <time datetime="2024-05-02">2 May 2024</time></h3>
      <h4>What happened</h4>
      <p>For half an hour buyers did not see the orders that they had just placed.</p>
      <h4>Root cause</h4>
      <p>A replica kept answering after it had lost its leader.</p>
      <h4>Lessons learned</h4>
      <ol>
        <li>A replica that cannot tell its age stops answering.</li>
      </ol>
    </incident-callout>
  `,
};

/** The sections as paragraphs with a bold lead-in. */
export const LeadIns: Story = {
  render: () => html`
    <incident-callout severity="sev3">
      <h3>Slow checkout: <time datetime="2024-06-20">20 June 2024</time></h3>
      <p><strong>What happened</strong>: checkouts took four seconds for most of the morning.</p>
      <p><strong>Root cause</strong>: a retry loop without a limit in the gateway.</p>
      <p><strong>Impact</strong>:</p>
      <ul>
        <li>Fewer orders than on the Thursdays before</li>
        <li>Alerts in three other teams</li>
      </ul>
      <p><strong>Lessons learned</strong>: retries have a budget now.</p>
    </incident-callout>
  `,
};

/** With a timeline as its last child: the times to detect, mitigate and resolve are worked out from it. */
export const WithTimeline: Story = {
  render: () => html`
    <incident-callout severity="sev1">
      <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
      <dl>
        <dt>What happened</dt>
        <dd>A schema change locked the busiest shard. Checkouts on it timed out.</dd>
        <dt>Root cause</dt>
        <dd>The migration rewrote the table in one transaction.</dd>
        <dt>Lessons learned</dt>
        <dd>
          <ol>
            <li>Rehearse migrations on a copy of the busiest shard.</li>
            <li>Give every migration a lock timeout.</li>
          </ol>
        </dd>
      </dl>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> The migration locks the shard.</li>
          <li data-event="detected"><time>18:08</time> The error budget alert pages.</li>
          <li data-event="mitigated"><time>18:50</time> The migration is killed.</li>
          <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
        </ol>
      </incident-timeline>
    </incident-callout>
  `,
};

/** No heading, and a timeline that is a table and marks the end only. */
export const WithTimelineTable: Story = {
  render: () => html`
    <incident-callout severity="sev3">
      <p><strong>Root cause</strong>: a retry loop without a limit in the gateway.</p>
      <incident-timeline>
        <h4>Timeline</h4>
        <table>
          <thead>
            <tr><th>Time</th><th>Event</th><th>Fix</th></tr>
          </thead>
          <tbody>
            <tr data-event="started"><td>09:30</td><td>Retries begin</td><td>None</td></tr>
            <tr data-event="resolved"><td>09:44</td><td>The loop is switched off</td><td>A budget for retries</td></tr>
          </tbody>
        </table>
      </incident-timeline>
    </incident-callout>
  `,
};

/** Every severity, from the worst down. */
export const Severities: Story = {
  render: () =>
    html`${severities.map(
      (severity) => html`
        <incident-callout severity=${severity}>
          <h3>Shard 12 stalled</h3>
          <p>Writes waited for a lease that nobody held.</p>
        </incident-callout>
      `,
    )}`,
};

export const NoSeverity: Story = {
  render: () => html`
    <incident-callout>
      <h3>Shard 12 stalled</h3>
      <p>Writes waited for a lease that nobody held.</p>
    </incident-callout>
  `,
};

/** Without a heading the badge stands in its place. */
export const NoHeading: Story = {
  render: () => html`
    <incident-callout severity="minor">
      <dl>
        <dt>What happened</dt>
        <dd>Writes waited for a lease that nobody held.</dd>
        <dt>Impact</dt>
        <dd>Nine seconds without writes on one shard.</dd>
      </dl>
    </incident-callout>
  `,
};

export const OneSection: Story = {
  render: () => html`
    <incident-callout severity="sev5">
      <h3>Certificate renewed late</h3>
      <dl>
        <dt>What happened</dt>
        <dd>The renewal ran an hour before the old certificate ended.</dd>
      </dl>
    </incident-callout>
  `,
};

export const FortyLessons: Story = {
  render: () => html`
    <incident-callout severity="sev1">
      <h3>The long weekend</h3>
      <dl>
        <dt>Lessons learned</dt>
        <dd>
          <ol>
            ${Array.from({ length: 40 }, (_, index) => html`<li>Action ${index + 1} has an owner and a date.</li>`)}
          </ol>
        </dd>
      </dl>
    </incident-callout>
  `,
};

export const LongText: Story = {
  render: () => html`
    <incident-callout severity="critical">
      <h3>
        Both regions accepted the same lease after a clock on the coordinator was set back during a routine upgrade:
        <time datetime="2024-03-14T09:30Z">14 March 2024, 09:30 UTC</time>
      </h3>
      <dl>
        <dt>What happened, as far as we can tell from the logs that survived</dt>
        <dd>
          The coordinator restarted with a clock eleven minutes slow and granted leases that had been granted before.
          For those minutes two writers appended to the same shards, and neither could see the other.
        </dd>
        <dt>Root cause</dt>
        <dd>ledger.coordinator.lease.use_wall_clock_instead_of_monotonic_clock_for_expiry was still switched on.</dd>
      </dl>
    </incident-callout>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <incident-callout severity="critical">
      <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
      <dl>
        <dt>What happened</dt>
        <dd>A schema change locked the busiest shard.</dd>
        <dt>Lessons learned</dt>
        <dd>
          <ol>
            <li>Rehearse migrations.</li>
            <li>Give each a lock timeout.</li>
          </ol>
        </dd>
      </dl>
    </incident-callout>
    <incident-callout severity="sev1">
      <h3>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h3>
      <dl>
        <dt>Root cause</dt>
        <dd>One transaction for the whole table.</dd>
      </dl>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> The migration locks the shard.</li>
          <li data-event="detected"><time>18:08</time> The alert pages.</li>
          <li data-event="mitigated"><time>18:50</time> The migration is killed.</li>
          <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
        </ol>
      </incident-timeline>
    </incident-callout>
  </div>`,
};

/** Other elements inside an incident. */
export const Nested: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Stale reads: <time datetime="2024-05-02">2 May 2024</time></h3>
      <card-grid>
        <stat-card><h4>Detected after</h4><data value="12">12 <small>min</small></data></stat-card>
        <stat-card><h4>Resolved after</h4><data value="31">31 <small>min</small></data></stat-card>
      </card-grid>
      <law-table>
        <table>
          <thead>
            <tr><th>Law</th><th>How it showed</th></tr>
          </thead>
          <tbody>
            <tr><td>Asynchronous reality</td><td>The replica could not tell slow from gone</td></tr>
          </tbody>
        </table>
      </law-table>
      <note-callout kind="tip">
        <h4>For your system</h4>
        <p>Let replicas answer with their age.</p>
      </note-callout>
    </incident-callout>
  `,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="example">
      <h3>What a lock can do</h3>
      <incident-callout severity="minor">
        <h4>Shard 12 stalled</h4>
        <p>Writes waited for a lease that nobody held.</p>
      </incident-callout>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <incident-callout severity="sev1">
      <h3>انقطاع الدفع: <time datetime="2024-03-14">14 مارس 2024</time></h3>
      <dl>
        <dt>ما الذي حدث</dt>
        <dd>أقفل تغييرٌ في المخطط أكثر الأجزاء ازدحامًا.</dd>
        <dt>السبب الجذري</dt>
        <dd>أعاد الترحيلُ كتابة الجدول في معاملة واحدة.</dd>
        <dt>الدروس المستفادة</dt>
        <dd>
          <ol>
            <li>جرّب الترحيل على نسخة من أكثر الأجزاء ازدحامًا.</li>
            <li>اجعل لكل ترحيل مهلة للقفل.</li>
          </ol>
        </dd>
      </dl>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> الترحيل يُقفل الجزء.</li>
          <li data-event="detected"><time>18:08</time> الإنذار ينبّه الفريق.</li>
          <li data-event="mitigated"><time>18:50</time> يُوقَف الترحيل.</li>
          <li data-event="resolved"><time>20:06</time> تُعاد معالجة الطلبات المتأخرة.</li>
        </ol>
      </incident-timeline>
    </incident-callout>
  </div>`,
};

/** A severity that does not exist: it is shown as written, in the colour of the worst, and the console says so. */
export const UnknownSeverity: Story = {
  render: () => html`
    <incident-callout severity="rather bad">
      <h3>Shard 12 stalled</h3>
      <p>Writes waited for a lease that nobody held.</p>
    </incident-callout>
  `,
};

/** The prose says eleven minutes and the timeline two hours: both are shown, and the console tells the author. */
export const ContradictoryTimes: Story = {
  render: () => html`
    <incident-callout severity="sev2">
      <h3>Shard 12 stalled</h3>
      <dl>
        <dt>Impact</dt>
        <dd>The outage lasted 11 minutes, and was detected after 6 minutes.</dd>
      </dl>
      <incident-timeline>
        <ol>
          <li data-event="started"><time>18:02</time> The migration locks the shard.</li>
          <li data-event="detected"><time>18:08</time> The alert pages.</li>
          <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
        </ol>
      </incident-timeline>
    </incident-callout>
  `,
};

/** Nothing inside: an empty frame, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<incident-callout severity="sev1"></incident-callout>`,
};
