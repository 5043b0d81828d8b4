import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { everyElement } from '../unified/hast.js';
import { htmlOf, pageOf } from '../unified/page.js';
import { readWriteup, type Writeup } from '../unified/writeup.js';
import { iconsFrom } from './icons.js';
import { planOf } from './site/folder.js';
import { keepLinks } from './site/site-page.js';

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

  async function pageFrom(path: string, warn: Warn): Promise<string> {
    const writeup = read(inRoot(path), await readFile(inRoot(path), 'utf8'), warn);
    const has = (file: string) => statSync(inRoot(file), { throwIfNoEntry: false })?.isFile() ?? false;
    keepLinks(writeup.content, path, has);
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
      return { code: moduleOf(writeup, dirname(id)), map: { mappings: '' }, moduleType: 'js' };
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
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(config.base.length);
    if (/\.(?!html$)\w+$/.test(path)) return undefined;
    const all = await sources();
    const names = [path, `${path}.html`, `${path}index.html`];
    const name = names.find((one) => all.has(one) && !existsSync(inRoot(one)));
    if (name === undefined) return undefined;
    const warn = (words: string) => config.logger.warn(words);
    return server.transformIndexHtml(`${config.base}${name}`, await pageFrom(all.get(name)!, warn));
  }
}

/** A writeup as a module. Pictures beside it are imported, so that they come along. */
function moduleOf({ content, frontMatter, title, description }: Writeup, folder: string): string {
  const pictures: string[] = [];
  everyElement(content, ({ tagName, properties }) => {
    const { src } = properties;
    if (tagName !== 'img' || typeof src !== 'string' || !/^[\w.-]/.test(src) || /^[a-z]+:/i.test(src)) return;
    if (!existsSync(join(folder, decodeURI(src)))) return;
    properties['src'] = `deepdive-picture:${pictures.length};`;
    pictures.push(`./${decodeURI(src)}`);
  });
  const imports = pictures.map((path, index) => `import picture${index} from ${JSON.stringify(path)};`);
  const html = JSON.stringify(htmlOf(content)).replace(/deepdive-picture:(\d+);/g, (all, index) =>
    index in pictures ? `" + picture${index} + "` : all,
  );
  return `${imports.join('\n')}
export const html = ${html};
export const frontMatter = ${JSON.stringify(frontMatter)};
export const title = ${JSON.stringify(title)};
export const description = ${JSON.stringify(description)};
export default html;
`;
}
