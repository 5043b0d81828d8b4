/*
 * What a drawing may be made of, whoever made it: shapes and words, as `deepdive draw` and icon sets write them. There is
 * no mark to tell our drawings from others by that others could not set, and none is needed: nothing on this list
 * runs, loads or is parsed by other rules than the rest. Not on it: `script`, `style`, `foreignObject`, `image`, `use`,
 * everything that animates (an animation can set `href`), handlers, `style` and `xlink:href`.
 *
 * The one list for Node, where it is part of the schema, and for the browser. Attributes are named as in hast.
 */

const list = (names: string) => names.split(/\s+/);

const shapes = list('circle ellipse g line path polygon polyline rect switch text textPath tspan');
const servers = list('clipPath defs linearGradient marker metadata radialGradient stop symbol title desc');

/** Besides `a`, which is among the tags of HTML already. */
export const drawingTags = ['svg', ...shapes, ...servers];

/** Attributes that hold coordinates, lengths and words. */
export const plainNames = list(
  `alignmentBaseline cx cy d dominantBaseline dx dy fillOpacity fillRule clipRule fontFamily fontSize fontStyle fontWeight
  gradientTransform gradientUnits height markerHeight markerUnits markerWidth offset opacity orient overflow paintOrder
  pathLength points preserveAspectRatio r refX refY rotate rx ry stopOpacity strokeDashArray strokeDashOffset strokeLineCap
  strokeLineJoin strokeMiterLimit strokeOpacity strokeWidth textAnchor textLength lengthAdjust transform transformOrigin
  viewBox visibility width x x1 x2 xmlSpace xmlns y y1 y2`,
);

/** Attributes that hold a {@link paint}. */
export const paintedNames = list('clipPath fill markerEnd markerMid markerStart stopColor stroke');

/** Paint is a colour, or something of the same drawing. A stranger's address would be fetched; a backslash can hide one. */
export const paint = /^(?:url\(["']?#[\w-]+["']?\)|(?!.*(?:url|src|image|set)\s*\()[^\\]*)$/is;
