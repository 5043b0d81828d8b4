import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/** What is called when an element comes near. */
const callbacks = new WeakMap<Element, () => void>();
const observers = new WeakMap<Document, Map<number, IntersectionObserver>>();

/** One observer for all elements of a document that look ahead as far. */
function observerOf(root: Document, margin: number): IntersectionObserver {
  const known = observers.get(root) ?? new Map<number, IntersectionObserver>();
  observers.set(root, known);
  const ahead = `${margin}px 0px`;
  const observer =
    known.get(margin) ??
    new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) callbacks.get(target)?.();
      },
      // The document as root and the scroll margin look ahead in a frame and in a scrolling box, too.
      { root, rootMargin: ahead, scrollMargin: ahead },
    );
  known.set(margin, observer);
  return observer;
}

/**
 * Says once, while its host is attached, that the host is near the viewport. A host in a closed `<details>` or a hidden
 * tab is not near until it is shown.
 */
export class NearViewportController implements ReactiveController {
  #observer?: IntersectionObserver;

  /** @param margin how near is near, in CSS pixels above and below the viewport */
  constructor(
    private readonly host: ReactiveElement,
    private readonly margin: number,
    private readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { host } = this;
    this.#observer = observerOf(host.ownerDocument, this.margin);
    callbacks.set(host, () => {
      this.#observer?.unobserve(host);
      this.callback();
    });
    this.#observer.observe(host);
  }

  hostDisconnected(): void {
    this.#observer?.unobserve(this.host);
  }
}
