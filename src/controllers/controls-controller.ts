import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { whenLoaded } from '../internal/when-loaded.js';

/** What a reader points at or presses, once it is loaded. */
export interface Controls {
  /** Makes them stops of the Tab key. */
  mount(): void;
  /** @param path what the pointer is on, the innermost first */
  follow(path: readonly EventTarget[]): void;
  /** The host has been updated. */
  update(): void;
}

/** What a reader does first in a page. A screen reader moves the focus or scrolls. */
const uses = ['pointermove', 'pointerdown', 'scroll', 'focusin'];

/**
 * Loads the controls of its host when the pointer comes to it or the Tab key is pressed in its page. A page that nobody has
 * touched yet downloads and makes none.
 */
export class ControlsController implements ReactiveController {
  #controls?: Controls;
  #loading?: Promise<void>;

  /** @param isShown whether they are seen before they are wanted, so that any use of the page loads them */
  constructor(
    private readonly host: ReactiveElement,
    private readonly load: () => Promise<Controls>,
    private readonly isShown = false,
  ) {
    host.addController(this);
    host.addEventListener('pointerover', this.#point);
  }

  hostConnected(): void {
    const page = this.host.ownerDocument;
    page.addEventListener('keydown', this.#press, true);
    if (this.isShown && !this.#controls) for (const type of uses) page.addEventListener(type, this.#use, true);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('keydown', this.#press, true);
    this.#forgetUses();
  }

  hostUpdated(): void {
    this.#controls?.update();
  }

  #forgetUses(): void {
    for (const type of uses) {
      this.host.ownerDocument.removeEventListener(type, this.#use, true);
    }
  }

  #use = (): void => {
    this.#forgetUses();
    void this.#start();
  };

  #press = ({ key }: KeyboardEvent): void => {
    if (this.isShown || /Tab|Control|Meta/.test(key)) this.#with((controls) => key === 'Tab' && controls.mount());
  };

  #point = (event: Event): void => {
    // The path is gone once the event is over.
    const path = event.composedPath();
    this.#with((controls) => controls.follow(path));
  };

  /** At once where they are loaded, so that a stop is there before the focus moves. */
  #with(use: (controls: Controls) => void): void {
    if (this.#controls) use(this.#controls);
    else void this.#start().then(() => this.#controls && use(this.#controls));
  }

  #start(): Promise<void> {
    this.#loading ??= whenLoaded(this.load(), (controls) => {
      this.#controls = controls;
    }).then(() => {
      // The next use tries again what could not be loaded.
      if (!this.#controls) this.#loading = undefined;
    });
    return this.#loading;
  }
}
