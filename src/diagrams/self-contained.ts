import { clean } from './clean.js';
import { type Channels, channelsOf, contrastOf, over } from './contrast.js';
import { idPrefix } from './recall.js';
import { colourOf, soft } from './theme.js';

/**
 * Turns what Mermaid has drawn into a picture that needs nothing beside it: no style sheet, no classes, no `style`
 * attributes (a strict content security policy refuses both), only presentation attributes, with the page's colours as
 * CSS variables in them. Nothing is left that a drawing may not be made of. What Mermaid calls its parts is still there,
 * for whoever reads it; {@link tidyUp} comes last.
 * @param svg in the document, with Mermaid's rules in force and nobody else's
 * @param source Mermaid source, to tell an author's colours from Mermaid's
 */
export function makeSelfContained(svg: SVGSVGElement, source: string): void {
  for (const node of svg.querySelectorAll('script, style, foreignObject, title, desc')) node.remove();
  dropUnused(svg);
  const isStyled = /\b(classDef|style|linkStyle|rect|UpdateElementStyle|UpdateRelStyle)\b/.test(source);
  const written: [Element, Map<string, string>][] = [];
  write(svg, initial, isStyled, written);
  const texts = legible(svg, new Map(written));
  for (const [node, attributes] of written) {
    const colour = texts.get(node);
    if (colour) attributes.set('fill', colour);
    for (const name of ['class', 'style', 'color', ...Object.keys(initial), ...Object.keys(own)])
      node.removeAttribute(name);
    for (const [name, value] of attributes) node.setAttribute(name, value);
  }
  for (const node of svg.querySelectorAll('[display="none"]')) node.remove();
  easeRecolouring(svg);
  for (const link of svg.querySelectorAll('a')) {
    const address = link.getAttribute('xlink:href');
    if (address) link.setAttribute('href', address);
  }
  clean(svg);
}

/** Mermaid brings a dozen arrow heads along, of which a drawing uses one or two, and boxes without a size. */
function dropUnused(svg: SVGSVGElement): void {
  const text = svg.outerHTML;
  for (const node of svg.querySelectorAll('marker, symbol, filter, linearGradient, clipPath')) {
    if (!node.id || !text.includes(`#${node.id}`)) node.remove();
  }
  for (const node of [...svg.querySelectorAll('rect:not([width]), :is(g, defs, text, tspan):empty')].reverse())
    node.remove();
}

/**
 * Dark Reader recolours each attribute by what has it: `<text>` and shapes of up to 32 pixels as letters are, other shapes and
 * the `<svg>` as grounds are, `<tspan>` as if it were a shape, and the stroke of a `<line>` as a border, which is faint. See
 * `overrideInlineStyle` in https://github.com/darkreader/darkreader/blob/main/src/inject/dynamic-theme/inline-style.ts.
 */
function easeRecolouring(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text')) {
    const letters = [...text.querySelectorAll('tspan')].filter(
      (part) => !part.childElementCount && part.textContent?.trim(),
    );
    const fills = new Set(letters.map((part) => part.closest('[fill]')!.getAttribute('fill')!));
    const [fill] = fills;
    const isAll = letters.map(({ textContent }) => textContent).join('').length >= text.textContent!.trim().length;
    if (fills.size !== 1 || !isAll) continue;
    for (const part of text.querySelectorAll('tspan')) part.removeAttribute('fill');
    text.setAttribute('fill', fill!);
  }
  for (const line of svg.querySelectorAll('line')) {
    const other = document.createElementNS(svg.namespaceURI!, 'polyline');
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => line.getAttribute(name) ?? '0');
    for (const { name, value } of line.attributes) if (!/^[xy][12]$/.test(name)) other.setAttribute(name, value);
    other.setAttribute('points', `${x1},${y1} ${x2},${y2}`);
    line.replaceWith(other);
  }
}

/** Properties that are inherited, with their initial values. */
const initial: Record<string, string> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-opacity': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-style': '',
  'font-weight': '',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
};

/** Properties that are not, with their initial values. */
const own: Record<string, string> = {
  opacity: '1',
  display: 'inline',
  'alignment-baseline': 'baseline',
  'paint-order': 'normal',
  'stop-color': 'rgb(0, 0, 0)',
};

const tones: [RegExp, string][] = [
  [/^(danger|error|critical|fail(ed|ure)?)$/i, 'danger'],
  [/^(warning|warn)$/i, 'warning'],
  [/^caution$/i, 'caution'],
  [/^(success|ok|healthy|good)$/i, 'success'],
  [/^(info|note)$/i, 'info'],
  [/^(accent|highlight|primary)$/i, 'accent'],
];

