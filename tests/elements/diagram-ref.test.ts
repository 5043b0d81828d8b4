import { expect, nextFrame } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import '../../src/elements/diagram-ref/diagram-ref.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { accessibilityProblems, linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const source = 'graph LR\n  CDN --&gt; LB[Load balancers]\n  LB --&gt; API\n  API --&gt; DB[(Ledger)]';
const diagram = (attributes = 'id="edge"') =>
  `<architecture-diagram ${attributes}><pre>${source}</pre></architecture-diagram>`;
const reference = (attributes: string, words = 'the load balancers') =>
  `<diagram-ref ${attributes}>${words}</diagram-ref>`;

/** What is not shown is not drawn. */
const undrawn = (attributes?: string) => `<div hidden>${diagram(attributes)}</div>`;

describe('<diagram-ref> beside a diagram', () => {
  const holder = document.createElement('div');
  before(() => {
    holder.innerHTML = undrawn('id="promised"');
    document.body.append(holder);
  });
  after(() => holder.remove());

  itKeepsThePromises(reference('for="promised" node="LB"'));
  itMovesNothing(`<p>Requests enter at ${reference('for="edge" node="LB"')}, which spread them.</p>${undrawn()}`);
});

describe('<diagram-ref>', () => {
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(() => resetMouse());

  const linkOf = (element: Element) => element.shadowRoot!.querySelector('a');
  const fragmentOf = (element: Element) => linkOf(element)?.hash;
  const diagramIn = (page: Element) => page.querySelector('architecture-diagram')!;
  const refsIn = (page: Element) => [...page.querySelectorAll('diagram-ref')];
  const node = (page: Element, name: string) => diagramIn(page).svg!.querySelector(`[data-node="${name}"]`)!;
  /** The nodes that stand out, once what changes has changed. */
  const forward = (page: Element) =>
    ['CDN', 'LB', 'API', 'DB'].filter((name) => getComputedStyle(node(page, name)).opacity === '1').join(' ');
  const isForward = (page: Element, names: string) => waitUntil(() => forward(page) === names, `only ${names} forward`);
  const isMarked = (page: Element, names: string) =>
    waitUntil(() => {
      const marked = [...(diagramIn(page).svg?.querySelectorAll<SVGElement>('[data-marked]') ?? [])];
      return marked.map(({ dataset }) => dataset['node']).join(' ') === names;
    }, `${names} marked`);
  const isDrawn = (page: Element) =>
    waitUntil(() => diagramIn(page).svg?.hasAttribute('aria-label'), 'drawn', { timeout: 15_000 });

  async function open(...references: string[]) {
    const page = await place(
      `<div>${diagram()}${references.map((one) => `<p>Requests enter at ${one}.</p>`).join('')}</div>`,
    );
    await isDrawn(page);
    return page;
  }

  async function hover(element: Element) {
    element.scrollIntoView({ block: 'center' });
    await nextFrame();
    const { x, y, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  }

  it('is an underlined link among the words, whose address can be copied and opened elsewhere', async () => {
    const page = await place(`<div>At ${reference('for="edge" node="LB"')}. ${undrawn()}</div>`);
    const [element] = refsIn(page);
    const link = linkOf(element!)!;
    expect(link.href).to.equal(`${location.href}#edge/LB`);
    expect(getComputedStyle(link).textDecorationLine).to.equal('underline');
    expect(getComputedStyle(element!).display).to.equal('inline');
    expect(page.innerText.trim()).to.equal('At the load balancers.');
  });

  it('is plain words again once its node is taken away', async () => {
    const page = await place(`<div>At ${reference('for="edge" node="LB"')}. ${undrawn()}</div>`);
    const [element] = refsIn(page);
    const warnings = await warningsOf(async () => {
      element!.removeAttribute('node');
      await element!.updateComplete;
    });
    expect(linkOf(element!)).to.equal(null);
    expect(page.innerText.trim()).to.equal('At the load balancers.');
    expect(warnings).to.deep.equal(['<diagram-ref> names no node: write the name of one into its node attribute.']);
  });

  it('stays right under a <base>', async () => {
    const base = Object.assign(document.createElement('base'), { href: 'https://example.com/docs/' });
    document.head.append(base);
    try {
      const page = await place(`<div>${reference('for="edge" node="LB"')}${undrawn()}</div>`);
      expect(linkOf(refsIn(page)[0]!)!.href).to.equal(`${location.href}#edge/LB`);
    } finally {
      base.remove();
    }
  });

  it('brings its node forward while the pointer is on it', async () => {
    const page = await open(reference('node="LB"'));
    await isForward(page, 'CDN LB API DB');
    await hover(refsIn(page)[0]!);
    await isForward(page, 'LB');
    await hover(page.querySelector('p')!);
    await sendMouse({ type: 'move', position: [0, 0] });
    await isForward(page, 'CDN LB API DB');
  });

  it('brings several nodes forward with the keyboard, and takes that back', async () => {
    const page = await open(reference('node="API DB"'), '<a href="#elsewhere">elsewhere</a>');
    linkOf(refsIn(page)[0]!)!.focus();
    await isForward(page, 'API DB');
    await sendKeys({ press: 'Tab' });
    await isForward(page, 'CDN LB API DB');
  });

  it('takes it back when it is removed', async () => {
    const page = await open(reference('node="LB"'));
    const [element] = refsIn(page);
    linkOf(element!)!.focus();
    await isForward(page, 'LB');
    element!.remove();
    await isForward(page, 'CDN LB API DB');
  });

  it('goes to the node and marks it, by keys, and a second time', async () => {
    const page = await open(reference('node="LB"'));
    const link = linkOf(refsIn(page)[0]!)!;
    for (let times = 0; times < 2; times++) {
      link.focus();
      await sendKeys({ press: 'Enter' });
      expect(location.hash).to.equal('#edge/LB');
      await isMarked(page, 'LB');
      await waitUntil(() => diagramIn(page).shadowRoot!.activeElement === node(page, 'LB'), 'the focus on the node');
    }
  });

  it('marks all of several nodes, on the first click and on the second', async () => {
    const page = await open(reference('node="API DB"'));
    const link = linkOf(refsIn(page)[0]!)!;
    link.click();
    await isMarked(page, 'API DB');
    expect(location.hash).to.equal('#edge/API');
    (await diagramIn(page).view)!.mark([]);
    link.click();
    await isMarked(page, 'API DB');
  });

  it('has a diagram drawn that is far away', async () => {
    const page = await place(
      `<div><p>${reference('for="edge" node="DB"')}</p><div style="block-size: 6000px"></div>${diagram()}</div>`,
    );
    expect(diagramIn(page).svg === null).to.equal(true);
    linkOf(refsIn(page)[0]!)!.click();
    await isDrawn(page);
    await isMarked(page, 'DB');
  });

  it('means the nearest diagram before it, else the first one', async () => {
    const page = await place(
      `<div>${['a', 'b'].map((id) => reference('node="LB"') + undrawn(`id="${id}"`)).join('')}${reference('node="LB"')}</div>`,
    );
    expect(refsIn(page).map(fragmentOf)).to.deep.equal(['#a/LB', '#a/LB', '#b/LB']);
  });

  it('means the diagram whose caption it is in', async () => {
    const caption = `<figcaption>Behind ${reference('node="LB"')}.</figcaption>`;
    const page = await place(
      `<div hidden><architecture-diagram id="a"><pre>${source}</pre>${caption}</architecture-diagram>${diagram('id="b"')}</div>`,
    );
    expect(refsIn(page).map(fragmentOf)).to.deep.equal(['#a/LB']);
  });

  it('gives a diagram without an id one', async () => {
    const page = await place(`<div>${undrawn('')}${reference('node="LB"')}</div>`);
    expect(refsIn(page).map(fragmentOf)).to.deep.equal(['#diagram/LB']);
    expect(diagramIn(page).id).to.equal('diagram');
  });

  it('goes to the node of such a diagram that the page is opened with', async () => {
    history.replaceState(null, '', '#diagram/DB');
    const page = await place(`<div><p>${reference('node="LB"')}</p>${diagram('')}</div>`);
    await isDrawn(page);
    await isMarked(page, 'DB');
  });

  it('follows its attributes', async () => {
    const page = await place(`<div>${undrawn('id="a"')}${undrawn('id="b"')}${reference('for="a" node="LB"')}</div>`);
    const [element] = refsIn(page);
    element!.htmlFor = 'b';
    element!.setAttribute('node', 'DB');
    await settled(page);
    expect(fragmentOf(element!)).to.equal('#b/DB');
  });

  const anew = (page: Element, attributes: string) => {
    const template = document.createElement('template');
    template.innerHTML = diagram(attributes);
    diagramIn(page).replaceWith(template.content);
  };
  const changes: [string, string, string, (page: Element) => unknown, string | undefined][] = [
    ['is made anew', 'id="edge"', '', (page) => anew(page, 'id="edge"'), '#edge/LB'],
    ['is made anew without an id', '', '', (page) => anew(page, ''), '#diagram/LB'],
    ['is made anew with another id', 'id="edge"', '', (page) => anew(page, 'id="ring"'), '#ring/LB'],
    [
      'is rebuilt among others',
      'id="edge"',
      'for="edge"',
      (page) => {
        page.firstElementChild!.outerHTML = undrawn('id="edge"');
      },
      '#edge/LB',
    ],
    ['gets another id', 'id="edge"', '', (page) => Object.assign(diagramIn(page), { id: 'ring' }), '#ring/LB'],
    ['gets its id later', 'id="ring"', 'for="edge"', (page) => diagramIn(page).setAttribute('id', 'edge'), '#edge/LB'],
    [
      'gets an id that is not meant',
      'id="edge"',
      'for="edge"',
      (page) => diagramIn(page).setAttribute('id', 'a'),
      undefined,
    ],
    ['is taken out', 'id="edge"', '', (page) => diagramIn(page).remove(), undefined],
  ];
  for (const [what, attributes, its, change, address] of changes) {
    it(`leads to the diagram that is there after one ${what}`, async () => {
      const page = await place(`<div>${undrawn(attributes)}<p>${reference(`node="LB" ${its}`)}</p></div>`);
      await change(page);
      await settled(page);
      await waitUntil(() => fragmentOf(refsIn(page)[0]!) === address, `${fragmentOf(refsIn(page)[0]!)}: ${address}`);
    });
  }

  it('leads to a diagram that comes later, in the shadow root of another element, too', async () => {
    const page = await place(`<div><section></section></div>`);
    const root = page.firstElementChild!.attachShadow({ mode: 'open' });
    root.innerHTML = `<p>${reference('node="LB"')}</p>`;
    await settled(page);
    const element = root.querySelector('diagram-ref')!;
    await element.updateComplete;
    expect(linkOf(element)).to.equal(null);
    page.insertAdjacentHTML('beforeend', undrawn('id="late"'));
    await waitUntil(() => fragmentOf(element) === '#late/LB', 'the address in the page');
    root.append(Object.assign(document.createElement('div'), { innerHTML: undrawn('id="near"') }));
    await waitUntil(() => fragmentOf(element) === '#near/LB', 'the address in its own tree');
  });

  it('is accessible beside what it brings forward, in both schemes', async () => {
    for (const scheme of ['light', 'dark']) {
      const page = await place(
        `<case-study scheme="${scheme}">${diagram()}<p>At ${reference('node="LB"')}.</p></case-study>`,
      );
      await isDrawn(page);
      linkOf(refsIn(page)[0]!)!.focus();
      await isForward(page, 'LB');
      expect(await accessibilityProblems(refsIn(page)[0]!)).to.deep.equal([]);
    }
  });

  itOnce('stays plain words, and names the fix, where it leads nowhere', async () => {
    const none = await warningsOf(() => place(`<p>${reference('node="LB"')}</p>`));
    const absent = await warningsOf(() => place(`<p>${reference('for="edge" node="LB"')}</p>`));
    const page = await place(undrawn());
    const warnings = await warningsOf(async () => {
      const wrong = await place(`<p>${reference('for="edges" node="LB"')}</p>`);
      expect(linkOf(refsIn(wrong)[0]!) === null).to.equal(true);
      expect(wrong.innerText).to.equal('the load balancers');
      await place(`<p>${reference('for="edge"')}</p>`);
    });
    expect(diagramIn(page).id).to.equal('edge');
    expect([...none, ...absent, ...warnings]).to.deep.equal([
      '<diagram-ref> finds no <architecture-diagram>: put one into the page.',
      '<diagram-ref> finds no <architecture-diagram id="edge">: give the diagram that id.',
      '<diagram-ref> finds no <architecture-diagram id="edges">: use for="edge".',
      '<diagram-ref> names no node: write the name of one into its node attribute.',
    ]);
  });

  it('lists the nodes that there are where it names another, once the diagram is drawn', async () => {
    const warnings = await warningsOf(async () => {
      const page = await open(reference('node="LB ELB"'));
      await settled(page);
      linkOf(refsIn(page)[0]!)!.focus();
      await isForward(page, 'LB');
    });
    expect(warnings).to.deep.equal([
      '<diagram-ref> names “ELB”, but the diagram has no such node: it has CDN, LB, API, DB.',
    ]);
  });
});
