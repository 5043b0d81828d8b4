import type { ReactiveController } from '@lit/reactive-element';
import { type WordsController, wordsFor } from '../controllers/words-controller.js';
import type { ArchitectureDiagram } from '../elements/architecture-diagram/architecture-diagram.js';
import { addressOf } from '../internal/anchors.js';
import { copyText } from '../internal/clipboard.js';
import { element } from '../internal/data-content.js';
import { enforce } from '../internal/own-attributes.js';
import { addStyles, css } from '../internal/styles.js';
import { textOf } from '../internal/text.js';
import { provide } from '../internal/translations.js';
import { warn } from '../internal/warn.js';
import { whenLoaded } from '../internal/when-loaded.js';
import { diagrams } from '../languages/en-diagrams.js';
import type { Translation } from '../languages/translation.js';
import type { Notice } from './faults.js';
import { icon } from './icon.js';
import { keptDrawing, nameIds } from './kept-drawing.js';
import { errorOf } from './message-of.js';
import nodeStyles from './nodes.css?inline';
import type { DiagramOutline, OutlineNode } from './outline.js';
import { readOutline } from './read-outline.js';
import { type Entry, entryOf, recall } from './recall.js';
import { keepStill } from './stillness.js';
import { textOfOutline, worded } from './text.js';
import styles from './view.css?inline';
import type { Zoom } from './zoom.js';

provide(diagrams);

/**
 * What a reader does with a diagram: zoom, full screen, text, source, keys from node to node, links to nodes. Imported with
 * the first diagram that is shown.
 */
