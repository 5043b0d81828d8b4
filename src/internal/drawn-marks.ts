/** Marks that stand in the page; the stylesheet draws its own in place of the emoji. */
const highlight = typeof Highlight === 'undefined' ? undefined : new Highlight();
const drawn = new WeakMap<Element, Range[]>();

/**
 * Hides the pictures of emoji, in whose place the stylesheet draws marks: loaded with the first of them. The emoji stay in
 * the text, to be read out, copied and searched for.
 * @param marked cells, and how long the emoji is that each begins with; none, to forget those inside `host`
 */
export function drawMarks(host: Element, marked: readonly [HTMLElement, number][] = []): void {
  for (const range of drawn.get(host) ?? []) highlight?.delete(range);
  const ranges = marked.flatMap(([cell, length]) => emojiOf(cell, length));
  drawn.set(host, ranges);
  // In forced colours Chromium paints one without a rule, too, as if it were selected.
  if (!highlight || !ranges.length || matchMedia('(forced-colors: active)').matches) return;
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set('dd-mark', highlight);
}

/**
 * Makes the marks inside of `host` as large as the narrowest emoji before words has room for: as many fonts as there are,
 * as wide it may be, and where there is none, a box stands for it.
 * @param box what the cells inherit from
 */
export function fitMarks(host: Element, box: HTMLElement): void {
  const beforeWords = (drawn.get(host) ?? []).filter(({ startContainer }) =>
    startContainer.parentElement!.closest('[data-name=""]'),
  );
  // What is not shown has no width.
  const rooms = beforeWords.map((range) => range.getBoundingClientRect().width || 99);
  // A margin of 0.1em, 16 pixels, and one to spare.
  const scale = (Math.min(18.5, ...rooms) - 2.5) / 16;
  box.style.setProperty('--_mark', String(Math.max(0, scale)));
}

/** With the space that follows. */
function emojiOf(cell: HTMLElement, length: number): Range[] {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let text = walker.nextNode() as Text | null;
  while (text && !text.data.trim()) text = walker.nextNode() as Text | null;
  if (!text) return [];
  const range = document.createRange();
  const start = text.data.search(/\S/);
  const words = text.data.slice(start + length).search(/\S/);
  range.setStart(text, start);
  range.setEnd(text, words < 0 ? text.length : start + length + words);
  return [range];
}
