import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { enforce, watchers } from '../../internal/own-attributes.js';

const hosts = new WeakSet<Node>();

/** Makes code that `deepdive build` has marked a stop of the Tab key where a part of it has to be scrolled to, and only there. */
export function attendCode(host: ReactiveElement): void {
  if (hosts.has(host)) return;
  hosts.add(host);
  host.addController(new CodeStops(host));
}

class CodeStops implements ReactiveController {
  readonly #sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#update(target as HTMLElement);
  });

  constructor(private readonly host: ReactiveElement) {}

  hostConnected(): void {
    // Other letters may need to scroll in a box that is as large as before.
    document.fonts.addEventListener('loadingdone', this.#measure);
    this.#measure();
  }

  hostUpdated(): void {
    this.#measure();
  }

  hostDisconnected(): void {
    document.fonts.removeEventListener('loadingdone', this.#measure);
    this.#sizes.disconnect();
    // Without a script it has to be a stop in every width.
    for (const pre of this.#marked()) if (isOurs(pre)) enforce(pre, 'tabindex', '0');
  }

  #marked(): NodeListOf<HTMLElement> {
    return this.host.querySelectorAll('pre[data-tab-stop]');
  }

  #measure = (): void => {
    this.#sizes.disconnect();
    if (!this.host.isConnected) return;
    for (const pre of this.#marked()) {
      // Whatever begins to be observed is measured; what is hidden, once it is shown.
      this.#sizes.observe(pre);
      if (!pre.checkVisibility()) this.#update(pre, false);
    }
  };

  #update(pre: HTMLElement, isStop = isCut(pre)): void {
    if (!isOurs(pre) || isStop === pre.hasAttribute('tabindex')) return;
    // Without the attribute it would lose the focus.
    if (!isStop && (pre.getRootNode() as Document).activeElement === pre) {
      pre.addEventListener('blur', this.#measure, { once: true });
      return;
    }
    enforce(pre, 'tabindex', isStop ? '0' : null);
    // The section of a tab is a stop where it holds none.
    for (let at = pre.parentNode; at; at = at.parentNode) if (!hosts.has(at)) watchers.get(at)?.update();
  }
}

/** Any other value is an author's. */
const isOurs = (pre: Element) => /^0?$/.test(pre.getAttribute('tabindex') ?? '');

/** Whether there is code that only scrolling shows. The padding at its end scrolls, too, and shows nothing. */
function isCut(pre: HTMLElement): boolean {
  const { overflow, paddingInlineEnd, paddingBlockEnd } = getComputedStyle(pre);
  return (
    /auto|scroll/.test(overflow) &&
    (pre.scrollWidth - pre.clientWidth > Number.parseFloat(paddingInlineEnd) ||
      pre.scrollHeight - pre.clientHeight > Number.parseFloat(paddingBlockEnd))
  );
}
