import { expect, nextFrame } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { appearance, settled } from '../helpers.js';
import { boxOf, describeNode, nodesIn } from '../upgrade.js';

interface Pages {
  tags: string[];
  written: string;
  served: string;
  hydratable: string;
}

interface View extends Window {
  said: string[];
  show: (values: object) => void;
}

/** A page that notes everything that is said at the console, and every error. */
async function open(content: string): Promise<{ page: Document; view: View; load: (src: string) => Promise<void> }> {
  const { contentDocument, contentWindow } = await openFrame(
    {
      markup: `<!doctype html><html lang="en"><link rel="stylesheet" href="/dist/deepdive.css">
        <script>
          window.said = [];
          console.warn = console.error = (...words) => said.push(words.join(' '));
          onerror = onunhandledrejection = ({ reason, message }) => said.push(String(reason ?? message));
        </script><body>${content}</body>`,
    },
    { width: 800, height: 100 },
  );
  const page = contentDocument!;
  return {
    page,
    view: contentWindow as unknown as View,
    async load(src) {
      const script = Object.assign(page.createElement('script'), { type: 'module', src });
      const loaded = new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
      });
      page.head.append(script);
      await loaded;
      await settled(page);
      await settled(page);
    },
  };
}

const library = '/dist/cdn/deepdive.js';
const roots = (page: Document) =>
  [...page.querySelectorAll('[data-example] *')].filter((one) => one.shadowRoot).map((one) => one.localName);

describe('what a server has rendered', () => {
  let pages: Pages;
  before(async () => {
    pages = await (await fetch('/served-pages.json')).json();
  });

  it('has every shadow root that the elements make for themselves', async () => {
    const served = await open(pages.served);
    const written = await open(pages.written);
    expect(roots(written.page)).to.deep.equal([]);
    await written.load(library);
    // Those two make theirs when their code is there.
    const made = roots(written.page).filter((tag) => !/^diagram-(ref|walkthrough)$/.test(tag));
    expect(made).to.include.members(['case-study', 'law-table', 'latency-profile', 'stat-card']);
    const there = new Set(roots(served.page));
    expect(made.filter((tag) => !there.has(tag))).to.deep.equal([]);
  });

  it('is the same, upgraded, as what is written by hand, moves nothing and says nothing', async () => {
    const served = await open(pages.served);
    const nodes = nodesIn(served.page.body);
    const boxes = () => nodes.map(boxOf);
    const before = boxes();
    await served.load(library);
    const moved = boxes().flatMap((box, index) =>
      box === before[index] ? [] : [`${describeNode(nodes[index]!)}: ${before[index]} → ${box}`],
    );
    expect(moved.slice(0, 5)).to.deep.equal([]);
    expect(served.view.said).to.deep.equal([]);

    const written = await open(pages.written);
    await written.load(library);
    for (const tag of pages.tags) {
      const [one, other] = [served.page, written.page].map((page) => page.querySelector(`[data-example=${tag}]`)!);
      expect(served.view.customElements.get(tag), tag).to.be.a('function');
      const looks = [one!, other!].map((root) => [root, ...root.querySelectorAll('*')].map(appearance));
      expect(looks[0], tag).to.deep.equal(looks[1]);
    }
  });

  it('is taken over by Lit without a word, data and all, and follows it from then on', async () => {
    const { page, view, load } = await open(pages.hydratable);
    const texts = () => [...page.querySelectorAll('td, dd, li')].map((node) => node.textContent);
    const made = page.querySelector('table');
    const before = texts();
    expect(before).to.include('<b>A region</b> & its "twin"');
    expect(page.querySelector('latency-profile')).to.have.attribute('slo', '300 ms');
    expect(page.querySelector('stat-card')).to.have.attribute('trend', 'down');
    const nodes = nodesIn(page.body);
    const boxes = nodes.map(boxOf);
    await load(library);
    await load('/tests/server/hydrate.mjs');
    expect(view.said).to.deep.equal([]);
    expect(nodes.map(boxOf)).to.deep.equal(boxes);
    expect(texts()).to.deep.equal(before);
    expect(page.querySelector('table')).to.equal(made);
    expect(page.querySelectorAll('table, dl, ol').length).to.equal(4);

    view.show({ rows: [{ Law: 'Economic reality' }], stars: 4 });
    await settled(page);
    await nextFrame();
    expect([...page.querySelectorAll('td')].map((cell) => cell.textContent)).to.deep.equal(['Economic reality']);
    expect(page.querySelectorAll('table, dl, ol').length).to.equal(4);
    expect(page.querySelector('h3')!.textContent).to.equal('4 stars');
    expect(view.said).to.deep.equal([]);
  });

  it('has the same HTML for data as the elements make in the page', async () => {
    const served = await open(pages.hydratable);
    const written = await open('');
    await written.load(library);
    const { values } = await import('./page.mjs');
    for (const [tag, name] of [
      ['law-table', 'rows'],
      ['quick-facts', 'facts'],
      ['latency-profile', 'percentiles'],
      ['incident-timeline', 'events'],
    ] as const) {
      const element = written.page.createElement(tag);
      Object.assign(element, { [name]: values[name] });
      // Only what is made, before anything is told about it.
      const made = new Promise<string>((resolve) => {
        new MutationObserver(([record], observer) => {
          observer.disconnect();
          resolve((record!.addedNodes[0] as Element).outerHTML);
        }).observe(element, { childList: true });
      });
      written.page.body.append(element);
      const plain = (await made).replace(/ (role|data-(label|law|missed|elapsed)|style)="[^"]*"/g, '');
      expect(served.page.querySelector(tag)!.firstElementChild!.outerHTML, tag).to.equal(plain);
    }
  });
});
