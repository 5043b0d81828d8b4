import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { LinkController } from '../../controllers/link-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { ensureId, slug } from '../../internal/anchors.js';
import type { JsonOf } from '../../internal/json.js';
import { itemsOf, leadInOf, listAsData } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { warnContent } from '../../internal/warn.js';

/**
 * The decisions behind a design, numbered and each with an address of its own, so that others can refer to it.
 *
 * ```html
 * <decision-list>
 *   <h4>Key design decisions</h4>
 *   <ol>
 *     <li><strong>Sharding</strong>: orders are split by buyer.</li>
 *     <li><strong>Consistency</strong>: strong inside a shard, eventual across.</li>
 *   </ol>
 * </decision-list>
 * ```
 *
 * @tag decision-list
 * @slot - A heading, if wanted, and an `<ol>` whose items begin with the decision in bold.
 * @csspart link - The link to the item that the pointer or the arrow keys are on.
 */
export class DecisionList extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/list.css?inline'),
      () => import('./decision-list.css?inline'),
    );
    new ContentController(this);
    new LinkController(this, { targets: () => itemsOf(this) });
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The list as data: the heading, if there is one, and the items. */
  toJSON(): JsonOf<'decision-list'> {
    return listAsData(this);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const items = itemsOf(this);
    for (const [index, item] of items.entries()) ensureId(item, slug(leadInOf(item)) || `decision-${index + 1}`);
    warnContent(this, items.length > 0);
  }
}
