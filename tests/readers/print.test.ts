import { expect } from '@open-wc/testing';
import { openFrame, paperRules, textsIn } from '../frames.js';
import { settled } from '../helpers.js';

/** A case study as it prints on A4 with margins of 16 mm. */
async function openOnPaper() {
  const url = '/stories/pages/facebook-outage-2021.html';
  const [markup, paper] = await Promise.all([fetch(url).then((answer) => answer.text()), paperRules()]);
  const page = markup
    .replace(/<link rel="stylesheet"[^>]*deepdive\.css"[^>]*>/, () => `<style>${paper}</style>`)
    .replace('<head>', `<head><base href="${new URL(url, location.href)}">`);
  const frame = await openFrame({ markup: page }, { width: 673 });
  const { document } = frame.contentWindow!;
  document.documentElement.style.colorScheme = 'dark';
  await settled(document);
  frame.contentWindow!.dispatchEvent(new Event('beforeprint'));
  await settled(document);
  return { page: document, view: frame.contentWindow as Window & typeof globalThis };
}

describe('a case study on paper', () => {
  let page: Document;
  let view: Window & typeof globalThis;
  beforeEach(async () => {
    ({ page, view } = await openOnPaper());
  });

  it('is not wider than the paper, and cuts off no word', () => {
    expect(page.documentElement.scrollWidth).to.be.at.most(673);
    const study = page.querySelector('case-study')!;
    for (const { text, node, parent } of textsIn(study)) {
      if (parent.closest('page-outline, style, svg, thead, :state(visible) > pre, :state(drawn) > pre')) continue;
      const range = page.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      expect(box.width * box.height, text).to.be.above(20);
      expect(box.right, text).to.be.at.most(study.getBoundingClientRect().right);
    }
  });

  it('is in light colours in a dark page', () => {
    const study = page.querySelector('case-study')!;
    expect(view.getComputedStyle(study).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(view.getComputedStyle(study).colorScheme).to.match(/^(only )?light( only)?$/);
  });

  it('has everything open, and no controls', () => {
    for (const details of page.querySelectorAll('details')) expect(details.open).to.equal(true);
    for (const section of page.querySelectorAll('content-tabs > section'))
      expect(section.getBoundingClientRect().height).to.be.above(0);
    // Those that are loaded on demand bring rules of their own, which have not changed places.
    const controls = [...page.querySelectorAll('*')].flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll<HTMLElement>('button[part]') ?? []),
    ]);
    expect(controls.length).to.be.above(3);
    for (const control of controls) expect(control.getBoundingClientRect().height, control.outerHTML).to.equal(0);
  });

  it('lists the address of each numbered link at the end', () => {
    const { shadowRoot } = page.querySelector('case-study')!;
    const listed = [...shadowRoot!.querySelectorAll('[part=addresses] li')].map((item) => item.textContent);
    expect(listed.length).to.be.above(3);
    const notes = [...page.querySelectorAll<HTMLAnchorElement>('a[data-note]')];
    for (const link of notes) {
      const { href, dataset, textContent } = link;
      expect(listed[Number(dataset['note']) - 1], textContent!).to.equal(href);
      expect(view.getComputedStyle(link, '::after').content).to.not.equal('none');
    }
    expect(new Set(notes.map(({ href }) => href)).size).to.equal(listed.length);
  });

  it('keeps headings with what follows, and rows and callouts in one piece', () => {
    for (const heading of page.querySelectorAll('case-study > :is(h2, h3)'))
      expect(view.getComputedStyle(heading).breakAfter, heading.textContent!).to.equal('avoid');
    for (const whole of page.querySelectorAll('tbody tr, quick-facts, note-callout, stat-card'))
      expect(view.getComputedStyle(whole).breakInside, whole.localName).to.equal('avoid');
  });
});
