import { type PropertyValues, ReactiveElement } from '@lit/reactive-element';
import { state } from '@lit/reactive-element/decorators/state.js';
import type { Mermaid } from 'mermaid';
import { ContentController } from '../../controllers/content-controller.js';
import { NearViewportController } from '../../controllers/near-viewport-controller.js';
import { StylesheetController } from '../../controllers/stylesheet-controller.js';
import { textOf } from '../../internal/anchors.js';
import { element } from '../../internal/data-content.js';
import type { Json } from '../../internal/read.js';
import { warn, warnContent } from '../../internal/warn.js';

/**
 * A Mermaid diagram. Its source stays in the page and is what is read without JavaScript, until the drawing is there,
 * and where it cannot be drawn. Mermaid is imported when the first diagram comes near the viewport.
 *
 * ```html
 * <architecture-diagram>
 *   <pre>
 * graph LR
 *   CDN --> LB[Load balancers] --> API[API servers]
 *   </pre>
 *   <figcaption>Requests enter at the edge.</figcaption>
 * </architecture-diagram>
 * ```
 *
 * @tag architecture-diagram
 * @slot - The source in a `<pre>`, and, if wanted, a `<figcaption>`.
 * @csspart drawing - The box around the drawing, which scrolls where the drawing is too wide.
 * @csspart bar - The line below the drawing, with its buttons or the error.
 * @csspart error - Why there is no drawing.
 * @cssstate drawn - There is a drawing.
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
  static loadMermaid: () => Promise<Mermaid> = async () => (await import('mermaid')).default;

  readonly #internals = this.attachInternals();
  #isNear = false;
  readonly #sheet = new CSSStyleSheet();
  /** The source of the drawing, of the one under way, or of the error. */
  #source?: string;

  @state() private svg?: SVGSVGElement;
  @state() private error?: { message: string; canRetry: boolean };
  @state() private isSourceShown = false;

  readonly #slot = element('slot');
  readonly #drawing = element('div');
  readonly #bar = element('div');
  readonly #sourceButton = element('button', 'Source');
  readonly #retryButton = element('button', 'Try again');
  readonly #message = element('p');

  constructor() {
    super();
    new StylesheetController(this, () => import('./architecture-diagram.css?inline'));
    new ContentController(this);
    this.#drawing.setAttribute('part', 'drawing');
    this.#drawing.tabIndex = 0;
    this.#drawing.role = 'img';
    this.#bar.setAttribute('part', 'bar');
    this.#message.setAttribute('part', 'error');
    this.#message.role = 'status';
    this.#sourceButton.addEventListener('click', () => {
      this.isSourceShown = !this.isSourceShown;
    });
    this.#retryButton.addEventListener('click', () => this.#draw(this.#source));
    new NearViewportController(this, () => {
      this.#isNear = true;
      this.requestUpdate();
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#slot);
    return root;
  }

  /** The diagram as data: its source and its caption. */
  toJSON(): Json {
    const caption = textOf(this.querySelector('figcaption'));
    const source = this.querySelector('pre')?.textContent?.trim() ?? '';
    return { type: this.localName, ...(caption && { caption }), source };
  }

  protected override updated(changed: PropertyValues): void {
    const source = this.querySelector(':scope > pre')?.textContent?.trim();
    const mistakes = source ? [] : ['has no source to draw: put the Mermaid source into a <pre>.'];
    warnContent(this, 'a <pre> with Mermaid source', mistakes);
    if (source !== this.#source && this.#isNear) void this.#draw(source);
    this.#show();
    if (changed.has('svg')) this.#toggleState('drawn', Boolean(this.svg));
    if (changed.has('isSourceShown')) this.#toggleState('source', this.isSourceShown);
  }

  async #draw(source: string | undefined): Promise<void> {
    this.#source = source;
    this.error = undefined;
    if (!source) {
      this.svg = undefined;
      return;
    }
    try {
      // What the shadow root shows, and so its styles, come with the first drawing.
      const [{ draw }, { default: styles }] = await Promise.all([
        import('../../diagrams/draw.js'),
        import('./architecture-diagram.shadow.css?inline'),
      ]);
      // An earlier drawing keeps its rules until the next one is there.
      if (!this.svg) this.#style(styles);
      const { svg, css } = await draw(source, getComputedStyle(this).fontFamily, ArchitectureDiagram.loadMermaid);
      // The source may have changed while it was drawn.
      if (this.#source !== source) return;
      this.#style(styles + css);
      this.svg = svg;
    } catch (error) {
      if (this.#source === source) this.#explain(error as Error);
    }
  }

  #style(css: string): void {
    this.#sheet.replaceSync(css);
    this.shadowRoot!.adoptedStyleSheets = [this.#sheet];
  }

  #explain({ name, message }: Error): void {
    const isLoadError = name !== 'DiagramError';
    this.svg = undefined;
    this.error = {
      message: isLoadError ? 'Mermaid could not be loaded.' : `This diagram could not be drawn. ${message}`,
      canRetry: isLoadError,
    };
    warn(this, `${isLoadError ? 'could not load Mermaid' : 'could not be drawn'}: ${message}`);
  }

  /** What the drawing is called: its caption, or else the last heading before it. */
  get #name(): string {
    let node: Element | null | undefined = this.querySelector('figcaption') ?? this.previousElementSibling;
    while (node && !node.matches('figcaption, h1, h2, h3, h4, h5, h6')) node = node.previousElementSibling;
    return node?.textContent?.trim() || 'Diagram';
  }

  #toggleState(name: string, isOn: boolean): void {
    this.#internals.states[isOn ? 'add' : 'delete'](name);
  }

  #show(): void {
    const { svg, error } = this;
    if (svg) {
      this.#drawing.ariaLabel = this.#name;
      if (this.#drawing.firstChild !== svg) this.#drawing.replaceChildren(svg);
      if (!this.#drawing.isConnected) this.#slot.before(this.#drawing);
      this.#sourceButton.ariaPressed = String(this.isSourceShown);
      // Putting it there again would take the focus from it.
      if (!this.#sourceButton.isConnected) this.#bar.replaceChildren(this.#sourceButton);
    } else {
      this.#drawing.remove();
      this.#message.textContent = error?.message ?? '';
      this.#bar.replaceChildren(this.#message, ...(error?.canRetry ? [this.#retryButton] : []));
    }
    if (!svg && !error) this.#bar.remove();
    else if (!this.#bar.isConnected) this.#slot.after(this.#bar);
  }
}
