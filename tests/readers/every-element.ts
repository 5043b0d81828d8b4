import { openFrame } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

/** A page with every element: the template's, and behind its sections what the template does not have. */
export async function openEveryElement(size: { width: number; height: number }) {
  const url = '/stories/starter/index.html';
  const [template, more] = await Promise.all(
    [url, '/tests/readers/more-elements.html'].map(async (path) => (await fetch(path)).text()),
  );
  const markup = template!
    .replace(
      '<head>',
      `<head><base href="${new URL(url, location.href)}"><style>html { scrollbar-width: none }</style>`,
    )
    .replace('</case-study>', () => `${more}</case-study>`);
  const frame = await openFrame({ markup }, size);
  const page = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis;
  await waitUntil(() => view.customElements.get('law-table'), 'the script');
  await settled(page);
  return { frame, page, view, study: page.querySelector('case-study')! };
}
