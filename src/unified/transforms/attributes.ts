import type { Properties } from 'hast';
import type { Nodes, Parent, Root, Text } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { everything } from '../everything.js';

const one = /\s*(?:([.#])([^\s.#="'}]+)|([\w:.-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+)))(?=\s|$|[.#])/y;
/** What an attribute list may stand behind. */
const inlines =
  /^(link|linkReference|image|imageReference|strong|emphasis|delete|inlineCode|mark|insert|superscript|subscript|keys)$/;

/** Reads `.class #id key="value"`; `undefined` where it is anything else, as it may be in any text with braces. */
export function parseAttributes(list: string): Properties | undefined {
  const text = list.trim();
  const properties: Properties = {};
  let classes: string[] = [];
  one.lastIndex = 0;
  while (one.lastIndex < text.length) {
    const match = one.exec(text);
    if (!match) return undefined;
    const [, mark, name = '', key, ...values] = match;
    if (mark === '#') properties['id'] = name;
    else if (mark) classes.push(name);
    else if (key === 'class') classes = values.find((value) => value !== undefined)!.split(/\s+/);
    // Those that every object has are no attributes, and what writes HTML throws at `constructor`.
    else if (key && !(key.toLowerCase() in Object.prototype))
      properties[key] = values.find((value) => value !== undefined);
  }
  if (classes.length) properties['className'] = classes;
  return Object.keys(properties).length ? properties : undefined;
}

/** Gives elements the attributes that are listed behind them: https://python-markdown.github.io/extensions/attr_list/ */
export function applyAttributeLists(tree: Root): void {
  everything(tree, (node) => {
    if (!('children' in node)) return;
    if (node.type === 'heading' || node.type === 'paragraph') applyToBlock(node);
    if (node.children.some(({ type }) => type === 'table'))
      node.children = (node.children as Nodes[]).filter((child, index, all) => !isOfTable(child, all[index - 1])) as [];
    for (const [index, child] of node.children.entries()) {
      const next: Nodes | undefined = node.children[index + 1];
      if (next?.type === 'text' && inlines.test(child.type)) applyToInline(child, next);
    }
  });
}

function applyToBlock(node: Parent & Nodes): void {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  const start = value.lastIndexOf('{');
  const list = value.endsWith('}') ? listAt(value, start) : undefined;
  const before = value.slice(0, Math.max(0, start));
  // A paragraph's stand on a line of their own.
  if (!list || (node.type === 'paragraph' && before.slice(before.trimEnd().length).indexOf('\n') < 0)) return;
  const properties = parseAttributes(list);
  if (!properties) return;
  add(node, properties, list);
  last.value = before.trimEnd();
}

/** Whether a paragraph is the attributes of the table before it, which it is then given. */
function isOfTable(node: Nodes, table: Nodes | undefined): boolean {
  if (table?.type !== 'table' || node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  const value = only?.type === 'text' && !others.length ? only.value.trim() : '';
  const list = value.endsWith('}') ? listAt(value, 0) : undefined;
  const properties = list && parseAttributes(list);
  if (properties) add(table, properties, list);
  return Boolean(properties);
}

function applyToInline(node: Nodes, next: Text): void {
  const list = listAt(next.value, 0);
  const properties = list && parseAttributes(list);
  if (!properties) return;
  add(node, properties, list);
  next.value = next.value.slice(next.value.indexOf('}') + 1);
}

/** What stands between braces, without the colon that may follow the first; `undefined` where no list stands there. */
function listAt(text: string, start: number): string | undefined {
  const end = text.indexOf('}', start);
  if (text[start] !== '{' || end < 0) return undefined;
  const list = text.slice(start + 1, end);
  return list.includes('\n') ? undefined : list.replace(/^:/, '');
}

function add(node: Nodes, properties: Properties, list: string): void {
  const data = node.data ?? {};
  node.data = { ...data, attributeList: list.trim(), hProperties: { ...data.hProperties, ...properties } };
}
