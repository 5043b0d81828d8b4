const said = new WeakMap<Element, Set<string>>();

/**
 * Tells the author, once an element and message, what is wrong with the markup and how to mend it.
 * @param message the problem and its fix, read after the element's tag
 */
export function warn(element: Element, message: string): void {
  const messages = said.get(element) ?? new Set();
  if (messages.has(message)) return;
  said.set(element, messages.add(message));
  console.warn(`<${element.localName}> ${message}`, element);
}

/** Warns where an attribute's value is none of the known ones. An absent or empty value is no mistake. */
export function warnUnknown(element: Element, attribute: string, value: unknown, known: readonly string[]): void {
  if (!value || known.includes(String(value).toLowerCase())) return;
  warn(element, `does not know ${attribute}="${value}": use ${known.join(', ')}.`);
}

/** Warns where an element has nothing to show once the page is parsed. */
export function warnEmpty(element: Element, wanted: string): void {
  if (document.readyState === 'loading' || element.childElementCount || element.textContent?.trim()) return;
  warn(element, `is empty: put ${wanted} inside it.`);
}
