/** The kinds that this module has set, so that an author's own stay. */
const ours = new WeakMap<Element, string>();

/**
 * Tells the stylesheet by `data-kind` what each item is about.
 * @param kindOf what an item is about; `undefined` where its words do not say so
 */
export function labelKinds(items: readonly HTMLElement[], kindOf: (item: HTMLElement) => string | undefined): void {
  for (const item of items) {
    const { kind } = item.dataset;
    if (kind && kind !== ours.get(item)) continue;
    const found = kindOf(item);
    if (found) {
      item.dataset['kind'] = found;
      ours.set(item, found);
    } else {
      delete item.dataset['kind'];
    }
  }
}
