import { render } from 'lit';

/**
 * The light-DOM node that stands for a data property, such as the `<table>` of `rows`: what an author would have
 * written. It is appended once and updated in place; nothing of the author's is touched.
 */
export class DataContent<Tag extends 'table' | 'dl'> {
  #node?: HTMLElementTagNameMap[Tag];

  constructor(
    private readonly host: HTMLElement,
    private readonly tag: Tag,
  ) {}

  /** Whether the node that the data is shown in is one of the author's, which always wins. */
  get isAuthored(): boolean {
    return [...this.host.children].some((child) => child.localName === this.tag && child !== this.#node);
  }

  /** Shows `content` (a Lit template), or nothing where it is undefined. */
  update(content: unknown): void {
    if (content === undefined) {
      this.#node?.remove();
      return;
    }
    this.#node ??= document.createElement(this.tag);
    render(content, this.#node);
    if (this.#node.parentNode !== this.host) this.host.append(this.#node);
  }
}
