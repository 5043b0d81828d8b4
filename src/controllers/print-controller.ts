import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/** Opens the `<details>` inside its host for the time of printing: paper cannot be unfolded. */
export class PrintController implements ReactiveController {
  #opened: (readonly [HTMLDetailsElement, string | null])[] = [];

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
  }

  #open = (): void => {
    const closed = this.host.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    this.#opened = Array.from(closed, (details) => [details, details.getAttribute('name')]);
    for (const [details] of this.#opened) {
      // Of those that share a name only one can be open.
      details.removeAttribute('name');
      details.open = true;
    }
  };

  #close = (): void => {
    for (const [details, name] of this.#opened.splice(0)) {
      details.open = false;
      if (name) details.setAttribute('name', name);
    }
  };
}
