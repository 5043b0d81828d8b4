import { enforce } from './own-attributes.js';

/** Sets a property of a node's `style`, or removes it, and misses it like an attribute. What else is in the `style` stays. */
export function enforceStyle(element: HTMLElement, name: string, value: string | null): void {
  const { style } = element;
  if (value === null && !style.getPropertyValue(name)) return;
  const present = element.getAttribute('style');
  style.setProperty(name, value);
  enforce(element, 'style', element.getAttribute('style') || null, present);
}
