import { expect, nextFrame } from '@open-wc/testing';
import { textsIn } from '../frames.js';
import { settled } from '../helpers.js';
import { openEveryElement } from './every-element.js';

/** What a reader may set for all text: https://www.w3.org/TR/WCAG22/#text-spacing */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

const isMeantToHide = (element: Element) =>
  getComputedStyle(element).clipPath !== 'none' ||
  element.closest('[hidden], thead, pre') ||
  element.localName === 'pre';

/** Boxes of elements whose content does not fit into them and is cut off. */
function clipped(study: Element): string[] {
  return [study, ...study.querySelectorAll<HTMLElement>('*:not(svg, svg *)')].flatMap((box) => {
    const inside = [box, ...(box.shadowRoot?.querySelectorAll<HTMLElement>('*:not(svg, svg *)') ?? [])];
    return inside.flatMap((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (!one.checkVisibility() || isMeantToHide(one)) return [];
      const isCut =
        (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1);
      return isCut
        ? `${box.localName} ${one.getAttribute('part') ?? one.localName}: ${one.textContent?.trim().slice(0, 40)}`
        : [];
    });
  });
}

/** Where text can be seen: inside all that scrolls around it. */
function sceneOf(text: Element) {
  const scene = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY, top: -1e6, bottom: 1e6 };
  for (let box: Element | null = text; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    scene.left = Math.max(scene.left, left);
    scene.right = Math.min(scene.right, right);
    scene.top = Math.max(scene.top, top);
    scene.bottom = Math.min(scene.bottom, bottom);
  }
  return scene;
}

/** Lines of text that lie upon lines of other text. */
function overlapping(study: Element): string[] {
  const page = study.ownerDocument;
  const roots = [
    study,
    ...[...study.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]),
  ];
  const lines = roots.flatMap((root) =>
    textsIn(root).flatMap(({ text, node, parent }) => {
      const range = page.createRange();
      range.selectNodeContents(node);
      const style = getComputedStyle(parent);
      const isSeen = parent.checkVisibility({
        contentVisibilityAuto: true,
        visibilityProperty: true,
        opacityProperty: true,
      });
      if (!isSeen || style.color === 'rgba(0, 0, 0, 0)' || parent.closest('pre, svg, style, [hidden], page-outline'))
        return [];
      for (let box: Element | null = parent; box; box = box.parentElement) {
        if (getComputedStyle(box).clipPath !== 'none') return [];
      }
      const scene = sceneOf(parent);
      return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
        text,
        left: Math.max(left, scene.left),
        right: Math.min(right, scene.right),
        top: Math.max(top, scene.top),
        bottom: Math.min(bottom, scene.bottom),
      }));
    }),
  );
  lines.sort((one, other) => one.top - other.top);
  const found = new Set<string>();
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= one.bottom) break;
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      // Boxes of text are higher than their letters.
      if (one.text !== other.text && width > 2 && height > 6)
        found.add(`"${one.text.slice(0, 40)}" and "${other.text.slice(0, 40)}"`);
    }
  }
  return [...found];
}

/** Words that a line ends in the middle of, after fewer than three letters, or though they are short. */
function brokenWords(study: Element): string[] {
  const page = study.ownerDocument;
  const roots = [
    study,
    ...[...study.querySelectorAll('*')].flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]),
  ];
  const found = new Set<string>();
  for (const { node, parent } of roots.flatMap(textsIn)) {
    if (!parent.checkVisibility() || isMeantToHide(parent) || parent.closest('svg, style, code')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[^\s-]+/g)) {
      const range = page.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      // Where a line begins, WebKit has a place without a width at the end of the line before.
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
      if (lines > 1 && (word.length <= 5 || word.length < 4 * (lines - 1)))
        found.add(
          `${parent.closest(':is([part], study-meta, h1, h2, h3, td, th, dt, dd, li, p)')?.localName}: ${word}`,
        );
    }
  }
  return [...found];
}

const large = ':root { font-size: 200% }';

for (const [name, width, styles] of [
  [
    'at 400 %',
    320,
    { 'as it is': '', 'with text spaced as a reader needs it': spacing, 'with twice the font size': large },
  ],
  ['on a wide screen', 1280, { 'with text spaced as a reader needs it': spacing, 'with twice the font size': large }],
] as const) {
  describe(`every element ${name}`, () => {
    for (const [means, css] of Object.entries(styles)) {
      it(`fits, ${means}`, async function () {
        this.timeout(20_000);
        const { page, study } = await openEveryElement({ width, height: 256 });
        page.head.append(Object.assign(page.createElement('style'), { textContent: css }));
        await settled(page);
        // The outline is told of its new width after the frame, and folds.
        for (let frame = 0; frame < 2; frame++) await nextFrame();
        const root = page.documentElement;
        expect(root.scrollWidth, 'sideways').to.equal(root.clientWidth);
        expect(clipped(study), 'cut off').to.deep.equal([]);
        // Both at once is more than WCAG asks for: the axis of a chart and buttons of three lines lie upon each other there.
        if (width === 320 && css === large) return;
        expect(overlapping(study), 'overlapping').to.deep.equal([]);
      });
    }
  });
}

describe('every element in a narrow column', () => {
  for (const width of [160, 200, 240]) {
    for (const where of ['a window', 'a column of a wide window']) {
      it(`fits, and breaks no word letter by letter, in ${where} of ${width} pixels`, async function () {
        this.timeout(20_000);
        const isWindow = where === 'a window';
        const { page, study } = await openEveryElement({ width: isWindow ? width : 1280, height: 256 });
        // Headings of a page are as large as its window says.
        const column = `case-study { padding: 0; inline-size: ${width}px; & > :is(h1, h2, h3, h4) { font-size: 1rem } }`;
        if (!isWindow) page.head.append(Object.assign(page.createElement('style'), { textContent: column }));
        await settled(page);
        for (let frame = 0; frame < 2; frame++) await nextFrame();
        const { scrollWidth, clientWidth } = isWindow ? page.documentElement : study;
        const faults = {
          sideways: scrollWidth - clientWidth,
          clipped: clipped(study),
          overlapping: overlapping(study),
          broken: brokenWords(study),
        };
        expect(faults).to.deep.equal({ sideways: 0, clipped: [], overlapping: [], broken: [] });
      });
    }
  }
});

describe('a window of 256 pixels', () => {
  it('is not covered by what sticks', async function () {
    this.timeout(20_000);
    const { page, view, study } = await openEveryElement({ width: 320, height: 256 });
    const covering = new Set<string>();
    for (let top = 0; top < page.documentElement.scrollHeight; top += 200) {
      view.scrollTo(0, top);
      for (const box of study.querySelectorAll('*')) {
        for (const one of [box, ...(box.shadowRoot?.querySelectorAll('*') ?? [])]) {
          const { position, visibility } = view.getComputedStyle(one);
          if (!/sticky|fixed/.test(position) || visibility === 'hidden') continue;
          const { top: start, bottom } = one.getBoundingClientRect();
          const seen = Math.min(bottom, 256) - Math.max(start, 0);
          if (seen > 256 / 3) covering.add(`${box.localName} ${one.getAttribute('part') ?? one.localName}: ${seen}`);
        }
      }
    }
    expect([...covering]).to.deep.equal([]);
  });
});