function write(
  node: Element,
  inherited: Record<string, string>,
  isStyled: boolean,
  written: [Element, Map<string, string>][],
  tone?: string,
): void {
  const attributes = new Map<string, string>();
  const isText = node.matches('text');
  // Where nothing is said, no rule of Mermaid's says more.
  if (!node.attributes.length && !isText) {
    written.push([node, attributes]);
    for (const child of node.children) write(child, inherited, isStyled, written, tone);
    return;
  }
  const style = getComputedStyle(node);
  const values: Record<string, string> = {};
  const toneOfNode = node.matches('.node, .cluster') ? toneOf(node) : tone;
  for (const name of Object.keys(initial)) {
    let value = style.getPropertyValue(name);
    if (name === 'fill' || name === 'stroke') {
      const isAuthors = isStyled && isSet(node, name);
      value = paint(value, name, node, isAuthors, attributes, toneOfNode);
    }
    // What has no colour of its own is the ground of words, small as it may be.
    if (name === 'fill' && node.matches('svg')) value = 'var(--_surface)';
    if (name === 'fill' && node.matches('g, a')) value = inherited[name]!;
    values[name] = value;
    if (value !== inherited[name] && !attributes.has(name)) attributes.set(name, value);
  }
  if (isText) attributes.set('fill', values['fill']!);
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    const colour = name === 'stop-color' ? paint(value, name, node, false, attributes) : value;
    if (value && value !== usual && value !== 'auto' && !(name === 'display' && value !== 'none'))
      attributes.set(name, colour);
  }
  if (!node.hasAttribute('transform') && style.transform !== 'none' && (node as SVGElement).style?.transform) {
    attributes.set('transform', style.transform);
  }
  written.push([node, attributes]);
  for (const child of node.children) write(child, values, isStyled, written, toneOfNode);
}

const isSet = (node: Element, name: string) =>
  Boolean((node as SVGElement).style?.getPropertyValue(name)) ||
  (name === 'fill' && node.matches('rect.rect')) ||
  Boolean(node.matches('text, tspan') && (node as SVGElement).style?.color);

/** A class of the author's that says what a node means, and for which the source sets no colour. */
function toneOf(node: Element): string | undefined {
  for (const name of node.classList) {
    const [, tone] = tones.find(([pattern]) => pattern.test(name)) ?? [];
    if (tone) return `var(--dd-${tone})`;
  }
  return undefined;
}

/** A computed colour as it stands in the picture. */
function paint(
  value: string,
  name: string,
  node: Element,
  isAuthors: boolean,
  attributes: Map<string, string>,
  tone?: string,
): string {
  const channels = value === 'none' || /^(url|context)/.test(value) ? undefined : channelsOf(value);
  if (!channels) return value;
  const [red, green, blue, alpha] = channels;
  if (alpha === 0) return 'none';
  const marker = colourOf(red, green, blue);
  const isText = node.matches('text, tspan');
  if (marker) {
    // The opacity of a colour is an attribute of its own.
    if (alpha < 1) attributes.set(`${name}-opacity`, String(alpha));
    if (tone && !isText && marker === 'var(--_node)') return soft(tone);
    if (tone && !isText && marker === 'var(--_border)') return tone;
    return marker;
  }
  if (isAuthors) return value;
  return neutral(channels, name, isText) ?? value;
}

/** Black, white and greys that Mermaid sets by itself follow the page. */
function neutral(channels: Channels, name: string, isText: boolean): string | undefined {
  const [red, green, blue] = channels;
  if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) return undefined;
  const light = (red + green + blue) / 3;
  if (isText) return light < 140 ? 'var(--_text)' : undefined;
  if (light > 225) return name === 'stroke' ? 'var(--_group-border)' : 'var(--_surface)';
  return light < 140 || name === 'stroke' ? 'var(--_line)' : undefined;
}

/** What the page's ink, paper and hues are about, in its light and in its dark scheme. */
const schemes: { ink: Channels; paper: Channels; hue: Channels }[] = [
  { ink: [29, 34, 44, 1], paper: [246, 246, 246, 1], hue: [70, 90, 120, 1] },
  { ink: [218, 222, 230, 1], paper: [27, 31, 38, 1], hue: [150, 175, 200, 1] },
];

