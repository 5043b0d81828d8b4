import type { Properties } from 'hast';
import type { Nodes, Parent, Root, Text } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';

const one = /\s*(?:([.#])([^\s.#="'}]+)|([\w:.-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+)))(?=\s|$|[.#])/y;
const atStart = /^\{:?[ ]*([^}\n]+?)[ ]*\}/;
const atEnd = /[ \t]*\{:?[ ]*([^}\n]+?)[ ]*\}[ \t]*$/;
/** What an attribute list may stand behind. */
const inlines = /^(link|linkReference|image|imageReference|strong|emphasis|delete|inlineCode)$/;

/** Reads `.class #id key="value"`; `undefined` where it is anything else, as it may be in any text with braces. */
export function parseAttributes(list: string): Properties | undefined {
  const text = list.trim();
  const properties: Properties & { className?: string[] } = {};
  one.lastIndex = 0;
  while (one.lastIndex < text.length) {
    const match = one.exec(text);
    if (!match) return undefined;
    const [, mark, name = '', key, ...values] = match;
    if (mark === '#') properties['id'] = name;
    else if (mark) properties.className = [...(properties.className ?? []), name];
    else if (key === 'class') properties.className = values.find((value) => value !== undefined)!.split(/\s+/);
    else if (key) properties[key] = values.find((value) => value !== undefined);
  }
  return Object.keys(properties).length ? properties : undefined;
}

/** Gives elements the attributes that are listed behind them: https://python-markdown.github.io/extensions/attr_list/ */
export function applyAttributeLists(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    if (node.type === 'heading' || node.type === 'paragraph') applyToBlock(node);
    for (const [index, child] of node.children.entries()) {
      const next: Nodes | undefined = node.children[index + 1];
      if (next?.type === 'text' && inlines.test(child.type)) applyToInline(child, next);
    }
  });
}

function applyToBlock(node: Parent & Nodes): void {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return;
  const match = atEnd.exec(last.value);
  // A paragraph's stand on a line of their own.
  if (!match || (node.type === 'paragraph' && last.value[match.index - 1] !== '\n')) return;
  const properties = parseAttributes(match[1]!);
  if (!properties) return;
  add(node, properties);
  last.value = last.value.slice(0, match.index).trimEnd();
}

function applyToInline(node: Nodes, next: Text): void {
  const match = atStart.exec(next.value);
  const properties = match && parseAttributes(match[1]!);
  if (!properties) return;
  add(node, properties);
  next.value = next.value.slice(match[0].length);
}

function add(node: Nodes, properties: Properties): void {
  const data = node.data ?? {};
  node.data = { ...data, hProperties: { ...data.hProperties, ...properties } };
}
