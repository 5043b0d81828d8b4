import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ContentTabs } from '../../src/index.js';
import '../../src/elements/content-tabs/content-tabs.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame, paperRules, textsIn } from '../frames.js';
import {
  accessibilityProblems,
  expectTold,
  linkStylesheet,
  place,
  settled,
  waitUntil,
  warningsOf,
} from '../helpers.js';
import { openBeforeUpgrade } from '../upgrade.js';

const section = (heading: string, text = `All about ${heading}.`) =>
  `<section><h4>${heading}</h4><p>${text}</p></section>`;
const tabs = (headings: readonly string[], attributes = '') =>
  `<content-tabs ${attributes}>${headings.map((heading) => section(heading)).join('')}</content-tabs>`;
const languages = ['Go', 'Rust', 'Zig'] as const;
const plain = tabs(languages);
const named = tabs(languages, 'name="language"');
const rich = `<content-tabs><section><h3>Cassandra</h3><p>Wide rows.</p><ul><li>Compaction</li></ul></section>
  <section><h3>ScyllaDB</h3><pre>SELECT 1</pre><p>A shard a core.</p></section></content-tabs>`;

afterEach(() => {
  localStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
});

for (const markup of [plain, named, rich]) itKeepsThePromises(markup);

describe('<content-tabs>', () => {
  before(linkStylesheet);

  const buttons = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
  const labels = (element: Element) => buttons(element).map((button) => button.textContent);
  const sections = (element: Element) => [...element.querySelectorAll<HTMLElement>(':scope > section')];
  const heading = (one: Element) => one.querySelector('h3, h4')?.textContent ?? '';
  /** The headings of the sections that a reader sees. */
  const shown = (element: Element) =>
    sections(element)
      .filter((one) => one.querySelector('p')!.checkVisibility())
      .map(heading);
  const selected = (element: Element) =>
    buttons(element)
      .filter((button) => button.getAttribute('aria-selected') === 'true')
      .map((button) => button.textContent);
  const focused = (element: Element) => element.shadowRoot!.activeElement?.textContent;
  const choose = async (element: Element, name: string) => {
    buttons(element)
      .find((button) => button.textContent === name)!
      .click();
    await settled(document);
  };
  const press = async (element: Element, ...keys: string[]) => {
    for (const key of keys) await sendKeys({ press: key });
    await settled(element);
  };

  for (const width of [800, 360]) {
    it(`moves nothing that is shown as it upgrades, ${width} pixels wide`, async () => {
      const { page, upgrade } = await openBeforeUpgrade(plain + rich, width);
      const boxes = () =>
        [...page.querySelectorAll('case-study > *, content-tabs > section:first-of-type *')].map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return [node.localName, ...[x, y, width, height].map(Math.round)].join(' ');
        });
      const before = boxes();
      await upgrade();
      expect(shown(page.querySelector('content-tabs')!)).to.deep.equal(['Go']);
      expect(boxes()).to.deep.equal(before);
    });
  }

  describe('the tabs', () => {
    it('have the roles, names and states of tabs, and their sections those of panels', async () => {
      const element = await place(plain);
      const list = element.shadowRoot!.querySelector('[part=tabs]')!;
      expect(list.getAttribute('role')).to.equal('tablist');
      expect(list.children.length).to.equal(3);
      expect(labels(element)).to.deep.equal(languages);
      expect(buttons(element).map((button) => button.getAttribute('aria-selected'))).to.deep.equal([
        'true',
        'false',
        'false',
      ]);
      expect(buttons(element).map((button) => button.tabIndex)).to.deep.equal([0, -1, -1]);
      await expectTold(list, 'tablist');
      for (const [index, button] of buttons(element).entries()) await expectTold(button, 'tab', languages[index]);
      await expectTold(sections(element)[0]!, 'tabpanel', languages[0]);
      expect(sections(element).map((one) => one.getAttribute('role'))).to.deep.equal(Array(3).fill('tabpanel'));
      expect(sections(element).map((one) => one.getAttribute('aria-label'))).to.deep.equal(languages);
      if ('ariaControlsElements' in Element.prototype) {
        const controlled = buttons(element).map((button) => button.ariaControlsElements?.[0]);
        expect(controlled.every((one, index) => one === sections(element)[index])).to.equal(true);
      }
    });

    it('show their section and hide the others, so that a search can find them', async () => {
      const element = await place(plain);
      expect(shown(element)).to.deep.equal(['Go']);
      await choose(element, 'Zig');
      expect(shown(element)).to.deep.equal(['Zig']);
      expect(selected(element)).to.deep.equal(['Zig']);
      expect(buttons(element).map((button) => button.tabIndex)).to.deep.equal([-1, -1, 0]);
      expect(sections(element).map((one) => one.getAttribute('hidden'))).to.deep.equal([
        'until-found',
        'until-found',
        null,
      ]);
    });

    it('are reached by Tab and chosen by arrow keys, Home and End, round and round', async () => {
      const holder = await place(`<div><a href="#before">Before</a>${plain}</div>`);
      const element = holder.querySelector('content-tabs')!;
      holder.querySelector('a')!.focus();
      await press(element, 'Tab');
      expect(focused(element)).to.equal('Go');
      for (const [key, name] of [
        ['ArrowRight', 'Rust'],
        ['ArrowRight', 'Zig'],
        ['ArrowRight', 'Go'],
        ['ArrowLeft', 'Zig'],
        ['Home', 'Go'],
        ['End', 'Zig'],
        ['ArrowLeft', 'Rust'],
      ] as const) {
        await press(element, key);
        expect([focused(element), ...shown(element)], key).to.deep.equal([name, name]);
      }
    });

    it('are one stop for Tab, which the section follows', async () => {
      const holder = await place(
        '<div><content-tabs><section><h4>Go</h4><p><a href="#a">A</a></p></section><section><h4>Rust</h4><p>b</p></section></content-tabs></div>',
      );
      const element = holder.querySelector('content-tabs')!;
      buttons(element)[0]!.focus();
      await press(element, 'Tab');
      expect(document.activeElement === holder.querySelector('a')).to.equal(true);
    });

    it('turn the arrow keys round where the page is read from right to left', async () => {
      const element = await place(tabs(languages, 'dir="rtl"'));
      buttons(element)[0]!.focus();
      await press(element, 'ArrowLeft');
      expect(shown(element)).to.deep.equal(['Rust']);
      await press(element, 'ArrowRight', 'ArrowRight');
      expect(shown(element)).to.deep.equal(['Zig']);
    });

    it("leave the browser's own keys alone", async () => {
      const element = await place(plain);
      const button = buttons(element)[0]!;
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowRight',
          [modifier]: true,
          bubbles: true,
          cancelable: true,
        });
        button.dispatchEvent(event);
        await settled(element);
        expect(event.defaultPrevented, modifier).to.equal(false);
        expect(shown(element), modifier).to.deep.equal(['Go']);
      }
    });

    it('scroll into sight where there are more than fit', async () => {
      const many = Array.from({ length: 20 }, (_, index) => `Engine ${index + 1}`);
      const element = await place(tabs(many));
      element.parentElement!.style.width = '20rem';
      buttons(element)[0]!.focus();
      await press(element, 'End');
      const box = buttons(element).at(-1)!.getBoundingClientRect();
      expect(box.right).to.be.at.most(element.getBoundingClientRect().right + 1.5);
    });

    it('are accessible whichever is chosen', async () => {
      const element = await place(plain);
      await choose(element, 'Zig');
      expect(await accessibilityProblems(element)).to.deep.equal([]);
    });
  });

  describe('change', () => {
    it('is told when the reader chooses another tab, and only then', async () => {
      const [element, other] = [(await place(named)) as ContentTabs, await place(named)];
      const told: string[] = [];
      element.addEventListener('change', () => told.push(element.selected));
      other.addEventListener('change', () => told.push('other'));
      await choose(element, 'Rust');
      await choose(element, 'Rust');
      buttons(element)[1]!.focus();
      await press(element, 'ArrowRight');
      element.selected = 'Go';
      await settled(element);
      expect(told).to.deep.equal(['Rust', 'Zig']);
    });
  });

  describe('selected', () => {
    it('shows the section with that heading, set before or after attaching', async () => {
      const element = (await place(plain)) as ContentTabs;
      element.selected = 'Rust';
      await settled(element);
      expect(shown(element)).to.deep.equal(['Rust']);
      const early = document.createElement('content-tabs');
      early.selected = 'Rust';
      early.innerHTML = languages.map((name) => section(name)).join('');
      element.parentElement!.append(early);
      await settled(early);
      expect(shown(early)).to.deep.equal(['Rust']);
    });

    it('changes nothing where no section has that heading', async () => {
      const element = (await place(plain)) as ContentTabs;
      await choose(element, 'Rust');
      element.selected = 'Haskell';
      await settled(element);
      expect(shown(element)).to.deep.equal(['Rust']);
    });
  });

  describe('of one name', () => {
    it('switch together, but for those that have no such section', async () => {
      const [first, second] = [await place(named), await place(tabs(['Zig', 'Rust'], 'name="language"'))];
      const [lacking, other] = [
        await place(tabs(['Go', 'Ada'], 'name="language"')),
        await place(tabs(languages, 'name="engine"')),
      ];
      await choose(first, 'Rust');
      expect([first, second, lacking, other].map(shown)).to.deep.equal([['Rust'], ['Rust'], ['Go'], ['Go']]);
      await choose(lacking, 'Ada');
      expect([first, second, lacking, other].map(shown)).to.deep.equal([['Rust'], ['Rust'], ['Ada'], ['Go']]);
    });

    it('are left by tabs that are removed or renamed', async () => {
      const [first, second, third] = [await place(named), await place(named), await place(named)];
      second.remove();
      third.setAttribute('name', 'engine');
      await settled(third);
      await choose(first, 'Rust');
      expect(shown(third)).to.deep.equal(['Go']);
      document.body.append(second);
      await settled(second);
      expect(selected(second)).to.deep.equal(['Rust']);
      await choose(second, 'Zig');
      expect(shown(first)).to.deep.equal(['Zig']);
      second.remove();
    });

    it('are remembered, by name', async () => {
      await choose(await place(named), 'Rust');
      expect(shown(await place(named))).to.deep.equal(['Rust']);
      expect(shown(await place(tabs(languages, 'name="engine"')))).to.deep.equal(['Go']);
      expect(shown(await place(plain))).to.deep.equal(['Go']);
      expect(shown(await place(tabs(['Go', 'Ada'], 'name="language"')))).to.deep.equal(['Go']);
    });

    it('are on their own without a name', async () => {
      const [first, second] = [await place(plain), await place(plain)];
      await choose(first, 'Rust');
      expect(shown(second)).to.deep.equal(['Go']);
      expect(localStorage.length).to.equal(0);
    });

    it('are not remembered, and work, where nothing may be stored', async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
      try {
        const [first, second] = [await place(named), await place(named)];
        await choose(first, 'Rust');
        expect([first, second].map(shown)).to.deep.equal([['Rust'], ['Rust']]);
      } finally {
        Object.defineProperty(window, 'localStorage', own);
      }
    });

    it('do not move the page under the reader when those above change their height', async () => {
      const tall = `<content-tabs name="language">${section('Go')}<section><h4>Rust</h4><p style="height: 700px">Rust</p></section></content-tabs>`;
      const holder = await place(
        `<div>${tall}<p style="height: 300px">Between</p>${named}<div style="height: 3000px">Below</div></div>`,
      );
      const [above, element] = [...holder.querySelectorAll('content-tabs')];
      const top = () => Math.round(element!.getBoundingClientRect().top);
      scrollTo(0, scrollY + top() - 100);
      await nextFrame();
      for (const [name, height] of [
        ['Rust', 700],
        ['Go', 100],
      ] as const) {
        const before = top();
        await choose(element!, name);
        await nextFrame();
        await nextFrame();
        expect(shown(above!)).to.deep.equal([name]);
        expect(above!.querySelector('section:not([hidden]) p')!.getBoundingClientRect().height).to.be.at.most(height);
        expect(top(), name).to.be.closeTo(before, 1);
      }
      scrollTo(0, 0);
    });
  });

  describe('a section that is linked to', () => {
    const linked = (attributes = '') =>
      `<content-tabs ${attributes}>${section('Go')}<section><h4>Rust</h4><p>One.</p><p id="borrow">Borrowing.</p></section></content-tabs>`;
    const isInSight = (node: Element) => {
      const { top, height } = node.getBoundingClientRect();
      return height > 0 && top >= 0 && top < innerHeight;
    };

    for (const [what, attributes] of [
      ['without a name', ''],
      ['with a name', 'name="language"'],
    ] as const) {
      it(`is open when the page is (${what})`, async () => {
        history.replaceState(null, '', '#borrow');
        expect(shown(await place(linked(attributes)))).to.deep.equal(['Rust']);
      });

      it(`opens, and the reader is taken there (${what})`, async () => {
        const holder = await place(`<div><div style="height: 3000px"></div>${linked(attributes)}</div>`);
        const element = holder.querySelector('content-tabs')!;
        location.hash = 'borrow';
        await waitUntil(() => shown(element).includes('Rust'), 'opened');
        await waitUntil(() => isInSight(element.querySelector('#borrow')!), 'in sight');
        expect(shown(element)).to.deep.equal(['Rust']);
        scrollTo(0, 0);
      });
    }

    it('is open even if it comes later than the tabs', async () => {
      history.replaceState(null, '', '#borrow');
      const element = await place(`<content-tabs>${section('Go')}</content-tabs>`);
      element.insertAdjacentHTML('beforeend', '<section><h4>Rust</h4><p id="borrow">Borrowing.</p></section>');
      await settled(element);
      expect(shown(element)).to.deep.equal(['Rust']);
    });

    it('does not open again when the reader has chosen another since', async () => {
      history.replaceState(null, '', '#borrow');
      const element = await place(linked());
      await choose(element, 'Go');
      element.querySelector('p')!.append(' More words.');
      await settled(element);
      expect(shown(element)).to.deep.equal(['Go']);
    });

    it('counts for more than what was chosen last time', async () => {
      await choose(await place(named), 'Go');
      history.replaceState(null, '', '#borrow');
      expect(shown(await place(linked('name="language"')))).to.deep.equal(['Rust']);
    });

    it('is not looked for by a fragment that is broken or leads elsewhere', async () => {
      for (const hash of ['#%E0%A4%A', '#nowhere', '#1:2']) {
        history.replaceState(null, '', hash);
        expect(shown(await place(linked())), hash).to.deep.equal(['Go']);
      }
    });
  });

  it("opens the section in which the browser's search has found something", async () => {
    const element = await place(plain);
    sections(element)[2]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await settled(element);
    expect(shown(element)).to.deep.equal(['Zig']);
    expect(selected(element)).to.deep.equal(['Zig']);
  });

  describe('the sections', () => {
    it('may come late, change their headings, and go', async () => {
      const element = await place('<content-tabs></content-tabs>');
      element.innerHTML = section('Go') + section('Rust');
      await settled(element);
      expect(labels(element)).to.deep.equal(['Go', 'Rust']);
      await choose(element, 'Rust');

      element.insertAdjacentHTML('beforeend', section('Zig'));
      await settled(element);
      expect(labels(element)).to.deep.equal(languages);
      expect(shown(element)).to.deep.equal(['Rust']);

      const one = sections(element)[1]!;
      one.querySelector('h4')!.firstChild!.nodeValue = 'Rust 2024';
      await settled(element);
      expect(labels(element)).to.deep.equal(['Go', 'Rust 2024', 'Zig']);
      expect(shown(element)).to.deep.equal(['Rust 2024']);
      expect(one.getAttribute('aria-label')).to.equal('Rust 2024');

      one.remove();
      await settled(element);
      expect(labels(element)).to.deep.equal(['Go', 'Zig']);
      expect(shown(element)).to.deep.equal(['Go']);
    });

    it('that were chosen last time are shown once they come', async () => {
      await choose(await place(named), 'Zig');
      const element = await place('<content-tabs name="language"></content-tabs>');
      for (const name of languages) {
        element.insertAdjacentHTML('beforeend', section(name));
        await settled(element);
      }
      expect(shown(element)).to.deep.equal(['Zig']);
    });

    it('keep a role and a label of the author', async () => {
      const element = await place(
        `<content-tabs><section role="group" aria-label="The Go language"><h4>Go</h4><p>a</p></section>${section('Rust')}</content-tabs>`,
      );
      expect(sections(element)[0]!.getAttribute('role')).to.equal('group');
      expect(sections(element)[0]!.getAttribute('aria-label')).to.equal('The Go language');
    });

    for (const [what, markup] of [
      ['without a heading', `${section('Go')}<section><p>No heading.</p></section>`],
      ['with the heading of another', section('Go') + section('Go', 'The same again.')],
    ] as const) {
      it(`${what} are numbered and can be opened`, async () => {
        let element!: HTMLElement;
        const warnings = await warningsOf(async () => {
          element = await place(`<content-tabs>${markup}</content-tabs>`);
        });
        expect(warnings.length).to.equal(1);
        expect(warnings[0]).to.match(
          /^<content-tabs> has a <section> without a heading of its own: begin it with one\.$/,
        );
        expect(labels(element)).to.deep.equal(['Go', '2']);
        const visible = () => sections(element).map((one) => one.querySelector('p')!.checkVisibility());
        expect(visible()).to.deep.equal([true, false]);
        await choose(element, '2');
        expect(visible()).to.deep.equal([false, true]);
        await choose(element, 'Go');
        expect(visible()).to.deep.equal([true, false]);
      });
    }

    itOnce('are missed where there are none', async () => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place('<content-tabs><p>Only words.</p></content-tabs>');
      });
      expect(element.innerText).to.contain('Only words.');
      expect(warnings).to.deep.equal([
        '<content-tabs> has no sections: put each alternative into a <section> with a heading.',
      ]);
    });

    it('may hold tabs', async () => {
      const element = await place(
        `<content-tabs><section><h3>Storage</h3><p>a</p>${plain}</section><section><h3>Network</h3><p>b</p></section></content-tabs>`,
      );
      const inner = element.querySelector('content-tabs')!;
      expect(labels(element)).to.deep.equal(['Storage', 'Network']);
      expect(labels(inner)).to.deep.equal(languages);
      let told = 0;
      element.addEventListener('change', () => told++);
      buttons(inner)[0]!.focus();
      await press(inner, 'ArrowRight');
      expect([shown(inner), shown(element), told]).to.deep.equal([['Rust'], ['Storage'], 0]);
      await choose(element, 'Network');
      sections(inner)[2]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await settled(element);
      expect([shown(inner), shown(element)]).to.deep.equal([['Zig'], ['Storage']]);
    });
  });

  describe('the focus', () => {
    it('comes from the tab to the section that is shown, and to no other', async () => {
      const holder = await place(`<div>${plain}<button>After</button></div>`);
      const element = holder.firstElementChild as HTMLElement;
      const [go, rust] = element.querySelectorAll('section');
      const next = async () => {
        await sendKeys({ press: 'Tab' });
        return document.activeElement;
      };
      buttons(element)[0]!.focus();
      expect(await next()).to.equal(go);
      expect(await next()).to.equal(holder.lastElementChild);
      buttons(element)[0]!.focus();
      await press(element, 'ArrowRight');
      await settled(element);
      expect(go!.hasAttribute('tabindex')).to.equal(false);
      expect(await next()).to.equal(rust);
      expect(await accessibilityProblems(element)).to.deep.equal([]);
    });

    it('comes to what the section holds where it can, and leaves what an author says', async () => {
      const one = (content: string, attributes = '') => `<section ${attributes}><h4>One</h4>${content}</section>`;
      const cases: [string, string | null][] = [
        [one('<p><a href="#x">A link</a></p>'), null],
        [one('<p><a>No link</a></p>'), '0'],
        [one('<button>Press</button>'), null],
        [one('<button disabled>Press</button>'), '0'],
        [one('<details><summary>More</summary>Words</details>'), null],
        [one('<pre tabindex="0">Wide</pre>'), null],
        [one('<p tabindex="-1">Words</p>'), '0'],
        [one('<p>Words</p>', 'tabindex="-1"'), '-1'],
      ];
      for (const [markup, stop] of cases) {
        const element = await place(`<content-tabs>${markup}</content-tabs>`);
        expect(element.querySelector('section')!.getAttribute('tabindex'), markup).to.equal(stop);
      }
      const element = await place(plain);
      const [go] = element.querySelectorAll('section');
      go!.insertAdjacentHTML('beforeend', '<a href="#x">A link that comes late</a>');
      await settled(element);
      expect(go!.hasAttribute('tabindex')).to.equal(false);
      go!.lastElementChild!.remove();
      await settled(element);
      expect(go!.tabIndex).to.equal(0);
    });

    it('stays with the tabs when the one that has it goes', async () => {
      const element = await place(plain);
      buttons(element)[0]!.focus();
      await press(element, 'End');
      sections(element)[2]!.remove();
      await settled(element);
      expect(focused(element)).to.equal('Go');
      expect(selected(element)).to.deep.equal(['Go']);
      await press(element, 'ArrowRight');
      expect(shown(element)).to.deep.equal(['Rust']);
    });

    it('goes to the tab when the section that it is in is hidden', async () => {
      const element = (await place(
        `<content-tabs><section><h4>Go</h4><p><a href="#a">A</a></p></section>${section('Rust')}</content-tabs>`,
      )) as ContentTabs;
      element.querySelector('a')!.focus();
      element.selected = 'Rust';
      await settled(element);
      expect(focused(element)).to.equal('Rust');
    });

    it('stays in the section that is shown', async () => {
      const element = (await place(
        `<content-tabs>${section('Go')}<section><h4>Rust</h4><p><a href="#a">A</a></p></section></content-tabs>`,
      )) as ContentTabs;
      element.selected = 'Rust';
      await settled(element);
      const link = element.querySelector('a')!;
      link.focus();
      link.append(' B');
      await settled(element);
      expect(document.activeElement === link).to.equal(true);
    });
  });

  describe('all sections', () => {
    const areAllShown = (page: Document, width: number) => {
      for (const { text, node } of textsIn(page.querySelector('content-tabs')!)) {
        const range = page.createRange();
        range.selectNodeContents(node);
        const { width: length, height, right } = range.getBoundingClientRect();
        expect(length * height, text).to.be.above(20);
        expect(right, text).to.be.at.most(width);
        expect(node.parentElement!.checkVisibility(), text).to.equal(true);
        expect(page.defaultView!.getComputedStyle(node.parentElement!).color, text).not.to.match(/transparent|, 0\)$/);
      }
      const tops = [...page.querySelectorAll('content-tabs > section')].map((one) => one.getBoundingClientRect());
      for (const [index, { top }] of tops.entries()) if (index) expect(top).to.be.at.least(tops[index - 1]!.bottom);
    };

    for (const width of [800, 360]) {
      it(`are shown without script, ${width} pixels wide`, async () => {
        const frame = await openFrame(
          {
            markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css">
              <script type="module" src="/dist/cdn/deepdive.js"></script><body><case-study>${plain}</case-study>`,
          },
          { width, sandbox: 'allow-same-origin' },
        );
        expect(frame.contentWindow!.customElements.get('content-tabs')).to.equal(undefined);
        areAllShown(frame.contentDocument!, width);
      });
    }

    it('are shown where the script does not come, in the end', async () => {
      const frame = await openFrame({
        markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css"><body><case-study>${plain}</case-study>`,
      });
      const page = frame.contentDocument!;
      const last = page.querySelector('content-tabs > section:last-child')!;
      expect(last.getBoundingClientRect().height).to.equal(0);
      // As if the seconds were over that a script is waited for.
      for (const animation of page.getAnimations()) animation.finish();
      areAllShown(page, 1280);
    });

    it('are shown on paper, without the tabs', async () => {
      const frame = await openFrame({
        markup: `<!doctype html><style>${await paperRules()}</style><script type="module" src="/dist/cdn/deepdive.js"></script>
          <body><case-study>${plain}</case-study>`,
      });
      const page = frame.contentDocument!;
      await settled(page);
      const element = page.querySelector('content-tabs')!;
      expect(sections(element).map((one) => one.hasAttribute('hidden'))).to.deep.equal([false, true, true]);
      areAllShown(page, 1280);
      for (const button of buttons(element)) expect(button.getBoundingClientRect().height).to.equal(0);
    });
  });

  itOnce('tells its tabs as data', async () => {
    const element = (await place(tabs(['Go', 'Rust'], 'name="language"'))) as ContentTabs;
    expect(element.toJSON()).to.deep.equal({
      type: 'content-tabs',
      name: 'language',
      tabs: [
        { heading: 'Go', content: [{ type: 'p', text: 'All about Go.' }] },
        { heading: 'Rust', content: [{ type: 'p', text: 'All about Rust.' }] },
      ],
    });
  });
});
