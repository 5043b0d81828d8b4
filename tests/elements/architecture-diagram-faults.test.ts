import { expect, nextFrame } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, waitUntil, warningsOf } from '../helpers.js';

const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
const real = async () => ((await import(bundle)) as { default: Mermaid }).default;
const escaped = (source: string) => source.replaceAll('>', '&gt;').replaceAll('<', '&lt;');
const diagram = (source: string, attributes = '') =>
  `<architecture-diagram ${attributes}><pre>${escaped(source)}</pre></architecture-diagram>`;
/** A source that nobody has drawn before. */
let number = 0;
const fresh = () => `graph LR; A${++number}[Node ${number}] --> B`;

const isDrawn = (element: Element) => element.matches(':state(drawn)');
const isDone = (element: Element) => element.matches(':is(:state(drawn), :state(failed))');
const drawn = (element: Element) => waitUntil(() => isDrawn(element), 'drawn', { timeout: 20_000 });
const errorOf = (element: Element) => element.shadowRoot!.querySelector('[part=error]')?.textContent;

describe('an <architecture-diagram> under strain', () => {
  let renders = 0;
  before(async () => {
    await linkStylesheet();
    const mermaid = await real();
    const { render } = mermaid;
    ArchitectureDiagram.loadMermaid = async () => ({
      ...mermaid,
      render: (...settings: Parameters<typeof render>) => {
        renders++;
        return render(...settings);
      },
    });
  });
  beforeEach(() => {
    localStorage.clear();
    renders = 0;
  });

  itOnce('is laid out as before when its layout is taken away', async () => {
    const element = await place(diagram(fresh(), 'layout="elk"'));
    await drawn(element);
    element.removeAttribute('layout');
    await waitUntil(() => renders === 2, 'drawn anew', { timeout: 15_000 });
    await drawn(element);
    expect((element as ArchitectureDiagram).layout).to.equal('dagre');
    expect(errorOf(element)).to.equal(undefined);
  });

  itOnce('is laid out as a diagram without a layout where the layout is none', async () => {
    const edges = 'graph TD\n  A --> B & C & D\n  B & C & D --> E';
    const places = async (attributes: string) => {
      localStorage.clear();
      const element = await place(diagram(edges, attributes));
      await drawn(element);
      const nodes = (element as ArchitectureDiagram).svg!.querySelectorAll('[data-node]');
      return [...nodes].map((node) => node.getAttribute('transform'));
    };
    const wanted = await places('');
    expect(await places('layout="force"')).to.deep.equal(wanted);
    const untangled = await places('layout="elk"');
    expect(untangled).not.to.deep.equal(wanted);
    expect(await places('layout=" ELK "')).to.deep.equal(untangled);
  });

  itOnce('says when there is a drawing, and when there will be none, as an image does', async () => {
    const told: string[] = [];
    const listen = (element: Element) => {
      for (const type of ['load', 'error']) {
        element.addEventListener(type, (event) => told.push(`${type} ${event.bubbles}`));
      }
    };
    const holder = await place('<div></div>');
    holder.innerHTML = diagram(fresh());
    listen(holder.firstElementChild!);
    await drawn(holder.firstElementChild!);
    await warningsOf(async () => {
      holder.innerHTML = diagram('graph LR; A[');
      listen(holder.firstElementChild!);
      await waitUntil(() => isDone(holder.firstElementChild!), 'an end', { timeout: 10_000 });
    });
    expect(told).to.deep.equal(['load false', 'error false']);
  });

  describe('remembers', () => {
    it('a drawing for the next visit, and then imports and draws nothing', async () => {
      const source = fresh();
      await drawn(await place(diagram(source)));
      expect(renders).to.equal(1);
      await waitUntil(() => localStorage.length > 0, 'remembered');
      const again = await place(diagram(source));
      await waitUntil(() => isDrawn(again), 'drawn at once', { timeout: 1000 });
      expect(renders).to.equal(1);
    });

    itOnce('nothing of another source, font or layout', async () => {
      const source = fresh();
      await drawn(await place(diagram(source)));
      await drawn(await place(diagram(`${source} --> C`)));
      await drawn(
        await place(`<div style="font-family: monospace">${diagram(source)}</div>`).then(
          (box) => box.firstElementChild!,
        ),
      );
      await drawn(await place(diagram(source, 'layout="elk"')));
      expect(renders).to.equal(4);
    });

    for (const [name, stub] of Object.entries({
      'is refused': { getItem: 'SecurityError', setItem: 'SecurityError' },
      'is full': { setItem: 'QuotaExceededError' },
    })) {
      itOnce(`draws all the same where storage ${name}`, async () => {
        const { getItem, setItem } = Storage.prototype;
        for (const [method, error] of Object.entries(stub)) {
          Storage.prototype[method] = () => {
            throw new DOMException('No.', error);
          };
        }
        try {
          const warnings = await warningsOf(async () => {
            await drawn(await place(diagram(fresh())));
          });
          expect(warnings).to.deep.equal([]);
        } finally {
          Object.assign(Storage.prototype, { getItem, setItem });
        }
      });
    }
  });

  it('takes a drawing that is there, and neither imports Mermaid nor moves it', async () => {
    const element = await place(
      `<architecture-diagram><svg viewBox="0 0 100 50" width="100" height="50"><text x="10" y="20">Edge</text></svg>
        <pre>graph LR; Edge</pre></architecture-diagram>`,
    );
    await drawn(element);
    const svg = element.querySelector('svg')!;
    expect(svg.parentElement === element).to.equal(true);
    expect(svg.getBoundingClientRect().width).to.be.within(90, 110);
    expect(element.querySelector('pre')!.getBoundingClientRect().height).to.equal(0);
    expect(renders).to.equal(0);
  });

  itOnce('draws what it is asked for last when its source changes while it is drawn', async () => {
    const element = await place(diagram(fresh()));
    const pre = element.querySelector('pre')!;
    for (const name of ['Second', 'Third', 'Last']) {
      pre.textContent = `graph LR; A[${name}] --> B`;
      await nextFrame();
    }
    await waitUntil(() => (element as ArchitectureDiagram).svg?.textContent?.includes('Last'), 'the last', {
      timeout: 15_000,
    });
  });

  itOnce('is not drawn once it is gone, and is when it comes back', async () => {
    const holder = await place('<div></div>');
    holder.innerHTML = diagram(fresh())
      .repeat(8)
      .replace(/A\d+/g, () => `A${++number}`);
    const elements = [...holder.children];
    await waitUntil(() => elements.some(isDrawn), 'the first', { timeout: 15_000 });
    holder.replaceChildren();
    const atRemoval = renders;
    const other = await place(diagram(fresh()));
    await drawn(other);
    expect(renders, 'the one under way, and the other').to.be.at.most(atRemoval + 2);
    holder.append(elements[7]!);
    await drawn(elements[7]!);
  });

  it('draws what is near first in a page of two hundred, and the rest while the page is idle', async function () {
    this.timeout(60_000);
    const holder = await place(
      `<div>${Array.from({ length: 200 }, () => `<div style="block-size: 400px">${diagram(fresh())}</div>`).join('')}</div>`,
    );
    const elements = [...holder.querySelectorAll('architecture-diagram')];
    const near = elements.filter((element) => element.getBoundingClientRect().top < 2 * innerHeight);
    await waitUntil(() => near.every(isDrawn), 'what is near', { timeout: 40_000 });
    expect(elements.filter(isDrawn).length).to.be.below(20);
    await drawn(elements.find((element) => element.getBoundingClientRect().top > innerHeight + 2000)!);
    elements[150]!.scrollIntoView();
    await drawn(elements[150]!);
    expect(elements.filter(isDrawn).length, 'the one that is scrolled to is not the last').to.be.below(100);
  });

  it('draws, for print, what is in a hidden tab, too, and rightly', async () => {
    const page = await place(`<div>${diagram(fresh())}<div hidden>${diagram(fresh())}</div></div>`);
    const [seen, hidden] = page.querySelectorAll('architecture-diagram');
    await drawn(hidden!);
    hidden!.parentElement!.hidden = false;
    await nextFrame();
    const [width, other] = [hidden!, seen!].map(
      (element) => (element as ArchitectureDiagram).svg!.getBoundingClientRect().width,
    );
    expect(width).to.be.closeTo(other!, 1);
  });

  it('is drawn when a hidden tab is shown', async () => {
    const tab = await place(`<div hidden>${diagram(fresh())}</div>`);
    const element = tab.firstElementChild!;
    for (let frame = 0; frame < 5; frame++) await nextFrame();
    expect(isDrawn(element)).to.equal(false);
    tab.hidden = false;
    await drawn(element);
    expect((element as ArchitectureDiagram).svg!.getBoundingClientRect().width).to.be.above(100);
  });

  itOnce('leaves nothing behind when it is added and removed five hundred times', async function () {
    this.timeout(60_000);
    const element = await place(diagram(fresh()));
    await drawn(element);
    const stage = element.parentElement!;
    const inside = element.shadowRoot!.querySelectorAll('*').length;
    const around = document.querySelectorAll('*').length;
    for (let turn = 0; turn < 500; turn++) {
      element.remove();
      stage.append(element);
    }
    await drawn(element);
    await (element as ArchitectureDiagram).updateComplete;
    expect(element.shadowRoot!.querySelectorAll('*').length).to.equal(inside);
    expect(document.querySelectorAll('*').length).to.equal(around);
    expect(renders).to.equal(1);
  });

  it('waits for the font that its labels are measured in', async () => {
    const asked: string[] = [];
    const { load } = document.fonts;
    document.fonts.load = (font: string, text?: string) => {
      asked.push(font);
      return load.call(document.fonts, font, text);
    };
    try {
      const box = await place(`<div style="font-family: 'Late Sans', serif">${diagram(fresh())}</div>`);
      await drawn(box.firstElementChild!);
    } finally {
      document.fonts.load = load;
    }
    expect(asked.join()).to.contain('Late Sans');
  });

  describe('a source that cannot be drawn', () => {
    async function fail(source: string, attributes = '') {
      let element!: Element;
      const warnings = await warningsOf(async () => {
        element = await place(diagram(source, attributes));
        await waitUntil(() => isDone(element), 'an end', { timeout: 15_000 });
      });
      return { element, warnings };
    }

    it('is shown with its line marked', async () => {
      const { element } = await fail('graph LR\n  A --> B\n  B --> [oops\n  B --> C');
      if (typeof Highlight === 'undefined') return;
      const marked = [...CSS.highlights.get('dd-fault')!]
        .map(String)
        .filter((text) => element.textContent!.includes(text));
      expect(marked).to.deep.equal(['  B --> [oops']);
    });

    itOnce('says that a label needs a name before it', async () => {
      const { element } = await fail('graph LR\n  A --> B\n  B -->|asks| "Order ledger"');
      expect(errorOf(element)).to.include('A node has a name before its label: name["Order ledger"].');
    });

    itOnce('comes with the line in quotes where that is all it lacks, and is drawn so when asked', async () => {
      const source = 'graph LR\n  A --> H[Hot (1%)]';
      const { element, warnings } = await fail(source);
      expect(errorOf(element)).to.equal(
        'This diagram could not be drawn. Line 2 cannot be read, near “A --> H[Hot (1%)]”. In quotes it can: A --> H["Hot (1%)"]',
      );
      expect(warnings.length).to.equal(1);
      const repaired = await fail(source, 'repair');
      expect(repaired.warnings).to.deep.equal([]);
      expect((repaired.element as ArchitectureDiagram).svg!.textContent).to.contain('Hot');
      expect(repaired.element.querySelector('pre')!.textContent).to.equal(source);
    });

    itOnce('is told in words where it is none of Mermaid’s kinds, or too large', async () => {
      const unknown = await fail('novel\n  chapter one');
      expect(errorOf(unknown.element)).to.match(/^This diagram could not be drawn\. No diagram type detected/);
      const large = await fail(
        `graph LR\n${Array.from({ length: 4000 }, (_, at) => `  N${at}[Node] --> N${at + 1}`).join('\n')}`,
      );
      expect(errorOf(large.element)).to.match(
        /^This diagram could not be drawn\. .*(too large|maximum|exceeded|Too many)/i,
      );
      expect(large.warnings.length).to.equal(1);
    });
  });

  describe('whose Mermaid is not as it should be', () => {
    const { mermaid } = ArchitectureDiagram;
    let sound: Mermaid;
    before(async () => {
      sound = await real();
    });
    afterEach(() => {
      ArchitectureDiagram.mermaid = mermaid;
    });

    const unreadable = Object.defineProperty(new Error(), 'message', {
      get() {
        throw new Error('Nobody reads this.');
      },
    });
    const odd = { nothing: undefined, null: null, words: 'Words.', bare: Object.create(null), unreadable };

    /** What the reader is told, and the author. */
    async function told(load: () => Promise<unknown>): Promise<{ error: string; warning: string }> {
      ArchitectureDiagram.mermaid = load as typeof mermaid;
      let error = '';
      const warnings = await warningsOf(async () => {
        const element = await place(diagram(fresh()));
        await waitUntil(() => isDone(element), 'an end', { timeout: 15_000 });
        error = errorOf(element) ?? '';
        expect(element.querySelector('pre')!.checkVisibility(), 'its source').to.equal(true);
        element.remove();
      });
      expect(warnings.length).to.equal(1);
      return { error, warning: String(warnings[0]) };
    }

    for (const [what, loaded] of Object.entries({
      nothing: undefined,
      empty: {},
      module: { default: { render() {} } },
    })) {
      itOnce(`says what is missing, and what to return (${what})`, async () => {
        const { error, warning } = await told(async () => loaded);
        expect(error).to.match(/could not be loaded/);
        expect(warning).to.include(
          'could not load Mermaid: loadMermaid returned no Mermaid 12: initialize() is missing. Return its default export.',
        );
      });
    }

    for (const [what, thrown] of Object.entries(odd)) {
      itOnce(`is told in words whatever is thrown while Mermaid loads (${what})`, async () => {
        const { warning } = await told(() => Promise.reject(thrown));
        expect(warning).to.match(/could not load Mermaid: \S/);
      });

      itOnce(`is told in words whatever Mermaid throws (${what})`, async () => {
        const { error, warning } = await told(async () => ({ ...sound, render: () => Promise.reject(thrown) }));
        expect(error).to.match(/^This diagram could not be drawn\. \S/);
        expect(warning).to.match(/could not be drawn: \S/);
      });
    }

    itOnce('is told in words where Mermaid returns no drawing', async () => {
      for (const drawing of [{}, undefined, { svg: 1 }, { svg: '' }, { svg: '<p>x</p>' }]) {
        const { error } = await told(async () => ({ ...sound, render: async () => drawing }));
        expect(error).to.match(/^This diagram could not be drawn\. \S/);
      }
    });
  });

  itOnce("maps an author's classes to tones, unless the source gives them a colour", async () => {
    const page = await place(
      `<case-study>${diagram('graph LR\n  A:::danger --> B:::success --> C:::danger2\n  D:::warning\n  classDef warning fill:#123456')}</case-study>`,
    );
    const element = page.querySelector('architecture-diagram')!;
    await drawn(element);
    const fill = (name: string) => getComputedStyle(element.svg!.querySelector(`[data-node="${name}"] rect`)!).fill;
    const plain = fill('C');
    expect(fill('A')).not.to.equal(plain);
    expect(fill('B')).not.to.equal(plain);
    expect(fill('A')).not.to.equal(fill('B'));
    expect(fill('D')).to.equal('rgb(18, 52, 86)');
    page.style.setProperty('--dd-danger', 'rgb(1, 2, 3)');
    expect(getComputedStyle(element.svg!.querySelector('[data-node="A"] rect')!).stroke).to.equal('rgb(1, 2, 3)');
  });
});
