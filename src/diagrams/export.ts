import { wellFormed } from '../internal/percent.js';
import { isElement } from '../internal/text.js';
import { clean } from './clean.js';

/** What a style sheet says of a drawing, and an attribute can say as well. */
const looks =
  `fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-opacity stroke-linecap stroke-linejoin
  marker-start marker-mid marker-end font-family font-size font-style font-weight text-anchor dominant-baseline opacity
  visibility paint-order stop-color stop-opacity`.split(/\s+/);
const paints = ['fill', 'stroke', 'stop-color'];

/**
 * A drawing as a file of its own, which holds nothing but what a drawing may be made of, also where it is an author's: what
 * is CSS of the page's or of its own becomes attributes, as it is now.
 */
function standalone(svg: SVGSVGElement): string {
  // In a document where nothing runs and nothing loads.
  const copy = document.implementation.createHTMLDocument().importNode(svg, true);
  const copies = [copy, ...copy.querySelectorAll('*')];
  // Those of ours have neither.
  const isStyled = svg.querySelector('style, [style]') !== null;
  for (const [index, node] of [svg, ...svg.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(node);
    for (const name of isStyled ? looks : paints) {
      if (isStyled || node.getAttribute(name)?.includes('var('))
        copies[index]!.setAttribute(name, style.getPropertyValue(name));
    }
    for (const name of [
      'tabindex',
      'role',
      'aria-label',
      'aria-pressed',
      'aria-hidden',
      'data-marked',
      'data-forward',
    ]) {
      if (index) copies[index]!.removeAttribute(name);
    }
  }
  const { fontFamily } = getComputedStyle(svg);
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', fontFamily);
  copy.removeAttribute('slot');
  clean(copy);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * Offers a drawing as a file.
 * @param type `svg`, or `png` at twice the size on a background of the page's
 * @param name of the file, without an ending
 */
export async function download(svg: SVGSVGElement, type: 'svg' | 'png', name: string): Promise<void> {
  const text = standalone(svg);
  const file = new Blob([text], { type: 'image/svg+xml' });
  const blob = type === 'svg' ? file : await rasterized(svg, text);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80)}.${type}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function rasterized(svg: SVGSVGElement, text: string): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  // Canvases have limits; a wall-sized diagram comes at what fits.
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(wellFormed(text))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = backgroundOf(svg);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas is empty.'))), 'image/png'),
  );
}

/** What the drawing stands on. */
function backgroundOf(node: Element): string {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (!isElement(at)) continue;
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return '#fff';
}
