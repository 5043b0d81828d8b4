import { expect, nextFrame } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { draw } from '../../src/diagrams/draw.js';
import type { Notice } from '../../src/diagrams/faults.js';
import { fetching } from './fetching.js';

const { origin } = (await (await fetch('/listener.json')).json()) as { origin: string };
const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
const { default: mermaid } = (await import(bundle)) as { default: Mermaid };

/** What has been asked of the listener, and of this site, since it was last asked for. */
async function heard(): Promise<string[]> {
  // Styles are computed, and what they name is asked for.
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  const asked: string[] = await (await fetch(`${origin}/heard`)).json();
  const own = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/own.png'));
  performance.clearResourceTimings();
  return [...asked, ...own.map(({ name }) => name)];
}

async function drawn(source: string): Promise<{ text: string; notice?: Notice }> {
  let notice: Notice | undefined;
  const settings = { font: 'sans-serif', layout: 'dagre', repair: false, load: async () => mermaid };
  const tell = (one: Notice) => {
    notice = one;
  };
  const text = await draw(source, { ...settings, tell }).catch((error: Error) => `${error.name}: ${error.message}`);
  return { text: text ?? '', ...(notice && { notice }) };
}

describe('a diagram whose source names addresses', () => {
  before(heard);

  it('makes Mermaid alone fetch them', async () => {
    mermaid.initialize({ startOnLoad: false });
    await mermaid.render(
      'alone',
      `stateDiagram-v2\n classDef x background:ur;l(${origin}/alone)\n [*] --> A\n class A x`,
    );
    expect(await heard()).to.deep.equal(['/alone']);
  });

  for (const [group, sources] of Object.entries(fetching(`${origin}/fetched`))) {
    it(`fetches nothing (${group})`, async function () {
      this.timeout(60_000);
      for (const [name, source] of Object.entries(sources)) {
        const { text } = await drawn(source);
        expect(text, name).to.match(/^(<svg |DiagramError: )/);
        if (text.startsWith('<svg'))
          expect(text, name).not.to.match(/<(script|style|image|foreignObject)|\s(on\w+|style|src)="/);
      }
      expect(await heard()).to.deep.equal([]);
    });
  }

  it('is drawn without them, and says what is left out, where, and what to do', async () => {
    const sources = {
      'a picture': 'graph LR\n  A@{ img: "ADDRESS", label: "Server" } --> B',
      'an icon': 'sequenceDiagram\n  Server->>B: x\n  properties Server: {"icon": "ADDRESS"}',
      'a style': 'stateDiagram-v2\n  classDef x background:url(ADDRESS)\n  Server --> B\n  class Server x',
      'a sheet': '%%{init: {"themeCSS": "* { mask: url(ADDRESS) }"}}%%\ngraph LR\n  Server --> B',
    };
    for (const [name, source] of Object.entries(sources)) {
      const address = `${origin}/fetched`;
      const { text, notice } = await drawn(source.replace('ADDRESS', address));
      expect(text, name).to.match(/<text[^>]*>.*Server/);
      expect(notice?.message, name).to.match(
        /^leaves out what a browser would fetch: “[^“]*\/fetched\)?”.* Remove it from the source\.$/,
      );
      expect(notice?.line, name).to.equal(source.split('\n').findIndex((line) => line.includes('ADDRESS')) + 1);
    }
    expect(await heard()).to.deep.equal([]);
  });

  it('is drawn without a word where nothing is left out', async () => {
    const source =
      'graph LR\n  A["url(https://example.com/) and image(x)"] --> B\n  click A href "https://example.com/"';
    const { text, notice } = await drawn(source);
    expect(text).to.include('url(https://example.com/) and image(x)').and.include('href="https://example.com/"');
    expect(notice).to.equal(undefined);
  });

  it('leaves Mermaid fit for the next one, whatever it sets', async () => {
    const { text } = await drawn(
      '%%{init: {"theme": "base", "themeVariables": {"primaryColor": "no-colour"}}}%%\ngraph LR\n  A --> B',
    );
    expect(text).to.match(/^DiagramError: /);
    expect((await drawn('graph LR\n  A --> B')).text).to.match(/^<svg /);
  });

  it('offers no script to follow', async () => {
    const links = [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'ftp://example.com/',
    ];
    for (const link of links) {
      const { text } = await drawn(`graph LR\n  A --> B\n  click A href "${link}"`);
      expect(text.replace(/about:blank/g, ''), link).not.to.match(/href="(?!#)/);
    }
  });
});
