import { expect } from '@open-wc/testing';
import '../../src/elements/case-study/case-study.define.js';
import { itKeepsThePromises } from '../contract.js';
import { openFrame } from '../frames.js';
import { linkStylesheet, place, warningsOf } from '../helpers.js';

itKeepsThePromises('<case-study scheme="light"><h1>Order ledger</h1><p>What it gave up.</p></case-study>');

describe('<case-study>', () => {
  before(linkStylesheet);

  const text = '<h2>Heading</h2><p><a href="#a">Text</a></p><table><tr><td>Cell</td></tr></table>';

  it('keeps its column no wider than the measure, in the middle', async () => {
    const element = await place(`<case-study><p>${'word '.repeat(200)}</p></case-study>`);
    element.parentElement!.style.width = '1200px';
    const [outer, inner] = [element.getBoundingClientRect(), element.querySelector('p')!.getBoundingClientRect()];
    expect(inner.width).to.equal(44 * 16);
    expect(inner.left - outer.left).to.be.closeTo(outer.right - inner.right, 1);
  });

  it('styles plain HTML inside it and none outside it', async () => {
    const styles = (root: Element) =>
      ['h2', 'p', 'a', 'td'].map((selector) => {
        const { font, color, padding, margin } = getComputedStyle(root.querySelector(selector)!);
        return [font, color, padding, margin].join();
      });
    const outside = styles(await place(`<section>${text}</section>`));
    const frame = await openFrame({ markup: `<!doctype html><body><section>${text}</section>` });
    const untouched = styles(frame.contentDocument!.body);
    const inside = styles(await place(`<case-study>${text}</case-study>`));
    expect(outside).to.deep.equal(untouched);
    inside.forEach((style, index) => {
      expect(style).not.to.equal(outside[index]);
    });
  });

  it('follows the scheme of the page around it, or its own', async () => {
    const ink = async (scheme: string) => {
      const element = await place(`<case-study ${scheme}><p>Text</p></case-study>`);
      return getComputedStyle(element.querySelector('p')!).color;
    };
    document.documentElement.style.colorScheme = 'dark';
    const [inDark, lightInDark] = [await ink(''), await ink('scheme="light"')];
    document.documentElement.style.colorScheme = 'light';
    const [inLight, darkInLight] = [await ink(''), await ink('scheme="dark"')];
    document.documentElement.style.colorScheme = '';
    expect(inDark).not.to.equal(inLight);
    expect(lightInDark).to.equal(inLight);
    expect(darkInLight).to.equal(inDark);
  });

  it("takes a page's own token without a fight", async () => {
    const element = await place(
      '<case-study style="--dd-accent: rgb(1, 2, 3)"><p><a href="#a">Text</a></p></case-study>',
    );
    expect(getComputedStyle(element.querySelector('a')!).color).to.equal('rgb(1, 2, 3)');
  });

  it('names the schemes that it knows', async () => {
    const warnings = await warningsOf(() => place('<case-study scheme="sepia"><p>Text</p></case-study>'));
    expect(warnings).to.deep.equal(['<case-study> does not know scheme="sepia": use light, dark, auto.']);
  });
});
