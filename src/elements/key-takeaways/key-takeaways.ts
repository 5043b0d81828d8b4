import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { labelKinds } from '../../internal/kinds.js';
import { itemsOf, leadInOf, listAsData } from '../../internal/read.js';
import { warnContent, warnUnknown } from '../../internal/warn.js';
import { kindOfTakeaway, takeaways } from './kinds.js';

/**
 * What a reader takes home: when to apply it, when to avoid it, what it costs, whom it needs. Each kind has its mark.
 *
 * ```html
 * <key-takeaways>
 *   <ol>
 *     <li><strong>When to apply</strong>: writes are split by one key.</li>
 *     <li><strong>When to avoid</strong>: transactions cross that key.</li>
 *     <li><strong>Cost considerations</strong>: three copies of everything.</li>
 *     <li><strong>Team requirements</strong>: two people who know the log.</li>
 *   </ol>
 * </key-takeaways>
 * ```
 *
 * @tag key-takeaways
 * @slot - A heading, if wanted, and an `<ol>` or `<ul>` whose items begin with what they are about in bold. `data-kind` on an item (`apply`, `avoid`, `cost`, `team`) says it in any language.
 */
export class KeyTakeaways extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/list.css?inline'),
      () => import('./key-takeaways.css?inline'),
    );
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The list as data: the heading, if there is one, and the items. */
  toJSON(): JsonOf<'key-takeaways'> {
    return listAsData(this);
  }

  protected override updated(): void {
    const items = itemsOf(this);
    for (const { dataset } of items) warnUnknown(this, 'data-kind', dataset['kind'], takeaways);
    labelKinds(items, (item) => kindOfTakeaway(leadInOf(item)));
    warnContent(this, items.length > 0);
  }
}
