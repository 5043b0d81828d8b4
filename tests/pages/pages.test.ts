import { expect, nextFrame } from '@open-wc/testing';
import { isFirstEngine } from '../engines.js';
import { openFrame, textsIn } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

// What all of them have in common, an engine lays out alike: two show it of each.
const pages = ['starter/index', 'pages/facebook-outage-2021'];
if (isFirstEngine) pages.push('pages/dynamodb', 'pages/discord');

/** The page without its script, which is then let in by `upgrade`. */
async function openBeforeUpgrade(url: string, width: number) {
  const markup = await (await fetch(url)).text();
  const script = /<script type="module".*?<\/script>/s;
  const frame = await openFrame(
    { markup: markup.replace(script, '').replace('<head>', `<head><base href="${new URL(url, location.href)}">`) },
    { width, height: 100 },
  );
  const page = frame.contentDocument!;
  return {
    page,
    async upgrade() {
      // Drawings are another test's subject: here none comes near.
      const view = frame.contentWindow as Window & typeof globalThis;
      view.IntersectionObserver.prototype.observe = () => {};
      const element = Object.assign(page.createElement('script'), { type: 'module', src: '/dist/cdn/deepdive.js' });
      const loaded = new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
      });
      page.head.append(element);
      await loaded;
      await settled(page);
    },
  };
}

for (const [page, width] of pages.flatMap((name) => [[name, 1280] as const, [name, 360] as const])) {
  const url = `/stories/${page}.html`;

  describe(`the page ${page}, ${width} pixels wide`, () => {
    it('shows every word without JavaScript', async () => {
      // A sandbox without `allow-scripts` runs none.
      const frame = await openFrame({ url }, { width, sandbox: 'allow-same-origin' });
      const page = frame.contentDocument!;
      // Folded answers open without script.
      for (const details of page.querySelectorAll('details')) details.open = true;
      const texts = textsIn(page.querySelector('case-study')!);
      expect(texts.length).to.be.above(100);
      expect(frame.contentWindow!.customElements.get('law-table')).to.equal(undefined);

      const labels = [...page.querySelectorAll<HTMLElement>('law-table td')].map((cell) => cell.dataset['label']);
      for (const { text, node, parent } of texts) {
        // A narrow table shows its headings beside the values instead.
        if (width === 360 && parent.closest('law-table:has([data-label]) thead')) {
          expect(labels).to.include(text);
          continue;
        }
        const range = page.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        expect(box.width * box.height, text).to.be.above(20);
        const isScrollable = parent.closest('pre');
        expect(box.left, text).to.be.at.least(0);
        if (!isScrollable) expect(box.right, text).to.be.at.most(width);
        expect(getComputedStyle(parent).visibility, text).to.equal('visible');
        const clipped = parent.closest('thead');
        if (clipped) expect(frame.contentWindow!.getComputedStyle(clipped).opacity, text).to.equal('1');
      }
    });

    it('never scrolls sideways', async () => {
      const frame = await openFrame({ url }, { width });
      await settled(frame.contentDocument!);
      const { scrollWidth, clientWidth } = frame.contentDocument!.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
    });

    it('moves nothing as the elements upgrade', async () => {
      const { page, upgrade } = await openBeforeUpgrade(url, width);
      const nodes = [...page.querySelectorAll('case-study, case-study *')];
      const boxes = () => nodes.map((node) => ({ node: node.localName, ...node.getBoundingClientRect().toJSON() }));
      const before = boxes();
      await upgrade();
      expect(page.defaultView!.customElements.get('law-table')).to.be.a('function');
      expect(page.querySelectorAll('architecture-diagram:state(drawn)').length).to.equal(0);
      const moved = boxes().flatMap((box, index) =>
        JSON.stringify(box) === JSON.stringify(before[index])
          ? []
          : [`${nodes[index]!.outerHTML.slice(0, 60)}: ${JSON.stringify(before[index])} → ${JSON.stringify(box)}`],
      );
      expect(moved.slice(0, 3)).to.deep.equal([]);
    });

    it('keeps its layout shift below 0.01 while it is read from top to bottom', async function () {
      // Only Chromium measures it: https://developer.mozilla.org/docs/Web/API/LayoutShift#browser_compatibility
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      this.timeout(60_000);
      const frame = await openFrame({ url }, { width });
      const view = frame.contentWindow! as Window & typeof globalThis;
      const page = view.document;
      let shift = 0;
      const add = (entries: PerformanceEntryList) => {
        for (const entry of entries) shift += (entry as PerformanceEntry & { value: number }).value;
      };
      const observer = new view.PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift', buffered: true });
      const diagrams = [...page.querySelectorAll('architecture-diagram')];
      const isNear = (element: Element) => element.getBoundingClientRect().top < frame.clientHeight + 1000;
      for (let top = 0; top < page.documentElement.scrollHeight; top += 600) {
        view.scrollTo(0, top);
        // A reader takes longer for 600 pixels than a diagram that is still out of sight for being drawn.
        const isReady = () => diagrams.filter(isNear).every((diagram) => diagram.matches(':state(drawn)'));
        await waitUntil(isReady, 'drawn', { timeout: 30_000 });
        await nextFrame();
      }
      add(observer.takeRecords());
      observer.disconnect();
      expect(shift).to.be.below(0.01);
    });
  });
}
