import type { ArchitectureDiagram } from '../elements/architecture-diagram/architecture-diagram.js';

/** Space to what is around, in pixels. */
const margin = 16;

/**
 * Brings nodes of a drawn diagram into view, and the words about them: both where they fit on the screen together, else the
 * nodes. What is in view already stays where it is.
 * @param covered how much of the screen something covers at its lower end, in pixels
 */
export function bringIntoView(
  diagram: ArchitectureDiagram | undefined,
  names: readonly string[],
  words: Element,
  covered = 0,
): void {
  const nodes = names.flatMap((name) => [
    ...(diagram?.svg?.querySelectorAll(`[data-node="${CSS.escape(name)}"]`) ?? []),
  ]);
  const text = words.getBoundingClientRect();
  const part = nodes.length ? around(nodes) : text;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const box = nodes.length ? diagram?.shadowRoot?.querySelector('[part="drawing"]') : undefined;
  const frame = box?.getBoundingClientRect() ?? part;
  const left = box ? distance(part.left, part.right, frame.left, frame.right) : 0;
  const inner = box ? distance(part.top, part.bottom, frame.top, frame.bottom) : 0;
  if (left || inner) box?.scrollBy({ left, top: inner, behavior });

  const [above, below] = [part.top - inner, part.bottom - inner];
  const from = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const to = innerHeight - covered;
  const areSeen = above >= from && below <= to;
  if (areSeen && text.top >= from && text.bottom <= to) return;
  const [start, end] = [Math.min(above, text.top), Math.max(below, text.bottom)];
  if (end - start + 2 * margin <= to - from) {
    scrollerOf(words).scrollBy({ top: distance(start, end, from, to), behavior });
  } else if (!areSeen) {
    void diagram?.view.then((view) => view?.scrollTo(names));
  }
}

/** The smallest rectangle that holds all of some elements. */
function around(elements: Element[]): { left: number; right: number; top: number; bottom: number } {
  const all = elements.map((element) => element.getBoundingClientRect());
  return {
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  };
}

/** How far to scroll for a stretch to lie in a frame; its start counts where it is too long. */
function distance(start: number, end: number, from: number, to: number): number {
  if (start >= from && end <= to) return 0;
  const up = start - from - margin;
  return up < 0 ? up : Math.max(0, Math.min(end - to + margin, up));
}

/** What scrolls an element: a box around it, or the page. */
function scrollerOf(element: Element): Element {
  for (let at = parentOf(element); at && at !== document.body; at = parentOf(at)) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  ((element.getRootNode() as ShadowRoot).host as Element | undefined) ??
  null;
