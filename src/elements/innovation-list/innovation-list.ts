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
 * What a system did first or better, the most important one first, each with an address of its own.
 *
 * ```html
 * <innovation-list>
 *   <ol>
 *     <li><strong>Leases by shard</strong>: a region can be lost without losing an order.</li>
 *     <li><strong>Replay by buyer</strong>: a bad deploy is undone in minutes.</li>
 *   </ol>
 * </innovation-list>
 * ```
 *
 * @tag innovation-list
 * @slot - A heading, if wanted, and an `<ol>` whose items begin with the innovation in bold.
 * @csspart link - The link to the item that the pointer or the arrow keys are on.
 */
export class InnovationList extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/list.css?inline'),
      () => import('./innovation-list.css?inline'),
    );
    new ContentController(this);
    new LinkController(this, { targets: () => itemsOf(this) });
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The list as data: the heading, if there is one, and the items. */
  toJSON(): JsonOf<'innovation-list'> {
    return listAsData(this);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const items = itemsOf(this);
    for (const [index, item] of items.entries()) ensureId(item, slug(leadInOf(item)) || `innovation-${index + 1}`);
    warnContent(this, items.length > 0);
  }
}
