import { addressOf } from '../internal/anchors.js';
import { copyText } from '../internal/clipboard.js';
import { provide } from '../internal/translations.js';
import type { LinkController } from './link-controller.js';

/** What it says in English. */
export const linkWords = {
  $code: 'en',
  linkCopied: 'Link copied',
  linkInAddressBar: 'The link is in the address bar',
};

provide(linkWords);

/** What the link to a part does once a reader comes near it. */
export class LinkControl {
  #target?: HTMLElement;

  /** @param idOf the fragment of a target's address */
  constructor(
    private readonly controller: LinkController,
    private readonly idOf = ({ id }: HTMLElement) => id,
  ) {
    controller.link.addEventListener('click', this.#copy);
    controller.link.addEventListener('keydown', this.#move);
  }

  /** The parts may be others, or have other words. */
  update(): void {
    const { controller } = this;
    if (controller.targets.includes(this.#target!)) controller.name(this.#target);
    else this.#address(controller.targets[0]);
  }

  #address(target: HTMLElement | undefined): void {
    this.#target = target;
    if (!target) return;
    const { link } = this.controller;
    link.textContent = '#';
    link.href = addressOf(this.idOf(target));
    this.controller.name(target);
  }

  /** Stands behind the part that the pointer is on. */
  follow(path: readonly EventTarget[]): void {
    const { controller } = this;
    const target = controller.targets.find((one) => path.includes(one));
    // It stays beside its target, so that the pointer can reach it, until there is another one.
    if (!target) return;
    if (target !== this.#target || !controller.link.part.contains('shown')) this.#turnTo(target);
    controller.link.part.add('shown');
  }

  /** Stands behind the first part in view. */
  arrive(): void {
    const { link, targets } = this.controller;
    if (link.part.contains('shown')) return;
    const isInView = (one: Element) => one.getBoundingClientRect().top >= 0;
    this.#turnTo(targets.find(isInView) ?? targets[0]);
  }

  #turnTo(target: HTMLElement | undefined): void {
    this.#address(target);
    if (target) this.#place(target);
  }

  /** Behind the last word of the target. */
  #place(target: HTMLElement): void {
    const { link, host } = this.controller;
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
    const { host, link, options, targets } = this.controller;
    const { columns = () => 1 } = options;
    const { direction } = getComputedStyle(host);
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
    link.scrollIntoView({ block: 'nearest' });
  };

  #copy = async (): Promise<void> => {
    const { link, status, words: own } = this.controller;
    const isCopied = await copyText(link.href);
    const words = own.term(isCopied ? 'linkCopied' : 'linkInAddressBar');
    link.textContent = words;
    status.textContent = words;
    if (this.#target) this.#place(this.#target);
  };
}
