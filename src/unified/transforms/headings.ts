import type { Heading, Html, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { everything } from '../everything.js';

/**
 * Gives headings the ids that MkDocs gives them, so that old links keep working.
 * https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py
 */
export function identifyHeadings(tree: Root): void {
  const used = new Set<string>();
  const headings: (Heading | Html)[] = [];
  everything(tree, (node) => {
    const id = node.data?.hProperties?.['id'];
    if (typeof id === 'string') used.add(id);
    if (node.type === 'heading' || (node.type === 'html' && node.data?.columns)) headings.push(node);
    if (node.type === 'html') for (const [, , one] of node.value.matchAll(idInHtml)) used.add(one!);
  });
  const unique = uniqueIn(used);
  for (const node of headings) {
    if (node.type === 'html') {
      node.value = withIds(node.value, node.data!.columns!, unique);
    } else if (!node.data?.hProperties?.['id']) {
      const id = unique(slugOf(wordsOf(node)));
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    }
  }
}

const idInHtml = /\sid\s*=\s*(["'])([^"'<>]*)\1/gi;
const headingInHtml = /^([ \t]*)<(h[1-6])(\s[^<>]*)?>([^<]*(?:<(?!\/?h[1-6]\b)[^<]*)*)<\/\2>/gim;
const wordsInHtml = (html: string) => html.replace(/<[^<>]*>/g, '').replace(/&\w+;/g, '');

/** Python-Markdown sees a tag at the beginning of a line, and not where it is so far in that it may be code. */
function withIds(html: string, columns: number[], unique: (wanted: string) => string): string {
  let [line, end] = [0, 0];
  return html.replace(headingInHtml, (all, space: string, name: string, attributes = '', words = '', at = 0) => {
    line += html.slice(end, at).split('\n').length - 1;
    end = at;
    if (/\sid\s*=/i.test(attributes) || (columns[line] ?? 0) > 3) return all;
    return `${space}<${name}${attributes} id="${unique(slugOf(wordsInHtml(words)))}">${words}</${name}>`;
  });
}

/** Makes ids that nothing has yet, by adding to them what MkDocs adds. */
function uniqueIn(used: Set<string>): (wanted: string) => string {
  /** What to try after an id that is taken: not one after the other, where many are. */
  const after = new Map<string, string>();
  return (wanted) => {
    const taken = [];
    let id = wanted;
    for (; !id || used.has(id); id = after.get(id) ?? nextOf(id)) taken.push(id);
    for (const one of taken) after.set(one, id);
    used.add(id);
    return id;
  };
}

/** Of what ends like a number that was added, the number goes on. */
function nextOf(id: string): string {
  const [, name, number] = /^(.*)_(\d+)$/.exec(id) ?? [];
  return number === undefined ? `${id}_1` : `${name}_${BigInt(number) + 1n}`;
}

/** Python-Markdown's `slugify`. Letters that ASCII has no likeness of are left out. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

function wordsOf(node: Nodes): string {
  if (node.data?.isIcon) return '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
