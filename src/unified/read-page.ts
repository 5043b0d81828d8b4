import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { FrontMatter } from './front-matter.js';
import { hasClass } from './hast.js';
import { withoutMade } from './made.js';
import { contentOf } from './page-content.js';

/** What a page of HTML is about. */
export interface Page {
  content: Root;
  frontMatter: FrontMatter;
  /** What it is called where neither front matter nor a heading says so. */
  title?: string;
}

/** What MkDocs Material adds to a page that its author did not write. */
const materials = ['headerlink', 'md-content__button', 'md-source-file', 'md-feedback', 'md-tags'];

/** Reads a page: one that this library has written, one that MkDocs Material has, or any other. */
export function readPage(page: Root): Page {
  const content: Root = { type: 'root', children: contentOf(page) };
  const block = find(page, ({ tagName, properties }) => tagName === 'script' && 'dataFrontMatter' in properties);
  if (block) {
    withoutMade(content);
    withoutFurniture(content, ['site-home']);
    return { content, frontMatter: parse(textOf(block)), title: titleOf(page) };
  }
  const frontMatter = headOf(page);
  withoutFurniture(content, materials);
  return { content, frontMatter };
}

function parse(json: string): FrontMatter {
  try {
    const data: unknown = JSON.parse(json);
    return data && typeof data === 'object' && !Array.isArray(data) ? (data as FrontMatter) : {};
  } catch {
    return {};
  }
}

/** What a page's head says of it, as an author would have written it above the page. */
function headOf(page: Root): FrontMatter {
  const attribute = (test: (element: Element) => boolean, name: string) => find(page, test)?.properties[name];
  const tags = find(page, (element) => hasClass(element, 'md-tags'));
  const all: FrontMatter = {
    title: titleOf(page),
    description: attribute(({ properties }) => properties['name'] === 'description', 'content'),
    lang: attribute(({ tagName }) => tagName === 'html', 'lang'),
    canonical: attribute(({ properties }) => String(properties['rel']) === 'canonical', 'href'),
    tags:
      tags &&
      textOf(tags)
        .split('\n')
        .map((tag) => tag.trim())
        .filter(Boolean),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** The page's title, without the name of the site that MkDocs Material writes behind it. */
function titleOf(page: Root): string | undefined {
  const element = find(page, ({ tagName }) => tagName === 'title');
  const logo = find(page, (one) => one.tagName === 'a' && hasClass(one, 'md-logo'));
  const title = element && textOf(element).trim();
  const site = logo && ` - ${logo.properties['title']}`;
  return site && title?.endsWith(site) ? title.slice(0, -site.length) : title;
}

function withoutFurniture(content: Root, furniture: readonly string[]): void {
  visit(content, 'element', (element, index, parent) => {
    if (index === undefined || !hasClass(element, ...furniture)) return undefined;
    parent?.children.splice(index, 1);
    return index;
  });
}

function find(tree: Nodes, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}
