import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import type { ReferenceController } from '../../diagrams/ref.js';
import type { JsonOf } from '../../internal/json.js';
import { property } from '../../internal/property.js';
import { textOf } from '../../internal/text.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * Words that mean a part of an `<architecture-diagram>`, and lead there. The pointer or the focus on them brings that part
 * forward; a click goes to it and marks it. Without script, and where there is no such diagram, they are plain words.
 *
 * ```html
 * <p>Requests enter at <diagram-ref for="edge" node="LB">the load balancers</diagram-ref>.</p>
 * <architecture-diagram id="edge">
 *   <pre>
 * graph LR
 *   LB[Load balancers] --> API[API servers]
 *   </pre>
 * </architecture-diagram>
 * ```
 *
 * @tag diagram-ref
 * @slot - The words.
 * @csspart link - The link around the words.
 */
export class DiagramRef extends ReactiveElement {
  /** The id of the diagram. Without it: the one that stands nearest before, or the first of the page. */
  @property({ attribute: 'for' }) htmlFor = '';
  /** The name of the node in the diagram's source. Several, with spaces between, come forward together. */
  @property({ converter: (value) => value ?? '' }) node = '';

  #reference?: ReferenceController;

  constructor() {
    super();
    new ContentController(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** The reference as data: the diagram, the node and the words. */
  toJSON(): JsonOf<'diagram-ref'> {
    const { htmlFor, node } = this;
    return { type: 'diagram-ref', ...(htmlFor && { for: htmlFor }), node, text: textOf(this) };
  }

  protected override async scheduleUpdate(): Promise<void> {
    await whenLoaded(import('../../diagrams/ref.js'), ({ ReferenceController }) => {
      this.#reference ??= new ReferenceController(this);
    });
    super.scheduleUpdate();
  }
}
