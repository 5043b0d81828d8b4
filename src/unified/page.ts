import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { textOf } from './front-matter-values.js';
import { everyElement } from './hast.js';
import { insertMade, unmark } from './made.js';
import { removeUnsafeAddresses } from './sanitize.js';
import { canonicalOf, structuredData } from './structured-data.js';
import { studyMeta } from './study-meta.js';
import type { Writeup } from './writeup.js';

/** Where a page finds what it is made of. */
export interface PageAssets {
  /** The address of the stylesheet, as seen from the page; or its text. Nothing where the script brings it. */
  stylesheet?: string | { text: string };
  /** The address of the script that defines the elements, as seen from the page; or its text. */
  script: string | { text: string };
  /** More stylesheets, and more scripts. */
  stylesheets?: string[];
  scripts?: string[];
  /** A link above the page, to what it is a part of. */
  home?: { href: string; words: string };
  /** What is made for the page and stands below its content. */
  below?: Element[];
}

// Empty attributes are written as those that are just there: read again, they are the same.
const stringify = unified().use(rehypeStringify, { allowDangerousHtml: true, collapseEmptyAttributes: true }).freeze();

/** A writeup as a finished page. To read that page and write it again gives the same. */
export function pageOf(writeup: Writeup, assets: PageAssets): string {
  const { content, frontMatter, isTrusted } = writeup;
  const lang = languageOf(textOf(frontMatter, 'lang'));
  unmark(content);
  insertMade(content, content.children.length, assets.below ?? []);
  complete(content, writeup, lang);
  settle(content);
  const page = h('case-study', { scheme: 'auto' }, content.children as ElementContent[]);
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      h('html', { lang, dir: directionOf(lang, textOf(frontMatter, 'dir')) }, [
        h('head', lines(headOf(writeup, assets, lang))),
        { type: 'text', value: '\n' },
        h('body', lines([...homeOf(assets), h('main', lines([page]))])),
      ]),
      { type: 'text', value: '\n' },
    ],
  };
  if (!isTrusted) removeUnsafeAddresses(tree);
  return stringify.stringify(tree);
}

/** The content of a writeup alone, for the inside of a `case-study`. */
export function htmlOf({ content, isTrusted }: Writeup): string {
  settle(content);
  if (!isTrusted) removeUnsafeAddresses(content);
  return stringify.stringify(content);
}

/** Each on a line of its own. */
const lines = (elements: Element[]): ElementContent[] => [
  { type: 'text', value: '\n' },
  ...elements.flatMap((element): ElementContent[] => [element, { type: 'text', value: '\n' }]),
];

function headOf(writeup: Writeup, assets: PageAssets, lang: string): Element[] {
  const { title, description, frontMatter } = writeup;
  const canonical = canonicalOf(frontMatter);
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    ...(description ? [h('meta', { name: 'description', content: description })] : []),
    ...(canonical ? [h('link', { rel: 'canonical', href: canonical })] : []),
    property('og:type', 'article'),
    property('og:title', title),
    ...(description ? [property('og:description', description)] : []),
    ...(canonical ? [property('og:url', canonical)] : []),
    ...linksTo(assets),
    data('application/ld+json', structuredData(writeup, lang)),
    data('application/json', frontMatter, { dataFrontMatter: '' }),
  ];
}

const property = (name: string, content: string) => h('meta', { property: name, content });

function linksTo({ stylesheet, script, stylesheets = [], scripts = [] }: PageAssets): Element[] {
  // A text that ended its own element would be a part of the page.
  const inside = (text: string) => text.replace(/<\/(?=script|style)/gi, '<\\/');
  return [
    ...(typeof stylesheet === 'string' ? [h('link', { rel: 'stylesheet', href: stylesheet })] : []),
    ...(typeof stylesheet === 'object' ? [h('style', inside(stylesheet.text))] : []),
    typeof script === 'string'
      ? h('script', { type: 'module', src: script })
      : h('script', { type: 'module' }, inside(script.text)),
    ...stylesheets.map((href) => h('link', { rel: 'stylesheet', href })),
    ...scripts.map((src) => h('script', { type: 'module', src })),
  ];
}

const homeOf = ({ home }: PageAssets) =>
  home ? [h('nav', { className: ['site-home'] }, h('a', { href: home.href }, home.words))] : [];

/** Data in a page, which no browser runs. */
const data = (type: string, value: unknown, properties = {}) =>
  h('script', { type, ...properties }, JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Adds what a page of the elements has and its author did not write: heading, facts and outline. */
function complete(content: Root, { title, frontMatter }: Writeup, lang: string): void {
  const tags = new Set<string>();
  everyElement(content, ({ tagName }) => {
    tags.add(tagName);
  });
  const meta = studyMeta(frontMatter, lang);
  insertMade(content, beginningOf(content), [
    ...(tags.has('h1') || !title ? [] : [h('h1', title)]),
    ...(meta && !tags.has('study-meta') ? [meta] : []),
    ...((tags.has('h2') || tags.has('h3')) && !tags.has('page-outline') ? [h('page-outline')] : []),
  ]);
}

/** Behind the first heading and the paragraph that sums the page up. */
function beginningOf({ children }: Root): number {
  const isHeading = (node: RootContent): boolean =>
    node.type === 'element' && (node.tagName === 'h1' || node.children.some(isHeading));
  const heading = children.findIndex(isHeading);
  const next = children.findIndex(({ type }, index) => index > heading && type === 'element');
  const summary = heading >= 0 ? children[next] : undefined;
  return (summary?.type === 'element' && summary.tagName === 'p' ? next : heading) + 1;
}

/** Makes what is written as HTML the same when it is read. */
function settle(content: Root): void {
  everyElement(content, ({ tagName, properties, children: [first] }) => {
    // Keys scroll code that is wider than the page. The mark says that it is no author’s: script takes it from what fits.
    if (tagName === 'pre' && properties['tabIndex'] == null) {
      properties['tabIndex'] = 0;
      properties['dataTabStop'] = '';
    }
    // A parser drops the first line break of these.
    if (/^(pre|textarea|listing)$/.test(tagName) && first?.type === 'text' && first.value.startsWith('\n')) {
      first.value = `\n${first.value}`;
    }
    // What a tag that was not closed has swallowed cannot be written as a name.
    for (const name of Object.keys(properties)) if (/[\s<>"'&=/]/.test(name)) delete properties[name];
  });
}

function languageOf(tag = 'en'): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return 'en';
  }
}

function directionOf(lang: string, written?: string): 'ltr' | 'rtl' {
  if (written === 'ltr' || written === 'rtl') return written;
  // Engines have had it under two names: https://tc39.es/proposal-intl-locale-info/
  const locale = new Intl.Locale(lang) as Intl.Locale & LocaleInfo;
  const { direction } = locale.getTextInfo?.() ?? locale.textInfo ?? {};
  return direction === 'rtl' ? 'rtl' : 'ltr';
}

interface LocaleInfo {
  getTextInfo?(): { direction?: string };
  textInfo?: { direction?: string };
}
