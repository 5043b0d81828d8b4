import { ReactiveElement } from '@lit/reactive-element';
import { ContentController } from '../../controllers/content-controller.js';
import { NearViewportController } from '../../controllers/near-viewport-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { wordsFor } from '../../controllers/words-controller.js';
import type { Mermaid } from '../../diagrams/mermaid.js';
import { entryOf, recall } from '../../diagrams/recall.js';
import type { DiagramView } from '../../diagrams/view.js';
import { element } from '../../internal/data-content.js';
import { fragment } from '../../internal/fragment.js';
import { keepGlobals } from '../../internal/globals.js';
import type { JsonOf } from '../../internal/json.js';
import { oneOf } from '../../internal/one-of.js';
import { property } from '../../internal/property.js';
import { asData } from '../../internal/read.js';
import { textOf } from '../../internal/text.js';
import { warnContent } from '../../internal/warn.js';
import { whenLoaded } from '../../internal/when-loaded.js';

/**
 * How near is near, in CSS pixels: what Chromium takes for lazy images
 * (https://web.dev/articles/browser-level-image-lazy-loading).
 */
const near = 1250;

/**
 * A Mermaid diagram. Its source stays in the page and is what is read without JavaScript, until the drawing is there,
 * and where it cannot be drawn. Mermaid is imported when the first diagram comes near the viewport; never for a drawing
 * that is there: an `<svg>` inside, or one from the reader's earlier visit.
 *
 * ```html
 * <architecture-diagram id="edge">
 *   <pre>
 * graph LR
 *   CDN --> LB[Load balancers] --> API[API servers]
 *   </pre>
 *   <figcaption>Requests enter at the edge.</figcaption>
 * </architecture-diagram>
 * ```
 *
 * `#edge/LB` in the page's address goes to the load balancers and marks them.
 *
 * @tag architecture-diagram
 * @slot - The source in a `<pre>`, and, if wanted, a `<figcaption>`.
 * @slot drawing - An `<svg>` that was drawn before, by `deepdive draw` or by anybody else.
 * @fires load - The drawing is there. Does not bubble.
 * @fires error - There will be no drawing: the source cannot be read, or Mermaid cannot be loaded. Does not bubble.
 * @csspart drawing - The box around the drawing, which scrolls where the drawing is too wide.
 * @csspart bar - The line below the drawing, with its buttons or the error.
 * @csspart error - Why there is no drawing.
 * @csspart text - What the diagram says as a list, where the reader has asked for it.
 * @cssstate visible - There is a drawing to be seen.
 * @cssstate drawn - There is a drawing, and its nodes are named, linked and within reach of keys.
 * @cssstate source - The reader has asked for the source beside the drawing.
 * @cssproperty [--dd-diagram-node=var(--dd-paper)] - Fill of nodes.
 * @cssproperty [--dd-diagram-group=a trace of --dd-ink] - Fill of groups.
 * @cssproperty [--dd-diagram-border=var(--dd-line-strong)] - Outline of nodes.
 * @cssproperty [--dd-diagram-group-border=var(--dd-line)] - Outline of groups.
 * @cssproperty [--dd-diagram-line=a softened --dd-ink-quiet] - Connections and their heads.
 * @cssproperty [--dd-diagram-text=var(--dd-ink)] - Labels.
 * @cssproperty [--dd-diagram-surface=var(--dd-surface)] - Background of labels that lie on a connection, and of notes.
 */
export class ArchitectureDiagram extends ReactiveElement {
  /** Imports Mermaid; set it before the first diagram to take Mermaid from elsewhere. */
  static loadMermaid: () => Promise<Mermaid> = async () => (await import('../../diagrams/mermaid-bundle.js')).default;

  static #mermaid?: Promise<Mermaid>;

