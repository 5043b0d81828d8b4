import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram, type DiagramWalkthrough } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import '../../src/elements/diagram-walkthrough/diagram-walkthrough.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { accessibilityProblems, linkStylesheet, place, settled, waitUntil, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const source = 'graph LR\n  App --&gt; API[Order API]\n  API --&gt; DB[(Ledger)]\n  API --&gt; Queue';
const diagram = (attributes = 'id="checkout"', text = source) =>
  `<architecture-diagram ${attributes}><pre>${text}</pre></architecture-diagram>`;
/** What is not shown is not drawn. */
const undrawn = (attributes?: string) => `<div hidden>${diagram(attributes)}</div>`;
const steps = `<ol>
  <li data-nodes="App API">The app sends the order once, with a <a href="#key">key</a> of its own.</li>
  <li data-nodes="API DB"><p>The ledger keeps the key.</p></li>
  <li data-nodes="Queue">Others are told later.</li>
</ol>`;

describe('<diagram-walkthrough> beside a diagram', () => {
  const holder = document.createElement('div');
  before(() => {
    holder.innerHTML = undrawn('id="promised"');
    document.body.append(holder);
  });
  after(() => holder.remove());

  itKeepsThePromises(`<diagram-walkthrough for="promised">${steps}</diagram-walkthrough>`);
  itMovesNothing(`<diagram-walkthrough for="checkout">${steps}</diagram-walkthrough>${undrawn()}`);
  itMovesNothing(
    `<diagram-walkthrough><h3>An order</h3>Words. ${undrawn()}<p>Between.</p>${steps}<p>After.</p></diagram-walkthrough>`,
  );
});

