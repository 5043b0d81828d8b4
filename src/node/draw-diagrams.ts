import { type DrawResult, drawPage } from './draw-page.js';
import { DrawingBrowser, type DrawOptions } from './drawing-browser.js';

export type { DrawFailure, DrawResult } from './draw-page.js';
export type { DrawOptions } from './drawing-browser.js';
export { DrawingBrowserError } from './start-browser.js';

/**
 * Draws every `<architecture-diagram>` of a page with an installed browser, and puts the drawings into the page, which
 * from then on needs no Mermaid. Nothing else of the page changes; drawing it again gives the same. Drawings of the
 * author's stay, and so does a diagram that cannot be drawn.
 *
 * ```js
 * import { drawDiagrams } from 'deepdive-elements/draw';
 * const { html, failures } = await drawDiagrams(page);
 * ```
 *
 * @param html a page, or a part of one
 * @throws DrawingBrowserError where there is no browser, or no puppeteer-core to steer it with
 */
export async function drawDiagrams(html: string, options?: DrawOptions): Promise<DrawResult> {
  const browser = new DrawingBrowser(options);
  try {
    return await drawPage(html, browser);
  } finally {
    await browser.close();
  }
}
