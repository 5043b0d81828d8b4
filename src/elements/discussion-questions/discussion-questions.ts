import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { LinkController } from '../../controllers/link-controller.js';
import { PrintController } from '../../controllers/print-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { ensureId } from '../../internal/anchors.js';
import type { JsonOf } from '../../internal/json.js';
import { itemsOf, listAsData } from '../../internal/read.js';
import { withoutRoot } from '../../internal/roots.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';

/**
 * Questions to discuss, numbered and each with an address of its own. Answers, where there are any, are folded, and open
 * on paper.
 *
 * ```html
 * <discussion-questions>
 *   <ol>
 *     <li>
 *       Could this carry ten times the load?
 *       <details><summary>Answer</summary><p>Not before the index is split.</p></details>
 *     </li>
 *   </ol>
 * </discussion-questions>
 * ```
 *
 * @tag discussion-questions
 * @slot - A heading, if wanted, and an `<ol>` of questions, each with its answer in a `<details>` if there is one.
 * @csspart link - The link to the question that the pointer or the arrow keys are on.
 */
export class DiscussionQuestions extends ReactiveElement {
  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/controls.css?inline'),
      () => import('../../styles/list.css?inline'),
      () => import('./discussion-questions.css?inline'),
    );
    new ContentController(this);
    new LinkController(this, { targets: () => itemsOf(this) });
    new PrintController(this);
  }

  protected override createRenderRoot(): this {
    return withoutRoot(this);
  }

  /** The list as data: the heading, if there is one, and the questions, each apart from its answer. */
  toJSON(): JsonOf<'discussion-questions'> {
    const items = itemsOf(this).map((item) => {
      const folded = item.querySelector('details');
      const words = textOf(folded);
      const summary = textOf(folded?.querySelector('summary'));
      const answer = words.slice(summary.length).trim();
      return { text: textOf(item).replace(words, '').trim(), ...(summary && { summary }), ...(answer && { answer }) };
    });
    return listAsData(this, items);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const items = itemsOf(this);
    for (const [index, item] of items.entries()) ensureId(item, `question-${index + 1}`);
    warnContent(this, items.length > 0);
  }
}
