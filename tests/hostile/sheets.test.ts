import { expect, nextFrame } from '@open-wc/testing';
import { controlsOf, differences, faintTexts, isShown, type Look, looksOf, openPage } from './page.js';
import { sheets } from './sheets.js';

const states = [
  [1280, ['before', 'after']],
  [360, ['after']],
] as const;

let opened: Awaited<ReturnType<typeof openPage>>;
before(async function () {
  this.timeout(60_000);
  opened = await openPage((everything) => `<case-study>${everything}</case-study>`);
});

for (const sheet of sheets) {
  it(`${sheet.name} leaves a case study as it is, and every word readable, in light and in dark`, async function () {
    this.timeout(60_000);
    const { page, wear } = opened;
    const { place, hover, setWidth, darken } = await wear(sheet);
    const elements = [...page.querySelectorAll('case-study')];
    expect(faintTexts(elements), 'light').to.deep.equal([]);

    const nodes = [...page.querySelectorAll('case-study :not(svg *)')];
    expect(nodes.length).to.be.above(300);
    const problems = new Set<string>();
    for (const [width, orders] of states) {
      await setWidth(width);
      place('nowhere');
      await nextFrame();
      const looks = looksOf(nodes).filter(isShown);
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
        const { scrollWidth, clientWidth } = page.documentElement;
        if (scrollWidth > clientWidth) problems.add(`${width} px, ${order} ours: the page is ${scrollWidth} px wide`);
      }
    }
    expect([...problems].slice(0, 20)).to.deep.equal([]);

    const controls = controlsOf(elements);
    expect(controls.length).to.be.above(10);
    hover(true);
    expect(faintTexts(elements), 'under the pointer').to.deep.equal([]);
    expect(controlsOf(elements), 'controls under the pointer').to.deep.equal(controls);
    hover(false);

    place('before');
    const { isTold } = await darken();
    // The line is there where it is needed, and only there.
    expect(isTold).to.equal(!sheet.dark.line);
    await nextFrame();
    const { color } = page.defaultView!.getComputedStyle(page.querySelector('case-study')!);
    expect(color, 'the ink of dark pages').to.match(/oklch\(0\.9 /);
    expect(faintTexts(elements), 'dark').to.deep.equal([]);
    hover(true);
    expect(faintTexts(elements), 'dark, under the pointer').to.deep.equal([]);
    hover(false);
  });
}
