import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

/**
 * Names that the scripts look up, and that do no harm where an element is found: each was tried, with every kind of diagram.
 * They are asked for their type, or for a property that no element has.
 */
const harmless = new Set(
  `$gwt Dimension DimensionD ELK Layout Point ShadyCSS ShadyDOM SharedArrayBuffer c dayjs dayjs_plugin_advancedFormat
  dayjs_plugin_customParseFormat dayjs_plugin_duration dayjs_plugin_isoWeek define emitLitDebugLogEvents exports global goog
  injected instance litNonce mermaidCaptureSizes module mozRequestAnimationFrame msRequestAnimationFrame next pred1 pred2
  process processed requestIdleCallback require setImmediate TouchEvent update webkitRequestAnimationFrame`.split(
    /\s+/,
  ),
);

/** One of each part of Mermaid that looks something up. */
const sources = [
  ['dagre', 'flowchart LR\n A --> B'],
  ['elk', 'flowchart LR\n A --> B'],
  ['dagre', 'pie\n "A": 3'],
  ['dagre', 'architecture-beta\n service a(server)[A]\n service b(server)[B]\n a:L -- R:b'],
  ['dagre', 'mindmap\n  root((Outage))\n    Cause'],
  ['dagre', 'gantt\n  dateFormat YYYY-MM-DD\n  section A\n    B :2024-01-01, 3d'],
].map(([layout, source]) => [layout, source!.replaceAll('>', '&gt;')]);

const library = '<script type="module" src="/dist/cdn/deepdive.js"></script>';

describe('ids of a page as names of the window', () => {
  let names: Record<string, string[]>;
  before(async function () {
    // Some megabytes are parsed.
    this.timeout(180_000);
    names = (await (await fetch('/global-names.json')).json()) as Record<string, string[]>;
  });

  it('stand in for nothing that a script of a page looks up', async () => {
    const bare = (await openFrame({ markup: '<!doctype html>' })).contentWindow!;
    // A page is ready for what Mermaid looks up once it loads that.
    const diagram = `<architecture-diagram><pre>${sources[0]![1]}</pre></architecture-diagram>`;
    const page = (await openFrame({ markup: `<!doctype html>${diagram}${library}` })).contentWindow!;
    await settled(page.document);
    const isDrawn = () => page.document.querySelector('architecture-diagram')!.matches(':state(drawn)');
    await waitUntil(isDrawn, 'the drawing', { timeout: 20_000 });
    expect(names).to.include.keys('reactiveElementVersions', 'customElements');
    const open = Object.entries(names).filter(
      ([name]) => !(name in bare) && !Object.hasOwn(page, name) && !harmless.has(name),
    );
    expect(open.map(([name, files]) => `${name} (${files})`)).to.deep.equal([]);
  });

  it('stop no element and no drawing, and stay as they are', async function () {
    // Each kind of diagram loads its part of Mermaid.
    this.timeout(60_000);
    // A drawing of an earlier visit would need no Mermaid.
    localStorage.clear();
    // Among them what Mermaid names its own nodes.
    const ids = [...Object.keys(names), 'dd-mermaid-1', 'ddd-mermaid-2', 'cy'];
    const headings = ids.map((id) => `<h2 id="${id}">Words</h2>`).join('');
    const diagrams = sources.map(
      ([layout, source]) => `<architecture-diagram layout="${layout}"><pre>${source}</pre></architecture-diagram>`,
    );
    const { contentDocument: page } = await openFrame({
      markup: `<!doctype html>${headings}<law-table><table><tr><th>A</table></law-table>${diagrams.join('')}${library}`,
    });
    await settled(page!);
    expect(page!.querySelector('law-table')!.matches(':defined')).to.equal(true);
    for (const diagram of page!.querySelectorAll('architecture-diagram')) {
      const done = new Promise((resolve) => {
        for (const end of ['load', 'error']) diagram.addEventListener(end, resolve, { once: true });
      });
      diagram.draw();
      if (!diagram.matches(':state(drawn)')) await done;
      expect(diagram.matches(':state(drawn)'), `${diagram.innerHTML} ${diagram.shadowRoot!.textContent}`).to.equal(
        true,
      );
    }
    expect([...page!.querySelectorAll('h2')].map((one) => one.outerHTML).join('')).to.equal(headings);
  });
});
