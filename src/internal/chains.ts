import { rootOf } from './roots.js';

export { parseArrows, parseChain, type Stage } from './chains-text.js';

/**
 * Draws a path that was read from text into the shadow root of an element, before the author's words, by the rules that a
 * list of the author's own would follow; removes it where there is none.
 */
export async function drawPath(
  host: HTMLElement,
  list: HTMLElement | undefined,
  styles: () => Promise<{ default: string }>,
): Promise<void> {
  const css = list && (await styles()).default;
  host.shadowRoot?.querySelector('ol')?.remove();
  if (!list) return;
  const root = rootOf(host);
  root.prepend(list);
  if (root.adoptedStyleSheets.length) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css!);
  root.adoptedStyleSheets = [sheet];
}
