import { render, html as serverHtml } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderLight } from '@lit-labs/ssr-client/directives/render-light.js';
import { html } from 'lit';
import '../../dist/define.js';
import { DeepdiveElementRenderer } from '../../dist/ssr.js';
import { examples } from './examples.mjs';
import { template, values } from './page.mjs';

export { html, renderLight };

export const renderToString = (result, elementRenderers = [DeepdiveElementRenderer]) =>
  collectResult(render(result, { elementRenderers }));

/** Renders markup as if it stood in a template. */
export function renderMarkup(markup, elementRenderers) {
  const strings = [markup];
  return renderToString(serverHtml(Object.assign(strings, { raw: strings })), elementRenderers);
}

/** What the tests in the browser open: every example, before and after, and a page for Lit to take over. */
export async function servedPages() {
  const isDrawn = ({ markup }) => markup.includes('<architecture-diagram');
  // Diagrams at the end, out of sight.
  const all = examples().sort((a, b) => isDrawn(a) - isDrawn(b));
  const written = all.map(({ tag, markup }) => `<section data-example="${tag}">${markup}</section>`).join('\n');
  return {
    tags: all.map(({ tag }) => tag),
    written,
    served: await renderMarkup(written),
    hydratable: await renderToString(template(html, renderLight, values)),
  };
}
