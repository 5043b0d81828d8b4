import { type Channels, channelsOf, contrastOf, over } from '../../src/diagrams/contrast.js';

export interface LabelContrast {
  text: string;
  ratio: number;
}

/** The contrast of every label of a drawing with what is painted below its middle, as it is shown now. */
export function contrastsIn(svg: SVGSVGElement): LabelContrast[] {
  const found: LabelContrast[] = [];
  const shapes: { shape: SVGGeometryElement; box: DOMRect; colour: Channels }[] = [];
  const page = backgroundOf(svg);
  for (const node of svg.querySelectorAll<SVGElement>(':not(defs *, marker *, clipPath *, metadata)')) {
    const { fill, fillOpacity } = getComputedStyle(node);
    if (node instanceof SVGGeometryElement && fill !== 'none' && !fill.startsWith('url')) {
      const colour = faded(channelsOf(fill)!, Number(fillOpacity) * opacityOf(node, svg));
      const box = node.getBoundingClientRect();
      if (colour[3] && box.width && box.height) shapes.push({ shape: node, box, colour });
    }
    if (node.localName !== 'text' || !node.textContent?.trim()) continue;
    const { x, y, width, height } = node.getBoundingClientRect();
    if (!width) continue;
    const [middle, centre] = [x + width / 2, y + height / 2];
    const below = shapes
      .filter(({ shape, box }) => isIn(box, middle, centre) && isFilled(shape, middle, centre))
      .reduce((under, { colour }) => over(colour, under), page);
    for (const part of [node, ...node.querySelectorAll<SVGElement>('tspan')]) {
      const own = [...part.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const text = own
        .map(({ nodeValue }) => nodeValue)
        .join('')
        .trim();
      if (!text) continue;
      const style = getComputedStyle(part);
      const colour = faded(channelsOf(style.fill)!, Number(style.fillOpacity) * opacityOf(part, svg));
      found.push({ text, ratio: contrastOf(over(colour, below), below) });
    }
  }
  return found;
}

const faded = ([red, green, blue, alpha]: Channels, opacity: number): Channels => [red, green, blue, alpha * opacity];

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  left <= x && right >= x && top <= y && bottom >= y;

function isFilled(shape: SVGGeometryElement, x: number, y: number): boolean {
  const matrix = shape.getScreenCTM();
  if (shape instanceof SVGRectElement || !matrix) return true;
  const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
  // WebKit wants a point of the drawing's own kind.
  const own = shape.ownerSVGElement!.createSVGPoint();
  return shape.isPointInFill(Object.assign(own, { x: point.x, y: point.y }));
}

function opacityOf(node: Element, root: Element): number {
  let opacity = 1;
  for (let at: Element | null = node; at && at !== root; at = at.parentElement) {
    opacity *= Number(getComputedStyle(at).opacity);
  }
  return opacity;
}

/** What the drawing stands on. */
function backgroundOf(node: Element): Channels {
  const layers: Channels[] = [];
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element) layers.unshift(channelsOf(getComputedStyle(at).backgroundColor) ?? [0, 0, 0, 0]);
  }
  return layers.reduce<Channels>((under, layer) => over(layer, under), [255, 255, 255, 1]);
}
