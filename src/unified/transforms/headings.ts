import type { Heading, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';

/**
 * Gives headings the ids that MkDocs gives them, so that old links keep working.
 * https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py
 */
export function identifyHeadings(tree: Root): void {
  const used = new Set<string>();
  const headings: Heading[] = [];
  visit(tree, (node) => {
    const id = node.data?.hProperties?.['id'];
    if (typeof id === 'string') used.add(id);
    if (node.type === 'heading') headings.push(node);
  });
  const counts = new Map<string, number>();
  for (const heading of headings) {
    if (heading.data?.hProperties?.['id']) continue;
    const wanted = slugOf(wordsOf(heading));
    let id = wanted;
    for (let n = counts.get(wanted) ?? 1; !id || used.has(id); n++) {
      id = nextOf(wanted, n);
      counts.set(wanted, n);
    }
    used.add(id);
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  }
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
