import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PageOutline } from '../../src/index.js';
import '../../src/elements/case-study/case-study.define.js';
import '../../src/elements/info-card/info-card.define.js';
import '../../src/elements/page-outline/page-outline.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { accessibilityProblems, linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';
import { Ledger } from '../ledger.js';
import { itMovesNothing } from '../upgrade.js';

const sections = `<h2 id="overview">Overview</h2><p>Text</p><h3>Business context</h3><p>Text</p><h3>Scale</h3><p>Text</p>
  <h2>Design &amp; data</h2><p>Text</p><h3>Ledger</h3><p>Text</p><h4>Accounts</h4><p>Text</p>
  <h2>نظرة عامة</h2><p>Text</p>`;
const page = (outline = '<page-outline></page-outline>', content = sections) =>
  `<case-study><h1>Order ledger</h1>${outline}${content}</case-study>`;
const nav = (...ids: string[]) =>
  `<page-outline for="contract"><nav aria-label="Contents"><ol>${ids.map((id) => `<li><a href="#${id}">To ${id}</a></li>`).join('')}</ol></nav></page-outline>`;

describe('<page-outline> with a list of the author', () => {
  const content = document.createElement('main');
  content.id = 'contract';
  content.innerHTML = '<h2 id="first">First</h2><p>Text</p><h2 id="second">Second</h2><p>Text</p>';
  before(() => document.body.append(content));
  after(() => content.remove());

  itKeepsThePromises(nav('first', 'second'));
});