  /** Mermaid, imported once; anew after a failure. */
  static mermaid(): Promise<Mermaid> {
    // What it looks for in the window.
    keepGlobals('fastdom', 'cytoscape', 'Buffer', '__mermaidProfiler');
    ArchitectureDiagram.#mermaid ??= ArchitectureDiagram.loadMermaid().catch((error) => {
      ArchitectureDiagram.#mermaid = undefined;
      throw error;
    });
    return ArchitectureDiagram.#mermaid;
  }

  /**
   * Who places nodes and connections. Any other value is as none, with a warning.
   *
   * - `dagre`: Small, and right for most diagrams.
   * - `elk`: Untangles larger graphs, and is three times the download.
   */
  @oneOf(['dagre', 'elk'])
  @property({ converter: (value) => value || 'dagre' })
  layout: 'dagre' | 'elk' = 'dagre';
  /** Draw a flowchart whose only fault is that labels lack quotes, as if they were there. The source stays as it is. */
  @property({ type: Boolean }) repair = false;

  readonly #internals = this.attachInternals();
  #isNear = false;
  #view?: Promise<DiagramView | undefined>;

  constructor() {
    super();
    new StylesheetController(this, () => import('./architecture-diagram.css?inline'));
    new ContentController(this);
    new NearViewportController(this, near, this.draw);
    // Asked for now, its language is there with the drawing.
    wordsFor(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.replaceChildren(element('slot'));
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#goToNode);
    this.#goToNode();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#goToNode);
  }

  /** Mermaid source, as it is written in the page. */
  get source(): string {
    return this.querySelector(':scope > pre')?.textContent?.trim() ?? '';
  }

  /** The drawing, where there is one, once it has its names. */
  get svg(): SVGSVGElement | null {
    const isDrawn = this.matches(':state(drawn)');
    const drawing = isDrawn && this.renderRoot.querySelector<SVGSVGElement>('[part=canvas] > svg');
    return drawing || this.querySelector<SVGSVGElement>(':scope > svg');
  }

  /** Draws now, rather than when the diagram comes near the viewport. */
  draw = (): void => {
    this.#isNear = true;
    this.requestUpdate();
  };

  /** The diagram as data: its source and its caption. */
  toJSON(): JsonOf<'architecture-diagram'> {
    const { source } = this;
    const caption = this.querySelector('figcaption');
    const told = source ? this.querySelectorAll(':scope > :is(pre, svg)') : [];
    return { ...asData(this, { caption: textOf(caption) }, caption, ...told), source };
  }

  /** All that a diagram needs only once it is near: imported then. Where that fails, its source stays. */
  get view(): Promise<DiagramView | undefined> {
    this.#view ??= whenLoaded(
      import('../../diagrams/view.js'),
      ({ DiagramView }) => new DiagramView(this, this.#internals),
    );
    return this.#view;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#view;
    return isDone;
  }

  protected override updated(): void {
    const { source } = this;
    const isReady = this.querySelector(':scope > svg');
    warnContent(this, Boolean(source || isReady));
    this.#isNear ||= this.#isInSight();
    if (!this.#isNear) return;
    void this.view.then((view) => view?.update());
    // What it will ask for; at once, rather than one after the other.
    if (source && !isReady && !recall(entryOf(this))) preload();
  }

  #isInSight(): boolean {
    const { top, bottom } = this.getBoundingClientRect();
    return this.checkVisibility() && bottom > -innerHeight && top < 2 * innerHeight;
  }

  /** Goes to the node that the page's address names. */
  #goToNode = async (): Promise<void> => {
    const wanted = fragment();
    const { id } = this;
    if (!id || !wanted.startsWith(`${id}/`)) return;
    this.draw();
    (await this.view)?.goTo(wanted.slice(id.length + 1));
  };
}

/** Drawing code and Mermaid at once, rather than one after the other. */
function preload(): void {
  void import('../../diagrams/draw.js').catch(() => {});
  void ArchitectureDiagram.mermaid().catch(() => {});
}
