import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { untold } from '../internal/warn.js';

/**
 * Updates its host whenever the author's nodes inside it change: children that come late, text that a framework swaps,
 * a page that is still being parsed. Nothing is observed while the host is detached.
 */
export class ContentController implements ReactiveController {
  #observer?: MutationObserver;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(this.#update);
    this.#observer.observe(this.host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['href', 'colspan', 'rowspan', 'value', 'datetime'],
    });
    // An id that a heading lacks is given only then.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#update, { once: true });
    if (document.readyState !== 'complete') addEventListener('load', this.#tell, { once: true });
    this.#update();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#update);
    removeEventListener('load', this.#tell);
  }

  /** What is wrong with the content. */
  #tell = (): void => {
    if (untold.has(this.host)) this.#update();
  };

  #update = (): void => this.host.requestUpdate();
}
