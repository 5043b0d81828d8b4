import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Mermaid } from 'mermaid';
import { type Channels, contrastOf } from '../../src/diagrams/contrast.js';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { itOnce } from '../engines.js';
import {
  accessibilityProblems,
  expectTold,
  labelProblems,
  linkStylesheet,
  place,
  waitUntil,
  warningsOf,
} from '../helpers.js';
import { goTo, stubClipboard } from '../links.js';

const source = `graph LR
  CDN -->|miss| LB[Load balancers]
  subgraph data [Data tier]
    DB[(Primary)]
    Cache
  end
  LB --> Cache & DB
  click CDN href "https://example.com/cdn"`;

describe('reading an <architecture-diagram>', () => {
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });
  beforeEach(() => localStorage.clear());

  async function open(text = source, { id = 'edge', width = 800, more = '' } = {}) {
    const holder = await place(
      `<div style="width: ${width}px"><h2>Edge</h2>
        <architecture-diagram id="${id}"><pre>${text.replaceAll('>', '&gt;')}</pre>${more}</architecture-diagram></div>`,
    );
    const element = holder.querySelector('architecture-diagram')!;
    await waitUntil(() => element.matches(':state(drawn)') && part('bar').querySelector('button'), 'drawn', {
      timeout: 15_000,
    });
    function part(name: string) {
      return element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
    }
    const button = (name: string) =>
      [...element.shadowRoot!.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent) === name)!;
    const node = (name: string) => element.svg!.querySelector<SVGElement>(`[data-node="${name}"]`)!;
    const level = () => Number.parseInt(part('bar').querySelectorAll('button')[1]!.textContent!, 10);
    return { element, part, button, node, level };
  }

  describe('height', () => {
    const tall = `graph TB\n${Array.from({ length: 9 }, (_, at) => `  N${at} --> N${at + 1}`).join('\n')}`;
    const showAll = (element: Element) =>
      [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent === 'Show all');

    it('stays that of the source while it is in sight, and the rest is shown when asked for', async () => {
      const after = document.createElement('p');
      after.textContent = 'After.';
      const holder = await place('<div></div>');
      holder.innerHTML = `<architecture-diagram><pre>${tall.replaceAll('>', '&gt;')}</pre></architecture-diagram>`;
      holder.append(after);
      const element = holder.querySelector('architecture-diagram')!;
      const top = after.getBoundingClientRect().top;
      await waitUntil(() => element.matches(':state(drawn)'), 'drawn', { timeout: 15_000 });
      const moved = Math.abs(after.getBoundingClientRect().top - top);
      const all = showAll(element);
      if (!all) {
        // In a window that ends above it, nobody sees what moves.
        expect(top).to.be.above(innerHeight);
        return;
      }
      expect(moved).to.be.below(2);
      const last = () => element.svg!.querySelector('[data-node="N9"]')!.getBoundingClientRect().bottom;
      const end = () => element.shadowRoot!.querySelector('[part=drawing]')!.getBoundingClientRect().bottom;
      expect(last()).to.be.above(end());
      all.click();
      expect(last()).to.be.below(end());
      expect(all.isConnected).to.equal(false);
    });

    itOnce('is that of the source again, and can be had in full again, once a fault is mended', async () => {
      const { element, part } = await open(tall);
      const pre = element.querySelector('pre')!;
      const all = showAll(element)!;
      const height = part('drawing').offsetHeight;
      expect(height).to.be.below(element.svg!.getBoundingClientRect().height);
      await warningsOf(async () => {
        pre.textContent = tall.replace('N3', 'N3[');
        await waitUntil(() => element.matches(':state(failed)'), 'failed', { timeout: 15_000 });
      });
      pre.textContent = tall.replaceAll('N9', 'End');
      await waitUntil(() => element.matches(':state(drawn)'), 'drawn anew', { timeout: 15_000 });
      expect(part('drawing').offsetHeight).to.equal(height);
      // One made for each drawing would be kept for its words: a page whose sources are edited would grow.
      expect(showAll(element) === all, 'the same button').to.equal(true);
      all.click();
      expect(part('drawing').offsetHeight).to.be.above(element.svg!.getBoundingClientRect().height);
      expect(all.isConnected).to.equal(false);
    });
  });

  describe('zoom', () => {
    const wide = `graph LR\n${Array.from({ length: 14 }, (_, at) => `  N${at}[Service number ${at}] --> N${at + 1}`).join('\n')}`;

    it('scrolls a wide drawing rather than making it too small to read, and fits it when asked', async () => {
      const { part, button, level, node } = await open(wide, { width: 500 });
      const box = part('drawing');
      expect(box.scrollWidth).to.be.above(box.clientWidth);
      expect(level()).to.be.within(65, 80);
      button('Fit the whole diagram').click();
      await waitUntil(() => level() < 40, 'fitted', { timeout: 5000 });
      await waitUntil(() => {
        const [frame, last] = [box, node('N14')].map((one) => one.getBoundingClientRect());
        return last!.right <= frame!.right && last!.left >= frame!.left;
      }, 'the last node is in sight');
    });

    it('zooms by buttons and by keys, to 100 % and back, without moving the page', async () => {
      const { element, button, level, node } = await open(wide, { width: 500 });
      const height = element.offsetHeight;
      const start = level();
      button('Zoom in').click();
      await waitUntil(() => level() > start, 'larger');
      button('Zoom out').click();
      await waitUntil(() => level() <= start, 'smaller');
      node('N0').focus();
      await sendKeys({ press: '+' });
      await waitUntil(() => level() > start, 'larger by key');
      await sendKeys({ press: '0' });
      await waitUntil(() => level() === 100, '100 %');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => level() === start, 'as it was');
      expect(element.offsetHeight).to.equal(height);
    });

    it('leaves the wheel to the page, and zooms with Ctrl', async () => {
      const { part, level } = await open();
      const start = level();
      const wheel = (ctrlKey: boolean) => {
        const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, cancelable: true });
        part('canvas').dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(wheel(false)).to.equal(false);
      expect(wheel(true)).to.equal(true);
      await waitUntil(() => level() > start, 'larger');
      expect(wheel(false), 'when zoomed').to.equal(false);
      expect(part('status').textContent).to.match(/(Ctrl|⌘) and the wheel zoom/);
    });

    it('zooms by two fingers', async () => {
      const { part, level } = await open();
      const start = level();
      const touch = (type: string, target: EventTarget, pointerId: number, clientX: number) =>
        target.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            clientX,
            clientY: 100,
            pointerType: 'touch',
            isPrimary: pointerId === 1,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
      touch('pointerdown', part('canvas'), 1, 200);
      await nextFrame();
      expect(level(), 'one finger scrolls').to.equal(start);
      touch('pointerdown', part('canvas'), 2, 240);
      await waitUntil(() => getComputedStyle(part('drawing')).touchAction === 'none', 'the drawing has the fingers');
      await nextFrame();
      touch('pointermove', document, 2, 500);
      await waitUntil(() => level() > start, 'larger');
      touch('pointerup', document, 1, 200);
      touch('pointerup', document, 2, 500);
    });

    it('opens in full screen and comes back to where it was, with the focus', async () => {
      const { element, button, part } = await open();
      const height = element.offsetHeight;
      const full = button('Full screen');
      full.focus();
      await sendKeys({ press: 'Enter' });
      const dialog = element.shadowRoot!.querySelector('dialog')!;
      expect(dialog.open).to.equal(true);
      expect(dialog.contains(part('drawing'))).to.equal(true);
      expect(dialog.ariaLabel).to.equal('Edge');
      expect(element.offsetHeight, 'the page behind keeps its height').to.equal(height);
      expect(await accessibilityProblems(element)).to.deep.equal([]);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !element.shadowRoot!.querySelector('dialog'), 'closed');
      expect(element.shadowRoot!.activeElement === full, 'the focus is where it was').to.equal(true);
      expect(element.offsetHeight).to.equal(height);
    });
  });

  describe('by keys and by screen reader', () => {
    it('has a name and says what each node is and where it leads', async () => {
      const { element, node } = await open();
      expect(element.svg!.getAttribute('aria-label'), 'the heading before it').to.equal('Edge');
      expect(element.svg!.getAttribute('aria-roledescription')).to.equal('diagram');
      const label = (name: string) => node(name).closest('a, [aria-label]')!.getAttribute('aria-label');
      expect(['CDN', 'LB', 'DB', 'data'].map(label)).to.deep.equal([
        'CDN; to Load balancers (miss)',
        'Load balancers; to Cache, Primary',
        'Primary; in Data tier',
        'Data tier; holds Primary, Cache',
      ]);
    });

    itOnce('has another name than the diagram before it, which goes by the same heading', async () => {
      const { element } = await open();
      const more = element.cloneNode(true) as ArchitectureDiagram;
      more.id = 'more';
      element.after(more);
      await waitUntil(() => more.matches(':state(drawn)'), 'drawn', { timeout: 15_000 });
      const names = [element, more].map(({ svg }) => svg!.getAttribute('aria-label'));
      expect(names).to.deep.equal(['Edge', 'Edge (2)']);
      expect(more.shadowRoot!.querySelector('[part=bar]')!.ariaLabel).to.equal('Edge (2)');
    });

    itOnce('goes by its own title and description before its caption', async () => {
      const { element } = await open('graph LR\n  accTitle: The edge\n  accDescr: Requests enter here.\n  A --> B', {
        more: '<figcaption>Caption</figcaption>',
      });
      expect(element.svg!.getAttribute('aria-label')).to.equal('The edge');
      expect(element.svg!.getAttribute('aria-description')).to.equal('Requests enter here.');
    });

    it('is one stop, in which the arrow keys go from node to node', async () => {
      const { element, node } = await open();
      const stops = [...element.svg!.querySelectorAll('[tabindex="0"]')];
      expect(stops.length).to.equal(1);
      (stops[0] as SVGElement).focus();
      const seen = [];
      for (const key of ['ArrowRight', 'ArrowDown', 'End', 'ArrowLeft', 'Home']) {
        await sendKeys({ press: key });
        const { activeElement } = element.shadowRoot!;
        seen.push(
          activeElement!.getAttribute('data-node') ??
            activeElement!.querySelector('[data-node]')!.getAttribute('data-node'),
        );
      }
      expect(seen).to.deep.equal(['LB', 'data', 'Cache', 'DB', 'CDN']);
      expect(node('CDN').closest('a') === stops[0]).to.equal(true);
    });

    // WebKit draws no outline around what is inside of an `<svg>`.
    for (const isReady of [false, true]) {
      it(`shows which node has the focus by a frame, in ${isReady ? 'a ready drawing' : 'its own drawing'}`, async () => {
        const { element, part, button, node } = await open();
        if (isReady) {
          const ready = element.svg!.cloneNode(true) as SVGSVGElement;
          element.append(ready);
          await waitUntil(() => element.svg === ready && element.matches(':state(drawn)'), 'drawn');
        }
        const isAround = (name: string) => {
          const ring = part('focus').getBoundingClientRect();
          const target = node(name).closest('a[href]') ?? node(name);
          const box = target.getBoundingClientRect();
          for (const side of ['left', 'top', 'right', 'bottom'] as const)
            expect(ring[side], `${name} ${side}`).to.be.closeTo(box[side], 1.5);
          expect(getComputedStyle(part('focus')).outlineStyle).to.equal('solid');
        };
        expect(part('focus').getBoundingClientRect().width).to.equal(0);
        element.svg!.querySelector<SVGElement>('[tabindex="0"]')!.focus();
        isAround('CDN');
        await sendKeys({ press: 'End' });
        isAround('Cache');
        element.parentElement!.style.width = '600px';
        await nextFrame();
        isAround('Cache');
        await sendKeys({ press: '+' });
        await waitUntil(() => /^[^n]/.test(getComputedStyle(part('canvas')).transform), 'zoomed');
        isAround('Cache');
        button('Text').focus();
        expect(part('focus').getBoundingClientRect().width).to.equal(0);
      });
    }

    it('shows what is pressed, marked and forward in every language', async () => {
      document.documentElement.lang = 'de';
      try {
        const { element, node } = await open('graph LR\n  A --> B --> C');
        await waitUntil(() => element.svg!.getAttribute('aria-roledescription') !== 'diagram', 'in German');
        node('A').focus();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => Number(getComputedStyle(node('C')).opacity) < 1, 'C stands back');
        expect(getComputedStyle(node('A').querySelector('rect')!).strokeWidth).to.equal('3px');
      } finally {
        document.documentElement.lang = 'en';
      }
    });

    describe('a node that is pressed', () => {
      const chain = 'graph LR\n  A --> B --> C --> D --> E\n  subgraph G\n    D\n    E\n  end';
      const forward = (element: ArchitectureDiagram) => {
        const parts = [...element.svg!.querySelectorAll<SVGElement>('[data-node], [data-from]')];
        const seen = parts.filter((part) => Number(getComputedStyle(part).opacity) === 1 && !('group' in part.dataset));
        const names = seen.map(({ dataset: { node, from, to } }) => node ?? `${from}${to}`);
        return [...new Set(names)].sort().join(' ');
      };
      const isForward = (element: ArchitectureDiagram, wanted: string) =>
        waitUntil(() => forward(element) === wanted, `forward: ${wanted}`);
      const everything = 'A AB B BC C CD D DE E';
      const press = (key: string) => sendKeys({ press: key });

      it('comes forward with what it is connected to, until it is pressed again', async () => {
        const { element, node } = await open(chain);
        expect(await accessibilityProblems(element)).to.deep.equal([]);
        await expectTold(node('B'), 'button', 'B; to C');
        node('B').focus();
        await press('Enter');
        await isForward(element, 'A AB B BC C');
        expect(node('B').getAttribute('aria-pressed')).to.equal('true');
        await press('ArrowRight');
        await press(' ');
        await isForward(element, 'B BC C CD D');
        expect(node('B').getAttribute('aria-pressed')).to.equal('false');
        expect(await accessibilityProblems(element)).to.deep.equal([]);
        await press(' ');
        await isForward(element, everything);
        await press('Enter');
        await press('Escape');
        await isForward(element, everything);
        expect(node('C').getAttribute('aria-pressed')).to.equal('false');
      });

      it('is pressed by a click, and not by what drags or selects', async () => {
        const { element, node } = await open(chain);
        const click = (name: string, moved = 0) => {
          const { left, top } = node(name).getBoundingClientRect();
          const at = { bubbles: true, composed: true, clientY: top + 5 };
          node(name).dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: left + 5, isPrimary: true }));
          node(name).dispatchEvent(new MouseEvent('click', { ...at, clientX: left + 5 + moved, detail: 1 }));
        };
        click('A');
        await isForward(element, 'A AB B');
        click('C', 20);
        await isForward(element, 'A AB B');
        click('A');
        await isForward(element, everything);
      });

      itOnce('leaves behind what connects its neighbours with each other', async () => {
        const { element, node } = await open('graph LR\n  A --> B --> C\n  A --> C');
        node('B').focus();
        await press('Enter');
        await isForward(element, 'A AB B BC C');
      });

      it('brings a group forward with what leads into it', async () => {
        const { element, node } = await open(chain);
        node('G').focus();
        await press('Enter');
        await isForward(element, 'C CD D DE E');
      });

      it('is forward again once a reference has been left', async () => {
        const { element, node } = await open(chain);
        const view = (await element.view)!;
        node('A').focus();
        await press('Enter');
        view.emphasize(['E']);
        await isForward(element, 'E');
        view.emphasize([]);
        await isForward(element, 'A AB B');
        // What is pressed later counts for more.
        view.emphasize(['E']);
        node('C').focus();
        await press('Enter');
        await isForward(element, 'B BC C CD D');
      });

      it('is none in another drawing', async () => {
        const { element, node } = await open(chain);
        node('A').focus();
        await press('Enter');
        element.querySelector('pre')!.textContent = chain.replace('E', 'F');
        await waitUntil(
          () => element.svg?.querySelector('[data-node=F]') && element.matches(':state(drawn)'),
          'drawn anew',
          { timeout: 15_000 },
        );
        expect(element.svg!.querySelectorAll('[aria-pressed=true]').length).to.equal(0);
        expect(element.svg!.hasAttribute('data-emphasis')).to.equal(false);
      });
    });

    itOnce('says in its names what is seen, whatever kind of node it is', async () => {
      const kinds = [
        'graph LR\n  A[Load balancers of<br/>the edge] --> B((Two words that wrap because they are very long indeed))',
        'classDiagram\n  class Order {\n    <<interface>>\n    +int id\n    +pay()\n  }\n  Order <|-- Paid',
        'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  CUSTOMER {\n    string id PK\n  }',
        'sequenceDiagram\n  participant U as User<br/>of it\n  U->>API: buy',
        'stateDiagram-v2\n  [*] --> Open\n  Open --> Paid: pays\n  note right of Open : A note',
        'requirementDiagram\n  requirement safe {\n    id: 1\n    text: No order is lost.\n  }\n  element ledger {\n    type: service\n  }\n  ledger - satisfies -> safe',
        'mindmap\n  root((Root))\n    A\n    B',
      ];
      for (const kind of kinds) {
        const { element } = await open(kind.replaceAll('<', '&lt;'));
        expect(element.svg!.querySelector('[role=button]'), kind).not.to.equal(null);
        expect(await labelProblems(element), kind).to.deep.equal([]);
      }
    });

    it('has a space between the lines of a label, for whoever copies or searches, which takes no room', async () => {
      const { node } = await open('graph LR\n  A[Load balancers of&lt;br/>the edge] --> B');
      expect(node('A').textContent).to.equal('Load balancers of the edge');
      const text = node('A').querySelector('text')!;
      const box = () =>
        [text, ...text.querySelectorAll<SVGElement>('tspan[x]')].map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return [left, right, top, bottom].map(Math.round).join();
        });
      const before = box();
      for (const space of text.querySelectorAll('tspan:not([x])')) space.remove();
      expect(text.textContent).to.equal(['Load balancers', 'of', 'the edge'].join(''));
      expect(box()).to.deep.equal(before);
    });

    itOnce('has none where a line ends within a word', async () => {
      const { node } = await open('graph LR\n  A["Coordinators: Zookeeper/Consul/configuration-service"] --> B');
      expect(node('A').querySelectorAll('tspan[x]').length).to.be.above(1);
      expect(node('A').textContent).to.equal('Coordinators: Zookeeper/Consul/configuration-service');
    });

    it('is a stop without nodes only where it has to be scrolled, and zooms by keys from its bar', async () => {
      const { element, part, button, level } = await open('pie\n  "Reads" : 80\n  "Writes" : 20', { width: 800 });
      const box = part('drawing');
      await waitUntil(() => box.tabIndex < 0, 'it fits');
      expect(await accessibilityProblems(element)).to.deep.equal([]);
      element.parentElement!.style.width = '200px';
      await waitUntil(() => box.tabIndex === 0, 'it scrolls');
      await expectTold(box, 'group', 'Edge');
      box.focus();
      element.parentElement!.style.width = '800px';
      await waitUntil(() => box.scrollWidth <= box.clientWidth, 'it fits again');
      for (let frames = 0; frames < 3; frames++) await nextFrame();
      expect(element.shadowRoot!.activeElement === box, 'keeps the focus').to.equal(true);
      button('Zoom in').focus();
      await waitUntil(() => box.tabIndex < 0, 'no stop any more');
      const start = level();
      await sendKeys({ press: '+' });
      await waitUntil(() => level() > start, 'larger');
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`has a bar that is one stop, in which the arrow keys go from button to button: ${dir}`, async () => {
        const { element, part, button } = await open();
        element.dir = dir;
        const bar = part('bar');
        await expectTold(bar, 'toolbar', 'Edge');
        const names = () => [...bar.querySelectorAll('button')].filter((one) => one.checkVisibility());
        const focused = () => names().indexOf(element.shadowRoot!.activeElement as HTMLButtonElement);
        const stops = () => names().flatMap((one, at) => (one.tabIndex === 0 ? at : []));
        await waitUntil(() => String(stops()) === '0', 'one stop');
        const last = names().length - 1;
        const [next, previous] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
        button('Zoom out').focus();
        const seen = [];
        for (const key of [next, next, previous, 'End', next, previous, 'Home', next]) {
          await sendKeys({ press: key! });
          seen.push(focused());
        }
        expect(seen).to.deep.equal([1, 2, 1, last, 0, last, 0, 1]);
        expect(stops()).to.deep.equal([1]);
        // In a narrow box the second button is not there.
        element.parentElement!.style.width = '280px';
        await waitUntil(() => !names().includes(bar.querySelectorAll('button')[1]!), 'hidden');
        await waitUntil(() => stops().length === 1, 'another stop');
        expect(await accessibilityProblems(element)).to.deep.equal([]);
      });
    }

    itOnce("keeps an author's link a link", async () => {
      const { node } = await open();
      const link = node('CDN').closest('a')!;
      expect(link.getAttribute('href')).to.equal('https://example.com/cdn');
    });

    it('tells everything as text, with a link to each node', async () => {
      const { element, button, part } = await open();
      expect(part('text')).to.equal(null);
      button('Text').click();
      await waitUntil(() => part('text')?.textContent, 'the text', { timeout: 5000 });
      const lines = [...part('text').querySelectorAll('li')].map((item) =>
        [...item.childNodes]
          .filter(({ nodeName }) => nodeName !== 'UL')
          .map(({ textContent }) => textContent)
          .join(''),
      );
      expect(lines).to.have.members([
        'CDN to Load balancers (miss)',
        'Load balancers to Cache, Primary',
        'Data tier',
        'Primary',
        'Cache',
      ]);
      const link = [...part('text').querySelectorAll('a')].find((one) => one.textContent === 'Primary')!;
      expect(new URL(link.href).hash).to.equal('#edge/DB');
      expect(await accessibilityProblems(element)).to.deep.equal([]);
      button('Text').click();
      expect(part('text')).to.equal(null);
    });

    const texts: Record<string, [string, string[]]> = {
      sequence: [
        'sequenceDiagram\n  participant U as User\n  participant A as API\n  U->>A: buy\n  alt in stock\n    A-->>U: receipt\n  else sold out\n    A-->>U: sorry\n  end\n  Note over U,A: one request',
        [
          'User to API: buy',
          'If in stock:',
          'API to User: receipt',
          'Else sold out:',
          'API to User: sorry',
          'Note at User and API: one request',
        ],
      ],
      state: [
        'stateDiagram-v2\n  [*] --> Open\n  Open --> Paid: pay\n  Paid --> [*]',
        ['Start to Open', 'Open to Paid (pay)', 'Paid to End', 'End'],
      ],
      er: [
        'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    string id PK\n  }',
        ['CUSTOMER to ORDER (places, exactly one to zero or more)', 'ORDER', 'string id PK'],
      ],
      pie: ['pie title Traffic\n  "Reads" : 80\n  "Writes" : 20', ['Traffic', 'Reads', 'Writes', '80%', '20%']],
    };
    for (const [kind, [text, expected]] of Object.entries(texts)) {
      itOnce(`tells a ${kind} diagram as text`, async () => {
        const { button, part } = await open(text);
        button('Text').click();
        await waitUntil(() => part('text')?.textContent, 'the text', { timeout: 5000 });
        const lines = [...part('text').querySelectorAll('li')].map((item) =>
          [...item.childNodes]
            .filter(({ nodeName }) => !/^[UO]L$/.test(nodeName))
            .map(({ textContent }) => textContent)
            .join(''),
        );
        expect(lines).to.have.members(expected);
      });
    }
  });

  describe('links', () => {
    it('goes to the node that the address names, and marks it', async () => {
      await place('<div style="height: 1200px"></div>');
      const { element, node } = await open();
      expect(node('DB').getBoundingClientRect().top).to.be.above(innerHeight);
      await goTo('edge/DB');
      await waitUntil(() => node('DB').hasAttribute('data-marked'), 'marked');
      await waitUntil(() => node('DB').getBoundingClientRect().top < innerHeight, 'in view');
      expect(element.shadowRoot!.activeElement?.getAttribute('data-node')).to.equal('DB');
      await goTo('edge/LB');
      await waitUntil(() => node('LB').hasAttribute('data-marked'), 'the next');
      expect(node('DB').hasAttribute('data-marked')).to.equal(false);
    });

    itOnce('names the nodes there are where an address names none of them', async () => {
      await open();
      const warnings = await warningsOf(async () => {
        await goTo('edge/Nowhere');
        await nextFrame();
      });
      expect(warnings).to.deep.equal([
        '<architecture-diagram> has no node “Nowhere”: it has CDN, LB, data, DB, Cache.',
      ]);
    });

    it('copies the source', async () => {
      const copied = stubClipboard();
      const { button, part, element } = await open();
      button('Source').click();
      button('Copy').click();
      await waitUntil(() => part('status').textContent === 'Copied');
      expect(copied).to.deep.equal([element.source]);
    });

    for (const type of ['SVG', 'PNG']) {
      it(`offers the drawing as ${type}, with its colours in it`, async () => {
        const { button, element } = await open();
        (element as HTMLElement).style.setProperty('--dd-surface', 'rgb(200, 220, 240)');
        const { createObjectURL } = URL;
        const { click } = HTMLAnchorElement.prototype;
        let file: Blob | undefined;
        let name = '';
        URL.createObjectURL = (blob: Blob) => {
          file = blob;
          return createObjectURL(blob);
        };
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          name = this.download;
        };
        try {
          button('Source').click();
          button(type).click();
          await waitUntil(() => name, 'a file', { timeout: 5000 });
        } finally {
          URL.createObjectURL = createObjectURL;
          HTMLAnchorElement.prototype.click = click;
        }
        expect(name).to.equal(`edge.${type.toLowerCase()}`);
        if (type === 'SVG') {
          const text = await file!.text();
          expect(text)
            .to.contain('Load')
            .and.not.to.match(/var\(|class=|tabindex|aria-pressed/);
        } else {
          const image = await createImageBitmap(file!);
          const { width, height } = element.svg!.viewBox.baseVal;
          // Twice as large, in the colours of the page.
          expect([image.width, image.height]).to.deep.equal([width, height].map((length) => Math.ceil(2 * length)));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          const pixelAt = (index: number): Channels => [data[index]!, data[index + 1]!, data[index + 2]!, 1];
          const ground: Channels = [200, 220, 240, 1];
          for (const corner of [0, data.length - 4]) expect(pixelAt(corner), 'the ground').to.deep.equal(ground);
          const inks = Array.from({ length: data.length / 4 }, (_, at) => at).filter(
            (at) => contrastOf(pixelAt(4 * at), ground) > 4.5,
          );
          const columns = inks.map((at) => at % image.width);
          expect(inks.length, 'pixels of lines and words').to.be.above(200);
          expect(Math.max(...columns) - Math.min(...columns), 'how wide they spread').to.be.above(image.width / 2);
        }
      });
    }
  });
});
