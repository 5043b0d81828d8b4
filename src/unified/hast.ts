import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';
import { toString as textContent } from 'hast-util-to-string';
import { placeAround, placeOf } from './places.js';

export type Parent = Element | Root;

/** Whether a node is an element, of one of the names if any are given. */
export const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && (!names.length || names.includes(node.tagName));

export const isHeading = (node: Nodes | undefined): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName);

export const levelOf = (heading: Element): number => Number(heading.tagName[1]);

/** The words of a node in one line. */
export const textOf = (node: Nodes | undefined): string => (node ? textContent(node).replace(/\s+/g, ' ').trim() : '');

/** Words, and those that a node begins with behind them, in one line: so many characters, or a few more. */
export function startOf(node: Nodes, length: number, before = ''): string {
  if (before.length >= length) return before;
  if (node.type === 'text') return `${before}${node.value.slice(0, 2 * length)}`.replace(/\s+/g, ' ').trimStart();
  let words = before;
  if ('children' in node) for (const child of node.children) words = startOf(child, length, words);
  return words;
}

export function classesOf(node: Nodes | undefined): string[] {
  const value: unknown = isElement(node) ? node.properties['className'] : undefined;
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
}

export const hasClass = (node: Nodes | undefined, ...names: string[]): boolean => {
  const classes = classesOf(node);
  return names.some((name) => classes.includes(name));
};

/** The elements in a parent, without the white space between them. */
export const elementsIn = (parent: Parent): Element[] =>
  (parent.children as RootContent[]).filter((node): node is Element => isElement(node));

/**
 * Calls back with every element in a parent, in the order of the page. For this alone `unist-util-visit` takes several
 * times as long.
 */
export function everyElement(parent: Nodes, callback: (element: Element) => void): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) {
    if (child.type === 'element') callback(child);
    everyElement(child, callback);
  }
}

/** Whether a node says nothing: white space, or a comment. */
export const isSilent = (node: RootContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && !node.value.trim());

/** Whether a node is a drawing among words, and no word itself. */
export const isIcon = (node: Nodes | undefined): node is Element => isElement(node, 'svg');

/** A new element that stands where others have stood. */
export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
  ...places: (Nodes | undefined | readonly Nodes[])[]
): Element {
  const position = placeAround(places.flat().flatMap((place) => (place && placeOf(place)) ?? []));
  return {
    type: 'element',
    tagName,
    properties,
    children,
    ...(position && { position }),
  };
}

/** What is left of an element's properties without its classes; an author's own id, language and the like stay. */
export function withoutClass({ properties }: Element): Properties {
  const { className, markdown, ...rest } = properties;
  return rest;
}

/** The bold words that an element begins with, without the mark that ends them; empty where it begins otherwise. */
export function leadInOf(node: Element | undefined): string {
  const first = node?.children.find((child) => !isSilent(child) && !isIcon(child));
  if (isElement(first, 'p')) return leadInOf(first);
  return isElement(first, 'strong', 'b') ? textOf(first).replace(/(?<!\s)\s*[:.?]$/, '') : '';
}

/** The items of a list. */
export const itemsOf = (list: Element): Element[] => elementsIn(list).filter((node) => node.tagName === 'li');

/** Whether every item of a list begins with bold words. */
export const hasLeadIns = (list: Element): boolean => {
  const items = itemsOf(list);
  return items.length > 0 && items.every((item) => leadInOf(item));
};
