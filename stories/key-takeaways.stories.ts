import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/key-takeaways',
  component: 'key-takeaways',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** The bold beginning tells what an item is about, and gives it its mark. */
export const Default: Story = {
  render: () => html`
    <key-takeaways>
      <h3>Key takeaways</h3>
      <ol>
        <li><strong>When to apply</strong>: writes are split by one key, and none may be lost.</li>
        <li><strong>When to avoid</strong>: transactions cross that key.</li>
        <li><strong>Cost considerations</strong>: three copies of everything, in two regions.</li>
        <li><strong>Team requirements</strong>: two people who know the log, awake at different hours.</li>
      </ol>
    </key-takeaways>
  `,
};

/** An item that is about something else keeps its number. */
export const OtherItems: Story = {
  render: () => html`
    <key-takeaways>
      <ol>
        <li><strong>When to apply</strong>: writes are split by one key.</li>
        <li><strong>First step</strong>: measure how many transactions cross it.</li>
        <li>Durability is a promise to the buyer, not a setting.</li>
      </ol>
    </key-takeaways>
  `,
};

/** A `<ul>`, where nothing hangs on the order. */
export const UnorderedList: Story = {
  render: () => html`
    <key-takeaways>
      <ul>
        <li><strong>Use it</strong> where writes are split by one key.</li>
        <li><strong>Do not use it</strong> where transactions cross that key.</li>
        <li><strong>Budget</strong>: three copies of everything.</li>
        <li><strong>Skills</strong>: two people who know the log.</li>
      </ul>
    </key-takeaways>
  `,
};

/** `data-kind` says it where the words do not. */
export const DataKind: Story = {
  render: () => html`
    <key-takeaways>
      <ol>
        <li data-kind="apply"><strong>Orders, tickets, ledgers</strong>: anything with an owner.</li>
        <li data-kind="avoid"><strong>Social graphs</strong>: anything with two.</li>
        <li data-kind="cost"><strong>Three copies</strong>, in two regions.</li>
        <li data-kind="team"><strong>Two who know the log</strong>.</li>
      </ol>
    </key-takeaways>
  `,
};

export const RichItems: Story = {
  render: () => html`
    <key-takeaways>
      <ol>
        <li>
          <p><strong>When to apply</strong>:</p>
          <ul>
            <li>writes are split by one key;</li>
            <li>reads may be <a href="#stale">two seconds old</a>.</li>
          </ul>
        </li>
        <li><p><strong>When to avoid</strong>: transactions cross that key.</p></li>
      </ol>
    </key-takeaways>
  `,
};

export const OneTakeaway: Story = {
  render: () => html`
    <key-takeaways>
      <ol>
        <li><strong>When to apply</strong>: writes are split by one key.</li>
      </ol>
    </key-takeaways>
  `,
};

export const FortyTakeaways: Story = {
  render: () => html`
    <key-takeaways>
      <ol>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<li>
            <strong>${['When to apply', 'When to avoid', 'Cost', 'Team'][index % 4]}</strong>: lesson ${index + 1}.
          </li>`,
        )}
      </ol>
    </key-takeaways>
  `,
};

export const LongText: Story = {
  render: () => html`
    <key-takeaways>
      <h3>What to take home if the next system is nothing like this one but its buyers are</h3>
      <ol>
        <li>
          <strong>When to apply it without having measured anything, because there is no time to</strong>: writes are split
          by one key, none may be lost, and cross_region_semi_synchronous_replication_with_bounded_staleness is already
          paid for by somebody else.
        </li>
        <li><strong>When to avoid</strong>: always, otherwise.</li>
      </ol>
    </key-takeaways>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <key-takeaways>
      <h3>Key takeaways</h3>
      <ol>
        <li><strong>When to apply</strong>: writes are split by one key, and none may be lost.</li>
        <li><strong>When to avoid</strong>: transactions cross that key.</li>
        <li><strong>Cost considerations</strong>: three copies of everything.</li>
      </ol>
    </key-takeaways>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="abstract">
      <h3>For your system</h3>
      <key-takeaways>
        <ol>
          <li><strong>When to apply</strong>: writes are split by one key.</li>
          <li><strong>When to avoid</strong>: transactions cross that key.</li>
        </ol>
      </key-takeaways>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <key-takeaways>
      <h3>الخلاصة</h3>
      <ol>
        <li data-kind="apply"><strong>متى يُستخدم</strong>: حين تُقسَّم الكتابة بمفتاح واحد.</li>
        <li data-kind="avoid"><strong>متى يُتجنَّب</strong>: حين تعبر المعاملات ذلك المفتاح.</li>
        <li data-kind="cost"><strong>التكلفة</strong>: ثلاث نسخ من كل شيء.</li>
        <li data-kind="team"><strong>الفريق</strong>: شخصان يعرفان السجل.</li>
      </ol>
    </key-takeaways>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<key-takeaways><p>Split writes by one key.</p></key-takeaways>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<key-takeaways></key-takeaways>`,
};