export class DiagramView implements ReactiveController {
  readonly #internals: ElementInternals;
  readonly #words: WordsController;
  /** What each thing that has words of ours says. */
  readonly #labels: (() => void)[] = [];
  #language?: string;
  readonly #zoomLevel = this.#button(
    '',
    () => `${this.#words.term('zoomTo', this.#words.term('zoomLevel', 100))} (0)`,
    () => this.#zoom((zoom) => zoom.to(1)),
  );
  readonly #fullScreenButton = this.#button(
    icons.fullScreen,
    () => this.#words.term(this.#dialog.open ? 'leaveFullScreen' : 'fullScreen'),
    () => this.#toggleFullScreen(),
  );
  readonly #textButton = this.#button('text', 'textOfDiagram', () => this.#toggle('text'));
  readonly #sourceButton = this.#button('source', 'sourceOfDiagram', () => this.#toggle('source'));
  readonly #allButton = this.#button('showAll', 'wholeHeight', () => this.#free?.());
  /** Gives the box its own height. */
  #free?: () => void;
  readonly #status = element('span');
  readonly #error = element('p');
  readonly #retryButton = this.#button('tryAgain', '', () => this.#retry?.());
  readonly #text = element('div');
  readonly #sourceTools = element('div');
  readonly #dialog = element('dialog') as HTMLDialogElement;
  readonly #gap = element('div');
  readonly #tools: Element[];
  readonly #sizes = new ResizeObserver(() => {
    if (!this.#zooming) this.#showZoom();
    this.#updateStops();
  });
  #zooming?: Promise<Zoom | undefined>;
  #retry?: () => void;
  #svg?: SVGSVGElement;
  /** What the drawing says; a moment after it is shown. */
  outline?: DiagramOutline;
  /** The same without the words of ours. */
  #read?: DiagramOutline;
  #wanted?: string;
  #faultyLine?: number;
  #failure?: Error;
  #marked: readonly string[] = [];
  #emphasized: readonly string[] = [];
  /** The node that the reader has pressed. */
  #pressed?: string;
  /** Where the pointer has gone down last. */
  #down = { clientX: 0, clientY: 0 };

  readonly #drawingSlot = element('slot') as HTMLSlotElement;
  readonly #ring = element('div');
  readonly #canvas = element('div', this.#drawingSlot, this.#ring);
  readonly #box = element('div', this.#canvas);
  readonly #bar = element('div');
  /** What the drawing that is shown, or the error, is of: a source with its settings, or the author's own `<svg>`. */
  #subject?: string | SVGSVGElement;

  constructor(
    private readonly host: ArchitectureDiagram,
    internals: ElementInternals,
  ) {
    this.#internals = internals;
    this.#words = wordsFor(host);
    const root = host.shadowRoot!;
    addStyles(root, styles);
    this.#box.setAttribute('part', 'drawing');
    this.#canvas.setAttribute('part', 'canvas');
    this.#drawingSlot.name = 'drawing';
    this.#ring.setAttribute('part', 'focus');
    this.#ring.hidden = true;
    this.#bar.setAttribute('part', 'bar');
    const zoomOut = this.#button(
      icons.minus,
      () => this.#nameOfZoom('zoomOut', '−'),
      () => this.#zoom((zoom) => zoom.out()),
    );
    const zoomIn = this.#button(
      icons.plus,
      () => this.#nameOfZoom('zoomIn', '+'),
      () => this.#zoom((zoom) => zoom.in()),
    );
    const fit = this.#button(icons.fit, 'fitDiagram', () => this.#zoom((zoom) => zoom.fit()));
    const zoomTools = this.#group('zoom', zoomOut, this.#zoomLevel, zoomIn, fit, this.#fullScreenButton);
    this.#status.setAttribute('role', 'status');
    this.#status.setAttribute('part', 'status');
    this.#tools = [zoomTools, this.#status, this.#group('otherForms', this.#textButton, this.#sourceButton)];
    this.#error.setAttribute('part', 'error');
    this.#error.setAttribute('role', 'status');
    this.#text.setAttribute('part', 'text');
    this.#sourceTools.setAttribute('part', 'source-tools');
    this.#sourceTools.append(
      this.#button('copySource', 'copyTheSource', () => this.#copy()),
      this.#button(
        'SVG',
        () => this.#words.term('downloadAs', 'SVG'),
        () => this.#download('svg'),
      ),
      this.#button(
        'PNG',
        () => this.#words.term('downloadAs', 'PNG'),
        () => this.#download('png'),
      ),
    );
    this.#dialog.addEventListener('close', () => this.#endFullScreen());
    this.#box.addEventListener('wheel', this.#onWheel, { passive: false });
    this.#box.addEventListener('pointerdown', this.#onPointerDown);
    for (const type of ['keydown', 'focusin', 'focusout']) this.#box.addEventListener(type, this.#showFocus);
    this.#box.addEventListener('keydown', this.#onKey);
    this.#box.addEventListener('click', this.#onClick);
    this.#box.addEventListener('blur', () => this.#updateStops());
    this.#bar.addEventListener('keydown', this.#onBarKey);
    this.#bar.addEventListener('focusin', () => this.#updateStops());
    host.addController(this);
    viewed.add(host);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#box);
    markLine(this.host, this.#faultyLine);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    markLine(this.host);
    this.#endZoom();
    if (this.#dialog.open) this.#dialog.close();
  }

  /** Shows what the host holds now: the author's `<svg>`, a drawing from an earlier visit, or one that is made. */
  update(): void {
    const { host } = this;
    const ready = host.querySelector<SVGSVGElement>(':scope > svg');
    const entry = entryOf(host);
    const subject = ready ?? entry.key;
    this.#translate();
    if (!host.isConnected) return;
    if (subject === this.#subject) {
      if (ready && this.outline) this.#restore(ready);
      return;
    }
    this.#subject = subject;
    if (ready) {
      enforce(ready, 'slot', 'drawing');
      this.#show(ready, true);
      this.#attend(ready);
      return;
    }
    const text = host.source && recall(entry);
    const kept = text && keptDrawing(text);
    if (kept) {
      this.#show(kept, true);
      this.#attend(kept);
      void whenLoaded(import('./remember.js'), ({ refresh }) => refresh(entry));
      drawAhead(host);
    } else if (host.source) {
      void this.#draw(entry);
    } else {
      this.#explain();
      this.#show(null);
    }
  }

  async #draw(entry: Entry): Promise<void> {
    const { host } = this;
    const isWanted = () => host.isConnected && this.#subject === entry.key;
    const { mermaid: load } = host.constructor as typeof ArchitectureDiagram;
    const { source, layout, repair } = host;
    underWay++;
    try {
      const { draw } = await import('./draw.js');
      const font = getComputedStyle(host).fontFamily;
      let shown: SVGSVGElement | undefined;
      const show = (svg: SVGSVGElement) => {
        if (!isWanted()) return;
        this.#show(svg);
        shown = svg;
      };
      const tell = ({ message, line }: Notice) => warn(host, line ? `${message} (line ${line})` : message);
      const drawing = await draw(source, { font, layout, repair, load, isWanted, show, tell });
      if (!drawing || !shown || !isWanted()) {
        // Taken away meanwhile: it is drawn when it comes back.
        if (this.#subject === entry.key) this.#subject = undefined;
        return;
      }
      nameIds(shown);
      this.#attend(shown);
      await whenLoaded(import('./remember.js'), ({ remember }) => remember(entry, drawing));
    } catch (error) {
      if (!isWanted()) return;
      this.#retry = () => void this.#draw(entry);
      this.#show(null);
      this.#explain(errorOf(error));
    } finally {
      underWay--;
      drawAhead(host);
    }
  }

  /** @param isKnown whether the drawing was there before this visit */
  #show(svg: SVGSVGElement | null, isKnown = false): void {
    const { host } = this;
    const root = host.shadowRoot!;
    const isFirst = !this.#svg;
    const before = host.querySelector<HTMLElement>(':scope > pre')?.offsetHeight ?? 0;
    this.#endZoom();
    if (svg) this.#explain();
    for (const old of this.#canvas.querySelectorAll('svg')) old.remove();
    if (svg && svg.parentNode !== host) this.#canvas.append(svg);
    this.#svg = svg ?? undefined;
    this.outline = undefined;
    this.#pressed = undefined;
    this.#internals.states.delete('drawn');
    this.#internals.states[svg ? 'add' : 'delete']('visible');
    if (!svg) {
      this.#free?.();
      this.#box.remove();
      this.#bar.remove();
      this.#text.remove();
      this.#sourceTools.remove();
      return;
    }
    // Until its parts are named.
    enforce(svg, 'role', 'img');
    enforce(svg, 'aria-label', nameOf(host));
    this.#measure(svg);
    root.prepend(this.#box);
    this.#box.after(this.#bar);
    this.#fill();
    if (isFirst && before) this.#keepStill(before, isKnown);
  }

  #measure(svg: SVGSVGElement): void {
    const width = this.#width;
    this.#canvas.style.setProperty('--_width', `${width}px`);
    this.#canvas.style.setProperty('--_least', `${width * Number(svg.dataset['legible'] ?? 0.75)}px`);
  }

  /** What does not fit is shown when the reader asks for it. */
  #keepStill(before: number, isKnown: boolean): void {
    const box = this.#box;
    this.#free = keepStill(this.host, box, before, isKnown, () => this.#allButton.remove());
    if (this.#free && box.scrollHeight > box.clientHeight + 1) this.#status.before(this.#allButton);
    this.#updateStops();
  }

  /** Gives a drawing that is shown its names, once it says what it shows. */
  #attend(svg: SVGSVGElement): void {
    addStyles(svg.getRootNode() as Document | ShadowRoot, nodeStyles);
    this.#describe(svg);
    this.#internals.states.add('drawn');
    this.host.dispatchEvent(new Event('load'));
    if (this.#wanted !== undefined) this.goTo(this.#wanted);
  }

  #describe(svg: SVGSVGElement): void {
    this.#read = outlineIn(svg);
    enforce(svg, 'role', 'group');
    this.#name(svg);
    this.#showText();
  }

  /** Brings an author's drawing up to date whose attributes have been reset, or which has become another. */
  #restore(svg: SVGSVGElement): void {
    enforce(svg, 'slot', 'drawing');
    this.#measure(svg);
    this.#describe(svg);
    this.mark(this.#marked);
    this.emphasize(this.#emphasized);
  }

  #name(svg: SVGSVGElement): void {
    this.outline = worded(this.#read!, this.#words);
    const { title, description, nodes } = this.outline;
    enforce(svg, 'aria-roledescription', this.#words.term('roleOfDiagram'));
    const name = this.#nameOf(title);
    enforce(svg, 'aria-label', name);
    this.#bar.ariaLabel = name;
    if (description) enforce(svg, 'aria-description', description);
    this.#nameNodes(nodes);
  }

  #nameOf(title = this.outline?.title): string {
    return nameOf(this.host, title) || this.#words.term('diagram');
  }

  /** Brings a node into view, marks it and puts the focus on it; as soon as it is drawn. */
  goTo(node: string): void {
    const target = this.#nodes([node])[0];
    this.#wanted = target ? undefined : node;
    if (!this.outline) return;
    if (!target) {
      warn(this.host, `has no node “${node}”: it has ${this.outline.nodes.map(({ id }) => id).join(', ')}.`);
      return;
    }
    this.mark([node]);
    this.scrollTo([node]);
    focusable(target).focus({ preventScroll: true });
  }

  /** Marks nodes, and nothing else. */
  mark(ids: readonly string[]): void {
    this.#marked = ids;
    for (const node of this.#svg?.querySelectorAll('[data-marked]') ?? []) node.removeAttribute('data-marked');
    for (const node of this.#nodes(ids)) node.setAttribute('data-marked', '');
  }

  /**
   * Brings nodes, and the connections among them, forward. Where there are none, what the reader has pressed; else everything.
   */
  emphasize(ids: readonly string[]): void {
    this.#emphasized = ids;
    this.#bringForward();
  }

  #bringForward(): void {
    const svg = this.#svg;
    if (!svg || !this.outline) return;
    const isAround = !this.#emphasized.length;
    const center = isAround ? this.#within(this.#pressed) : [];
    const ids = isAround ? this.#around(center) : this.#emphasized;
    svg.toggleAttribute('data-emphasis', ids.length > 0);
    for (const part of svg.querySelectorAll<SVGElement>('[data-node], [data-from]')) {
      const { node, from = '', to = '' } = part.dataset;
      const isNear =
        node !== undefined
          ? ids.includes(node) || this.#holds(node, ids)
          : isAround
            ? center.includes(from) || center.includes(to)
            : ids.includes(from) && ids.includes(to);
      part.toggleAttribute('data-forward', isNear && ids.length > 0);
    }
  }

  /** A node; of a group, what is in it, too. */
  #within(id?: string): string[] {
    if (id === undefined) return [];
    return this.outline!.nodes.flatMap((node) => (node.id === id || this.#holds(id, [node.id]) ? node.id : []));
  }

  /** Nodes with what they are connected to. */
  #around(ids: readonly string[]): string[] {
    const { edges } = this.outline!;
    return [...ids, ...edges.flatMap(({ from, to }) => (ids.includes(from) || ids.includes(to) ? [from, to] : []))];
  }

  /** Brings a node forward with what it is connected to; everything, where it is none or the one that is forward. */
  #pressNode(id?: string): void {
    this.#pressed = id === this.#pressed ? undefined : id;
    this.#emphasized = [];
    this.#bringForward();
    for (const node of this.#svg!.querySelectorAll('[aria-pressed]')) this.#tellPressed(node as SVGElement);
  }

  #tellPressed(node: SVGElement): void {
    enforce(node, 'aria-pressed', String(node.dataset['node'] === this.#pressed));
  }

  /** Scrolls the drawing, and the page, to nodes. */
  scrollTo(ids: readonly string[]): void {
    const [first] = this.#nodes(ids);
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    first?.scrollIntoView({ block: 'center', inline: 'center', behavior });
  }

  /** Whether the diagram has a node of this name. */
  has(id: string): boolean {
    return Boolean(this.outline?.nodes.some((node) => node.id === id));
  }

  #holds(group: string, ids: readonly string[]): boolean {
    const parents = new Map(this.outline!.nodes.map(({ id, group: parent }) => [id, parent]));
    return ids.some((id) => {
      for (let at = parents.get(id); at; at = parents.get(at)) if (at === group) return true;
      return false;
    });
  }

  #nodes(ids: readonly string[]): SVGElement[] {
    return ids.flatMap((id) => [...(this.#svg?.querySelectorAll<SVGElement>(`[data-node="${CSS.escape(id)}"]`) ?? [])]);
  }

  /** A node and where it leads, in a sentence that begins with what is seen on it, in that order. */
  #sentence(node: OutlineNode, drawn: SVGElement): string {
    const { edges, nodes } = this.outline!;
    const words = this.#words;
    const comma = words.term('comma');
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const ends = edges.filter(({ from }) => from === node.id);
    const to = ends.map(({ to, label }) => `${labels.get(to) ?? to}${label ? ` (${label})` : ''}`);
    const [kind = '', ...more] = node.details ?? [];
    // «interface», <<Requirement>>
    const isAbove = /[<«]/.test(firstText(drawn)) && firstText(drawn).includes(kind.replace(/[«»]/g, ''));
    const details = isAbove ? more : node.details;
    const inside = node.isGroup ? nodes.filter(({ group }) => group === node.id).map(({ label }) => label) : [];
    return [
      isAbove && kind,
      node.label,
      details?.join(comma),
      node.group && words.term('inGroup', labels.get(node.group) ?? node.group),
      inside.length && words.term('holds', inside.join(comma)),
      to.length && words.term('leadsTo', to.join(comma)),
    ]
      .filter(Boolean)
      .join('; ');
  }

  /** Each node says what it is and where it leads; keys go from one to the next. */
  #nameNodes(nodes: readonly OutlineNode[]): void {
    const targets: SVGElement[] = [];
    for (const node of nodes) {
      for (const drawn of this.#nodes([node.id])) {
        const target = focusable(drawn);
        targets.push(target);
        if (target === drawn) {
          enforce(drawn, 'role', 'button');
          this.#tellPressed(drawn);
        }
        enforce(target, 'aria-label', this.#sentence(node, drawn));
      }
    }
    // Where the reader is, if anywhere.
    const stop = targets.find((target) => target.matches(':focus, [tabindex="0"]')) ?? targets[0];
    for (const target of targets) enforce(target, 'tabindex', target === stop ? '0' : '-1');
    this.#updateStops();
    for (const label of this.#svg!.querySelectorAll('text')) {
      if (!label.closest('[data-node]:not([data-group])') && nodes.length) enforce(label, 'aria-hidden', 'true');
    }
  }

  /** What the Tab key stops at: one button of the bar, and a drawing without nodes where it has to be scrolled. */
  #updateStops(): void {
    const { activeElement } = this.host.shadowRoot!;
    const buttons = this.#buttons();
    const stop =
      buttons.find((one) => one === activeElement) ?? buttons.find(({ tabIndex }) => !tabIndex) ?? buttons[0];
    if (stop) for (const button of this.#bar.querySelectorAll('button')) button.tabIndex = button === stop ? 0 : -1;
    const box = this.#box;
    // Without the attribute it would lose the focus.
    if (!this.outline || activeElement === box) return;
    const isStop = !this.outline.nodes.length && box.scrollWidth > box.clientWidth;
    if (isStop) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
    box.setAttribute('role', isStop ? 'group' : 'none');
    box.ariaLabel = isStop ? this.#svg!.getAttribute('aria-label') : null;
  }

  /** The buttons of the bar that can be seen: not all are, where it is narrow. */
  #buttons(): HTMLButtonElement[] {
    return [...this.#bar.querySelectorAll('button')].filter((button) => button.checkVisibility());
  }

  /**
   * @param content a picture, or a word that has no other form
   * @param title told in full; a picture is called by what stands before the brackets
   */
  #button(
    content: Key | 'SVG' | 'PNG' | '' | Node,
    title: Key | '' | (() => string),
    action: () => void,
  ): HTMLButtonElement {
    const button = element('button', content instanceof Node ? content.cloneNode(true) : content) as HTMLButtonElement;
    button.type = 'button';
    this.#labels.push(() => {
      const words = typeof title === 'function' ? title() : title && this.#words.term(title);
      if (words) button.title = words;
      if (content instanceof Node) button.ariaLabel = words.replace(/ \(.*/, '');
      else if (content in diagrams) button.textContent = this.#words.term(content as Key);
    });
    button.addEventListener('click', action);
    return button;
  }

  #group(label: Key, ...buttons: Node[]): HTMLElement {
    const node = element('div', ...buttons);
    node.setAttribute('role', 'group');
    this.#labels.push(() => {
      node.ariaLabel = this.#words.term(label);
    });
    return node;
  }

  #nameOfZoom(name: 'zoomOut' | 'zoomIn', key: string): string {
    return `${this.#words.term(name)} (${key}${this.#words.term('comma')}${this.#words.term('andWheel', wheelKey)})`;
  }

  #label(): void {
    for (const label of this.#labels) label();
  }

  /** Follows the language of the page. */
  #translate(): void {
    const language = this.#words.lang();
    if (language === this.#language) return;
    this.#language = language;
    this.#label();
    this.#showZoom();
    if (this.#failure) this.#tell(this.#failure);
    if (!this.outline || !this.#svg) return;
    this.#name(this.#svg);
    this.#showText();
  }

  #fill(): void {
    this.#sourceButton.hidden = !this.host.source;
    if (this.#tools[0]!.parentNode !== this.#bar) this.#bar.replaceChildren(...this.#tools);
    this.#bar.role = 'toolbar';
    for (const name of ['text', 'source'] as const) this.#press(name);
    this.#showZoom();
  }

  #explain(error?: Error & { line?: number }): void {
    const isLoadError = error && error.name !== 'DiagramError';
    this.#faultyLine = error?.line;
    markLine(this.host, this.#faultyLine);
    this.#internals.states[error ? 'add' : 'delete']('failed');
    this.#failure = error;
    if (!error) return;
    this.#tell(error);
    const words = this.#error.textContent!;
    this.#bar.replaceChildren(this.#error, ...(isLoadError ? [this.#retryButton] : []));
    this.#bar.role = null;
    this.#bar.ariaLabel = null;
    this.host.shadowRoot!.append(this.#bar);
    warn(this.host, `${isLoadError ? 'could not load Mermaid' : 'could not be drawn'}: ${error.message}`);
    this.host.dispatchEvent(new ErrorEvent('error', { error, message: words }));
  }

  /** Why there is no drawing; what Mermaid says of it, and how to mend it, is in English. */
  #tell({ name, message }: Error): void {
    const isLoadError = name !== 'DiagramError';
    const reason = element('span', message);
    reason.lang = 'en';
    reason.dir = 'ltr';
    this.#error.replaceChildren(
      this.#words.term(isLoadError ? 'cannotLoad' : 'cannotDraw'),
      ...(isLoadError ? [] : [' ', reason]),
    );
  }

  #isOn(name: 'text' | 'source'): boolean {
    // WebKit forgets what its `states` has when nothing has used them for a while.
    return this.host.matches(`:state(${name})`);
  }

  #press(name: 'text' | 'source'): void {
    const button = name === 'text' ? this.#textButton : this.#sourceButton;
    button.ariaPressed = String(this.#isOn(name));
  }

  #toggle(name: 'text' | 'source'): void {
    this.#internals.states[this.#isOn(name) ? 'delete' : 'add'](name);
    this.#press(name);
    this.#showText();
  }

  #showText(): void {
    if (this.#isOn('text') && this.outline) {
      const { id } = this.host;
      const addressFor = (node: string) => (id ? addressOf(`${id}/${node}`) : undefined);
      this.#text.replaceChildren(textOfOutline(this.outline, this.#words, addressFor));
      this.#bar.after(this.#text);
    } else {
      this.#text.remove();
    }
    if (this.#isOn('source')) (this.#text.isConnected ? this.#text : this.#bar).after(this.#sourceTools);
    else this.#sourceTools.remove();
  }

  async #copy(): Promise<void> {
    this.#say(this.#words.term((await copyText(this.host.source)) ? 'wasCopied' : 'cannotCopy'));
  }

  async #download(type: 'svg' | 'png'): Promise<void> {
    const exporting = await import('./export.js').catch(this.#sayNotLoaded);
    const name = this.host.id || this.#nameOf();
    try {
      await exporting?.download(this.#svg!, type, name);
    } catch {
      this.#say(this.#words.term('cannotMake', type.toUpperCase()));
    }
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }

  #sayNotLoaded = (): undefined => {
    this.#say(this.#words.term('notLoaded'));
  };

  // Zoom

  async #zoom(action: (zoom: Zoom) => void): Promise<void> {
    this.#zooming ??= import('./zoom.js').then(
      ({ Zoom }) =>
        // The diagram may have gone meanwhile.
        this.#box.isConnected
          ? Zoom.start(this.#box, this.#canvas, this.#width, ({ scale }) => this.#showZoom(scale))
          : undefined,
      () => {
        this.#zooming = undefined;
        return this.#sayNotLoaded();
      },
    );
    const zoom = await this.#zooming;
    if (zoom) action(zoom);
  }

  #endZoom(): void {
    void this.#zooming?.then((zoom) => {
      zoom?.end();
      this.#showZoom();
    });
    this.#zooming = undefined;
  }

  get #width(): number {
    return this.#svg?.viewBox.baseVal.width || this.#canvas.offsetWidth;
  }

  #showZoom(scale = this.#canvas.offsetWidth / this.#width): void {
    const percent = Math.round(scale * 100);
    if (percent > 0) this.#zoomLevel.textContent = this.#words.term('zoomLevel', percent);
  }

  #onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      void this.#zoom((zoom) => zoom.wheel(event));
    } else if (this.#zooming && !this.#dialog.open) {
      this.#say(this.#words.term('wheelZooms', wheelKey));
    }
  };

  #fingers: PointerEvent[] = [];

  /** Two fingers zoom; one finger scrolls the page, as everywhere, until the drawing is zoomed. */
  #onPointerDown = (event: PointerEvent): void => {
    this.#down = event;
    if (event.pointerType !== 'touch' || this.#zooming) return;
    if (event.isPrimary) this.#fingers = [];
    this.#fingers.push(event);
    const fingers = this.#fingers;
    // Loaded by the first finger, so that it is there for the second.
    if (fingers.length === 1) import('./zoom.js').catch(() => {});
    else void this.#zoom((zoom) => zoom.take(fingers));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const zooms: Record<string, (zoom: Zoom) => void> = {
      '+': (zoom) => zoom.in(),
      '=': (zoom) => zoom.in(),
      '-': (zoom) => zoom.out(),
      '0': (zoom) => zoom.to(1),
    };
    const zoom = zooms[event.key];
    if (zoom) void this.#zoom(zoom);
    else if (event.key === 'Escape' && this.#zooming && !this.#dialog.open) this.#endZoom();
    else if (event.key === 'Escape' && this.#pressed && !this.#dialog.open) this.#pressNode();
    else if (/^(Enter| )$/.test(event.key) && nodeToPress(event)) this.#pressNode(nodeToPress(event));
    else if (!this.#step(event.key)) return;
    event.preventDefault();
  };

  /**
   * A frame around what has the focus in the drawing, which it follows in every size: WebKit draws no outline there.
   * https://bugs.webkit.org/show_bug.cgi?id=269917
   */
  #showFocus = ({ type, target }: Event): void => {
    const isShown = type !== 'focusout' && (target as Element).matches('svg :focus-visible');
    this.#ring.hidden = !isShown;
    if (!isShown) return;
    const { left, top, width, height } = (target as Element).getBoundingClientRect();
    const all = this.#canvas.getBoundingClientRect();
    const { style } = this.#ring;
    style.left = `${(100 * (left - all.left)) / all.width}%`;
    style.top = `${(100 * (top - all.top)) / all.height}%`;
    style.width = `${(100 * width) / all.width}%`;
    style.height = `${(100 * height) / all.height}%`;
  };

  /** What was dragged, or has selected words, was not pressed. Without a pointer nothing has moved. */
  #onClick = (event: MouseEvent): void => {
    const { clientX, clientY } = this.#down;
    const isMoved = event.detail > 0 && Math.hypot(event.clientX - clientX, event.clientY - clientY) > 4;
    const node = nodeToPress(event);
    if (node !== undefined && !isMoved) this.#pressNode(node);
  };

  /** https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
  #onBarKey = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const at = buttons.indexOf(this.host.shadowRoot!.activeElement as HTMLButtonElement);
    const isRightToLeft = getComputedStyle(this.#bar).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowRight: at + (isRightToLeft ? -1 : 1),
      ArrowLeft: at + (isRightToLeft ? 1 : -1),
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (at < 0 || step === undefined || isModified) {
      this.#onKey(event);
      return;
    }
    event.preventDefault();
    buttons.at(step % buttons.length)!.focus();
  };

  /** From node to node, in the order of the text. */
  #step(key: string): boolean {
    const targets = this.outline?.nodes.flatMap(({ id }) => this.#nodes([id]).map(focusable)) ?? [];
    const at = targets.indexOf(this.host.shadowRoot!.activeElement as SVGElement);
    const light = targets.indexOf(document.activeElement as SVGElement);
    const from = at >= 0 ? at : light;
    const steps: Record<string, number> = {
      ArrowRight: from + 1,
      ArrowDown: from + 1,
      ArrowLeft: from - 1,
      ArrowUp: from - 1,
      Home: 0,
      End: targets.length - 1,
    };
    const to = targets[steps[key] ?? -1];
    if (from < 0 || !to) return false;
    enforce(targets[from]!, 'tabindex', '-1');
    enforce(to, 'tabindex', '0');
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  // Full screen

  #toggleFullScreen(): void {
    if (this.#dialog.open) {
      this.#dialog.close();
      return;
    }
    const box = this.#box;
    const bar = this.#bar;
    // The page behind keeps its height.
    this.#gap.style.blockSize = `${box.offsetHeight + bar.offsetHeight}px`;
    box.before(this.#gap, this.#dialog);
    this.#dialog.append(box, bar);
    this.#dialog.ariaLabel = this.#nameOf();
    this.#dialog.showModal();
    this.#label();
    this.#fullScreenButton.focus();
    void this.#zoom((zoom) => zoom.fit());
  }

  #endFullScreen(): void {
    this.#gap.replaceWith(this.#box, this.#bar);
    this.#dialog.remove();
    this.#label();
    this.#fullScreenButton.focus();
    this.#endZoom();
  }
}

