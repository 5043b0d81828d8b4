import { leadInOf } from './read.js';

/** The kinds that this module has set, so that an author's own stay. */
const ours = new WeakMap<Element, string>();

/**
 * Tells the stylesheet by `data-kind` what each item is about.
 * @param textOfItem what to judge by; the item's bold beginning unless told
 */
export function labelKinds(
  items: readonly HTMLElement[],
  kinds: readonly (readonly [RegExp, string])[],
  textOfItem: (item: HTMLElement) => string = leadInOf,
): void {
  for (const item of items) {
    const { kind } = item.dataset;
    if (kind && kind !== ours.get(item)) continue;
    const text = textOfItem(item);
    const [, found] = kinds.find(([pattern]) => pattern.test(text)) ?? [];
    if (found) {
      item.dataset['kind'] = found;
      ours.set(item, found);
    } else {
      delete item.dataset['kind'];
    }
  }
}
