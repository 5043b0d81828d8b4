import type { Mermaid } from 'mermaid';
import { themed, themeVariables } from './theme.js';

/** Where a source could not be parsed: Mermaid's words, and the line (from 1) where they name one. */
export class DiagramError extends Error {
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

let mermaid: Promise<Mermaid> | undefined;
let turn: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * Draws a diagram. Drawings wait for each other, and between two of them the browser may handle input.
 * @param source Mermaid source
 * @param font what labels are measured in and drawn with, as a CSS `font-family`
 * @param load imports Mermaid, for the first drawing
 * @returns the `<svg>`, its colours custom properties, and its style rules apart from it
 * @throws DiagramError where Mermaid cannot parse the source; whatever `load` throws
 */
export function draw(
  source: string,
  font: string,
  load: () => Promise<Mermaid>,
): Promise<{ svg: SVGSVGElement; css: string }> {
  const drawing = turn.then(async () => {
    mermaid ??= load();
    // A load that failed may be tried again.
    mermaid.catch(() => {
      mermaid = undefined;
    });
    const api = await mermaid;
    await document.fonts.ready;
    api.initialize({
      startOnLoad: false,
      suppressErrorRendering: true,
      theme: 'base',
      themeVariables: { ...themeVariables, fontFamily: font, fontSize: '15px' },
      fontFamily: font,
      htmlLabels: false,
      layout: 'dagre',
      flowchart: { htmlLabels: false, nodeSpacing: 36, rankSpacing: 44, padding: 12, curve: 'basis' },
    });
    try {
      const { svg } = await api.render(`dd-diagram-${++count}`, source);
      return parse(themed(svg));
    } catch (error) {
      throw describe(error);
    }
  });
  turn = drawing.catch(() => {}).then(() => new Promise((resolve) => setTimeout(resolve)));
  return drawing;
}

function parse(text: string): { svg: SVGSVGElement; css: string } {
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
  if (!svg) throw new DiagramError('Mermaid returned no drawing.');
  const styles = [...svg.querySelectorAll('style')];
  const css = styles.map((style) => style.textContent).join('\n');
  for (const style of styles) style.remove();
  return { svg: document.importNode(svg, true), css };
}

function describe(error: unknown): DiagramError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /\bline (\d+)/.exec(message)?.[1];
  // The first line says where, the last what was expected; the source between them stands beside the message anyway.
  const lines = message.split('\n').filter((part) => part.trim());
  const words = lines.length > 1 ? `${lines[0]} ${lines.at(-1)}` : message;
  return new DiagramError(words.length > 300 ? `${words.slice(0, 300)}…` : words, line ? Number(line) : undefined);
}
