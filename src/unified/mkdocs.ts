// cspell:ignore linenos
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString as textContent } from 'hast-util-to-string';
import { percentEncoded } from '../internal/percent.js';
import { classesOf, element, elementsIn, hasClass, isElement, isIcon, isSilent, type Parent, textOf } from './hast.js';
import { iconOf } from './icon.js';
import { joinLinks } from './mkdocs-links.js';
import { contentOf } from './page-content.js';

/**
 * Makes of HTML that MkDocs Material has rendered what this library's Markdown is as HTML: without links beside headings,
 * coloured words and numbers of lines in code, radio buttons of tabs, and with footnotes and tasks as GitHub has them.
 * Other HTML stays as it is.
 */
export function readMkDocs(tree: Root): void {
  const article = find(tree, (node) => hasClass(node, 'md-content__inner'));
  if (article) tree.children = contentOf(tree).flatMap((node) => (node === article ? article.children : [node]));
  normalize(tree, new Footnotes());
}

function find(parent: Parent, test: (node: Element) => boolean): Element | undefined {
  for (const node of elementsIn(parent)) {
    const found = test(node) ? node : find(node, test);
    if (found) return found;
  }
  return undefined;
}

/** What a theme adds to an author's words. */
const chrome = [
  'headerlink',
  'linenodiv',
  'md-content__button',
  'md-source-file',
  'md-clipboard',
  'task-list-indicator',
];

function normalize(parent: Parent, footnotes: Footnotes): void {
  const children: RootContent[] = [];
  for (const node of joinLinks(parent.children as RootContent[])) {
    if (!isElement(node)) {
      children.push(node);
      continue;
    }
    if (hasClass(node, ...chrome) || isTabButton(node)) continue;
    const made = normalizeOne(node, footnotes);
    if (!made) continue;
    if (made.type === 'element' && made.tagName !== 'pre') normalize(made, footnotes);
    children.push(made);
  }
  (parent as Root).children = children;
}

const isTabButton = (node: Element) => node.tagName === 'input' && node.properties['type'] === 'radio';

function normalizeOne(node: Element, footnotes: Footnotes): ElementContent {
  if (hasClass(node, 'highlight') && isCode(node)) return codeOf(node);
  if (isElement(node, 'img') && hasClass(node, 'twemoji', 'emojione', 'gemoji'))
    return { type: 'text', value: String(node.properties['alt'] ?? '') };
  const [drawing, ...others] = hasClass(node, 'twemoji') ? elementsIn(node) : [];
  if (isIcon(drawing) && !others.length && !textOf(node)) return iconOf(node, drawing);
  if (isElement(node, 'label') && hasClass(node, 'task-list-control') && !textOf(node)) return checkboxOf(node);
  if (isElement(node, 'ul') && hasClass(node, 'task-list')) return withClass(node, 'contains-task-list');
  if (isElement(node, 'sup') && hasAllWordsIn(node, elementsIn(node)[0], 'footnote-ref'))
    return footnotes.reference(node);
  if (isElement(node, 'div') && hasClass(node, 'footnote') && hasAllWordsIn(node, listIn(node)))
    return footnotes.section(node);
  if (isElement(node, 'th', 'td')) alignCell(node);
  return node;
}

/** Whether an element's words are all in a part of it: what an author has put beside it would be lost. */
const hasAllWordsIn = (node: Element, part: Element | undefined, ...names: string[]): boolean =>
  part !== undefined && (!names.length || hasClass(part, ...names)) && textOf(part) === textOf(node);

const listIn = (node: Element) => elementsIn(node).find(({ tagName }) => tagName === 'ol');

const withClass = (node: Element, name: string): Element => ({
  ...node,
  properties: { ...node.properties, className: [name] },
});

const isCode = (node: Element) =>
  isElement(node, 'code') || (isElement(node, 'div') && find(node, ({ tagName }) => tagName === 'pre') !== undefined);

