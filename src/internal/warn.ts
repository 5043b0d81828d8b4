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
 * Warns, once the page is parsed, of what is wrong with an element's content.
 * @param wanted what belongs inside it
 * @param mistakes what is wrong where there is content at all
 */
export function warnContent(element: Element, wanted: string, mistakes: readonly string[] = []): void {
  if (document.readyState === 'loading') return;
  const isEmpty = !element.childElementCount && !element.textContent?.trim();
  for (const mistake of isEmpty ? [`is empty: put ${wanted} inside it.`] : mistakes) warn(element, mistake);
}
