import { expect } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { type Channels, channelsOf, contrastOf, over } from '../../src/diagrams/contrast.js';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/define.js';
import { contrastsIn } from '../diagrams/contrast.js';
import { kinds } from '../diagrams/kinds.js';
import { linkStylesheet, place, waitUntil } from '../helpers.js';

type DarkReader = typeof import('darkreader');

const studies = ['discord', 'dynamodb', 'facebook-outage-2021'];
const schemes = ['light', 'dark'] as const;

async function sourcesOf(study: string): Promise<string[]> {
  const answer = await fetch(`/stories/pages/${study}.html`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll('architecture-diagram > pre')].map(({ textContent }) => textContent!);
}

const escaped = (source: string) => source.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Colours as they are seen over each other, from the bottom. */
function backgroundOf(node: Element): Channels {
  const layers: Channels[] = [];
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof Element) layers.unshift(channelsOf(getComputedStyle(at).backgroundColor) ?? [0, 0, 0, 0]);
  return layers.reduce<Channels>((under, layer) => over(layer, under), [255, 255, 255, 1]);
}

/** https://github.com/darkreader/darkreader: an extension that gives pages other colours, in a dark and in a light scheme. */
describe('with Dark Reader', () => {
  let reader: DarkReader;

  before(async () => {
    await linkStylesheet();
    localStorage.clear();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
    const script = Object.assign(document.createElement('script'), { src: '/node_modules/darkreader/darkreader.js' });
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
    document.head.append(script);
    await loaded;
    reader = (window as unknown as { DarkReader: DarkReader }).DarkReader;
  });
  afterEach(() => {
    reader.disable();
    document.documentElement.style.colorScheme = '';
  });

  /** Reads again until nothing is faint, or for as long as Dark Reader might need. */
  async function faintest<T extends { ratio: number }>(read: () => T[], least: number): Promise<T[]> {
    let faint: T[] = [];
    const deadline = performance.now() + 4000;
    do {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const all = read();
      expect(all.length).to.be.above(0);
      faint = all.filter(({ ratio }) => ratio < least);
    } while (faint.length && performance.now() < deadline);
    return faint;
  }

  async function drawn(sources: string[]): Promise<SVGSVGElement[]> {
    const diagrams = sources.map((one) => `<architecture-diagram><pre>${escaped(one)}</pre></architecture-diagram>`);
    const page = await place(`<case-study>${diagrams.join('')}</case-study>`);
    const elements = [...page.querySelectorAll('architecture-diagram')];
    for (const element of elements) element.draw();
    await waitUntil(() => elements.every((element) => element.matches(':state(drawn)')), 'drawn', { timeout: 60_000 });
    return elements.map(({ svg }) => svg!);
  }

  for (const page of schemes) {
    for (const [what, sources] of [
      ...studies.map((study) => [`of ${study}`, () => sourcesOf(study)] as const),
      ['of every kind', async () => Object.values(kinds)] as const,
    ]) {
      it(`labels in drawings ${what} can be read, in a ${page} page`, async function () {
        this.timeout(90_000);
        document.documentElement.style.colorScheme = page;
        const svgs = await drawn(await sources());
        reader.enable({});
        expect(await faintest(() => svgs.flatMap(contrastsIn), 4.5)).to.deep.equal([]);
      });
    }

    it(`what is drawn beside words can be seen, in a ${page} page`, async () => {
      document.documentElement.style.colorScheme = page;
      const study = await place(`<case-study>
        <note-callout kind="warning"><p>Words.</p></note-callout>
        <note-callout kind="tip"><p>Words.</p></note-callout>
        <key-takeaways><ul><li data-kind="apply">Do.</li><li data-kind="avoid">Do not.</li></ul></key-takeaways>
        <compare-table><table><tr><th>Store</th><th>Joins</th></tr><tr><td>A</td><td>✅</td></tr>
          <tr><td>B</td><td>❌</td></tr></table></compare-table>
        <incident-timeline><ol><li data-event="started"><time>09:00</time> It began.</li></ol></incident-timeline>
      </case-study>`);
      reader.enable({});
      const marks = [
        ['note-callout', '::after'],
        ['key-takeaways li', '::before'],
        ['td[data-name]', '::before'],
        ['incident-timeline time', '::after'],
      ] as const;
      const read = () =>
        marks.flatMap(([selector, pseudo]) =>
          [...study.querySelectorAll(selector)].flatMap((node) => {
            const { backgroundColor, content } = getComputedStyle(node, pseudo);
            // Where the browser draws no mark, the emoji is there.
            if (content === 'none') return [];
            const below = backgroundOf(node);
            return { selector, ratio: contrastOf(over(channelsOf(backgroundColor)!, below), below) };
          }),
        );
      expect(await faintest(read, 3)).to.deep.equal([]);
    });
  }
});
