import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { layoutProblems, rowsOf } from './layout.js';
import { differences, faintTexts, isShown, looksOf, openPage, pathOf } from './page.js';
import { sheets } from './sheets.js';

/** What is no element of ours in the page: it is the sheet's. */
const plain = 'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, pre, table, figure, details, hr';

const states = [
  [1280, ['before', 'after']],
  [360, ['after']],
] as const;

/** What tags are to assistive technology, which an engine takes from the rules of a page, too. */
const roles = [
  ...['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell', 'caption', 'list', 'listitem', 'term'],
  ...['definition', 'heading', 'figure', 'navigation', 'link', 'group', 'tab', 'note'],
];
/** Nothing in WebKit; there `display` and `list-style-type`, which roles come from, have to do. */
const countRoles = () =>
  executeServerCommand('roles', { frame: 'iframe', roles }) as Promise<Record<string, number> | null>;

for (const sheet of sheets) {
  it(`${sheet.name} leaves the form of elements that stand in its own article, in light and in dark`, async function () {
    this.timeout(60_000);
    const { page, place, setWidth, darken } = await openPage(sheet, (everything) => everything);
    const elements = [...page.querySelectorAll(`main > :not(${plain})`)];
    const inner = elements.flatMap((element) => [...element.querySelectorAll(':not(svg *)')]);
    // A link and a bit of code look there as they do elsewhere in the page.
    const kept = inner.filter((node) => !node.matches('a, code'));
    expect(kept.length).to.be.above(250);
    const problems = new Set<string>();
    for (const [width, orders] of states) {
      setWidth(width);
      place('nowhere');
      await nextFrame();
      const looks = looksOf(kept).filter(isShown);
      // Records of a narrow page are most at risk.
      const told = width === 360 && (await countRoles());
      const rows = [...elements, ...inner].map(rowsOf);
      expect(elements.flatMap(layoutProblems), 'without the sheet').to.deep.equal([]);
      for (const order of orders) {
        place(order);
        await nextFrame();
        const say = (node: Element, words: string) =>
          problems.add(`${width} px, ${order} ours: ${pathOf(node)}: ${words}`);
        for (const [index, look] of looksOf(kept).filter(isShown).entries()) {
          for (const difference of differences(looks[index]!.styles, look.styles)) say(look.node, difference);
        }
        for (const [index, node] of [...elements, ...inner].entries()) {
          if (rows[index] !== rowsOf(node)) say(node, `rows of ${rows[index]} → ${rowsOf(node)}`);
        }
        for (const element of elements) for (const words of layoutProblems(element)) say(element, words);
        if (told) expect(await countRoles(), 'roles').to.deep.equal(told);
        for (const words of faintTexts(elements)) problems.add(`${width} px, ${order} ours: ${words}`);
        const { scrollWidth, clientWidth } = page.documentElement;
        if (scrollWidth > clientWidth) problems.add(`${width} px, ${order} ours: the page is ${scrollWidth} px wide`);
      }
    }
    expect([...problems].slice(0, 40)).to.deep.equal([]);

    place('before');
    await darken();
    await nextFrame();
    expect(faintTexts(elements), 'dark').to.deep.equal([]);
  });
}
