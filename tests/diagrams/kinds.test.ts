import { expect } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { accessibilityProblems, linkStylesheet, place, waitUntil } from '../helpers.js';
import { contrastsIn } from './contrast.js';
import { kinds } from './kinds.js';

const escaped = (source: string) => source.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('every kind of Mermaid diagram', () => {
  before(async () => {
    await linkStylesheet();
    localStorage.clear();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });

  for (const [kind, source] of Object.entries(kinds)) {
    it(`${kind}: draws, legible in both schemes, accessible, and as text`, async () => {
      const page = await place(
        `<case-study><h2>${kind}</h2><architecture-diagram><pre>${escaped(source)}</pre></architecture-diagram></case-study>`,
      );
      const element = page.querySelector('architecture-diagram')!;
      await waitUntil(() => element.svg, 'drawn', { timeout: 15_000 });
      const svg = element.svg!;

      // A strict content security policy refuses both, and a page's own rules would reach classes.
      expect(svg.querySelector('style, [style], [class], foreignObject, script')).to.equal(null);
      const ids = [...svg.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const node of svg.querySelectorAll('*')) {
        for (const { value } of node.attributes) {
          for (const [, id] of value.matchAll(/url\(#([^)]*)\)/g)) expect(ids).to.include(id);
        }
      }

      page.setAttribute('scheme', 'light');
      const light = contrastsIn(svg);
      page.setAttribute('scheme', 'dark');
      const dark = contrastsIn(svg);
      expect(light.length).to.be.above(1);
      expect([...light, ...dark].filter(({ ratio }) => ratio < 4.5)).to.deep.equal([]);

      expect(await accessibilityProblems(element)).to.deep.equal([]);

      const { outline } = (await element.view)!;
      const told = squeezed(JSON.stringify(outline));
      const untold = [...svg.querySelectorAll('text')]
        .map(({ textContent }) => textContent!.trim().replace(/^<<|>>$/g, ''))
        .filter((text) => /\p{L}{3,}/u.test(text))
        // A class tells its members in the order of the source.
        .filter((text) => !told.includes(squeezed(JSON.stringify(squeezed(text)).slice(1, -1))));
      if (outline?.words || kind === 'requirement') expect(untold).to.deep.equal([]);
    });
  }
});
