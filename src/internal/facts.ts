import { type Content, element } from './data-content.js';

/** A fact as data: each part is text, a number or a node. */
export interface Fact {
  label: Content;
  value: Content;
  /** Smaller text below the value. */
  note?: Content;
}

/** The `<dl>` that an author would have written for facts. */
export function listOf(facts: readonly Fact[]): HTMLElement {
  const groups = facts.map(({ label, value, note }) =>
    element('div', element('dt', label), element('dd', value), note == null ? note : element('dd', note)),
  );
  return element('dl', ...groups);
}
