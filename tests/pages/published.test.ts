import { expect, nextFrame } from '@open-wc/testing';
import { openFrame, textsIn } from '../frames.js';
import { waitUntil } from '../helpers.js';

const labels = ['Edge cache', 'misses', 'Orders by', 'Region', 'receipt', 'written twice', 'Reads', '80%'];

let origin: string;

async function openWithoutScript(width: number): Promise<Document> {
  const markup = await (await fetch(`${origin}/published.html`)).text();
  const page = markup.replace(/"([\w/]+\.(?:css|js))"/g, `"${origin}/$1"`);
  // A sandbox without `allow-scripts` runs none.
  const frame = await openFrame({ markup: page }, { width, sandbox: 'allow-same-origin' });
  return frame.contentDocument!;
}

describe('a page that is drawn before it is published', () => {
  before(async function () {
    // It is drawn when it is asked for.
    this.timeout(60_000);
    const site = await (await fetch('/static-site.json')).json();
    if (!site.canDraw) this.skip();
    origin = site.origin;
    await fetch(`${origin}/published.html`);
  });

  it('passes a strict content security policy, and downloads nothing that draws', async () => {
    const told = new Promise<MessageEvent>((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    await openFrame({ url: `${origin}/published.html` });
    const { violations, drawn, shown, requests } = (await told).data;
    expect(violations).to.deep.equal([]);
    expect(drawn).to.deep.equal([true, true, true]);
    for (const label of labels) expect(shown.join(' ').replace(/\s+/g, ' ')).to.include(label);
    // What a reader does with a diagram is a chunk of its own.
    expect(requests.join(' ')).to.match(/deepdive\.js.*chunks\/view-/);
    expect(requests.filter((path: string) => /mermaid|draw/.test(path))).to.deep.equal([]);
  });

  for (const width of [1280, 360]) {
    it(`shows its drawings without script, ${width} pixels wide`, async () => {
      const page = await openWithoutScript(width);
      expect(page.defaultView!.customElements.get('architecture-diagram')).to.equal(undefined);
      const diagrams = [...page.querySelectorAll('architecture-diagram')];
      expect(diagrams.length).to.equal(3);
      for (const diagram of diagrams) {
        expect(diagram.querySelector('pre')!.checkVisibility()).to.equal(false);
        const box = diagram.querySelector(':scope > svg')!.getBoundingClientRect();
        expect(box.width * box.height).to.be.above(5000);
        // What is too wide to be read at this width scrolls in its frame.
        const frame = diagram.getBoundingClientRect();
        expect(frame.right).to.be.at.most(width);
        expect(box.left).to.be.at.least(frame.left);
        for (const { text, parent } of textsIn(diagram.querySelector('svg')!)) {
          if (parent.localName === 'metadata') continue;
          const { width, height } = parent.getBoundingClientRect();
          expect(width * height, text).to.be.above(0);
        }
      }
      expect(page.documentElement.scrollWidth).to.be.at.most(width);
      const shown = diagrams
        .flatMap((diagram) => [...diagram.querySelectorAll('text')])
        .map((text) => text.textContent);
      for (const label of labels) expect(shown.join(' ')).to.include(label);
    });

    it(`moves nothing when its script comes, ${width} pixels wide`, async () => {
      const markup = await (await fetch(`${origin}/published.html`)).text();
      const page = markup
        .replace(/<script.*?<\/script>/g, '')
        .replace('<head>', `<head><base href="${location.origin}/dist/">`);
      const frame = await openFrame({ markup: page }, { width });
      const { document } = frame.contentWindow!;
      // A scroll bar that takes room stands below the caption until the drawing has a box of its own above it.
      const nodes = [...document.querySelectorAll('h2, architecture-diagram, architecture-diagram > :not(figcaption)')];
      const boxes = () =>
        nodes.map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return `${node.localName} ${[x, y, width, height].map(Math.round)}`;
        });
      const before = boxes();
      const script = Object.assign(document.createElement('script'), { type: 'module', src: 'cdn/deepdive.js' });
      document.head.append(script);
      const diagrams = [...document.querySelectorAll('architecture-diagram')];
      await waitUntil(() => diagrams.every((diagram) => diagram.matches(':state(drawn)')), 'upgraded');
      await nextFrame();
      expect(boxes()).to.deep.equal(before);
    });
  }
});
