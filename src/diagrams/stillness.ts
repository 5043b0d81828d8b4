/** How much the page may move for all drawings together, as Chromium reckons layout shift: https://web.dev/articles/cls */
const allowed = { first: 0.04, again: 0.005 };
let moved = 0;

/**
 * Keeps what a reader sees below a diagram where it is, when a drawing takes the place of its source: the drawing gets the
 * height that the source had, as long as the diagram is in sight. A page hardly moves by a little,
 * or where little is seen of it, so that much is let pass.
 * @param diagram the element
 * @param box around the drawing, which is shown by now
 * @param before the height of the source, in pixels
 * @param isKnown whether the drawing was made on an earlier visit
 * @param freed is told when the box has its own height again
 * @returns gives the box its own height; `undefined` where it has that
 */
export function keepStill(
  diagram: HTMLElement,
  box: HTMLElement,
  before: number,
  isKnown: boolean,
  freed: () => void,
): (() => void) | undefined {
  const { bottom } = diagram.getBoundingClientRect();
  const growth = box.offsetHeight - before;
  // Below what is seen, nobody sees it; above, browsers anchor the page's scroll.
  const isBeforeFirstFrame = !Number(document.timeline.currentTime);
  if (!growth || isBeforeFirstFrame || Math.min(bottom, bottom - growth) >= innerHeight || bottom < 0) return undefined;
  const shift = shiftOf(diagram, bottom, growth);
  const most = isKnown ? allowed.again : allowed.first;
  if (moved + shift <= most) {
    moved += shift;
    return undefined;
  }
  box.style.setProperty('--_height', `${before}px`);
  const free = () => {
    box.style.removeProperty('--_height');
    observer.disconnect();
    freed();
  };
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) free();
  });
  observer.observe(diagram);
  return free;
}

/** The share of the window that moves, times how far it moves. */
function shiftOf(diagram: Element, bottom: number, growth: number): number {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const highest = Math.min(bottom, bottom - growth);
  const share = ((height - highest) / height) * Math.min(1, diagram.clientWidth / width);
  return (share * Math.abs(growth)) / Math.max(width, height);
}
