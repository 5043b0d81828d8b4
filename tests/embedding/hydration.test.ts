/** Pages that a server has rendered and a framework takes over, with the elements there before it and after it. */
import { expect, nextFrame } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { removePlaced, settled, waitUntil } from '../helpers.js';
import { describeNode } from '../upgrade.js';
import { files, type Story, show } from './morphed-pages.js';

type Tree = string | { tag: string; attributes: Record<string, string>; children: Tree[] };
interface Framework {
  render(tree: Tree): string | Promise<string>;
  hydrate(place: Element, tree: Tree): { recovered: string[] };
}
interface View extends Window {
  said: string[];
  load(path: string): Promise<unknown>;
}

const library = '/dist/cdn/deepdive.js';

/** Markup as an author of components writes it: without white space between tags. */
function treeOf(node: Node): Tree[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.textContent!;
    if (/^\s*$/.test(text) && text.includes('\n')) return [];
    const isVerbatim = (node.parentNode as Element).closest?.('pre');
    return [isVerbatim ? text.replace(/^\n/, '') : text.replace(/\s+/g, ' ')];
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const { localName, attributes, childNodes } = node as Element;
  // Of which each framework writes the text in a way of its own.
  if (localName === 'style') return [];
  return [
    {
      tag: localName,
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      children: [...childNodes].flatMap(treeOf),
    },
  ];
}

