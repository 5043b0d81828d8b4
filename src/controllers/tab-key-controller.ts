import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/**
 * Calls back when the Tab key is pressed in the page of its host, before the focus moves: what the callback adds to the host
 * is a stop on the way.
 */
export class TabKeyController implements ReactiveController {
  constructor(
    private readonly host: ReactiveElement,
    private readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('keydown', this.#press, true);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.#press, true);
  }

  #press = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') this.callback();
  };
}
