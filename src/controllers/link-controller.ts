import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { addressOf, textOf } from '../internal/anchors.js';
import { element } from '../internal/data-content.js';
import { rootOf } from '../internal/roots.js';
import type { LinkControl } from './link-control.js';
import { TabKeyController } from './tab-key-controller.js';
import { wordsFor } from './words-controller.js';

export interface LinkOptions {
  /** What can be linked to, in the order of reading. */
  targets: () => HTMLElement[];
  /** Loads what tells the fragment of a target's address; its id unless told. */
  loadIds?: () => Promise<(target: HTMLElement) => string>;
  /** How many targets the arrow keys up and down pass; 1 unless told. */
  columns?: () => number;
}

/**
 * Lets a reader copy the link to a part of its host's content. One link, in the host's shadow root, stands behind
 * whichever part the pointer is on; with the keyboard it is one stop before the content, and the arrow keys, Home and End
 * take it from part to part. Following it copies the address, too. The link is there from when the pointer first is on a
 * part, or the Tab key goes through the page; what it does is imported when the pointer or the focus comes.
 */
export class LinkController implements ReactiveController {
  readonly link = element('a') as HTMLAnchorElement;
  readonly status = element('span');
  targets: HTMLElement[] = [];
  readonly words = wordsFor(this.host);
  #loading?: Promise<LinkControl>;
  #control?: LinkControl;

  constructor(
    readonly host: ReactiveElement,
    readonly options: LinkOptions,
  ) {
    this.link.setAttribute('part', 'link');
    this.status.setAttribute('part', 'status');
    this.status.role = 'status';
    this.link.addEventListener('focus', this.#start);
    host.addEventListener('pointerover', this.#start);
    host.addEventListener('pointerleave', this.#leave);
    host.addController(this);
    new TabKeyController(host, this.#mount);
  }

  hostUpdated(): void {
    if (this.link.parentNode) this.#update();
  }

  #mount = (): void => {
    const { link, status } = this;
    if (link.parentNode) return;
    link.textContent = '#';
    // A link without an address is no stop of the Tab key.
    link.href = addressOf('');
    // The content is in a slot, or in what the slot is in.
    rootOf(this.host).querySelector('slot, :has(slot)')!.before(link, status);
    this.#update();
  };

  #update(): void {
    this.targets = this.options.targets();
    this.link.hidden = !this.targets.length;
    if (this.#control) this.#control.update();
    else this.name(this.targets[0]);
  }

  name(target: Element | undefined): void {
    if (target) this.link.setAttribute('aria-label', this.words.term('copyLinkTo', textOf(target).slice(0, 80)));
  }

  #start = async (event: Event): Promise<void> => {
    // The path is gone once the event is over.
    const path = event.composedPath();
    if (!this.link.parentNode && !this.options.targets().some((target) => path.includes(target))) return;
    this.#mount();
    this.#loading ??= this.#load();
    const control = await this.#loading;
    if (event.type === 'focus') control.arrive();
    else control.follow(path);
  };

  async #load(): Promise<LinkControl> {
    const [{ LinkControl }, idOf] = await Promise.all([import('./link-control.js'), this.options.loadIds?.()]);
    this.#control = new LinkControl(this, idOf);
    this.#control.update();
    return this.#control;
  }

  #leave = (): void => this.link.part.remove('shown');
}
