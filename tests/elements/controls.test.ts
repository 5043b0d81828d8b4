import { expect, nextFrame } from '@open-wc/testing';
import '../../src/elements/law-table/law-table.define.js';
import { linkStylesheet, parts, waitUntil } from '../helpers.js';

const table = `<law-table><table><caption>Laws</caption><thead><tr><th>Law</th><th>Cost</th></tr></thead>
  <tbody><tr><td>Cognitive load</td><td>Pages</td></tr></tbody></table></law-table>`;

describe('the buttons of tables', () => {
  before(linkStylesheet);

  /** Two tables, one in the window and one far below it. */
  function open() {
    const holder = document.createElement('div');
    holder.innerHTML = `${table}<div style="block-size: 5000px"></div>${table}`;
    document.body.append(holder);
    after(() => holder.remove());
    const [near, far] = holder.querySelectorAll('law-table');
    return {
      near: near!,
      far: far!,
      buttons: (one: Element) => one.shadowRoot?.querySelectorAll('button').length ?? 0,
    };
  }

  it('come when a table is near and the page is used, and move nothing', async () => {
    const { near, far, buttons } = open();
    const height = near.getBoundingClientRect().height;
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    expect(buttons(near), 'nobody has touched the page').to.equal(0);
    document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await waitUntil(() => buttons(near), 'the near one has its buttons');
    expect(near.getBoundingClientRect().height).to.equal(height);
    expect(buttons(far)).to.equal(0);
    far.scrollIntoView();
    await waitUntil(() => buttons(far), 'the other one has them when it is scrolled to');
  });

  it('come with the Tab key wherever a table is, for they are stops', async () => {
    const { far, buttons } = open();
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('a');
    await parts();
    expect(buttons(far)).to.equal(0);
    press('Tab');
    expect(buttons(far), 'at once, before the focus moves').to.equal(3);
  });
});
