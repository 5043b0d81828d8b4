import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Writeup } from './writeup.js';

/** Where a page finds what it is made of. */
export interface PageAssets {
  /** The address of the stylesheet, as seen from the page; or its text. */
  stylesheet: string | { text: string };
  /** The address of the script that defines the elements, as seen from the page; or its text. */
  script: string | { text: string };
}

const stringify = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/** A writeup as a finished page. */
export function pageOf(writeup: Writeup, { stylesheet, script }: PageAssets): string {
  const { title, description, content } = writeup;
  const head: Element[] = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    ...(description ? [h('meta', { name: 'description', content: description })] : []),
    typeof stylesheet === 'string' ? h('link', { rel: 'stylesheet', href: stylesheet }) : h('style', stylesheet.text),
    typeof script === 'string'
      ? h('script', { type: 'module', src: script })
      : h('script', { type: 'module' }, script.text),
  ];
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', head),
        h('body', h('main', h('case-study', { scheme: 'auto' }, content.children as ElementContent[]))),
      ]),
    ],
  };
  return stringify.stringify(tree);
}
