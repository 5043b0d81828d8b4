/**
 * The light-DOM node that stands for a data property, such as the `<table>` of `rows`: what an author would have
 * written. Nothing of the author's is touched.
 */
export class DataNode {
  #node?: HTMLElement;
  #isFound = false;

  constructor(private readonly host: HTMLElement) {}

  /**
   * Whether there is such a node of the author's, which always wins. One that says what `make` would say is no author's: a
   * server has made it of the same data. It is taken over as it is.
   */
  hasAuthored(selector: string, make?: () => HTMLElement): boolean {
    const nodes = [...this.host.querySelectorAll<HTMLElement>(selector)];
    const [first] = nodes;
    if (!this.#node && make && first && make().textContent === first.textContent) {
      this.#node = first;
      this.#isFound = true;
    }
    return nodes.some((node) => !this.#node?.contains(node));
  }

  /**
   * Shows what `make` makes, or nothing without it. Brings it back where somebody has emptied the host.
   * @param isStale whether it has to be made anew
   */
  update(make: (() => HTMLElement) | undefined, isStale: boolean): void {
    if (!make || (isStale && !this.#isFound)) {
      this.#node?.remove();
      this.#node = undefined;
    }
    this.#isFound = false;
    if (!make) return;
    this.#node ??= make();
    if (this.#node.parentNode !== this.host) this.host.append(this.#node);
  }
}
