import type { Content } from './data-content.js';

/** Reads a part of an item by its name; nothing where that cannot be shown. */
export type Read = (key: string) => Content;

/**
 * The items of a data property, each read part by part. Whatever a caller has put there, nothing is thrown.
 * @param refuse is told where something cannot be shown, such as `[1].Latency`
 * @param host the element that the data is shown in: a node around it cannot be shown
 */
export function itemsOf(data: readonly unknown[], refuse: (where: string) => void, host: Node | null = null): Read[] {
  const items: Read[] = [];
  // Unlike `forEach`, this meets holes.
  for (const [index, item] of data.entries()) {
    if (Object(item) !== item) {
      refuse(`[${index}]`);
      continue;
    }
    items.push((key) => {
      let text: string | undefined;
      try {
        // What every object has is no part of any.
        const isNone = key in Object.prototype && !Object.hasOwn(item as object, key);
        const value = isNone ? undefined : (item as Readonly<Record<string, unknown>>)[key];
        if (value == null) return value;
        if (isUsableNode(value, host)) return copyOf(value);
        text = String(value);
        if (/^[bns][^y]+$/.test(typeof value)) return text;
        // The words of a date or an address are worth showing; those of a function are none.
        if (typeof value === 'function' || text.startsWith('[object')) text = undefined;
      } catch {}
      refuse(`[${index}].${key}`);
      return text;
    });
  }
  return items;
}

/** The headings of a table of rows: the names of the first row's parts. */
export const headingsOf = (rows: readonly unknown[]): string[] =>
  Object.keys(rows.find((row) => typeof row === 'object' && row) ?? {});

/** A caller's node stays where it is. No id is in the page twice. */
function copyOf(node: Node): Node {
  const copy = node.cloneNode(true);
  if (!node.isConnected) return copy;
  const around = document.createDocumentFragment();
  around.append(copy);
  for (const one of around.querySelectorAll('[id]')) one.removeAttribute('id');
  return around;
}

/** Whether a value is an element, a text or a fragment that can be put into the host. */
const isUsableNode = (value: unknown, host: Node | null): value is Node =>
  /^(1|3|11)$/.test(`${(value as Node).nodeType}`) && !(value as Node).contains(host);
