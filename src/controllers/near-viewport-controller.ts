import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/** How near is near: what Chromium takes for lazy images (https://web.dev/articles/browser-level-image-lazy-loading). */
const near = '1250px 0px';

/**
 * Says once, while its host is attached, that the host is near the viewport. A host in a closed `<details>` or a hidden
 * tab is not near until it is shown.
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
      // The document as root and the scroll margin look ahead in a frame and in a scrolling box, too.
      { root: this.host.ownerDocument, rootMargin: near, scrollMargin: near },
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
