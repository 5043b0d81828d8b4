import type { ReactiveController } from '@lit/reactive-element';
import type { ArchitectureDiagram } from '../elements/architecture-diagram/architecture-diagram.js';
import type { DiagramRef } from '../elements/diagram-ref/diagram-ref.js';
import { addressOf, ensureId } from '../internal/anchors.js';
import { element } from '../internal/data-content.js';
import { fragment } from '../internal/fragment.js';
import { addStyles, restoreStyles } from '../internal/styles.js';
import { warnContent } from '../internal/warn.js';
import { bringForward, diagramFor, follow, missing, namesIn, unfollow, warnUnknownNodes } from './lookup.js';
import styles from './ref.css?inline';

/** Makes a link of a `<diagram-ref>`. Imported with the first one of a page. */
export class ReferenceController implements ReactiveController {
  readonly #root: ShadowRoot;
  readonly #slot = element('slot');
  readonly #link = element('a') as HTMLAnchorElement;
  /** Why the nodes are forward: the pointer is on the link, the focus is. */
  readonly #reasons = new Set<'pointer' | 'focus'>();
  #diagram?: ArchitectureDiagram;

  constructor(private readonly host: DiagramRef) {
    this.#root = host.attachShadow({ mode: 'open' });
    addStyles(this.#root, styles);
    this.#link.setAttribute('part', 'link');
    this.#link.addEventListener('pointerenter', () => this.#forward('pointer', true));
    this.#link.addEventListener('pointerleave', () => this.#forward('pointer', false));
    this.#link.addEventListener('focus', () => this.#forward('focus', true));
    this.#link.addEventListener('blur', () => this.#forward('focus', false));
    this.#link.addEventListener('click', this.#follow);
    host.addController(this);
  }

  hostConnected(): void {
    restoreStyles(this.#root);
    follow(this.host);
  }

  hostDisconnected(): void {
    unfollow(this.host);
    removeEventListener('hashchange', this.#mark);
    this.#turnTo(undefined);
  }

  hostUpdated(): void {
    const { host } = this;
    if (!host.isConnected) return;
    const { htmlFor, node } = host;
    const diagram = diagramFor(host, htmlFor);
    const mistakes = [
      diagram ? '' : missing(host, htmlFor),
      namesIn(node).length ? '' : 'names no node: write the name of one into its node attribute.',
    ].filter(Boolean);
    warnContent(host, true, mistakes);
    if (diagram) nameDiagram(diagram);
    this.#turnTo(diagram);
    const isLink = diagram?.id && !mistakes.length;
    if (isLink) this.#link.href = this.#address;
    this.#show(isLink ? this.#link : this.#slot);
    this.#check();
  }

  #show(node: Element): void {
    // What is there already keeps the focus.
    if (this.#root.firstChild === node) return;
    this.#link.append(this.#slot);
    this.#root.replaceChildren(node);
  }

  get #names(): string[] {
    return namesIn(this.host.node);
  }

  get #address(): string {
    return addressOf(`${this.#diagram?.id}/${this.#names[0]}`);
  }

  #turnTo(diagram: ArchitectureDiagram | undefined): void {
    const old = this.#diagram;
    if (old === diagram) return;
    old?.removeEventListener('load', this.#check);
    if (old && this.#reasons.size) void bringForward(old);
    this.#reasons.clear();
    this.#diagram = diagram;
    diagram?.addEventListener('load', this.#check);
  }

  #check = (): void => {
    if (this.#diagram) void warnUnknownNodes(this.host, this.#diagram, this.#names);
  };

  #forward(reason: 'pointer' | 'focus', isOn: boolean): void {
    this.#reasons[isOn ? 'add' : 'delete'](reason);
    if (this.#diagram) void bringForward(this.#diagram, this.#reasons.size ? this.#names : undefined);
  }

  /** The diagram goes where the page's address leads, which a second click does not change. */
  #follow = (event: MouseEvent): void => {
    const diagram = this.#diagram;
    if (!diagram?.view || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // A router may have changed the address of the page since.
    this.#link.href = this.#address;
    const [name = '', ...more] = this.#names;
    if (fragment() === `${diagram.id}/${name}`) {
      void diagram.view.then((view) => view?.goTo(name)).then(this.#mark);
    } else if (more.length) {
      addEventListener('hashchange', this.#mark, { once: true });
    }
  };

  #mark = async (): Promise<void> => (await this.#diagram?.view)?.mark(this.#names);
}

/** Where a diagram has no id yet, and the page's address names a node by the one it gets, it goes there. */
function nameDiagram(diagram: ArchitectureDiagram): void {
  if (diagram.id) return;
  ensureId(diagram, 'diagram');
  const start = `${diagram.id}/`;
  const wanted = fragment();
  if (!diagram.id || !diagram.view || !wanted.startsWith(start)) return;
  diagram.draw();
  void diagram.view.then((view) => view?.goTo(wanted.slice(start.length)));
}
