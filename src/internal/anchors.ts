import { fragment } from './fragment.js';
import { lastOf, suggest } from './own-attributes.js';
import { percentEncoded } from './percent.js';

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
  // Of several of one name, each keeps its own.
  const last = lastOf(element, 'id');
  const isFree = last?.replace(/_\d+$/, '') === wanted && !root.getElementById(last);
  const id = isFree ? last : freeId(root, wanted);
  suggest(element, 'id', id);
  const { scrollingElement } = element.ownerDocument;
  // A reader who has scrolled already, or been there, stays.
  if (fragment() !== id || reached === location.href) return;
  reached = location.href;
  if (!scrollingElement?.scrollTop) element.scrollIntoView();
}

/** The address of the page that a reader was taken to last. */
let reached = '';

/** The last number that was added to an id, by its tree: a page with a thousand headings of one name is asked once each. */
const numbers = new WeakMap<Node, Map<string, number>>();

function freeId(root: Document | ShadowRoot, wanted: string): string {
  if (!root.getElementById(wanted)) return wanted;
  const added = numbers.get(root) ?? new Map<string, number>();
  numbers.set(root, added);
  let n = added.get(wanted) ?? 1;
  // Where the last one is gone, so may be others.
  if (!root.getElementById(`${wanted}_${n}`)) n = 1;
  while (root.getElementById(`${wanted}_${n}`)) n++;
  added.set(wanted, n);
  return `${wanted}_${n}`;
}

/** The page's address with another fragment; right also where a `<base>` points elsewhere. */
export function addressOf(id: string): string {
  return `${location.href.split('#')[0]}#${percentEncoded(id)}`;
}
