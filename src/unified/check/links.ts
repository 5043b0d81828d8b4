import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { CheckedPage } from './rule.js';

/** An address that leads to a file of the same site, and where a page says it. */
export interface Link {
  /** As it is written. */
  address: string;
  isImage: boolean;
  /** Rules of which the author wants to hear nothing here. */
  silent: string[];
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where a page leads, and what of it can be led to. */
export interface Links {
  links: Link[];
  /** What can stand behind the `#`. */
  ids: string[];
}

/** Whether an address names a place outside of the site, or its root, which no file tells. */
const isElsewhere = (address: string) => /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address) || !address.trim();

export function linksIn({ tree, nearest }: CheckedPage): Links {
  const links: Link[] = [];
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node;
    const address = properties[tagName === 'a' ? 'href' : 'src'];
    if (!/^(?:a|img|video|audio|source)$/.test(tagName) || typeof address !== 'string') return;
    if (isElsewhere(address)) return;
    const { start, end } = nearest(node);
    links.push({
      address,
      isImage: tagName !== 'a',
      silent: [],
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    });
  });
  return { links, ids: idsIn(tree) };
}

function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    if (properties['id']) ids.push(String(properties['id']));
    if (tagName === 'a' && properties['name']) ids.push(String(properties['name']));
  });
  return ids;
}
