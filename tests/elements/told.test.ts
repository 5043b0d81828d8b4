import '../../src/define.js';
import { itOnce } from '../engines.js';
import { expectTold, linkStylesheet, place } from '../helpers.js';

/** What an element draws in its shadow root, where Chromium alone can be asked what it tells assistive technology. */
const parts: Record<string, [markup: string, selector: string, role: string, name?: string]> = {
  'the figure of a card and its target': [
    '<stat-card target="300"><h3>Latency</h3><p><data value="240">240 ms</data></p></stat-card>',
    '[part=meter]',
    'image',
    '240 of 300, target met',
  ],
  'a target that is missed': [
    '<stat-card target="300"><h3>Latency</h3><p><data value="340">340 ms</data></p></stat-card>',
    '[part=meter]',
    'image',
    '340 of 300, target missed',
  ],
};
const row = (number: number) => `<tr><td>Store ${number}</td><td>${number} ms</td></tr>`;
const rows = Array.from({ length: 9 }, (_, index) => row(index + 1)).join('');
const table = `<compare-table><table><thead><tr><th>Store</th><th>Reads</th></tr></thead><tbody>${rows}</tbody></table></compare-table>`;

describe('what elements draw themselves', () => {
  before(linkStylesheet);

  for (const [what, [markup, selector, role, name]] of Object.entries(parts)) {
    itOnce(`is told with its role and name: ${what}`, async () => {
      const element = await place(markup);
      await expectTold(element.shadowRoot!.querySelector(selector)!, role, name);
    });
  }

  itOnce('is told with its role and name: the controls of a table', async () => {
    const { shadowRoot } = await place(table);
    await expectTold(shadowRoot!.querySelector('[part=controls] > span')!, 'status');
    await expectTold(shadowRoot!.querySelector('input')!, 'searchbox', 'Filter rows');
    await expectTold(shadowRoot!.querySelector('select')!, 'combobox', 'Sort by');
    const copy = shadowRoot!.querySelector('[part=tools] button')!;
    await expectTold(copy, 'button', `Copy the table as ${copy.textContent}`);
  });

  it('is told with its role and name: the outline of a page', async () => {
    const study = await place(
      '<case-study><page-outline></page-outline><h2>Laws</h2><p>x</p><h2>Costs</h2><p>x</p></case-study>',
    );
    // Folded, its list is told to nobody.
    const outline = study.querySelector('page-outline')!.shadowRoot!;
    outline.querySelector('button')!.click();
    await expectTold(outline.querySelector('nav')!, 'navigation', 'On this page');
    await expectTold(outline.querySelector('nav a')!, 'link', 'Laws');
  });
});
