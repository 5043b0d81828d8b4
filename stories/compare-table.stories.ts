import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TableRow } from '../src/index.js';

interface Args {
  rows?: readonly TableRow[];
}

const meta: Meta<Args> = {
  title: 'Elements/compare-table',
  component: 'compare-table',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj<Args>;

const header = html`<thead>
  <tr><th>Store</th><th>Survives a region</th><th>Strong reads</th><th>Cost</th></tr>
</thead>`;

const body = html`<tbody>
  <tr><td>One database</td><td>❌</td><td>✅</td><td>Low</td></tr>
  <tr><td>Database with a replica</td><td>⚠️ by hand</td><td>✅ on the leader</td><td>Medium</td></tr>
  <tr><td>Replicated log</td><td>✅</td><td>✅ inside a shard</td><td>High</td></tr>
</tbody>`;

/** Marks alone, marks with words, and words. */
export const Default: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>Where to keep the order log</caption>
        ${header}${body}
      </table>
    </compare-table>
  `,
};

/** Every mark, alone and before words. Alone it is named, so that nobody has to guess. */
export const Marks: Story = {
  render: () => html`
    <compare-table>
      <table>
        <thead>
          <tr><th>Meaning</th><th>Alone</th><th>With words</th></tr>
        </thead>
        <tbody>
          ${['✅', '❌', '⚠️', '🟢', '🟡', '🔴', '🚫', '✓', '✗'].map(
            (mark, index) => html`<tr>
              <td>Mark ${index + 1}</td>
              <td>${mark}</td>
              <td>${mark} on the leader</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </compare-table>
  `,
};

/** A cell that is no more than such a word is marked, too. */
export const Words: Story = {
  render: () => html`
    <compare-table>
      <table>
        <thead>
          <tr><th>Store</th><th>Survives a region</th><th>Replays a day</th></tr>
        </thead>
        <tbody>
          <tr><td>One database</td><td>No</td><td>Partly</td></tr>
          <tr><td>Replicated log</td><td>Yes</td><td>Full</td></tr>
          <tr><td>Object store</td><td>Supported</td><td>Limited</td></tr>
          <tr><td>Memory</td><td>None</td><td>No, it is gone</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

/** `data-status` says it where the words are in another language, or mean something else here. */
export const DataStatus: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>How much each change costs us to undo</caption>
        <thead>
          <tr><th>Change</th><th>Undone by</th></tr>
        </thead>
        <tbody>
          <tr><td>Flag</td><td data-status="good">A switch</td></tr>
          <tr><td>Deploy</td><td data-status="fair">The deploy before it</td></tr>
          <tr><td>Migration</td><td data-status="bad">Nothing</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

const failures = [
  ['Node gone', '10 s', '✅ automatic', 'One shard waits'],
  ['Disk full', '2 min', '⚠️ by hand', 'Writes of one shard stop'],
  ['Zone gone', '40 s', '✅ automatic', 'A third of the room'],
  ['Region gone', '11 min', '⚠️ one decision', 'Writes of one continent stop'],
  ['Lost lease', '9 s', '✅ automatic', 'One shard waits'],
  ['Clock skew', '3 min', '❌', 'Two writers'],
  ['Bad deploy', '5 min', '✅ automatic', 'One part in a hundred of the buyers'],
  ['Bad migration', '2 h', '❌', 'Orders placed again by hand'],
  ['Retry storm', '14 min', '⚠️ budget', 'Slow checkouts'],
  ['Expired certificate', 'not yet seen', '✅', 'No new connections'],
];

/** From eight rows on, readers sort by any column (durations, figures and marks by what they mean) and filter. */
export const SortAndFilter: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>What has failed, and what happened then</caption>
        <thead>
          <tr><th>Failure</th><th>Recovery</th><th>Handled</th><th>Impact</th></tr>
        </thead>
        <tbody>
          ${failures.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </compare-table>
  `,
};

/** A table that is too wide scrolls beside its first column. */
export const ManyColumns: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>Which region reads what</caption>
        <thead>
          <tr><th>Data</th>${Array.from({ length: 14 }, (_, index) => html`<th>Region ${index + 1}</th>`)}</tr>
        </thead>
        <tbody>
          ${['Orders', 'Refunds', 'Catalogue'].map(
            (name, row) => html`<tr>
              <td>${name}</td>
              ${Array.from({ length: 14 }, (_, index) => html`<td>${(index + row) % 3 ? '✅' : '❌'}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </compare-table>
  `,
};

/** The same from data, where there is no markup to put inside. The first row's keys are the headings. */
export const RowsProperty: Story = {
  args: {
    rows: [
      { Store: 'One database', 'Survives a region': '❌', Cost: 'Low' },
      { Store: 'Replicated log', 'Survives a region': '✅', Cost: 'High' },
    ],
  },
  argTypes: { rows: { control: 'object' } },
  parameters: {
    controls: { disable: false },
    docs: {
      source: {
        language: 'js',
        code: `document.querySelector('compare-table').rows = [
  { Store: 'One database', 'Survives a region': '❌', Cost: 'Low' },
  { Store: 'Replicated log', 'Survives a region': '✅', Cost: 'High' },
];`,
      },
    },
  },
  render: ({ rows }) => html`<compare-table .rows=${rows}></compare-table>`,
};

/** A row with one heading across all columns opens a section. */
export const Sections: Story = {
  render: () => html`
    <compare-table>
      <table>
        ${header}
        <tbody>
          <tr><th colspan="4">Bought</th></tr>
          <tr><td>One database</td><td>❌</td><td>✅</td><td>Low</td></tr>
          <tr><th colspan="4">Built</th></tr>
          <tr><td>Replicated log</td><td>✅</td><td>✅ inside a shard</td><td>High</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

export const OneRow: Story = {
  render: () => html`
    <compare-table>
      <table>
        ${header}
        <tbody>
          <tr><td>Replicated log</td><td>✅</td><td>✅ inside a shard</td><td>High</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

export const FortyRows: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>One row a shard</caption>
        <thead>
          <tr><th>Shard</th><th>Healthy</th><th>Replicas</th><th>Size</th></tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: 40 },
            (_, index) => html`<tr>
              <td>Shard ${index + 1}</td>
              <td>${['🟢', '🟢', '🟡', '🔴'][(index * 7) % 4]}</td>
              <td>${index % 3 ? 2 : 3}</td>
              <td>${560 + ((index * 37) % 90)} GB</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </compare-table>
  `,
};

export const LongText: Story = {
  render: () => html`
    <compare-table>
      <table>
        <caption>Where to keep the order log, with every argument that anybody brought to any of the five meetings</caption>
        <thead>
          <tr><th>Store</th><th>Survives the loss of a region without anybody awake</th><th>Objections</th></tr>
        </thead>
        <tbody>
          <tr>
            <td>cross_region_semi_synchronous_replicated_log</td>
            <td>✅ for all shards whose lease had been renewed within the ten seconds before the region was lost</td>
            <td>
              Nobody on the team had run one. Two of us have since, and have written down what surprised them, which is
              now longer than this table.
            </td>
          </tr>
          <tr>
            <td>One database</td>
            <td>❌</td>
            <td>None, which was the objection</td>
          </tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

/** Below 34rem each row is a record of labelled values. */
export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <compare-table>
      <table>
        <caption>Where to keep the order log</caption>
        ${header}${body}
      </table>
    </compare-table>
    <compare-table>
      <table>
        <caption>What has failed, and what happened then</caption>
        <thead>
          <tr><th>Failure</th><th>Recovery</th><th>Handled</th><th>Impact</th></tr>
        </thead>
        <tbody>
          ${failures.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </compare-table>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="question">
      <h3>What would we choose today?</h3>
      <compare-table>
        <table>
          ${header}${body}
        </table>
      </compare-table>
    </note-callout>
  `,
};

const arabic = html`<table>
  <caption>أين نحفظ سجل الطلبات</caption>
  <thead>
    <tr><th>المخزن</th><th>يتحمل فقد منطقة</th><th>التكلفة</th></tr>
  </thead>
  <tbody>
    <tr><td>قاعدة بيانات واحدة</td><td>❌ لا</td><td>منخفضة</td></tr>
    <tr><td>قاعدة مع نسخة</td><td>⚠️ يدويًا</td><td>متوسطة</td></tr>
    <tr><td>سجل منسوخ</td><td>✅ نعم</td><td>مرتفعة</td></tr>
  </tbody>
</table>`;

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <compare-table>${arabic}</compare-table>
    <div style="inline-size: 18rem"><compare-table>${arabic}</compare-table></div>
  </div>`,
};

/** Without a header row there is nothing to label the values with; the console says what to add. */
export const NoHeaderRow: Story = {
  render: () => html`
    <compare-table>
      <table>
        <tbody>
          <tr><td>One database</td><td>❌</td></tr>
          <tr><td>Replicated log</td><td>✅</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

/** Rows that are too short or too long: every cell is shown, and the console names the row. */
export const MissingCells: Story = {
  render: () => html`
    <compare-table>
      <table>
        ${header}
        <tbody>
          <tr><td>One database</td><td>❌</td></tr>
          <tr><td>Replicated log</td><td>✅</td><td>✅</td><td>High</td><td>Since March</td></tr>
        </tbody>
      </table>
    </compare-table>
  `,
};

/** A table and the property: the table is shown, and the console says so. */
export const MarkupAndProperty: Story = {
  render: () => html`
    <compare-table .rows=${[{ Store: 'Object store', Cost: 'Low' }]}>
      <table>
        ${header}${body}
      </table>
    </compare-table>
  `,
};

export const NoTable: Story = {
  render: () => html`<compare-table><p>The log survives a region, the database does not.</p></compare-table>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<compare-table></compare-table>`,
};
