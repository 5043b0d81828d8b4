import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { engine } from '../engines.js';
import { layoutProblems, rowsOf } from './layout.js';
import { differences, faintTexts, isShown, looksOf, openPage, pathOf, viewOf } from './page.js';
import { sheets } from './sheets.js';

/** What is no element of ours in the page: it is the sheet's. */
const plain = 'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, blockquote, pre, table, figure, details, hr';

const states = [
  [1280, ['before', 'after']],
  [360, ['after']],
] as const;

/** What a rule for `display` or for marks can take from a node. */
const frail = ['table', 'row', 'cell', 'list'];
/**
 * What tags are to assistive technology, which an engine takes from the rules of a page, too. Firefox walks the whole page for
 * each, so it is asked for few. WebKitGTK's driver tells none: there `display`, marks and written roles, which roles come
 * from, have to do.
 */
const roles = {
  Chromium: [
    ...[...frail, 'rowgroup', 'columnheader', 'rowheader', 'caption', 'listitem', 'term', 'definition', 'heading'],
    ...['figure', 'navigation', 'link', 'group', 'tab', 'note'],
  ],
  Firefox: frail,
  WebKit: [],
}[engine];
const countRoles = () => executeServerCommand<Record<string, number>, object>('roles', { frame: 'iframe', roles });

let opened: Awaited<ReturnType<typeof openPage>>;
/** Without a sheet of others, on a narrow page: records are most at risk. */
let told: Record<string, number>;
before(async function () {
  this.timeout(60_000);
  opened = await openPage((everything) => everything);
  if (!roles.length) return;
  const { setWidth } = await opened.wear({ name: 'none', files: [], dark: {} });
  await setWidth(360);
  told = await countRoles();
  for (const role of frail) expect(told[role], role).to.be.above(5);
});

for (const sheet of sheets) {
  it(`${sheet.name} leaves the form of elements that stand in its own article, in light and in dark`, async function () {
    this.timeout(60_000);
    const { page, wear } = opened;
    const { place, hover, setWidth, darken } = await wear(sheet);
    const elements = [...page.querySelectorAll(`main > :not(${plain})`)];
    const inner = elements.flatMap((element) => [...element.querySelectorAll(':not(svg *)')]);
    // A link and a bit of code look there as they do elsewhere in the page.
    const kept = inner.filter((node) => !node.matches('a, code'));
    expect(kept.length).to.be.above(250);
    const problems = new Set<string>();
    for (const [width, orders] of states) {
      await setWidth(width);
      place('nowhere');
      await nextFrame();
      const looks = looksOf(kept).filter(isShown);
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
        for (const words of faintTexts(elements)) problems.add(`${width} px, ${order} ours: ${words}`);
        const { scrollWidth, clientWidth } = page.documentElement;
        if (scrollWidth > clientWidth) problems.add(`${width} px, ${order} ours: the page is ${scrollWidth} px wide`);
      }
    }
    expect([...problems].slice(0, 40)).to.deep.equal([]);
    if (roles.length) expect(await countRoles(), 'roles').to.deep.equal(told);
    expect(inner.filter(isWithoutRole).map(pathOf), 'without a role').to.deep.equal([]);

    hover(true);
    expect(faintTexts(elements), 'under the pointer').to.deep.equal([]);
    hover(false);

    place('before');
    await darken();
    await nextFrame();
    expect(faintTexts(elements), 'dark').to.deep.equal([]);
    hover(true);
    expect(faintTexts(elements), 'dark, under the pointer').to.deep.equal([]);
    hover(false);
  });
}

/** A part of a table that is not laid out as one, and whose role is not written. */
function isWithoutRole(node: Element): boolean {
  const isPart = node.matches('table:has(th), :is(thead, tbody, tfoot, tr, th, td):is(table:has(th) *)');
  return isPart && !node.hasAttribute('role') && !/^table|none/.test(viewOf(node).getComputedStyle(node).display);
}
