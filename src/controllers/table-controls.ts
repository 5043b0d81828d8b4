import type { ReactiveElement } from '@lit/reactive-element';
import { addressesOf } from '../internal/cell-addresses.js';
import { sayBehind } from '../internal/clipboard.js';
import { element } from '../internal/data-content.js';
import { rootOf } from '../internal/roots.js';
import type { Controls } from './controls-controller.js';
import { LinkControl } from './link-control.js';
import { NearViewportController } from './near-viewport-controller.js';
import type { TableController } from './table-controller.js';

/** How near a table is, in CSS pixels, when it gets its buttons. */
const near = 400;

/** What a reader uses of a table: the buttons that copy it, when it is near or they are wanted, and the links to its cells. */
export class TableControls implements Controls {
  readonly #link: LinkControl;
  readonly #copyAs = document.createTextNode('');
  #buttons: HTMLElement[] = [];

  constructor(
    private readonly host: ReactiveElement,
    private readonly controller: TableController,
  ) {
    this.#link = new LinkControl(host, {
      targets: () => [...(controller.table?.querySelectorAll<HTMLElement>('th, td') ?? [])],
      idOf: (cell) => addressesOf(host, controller.table!).get(cell) ?? cell.id,
      columns: () => controller.table?.rows[0]?.cells.length ?? 1,
    });
    new NearViewportController(host, near, () => this.#show());
  }

  mount(): void {
    this.#show();
    this.#link.mount();
  }

  follow(path: readonly EventTarget[]): void {
    this.#link.follow(path);
  }

  update(): void {
    this.#label();
    this.#link.update();
  }

  /** The stylesheet keeps their room. */
  #show(): void {
    if (this.#buttons.length) return;
    const { tools } = this.controller;
    this.#buttons = [this.#copyButton('CSV'), this.#copyButton('Markdown')];
    tools.prepend(this.#copyAs, ...this.#buttons);
    this.#label();
    if (!tools.parentNode) rootOf(this.host).append(tools);
  }

  #label(): void {
    const { words } = this.controller;
    this.#copyAs.data = words.term('copyAs');
    for (const button of this.#buttons) button.ariaLabel = words.term('copyTableAs', button.textContent!);
  }

  #copyButton(name: 'CSV' | 'Markdown'): HTMLElement {
    const button = element('button', name);
    button.setAttribute('part', 'button');
    const load = () => import('../internal/table-text.js');
    // A browser lets a page copy only right after the click; what writes the text is there by then.
    const prepare = () => load().catch(() => {});
    for (const event of ['pointerenter', 'focus']) button.addEventListener(event, prepare, { once: true });
    button.addEventListener('click', () => {
      const { table, words } = this.controller;
      load().then(
        ({ copyTable }) => table && copyTable(table, name, button, words),
        () => sayBehind(button, words.term('notLoaded')),
      );
    });
    return button;
  }
}
