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
    const isLink = controls.length === 1 && only instanceof HTMLAnchorElement;
    const isSafe = isLink && isSafeUrl(only.href);
    if (isLink && !isSafe) warnOf(this.host, 'unsafeLink', only.href);
    if (isSafe) this.#internals.states.add('linked');
    else this.#internals.states.delete('linked');
  }
}
