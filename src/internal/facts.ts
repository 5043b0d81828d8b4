import { type Content, element } from './data-content.js';
import type { Form } from './data-property.js';

/** A fact as data: each part is text, a number or a node. */
export interface Fact {
  label: Content;
  value: Content;
  /** Smaller text below the value. */
  note?: Content;
}

/** Facts as the `<dl>` that an author would have written. */
export const listOfFacts: Form = (facts) =>
  element(
    'dl',
    facts.map((read) => {
      const note = read('note');
      const dd = note && element('dd', note);
      return element('div', element('dt', read('label')), element('dd', read('value')), dd);
    }),
  );
