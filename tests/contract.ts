import { expect, nextFrame } from '@open-wc/testing';
import { isFirstEngine } from './engines.js';
import {
  accessibilityProblems,
  appearance,
  contrastProblems,
  linkStylesheet,
  place,
  removePlaced,
  settled,
  warningsOf,
} from './helpers.js';
import { Ledger } from './ledger.js';

/** The elements of which a form has been tested here. */
const tested = new Set<string>();

/**
 * What every element promises, whatever it is for. The first engine tests every form that an element accepts, the others the
 * first form of each: how markup is read is the elements' own code.
 * @param markup the element as an author writes it, with attributes and content
 */
export function itKeepsThePromises(markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  const written = template.content.firstElementChild!;
  const tag = written.localName;
  if (tested.has(tag) && !isFirstEngine) return;
  tested.add(tag);
  const attributes = [...written.attributes].map(({ name, value }) => [name, value] as const);

  /** As a framework does it: the element first, then, in the order given, attributes, children and the page. */
  async function build(...steps: ('attributes' | 'children' | 'attach')[]): Promise<HTMLElement> {
    const holder = await place('<div></div>');
    const element = document.createElement(tag);
    for (const step of steps) {
      if (step === 'attributes') for (const [name, value] of attributes) element.setAttribute(name, value);
      if (step === 'children') element.append(...(written.cloneNode(true) as Element).childNodes);
      if (step === 'attach') holder.append(element);
      if (step !== steps.at(-1) && element.isConnected) await settled(element);
    }
    if (element.isConnected) await settled(element);
    return element;
  }

  describe(`<${tag}> keeps the promises`, () => {
    const parsed = async () => appearance(await place(markup));
    before(linkStylesheet);

    it('leaves every node of the author where it is', async () => {
      const holder = document.createElement('div');
      holder.append(document.importNode(written, true));
      const nodes = (root: Node) => {
        const all: Node[] = [];
        const walker = document.createTreeWalker(root);
        while (walker.nextNode()) all.push(walker.currentNode);
        return all;
      };
      const before = nodes(holder);
      const text = before.map((node) => node.nodeValue);
      const stage = await place('<div></div>');
      stage.append(holder);
      await settled(holder);
      const after = nodes(holder);
      expect(after.length).to.equal(before.length);
      expect(after.every((node, index) => node === before[index])).to.equal(true);
      expect(after.map((node) => node.nodeValue)).to.deep.equal(text);
    });

    it('ends up the same in whatever order it is built', async () => {
      const wanted = await parsed();
      expect(appearance(await build('attributes', 'children', 'attach'))).to.equal(wanted);
      expect(appearance(await build('attach', 'attributes', 'children'))).to.equal(wanted);
      expect(appearance(await build('attach', 'children', 'attributes'))).to.equal(wanted);
      expect(appearance(await build('children', 'attach', 'attributes'))).to.equal(wanted);
    });

    it('ends up the same when it is moved or cloned', async () => {
      const wanted = await parsed();
      const element = await build('attributes', 'children', 'attach');
      const elsewhere = await place('<section></section>');
      elsewhere.append(element);
      await settled(element);
      expect(appearance(element)).to.equal(wanted);
      const clone = element.cloneNode(true) as HTMLElement;
      elsewhere.append(clone);
      await settled(clone);
      expect(appearance(clone)).to.equal(wanted);
    });

    it('leaves nothing behind after a hundred detachments', async () => {
      const wanted = await parsed();
      // What is shared with an element that stays would rightly be kept.
      removePlaced();
      const [stage, elsewhere] = [await place('<div></div>'), await place('<section></section>')];
      const ledger = new Ledger();
      try {
        const element = await build('attributes', 'children');
        const detach = async () => {
          element.remove();
          await settled(element);
          // What waits for a frame has had it.
          await nextFrame();
        };
        stage.append(element);
        await settled(element);
        await detach();
        expect(ledger.outliving(element), 'once').to.deep.equal([]);
        const registered = ledger.registered(element);
        for (let i = 0; i < 100; i++) {
          // Some are attached while the page is still being parsed, which is waited for.
          whileLoading(i % 3 === 0, () => stage.append(element));
          if (i % 10 === 0) await settled(element);
          if (i % 4 === 0) elsewhere.append(element);
          element.remove();
        }
        await detach();
        expect(ledger.outliving(element), 'a hundred times').to.deep.equal([]);
        expect(ledger.registered(element)).to.deep.equal(registered);
        stage.append(element);
        await settled(element);
        expect(appearance(element)).to.equal(wanted);
      } finally {
        ledger.close();
      }
    });

    it('says nothing about sound markup', async () => {
      expect(await warningsOf(() => place(markup))).to.deep.equal([]);
    });

    it('warns once, in words, when it is left empty', async () => {
      // A page may be empty at first, and an outline that is empty makes itself.
      if (/^(case-study|page-outline)$/.test(tag)) return;
      const warnings = await warningsOf(() => place(`<${tag}></${tag}>`));
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.match(new RegExp(`^<${tag}> is empty: put .+ inside it(, or set its \\w+ property)?\\.$`));
    });

    // axe reads the tree and its styles, in which the engines are alike.
    if (isFirstEngine) {
      it('is accessible in light, and legible in dark', async () => {
        const page = await place(`<case-study scheme="light"><h1>Page</h1>${markup}</case-study>`);
        expect(await accessibilityProblems(page), 'light').to.deep.equal([]);
        page.setAttribute('scheme', 'dark');
        expect(await contrastProblems(page), 'dark').to.deep.equal([]);
      });
    }

    it('keeps the longest of words inside its frame', async () => {
      const holder = await place(`<div style="inline-size: 320px; font: 16px sans-serif">${markup}</div>`);
      const element = holder.firstElementChild!;
      for (const text of element.querySelectorAll('p, dd, td, li, figcaption')) text.append('w'.repeat(100));
      await settled(element);
      for (const box of [element, ...element.querySelectorAll('*:not(pre, pre *)')]) {
        expect(box.scrollWidth, box.localName).to.be.at.most(Math.max(box.clientWidth, 320));
        expect(box.getBoundingClientRect().right, box.localName).to.be.at.most(
          holder.getBoundingClientRect().right + 1,
        );
      }
    });

    it('hides with the hidden attribute', async () => {
      const element = await place(markup);
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
    });
  });
}

function whileLoading(isLoading: boolean, action: () => void): void {
  if (isLoading) Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
  try {
    action();
  } finally {
    delete (document as { readyState?: string }).readyState;
  }
}
