export { parseArrows, parseChain, type Stage } from './chains-text.js';

/**
 * Draws a path that was read from text into a shadow root, before the author's words, by the rules that a list of the
 * author's own would follow; removes it where there is none.
 */
export async function drawPath(
  root: ShadowRoot,
  list: HTMLElement | undefined,
  styles: () => Promise<{ default: string }>,
): Promise<void> {
  const css = list && (await styles()).default;
  root.querySelector('ol')?.remove();
  if (!list) return;
  root.prepend(list);
  if (root.adoptedStyleSheets.length) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css!);
  root.adoptedStyleSheets = [sheet];
}