function nodesOf(root: Node): Node[] {
  const walker = root.ownerDocument!.createTreeWalker(root);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

async function open(content: string) {
  const { contentDocument: page, contentWindow } = await openFrame({
    markup: `<!doctype html><html lang="en"><link rel="stylesheet" href="/dist/deepdive.css">
      <script type="module">
        window.said = [];
        window.load = (path) => import(path);
        for (const name of ['warn', 'error'])
          console[name] = (...words) => said.push(words.map((word) => word?.stack ?? String(word)).join(' '));
        onerror = onunhandledrejection = ({ reason, message }) => said.push(String(reason ?? message));
      </script><body><div id="root">${content}</div></body>`,
  });
  const view = contentWindow as unknown as View;
  await waitUntil(() => view.load, 'the page');
  return { page: page!, view, place: page!.getElementById('root')! };
}

/** What the HTML says of each node, but of drawings, which come when they do. */
const attributesOf = (place: Element) =>
  Array.from(place.querySelectorAll<HTMLElement>('*:not(architecture-diagram *)'), ({ localName, attributes, style }) =>
    // Each framework writes the rules of a `style` with space of its own.
    [
      localName,
      ...Array.from(attributes, ({ name, value }) => `${name}="${name === 'style' ? style.cssText : value}"`).sort(),
    ].join(' '),
  );

/** What the elements say of the content is no matter here: data as a property comes later than the page. */
const ofElements = /^<[a-z]+-[a-z]+> /;

async function calm(page: Document): Promise<void> {
  await settled(page);
  await nextFrame();
  await nextFrame();
  await settled(page);
}

type Start = (opened: Awaited<ReturnType<typeof open>>, hydrate: () => unknown) => Promise<void>;

const orders: Record<string, Start> = {
  'before it': async ({ view, page }, hydrate) => {
    await view.load(library);
    await calm(page);
    await hydrate();
  },
  'at the same time': async ({ view }, hydrate) => {
    await Promise.all([view.load(library), hydrate()]);
  },
  'after it': async ({ view }, hydrate) => {
    await hydrate();
    await nextFrame();
    await view.load(library);
  },
};

describe('a page that a framework takes over', function () {
  this.timeout(60_000);
  /** Every story. */
  const tree = { tag: 'main', attributes: {}, children: [] as Tree[] } satisfies Tree;
  before(async () => {
    const last: Tree[] = [];
    for (const { default: meta, ...stories } of Object.values(files))
      for (const [name, story] of Object.entries(stories as Record<string, Story>)) {
        const { html } = await show(meta, story);
        removePlaced();
        const holder = document.createElement('template');
        holder.innerHTML = html;
        const children = [...holder.content.childNodes].flatMap(treeOf);
        const section = { tag: 'section', attributes: { title: `${meta.title}: ${name}` }, children };
        // What would be drawn here is out of sight; what an author has drawn is in sight.
        if (holder.content.querySelector('architecture-diagram > svg')) tree.children.unshift(section);
        else if (holder.content.querySelector('architecture-diagram')) last.push(section);
        else tree.children.push(section);
      }
    tree.children.push(...last);
  });

  /** What a framework has told, which nodes it has not kept, and what the page says in the end. */
  async function takeOver(path: string, html: string, tree: Tree, start: Start) {
    const opened = await open(html);
    const { page, view, place } = opened;
    const { hydrate } = (await view.load(path)) as Framework;
    const nodes = nodesOf(place);
    let recovered: string[] = [];
    await start(opened, () => {
      ({ recovered } = hydrate(place, tree));
    });
    await calm(page);
    const isWritten = (node: Node) => node.nodeType === Node.ELEMENT_NODE || node.textContent!.trim();
    return {
      said: () => [...view.said, ...recovered].filter((words) => !ofElements.test(words)).join('\n\n'),
      lost: () => nodes.filter((node) => isWritten(node) && !place.contains(node)).map(describeNode),
      place,
      page,
    };
  }

  /** The elements have written all again as soon as React is done with what is around them. */
  async function says(place: Element, wanted: string[]) {
    await waitUntil(() => String(attributesOf(place)) === String(wanted), 'the page').catch(() => {});
    expect(attributesOf(place)).to.deep.equal(wanted);
  }

  /** What a server sends, and what it says once the elements are there, without a framework. */
  async function serve(path: string, tree: Tree) {
    const html = await ((await (await open('')).view.load(path)) as Framework).render(tree);
    const { page, view, place } = await open(html);
    await view.load(library);
    await calm(page);
    return { html, wanted: attributesOf(place) };
  }

  for (const framework of ['react', 'vue', 'svelte'])
    for (const mode of ['production', 'development']) {
      const path = `/hydration/${framework}.${mode}.js`;
      let served: Awaited<ReturnType<typeof serve>> | undefined;
      // React alone takes a page over piece by piece, and so in the midst of what the elements do.
      const isReact = framework === 'react';

      for (const [order, start] of Object.entries(orders).filter(([order]) => isReact || order !== 'at the same time'))
        it(`keeps each node, with no word: ${framework} in ${mode}, elements ${order}`, async () => {
          served ??= await serve(path, tree);
          const { said, lost, place } = await takeOver(path, served.html, tree, start);
          expect(said()).to.equal('');
          expect(lost()).to.deep.equal([]);
          await says(place, served.wanted);
        });
    }

  for (const mode of ['production', 'development']) {
    const path = `/hydration/react.${mode}.js`;
    const tag = (name: string, ...children: Tree[]): Tree => ({ tag: name, attributes: {}, children });
    const table = tag('law-table', tag('table', tag('tbody', tag('tr', tag('td', 'Correlated failure')))));

    it(`keeps each node of a part that is taken over later: React in ${mode}`, async () => {
      const late = tag('main', table, tag('late-part', tag('case-study', tag('h2', 'Laws'), table)));
      const { html, wanted } = await serve(path, late);
      const { said, lost, place, page } = await takeOver(path, html, late, orders['before it']!);
      const heading = place.querySelector('h2')!;
      await waitUntil(() => Object.keys(heading).some((key) => key.startsWith('__react')), 'taken over');
      await calm(page);
      expect(said()).to.equal('');
      expect(lost()).to.deep.equal([]);
      await says(place, wanted);
    });

    it(`lets elements be that React has not made: React in ${mode}`, async () => {
      const html = '<law-table><table><tbody><tr><td>Correlated failure</td></tr></tbody></table></law-table>';
      const made = (name: string): Tree => ({ tag: name, attributes: { html }, children: [] });
      const page = tag('main', tag('case-study', made('div'), table), made('case-study'));
      const served = await serve(path, page);
      for (const start of Object.values(orders)) {
        const { said, place } = await takeOver(path, served.html, page, start);
        expect(said()).to.equal('');
        await says(place, served.wanted);
      }
    });
  }
});