/** Code without its colours, in a figure with its title if it has one. */
function codeOf(node: Element): Element {
  const code = find(node, ({ tagName, properties }) => tagName === 'code' && !properties['id']) ?? node;
  const title = find(node, (one) => one.tagName === 'span' && hasClass(one, 'filename'));
  if (hasWordsBeside(node, code, title)) return node;
  const language = [...classesOf(node), ...classesOf(code)].find(
    (name) => /^language-./.test(name) && name !== 'language-text',
  );
  const properties = language ? { className: [language] } : {};
  const inside = element('code', properties, [{ type: 'text', value: textContent(code) }], code);
  if (isElement(node, 'code')) return inside;
  const pre = element('pre', {}, [inside], node);
  return title ? element('figure', {}, [element('figcaption', {}, title.children, title), pre], node) : pre;
}

/** Whether an element has words that are in none of its parts, and number no lines. */
const hasWordsBeside = (node: Element, ...parts: (Element | undefined)[]): boolean =>
  !parts.includes(node) &&
  !hasClass(node, 'linenos', 'linenodiv', ...chrome) &&
  node.children.some((child) =>
    isElement(child) ? hasWordsBeside(child, ...parts) : child.type === 'text' && child.value.trim() !== '',
  );

const checkboxOf = (label: Element): Element => {
  const isChecked = find(label, ({ tagName, properties }) => tagName === 'input' && properties['checked'] === true);
  return element('input', { type: 'checkbox', ...(isChecked && { checked: true }), disabled: true }, [], label);
};

/** Python-Markdown aligns cells by style. */
function alignCell(cell: Element): void {
  const { style, ...properties } = cell.properties;
  const [, align] = /^\s*text-align:\s*(left|right|center);?\s*$/.exec(String(style ?? '')) ?? [];
  if (align) cell.properties = { ...properties, align };
}

/** Footnotes as `remark-rehype` makes them: https://github.com/syntax-tree/mdast-util-to-hast/blob/main/lib/footer.js */
class Footnotes {
  readonly #references = new Map<string, number>();

  /** `fnref:x`, or `fnref2:x` for the second one to the same note. */
  reference(node: Element): Element {
    const [link] = elementsIn(node);
    const name = nameOf(link!.properties['href']);
    const count = (this.#references.get(name) ?? 0) + 1;
    this.#references.set(name, count);
    const properties = {
      href: `#fn-${name}`,
      id: `fnref-${name}${count > 1 ? `-${count}` : ''}`,
      dataFootnoteRef: '',
      ariaDescribedBy: ['footnote-label'],
    };
    return element('sup', {}, [element('a', properties, [{ type: 'text', value: textOf(link) }], link)], node);
  }

  section(node: Element): Element {
    const list = listIn(node)!;
    for (const [index, item] of elementsIn(list).entries()) this.#item(item, index + 1);
    const heading = element('h2', { className: ['sr-only'], id: 'footnote-label' }, [
      { type: 'text', value: 'Footnotes' },
    ]);
    return element('section', { dataFootnotes: '', className: ['footnotes'] }, [heading, list], node);
  }

  #item(item: Element, number: number): void {
    const name = nameOf(item.properties['id']);
    item.properties = { id: `fn-${name}` };
    const last = elementsIn(item).at(-1) ?? item;
    const links = elementsIn(last).filter((node) => hasClass(node, 'footnote-backref'));
    const all = new Set<ElementContent>(links);
    last.children = trimmedEnd(last.children.filter((node) => !all.has(node)));
    for (const [index, link] of links.entries()) {
      const nth = index ? `-${index + 1}` : '';
      const properties = {
        href: `#fnref-${name}${nth}`,
        dataFootnoteBackref: '',
        ariaLabel: `Back to reference ${number}${nth}`,
        className: ['data-footnote-backref'],
      };
      const mark: ElementContent[] = [{ type: 'text', value: '↩' }];
      if (index) mark.push(element('sup', {}, [{ type: 'text', value: String(index + 1) }]));
      last.children.push({ type: 'text', value: ' ' }, element('a', properties, mark, link));
    }
  }
}

const nameOf = (id: unknown) =>
  percentEncoded(
    String(id)
      .replace(/^#?fn(ref\d*)?:/, '')
      .toLowerCase(),
  );

function trimmedEnd(nodes: ElementContent[]): ElementContent[] {
  const kept = nodes.filter((node, index) => index < nodes.length - 1 || !isSilent(node as RootContent));
  const last: Nodes | undefined = kept.at(-1);
  return last?.type === 'text' ? [...kept.slice(0, -1), { ...last, value: last.value.trimEnd() }] : kept;
}
