import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';

/**
 * Zooms and pans a drawing inside of its box, which keeps its size. Until it is made, and after `end()`, the box scrolls as
 * any other.
 */
export class Zoom {
  readonly #panzoom: PanzoomObject;
  #isOver = false;

  /**
   * @param box what the reader looks through
   * @param canvas what is in it
   * @param width of the drawing at 100 %, in pixels
   * @param changed is told of every change
   */
  private constructor(
    private readonly box: HTMLElement,
    private readonly canvas: HTMLElement,
    private readonly width: number,
    private readonly changed: (zoom: Zoom) => void,
  ) {
    this.#panzoom = Panzoom(canvas, {
      canvas: true,
      cursor: 'grab',
      maxScale: (5 * width) / canvas.offsetWidth,
      minScale: 0.1,
      step: 0.25,
      animate: true,
      // Zooming by a step is animated whatever is asked for.
      duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      // A click on a link, and on a node that takes the focus, stays one.
      handleStartEvent: (event: Event) => event.preventDefault(),
      // As Panzoom does it, in a frame that it has asked for, which may come after the end.
      setTransform: (_: Element, { scale, x, y }: { scale: number; x: number; y: number }) => {
        if (!this.#isOver) canvas.style.transform = `scale(${scale}) translate(${x}px, ${y}px)`;
      },
    });
    canvas.addEventListener('panzoomchange', this.#change);
  }

  /** Begins with what the reader sees; the parameters are those of the constructor. */
  static async start(
    box: HTMLElement,
    canvas: HTMLElement,
    width: number,
    changed: (zoom: Zoom) => void,
  ): Promise<Zoom> {
    const zoom = new Zoom(box, canvas, width, changed);
    const { scrollLeft, scrollTop } = box;
    // Panzoom goes to its own start in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    box.scrollTo(0, 0);
    zoom.#panzoom.pan(-scrollLeft, -scrollTop, { animate: false });
    return zoom;
  }

  /** As a part of the natural size, 1 being 100 %. */
  get scale(): number {
    return (this.#panzoom.getScale() * this.canvas.offsetWidth) / this.width;
  }

  in(): void {
    this.#panzoom.zoomIn();
  }

  out(): void {
    this.#panzoom.zoomOut();
  }

  wheel(event: WheelEvent): void {
    this.#panzoom.zoomWithWheel(event, { animate: false });
  }

  to(scale: number): void {
    this.#panzoom.zoom((scale * this.width) / this.canvas.offsetWidth);
  }

  /** All of it, in the middle. */
  fit(): void {
    const { box, canvas } = this;
    const { paddingInlineStart: inset } = getComputedStyle(box);
    const room = 2 * Number.parseFloat(inset);
    const scale = Math.min(
      (box.clientWidth - room) / canvas.offsetWidth,
      (box.clientHeight - room) / canvas.offsetHeight,
      this.width / canvas.offsetWidth,
    );
    this.#panzoom.zoom(scale);
    const x = (box.clientWidth - canvas.offsetWidth) / 2 - (canvas.offsetLeft - box.offsetLeft);
    const y = (box.clientHeight - canvas.offsetHeight) / 2 - (canvas.offsetTop - box.offsetTop);
    this.#panzoom.pan(x / scale, y / scale);
  }

  /** Goes on with fingers that are down already. */
  take(fingers: readonly PointerEvent[]): void {
    for (const finger of fingers) this.#panzoom.handleDown(finger);
  }

  #change = (): void => this.changed(this);

  /** Gives the box back as it was. */
  end(): void {
    this.#isOver = true;
    this.canvas.removeEventListener('panzoomchange', this.#change);
    this.#panzoom.destroy();
    this.#panzoom.resetStyle();
    this.canvas.style.removeProperty('transform');
  }
}
