import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { addressOf, textOf } from '../internal/anchors.js';
import { copyText } from '../internal/clipboard.js';

interface Options {
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
export class LinkController implements ReactiveController {
  readonly #link = document.createElement('a');
  readonly #status = document.createElement('span');
  #targets: HTMLElement[] = [];
  #target?: HTMLElement;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: Options,
  ) {
    this.#link.setAttribute('part', 'link');
    this.#link.textContent = '#';
    this.#status.setAttribute('part', 'status');
    this.#status.role = 'status';
    this.#link.addEventListener('click', this.#copy);
    this.#link.addEventListener('keydown', this.#move);
    this.#link.addEventListener('focus', this.#arrive);
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#link.parentNode) this.host.renderRoot.prepend(this.#link, this.#status);
    this.host.addEventListener('pointerover', this.#follow);
    this.host.addEventListener('pointerleave', this.#leave);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerover', this.#follow);
    this.host.removeEventListener('pointerleave', this.#leave);
  }

  hostUpdated(): void {
    this.#targets = this.options.targets();
    this.#link.hidden = !this.#targets.length;
    if (!this.#targets.includes(this.#target!)) this.#turnTo(this.#targets[0], false);
  }

  #turnTo(target: HTMLElement | undefined, isSeen = true): void {
    this.#target = target;
    if (!target) return;
    const { idOf = ({ id }) => id } = this.options;
    this.#link.textContent = '#';
    this.#link.href = addressOf(idOf(target));
    this.#link.setAttribute('aria-label', `Copy link to “${textOf(target).slice(0, 80)}”`);
    if (isSeen) this.#place(target);
  }

  /** Behind the last word of the target. */
  #place(target: HTMLElement): void {
    const range = document.createRange();
    range.selectNodeContents(target);
    const last = [...range.getClientRects()].at(-1) ?? target.getBoundingClientRect();
    const box = this.host.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this.host).direction === 'rtl';
    const start = isRightToLeft ? box.right - last.left : last.right - box.left;
    const room = box.width - this.#link.offsetWidth;
    this.#link.style.insetInlineStart = `${Math.max(0, Math.min(start, room))}px`;
    this.#link.style.insetBlockStart = `${last.top + last.height / 2 - 12 - box.top}px`;
  }

  #follow = (event: Event): void => {
    const path = event.composedPath();
    const target = this.#targets.find((one) => path.includes(one));
    // It stays beside its target, so that the pointer can reach it, until there is another one.
    if (!target) return;
    if (target !== this.#target || !this.#link.part.contains('shown')) this.#turnTo(target);
    this.#link.part.add('shown');
  };

  #leave = (): void => this.#link.part.remove('shown');

  #arrive = (): void => {
    if (this.#link.part.contains('shown')) return;
    const isInView = (one: Element) => one.getBoundingClientRect().top >= 0;
    this.#turnTo(this.#targets.find(isInView) ?? this.#targets[0]);
  };

  #move = (event: KeyboardEvent): void => {
    const { columns = () => 1 } = this.options;
    const { direction } = getComputedStyle(this.host);
    const forward = direction === 'rtl' ? -1 : 1;
    const last = this.#targets.length - 1;
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
    this.#turnTo(this.#targets[Math.max(0, Math.min(last, this.#targets.indexOf(this.#target!) + step))]);
    this.#link.scrollIntoView({ block: 'nearest' });
  };

  #copy = async (): Promise<void> => {
    const isCopied = await copyText(this.#link.href);
    const words = isCopied ? 'Link copied' : 'The link is in the address bar';
    this.#link.textContent = words;
    this.#status.textContent = words;
    if (this.#target) this.#place(this.#target);
  };
}
