import { parseDrawing } from './parse.js';
import { readOutline } from './read-outline.js';
import { idPrefix } from './recall.js';

/** The most that is kept of one drawing, in characters. */
export const longest = 250_000;

let count = 0;

/**
 * A drawing from an earlier visit as nodes. Whatever runs on the site may have written into its storage: what is anything
 * but a drawing of ours, which says what it shows, is none.
 */
export function keptDrawing(text: string): SVGSVGElement | undefined {
  const svg = text.length <= longest && parseDrawing(text);
  if (!svg || !readOutline(svg)) return undefined;
  nameIds(svg);
  return svg;
}

/** A drawing has ids for its arrow heads; no two drawings of a page may share one. */
export function nameIds(svg: SVGSVGElement): void {
  const prefix = `dd-d${++count}-`;
  for (const node of svg.querySelectorAll('*')) {
    for (const attribute of node.attributes) {
      if (attribute.value.includes(idPrefix)) attribute.value = attribute.value.replaceAll(idPrefix, prefix);
    }
  }
}
