import { suggest } from './own-attributes.js';

/**
 * Tells the stylesheet by `data-kind` what each item is about.
 * @param kindOf what an item is about; `undefined` where its words do not say so
 */
export function labelKinds(items: readonly HTMLElement[], kindOf: (item: HTMLElement) => string | undefined): void {
  for (const item of items) suggest(item, 'data-kind', kindOf(item));
}
