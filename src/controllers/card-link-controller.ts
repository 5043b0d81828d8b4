import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { isSafeUrl } from '../internal/urls.js';
import { warnOf } from '../internal/warn.js';

/**
 * Gives a card the state `linked` while it holds exactly one thing to press and that is a link, so that CSS can stretch
 * the link over the whole card. The link itself is left as it is.
 */
export class CardLinkController implements ReactiveController {
  readonly #internals: ElementInternals;

  constructor(private readonly host: ReactiveElement) {
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  hostUpdated(): void {
    const controls = this.host.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    const [only] = controls;
    const link = controls.length === 1 && only!.localName === 'a' ? (only as HTMLAnchorElement) : undefined;
    const isSafe = link && isSafeUrl(link.href);
    if (link && !isSafe) warnOf(this.host, 'unsafeLink', link.href);
    if (isSafe) this.#internals.states.add('linked');
    else this.#internals.states.delete('linked');
  }
}
