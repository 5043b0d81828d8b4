import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { JsonOf } from '../../internal/json.js';
import { asData, itemsOf, listAsData, pairsOf } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';

/**
 * How a system is run, practice by practice: metrics, logging, tracing, alerting. In columns where there is room.
 *
 * ```html
 * <practice-list>
 *   <ul>
 *     <li><strong>Metrics</strong>: lag and error rate by shard.</li>
 *     <li><strong>Tracing</strong>: one request in a thousand, and every slow one.</li>
 *   </ul>
 * </practice-list>
 * ```
 *
 * @tag practice-list
 * @slot - A heading, if wanted, and a `<ul>` whose items begin with the practice in bold, or a `<dl>`.
 */
export class PracticeList extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/list.css?inline'),
      () => import('./practice-list.css?inline'),
    );
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The list as data: the heading, if there is one, and the practices. */
  toJSON(): JsonOf<'practice-list'> {
    const list = this.querySelector('dl');
    const items = pairsOf(list).map(({ term, values }) => ({ lead: textOf(term), text: values.map(textOf).join(' ') }));
    return items.length ? asData(this, { items }, list) : listAsData(this);
  }

  protected override updated(): void {
    warnContent(this, Boolean(itemsOf(this).length || this.querySelector('dt')));
  }
}
