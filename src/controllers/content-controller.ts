import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { yieldToReact } from '../internal/hydration.js';
import { isForeign, watchers } from '../internal/own-attributes.js';
import { untold } from '../internal/warn.js';

/** How often in a second attributes are set again. Who takes them away each time, and at once, has won then. */
const most = 100;

/**
 * Updates its host whenever the author's nodes inside it change: children that come late, text that a framework swaps,
 * a page that is still being parsed; and when somebody takes away what the elements have written into those nodes. Nothing
 * is observed while the host is detached.
 */
export class ContentController implements ReactiveController {
  /** What authors write that something is derived from, and what the elements have written into the content. */
  readonly #attributes = ['href', 'colspan', 'rowspan', 'value', 'datetime'];
  #losses = 0;
  #observer?: MutationObserver;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
    yieldToReact(host);
    watchers.set(host, this);
  }

  hostConnected(): void {
    this.#observe();
    if (document.readyState !== 'complete') document.addEventListener('readystatechange', this.#advance);
    this.update();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    document.removeEventListener('readystatechange', this.#advance);
  }

  /** An id that a heading lacks is given once the page is parsed; what is wrong with the content is told once it is complete. */
  #advance = (): void => {
    if (document.readyState === 'interactive' || untold.has(this.host)) this.update();
  };

  update = (): void => this.host.requestUpdate();

  /** Misses, from now on, an attribute that has been written into the content. */
  watch(attribute: string): void {
    if (this.#attributes.includes(attribute)) return;
    this.#attributes.push(attribute);
    // Once all is written: what the elements themselves write first needs not be noticed.
    queueMicrotask(() => this.#observe());
  }

  #observe(): void {
    if (!this.host.isConnected) return;
    this.#observer ??= new MutationObserver(this.#notice);
    this.#observer.observe(this.host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: this.#attributes,
    });
  }

  #notice = (records: readonly MutationRecord[]): void => {
    let isDue = records.some(({ attributeName }) => !attributeName);
    if (!isDue && this.#losses < most && records.some(isForeign)) {
      isDue = true;
      this.#losses++;
      setTimeout(() => this.#losses--, 1000);
    }
    for (let at: Node | null = this.host; isDue && at; at = at.parentNode) watchers.get(at)?.update();
  };
}
