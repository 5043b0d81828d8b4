import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/info-card/info-card.define.js';
import '../../src/elements/pattern-card/pattern-card.define.js';
import { itKeepsThePromises } from '../contract.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';

const linked = '<info-card><h2><a href="#details">Problem space</a></h2><p>Orders must never be lost.</p></info-card>';

itKeepsThePromises('<info-card><h2>Problem space</h2><p>Orders must never be lost.</p></info-card>');
itKeepsThePromises(linked);

/** What a press at the middle of an element lands on. */
function pressed(element: Element): Element | null {
  element.scrollIntoView();
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

for (const tag of ['info-card', 'pattern-card']) {
  const card = (content: string) => `<${tag}>${content}</${tag}>`;

  describe(`<${tag}> with links`, () => {
    before(linkStylesheet);

    it('follows its one link wherever it is pressed', async () => {
      const element = await place(card('<h2><a href="#details">Title</a></h2><p>Text of the card.</p>'));
      const link = element.querySelector('a')!;
      expect(element.matches(':state(linked)')).to.equal(true);
      expect(pressed(element.querySelector('p')!)).to.equal(link);
    });

    it('is one stop for the keyboard, which its outline shows', async () => {
      const before = await place('<button>Before</button>');
      const element = await place(card('<h2><a href="#details">Title</a></h2><p>Text of the card.</p>'));
      before.focus();
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement).to.equal(element.querySelector('a'));
      expect(getComputedStyle(element).outlineStyle).to.equal('solid');
      await sendKeys({ press: 'Enter' });
      expect(location.hash).to.equal('#details');
      history.replaceState(null, '', ' ');
    });

    it('leaves several links and other controls to themselves', async () => {
      for (const content of [
        '<p><a href="#a">One</a> and <a href="#b">two</a></p>',
        '<p><a href="#a">One</a> <button>Two</button></p>',
      ]) {
        const element = await place(card(content));
        expect(element.matches(':state(linked)')).to.equal(false);
        const [first, second] = element.querySelectorAll('a, button');
        expect(pressed(first!)).to.equal(first);
        expect(pressed(second!)).to.equal(second);
      }
    });

    it('notices when links come and go', async () => {
      const element = await place(card('<p>Text</p>'));
      expect(element.matches(':state(linked)')).to.equal(false);
      element.insertAdjacentHTML('beforeend', '<a href="#a">More</a>');
      await settled(element);
      expect(element.matches(':state(linked)')).to.equal(true);
      element.querySelector('a')!.remove();
      await settled(element);
      expect(element.matches(':state(linked)')).to.equal(false);
    });

    it('does not stretch a link that runs a script, and says so', async () => {
      let element!: Element;
      const warnings = await warningsOf(async () => {
        element = await place(card('<p><a href="javascript:alert(1)">Click</a></p>'));
      });
      expect(element.matches(':state(linked)')).to.equal(false);
      expect(warnings).to.deep.equal([
        `<${tag}> holds a link to "javascript:alert(1)": use http, https, mailto or a relative address.`,
      ]);
    });
  });
}
