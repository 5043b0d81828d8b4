import type { ReactiveElement } from '@lit/reactive-element';
import { DataContent } from './data-content.js';
import { itemsOf, type Read } from './data-items.js';
import { warnOf } from './warn.js';

/** The node that stands for data, of the parts of each item. */
export type Form = (items: readonly Read[], data: readonly unknown[]) => HTMLElement;

/**
 * Shows a data property as what an author would have written: `rows` as a `<table>`. Markup of the author's wins. Data that
 * cannot be used is ignored, with a warning, and what is shown stays.
 * @param markup selects what the author may have written instead
 * @returns what is to be called when the host updates
 */
export function showsData(host: ReactiveElement, property: string, markup: string, form: Form): () => void {
  const content = new DataContent(host);
  let data: readonly unknown[] | undefined;
  const refuse = (where = '') => void warnOf(host, 'unusable', property, where);
  const make = () => form(itemsOf(data!, refuse, host), data!);
  return () => {
    const shown = data;
    // An attribute of that name sets nothing: it is named, too.
    const given: unknown = host[property as keyof ReactiveElement] ?? host.getAttribute(property) ?? undefined;
    if (given === undefined || Array.isArray(given)) data = given;
    else refuse();
    const isAuthored = content.hasAuthored(markup, data && make);
    if (isAuthored && data) warnOf(host, 'markupAndData', property);
    content.update(isAuthored ? undefined : data && make, data !== shown);
  };
}
