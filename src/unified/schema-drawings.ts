import type { Options } from 'rehype-sanitize';

type PropertyDefinition = NonNullable<Options['attributes']>[string][number];

/**
 * What a drawing may be made of, whoever made it: shapes and words, as `deepdive draw` and icon sets write them. There is
 * no mark to tell our drawings from others by that others could not set, and none is needed: nothing on this list
 * runs, loads or is parsed by other rules than the rest. Not on it: `script`, `style`, `foreignObject`, `image`, `use`,
 * everything that animates (an animation can set `href`), handlers, `style` and `xlink:href`.
 */
const shapes = `circle ellipse g line path polygon polyline rect switch text textPath tspan`.split(' ');
const servers = `clipPath defs linearGradient marker metadata radialGradient stop symbol title desc`.split(' ');

/** `a` is among the tags of HTML already. */
export const drawingTags = ['svg', ...shapes, ...servers];

/** Paint is a colour, or something of the same drawing. A stranger's address would be fetched; a backslash can hide one. */
export const paint = /^(?:url\(["']?#[\w-]+["']?\)|(?!.*(?:url|src|image|set)\s*\()[^\\]*)$/is;
const painted = `clipPath fill markerEnd markerMid markerStart stopColor stroke`.split(' ');

const plain =
  `alignmentBaseline cx cy d dominantBaseline dx dy fillOpacity fillRule clipRule fontFamily fontSize fontStyle fontWeight
  gradientTransform gradientUnits height markerHeight markerUnits markerWidth offset opacity orient overflow paintOrder
  pathLength points preserveAspectRatio r refX refY rotate rx ry stopOpacity strokeDashArray strokeDashOffset strokeLineCap
  strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth textAnchor textLength lengthAdjust transform transformOrigin
  viewBox visibility width x x1 x2 xmlSpace xmlns y y1 y2`.split(/\s+/);

/** What the view of a drawing knows its parts by. */
const named = 'dataFrom dataGroup dataLegible dataNode dataTo'.split(' ');

const drawn: PropertyDefinition[] = [...plain, ...named, ...painted.map((name): PropertyDefinition => [name, paint])];

/** The slot of a drawing is the only one that a page fills by name. The mark says that a later run may draw it anew. */
export const drawingAttributes: Record<string, PropertyDefinition[]> = {
  ...Object.fromEntries([...drawingTags, 'a'].map((tag) => [tag, drawn])),
  svg: [...drawn, 'dataDeepdive', ['slot', 'drawing']],
};
