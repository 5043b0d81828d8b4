/**
 * The attributes of ours on authors' nodes. Each is written here, so that one that is taken away again is missed: a library
 * that morphs a page towards new HTML resets what that HTML does not have. Whose content it is in, watches.
 */

/** What was written last; `null` where there must be none. */
const written = new WeakMap<Element, Record<string, string | null>>();

/** Who watches over the content of an element, by that element. */
export const watchers = new WeakMap<Node, { watch(attribute: string): void; update(): void }>();

/** Sets an attribute, or removes it, whatever it is now: for what shows a state. */
export function enforce(element: Element, name: string, value: string | null): void {
  written.set(element, { ...written.get(element), [name]: value });
  if (value === null) element.removeAttribute(name);
  else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
  let at: Node | null = element;
  while (at && !watchers.has(at)) at = at.parentNode;
  watchers.get(at!)?.watch(name);
}

/**
 * Sets an attribute that only we write, or removes it. Whoever changes it after that has the last word.
 * @param unknown what of it is ours where nothing has been written yet
 * @returns whether it is ours
 */
export function derive(
  element: Element,
  name: string,
  value: string | null = null,
  unknown = element.getAttribute(name),
): boolean {
  const { [name]: own = unknown } = written.get(element) ?? {};
  const present = element.getAttribute(name);
  const isOurs = present === null || present === own;
  if (isOurs && present !== value) enforce(element, name, value);
  return isOurs;
}

/** The same for an attribute that authors write, too: where there is one already, it is the author's. */
export const suggest = (element: Element, name: string, value?: string | null): boolean =>
  derive(element, name, value, null);

/** Whether an attribute is not, or no longer, as it was written here. */
export const isForeign = ({ target, attributeName: name }: Pick<MutationRecord, 'target' | 'attributeName'>): boolean =>
  written.get(target as Element)?.[name!] !== (target as Element).getAttribute(name!);
