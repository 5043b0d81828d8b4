import type { Element, Parents, RootContent } from 'hast';

/** Marks what is made for a page and is no part of its source, so that reading the page leaves it out. */
const mark = 'dataDeepdive';

/** Marks an element as made. */
export function made(element: Element): Element {
  element.properties[mark] = '';
  return element;
}

/** Puts made elements into a page, each on a line of its own, so that `withoutMade` finds the page as it was. */
export function insertMade(parent: Parents, index: number, elements: readonly Element[]): void {
  const lines = elements.flatMap((element): RootContent[] => [{ type: 'text', value: '\n' }, made(element)]);
  (parent.children as RootContent[]).splice(index, 0, ...lines);
}

/** Takes out what was made, each with the line break before it. */
export function withoutMade(parent: Parents): void {
  const kept: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    const isElement = child.type === 'element';
    if (isElement && child.properties[mark] !== undefined) {
      const before = kept.at(-1);
      if (before?.type === 'text' && before.value === '\n') kept.pop();
    } else {
      if (isElement) withoutMade(child);
      kept.push(child);
    }
  }
  (parent.children as RootContent[]) = kept;
}

/** Takes the mark from what an author wrote: nobody's words are to be left out. */
export function unmark(parent: Parents): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    delete child.properties[mark];
    unmark(child);
  }
}
