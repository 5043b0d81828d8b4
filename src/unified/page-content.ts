// cspell:ignore contentinfo
import type { Element, Root, RootContent } from 'hast';
import { elementsIn, hasClass, isElement, isSilent, type Parent } from './hast.js';

type Test = (element: Element) => boolean;

const isMaterials: Test = (element) => isElement(element, 'article') && hasClass(element, 'md-content__inner');
const isMain: Test = (element) => isElement(element, 'main') || hasRole(element, 'main');

/** Where pages have their content, the surest first. */
const places: Test[] = [
  ({ tagName }) => tagName === 'case-study',
  isMaterials,
  ({ tagName }) => tagName === 'article',
  isMain,
];

/**
 * What an author has written in a page of HTML: the article of a site's page without what the site has put around it, or
 * else all of the page. Where a word outside the article may be the author's, nothing is left out.
 */
export function contentOf(page: Root): RootContent[] {
  const html = elementsIn(page).find(({ tagName }) => tagName === 'html');
  const body = html && elementsIn(html).find(({ tagName }) => tagName === 'body');
  if (!body) return page.children;
  // What a fragment lacks is added by the parser, without a place in the source.
  const isFragment = !page.children.some(({ type }) => type === 'doctype') && !html.position && !body.position;
  for (const isPlace of places) {
    const path = pathTo(body, isPlace);
    const content = path?.[0];
    if (!content || !(isFragment ? isAlone(body, content) : isOfSite(body, path))) continue;
    return [...commentsBeside(page, content, isFragment), ...unwrapped(content.children)];
  }
  const head = isFragment ? elementsIn(html).flatMap(elementsIn).filter(isScript) : [];
  return [...commentsBeside(page, body, isFragment), ...head, ...unwrapped(body.children)];
}

/** The first element of a kind, and all that it is in, from the inside out. */
function pathTo(parent: Element, isWanted: Test): Element[] | undefined {
  for (const child of elementsIn(parent)) {
    const path = isWanted(child) ? [child] : pathTo(child, isWanted);
    if (path) return [...path, parent];
  }
  return undefined;
}

/** Whether nothing but white space and comments is beside an element. */
const isAlone = (body: Element, content: Element): boolean =>
  body.children.every((child) => child === content || isSilent(child));

/** Whether an element has nothing around it but what sites put around an article. */
function isOfSite(body: Element, path: Element[]): boolean {
  const content = path[0]!;
  const isTheme = isMaterials(content);
  const ends: Element[] = [];
  let hasNavigation = false;
  const isSites = (parent: Element): boolean =>
    parent.children.every((child) => {
      if (child === content || isSilent(child)) return true;
      if (!isElement(child)) return false;
      if (path.includes(child)) return isSites(child);
      if (isEnd(child)) ends.push(child);
      if (isNavigation(child) || (isEnd(child) && has(child, isNavigation))) hasNavigation = true;
      if (isNavigation(child) || isEnd(child) || isControl(child) || (isTheme && isOfTheme(child))) return true;
      return !isMedia(child) && isSites(child);
    });
  if (!path.slice(1).every(isWrapper) || !isSites(body)) return false;
  // A page of no site has a header and a footer of its author's, and so has one whose only title is in the header.
  const isUntitled = !has(content, isTitle);
  return ends.every((end) => (isTheme || hasNavigation) && !(isUntitled && has(end, isTitle)));
}

const isWrapper: Test = (element) => isElement(element, 'body', 'div', 'main', 'section', 'article');

const has = (element: Element, isWanted: Test): boolean => isWanted(element) || pathTo(element, isWanted) !== undefined;

const hasRole = ({ properties }: Element, ...roles: string[]): boolean => roles.includes(String(properties['role']));

const isTitle: Test = ({ tagName }) => tagName === 'h1';

const isNavigation: Test = (element) => isElement(element, 'nav', 'search') || hasRole(element, 'navigation', 'search');

const isEnd: Test = (element) => isElement(element, 'header', 'footer') || hasRole(element, 'banner', 'contentinfo');

/** What only acts on the page, such as a link to its content, which Docusaurus has without a navigation around it. */
const isControl: Test = (element) =>
  isScript(element) ||
  /^(?:button|noscript)$/.test(element.tagName) ||
  (element.tagName === 'a' && String(element.properties['href']).startsWith('#'));

const isScript: Test = (element) => isElement(element, 'script', 'style', 'template');

/** Whether MkDocs Material has made an element. */
const isOfTheme: Test = ({ properties: { className } }) =>
  Array.isArray(className) && className.some((name) => String(name).startsWith('md-'));

/** What says something without a word: a picture, or an element of a library. Docusaurus keeps shapes for its icons. */
const isMedia: Test = (element) =>
  /-|^(?:img|audio|video|canvas|iframe|embed|object|math)$/.test(element.tagName) ||
  (element.tagName === 'svg' && !elementsIn(element).every((child) => isElement(child, 'defs', 'symbol')));

/** Comments outside the content: all of a fragment's, and those of a page that tell the check what to leave out. */
function commentsBeside(parent: Parent, content: Element, isFragment: boolean): RootContent[] {
  return (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'comment') return isFragment || child.value.trim().startsWith('deepdive-') ? [child] : [];
    return isElement(child) && child !== content ? commentsBeside(child, content, isFragment) : [];
  });
}

/** Nodes without what is made around them again when the page is built. */
const unwrapped = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((node): RootContent[] => {
    if (!isElement(node)) return [node];
    const children = unwrapped(node.children);
    if (isElement(node, 'case-study', 'main')) return children;
    return [Object.assign(node, { children })];
  });
