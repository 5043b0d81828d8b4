import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { percentDecoded, percentEncoded } from '../internal/percent.js';
import { everyElement } from '../unified/hast.js';
import { htmlOf, pageOf } from '../unified/page.js';
import { sanitizedSvg } from '../unified/sanitize-svg.js';
import { readWriteup, type Writeup } from '../unified/writeup.js';
import { iconsFrom } from './icons.js';
import { isDrawing } from './site/file-types.js';
import { planOf } from './site/folder.js';
import { isFile } from './site/is-file.js';
import { keepLinks } from './site/site-page.js';
import { mediaAt } from './vite-media.js';

export interface DeepdiveOptions {
  /** A folder, as seen from Vite's root: each Markdown file in it becomes a page, `docs/ledger.md` at `/docs/ledger.html`. */
  pages?: string;
  /** Keep everything that the sources have, script too: for sources that you wrote yourself. */
  trust?: boolean;
}

/** What a page imports. Vite rewrites `light-dark()` for older browsers, and then needs a sheet that sets `color-scheme`. */
const schemes = 'virtual:deepdive-schemes.css';
const script = ['deepdive-elements/deepdive.css', schemes, 'deepdive-elements']
  .map((name) => `import '${name}';`)
  .join('');

type Warn = (words: string) => void;

/**
 * Reads writeups in Vite: as modules, `import html, { frontMatter, title } from './ledger.md'`, and as pages.
 *
 * ```js
 * import deepdive from 'deepdive-elements/vite';
 * export default { plugins: [deepdive({ pages: 'docs' })] };
 * ```
 */
