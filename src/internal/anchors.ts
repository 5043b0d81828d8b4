import { percentDecoded, percentEncoded } from './percent.js';

/** A text as the end of an address, the way MkDocs makes it of a heading, with letters of any script kept. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+|[^\p{L}\p{M}\p{N}_\s-]/giu, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/**
 * Gives an element an id where its author has given none, so that it can be linked to, and goes there if that is what
 * the page's address asks for. Where the id is taken, `_1`, `_2` … is added, as MkDocs does. A page that is still being
 * parsed may show the element by half: then there is none yet.
 */
export function ensureId(element: Element, wanted: string): void {
  if (element.id || !wanted || element.ownerDocument.readyState === 'loading') return;
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!root.getElementById) return;
  let id = wanted;
  for (let n = 1; root.getElementById(id); n++) id = `${wanted}_${n}`;
  element.id = id;
  const { scrollingElement } = element.ownerDocument;
  // A reader who has scrolled already stays there.
  if (fragment() === id && !scrollingElement?.scrollTop) element.scrollIntoView();
}

/** The fragment of the page's address, decoded; empty where there is none. */
export function fragment(): string {
  return percentDecoded(location.hash.slice(1));
}

/** The page's address with another fragment; right also where a `<base>` points elsewhere. */
export function addressOf(id: string): string {
  return `${location.href.split('#')[0]}#${percentEncoded(id)}`;
}

const isSetApart = /^(blockquote|br|d[dlt]|details|div|fig.*|h\d|li|[ou]l|p|pre|section|summary|table|t[dhr])$/i;

function words(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
  if (node.nodeName === 'svg') return '';
  const text = [...node.childNodes].map(words).join('');
  return isSetApart.test(node.nodeName) ? ` ${text} ` : text;
}

/** The words of a node in one line. What stands on lines of its own is set apart; comments and drawings say nothing. */
export const textOf = (node: Node | null | undefined): string => (node ? words(node).replace(/\s+/g, ' ').trim() : '');