/** How legible a colour is on a background in the scheme where it is least so. */
function leastContrast(text: string, layers: readonly string[]): number {
  return Math.min(
    ...schemes.map(({ ink, paper, hue }) => {
      const resolved = (colour: string): Channels => {
        if (/^var\(--dd-/.test(colour) || /--_(line|border)\b/.test(colour)) return hue;
        if (colour === 'var(--_text)') return ink;
        return colour.includes('var(') ? paper : (channelsOf(colour) ?? paper);
      };
      const below = layers.reduce((under, layer) => over(resolved(layer), under), paper);
      return contrastOf(over(resolved(text), below), below);
    }),
  );
}

/** A colour for every text that is hard to read where it stands, in either scheme. */
function legible(svg: SVGSVGElement, written: Map<Element, Map<string, string>>): Map<Element, string> {
  const better = new Map<Element, string>();
  const shapes: { box: DOMRect; paint: string; shape: SVGGeometryElement }[] = [];
  const effective = new Map<Element, string>();
  for (const [node, attributes] of written) {
    const fill = attributes.get('fill') ?? effective.get(node.parentElement!) ?? 'var(--_text)';
    effective.set(node, fill);
    if (node.closest('defs, marker, symbol, clipPath')) continue;
    if (node instanceof SVGGeometryElement && fill !== 'none' && !fill.startsWith('url')) {
      const { fillOpacity, opacity } = getComputedStyle(node);
      const alpha = Number(fillOpacity) * Number(opacity) * groupOpacity(node, svg);
      const [red, green, blue, own] = (!fill.includes('var(') && channelsOf(fill)) || [0, 0, 0, 1];
      // A tint of the page's is as good as the page's paper.
      const colour = fill.includes('var(')
        ? alpha < 0.5
          ? ''
          : fill
        : `rgba(${red}, ${green}, ${blue}, ${own * alpha})`;
      const box = node.getBoundingClientRect();
      if (colour && box.width && box.height) shapes.push({ box, paint: colour, shape: node });
    }
    if (!node.matches('text') || !node.textContent?.trim()) continue;
    const box = node.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const layers = shapes
      .filter(({ box: { left, right, top, bottom } }) => left <= x && right >= x && top <= y && bottom >= y)
      .filter(({ shape }) => isInside(shape, x, y))
      .map(({ paint }) => paint);
    for (const part of [node, ...node.querySelectorAll('tspan')]) {
      const current = written.get(part)?.get('fill') ?? (part === node ? fill : undefined);
      if (!current || leastContrast(current, layers) >= 4.5) continue;
      const choices = ['var(--_text)', '#000', '#fff', 'var(--_surface)'];
      const [best] = choices.sort((one, other) => leastContrast(other, layers) - leastContrast(one, layers));
      better.set(part, best!);
    }
  }
  return better;
}

function groupOpacity(node: Element, root: Element): number {
  let opacity = 1;
  for (let parent = node.parentElement; parent && parent !== root; parent = parent.parentElement) {
    opacity *= Number(parent.getAttribute('opacity') ?? 1);
  }
  return opacity;
}

function isInside(shape: SVGGeometryElement, x: number, y: number): boolean {
  const matrix = shape.getScreenCTM();
  if (!matrix) return false;
  // A rectangle is inside of its box.
  if (shape instanceof SVGRectElement) return true;
  return shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
}

/**
 * Keeps only the ids that something refers to, and only attributes that draw. Ids start with {@link idPrefix}, to be
 * replaced where the picture is placed.
 */
export function tidyUp(svg: SVGSVGElement): void {
  const nodes = [svg, ...svg.querySelectorAll('*')];
  const wanted = new Map<string, string>();
  const rename = (id: string) => {
    if (!wanted.has(id)) wanted.set(id, `${idPrefix}${wanted.size}`);
    return wanted.get(id)!;
  };
  for (const node of nodes) {
    for (const { name, value } of [...node.attributes]) {
      if (name === 'id' || name === 'xmlns' || name.startsWith('xmlns:')) continue;
      if (drawn.test(name)) node.setAttribute(name, rounded(value));
      if (/^data-(?!(node|group|from|to|legible)$)|^aria-|^role$|^name$/.test(name)) node.removeAttribute(name);
      else if (value.includes('url(')) {
        node.setAttribute(
          name,
          value.replace(/url\(["']?#([^"'()]+)["']?\)/g, (_, id) => `url(#${rename(id)})`),
        );
      } else if (name === 'href' && value.startsWith('#') && !node.matches('a')) {
        node.setAttribute(name, `#${rename(value.slice(1))}`);
      }
    }
  }
  for (const node of nodes) {
    const name = wanted.get(node.id);
    if (name) node.id = name;
    else node.removeAttribute('id');
  }
  for (const node of svg.querySelectorAll('defs:empty')) node.remove();
  // Groups that group nothing, from the inside out.
  for (const node of [...svg.querySelectorAll('g, tspan')].reverse()) {
    if (node.attributes.length) continue;
    while (node.firstChild) node.before(node.firstChild);
    node.remove();
  }
  svg.normalize();
}

/** Attributes that hold coordinates and lengths. */
const drawn = /^(d|points|transform|[xyr]|[cr][xy]|[xy][12]|width|height|d[xy]|viewBox|stroke-width|stroke-dasharray)$/;

/** A hundredth of a pixel is exact enough. The flags of an arc may stand together with the number that follows. */
function rounded(value: string): string {
  if (/[aA]/.test(value) && !value.includes('(')) return value;
  return value.replace(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, (number, at: number) => {
    const short = String(Math.round(Number(number) * 100) / 100);
    // Two numbers may stand together, parted only by the point of the second.
    return /[.\d]/.test(value[at + number.length] ?? '') ? `${short} ` : short;
  });
}
