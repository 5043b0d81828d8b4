import { expect } from '@open-wc/testing';
import { waitUntil } from '../helpers.js';
import { settings } from './fetching.js';
import { drawn, fetchNothing, heard, mermaid, origin } from './listening.js';

describe('a diagram whose source names addresses', () => {
  before(heard);

  it('makes Mermaid alone fetch them', async () => {
    mermaid.initialize({ startOnLoad: false });
    await mermaid.render(
      'alone',
      `stateDiagram-v2\n classDef x background:ur;l(${origin}/alone)\n [*] --> A\n class A x`,
    );
    const asked: string[] = [];
    await waitUntil(async () => asked.push(...(await heard())), 'the request', { timeout: 10_000 });
    expect(asked).to.deep.equal(['/alone']);
  });

  fetchNothing(settings(`${origin}/fetched`));

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
