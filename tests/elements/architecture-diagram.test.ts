import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { itOnce } from '../engines.js';
import { accessibilityProblems, linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';

const diagram = (source: string, caption = '') =>
  `<architecture-diagram><pre>${source.replaceAll('>', '&gt;')}</pre>${caption && `<figcaption>${caption}</figcaption>`}</architecture-diagram>`;
const sound = diagram('graph LR\n  CDN --> LB[Load balancers]\n  subgraph Data\n    DB[(Primary)]\n  end\n  LB --> DB');

describe('<architecture-diagram>', () => {
  // Each test draws; what an earlier one has left in the browser is another test's subject.
  beforeEach(() => localStorage.clear());

  let loads = 0;
  let fails = 0;
  before(async () => {
    await linkStylesheet();
    ArchitectureDiagram.loadMermaid = async () => {
      loads++;
      if (fails-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
      // The package's own bundle, since the browser has no bundler here.
      const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
      return ((await import(bundle)) as { default: Mermaid }).default;
    };
  });

  const drawing = (element: Element) => (element as ArchitectureDiagram).svg;
  const error = (element: Element) => element.shadowRoot!.querySelector('[part=error]')?.textContent;
  const assertNoError = (element: Element) => {
    if (error(element)) throw new Error(error(element) ?? '');
  };
  const isShown = (node: Element) => node.getBoundingClientRect().height > 0;
  const drawn = (element: Element) =>
    waitUntil(() => drawing(element) ?? assertNoError(element), 'drawn', { timeout: 15_000 });
  const failed = (element: Element) => waitUntil(() => error(element), 'an error', { timeout: 15_000 });

  it('imports Mermaid only when a diagram comes near, and shows the source until then', async () => {
    const holder = await place(`<div><div style="height: 5000px"></div>${sound}</div>`);
    const element = holder.querySelector('architecture-diagram')!;
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    expect(loads).to.equal(0);
    expect(isShown(element.querySelector('pre')!)).to.equal(true);
    element.scrollIntoView();
    await drawn(element);
    expect(loads).to.equal(1);
    expect(isShown(element.querySelector('pre')!)).to.equal(false);
  });

  it('says that Mermaid could not be loaded, keeps the source and tries again when asked', async () => {
    // A fresh copy of the drawing code, which has loaded nothing yet.
    const { draw } = (await import(
      '../../src/diagrams/draw.js?fresh' as string
    )) as typeof import('../../src/diagrams/draw.js');
    fails = 1;
    const { loadMermaid: load } = ArchitectureDiagram;
    const attempt = () => draw('graph LR; A --> B', { font: 'sans-serif', layout: 'dagre', repair: false, load });
    const first = await attempt().catch((problem: Error) => problem);
    expect(first).to.be.instanceOf(TypeError);
    expect(await attempt()).to.match(/^<svg /);
  });

  it('draws a source whose front matter is indented with it', async () => {
    const element = await place(diagram('---\n      title: Doors\n      ---\n      graph LR\n        A[Front] --> B'));
    await drawn(element);
    expect(drawing(element)!.textContent).to.contain('Doors').and.to.contain('Front');
  });

  it('draws legibly, inside its frame, with the group and node labels as text', async () => {
    const element = await place(sound);
    await drawn(element);
    const text = drawing(element)!.textContent!.replace(/\s+/g, ' ');
    for (const label of ['CDN', 'Load balancers', 'Primary', 'Data']) expect(text).to.contain(label);
    expect(drawing(element)!.querySelector('foreignObject')).to.equal(null);
    element.parentElement!.style.width = '320px';
    await nextFrame();
    expect(element.getBoundingClientRect().width).to.be.at.most(320);
    const { width } = drawing(element)!.viewBox.baseVal;
    const size = Number.parseFloat(
      getComputedStyle(drawing(element)!.querySelector('[data-node="LB"] text')!).fontSize,
    );
    const scale = drawing(element)!.getBoundingClientRect().width / width;
    expect(size * scale, 'pixels a letter is high').to.be.at.least(10.5);
  });

  it('changes its colours with the scheme without being drawn again', async () => {
    const element = await place(sound);
    await drawn(element);
    const svg = drawing(element)!;
    const colours = () => {
      const node = getComputedStyle(svg.querySelector('[data-node="CDN"] rect')!);
      const label = getComputedStyle(svg.querySelector('[data-node="CDN"] text')!);
      const line = getComputedStyle(svg.querySelector('path[data-from]')!);
      return [node.fill, node.stroke, label.fill, line.stroke];
    };
    element.style.colorScheme = 'light';
    const light = colours();
    element.style.colorScheme = 'dark';
    const dark = colours();
    expect(drawing(element)).to.equal(svg);
    for (const [index, colour] of light.entries()) expect(colour).not.to.equal(dark[index]);
  });

  it("takes a page's own palette from anywhere above it", async () => {
    const page = await place(
      `<case-study style="--dd-diagram-node: rgb(1, 2, 3); --dd-ink: rgb(4, 5, 6)">${sound}</case-study>`,
    );
    const element = page.querySelector('architecture-diagram')!;
    await drawn(element);
    expect(getComputedStyle(drawing(element)!.querySelector('[data-node]:not([data-group]) rect')!).fill).to.equal(
      'rgb(1, 2, 3)',
    );
    expect(getComputedStyle(drawing(element)!.querySelector('[data-node]:not([data-group]) text')!).fill).to.equal(
      'rgb(4, 5, 6)',
    );
  });

  it("keeps an author's fills in both schemes, with a label that can be read on them", async () => {
    const element = await place(
      diagram(
        'graph LR\nA[Hot] --> B[Cold] --> C[Own]\nstyle A fill:#ffeb3b\nclassDef dark fill:#0d47a1\nclass B dark\nstyle C fill:#fff,color:#c00',
      ),
    );
    await drawn(element);
    for (const scheme of ['light', 'dark']) {
      element.style.colorScheme = scheme;
      const colours = [...drawing(element)!.querySelectorAll('[data-node]')].map((node) => {
        const text = [...node.querySelectorAll('tspan')].at(-1)!;
        return [text.textContent, getComputedStyle(node.querySelector('rect')!).fill, getComputedStyle(text).fill];
      });
      expect(colours).to.deep.equal([
        ['Hot', 'rgb(255, 235, 59)', 'rgb(0, 0, 0)'],
        ['Cold', 'rgb(13, 71, 161)', 'rgb(255, 255, 255)'],
        ['Own', 'rgb(255, 255, 255)', 'rgb(204, 0, 0)'],
      ]);
    }
  });

  it('shows its source on demand, by keys alone', async () => {
    const before = await place('<button>Before</button>');
    const element = await place(sound);
    await drawn(element);
    const source = element.querySelector('pre')!;
    const focused = () => element.shadowRoot!.activeElement;
    before.focus();
    await sendKeys({ press: 'Tab' });
    // Firefox stops at whatever scrolls.
    if (focused()?.getAttribute('part') === 'drawing') await sendKeys({ press: 'Tab' });
    expect(focused()?.getAttribute('data-node'), 'the first node').to.equal('CDN');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'End' });
    expect(focused()!.textContent).to.equal('Source');
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.have.attribute('aria-pressed', 'true');
    expect(isShown(source)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.have.attribute('aria-pressed', 'false');
    expect(isShown(source)).to.equal(false);
  });

  it('is named by its caption, and accessible in both schemes', async () => {
    for (const scheme of ['light', 'dark']) {
      const caption = 'Requests enter at the edge.';
      const page = await place(
        `<case-study scheme="${scheme}"><h1>Page</h1>${diagram('graph LR; A --> B', caption)}</case-study>`,
      );
      const element = page.querySelector('architecture-diagram')!;
      await drawn(element);
      await waitUntil(() => drawing(element)!.getAttribute('aria-label') === caption, 'named by its caption');
      expect(await accessibilityProblems(page)).to.deep.equal([]);
    }
  });

  it('explains a source that cannot be parsed, with its line, and keeps the source', async () => {
    let element!: Element;
    const warnings = await warningsOf(async () => {
      element = await place(diagram('graph LR\n  A --> B\n  B --> [oops'));
      await failed(element);
    });
    expect(error(element)).to.match(
      /^This diagram could not be drawn\. Line 3 cannot be read, near “.*\[oops”\. If a label/,
    );
    expect(isShown(element.querySelector('pre')!)).to.equal(true);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/^<architecture-diagram> could not be drawn: Line 3 cannot be read/);
    expect(
      document.querySelector('body > [id^=ddd], body > [id^=dd-], body > svg'),
      'what Mermaid leaves behind',
    ).to.equal(null);
  });

  it('follows its source: to another, to a broken one and back', async () => {
    const element = await place(diagram('graph LR; A[First] --> B'));
    await drawn(element);
    const pre = element.querySelector('pre')!;
    pre.textContent = 'graph LR; A[Second] --> B';
    await waitUntil(() => drawing(element)?.textContent?.includes('Second'), 'the second', { timeout: 15_000 });
    await warningsOf(async () => {
      pre.textContent = 'graph LR; A[';
      await failed(element);
    });
    expect(drawing(element)).to.equal(null);
    expect(isShown(pre)).to.equal(true);
    pre.textContent = 'graph LR; A[Third] --> B';
    await waitUntil(() => drawing(element)?.textContent?.includes('Third'), 'the third', { timeout: 15_000 });
    expect(error(element)).to.equal(undefined);
  });

  it('keeps its drawing as it is until the next one is there', async () => {
    const page = await place(`<div>${diagram('graph LR; A[First] --> B').repeat(3)}</div>`);
    const elements = [...page.querySelectorAll('architecture-diagram')];
    for (const element of elements) await drawn(element);
    // The last one waits for the others, and so for several frames.
    const last = elements.at(-1)!;
    const shown = () => last.shadowRoot!.querySelector('[part=drawing] svg')!;
    const fill = () => getComputedStyle(shown().querySelector('[data-node]:not([data-group]) rect')!).fill;
    const before = fill();
    for (const element of elements) element.querySelector('pre')!.textContent = 'graph LR; A[Second] --> B';
    const seen = new Set<string>();
    while (!shown().textContent!.includes('Second')) {
      seen.add(fill());
      await nextFrame();
    }
    expect([...seen]).to.deep.equal([before]);
  });

  it('can be taken away while it is drawn, and brought back', async () => {
    const stage = await place('<div></div>');
    stage.innerHTML = diagram('graph LR; A[Away] --> B');
    const element = stage.firstElementChild!;
    await settled(element);
    element.remove();
    stage.append(element);
    await drawn(element);
    expect(element.querySelector('pre')!.textContent).to.contain('Away');
  });

  it('draws in a closed <details> when that is opened', async () => {
    const details = (await place(`<details><summary>More</summary>${sound}</details>`)) as HTMLDetailsElement;
    const element = details.querySelector('architecture-diagram')!;
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    expect(drawing(element)).to.equal(null);
    details.open = true;
    await drawn(element);
  });

  it('draws every diagram of a page, with no id twice', async () => {
    const page = await place(`<div>${sound.repeat(5)}</div>`);
    const elements = [...page.querySelectorAll('architecture-diagram')];
    for (const element of elements) {
      (element as ArchitectureDiagram).draw();
      await drawn(element);
    }
    const ids = elements.flatMap((element) => [...element.shadowRoot!.querySelectorAll('[id]')].map((node) => node.id));
    expect(new Set(ids).size).to.equal(ids.length);
  });

  itOnce('names the fix where there is nothing to draw', async () => {
    const warnings = await warningsOf(async () => {
      const text = await place('<architecture-diagram>graph LR; A</architecture-diagram>');
      expect((text as HTMLElement).innerText).to.contain('graph LR; A');
      await place('<architecture-diagram><pre> </pre></architecture-diagram>');
    });
    expect(warnings).to.deep.equal([
      '<architecture-diagram> has no source to draw: put the Mermaid source into a <pre>.',
      '<architecture-diagram> has no source to draw: put the Mermaid source into a <pre>.',
    ]);
  });
});
