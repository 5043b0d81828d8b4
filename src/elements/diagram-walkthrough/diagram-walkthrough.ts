import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import type { WalkthroughController } from '../../diagrams/walkthrough.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { boxAsData } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * Leads through an `<architecture-diagram>` step by step: each step brings the nodes that it names forward. All steps can be
 * read at any time, without script, too. A click on a step's text goes to it; in the bar, the arrow keys, Home and End go
 * from step to step, and Escape ends.
 *
 * ```html
 * <diagram-walkthrough>
 *   <architecture-diagram id="checkout">
 *     <pre>
 * graph LR
 *   App --> API --> DB[(Ledger)]
 *     </pre>
 *   </architecture-diagram>
 *   <ol>
 *     <li data-nodes="App API">The app sends the order once, with a key of its own.</li>
 *     <li data-nodes="DB">The ledger keeps the key, so a second attempt changes nothing.</li>
 *   </ol>
 * </diagram-walkthrough>
 * ```
 *
 * @tag diagram-walkthrough
 * @slot - An `<ol>` whose items name nodes in `data-nodes`, and, if wanted, the diagram and anything else.
 * @csspart bar - The controls above the list. While a step is shown whose words are off the screen and the diagram is not,
 *   they stay at the lower end of the screen, and are the part `away`, too.
 * @csspart button - One of them: to the step before, to the next one, and back to the whole diagram.
 * @csspart position - Which step it is, or how many there are.
 * @csspart words - What the step says, in the part `away`.
 */
export class DiagramWalkthrough extends ReactiveElement {
  /** The id of the diagram. Without it: the one inside, the one that stands nearest before, or the first of the page. */
  @property({ attribute: 'for' }) htmlFor = '';

  #walkthrough?: WalkthroughController;

  constructor() {
    super();
    new StylesheetController(
      this,
      () => import('../../styles/list.css?inline'),
      () => import('./diagram-walkthrough.css?inline'),
    );
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The walkthrough as data: its steps with the nodes that they name, and what is beside them. */
  toJSON(): JsonOf<'diagram-walkthrough'> {
    const lists = this.querySelectorAll(':scope > ol');
    const steps = Array.from(this.querySelectorAll<HTMLLIElement>(':scope > ol > li'), (step) => ({
      nodes: step.dataset['nodes']?.match(/\S+/g) ?? [],
      text: textOf(step),
    }));
    return boxAsData(this, { for: this.htmlFor, steps }, ...lists);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await whenLoaded(import('../../diagrams/walkthrough.js'), ({ WalkthroughController }) => {
      this.#walkthrough ??= new WalkthroughController(this);
    });
    super.scheduleUpdate();
  }
}
