import { rootOf } from './roots.js';
import { addStyles } from './styles.js';
import { whenLoaded } from './when-loaded.js';

export { parseArrows, parseChain, type Stage } from './chains-text.js';

/**
 * Draws a path that was read from text into the shadow root of an element, before the author's words, by the rules that a
 * list of the author's own would follow; removes it where there is none.
 * @returns whether it is drawn
 */
export async function drawPath(
  host: HTMLElement,
  list: HTMLElement | undefined,
  styles: () => Promise<{ default: string }>,
): Promise<boolean> {
  const css = list && (await whenLoaded(styles(), (sheet) => sheet.default));
  host.shadowRoot?.querySelector('ol')?.remove();
  if (!css) return false;
  const root = rootOf(host);
  root.prepend(list);
  addStyles(root, css);
  return true;
}