export default function deepdive({ pages, trust = false }: DeepdiveOptions = {}): Plugin {
  let config: ResolvedConfig;
  /** The drawings that writeups show. */
  const drawings = new Set<string>();
  const inRoot = (path: string) => join(config.root, path);
  const pathOf = (file: string) => relative(config.root, file).split(sep).join('/');

  /** The source of each page, by where the page is; both as paths in Vite's root. */
  async function sources(): Promise<Map<string, string>> {
    if (pages === undefined) return new Map();
    const folder = resolve(config.root, pages);
    const plan = await planOf(folder, resolve(config.root, config.build.outDir));
    const name = (path: string) => pathOf(join(folder, path));
    return new Map([...plan.pages].map(([path, target]) => [name(target), name(path)]));
  }

  function read(file: string, source: string, warn: Warn): Writeup {
    const page = new VFile({ path: file, value: source });
    const writeup = readWriteup(page, { trust, icons: iconsFrom(dirname(file)) });
    for (const { line = 1, column = 1, ruleId, reason } of page.messages) {
      warn(`${pathOf(file)}:${line}:${column} ${ruleId ?? 'page'} ${reason}`);
    }
    return writeup;
  }

  /**
   * Lets what a writeup shows be a file that Vite may read: it reads, and publishes, whatever stands there.
   * @param use what becomes of the address of a file
   */
  function showMedia({ content }: Writeup, path: string, warn: Warn, use: (file: string, address: string) => string) {
    const { root, publicDir, server } = config;
    const folders = { root, publicDir, allow: server.fs.allow };
    everyElement(content, ({ properties, position }) => {
      for (const name of ['src', 'poster']) {
        const written = properties[name];
        if (typeof written !== 'string') continue;
        const { address, file, refusal } = mediaAt(written, dirname(path), folders);
        if (file && isDrawing(file) && !trust) drawings.add(file);
        if (file && address) properties[name] = use(file, address);
        else if (!trust) properties[name] = address;
        if (!refusal || trust) continue;
        const { line = 1, column = 1 } = position?.start ?? {};
        warn(`${pathOf(path)}:${line}:${column} picture “${written}” is left out. ${refusal}.`);
      }
    });
  }

  async function pageFrom(path: string, warn: Warn): Promise<string> {
    const writeup = read(inRoot(path), await readFile(inRoot(path), 'utf8'), warn);
    keepLinks(writeup.content, path, (file) => isFile(inRoot(file)));
    showMedia(writeup, inRoot(path), warn, (_, address) => address);
    return pageOf(writeup, { script: { text: script } });
  }

  return {
    name: 'deepdive',

    configResolved(resolved) {
      config = resolved;
    },

    async options(options) {
      if (config.command !== 'build' || config.build.ssr || pages === undefined) return undefined;
      const { input } = options;
      const files = [...(await sources()).keys()];
      if (input && typeof input === 'object' && !Array.isArray(input)) {
        const named = files.map((path) => [path.replace(/\.html$/, ''), inRoot(path)]);
        return { ...options, input: { ...input, ...Object.fromEntries(named) } };
      }
      // Vite takes an index.html for granted where no page is named.
      const own = [input ?? []]
        .flat()
        .filter((path) => !path.endsWith('.html') || existsSync(resolve(config.root, path)));
      return { ...options, input: [...own, ...files.map(inRoot)] };
    },

    async resolveId(id) {
      if (id === schemes) return `\0${schemes}`;
      return id.endsWith('.html') && !existsSync(id) && (await sources()).has(pathOf(id)) ? id : undefined;
    },

    async load(id) {
      if (id === `\0${schemes}`) return ':root { color-scheme: light dark; }';
      const source = id.endsWith('.html') && !existsSync(id) ? (await sources()).get(pathOf(id)) : undefined;
      if (source === undefined) return undefined;
      this.addWatchFile(inRoot(source));
      return pageFrom(source, (words) => this.warn(words));
    },

    transform(code, id) {
      if (!id.endsWith('.md')) return undefined;
      const writeup = read(id, code, (words) => this.warn(words));
      const media = new Map<string, string>();
      const mark = randomUUID();
      showMedia(
        writeup,
        id,
        (words) => this.warn(words),
        (file, address) => {
          if (!media.has(file)) media.set(file, `${mark}-${media.size};`);
          return media.get(file) + /(?:#.*)?$/s.exec(address)![0];
        },
      );
      return { code: moduleOf(writeup, dirname(id), media), map: { mappings: '' }, moduleType: 'js' };
    },

    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.originalFileNames.some((name) => drawings.has(inRoot(name)))) continue;
        file.source = sanitizedSvg(
          typeof file.source === 'string' ? new TextEncoder().encode(file.source) : file.source,
        );
      }
    },

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        answer(server, request.originalUrl ?? '/').then((html) => {
          if (html === undefined) return next();
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },

    async hotUpdate({ file, modules }) {
      // A page is no module; what imports a writeup is told by Vite itself.
      if (modules.length || ![...(await sources()).values()].includes(pathOf(file))) return;
      this.environment.hot.send({ type: 'full-reload' });
    },
  };

  /** The page at an address while it is worked on: `/docs/ledger.html`, or `/docs/ledger`. */
  async function answer(server: ViteDevServer, url: string): Promise<string | undefined> {
    const [pathname = ''] = url.split(/[?#]/, 1);
    const path = percentDecoded(pathname).slice(config.base.length);
    if (/\.(?!html$)\w+$/.test(path)) return undefined;
    const all = await sources();
    const names = [path, `${path}.html`, `${path}index.html`];
    const name = names.find((one) => all.has(one) && !existsSync(inRoot(one)));
    if (name === undefined) return undefined;
    const warn = (words: string) => config.logger.warn(words);
    return server.transformIndexHtml(`${config.base}${percentEncoded(name)}`, await pageFrom(all.get(name)!, warn));
  }
}

/**
 * A writeup as a module.
 * @param media the pictures, videos and sounds beside it, and what stands for the address of each; Vite gives that
 */
function moduleOf(writeup: Writeup, folder: string, media: ReadonlyMap<string, string>): string {
  const { frontMatter, title, description } = writeup;
  const imports = [...media.keys()].map((file, index) => {
    const path = relative(folder, file).split(sep).join('/');
    return `import media${index} from ${JSON.stringify(`./${path}?url&no-inline`)};`;
  });
  let html = JSON.stringify(htmlOf(writeup));
  for (const [index, place] of [...media.values()].entries())
    html = html.replaceAll(place, `" + attribute(media${index}) + "`);
  return `${imports.join('\n')}
const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
export const html = ${html};
export const frontMatter = ${JSON.stringify(frontMatter)};
export const title = ${JSON.stringify(title)};
export const description = ${JSON.stringify(description)};
export default html;
`;
}
