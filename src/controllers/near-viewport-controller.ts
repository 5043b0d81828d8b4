import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/**
 * Says once, while its host is attached, that the host is within a screen's height of being seen. A host in a closed
 * `<details>` or a hidden tab is not near until it is shown.
 */
export class NearViewportController implements ReactiveController {
  #observer?: IntersectionObserver;

  constructor(
    private readonly host: ReactiveElement,
    private readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        this.callback();
      },
      { rootMargin: '100% 0px' },
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