describe('<diagram-walkthrough>', () => {
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });
  beforeEach(() => scrollTo(0, 0));

  const diagramIn = (page: Element) => page.querySelector('architecture-diagram')!;
  const isDrawn = (page: Element) =>
    waitUntil(() => diagramIn(page).svg?.hasAttribute('aria-label'), 'drawn', { timeout: 15_000 });

  function driverOf(page: Element) {
    const element = page.matches('diagram-walkthrough')
      ? (page as DiagramWalkthrough)
      : page.querySelector('diagram-walkthrough')!;
    const part = (name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!;
    const items = () => [...element.querySelectorAll<HTMLElement>(':scope > ol > li')];
    const node = (name: string) => diagramIn(page).svg!.querySelector(`[data-node="${name}"]`)!;
    const forward = () =>
      ['App', 'API', 'DB', 'Queue'].filter((name) => getComputedStyle(node(name)).opacity === '1').join(' ');
    return {
      element,
      part,
      items,
      node,
      button: (name: string) =>
        [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent === name)!,
      /** The numbers of the steps that are set off. */
      current: () => items().flatMap((item, index) => (item.ariaCurrent === 'step' ? index + 1 : [])),
      position: () => part('position').textContent,
      announcement: () => element.shadowRoot!.querySelector('[role=status]')!.textContent,
      isForward: (names: string) => waitUntil(() => forward() === names, `only ${names} forward`),
    };
  }

  async function open(inside = diagram() + steps) {
    const page = await place(`<div><diagram-walkthrough>${inside}</diagram-walkthrough></div>`);
    await isDrawn(page);
    return driverOf(page);
  }
  const all = 'App API DB Queue';

  it('shows every step, before it starts and while it runs', async () => {
    const { button, items, position, current } = await open();
    const heights = () => items().map((item) => item.getBoundingClientRect().height);
    const before = heights();
    expect(position()).to.equal('3 steps');
    expect(current()).to.deep.equal([]);
    button('Next').click();
    expect(heights()).to.deep.equal(before);
    expect(items().every((item) => item.checkVisibility())).to.equal(true);
  });

  it('brings the nodes of a step forward and sets its words off, until all is shown again', async () => {
    const { button, items, current, position, announcement, isForward } = await open();
    await isForward(all);
    const plain = getComputedStyle(items()[0]!).backgroundColor;
    button('Next').click();
    await isForward('App API');
    expect(current()).to.deep.equal([1]);
    expect(position()).to.equal('Step 1 of 3');
    expect(announcement()).to.equal('Step 1 of 3: The app sends the order once, with a key of its own.');
    expect(getComputedStyle(items()[0]!).backgroundColor).not.to.equal(plain);
    button('Next').click();
    await isForward('API DB');
    expect(current()).to.deep.equal([2]);
    button('Previous').click();
    await isForward('App API');
    button('Show all').click();
    await isForward(all);
    expect(current()).to.deep.equal([]);
    expect(position()).to.equal('3 steps');
    expect(announcement()).to.equal('The whole diagram is shown');
  });

  it('goes by keys, with buttons that keep the focus where there is no step left', async () => {
    const { element, button, position } = await open();
    const disabled = () =>
      ['Previous', 'Next', 'Show all'].filter((name) => button(name).ariaDisabled === 'true').join(', ');
    expect(disabled()).to.equal('Previous, Show all');
    button('Next').focus();
    for (const [key, where, without] of [
      ['Enter', 'Step 1 of 3', 'Previous'],
      ['ArrowRight', 'Step 2 of 3', ''],
      ['End', 'Step 3 of 3', 'Next'],
      ['Enter', 'Step 3 of 3', 'Next'],
      ['ArrowRight', 'Step 3 of 3', 'Next'],
      ['ArrowLeft', 'Step 2 of 3', ''],
      ['Home', 'Step 1 of 3', 'Previous'],
      ['ArrowLeft', 'Step 1 of 3', 'Previous'],
      ['Escape', '3 steps', 'Previous, Show all'],
    ] as const) {
      await sendKeys({ press: key });
      expect(position(), key).to.equal(where);
      expect(disabled(), key).to.equal(without);
      expect(element.shadowRoot!.activeElement?.textContent).to.equal('Next');
    }
  });

  it('goes on with the arrow that points onwards, from right to left', async () => {
    const { element, button, position } = await open();
    element.dir = 'rtl';
    button('Next').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(position()).to.equal('Step 1 of 3');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowRight' });
    expect(position()).to.equal('Step 1 of 3');
  });

  it('goes to a step whose words are clicked, but not for a link in them or a selection', async () => {
    const { items, position } = await open();
    items()[1]!.querySelector('p')!.click();
    expect(position()).to.equal('Step 2 of 3');
    items()[0]!.querySelector('a')!.click();
    expect(position()).to.equal('Step 2 of 3');
    getSelection()!.selectAllChildren(items()[2]!);
    items()[2]!.click();
    expect(position()).to.equal('Step 2 of 3');
    getSelection()!.removeAllRanges();
    items()[2]!.click();
    expect(position()).to.equal('Step 3 of 3');
  });

  it('stands right above the list, after what is before that', async () => {
    const { part, items, element } = await open(`<h3>An order</h3>${diagram()}${steps}`);
    const bar = part('bar').getBoundingClientRect();
    expect(bar.top).to.be.at.least(diagramIn(element).getBoundingClientRect().bottom);
    expect(bar.bottom).to.be.at.most(items()[0]!.getBoundingClientRect().top);
    expect(bar.height).to.be.above(40);
  });

  it('can be reached from anywhere in a long list', async () => {
    const long = `<ol>${'<li data-nodes="DB" style="min-block-size: 400px">Step</li>'.repeat(5)}</ol>`;
    const { part, items, button } = await open(diagram() + long);
    items()[4]!.scrollIntoView({ behavior: 'instant', block: 'start' });
    await nextFrame();
    const { top, bottom } = part('bar').getBoundingClientRect();
    expect(top).to.be.within(0, 20);
    expect(items()[4]!.getBoundingClientRect().top).to.be.at.least(bottom);
    expect(button('Next').checkVisibility()).to.equal(true);
  });

  it('has a diagram drawn that is far away, and shows the step in it', async () => {
    const page = await place(
      `<div><diagram-walkthrough for="checkout">${steps}</diagram-walkthrough>
        <div style="block-size: 6000px"></div>${diagram()}</div>`,
    );
    const { button, isForward } = driverOf(page);
    expect(diagramIn(page).svg === null).to.equal(true);
    button('Next').click();
    await isDrawn(page);
    await isForward('App API');
  });

  itOnce('shows the step in a drawing that is made anew', async () => {
    const { element, button, isForward } = await open();
    button('Next').click();
    await isForward('App API');
    const { svg } = diagramIn(element);
    diagramIn(element).querySelector('pre')!.textContent += '\n  Queue --> Mail';
    await waitUntil(() => diagramIn(element).svg !== svg && diagramIn(element).svg, 'drawn anew', { timeout: 15_000 });
    await isForward('App API');
  });

  describe('scrolling', () => {
    const isInSight = (...nodes: Element[]) =>
      nodes.every((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });

    /** A diagram that has just left the screen may get another height. */
    async function isStill() {
      const now = () => `${scrollY} ${document.documentElement.scrollHeight}`;
      for (let before = ''; before !== now(); ) {
        before = now();
        for (let frame = 0; frame < 5; frame++) await nextFrame();
      }
    }

    it('brings a node and the words about it into sight together where both fit', async () => {
      const page = await place(
        `<div><diagram-walkthrough>${diagram()}${steps}</diagram-walkthrough><div style="block-size: 3000px"></div></div>`,
      );
      await isDrawn(page);
      const { button, items, node } = driverOf(page);
      scrollTo({ top: items()[0]!.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' });
      await isStill();
      expect(isInSight(node('API'))).to.equal(false);
      button('Next').click();
      await waitUntil(() => isInSight(node('App'), node('API'), items()[0]!), 'both in sight');
    });

    it('does so in a box that scrolls, too', async () => {
      const page = await place(
        `<div style="overflow: auto; block-size: 90vh"><diagram-walkthrough>${diagram()}${steps}</diagram-walkthrough>
          <div style="block-size: 3000px"></div></div>`,
      );
      await isDrawn(page);
      const { button, items, node } = driverOf(page);
      page.scrollTop = items()[0]!.offsetTop;
      await isStill();
      expect(isInSight(node('API'))).to.equal(false);
      button('Next').click();
      await waitUntil(() => isInSight(node('App'), node('API'), items()[0]!), 'both in sight');
    });

    it('scrolls nothing where all is in sight', async () => {
      const { button, items, node } = await open();
      expect(isInSight(node('API'), items()[2]!)).to.equal(true);
      let scrolls = 0;
      addEventListener('scroll', () => scrolls++, { capture: true, once: true });
      for (let times = 0; times < 3; times++) button('Next').click();
      for (let frame = 0; frame < 10; frame++) await nextFrame();
      expect(scrolls).to.equal(0);
    });

    it('comes along, with the words of the step, where the diagram is far from the list', async () => {
      const page = await place(
        `<div>${diagram()}<div style="block-size: 3000px"></div>
          <diagram-walkthrough>${steps}</diagram-walkthrough></div>`,
      );
      await isDrawn(page);
      const { button, part, node, items, element } = driverOf(page);
      element.scrollIntoView({ behavior: 'instant' });
      button('Next').focus();
      button('Next').click();
      await waitUntil(() => isInSight(node('App')) && isInSight(part('bar')), 'the node and the bar', {
        timeout: 5000,
      });
      expect(part('bar').innerText).to.contain('The app sends the order once');
      expect(element.shadowRoot!.activeElement?.textContent).to.equal('Next');
      button('Show all').click();
      expect(isInSight(part('bar'))).to.equal(false);
      expect(isInSight(items()[0]!)).to.equal(false);
    });

    it('scrolls a drawing that is wider than its box to the node', async () => {
      const wide = `graph LR\n${Array.from({ length: 14 }, (_, at) => `N${at}[Service ${at}] --&gt; N${at + 1}`).join('\n')}`;
      const { button, node, element } = await open(
        `${diagram('id="wide"', wide)}<ol><li data-nodes="N14">The last one.</li></ol>`,
      );
      button('Next').click();
      const box = diagramIn(element).shadowRoot!.querySelector('[part=drawing]')!;
      await waitUntil(
        () => node('N14').getBoundingClientRect().right <= box.getBoundingClientRect().right,
        'the node in the box',
      );
      expect(scrollY).to.equal(0);
    });
  });

  itOnce('goes on after it has been moved, and gives the diagram back when it is removed', async () => {
    const page = await place(`<div>${diagram()}<diagram-walkthrough>${steps}</diagram-walkthrough></div>`);
    await isDrawn(page);
    const { element, button, current, isForward } = driverOf(page);
    button('Next').click();
    await isForward('App API');
    page.append(element);
    await settled(page);
    await isForward('App API');
    expect(current()).to.deep.equal([1]);
    element.remove();
    await isForward(all);
  });

  itOnce('follows its list: steps that come, and the current one that goes', async () => {
    const { element, button, items, position, isForward } = await open();
    button('Next').click();
    element.querySelector('ol')!.insertAdjacentHTML('beforeend', '<li data-nodes="DB">Fourth.</li>');
    await settled(element);
    expect(position()).to.equal('Step 1 of 4');
    items()[0]!.remove();
    await settled(element);
    expect(position()).to.equal('3 steps');
    await isForward(all);
  });

  itOnce('reads as data: its steps and what is beside them', async () => {
    const page = await place(
      `<diagram-walkthrough for="checkout"><p>Before.</p>${steps}${undrawn()}</diagram-walkthrough>`,
    );
    expect(JSON.parse(JSON.stringify(page))).to.deep.equal({
      type: 'diagram-walkthrough',
      for: 'checkout',
      steps: [
        { nodes: ['App', 'API'], text: 'The app sends the order once, with a key of its own.' },
        { nodes: ['API', 'DB'], text: 'The ledger keeps the key.' },
        { nodes: ['Queue'], text: 'Others are told later.' },
      ],
      content: [
        { type: 'p', text: 'Before.' },
        { type: 'architecture-diagram', source: source.replaceAll('&gt;', '>') },
      ],
    });
  });

  it('shows its step in a diagram that is made anew beside it', async () => {
    const page = await place(
      `<div>${diagram()}<diagram-walkthrough for="checkout">${steps}</diagram-walkthrough></div>`,
    );
    await isDrawn(page);
    const { button, current, isForward } = driverOf(page);
    button('Next').click();
    await isForward('App API');
    diagramIn(page).outerHTML = diagram();
    await isDrawn(page);
    await isForward('App API');
    button('Next').click();
    await isForward('API DB');
    expect(current()).to.deep.equal([2]);
  });

  it('is accessible while it runs, in both schemes', async () => {
    for (const scheme of ['light', 'dark']) {
      const page = await place(
        `<case-study scheme="${scheme}"><h1>Page</h1><diagram-walkthrough>${diagram()}${steps}</diagram-walkthrough></case-study>`,
      );
      await isDrawn(page);
      const { element, button, isForward } = driverOf(page);
      button('Next').click();
      await isForward('App API');
      const others = await accessibilityProblems(element);
      expect(others).to.deep.equal([]);
    }
  });

  itOnce('names the fix for what it cannot follow, once', async () => {
    const warnings = await warningsOf(async () => {
      await place(`<div><diagram-walkthrough>${steps}</diagram-walkthrough></div>`);
      const page = await place(undrawn());
      await place('<diagram-walkthrough><p>No list.</p></diagram-walkthrough>');
      await place(`<diagram-walkthrough for="order">${steps}</diagram-walkthrough>`);
      await place(
        '<diagram-walkthrough><ol><li>One.</li><li data-nodes="DB">Two.</li><li>3</li></ol></diagram-walkthrough>',
      );
      expect(diagramIn(page).id).to.equal('checkout');
    });
    expect(warnings).to.deep.equal([
      '<diagram-walkthrough> finds no <architecture-diagram>: put one into the page.',
      '<diagram-walkthrough> has no steps: put them into an <ol> that is a child of it.',
      '<diagram-walkthrough> finds no <architecture-diagram id="order">: use for="checkout".',
      '<diagram-walkthrough> does not know what step 1, 3 is about: write names of nodes into data-nodes.',
    ]);
  });

  itOnce('lists the nodes that there are where steps name others, and goes on with the rest', async () => {
    const warnings = await warningsOf(async () => {
      const { button, isForward } = await open(
        `${diagram()}<ol><li data-nodes="Db">One.</li><li data-nodes="DB Cache">Two.</li></ol>`,
      );
      button('Next').click();
      await isForward(all);
      button('Next').click();
      await isForward('DB');
    });
    expect(warnings).to.deep.equal([
      '<diagram-walkthrough> names “Db”, “Cache”, but the diagram has no such node: it has App, API, DB, Queue.',
    ]);
  });
});
