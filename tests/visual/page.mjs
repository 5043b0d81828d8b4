import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { withLocalFiles } from '../local.mjs';

/**
 * The pictures: one page, five ways. `print` is the page as it is laid out for paper, on a screen as wide as what A4
 * leaves between margins of a centimetre and a half.
 */
export const pictures = [
  { name: 'light', width: 1280, scheme: 'light' },
  { name: 'dark', width: 1280, scheme: 'dark' },
  { name: 'narrow', width: 360, scheme: 'light' },
  { name: 'rtl', width: 1280, scheme: 'light', direction: 'rtl' },
  { name: 'print', width: 680, scheme: 'light', isPrint: true },
];

const font = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
/** The same letters on every machine, and nothing that moves by itself. */
const still = `<style>
  @font-face { font-family: Picture; src: url(/${font}); font-weight: 100 900; }
  :root { --dd-font: Picture; --dd-font-mono: Picture; --dd-duration: 0ms; font-family: Picture; }
  *, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
  ::-webkit-scrollbar { display: none; }
  :root { scrollbar-width: none; }
  architecture-diagram::part(drawing) { scrollbar-width: none; }
</style>`;

/** Print rules, for an engine that cannot be told to take the page for paper: what is meant for a screen is out of reach. */
const asPaper = (css) =>
  css.replaceAll(/@media\s*print\b/g, '@media all').replaceAll(/@media\s*screen\b/g, '@media not all');

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

/** Serves the project, and the page of a picture at `/picture/<name>/…`. */
export async function serve() {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const [, name, path] = /^\/picture\/([\w-]+)(\/.*)$/.exec(pathname) ?? [undefined, undefined, pathname];
    try {
      const file = await readFile(`.${path}`);
      const picture = pictures.find((one) => one.name === name);
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(adapted(file, path, picture));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    addressOf: ({ name }, page) => `http://127.0.0.1:${server.address().port}/picture/${name}/${page}`,
    close: () => server.close(),
  };
}

function adapted(file, path, picture) {
  if (!picture) return file;
  const { scheme, direction = 'ltr', isPrint } = picture;
  // What elements draw has its rules in the script.
  if (/\.(css|js)$/.test(path) && isPrint) return asPaper(String(file));
  if (!path.endsWith('.html')) return file;
  return withLocalFiles(String(file))
    .replace('<html', `<html dir="${direction}"`)
    .replace('content="light dark"', `content="${scheme}"`)
    .replace('</head>', `${still}</head>`);
}

/** Runs in the page: ends when all that is drawn is drawn, with what has to be known for a picture. */
export async function settle() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await document.fonts.load('16px Picture');
  await document.fonts.ready;
  const elements = [...document.querySelectorAll(':defined')].filter(({ localName }) => localName.includes('-'));
  for (const element of elements) await element.updateComplete;
  for (const diagram of document.querySelectorAll('architecture-diagram')) {
    if (diagram.matches(':state(drawn)')) continue;
    const loaded = new Promise((resolve, reject) => {
      diagram.addEventListener('load', resolve, { once: true });
      diagram.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    });
    diagram.draw();
    await loaded;
  }
  // What keeps the place of a drawing is for a reader who looks on; it goes when the diagram has been out of sight.
  for (const diagram of document.querySelectorAll('architecture-diagram'))
    diagram.shadowRoot.querySelector('[part=drawing]')?.style.removeProperty('--_height');
  // The buttons of tables come when those are near, and all of them with the Tab key.
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  for (const element of elements) await element.updateComplete;
  for (let time = 0; time < 3; time++) await frame();
  scrollTo(0, 0);
  return document.documentElement.scrollHeight;
}
