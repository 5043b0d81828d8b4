import './globals.js';

let warned = false;

/**
 * Registers an element. Where another copy of the library, or another library, has taken the tag, the first one stays
 * and the page is told once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) {
    customElements.define(tag, element);
  } else if (present !== element && !warned) {
    warned = true;
    console.warn(
      `deepdive-elements: <${tag}> is registered already, the first one stays. Load one copy of the library.`,
    );
  }
}
