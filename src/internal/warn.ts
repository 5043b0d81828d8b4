import type { Messages } from './mistakes.js';
import type { TableMistake } from './tables.js';

/** What is wrong, in words or, of a table, by its kind. */
export type Mistake = string | TableMistake;

const said = new WeakMap<Element, Set<string>>();

/**
 * Tells the author, once an element and message, what is wrong with the markup and how to mend it. An element that has left
 * the page by then was a copy to measure with, such as one of Vue's `TransitionGroup`: what is wrong with it is told if it
 * comes back.
 * @param message the problem and its fix, read after the element's tag
 */
export function warn(element: Element, message: string): void {
  const messages = said.get(element) ?? new Set();
  if (messages.has(message) || !element.isConnected) return;
  said.set(element, messages.add(message));
  console.warn(`<${element.localName}> ${message}`, element);
}

/** What is told to authors is loaded where there is something to tell. */
const tell = (use: (told: typeof import('./mistakes.js')) => void): Promise<void> =>
  import('./mistakes.js').then(use, () => {});

/** Tells the author of one mistake. */
export function warnOf<K extends keyof Messages>(
  element: Element,
  key: K,
  ...parts: Parameters<Messages[K]>
): Promise<void> {
  return tell(({ warnOfOne }) => warnOfOne(element, key, parts));
}

/** Warns where an attribute's value is none of the known ones. An absent or empty value is no mistake. */
export function warnUnknown(element: Element, attribute: string, value: unknown, known: readonly string[]): void {
  if (value && !known.includes(String(value).trim().toLowerCase()))
    void warnOf(element, 'unknown', attribute, value, known);
}

/** Elements with something wrong with them that a module of the page may still set right. */
export const untold = new WeakSet<Element>();

/** Whether the modules of the page have run. Where they have not, an element with a `ContentController` asks again then. */
export function isPageLoaded(element: Element): boolean {
  if (document.readyState === 'complete') return true;
  untold.add(element);
  return false;
}

export const isEmpty = (element: Element) => !element.childElementCount && !element.textContent?.trim();

/**
 * Warns, once the page is loaded and its modules have run, of what is wrong with an element's content.
 * @param isSound whether the content is what belongs there
 * @param mistakes what else is wrong with it
 */
export async function warnContent(
  element: Element & { readonly isUpdatePending?: boolean },
  isSound = true,
  mistakes: readonly Mistake[] | Promise<readonly Mistake[]> = [],
): Promise<void> {
  const wasEmpty = isEmpty(element);
  const found = await mistakes;
  // What is sound is not asked again when the page is loaded.
  if ((isSound && !found.length && !wasEmpty) || !isPageLoaded(element)) return;
  await tell(({ warnOfContent }) => {
    // What has been filled since then is checked when it is, and so is what is on its way.
    if (wasEmpty === isEmpty(element) && !element.isUpdatePending) warnOfContent(element, isSound, found);
  });
}
