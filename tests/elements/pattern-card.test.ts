import { expect } from '@open-wc/testing';
import '../../src/elements/pattern-card/pattern-card.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { linkStylesheet, place, settled, textBefore, warningsOf } from '../helpers.js';

const inside =
  '<pattern-card tier="gold"><h2><a href="#cb">Circuit breaker</a></h2><p>Stops a failure.</p></pattern-card>';
const around =
  '<pattern-card tier="silver"><a href="#cb"><h2>Circuit breaker</h2><p>Stops a failure.</p></a></pattern-card>';
const attribute =
  '<pattern-card tier="bronze" href="#cb"><h2>Circuit breaker</h2><p>Stops a failure.</p></pattern-card>';

itKeepsThePromises(inside);
itKeepsThePromises(around);
itKeepsThePromises(attribute);

describe('<pattern-card>', () => {
  before(linkStylesheet);

  const linkOf = (element: Element) => element.shadowRoot?.querySelector('a') ?? element.querySelector('a');

  for (const [where, markup] of Object.entries({ inside, around, 'in href': attribute })) {
    it(`has one real link, reachable by key, with the link ${where}`, async () => {
      const element = await place(markup);
      expect(element.querySelectorAll('a').length + (element.shadowRoot?.querySelectorAll('a').length ?? 0)).to.equal(
        1,
      );
      const link = linkOf(element)!;
      expect(new URL(link.href).hash).to.equal('#cb');
      link.focus();
      expect(document.activeElement === link || element.shadowRoot?.activeElement === link).to.equal(true);
    });

    it(`is as large with the link ${where} as without script`, async () => {
      const element = await place(markup);
      const frame = await openFrame({
        markup: `<link rel="stylesheet" href="/dist/deepdive.css"><body style="margin:0;font:16px sans-serif"><div style="width:300px">${markup}</div>`,
      });
      element.parentElement!.style.cssText = 'width: 300px; font: 16px sans-serif';
      const expected = frame.contentDocument!.querySelector('pattern-card')!.getBoundingClientRect();
      const actual = element.getBoundingClientRect();
      expect([actual.width, actual.height]).to.deep.equal([expected.width, expected.height]);
    });
  }

  it('makes no second link where there is one already', async () => {
    const element = await place('<pattern-card href="#b"><h2><a href="#a">Title</a></h2></pattern-card>');
    expect(element.shadowRoot?.querySelector('a') ?? null).to.equal(null);
  });

  it('gives up its link also while it is out of the page', async () => {
    const element = await place(attribute);
    element.remove();
    element.removeAttribute('href');
    await settled(element);
    expect(element.shadowRoot!.innerHTML).to.equal('<slot></slot>');
  });

  it('follows href when it changes', async () => {
    const element = await place(attribute);
    element.setAttribute('href', '#other');
    await settled(element);
    expect(element.shadowRoot!.querySelector('a')!.hash).to.equal('#other');
    element.removeAttribute('href');
    await settled(element);
    expect(element.shadowRoot?.querySelector('a') ?? null).to.equal(null);
  });

  for (const href of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,hi', 'vbscript:x']) {
    itOnce(`makes no link of ${href}, keeps the words and says so`, async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place('<pattern-card><h2>Circuit breaker</h2></pattern-card>');
        element.setAttribute('href', href);
        await settled(element);
      });
      expect(element.shadowRoot?.querySelector('a') ?? null).to.equal(null);
      expect(element.innerText).to.contain('Circuit breaker');
      expect(warnings).to.deep.equal([
        `<pattern-card> does not follow href="${href}": use http, https, mailto or a relative address.`,
      ]);
    });
  }

  it('shows its tier above the heading', async () => {
    const element = await place(inside);
    expect(textBefore(element)).to.equal('gold');
  });
});
