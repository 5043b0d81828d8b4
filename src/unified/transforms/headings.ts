import type { Heading, Html, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';

/**
 * Gives headings the ids that MkDocs gives them, so that old links keep working.
 * https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py
 */
export function identifyHeadings(tree: Root): void {
  const used = new Set<string>();
  const headings: (Heading | Html)[] = [];
  visit(tree, (node) => {
    const id = node.data?.hProperties?.['id'];
    if (typeof id === 'string') used.add(id);
    if (node.type === 'heading' || (node.type === 'html' && node.data?.isRead)) headings.push(node);
    if (node.type === 'html') for (const [, , one] of node.value.matchAll(idInHtml)) used.add(one!);
  });
  const unique = uniqueIn(used);
  for (const node of headings) {
    if (node.type === 'html') {
      node.value = node.value.replace(headingInHtml, (all, name: string, attributes = '', words = '') =>
        /\sid\s*=/i.test(attributes)
          ? all
          : `<${name}${attributes} id="${unique(slugOf(wordsInHtml(words)))}">${words}</${name}>`,
      );
    } else if (!node.data?.hProperties?.['id']) {
      const id = unique(slugOf(wordsOf(node)));
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    }
  }
}

const idInHtml = /\sid\s*=\s*(["'])([^"'<>]*)\1/gi;
const headingInHtml = /<(h[1-6])(\s[^<>]*)?>([\s\S]*?)<\/\1>/gi;
const wordsInHtml = (html: string) => html.replace(/<[^<>]*>/g, '').replace(/&\w+;/g, '');

/** Makes ids that nothing has yet, by adding to them what MkDocs adds. */
function uniqueIn(used: Set<string>): (wanted: string) => string {
  const counts = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    for (let n = counts.get(wanted) ?? 1; !id || used.has(id); n++) {
      id = nextOf(wanted, n);
      counts.set(wanted, n);
    }
    used.add(id);
    return id;
  };
}

/** Of what ends like a number that was added, the number goes on. */
function nextOf(wanted: string, n: number): string {
  const [, name, number] = /^(.*)_(\d+)$/.exec(wanted) ?? [];
  return number === undefined ? `${wanted}_${n}` : `${name}_${Number(number) + n}`;
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
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
