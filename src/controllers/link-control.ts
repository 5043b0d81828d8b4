import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { addressOf } from '../internal/anchors.js';
import { copyText } from '../internal/clipboard.js';
import { element } from '../internal/data-content.js';
import { rootOf } from '../internal/roots.js';
import { textOf } from '../internal/text.js';
import { provide } from '../internal/translations.js';
import { controls } from '../languages/en-controls.js';
import type { Controls } from './controls-controller.js';
import { type WordsController, wordsFor } from './words-controller.js';

provide(controls);

export interface LinkOptions {
  /** What can be linked to, in the order of reading. */
  targets: () => HTMLElement[];
  /** The fragment of a target's address; its id unless told. */
  idOf?: (target: HTMLElement) => string;
  /** How many targets the arrow keys up and down pass; 1 unless told. */
  columns?: () => number;
}

/**
 * Lets a reader copy the link to a part of its host's content. One link, in the host's shadow root, stands behind
 * whichever part the pointer is on; with the keyboard it is one stop before the content, and the arrow keys, Home and End
 * take it from part to part. Following it copies the address, too.
 */
export class LinkControl implements Controls, ReactiveController {
  readonly #link = element('a') as HTMLAnchorElement;
  readonly #status = element('span');
  readonly #words: WordsController;
  #targets: HTMLElement[] = [];
  #target?: HTMLElement;
  #writeSelection?: (event: ClipboardEvent) => void;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: LinkOptions,
  ) {
    this.#words = wordsFor(host);
    this.#link.setAttribute('part', 'link');
    this.#link.addEventListener('focus', this.#arrive);
    this.#link.addEventListener('click', this.#copy);
    this.#link.addEventListener('keydown', this.#move);
    this.#status.setAttribute('part', 'status');
    this.#status.role = 'status';
    host.addEventListener('pointerleave', () => this.#link.part.remove('shown'));
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#prepareCopying, { once: true });
    document.addEventListener('copy', this.#copySelection);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#prepareCopying);
    document.removeEventListener('copy', this.#copySelection);
  }

  /** A reader who selects nothing downloads nothing for it; where it cannot be loaded, the browser copies by itself. */
  #prepareCopying = (): void => {
    import('../internal/copied-selection.js').then(
      ({ writeSelection }) => {
        this.#writeSelection = writeSelection;
      },
      () => {},
    );
  };

  /** The first control of a page that hears of it writes what is copied. */
  #copySelection = (event: ClipboardEvent): void => this.#writeSelection?.(event);

  mount(): void {
    if (this.#link.parentNode) return;
    // The content is in a slot, or in what the slot is in.
    rootOf(this.host).querySelector('slot, :has(slot)')!.before(this.#link, this.#status);
    this.update();
  }

  /** The parts may be others, or have other words. */
  update(): void {
    if (!this.#link.parentNode) return;
    this.#targets = this.options.targets();
    this.#link.hidden = !this.#targets.length;
    if (!this.#targets.includes(this.#target!)) this.#address(this.#targets[0]);
    else this.#name(this.#target!);
  }

  #address(target: HTMLElement | undefined): void {
    this.#target = target;
    if (!target) return;
    this.#link.textContent = '#';
    this.#name(target);
  }

  #name(target: HTMLElement): void {
    const { idOf = ({ id }) => id } = this.options;
    this.#link.href = addressOf(idOf(target));
    const name = textOf(target).slice(0, 80);
    this.#link.setAttribute('aria-label', this.#words.term('copyLinkTo', name));
  }

  /** Stands behind the part that the pointer is on. */
  follow(path: readonly EventTarget[]): void {
    const target = this.options.targets().find((one) => path.includes(one));
    // It stays beside its target, so that the pointer can reach it, until there is another one.
    if (!target) return;
    this.mount();
    if (target !== this.#target || !this.#link.part.contains('shown')) this.#turnTo(target);
    this.#link.part.add('shown');
  }

  /** Stands behind the first part in view. */
  #arrive = (): void => {
    if (this.#link.part.contains('shown')) return;
    const isInView = (one: Element) => one.getBoundingClientRect().top >= 0;
    this.#turnTo(this.#targets.find(isInView) ?? this.#targets[0]);
  };

  #turnTo(target: HTMLElement | undefined): void {
    this.#address(target);
    if (target) this.#place(target);
  }

  /** Behind the last word of the target. */
  #place(target: HTMLElement): void {
    const { host } = this;
    const link = this.#link;
    const range = document.createRange();
    range.selectNodeContents(target);
    const last = [...range.getClientRects()].at(-1) ?? target.getBoundingClientRect();
    const box = host.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(host).direction === 'rtl';
    const start = isRightToLeft ? box.right - last.left : last.right - box.left;
    const room = box.width - link.offsetWidth;
    link.style.insetInlineStart = `${Math.max(0, Math.min(start, room))}px`;
    link.style.insetBlockStart = `${last.top + last.height / 2 - 12 - box.top}px`;
  }

  #move = (event: KeyboardEvent): void => {
    const { columns = () => 1 } = this.options;
    const targets = this.#targets;
    const { direction } = getComputedStyle(this.host);
    const forward = direction === 'rtl' ? -1 : 1;
    const last = targets.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns(),
      ArrowUp: -columns(),
      Home: -last,
      End: last,
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#turnTo(targets[Math.max(0, Math.min(last, targets.indexOf(this.#target!) + step))]);
    this.#link.scrollIntoView({ block: 'nearest' });
  };

  #copy = async (): Promise<void> => {
    const isCopied = await copyText(this.#link.href);
    const words = this.#words.term(isCopied ? 'linkCopied' : 'linkInAddressBar');
    this.#link.textContent = words;
    this.#status.textContent = words;
    if (this.#target) this.#place(this.#target);
  };
}