type Key = keyof typeof diagrams & keyof Translation;

const wheelKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** What a node with a link of the author's is for the keyboard: the link. */
const focusable = (node: SVGElement): SVGElement => node.closest<SVGAElement>('a[href]') ?? node;

const firstText = (drawn: SVGElement) => textOf(drawn.querySelector('text'));

/** The node that an event is about, where it is one to press. */
const nodeToPress = ({ target }: Event) =>
  (target as Element).closest<SVGElement>('[role="button"][data-node]')?.dataset['node'];

const icons = {
  minus: icon('M3 8h10', 16),
  plus: icon('M3 8h10M8 3v10', 16),
  fit: icon('M2 5V2h12v12H2V5M5 6h6v4H5z', 16),
  fullScreen: icon('M6 2H2v4M10 2h4v4M14 10v4h-4M2 10v4h4', 16),
};

/** Diagrams that somebody has come to, or that were drawn ahead. */
const viewed = new WeakSet<Element>();
/** Drawings that are being made, or wait for their turn. */
let underWay = 0;
const keepsScroll = CSS.supports('overflow-anchor', 'auto');
const whenIdle =
  typeof requestIdleCallback === 'function' ? requestIdleCallback : (action: () => void) => setTimeout(action, 200);

/**
 * Once there is a drawing, those that the reader has not come to follow one by one while the page is idle, so that they are
 * there in print. Above what is seen they wait where the browser does not anchor the page's scroll.
 */
