/**
 * The attributes of ours on authors' nodes. Each is written here, so that one that is taken away again is missed: a library
 * that morphs a page towards new HTML resets what that HTML does not have. Whose content it is in, watches.
 */

/** What was written last, and what was there before; `null` is none. */
const written = new WeakMap<Element, Record<string, { value: string | null; before: string | null }>>();

/** Who watches over the content of an element, by that element. */
export const watchers = new WeakMap<Node, { watch(attribute: string): void; update(): void }>();

function set(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
}

/** Sets an attribute, or removes it, whatever it is now: for what shows a state. */
export function enforce(
  element: Element,
  name: string,
  value: string | null,
  present = element.getAttribute(name),
): void {
  const all = written.get(element);
  const own = all?.[name];
  written.set(element, { ...all, [name]: { value, before: own?.value === present ? own!.before : present } });
  set(element, name, value);
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
  const own = written.get(element)?.[name];
  const present = element.getAttribute(name);
  const isOurs = present === null || present === (own ? own.value : unknown);
  if (isOurs && present !== value) enforce(element, name, value);
  return isOurs;
}

/** The same for an attribute that authors write, too: where there is one already, it is the author's. */
export const suggest = (element: Element, name: string, value?: string | null): boolean =>
  derive(element, name, value, null);

/** What was written last, whoever has taken it away since. */
export const lastOf = (element: Element, name: string): string | null | undefined =>
  written.get(element)?.[name]?.value;

/** Whether an attribute is not, or no longer, as it was written here. */
export const isForeign = ({ target, attributeName: name }: Pick<MutationRecord, 'target' | 'attributeName'>): boolean =>
  lastOf(target as Element, name!) !== (target as Element).getAttribute(name!);

/** Leaves the nodes of a page as they were before anything was written, but for some, and lets the elements write again. */
export function withdraw(root: ParentNode, isSpared: (node: Element) => boolean): void {
  for (const node of root.querySelectorAll('*')) {
    watchers.get(node)?.update();
    const own = written.get(node);
    if (!own || isSpared(node)) continue;
    for (const [name, { value, before }] of Object.entries(own))
      if (node.getAttribute(name) === value) set(node, name, before);
  }
}
