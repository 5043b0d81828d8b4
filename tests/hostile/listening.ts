import { expect, nextFrame } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { draw } from '../../src/diagrams/draw.js';
import type { Notice } from '../../src/diagrams/faults.js';

export const { origin } = (await (await fetch('/listener.json')).json()) as { origin: string };
const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
export const { default: mermaid } = (await import(bundle)) as { default: Mermaid };

/** What has been asked of the listener, and of this site, since it was last asked for. */
export async function heard(): Promise<string[]> {
  // Styles are computed, and what they name is asked for.
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  const asked: string[] = await (await fetch(`${origin}/heard`)).json();
  const own = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/own.png'));
  performance.clearResourceTimings();
  return [...asked, ...own.map(({ name }) => name)];
}

export async function drawn(source: string): Promise<{ text: string; notice?: Notice }> {
  let notice: Notice | undefined;
  const settings = { font: 'sans-serif', layout: 'dagre', repair: false, load: async () => mermaid };
  const tell = (one: Notice) => {
    notice = one;
  };
  const text = await draw(source, { ...settings, tell }).catch((error: Error) => `${error.name}: ${error.message}`);
  return { text: text ?? '', ...(notice && { notice }) };
}

/** Draws sources in one test a group, and expects that nothing is fetched. */
export function fetchNothing(groups: Record<string, Record<string, string>>): void {
  for (const [group, sources] of Object.entries(groups)) {
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
}
