import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/discussion-questions',
  component: 'discussion-questions',
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

/** Numbered, each with an address, `#question-1`. Answers are folded, and open on paper. */
export const Default: Story = {
  render: () => html`
    <discussion-questions>
      <h3>Discussion questions</h3>
      <ol>
        <li>
          Could this carry ten times the load?
          <details><summary>Answer</summary><p>Not before the index is split.</p></details>
        </li>
        <li>
          What would a third region change?
          <details>
            <summary>Answer</summary>
            <p>A majority would survive the loss of one, so no lease would have to run out.</p>
            <p>Every order would wait for the second-nearest region.</p>
          </details>
        </li>
        <li>Who would notice if the ledger lost one order a year?</li>
      </ol>
    </discussion-questions>
  `,
};

export const NoAnswers: Story = {
  render: () => html`
    <discussion-questions>
      <ol>
        <li>Could this carry ten times the load?</li>
        <li>What would a third region change?</li>
      </ol>
    </discussion-questions>
  `,
};

/** An `id` of the author's is the question's address. */
export const OwnIds: Story = {
  render: () => html`
    <p>This is what <a href="#q-third-region">the second question</a> is about.</p>
    <discussion-questions>
      <ol>
        <li id="q-load">Could this carry ten times the load?</li>
        <li id="q-third-region">What would a third region change?</li>
      </ol>
    </discussion-questions>
  `,
};

/** Bold beginnings, paragraphs, hints, and an answer that is open. */
export const RichItems: Story = {
  render: () => html`
    <discussion-questions>
      <ol>
        <li>
          <p><strong>Scale</strong>: could this carry ten times the load?</p>
          <ul>
            <li>Which part gives way first?</li>
            <li>What does <code>shard.of(buyer)</code> promise?</li>
          </ul>
          <details open><summary>Answer</summary><p>Not before the index is split.</p></details>
        </li>
        <li>
          <p>What would a third region change?</p>
          <details><summary>Hint</summary><p>Count the majorities.</p></details>
          <details><summary>Answer</summary><p>No lease would have to run out.</p></details>
        </li>
      </ol>
    </discussion-questions>
  `,
};

export const OneQuestion: Story = {
  render: () => html`
    <discussion-questions>
      <ol>
        <li>Could this carry ten times the load?</li>
      </ol>
    </discussion-questions>
  `,
};

export const FortyQuestions: Story = {
  render: () => html`
    <discussion-questions>
      <ol>
        ${Array.from(
          { length: 40 },
          (_, index) => html`<li>
            What if shard ${index + 1} were lost?
            <details><summary>Answer</summary><p>Its replica would take over.</p></details>
          </li>`,
        )}
      </ol>
    </discussion-questions>
  `,
};

export const LongText: Story = {
  render: () => html`
    <discussion-questions>
      <h3>Questions for a reading group that has an evening, a whiteboard and somebody from the database team</h3>
      <ol>
        <li>
          If cross_region_semi_synchronous_replication_with_bounded_staleness were switched off for an hour, which of the
          promises that the ledger makes to its buyers, its auditors and the teams that depend on it would be broken
          first, and how would each of them find out?
          <details>
            <summary>An answer, which the team itself needed two evenings for, and which it would not call complete</summary>
            <p>The auditors' promise, at the end of the quarter; nobody else would notice before a region is lost.</p>
          </details>
        </li>
      </ol>
    </discussion-questions>
  `,
};

export const NarrowContainer: Story = {
  render: () => html`<div style="inline-size: 18rem">
    <discussion-questions>
      <h3>Discussion questions</h3>
      <ol>
        <li>
          Could this carry ten times the load?
          <details open><summary>Answer</summary><p>Not before the index is split.</p></details>
        </li>
        <li>What would a third region change?</li>
      </ol>
    </discussion-questions>
  </div>`,
};

export const InsideCallout: Story = {
  render: () => html`
    <note-callout kind="question">
      <h3>To discuss</h3>
      <discussion-questions>
        <ol>
          <li>
            Could this carry ten times the load?
            <details><summary>Answer</summary><p>Not before the index is split.</p></details>
          </li>
          <li>What would a third region change?</li>
        </ol>
      </discussion-questions>
    </note-callout>
  `,
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">
    <discussion-questions>
      <h3>أسئلة للنقاش</h3>
      <ol>
        <li>
          هل يتحمل السجل عشرة أضعاف الحمل؟
          <details open><summary>الجواب</summary><p>ليس قبل تقسيم الفهرس.</p></details>
        </li>
        <li>ماذا تغيّر منطقة ثالثة؟</li>
      </ol>
    </discussion-questions>
  </div>`,
};

/** Text that is in no list stays as it is, and the console says where it belongs. */
export const NoList: Story = {
  render: () => html`<discussion-questions><p>Could this carry ten times the load?</p></discussion-questions>`,
};

/** Nothing inside: nothing is shown, and the console says what belongs there. */
export const Empty: Story = {
  render: () => html`<discussion-questions></discussion-questions>`,
};
