import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/** Those that wait, and what each calls. */
const waiting = new Map<TabKeyController, () => void>();

function callAll({ key }: KeyboardEvent): void {
  if (key === 'Tab') for (const callback of waiting.values()) callback();
}

/**
 * Calls back when the Tab key is pressed in the page of its host, before the focus moves: what the callback adds to the host
 * is a stop on the way. Once, unless told to wait again by being attached anew.
 */
export class TabKeyController implements ReactiveController {
  constructor(
    private readonly host: ReactiveElement,
    private readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    waiting.set(this, () => {
      this.hostDisconnected();
      this.callback();
    });
    this.host.ownerDocument.addEventListener('keydown', callAll, true);
  }

  hostDisconnected(): void {
    waiting.delete(this);
    if (!waiting.size) this.host.ownerDocument.removeEventListener('keydown', callAll, true);
  }
}
