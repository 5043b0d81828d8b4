import { expect } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { linkStylesheet, place, waitUntil } from '../helpers.js';
import { contrastsIn } from './contrast.js';

interface Sample {
  file: string;
  line: number;
  source: string;
}

// The Mermaid blocks of the Markdown files in the folder that DIAGRAMS names; see web-test-runner.config.mjs.
const { samples } = (await import('/diagram-samples.js' as string)) as { samples: Sample[] };

describe('the diagrams of DIAGRAMS', () => {
  let mermaid: Mermaid;
  const drawn = new Map<string, number>();
  const refused: string[] = [];
  let labels = 0;

  before(async () => {
    await linkStylesheet();
    localStorage.clear();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    mermaid = ((await import(bundle)) as { default: Mermaid }).default;
    ArchitectureDiagram.loadMermaid = async () => mermaid;
  });

  after(() => {
    if (!samples.length) return;
    const counts = [...drawn].map(([kind, count]) => `${kind} ${count}`).join(', ');
    console.error(`${counts}; ${labels} labels in two schemes; not drawn ${refused.length}\n${refused.join('\n')}`);
  });

  it('are only there when a folder is named', () => {
    expect(samples).to.be.an('array');
  });

  for (const { file, line, source } of samples) {
    it(`${file}:${line} draws, or reports what Mermaid reports`, async () => {
      const holder = document.createElement('pre');
      holder.textContent = source;
      const page = await place(
        `<case-study><architecture-diagram>${holder.outerHTML}</architecture-diagram></case-study>`,
      );
      const element = page.querySelector('architecture-diagram')!;
      const isSound = await mermaid.parse(source).then(
        () => true,
        () => false,
      );
      const { warn } = console;
      console.warn = () => {};
      await waitUntil(() => element.matches(':is(:state(drawn), :state(failed))'), 'an end', { timeout: 20_000 });
      console.warn = warn;
      expect(element.matches(':state(drawn)')).to.equal(isSound);
      if (!isSound) {
        refused.push(`${file}:${line} ${element.shadowRoot!.querySelector('[part=error]')!.textContent}`);
        return;
      }
      const { kind } = (await element.view)!.outline!;
      drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
      for (const scheme of ['light', 'dark']) {
        page.setAttribute('scheme', scheme);
        const contrasts = contrastsIn(element.svg!);
        labels += contrasts.length;
        expect(contrasts.filter(({ ratio }) => ratio < 4.5)).to.deep.equal([]);
      }
    });
  }
});
