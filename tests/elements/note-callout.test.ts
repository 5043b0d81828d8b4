import { expect } from '@open-wc/testing';
import '../../src/elements/note-callout/note-callout.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { expectTold, linkStylesheet, place, textBefore, warningsOf } from '../helpers.js';

itKeepsThePromises(
  '<note-callout kind="tip"><h2>Key design decisions</h2><p>Orders are split by buyer.</p></note-callout>',
);
itKeepsThePromises(
  '<note-callout kind="question"><details><summary>Why?</summary><p>Because of the lock.</p></details></note-callout>',
);
itKeepsThePromises('<note-callout><p>Feature flags guard all major changes.</p></note-callout>');

describe('<note-callout>', () => {
  before(linkStylesheet);

  it('is titled by its heading, or else by its kind', async () => {
    expect(textBefore(await place('<note-callout kind="warning"><p>Careful.</p></note-callout>'))).to.equal('Warning');
    expect(textBefore(await place('<note-callout><p>By the way.</p></note-callout>'))).to.equal('Note');
    const titled = await place('<note-callout kind="warning"><h2>Mind the gap</h2><p>Careful.</p></note-callout>');
    expect(textBefore(titled)).to.equal('none');
  });

  it('folds in a <details>, titled by its <summary>', async () => {
    const element = await place(
      '<note-callout kind="question"><details><summary>Why?</summary><p>Because of the lock.</p></details></note-callout>',
    );
    const summary = element.querySelector('summary')!;
    expect(textBefore(element)).to.equal('none');
    expect(getComputedStyle(summary).color).to.equal(getComputedStyle(element).borderInlineStartColor);
    expect(element.innerText).not.to.contain('Because');
    summary.click();
    expect(element.innerText).to.contain('Because of the lock.');
  });

  it('gives every kind a title and a colour that its edge and title share', async () => {
    const kinds = ['note', 'tip', 'info', 'abstract', 'success', 'question', 'warning', 'danger', 'example', 'quote'];
    for (const kind of kinds) {
      const element = await place(`<note-callout kind="${kind}"><p>Text</p></note-callout>`);
      expect(textBefore(element)).to.equal(`${kind[0]!.toUpperCase()}${kind.slice(1)}`);
      expect(getComputedStyle(element).borderInlineStartColor).to.equal(getComputedStyle(element, '::before').color);
    }
  });

  itOnce('shows an unknown kind as a note and names the known ones', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<note-callout kind="fyi"><p>By the way.</p></note-callout>');
    });
    expect(textBefore(element)).to.equal('Note');
    expect(element.innerText).to.contain('By the way.');
    expect(warnings).to.deep.equal([
      '<note-callout> does not know kind="fyi": use note, tip, info, abstract, success, question, warning, danger, example, quote.',
    ]);
  });

  it('is a note to assistive technology, unless the author says otherwise', async () => {
    const element = await place('<note-callout role="complementary"><p>By the way.</p></note-callout>');
    await expectTold(element, 'complementary');
    const plain = await place('<note-callout><p>By the way.</p></note-callout>');
    await expectTold(plain, 'note');
    expect(plain.hasAttribute('role'), 'the attribute is the author’s').to.equal(false);
  });
});
