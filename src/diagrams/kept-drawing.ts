import { parseDrawing } from './parse.js';
import { readOutline } from './read-outline.js';
import { idPrefix } from './recall.js';

/** The most that is kept of one drawing, in characters. */
export const longest = 250_000;

let count = 0;
/** A drawing has ids for its arrow heads; no two drawings of a page may share one. */
const nextPrefix = () => `dd-d${++count}-`;
/** Ids in a text, and references to them: faster than going through every attribute. */
const ids = new RegExp(`(?<= id="|url\\(#)${idPrefix}`, 'g');

/**
 * A drawing from an earlier visit as nodes. Whatever runs on the site may have written into its storage: what is anything
 * but a drawing of ours, which says what it shows, is none.
 */
export function keptDrawing(text: string): SVGSVGElement | undefined {
  const svg = text.length <= longest && parseDrawing(text.replace(ids, nextPrefix()));
  return svg && readOutline(svg) ? svg : undefined;
}

/** Gives a drawing that has just been made ids of its own. */
export function nameIds(svg: SVGSVGElement): void {
  const prefix = nextPrefix();
  for (const node of svg.querySelectorAll('*')) {
    for (const attribute of node.attributes) {
      if (attribute.value.includes(idPrefix)) attribute.value = attribute.value.replaceAll(idPrefix, prefix);
    }
  }
}