function drawAhead(drawn: ArchitectureDiagram): void {
  whenIdle(() => {
    if (underWay) return;
    const diagrams = (drawn.getRootNode() as ParentNode).querySelectorAll<ArchitectureDiagram>(drawn.localName);
    const mayGrow = (diagram: Element) =>
      keepsScroll || !diagram.checkVisibility() || diagram.getBoundingClientRect().top > 0;
    const next = [...diagrams].find((diagram) => !viewed.has(diagram) && diagram.source && mayGrow(diagram));
    next?.draw();
  });
}

/** The name that a drawing goes by: its own title, its caption, or the last heading before it, which others may go by, too. */
function nameOf(host: Element, title?: string): string {
  if (title || captionOf(host)) return title || captionOf(host);
  const heading = headingBefore(host);
  if (!heading) return '';
  const all = (host.getRootNode() as ParentNode).querySelectorAll(host.localName);
  const alike = [...all].filter((one) => one === host || (!captionOf(one) && headingBefore(one) === heading));
  const place = alike.indexOf(host) + 1;
  return place > 1 ? `${heading} (${place})` : heading;
}

const captionOf = (host: Element) => textOf(host.querySelector(':scope > figcaption'));

function headingBefore(host: Element): string {
  for (let node: Element | null = host; node; ) {
    const before: Element | null = node.previousElementSibling;
    if (before?.matches('h1, h2, h3, h4, h5, h6')) return textOf(before);
    node = before ?? node.parentElement;
  }
  return '';
}

