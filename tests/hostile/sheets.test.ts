import { expect, nextFrame } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { differences, faintTexts, type Look, looksOf, openPage } from './page.js';
import { rulesOf, sheets } from './sheets.js';

/** An element that stands in the article itself, without a case study around it. */
const beside =
  'main > :not(case-study, p, h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, pre, table, figure, details, hr)';

const states = [
  [1280, ['before', 'after']],
  [360, ['after']],
] as const;

/** A section behind another tab is not there to be seen: sheets that hide [hidden] take its box, too. */
const isShown = ({ node }: Look) => !node.closest('content-tabs > [hidden]');

for (const sheet of sheets) {
  it(`${sheet.name} leaves the elements in their form, and every word readable, in light and in dark`, async function () {
    this.timeout(60_000);
    const { page, place, setWidth, darken } = await openPage(sheet);
    const elements = [...page.querySelectorAll(`case-study, ${beside}`)];
    expect(faintTexts(elements), 'light').to.deep.equal([]);

    const nodes = [...page.querySelectorAll('case-study :not(svg *)')];
    // A link and a bit of code look there as they do elsewhere in the page.
    const others = [...page.querySelectorAll(`:is(${beside}) :not(a, code, svg *)`)];
    expect(nodes.length).to.be.above(others.length).and.above(300);
    const problems = new Set<string>();
    for (const [width, orders] of states) {
      setWidth(width);
      place('nowhere');
      await nextFrame();
      const looks = looksOf(nodes).filter(isShown);
      const otherLooks = looksOf(others).filter(isShown);
      for (const order of orders) {
        place(order);
        await nextFrame();
        const say = ({ path }: Look, words: string) => problems.add(`${width} px, ${order} ours: ${path}: ${words}`);
        for (const [index, look] of looksOf(nodes).filter(isShown).entries()) {
          const { box, styles, type } = looks[index]!;
          const isMoved = box.some((length, at) => Math.abs(length - look.box[at]!) > 0.6);
          if (isMoved && look.box[2]! * look.box[3]!) say(look, `${box.map(Math.round)} → ${look.box.map(Math.round)}`);
          for (const difference of differences(styles, look.styles)) say(look, difference);
          for (const difference of differences(type, look.type)) say(look, difference);
        }
        for (const [index, look] of looksOf(others).filter(isShown).entries()) {
          for (const difference of differences(otherLooks[index]!.styles, look.styles)) say(look, difference);
        }
        const { scrollWidth, clientWidth } = page.documentElement;
        if (scrollWidth > clientWidth) problems.add(`${width} px, ${order} ours: the page is ${scrollWidth} px wide`);
      }
    }
    expect([...problems].slice(0, 20)).to.deep.equal([]);

    place('before');
    const { isTold } = await darken();
    // The line is there where it is needed, and only there.
    expect(isTold).to.equal(!sheet.dark.line);
    await nextFrame();
    const { color } = page.defaultView!.getComputedStyle(page.querySelector('case-study')!);
    expect(color, 'the ink of dark pages').to.match(/oklch\(0\.9 /);
    expect(faintTexts(elements), 'dark').to.deep.equal([]);
  });
}

const plainPage = `<h1>Orders</h1><p>A <a href="#a">link</a>, <code>code</code>, <mark>mark</mark>, <kbd>Ctrl</kbd>.</p>
  <h2>Part</h2><ul><li>One<ul><li>Two</li></ul></li></ul><ol><li>One</li></ol><dl><dt>Term</dt><dd>Words</dd></dl>
  <table class="table"><caption>Sizes</caption><thead><tr><th>Name</th></tr></thead><tbody><tr><td>Orders</td></tr></tbody></table>
  <blockquote><p>Words</p></blockquote><pre><code>SELECT 1</code></pre><hr><details open><summary>More</summary><p>Words</p></details>
  <figure><svg aria-hidden="true" width="40" height="10"><rect width="40" height="10" /></svg><figcaption>Caption</figcaption></figure>
  <form><fieldset><legend>Form</legend><label>Name <input></label><select><option>One</option></select>
  <textarea></textarea><button class="btn button">Send</button><progress value="0.5"></progress></fieldset></form>
  <article class="card"><header>Head</header><nav><ul><li><a href="#b">Nav</a></li></ul></nav></article>`;

describe('a page without our elements', () => {
  for (const sheet of [{ name: 'no other sheet', files: [], wrapper: '' }, ...sheets]) {
    it(`and with ${sheet.name} is the same with our stylesheet as without`, async () => {
      const frame = await openFrame({
        markup: `<!doctype html><html lang="en"><style>${await rulesOf(sheet.files)}</style>
          <link rel="stylesheet" href="/dist/deepdive.css"><body><main class="${sheet.wrapper ?? ''}">${plainPage}</main>`,
      });
      const { document: page } = frame.contentWindow!;
      const ours = page.querySelector('link')!.sheet!;
      expect(ours.cssRules.length).to.be.above(50);
      const nodes = [...page.querySelectorAll('html, body, body *')];
      for (const scheme of ['light', 'dark']) {
        page.documentElement.style.colorScheme = scheme;
        ours.disabled = false;
        const withOurs = nodes.map(everythingOf);
        ours.disabled = true;
        const without = nodes.map(everythingOf);
        const changed = withOurs.flatMap((look, index) => differences(without[index]!, look));
        expect(changed, scheme).to.deep.equal([]);
      }
    });
  }
});

const names = [...getComputedStyle(document.documentElement)].filter((name) => !name.startsWith('--'));

/** Every computed style of a node, its box, and how its generated content begins. */
function everythingOf(node: Element): Map<string, string> {
  const view = node.ownerDocument.defaultView!;
  const style = view.getComputedStyle(node);
  const look = new Map(names.map((name) => [name, style.getPropertyValue(name)]));
  look.set('box', JSON.stringify(node.getBoundingClientRect()));
  for (const part of ['::before', '::after', '::marker']) {
    const { content, color, font } = view.getComputedStyle(node, part);
    look.set(`${node.localName}${part}`, `${content} ${color} ${font}`);
  }
  return look;
}
