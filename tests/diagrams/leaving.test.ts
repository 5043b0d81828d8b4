import { expect, nextFrame } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import '../../src/elements/diagram-ref/diagram-ref.define.js';
import '../../src/elements/diagram-walkthrough/diagram-walkthrough.define.js';
import { linkStylesheet, place, settled } from '../helpers.js';
import { Ledger } from '../ledger.js';

const source = 'graph TB\n  App --&gt; API[Order API]\n  API --&gt; DB[(Ledger)]\n  API --&gt; Queue';
const diagram = (text = source) => `<architecture-diagram id="orders"><pre>${text}</pre></architecture-diagram>`;
const steps = '<ol><li data-nodes="App">The app sends an order.</li><li data-nodes="DB">The ledger keeps it.</li></ol>';

describe('a diagram that a reader uses, and then leaves', () => {
  let ledger: Ledger;
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    // Mermaid itself waits for the page to load.
    const { default: mermaid } = (await import(bundle)) as { default: Mermaid };
    ArchitectureDiagram.loadMermaid = async () => mermaid;
  });
  beforeEach(() => {
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
    ledger = new Ledger();
  });
  afterEach(() => ledger.close());

  const diagramIn = (page: Element) => page.querySelector('architecture-diagram')!;
  /** Without timers, which the ledger would count. */
  async function until(isSo: () => unknown, words: string) {
    const last = performance.now() + 10_000;
    while (!isSo() && performance.now() < last) await nextFrame();
    expect(Boolean(isSo()), words).to.equal(true);
  }

  const isDrawn = (page: Element) => until(() => diagramIn(page).svg?.hasAttribute('aria-label'), 'drawn');
  const button = (element: Element, name: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name)!;
  /** After a few frames, as what an observer is told of takes some. */
  async function expectLeft(element: Element, left: string[] = [], words?: string) {
    for (let tries = 0; tries < 100 && String(ledger.outliving(element)) !== String(left); tries++) await nextFrame();
    expect(ledger.outliving(element), words).to.deep.equal(left);
  }

  /** A page with a drawn diagram. */
  async function open(text?: string) {
    const page = await place(`<div>${diagram(text)}<p>After.</p></div>`);
    await isDrawn(page);
    const element = diagramIn(page);
    // The first drawing of a page has others drawn while it is idle.
    await isIdle(element);
    return { page, element };
  }
  const isIdle = (element: Element) =>
    until(() => !ledger.outliving(element).some((one) => /^(set|request)/.test(one)), 'idle');

  it('is not observed any more once it is near', async () => {
    // Without a height of its source to keep, it is observed for nothing else.
    const page = await place(`<div>${diagram().replace('<pre', '<pre hidden')}</div>`);
    const element = diagramIn(page);
    element.draw = () => {};
    await until(() => !ledger.outliving(element).some((one) => /^IntersectionObserver/.test(one)), 'not observed');
  });

  it('registers no more with each zoom, and nothing once it has gone', async () => {
    const { element } = await open();
    const level = () => Number.parseInt(button(element, 'Zoom out').nextElementSibling!.textContent!, 10);
    const zoom = async () => {
      const start = level();
      button(element, 'Zoom in').click();
      await until(() => level() > start, 'larger');
      const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
      element.shadowRoot!.querySelector('[part=drawing]')!.dispatchEvent(key);
      await until(() => level() === start, 'as it was');
    };
    await zoom();
    await isIdle(element);
    const registered = ledger.registered(element);
    await zoom();
    await zoom();
    await isIdle(element);
    expect(ledger.registered(element)).to.deep.equal(registered);
    button(element, 'Zoom in').click();
    await until(() => element.shadowRoot!.querySelector<HTMLElement>('[part=canvas]')!.style.transform, 'zoomed');
    // This asks for a frame that comes when the element has gone.
    button(element, 'Zoom in').click();
    element.remove();
    await expectLeft(element);
    for (let frames = 0; frames < 3; frames++) await nextFrame();
    expect(element.shadowRoot!.querySelector<HTMLElement>('[part=canvas]')!.style.transform).to.equal('');
  });

  it('is not zoomed any more when it goes right after it was asked to', async () => {
    const { element } = await open();
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => failures.push(event.reason);
    addEventListener('unhandledrejection', note);
    button(element, 'Zoom in').click();
    element.remove();
    for (let frames = 0; frames < 10; frames++) await nextFrame();
    removeEventListener('unhandledrejection', note);
    expect(failures).to.deep.equal([]);
    await expectLeft(element);
  });

  it('comes out of full screen when it is taken away', async () => {
    const { element } = await open();
    button(element, 'Full screen').click();
    expect(element.shadowRoot!.querySelector('dialog')!.open).to.equal(true);
    await nextFrame();
    element.remove();
    await until(() => !element.shadowRoot!.querySelector('dialog'), 'closed');
    await expectLeft(element);
  });

  it('is not observed any more when it goes while it keeps the height of its source', async () => {
    const tall = Array.from({ length: 9 }, (_, at) => `N${at} --&gt; N${at + 1}`).join('\n');
    const { element } = await open(`graph TB\n${tall}`);
    const box = element.shadowRoot!.querySelector<HTMLElement>('[part=drawing]')!;
    expect(box.style.getPropertyValue('--_height')).not.to.equal('');
    element.remove();
    await expectLeft(element);
    expect(box.style.getPropertyValue('--_height')).to.equal('');
  });

  it('marks no line of its source once it has gone', async () => {
    const page = await place(`<div>${diagram('graph TB\n  A[')}</div>`);
    const element = diagramIn(page);
    await until(() => element.shadowRoot!.querySelector('[part=error]'), 'explained');
    if ('highlights' in CSS) expect(ledger.outliving(element)).to.include('ranges of the highlight dd-fault: 1');
    element.remove();
    await expectLeft(element);
  });

  it('frees the file that was downloaded, a minute later', async () => {
    const { element } = await open();
    button(element, 'Source').click();
    const { setTimeout } = window;
    const { click } = HTMLAnchorElement.prototype;
    const later: (() => void)[] = [];
    window.setTimeout = ((action: () => void, ms: number) => later.push(action) && ms) as never;
    HTMLAnchorElement.prototype.click = () => {};
    try {
      button(element, 'SVG').click();
      for (let tries = 0; tries < 100 && !later.length; tries++) await nextFrame();
    } finally {
      Object.assign(window, { setTimeout });
      HTMLAnchorElement.prototype.click = click;
    }
    expect(ledger.outliving(element)).to.include('object URL: Window');
    for (const action of later) action();
    expect(ledger.outliving(element)).not.to.include('object URL: Window');
  });

  it('is let go by a walkthrough, at whichever step that is taken away', async () => {
    const { page } = await open();
    const element = document.createElement('diagram-walkthrough');
    element.innerHTML = steps;
    const registered = ledger.outliving(element);
    for (const words of ['before a step', 'at the first', 'at the last']) {
      page.append(element);
      await settled(element);
      expect(ledger.outliving(element)).to.include('listener of load: <architecture-diagram> #orders');
      if (words !== 'before a step') button(element, 'Next').click();
      await nextFrame();
      element.remove();
      await expectLeft(element, registered, words);
    }
  });

  it('waits for the drawing once, however many steps a reader goes meanwhile', async () => {
    const page = await place(`<div><div hidden>${diagram()}</div></div>`);
    const element = document.createElement('diagram-walkthrough');
    element.innerHTML = steps;
    const { loadMermaid } = ArchitectureDiagram;
    try {
      ArchitectureDiagram.loadMermaid = () => new Promise(() => {});
      page.append(element);
      await settled(page);
      const waits = () => ledger.outliving(element).filter((one) => /^listener of load/.test(one));
      const before = waits();
      button(element, 'Next').click();
      button(element, 'Next').click();
      expect(waits()).to.deep.equal(before);
      element.remove();
      expect(waits()).to.deep.equal([]);
    } finally {
      Object.assign(ArchitectureDiagram, { loadMermaid });
    }
  });

  it('has one delay at most before the bar of a walkthrough comes along, and none once that is gone', async () => {
    const { page } = await open();
    const element = document.createElement('diagram-walkthrough');
    element.innerHTML = steps;
    const { IntersectionObserver } = window;
    let tell!: (entries: IntersectionObserverEntry[]) => void;
    window.IntersectionObserver = class extends IntersectionObserver {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super(() => {}, options);
        tell = (entries) => callback(entries, this);
      }
    };
    try {
      page.append(element);
      await settled(element);
      button(element, 'Next').click();
      const box = diagramIn(page).getBoundingClientRect();
      const seen = { target: diagramIn(page), isIntersecting: true, intersectionRect: box, boundingClientRect: box };
      const delays = () => ledger.outliving(element).filter((one) => /^setTimeout/.test(one)).length;
      tell([seen as unknown as IntersectionObserverEntry]);
      expect(delays()).to.equal(1);
      tell([seen as unknown as IntersectionObserverEntry]);
      expect(delays()).to.equal(1);
      element.remove();
      expect(delays()).to.equal(0);
    } finally {
      Object.assign(window, { IntersectionObserver });
    }
  });

  it('is let go by a reference that the pointer is on, and that a router has kept from going anywhere', async () => {
    const { page } = await open();
    page.addEventListener('click', (event) => event.preventDefault());
    const element = document.createElement('diagram-ref');
    Object.assign(element, { htmlFor: 'orders', node: 'App DB', textContent: 'the app' });
    const registered = ledger.outliving(element);
    page.append(element);
    await settled(element);
    const link = element.shadowRoot!.querySelector('a')!;
    link.dispatchEvent(new PointerEvent('pointerenter'));
    link.click();
    const waiting = ledger.outliving(element);
    link.click();
    expect(ledger.outliving(element)).to.deep.equal(waiting);
    element.remove();
    await expectLeft(element, registered);
  });
});
