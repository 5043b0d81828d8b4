import { expect } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, waitUntil } from '../helpers.js';

/** Blocks of a sequence as Mermaid writes them: how each begins, what may divide it, and what it is called. */
const blocks: Record<string, { start: string; next?: string; word: string }> = {
  loop: { start: 'loop hourly', word: 'loop' },
  alt: { start: 'alt in stock', next: 'else sold out', word: 'if' },
  opt: { start: 'opt gift', word: 'optionally' },
  par: { start: 'par mail', next: 'and ledger', word: 'atTheSameTime' },
  critical: { start: 'critical pay', next: 'option timeout', word: 'criticalPart' },
  break: { start: 'break no answer', word: 'breakOff' },
};

describe('the outline of a sequence', () => {
  before(async () => {
    await linkStylesheet();
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });

  for (const [name, { start, next, word }] of Object.entries(blocks)) {
    itOnce(`goes on after a block of the kind ${name} where it was before`, async () => {
      const lines = [
        'A->>B: before',
        start,
        'A->>B: inside',
        ...(next ? [next, 'A->>B: beside'] : []),
        'end',
        'A->>B: after',
      ];
      const element = (await place(
        `<architecture-diagram><pre>sequenceDiagram\n${lines.join('\n').replaceAll('>', '&gt;')}</pre></architecture-diagram>`,
      )) as ArchitectureDiagram;
      await waitUntil(() => element.svg, 'drawn', { timeout: 15_000 });
      const { outline } = (await element.view)!;
      const steps = outline!.steps!.map(
        ({ depth, text, block }) => `${depth} ${block ?? text.replace('A to B: ', '')}`,
      );
      expect(steps[1]).to.equal(`0 ${word}`);
      expect(steps.filter((step) => /before|inside|beside|after/.test(step))).to.deep.equal([
        '0 before',
        '1 inside',
        ...(next ? ['1 beside'] : []),
        '0 after',
      ]);
    });
  }
});
