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

/**
 * Warns, once the page is parsed, where an element has nothing to show.
 * @param wanted what belongs inside it
 * @param mistake what is wrong with the content where there is some; undefined where it is sound
 */
export function warnContent(element: Element, wanted: string, mistake?: string): void {
  if (document.readyState === 'loading') return;
  if (!element.childElementCount && !element.textContent?.trim()) warn(element, `is empty: put ${wanted} inside it.`);
  else if (mistake) warn(element, mistake);
}