function outlineIn(svg: SVGSVGElement): DiagramOutline {
  const outline = readOutline(svg);
  if (outline) return outline;
  // Somebody else's drawing.
  const words = [...svg.querySelectorAll('text')].map(textOf).filter(Boolean);
  return { kind: '', nodes: [], edges: [], words };
}

/** In the page, where the source is. */
const faultStyles = css`
  ::highlight(dd-fault) {
    background-color: color-mix(in srgb, crimson 18%, transparent);
    text-decoration: underline;
    text-decoration-style: wavy;
    text-decoration-color: crimson;
  }
`;

const faults = typeof Highlight === 'undefined' ? undefined : new Highlight();
const faultOf = new WeakMap<Element, Range>();

/** Marks a line of the source, in which nothing is changed. */
function markLine(host: Element, line?: number): void {
  const old = faultOf.get(host);
  if (old) faults?.delete(old);
  const pre = host.querySelector(':scope > pre');
  if (!line || !pre || !faults) return;
  const text = pre.textContent ?? '';
  // Mermaid counts from the first line that is not empty.
  const lead = /^\s*\n/.exec(text)?.[0].length ?? 0;
  const lines = text.slice(lead).split('\n');
  const start = lead + lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const range = rangeOf(pre, start, start + (lines[line - 1]?.length ?? 0));
  if (!range) return;
  addStyles(pre.getRootNode() as Document | ShadowRoot, faultStyles);
  faultOf.set(host, range);
  faults.add(range);
  CSS.highlights.set('dd-fault', faults);
  const { top } = range.getBoundingClientRect();
  pre.scrollTop += top - pre.getBoundingClientRect().top - pre.clientHeight / 2;
}

function rangeOf(root: Element, start: number, end: number): Range | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let hasStart = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!hasStart && start <= at + node.length) {
      range.setStart(node, start - at);
      hasStart = true;
    }
    if (hasStart && end <= at + node.length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += node.length;
  }
  return undefined;
}
