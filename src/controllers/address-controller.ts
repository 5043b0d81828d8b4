import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { element } from '../internal/data-content.js';
import { rootOf } from '../internal/roots.js';
import { textOf } from '../internal/text.js';

/**
 * Numbers the links inside its host for the time of printing, and lists their addresses at its end: paper cannot be
 * clicked. An address has one number, however often it is linked.
 */
export class AddressController implements ReactiveController {
  readonly #list = element('ol');
  #numbered: HTMLElement[] = [];

  constructor(private readonly host: ReactiveElement) {
    this.#list.setAttribute('part', 'addresses');
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#write);
    addEventListener('afterprint', this.#remove);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#write);
    removeEventListener('afterprint', this.#remove);
  }

  #write = (): void => {
    const numbers = new Map<string, number>();
    // Sources show their addresses where they stand; so do links whose words are the address.
    for (const link of this.host.querySelectorAll<HTMLAnchorElement>('a[href^="http"]:not(svg *, further-reading *)')) {
      const { href } = link;
      if (textOf(link) === link.getAttribute('href')) continue;
      const number = numbers.get(href) ?? numbers.size + 1;
      numbers.set(href, number);
      link.dataset['note'] = String(number);
      this.#numbered.push(link);
    }
    this.#list.textContent = '';
    for (const address of numbers.keys()) this.#list.append(element('li', address));
    if (numbers.size) rootOf(this.host).append(this.#list);
  };

  #remove = (): void => {
    for (const link of this.#numbered.splice(0)) delete link.dataset['note'];
    this.#list.remove();
  };
}
