import type { Element, Nodes } from 'hast';
import { isElement, isHeading } from '../hast.js';

/**
 * Whether two lists of nodes say the same, white space between blocks aside: a heading may have got an id, and the words of
 * a task the label that names its box.
 */
export function isSame(ones: readonly Nodes[], others: readonly Nodes[], isWhole = false): boolean {
  const [kept, wanted] = [ones, others].map((nodes) => (isWhole ? joined(nodes) : joined(nodes).filter(isSeen)));
  return kept!.length === wanted!.length && kept!.every((node, index) => isSameNode(node, wanted![index]!, isWhole));
}

const isSeen = (node: Nodes) => node.type !== 'text' || node.value.trim() !== '';

const isTaskLabel = (node: Nodes): node is Element =>
  isElement(node, 'label') && !Object.keys(node.properties).length && isElement(node.children[0], 'input');

/** Texts that follow each other are one. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = [];
  for (const node of nodes.flatMap((one): Nodes[] => (isTaskLabel(one) ? one.children : [one]))) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { ...last, value: last.value + node.value };
    else result.push(node);
  }
  return result;
}

function isSameNode(one: Nodes, other: Nodes, isWhole: boolean): boolean {
  if (one.type === 'element' && other.type === 'element') {
    if (one.tagName !== other.tagName) return false;
    const ignored = isHeading(one) && !other.properties['id'] ? 'id' : '';
    if (written(one.properties, ignored) !== written(other.properties, ignored)) return false;
    return isSame(one.children, other.children, isWhole || /^(?:pre|textarea)$/.test(one.tagName));
  }
  if ('value' in one && 'value' in other) {
    return one.type === other.type && (isWhole ? one.value === other.value : plain(one.value) === plain(other.value));
  }
  return one.type === other.type;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

function written(properties: Record<string, unknown>, ignored: string): string {
  const entries = Object.entries(properties).filter(
    ([name, value]) => name !== ignored && value !== undefined && value !== false,
  );
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
