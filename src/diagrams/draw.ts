import type { Mermaid } from 'mermaid';
import { themed, themeVariables } from './theme.js';

/** A source that Mermaid cannot draw: why, and how to mend it. */
export class DiagramError extends Error {
  override readonly name = 'DiagramError';
}

let mermaid: Promise<Mermaid> | undefined;
let turn: Promise<unknown> = Promise.resolve();
let count = 0;

/**
 * Draws a diagram. Drawings wait for each other, and between two of them the browser may handle input.
 * @param source Mermaid source
 * @param font what labels are measured in and drawn with, as a CSS `font-family`
 * @param load imports Mermaid, for the first drawing
 * @returns the `<svg>`, its colours custom properties and its natural width in `--_width`, and its rules apart from it
 * @throws DiagramError where Mermaid cannot parse the source; whatever `load` throws
 */
export function draw(
  source: string,
  font: string,
  load: () => Promise<Mermaid>,
): Promise<{ svg: SVGSVGElement; css: string }> {
  const drawing = turn.then(async () => {
    mermaid ??= load().catch((error) => {
      mermaid = undefined; // so that it can be tried again
      throw error;
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
      look: 'classic',
      flowchart: { nodeSpacing: 36, rankSpacing: 44, padding: 12, subGraphTitleMargin: { top: 2, bottom: 8 } },
    });
    try {
      const id = `dd-diagram-${++count}`;
      const { svg } = await api.render(id, source);
      return parse(themed(svg), id);
    } catch (error) {
      throw describe(error);
    }
  });
  turn = drawing.catch(() => {}).then(() => new Promise((resolve) => setTimeout(resolve)));
  return drawing;
}

function parse(text: string, id: string): { svg: SVGSVGElement; css: string } {
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
  if (!svg) throw new DiagramError('Mermaid returned no drawing.');
  const styles = [...svg.querySelectorAll('style')];
  for (const style of styles) style.remove();
  for (const group of svg.querySelectorAll('.cluster')) moveLabelAside(group);
  // Mermaid measures the SVG text of a state too wide and so puts it too far to the left.
  for (const label of svg.querySelectorAll('.statediagram-state > .label')) {
    const [, y] = /,\s*([-\d.]+)/.exec(label.getAttribute('transform') ?? '') ?? [];
    label.setAttribute('transform', `translate(0, ${y ?? 0})`);
  }
  for (const node of svg.querySelectorAll<SVGGElement>('.node, .cluster')) keepLabelReadable(node);
  const { width, height } = svg.viewBox.baseVal;
  svg.removeAttribute('style');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.setProperty('--_width', `${width}px`);
  // The box around it has the name; until there is a text twin, the source tells what is in it.
  svg.setAttribute('aria-hidden', 'true');
  const rules = [...styles.map((style) => style.textContent), ownRules(id)];
  return { svg: document.importNode(svg, true), css: rules.join('\n') };
}

/** A group's label stands in its corner, where connections into the group do not run through it. */
function moveLabelAside(group: Element): void {
  const box = group.querySelector(':scope > rect');
  const label = group.querySelector(':scope > .cluster-label');
  if (!box || !label) return;
  label.setAttribute(
    'transform',
    `translate(${Number(box.getAttribute('x')) + 10}, ${Number(box.getAttribute('y')) + 4})`,
  );
}

/** An author's fill stays as it is in both schemes, and so does the label on it: black or white, whichever reads better. */
function keepLabelReadable(node: SVGGElement): void {
  const shape = [...node.querySelectorAll<SVGElement>('rect, path, circle, ellipse, polygon')].find(
    ({ style }) => style.fill && style.fill !== 'none',
  );
  if (!shape) return;
  const colour = labelColourOn(shape.style.fill);
  for (const text of node.querySelectorAll<SVGElement>('text')) {
    if (colour && !text.style.fill && !text.style.color) text.style.fill = colour;
  }
}

let context: CanvasRenderingContext2D | null | undefined;

/** Black or white, by relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function labelColourOn(fill: string): string | undefined {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context || !CSS.supports('color', fill)) return undefined;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = fill;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  // Above this luminance black has the better contrast: (L + 0.05)² = 1.05 × 0.05.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

const ownRules = (id: string) => `
#${id} :is(.cluster, .node) rect { rx: 4px; }
#${id} .cluster-label text { fill: color-mix(in srgb, var(--_text) 75%, transparent); font-size: 13px; }
#${id} .statediagram-state > .label text { text-anchor: middle; }
#${id} .edgeLabel rect { opacity: 1; }
#${id} [fill='white'] { fill: var(--_surface); }`;

/** Mermaid's message as a sentence with the fix: most sources that fail lack quotes around a label. */
function describe(error: unknown): DiagramError {
  const message = error instanceof Error ? error.message : String(error);
  // "Parse error on line 3:", the source up to the place, a line that points there, and the tokens that were expected.
  const [, line, excerpt] = /^\w+ error on line (\d+):[^\n]*\n(.*)\n/.exec(message) ?? [];
  if (!line) return new DiagramError(message.length > 300 ? `${message.slice(0, 300)}…` : message);
  return new DiagramError(
    `Line ${line} cannot be read, near “${excerpt?.trim()}”. If a label there holds brackets or quotes or starts with a ` +
      'slash, put it in double quotes: A["label (with brackets)"].',
  );
}
