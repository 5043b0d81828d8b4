import { expect } from '@open-wc/testing';
import type { DiscussionQuestions } from '../../src/index.js';
import '../../src/elements/discussion-questions/discussion-questions.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itLinksToItsParts } from '../links.js';
import { itMovesNothing } from '../upgrade.js';

const list = `<discussion-questions><h3>Discuss</h3><ol>
  <li>Could this carry ten times the load?
    <details><summary>Answer</summary><p>Not before the index is split.</p></details></li>
  <li>What would you give up first?<details open><summary>Answer</summary><p>The second region.</p></details></li>
  <li>Who is paged?</li>
</ol></discussion-questions>`;

// With names of the author's, since the copies that are compared stand in one page.
itKeepsThePromises(list.replaceAll('<li>', '<li id>').replace(/id/g, (_, at) => `id="question-at-${at}"`));
itLinksToItsParts(list, 'li', ['question-1', 'question-2', 'question-3']);

describe('<discussion-questions>', () => {
  before(linkStylesheet);

  itMovesNothing(list);

  const details = (element: Element) => [...element.querySelectorAll('details')];
  const areOpen = (element: Element) => details(element).map(({ open }) => open);

  it('numbers the questions as names, but for those of the author', async () => {
    const element = await place(
      '<discussion-questions><ol><li>Why?</li><li id="mine">How?</li><li>Who?</li></ol></discussion-questions>',
    );
    expect([...element.querySelectorAll('li')].map(({ id }) => id)).to.deep.equal(['question-1', 'mine', 'question-3']);
  });

  it('shows the questions with their answers folded, and an answer on demand', async () => {
    const element = await place(list);
    const [first] = details(element);
    const isShown = () => first!.querySelector('p')!.getClientRects().length > 0 && first!.open;
    expect(isShown()).to.equal(false);
    first!.querySelector('summary')!.click();
    expect(isShown()).to.equal(true);
  });

  it('opens all answers on paper, and afterwards leaves them as they were', async () => {
    const element = await place(list);
    dispatchEvent(new Event('beforeprint'));
    expect(areOpen(element)).to.deep.equal([true, true]);
    dispatchEvent(new Event('afterprint'));
    expect(areOpen(element)).to.deep.equal([false, true]);
  });

  it('opens answers that came late, and prints twice', async () => {
    const element = await place(list);
    element
      .querySelector('ol')!
      .insertAdjacentHTML('beforeend', '<li>Why?<details><summary>Answer</summary>So.</details></li>');
    await settled(element);
    for (let times = 0; times < 2; times++) {
      dispatchEvent(new Event('beforeprint'));
      expect(areOpen(element)).to.deep.equal([true, true, true]);
      dispatchEvent(new Event('afterprint'));
      expect(areOpen(element)).to.deep.equal([false, true, false]);
    }
  });

  it('opens all answers of which only one can be open otherwise', async () => {
    const question = '<li>Why?<details name="one"><summary>Answer</summary>So.</details></li>';
    const element = await place(
      `<discussion-questions><ol>${question}${question.replace('<details', '<details open')}${question}</ol></discussion-questions>`,
    );
    dispatchEvent(new Event('beforeprint'));
    expect(areOpen(element)).to.deep.equal([true, true, true]);
    dispatchEvent(new Event('afterprint'));
    expect(areOpen(element)).to.deep.equal([false, true, false]);
    expect(details(element).map(({ name }) => name)).to.deep.equal(['one', 'one', 'one']);
  });

  it('opens nothing once it is out of the page', async () => {
    const element = await place(list);
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(areOpen(element)).to.deep.equal([false, true]);
    dispatchEvent(new Event('afterprint'));
  });

  itOnce('as data has the questions with their answers', async () => {
    const { items, ...rest } = ((await place(list)) as DiscussionQuestions).toJSON();
    expect(rest).to.deep.equal({ type: 'discussion-questions', heading: 'Discuss' });
    expect(items).to.deep.equal([
      { text: 'Could this carry ten times the load?', summary: 'Answer', answer: 'Not before the index is split.' },
      { text: 'What would you give up first?', summary: 'Answer', answer: 'The second region.' },
      { text: 'Who is paged?' },
    ]);
  });

  itOnce('names the fix where there is no list', async () => {
    const warnings = await warningsOf(() => place('<discussion-questions><p>Why?</p></discussion-questions>'));
    expect(warnings).to.deep.equal(['<discussion-questions> has no questions: put them into an <ol>.']);
  });
});