describe('<page-outline>', () => {
  before(linkStylesheet);
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  itMovesNothing('<page-outline></page-outline>');
  itMovesNothing(`<page-outline></page-outline>${sections}`);
  itMovesNothing('<page-outline><nav><a href="#overview">Overview</a></nav></page-outline><h2 id="overview">A</h2>');

  const outlineIn = (root: ParentNode) => root.querySelector('page-outline')!;
  const navOf = (outline: Element) => outline.shadowRoot!.querySelector('nav')!;
  /** Those of the outline that is shown: the author's or the one that is made. */
  const linksOf = (outline: Element) => [...navOf(outline).querySelectorAll('a'), ...outline.querySelectorAll('a')];
  /** The links, indented by their depth. */
  const lines = (outline: Element) =>
    linksOf(outline).map((link) => {
      let depth = 0;
      for (let list = link.closest('ol'); list; list = list.parentElement!.closest('ol')) depth++;
      return `${'  '.repeat(depth - 1)}${link.textContent} ${link.getAttribute('href')}`;
    });
  const current = (outline: Element) =>
    linksOf(outline).flatMap((link) => {
      const state = link.getAttribute('aria-current');
      return state ? `${link.textContent} ${state}` : [];
    });
  const button = (outline: Element) => outline.shadowRoot!.querySelector('button')!;
  const isShown = (node: Element) => node.getClientRects().length > 0;

  describe('the list', () => {
    const whole = [
      'Overview #overview',
      '  Business context #business-context',
      '  Scale #scale',
      'Design & data #design-data',
      '  Ledger #ledger',
    ];

    itOnce('is made of the headings of the page, those of the third level inside those of the second', async () => {
      const outline = outlineIn(await place(page()));
      expect(lines(outline).slice(0, 5)).to.deep.equal(whole);
      expect(lines(outline).length).to.equal(6);
      expect(navOf(outline).getAttribute('aria-label')).to.equal('On this page');
    });

    it('leads to the headings', async () => {
      const study = await place(page());
      for (const link of linksOf(outlineIn(study))) {
        const target = study.querySelector(`#${CSS.escape(decodeURIComponent(link.hash.slice(1)))}`);
        expect(target?.textContent).to.equal(link.textContent);
      }
    });

    itOnce('leaves out the headings inside boxes', async () => {
      const boxes =
        '<info-card><h3>Card</h3><p>Text</p></info-card><incident-timeline><h3>Timeline</h3></incident-timeline><aside><h2>Aside</h2></aside><figure><h3>Figure</h3></figure>';
      const outline = outlineIn(
        await place(page(undefined, `<h2>Overview</h2>${boxes}<section><h2>Design</h2></section>`)),
      );
      expect(lines(outline)).to.deep.equal(['Overview #overview', 'Design #design']);
    });

    itOnce('begins with the third level where that comes first', async () => {
      const outline = outlineIn(await place(page(undefined, '<h3>Scale</h3><h2>Overview</h2><h3>Context</h3>')));
      expect(lines(outline)).to.deep.equal(['Scale #scale', 'Overview #overview', '  Context #context']);
    });

    it('follows headings that come, change and go', async () => {
      const study = await place(page());
      const outline = outlineIn(study);
      study.querySelector('h3')!.firstChild!.nodeValue = 'Business';
      study.insertAdjacentHTML('beforeend', '<h2 id="late">Late</h2>');
      await settled(study);
      expect(lines(outline)[1]).to.equal('  Business #business-context');
      expect(lines(outline).at(-1)).to.equal('Late #late');
      study.querySelector('h3')!.remove();
      await settled(study);
      expect(lines(outline)[1]).to.equal('  Scale #scale');
      for (const heading of study.querySelectorAll('h2, h3')) heading.remove();
      await warningsOf(() => settled(study));
      expect(lines(outline)).to.deep.equal([]);
      expect(isShown(navOf(outline))).to.equal(false);
    });

    itOnce('adds nothing to the nodes of the page', async () => {
      const outline = outlineIn(await place(page()));
      expect(outline.outerHTML).to.equal('<page-outline></page-outline>');
    });

    it('follows nothing once it is removed, and everything once it is back', async () => {
      const study = await place(page());
      const outline = outlineIn(study);
      outline.remove();
      study.querySelector('h2')!.textContent = 'Summary';
      await settled(outline);
      expect(lines(outline)[0]).to.equal('Overview #overview');
      study.append(outline);
      await settled(outline);
      expect(lines(outline)[0]).to.equal('Summary #overview');
    });

    it('is accessible', async () => {
      for (const scheme of ['light', 'dark']) {
        const study = await place(page().replace('<case-study', `<case-study scheme="${scheme}"`));
        button(outlineIn(study)).click();
        expect(await accessibilityProblems(study)).to.deep.equal([]);
      }
    });
  });

  describe('for', () => {
    itOnce('names the element whose headings are listed', async () => {
      const holder = await place(
        `<div><page-outline for="design"></page-outline>${page('')}<div id="design"><h2>Ledger</h2></div></div>`,
      );
      expect(lines(outlineIn(holder))).to.deep.equal(['Ledger #ledger']);
    });

    itOnce('is the case study on the page where it is not told', async () => {
      const holder = await place(`<div><page-outline></page-outline>${page('', '<h2>Overview</h2>')}</div>`);
      expect(lines(outlineIn(holder))).to.deep.equal(['Overview #overview']);
    });

    it('leaves the page that it named before alone', async () => {
      const ledger = new Ledger();
      try {
        const holder = await place(
          `<div><page-outline for="one"></page-outline><div id="one"><h2>One</h2></div><div id="two"><h2>Two</h2></div></div>`,
        );
        const outline = outlineIn(holder);
        const pages = () => ledger.outliving(outline).filter((line) => / #(one|two)$/.test(line));
        expect(pages()).to.deep.equal(['MutationObserver: <div> #one', 'ResizeObserver: <div> #one']);
        outline.for = 'two';
        await outline.updateComplete;
        expect(pages()).to.deep.equal(['MutationObserver: <div> #two', 'ResizeObserver: <div> #two']);
      } finally {
        ledger.close();
      }
    });

    it('is followed when it changes, also to what is not there', async () => {
      const holder = await place(
        `<div>${page('<page-outline for="design"></page-outline>')}<div id="design"><h2>Parts</h2></div></div>`,
      );
      const outline = outlineIn(holder) as PageOutline;
      expect(lines(outline)).to.deep.equal(['Parts #parts']);
      const warnings = await warningsOf(async () => {
        outline.for = 'nowhere';
        await settled(outline);
        // An element that is not listed any more is not measured any more.
        holder.style.width = '300px';
        await nextFrame();
        await nextFrame();
      });
      expect(lines(outline)).to.deep.equal([]);
      expect(warnings).to.deep.equal([
        '<page-outline> finds no headings: put it into a <case-study> with <h2> sections, or name one in for="…".',
      ]);
      outline.removeAttribute('for');
      await settled(outline);
      expect(lines(outline).length).to.equal(6);
    });
  });

  itOnce('warns once where there are no headings', async () => {
    const warnings = await warningsOf(async () => {
      const study = await place(page(undefined, '<p>Text</p>'));
      study.append('More words.');
      await settled(study);
    });
    expect(warnings).to.deep.equal([
      '<page-outline> finds no headings: put it into a <case-study> with <h2> sections, or name one in for="…".',
    ]);
  });

  describe('a list of the author', () => {
    const authored =
      '<page-outline><nav aria-label="Contents"><a href="#overview">First</a> <a href="#ledger">Second</a> <a href="/">Home</a></nav></page-outline>';

    it('is kept as it is, and its links are marked', async () => {
      const study = await place(page(authored, sections.replaceAll('<p>', '<p style="block-size: 900px">')));
      const outline = outlineIn(study);
      expect(outline.querySelectorAll('nav').length).to.equal(1);
      study.querySelector('#overview')!.scrollIntoView();
      await waitUntil(() => current(outline).length, 'marked');
      expect(current(outline)).to.deep.equal(['First true']);
      study.querySelector('#ledger')!.scrollIntoView();
      await waitUntil(() => current(outline)[0] === 'Second true', 'marked');
    });

    it('takes the place of the one that was made, and gives it back', async () => {
      const outline = outlineIn(await place(page()));
      outline.insertAdjacentHTML('beforeend', '<nav><a href="#overview">Mine</a></nav>');
      await settled(outline);
      expect([...outline.querySelectorAll('a')].map((link) => link.textContent)).to.deep.equal(['Mine']);
      outline.querySelector('nav')!.remove();
      await settled(outline);
      expect(lines(outline).length).to.equal(6);
    });
  });

  describe('the button', () => {
    const folded = async () => {
      const holder = await place(`<div style="inline-size: 600px"><a href="#before">Before</a>
        <page-outline for="page"></page-outline><div id="page">${page('')}</div></div>`);
      const outline = outlineIn(holder);
      await waitUntil(() => outline.matches(':state(folded)'), 'folded');
      return { holder, outline };
    };

    it('unfolds the list by keys, and folds it again', async () => {
      const { holder, outline } = await folded();
      expect(button(outline).textContent).to.equal('On this page');
      expect(button(outline).getAttribute('aria-expanded')).to.equal('false');
      expect(isShown(linksOf(outline)[0]!)).to.equal(false);
      holder.querySelector('a')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(outline.shadowRoot!.activeElement === button(outline)).to.equal(true);
      await sendKeys({ press: 'Enter' });
      expect(button(outline).getAttribute('aria-expanded')).to.equal('true');
      expect(isShown(linksOf(outline)[0]!)).to.equal(true);
      await sendKeys({ press: 'Tab' });
      expect(outline.shadowRoot!.activeElement === linksOf(outline)[0]).to.equal(true);
      button(outline).focus();
      await sendKeys({ press: 'Enter' });
      expect(isShown(linksOf(outline)[0]!)).to.equal(false);
    });

    it('is folded again by a link, which leads to its section', async () => {
      const { holder, outline } = await folded();
      holder.insertAdjacentHTML('beforeend', '<div style="block-size: 3000px"></div>');
      button(outline).click();
      linksOf(outline)
        .find(({ hash }) => hash === '#ledger')!
        .click();
      await waitUntil(() => location.hash === '#ledger', 'gone there');
      expect(isShown(linksOf(outline)[0]!)).to.equal(false);
      await waitUntil(() => holder.querySelector('#ledger')!.getBoundingClientRect().top < 100, 'in sight');
    });

    it('takes one line while the list is folded', async () => {
      const { outline } = await folded();
      expect(outline.getBoundingClientRect().height).to.be.within(40, 50);
    });
  });

  describe('in a page', () => {
    const long = page().replaceAll('<p>', '<p style="block-size: 700px">');
    async function openPage(width: number, markup = long) {
      const frame = await openFrame(
        {
          markup: `<!doctype html><html lang="en"><link rel="stylesheet" href="/dist/deepdive.css">
            <script type="module" src="/dist/cdn/deepdive.js"></script><body style="margin: 0">${markup}`,
        },
        { width, height: 600 },
      );
      const view = frame.contentWindow!;
      await settled(view.document);
      // The room is judged when the page has been measured.
      await nextFrame();
      await nextFrame();
      const outline = outlineIn(view.document);
      return { view, page: view.document, outline };
    }

    it('stands in the right margin where there is room, and stays in sight', async () => {
      const { view, page, outline } = await openPage(1400);
      const box = () => navOf(outline).getBoundingClientRect();
      const column = page.querySelector('p')!.getBoundingClientRect();
      expect(box().left).to.be.at.least(column.right);
      expect(box().right).to.be.at.most(1400);
      expect(isShown(button(outline))).to.equal(false);
      for (const top of [700, 2000, 4000]) {
        view.scrollTo(0, top);
        await nextFrame();
        expect(box().top, String(top)).to.be.within(0, 100);
        expect(box().bottom, String(top)).to.be.at.most(600);
      }
      // It takes no room from the text.
      expect(page.querySelector('p')!.getBoundingClientRect().width).to.equal(column.width);
    });

    it('stands on the left where the page is read from right to left', async () => {
      const { page, outline } = await openPage(1400, long.replace('<case-study', '<case-study dir="rtl"'));
      const box = navOf(outline).getBoundingClientRect();
      expect(box.right).to.be.at.most(page.querySelector('p')!.getBoundingClientRect().left);
      expect(box.left).to.be.at.least(0);
    });

    it('folds into one line where there is no room', async () => {
      const { page, outline } = await openPage(600);
      expect(isShown(button(outline))).to.equal(true);
      expect(isShown(navOf(outline))).to.equal(false);
      const { left, right, height } = outline.getBoundingClientRect();
      const column = page.querySelector('p')!.getBoundingClientRect();
      expect([left, right]).to.deep.equal([column.left, column.right]);
      expect(height).to.be.within(40, 50);
    });

    it('folds where the window is wide and the page beside something else is not', async () => {
      const { outline } = await openPage(1400, `<div style="inline-size: 700px">${long}</div>`);
      await waitUntil(() => isShown(button(outline)), 'folded');
      expect(isShown(navOf(outline))).to.equal(false);
    });

    for (const width of [1400, 600]) {
      it(`marks the section that is being read, ${width} pixels wide`, async () => {
        const { view, page, outline } = await openPage(width);
        const read = async (id: string, offset: number) => {
          const { top } = page.getElementById(id)!.getBoundingClientRect();
          view.scrollTo(0, view.scrollY + top - offset);
        };
        expect(current(outline)).to.deep.equal([]);
        // The line that headings cross is at a quarter of the window.
        await read('scale', 140);
        await waitUntil(() => current(outline)[0] === 'Scale true', 'Scale');
        await read('design-data', 160);
        await nextFrame();
        await nextFrame();
        expect(current(outline)).to.deep.equal(['Scale true']);
        await read('design-data', 0);
        await waitUntil(() => current(outline)[0] === 'Design & data true', 'Design');
        await read('ledger', 100);
        await waitUntil(() => current(outline)[0] === 'Ledger true', 'Ledger');
        view.scrollTo(0, 0);
        await waitUntil(() => !current(outline).length, 'none');
      });
    }

    it('marks a section whose name is not in ASCII', async () => {
      const { page, outline } = await openPage(1400);
      [...page.querySelectorAll('h2')].at(-1)!.scrollIntoView();
      await waitUntil(() => current(outline)[0] === 'نظرة عامة true', 'marked');
    });

    it('keeps the marked section in sight in a list that is longer than the window', async () => {
      const many = Array.from({ length: 60 }, (_, index) => `<h2>Section ${index}</h2><p>Text</p>`).join('');
      const { page, outline } = await openPage(1400, tall(many));
      page.querySelectorAll('h2')[40]!.scrollIntoView();
      await waitUntil(() => current(outline)[0] === 'Section 40 true', 'marked');
      await nextFrame();
      const { top, bottom } = navOf(outline).querySelector('[aria-current]')!.getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(600);
    });

    const tall = (content: string) => page(undefined, content).replaceAll('<p>', '<p style="block-size: 300px">');
  });

  itOnce('tells its sections as data', async () => {
    const outline = outlineIn(
      await place(page(undefined, '<h2>Overview</h2><h3>Scale</h3><h4>Reads</h4>')),
    ) as PageOutline;
    expect(outline.toJSON()).to.deep.equal({
      type: 'page-outline',
      sections: [
        { id: 'overview', level: 2, text: 'Overview' },
        { id: 'scale', level: 3, text: 'Scale' },
      ],
    });
  });
});
