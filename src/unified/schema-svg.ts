import type { Options } from 'rehype-sanitize';
import { drawingTags, paint } from '../internal/drawing-parts.js';
import { drawingAttributes, type PropertyDefinition } from './schema-drawings.js';

const filters =
  `feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter`.split(/\s+/);
const animations = 'animate animateMotion animateTransform set'.split(' ');
/** What editors write labels in. */
const html =
  `b br center code div em font h1 h2 h3 h4 h5 h6 hr i li ol p pre s small span strong sub sup table tbody td th thead
  tr u ul`.split(/\s+/);

const everywhere =
  `ariaLabel ariaLabelledBy ariaHidden baselineShift className color colorInterpolation colorInterpolationFilters
  colorRendering data* direction display enableBackground floodColor floodOpacity fontStretch fontVariant id imageRendering isolation
  kerning lang letterSpacing lightingColor pointerEvents requiredExtensions requiredFeatures role shapeRendering style
  systemLanguage textDecoration textRendering unicodeBidi vectorEffect wordSpacing writingMode xmlLang`.split(/\s+/);

const units =
  `clipPathUnits filterRes filterUnits fx fy fr maskContentUnits maskUnits method patternContentUnits patternTransform
  patternUnits primitiveUnits spacing spreadMethod startOffset zoomAndPan version baseProfile`.split(/\s+/);

const effects =
  `amplitude azimuth baseFrequency bias diffuseConstant divisor edgeMode elevation exponent in in2 intercept k1 k2 k3 k4
  kernelMatrix kernelUnitLength limitingConeAngle mode numOctaves operator order pointsAtX pointsAtY pointsAtZ preserveAlpha radius
  result scale seed slope specularConstant specularExponent stdDeviation stitchTiles surfaceScale tableValues targetX targetY type
  values xChannelSelector yChannelSelector z`.split(/\s+/);

const timing =
  `accumulate additive attributeType begin calcMode dur end keyPoints keySplines keyTimes max min origin path
  repeatCount repeatDur restart type`.split(/\s+/);

/** An address in a drawing leads to a part of it; that of a picture is the picture. */
const local = /^#/;
const picture = /^(?:#|data:image\/)/i;
const link = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/;
const addressed = (pattern: RegExp): PropertyDefinition[] => [
  ['href', pattern],
  ['xLinkHref', pattern],
];

const namespaces: PropertyDefinition = ['xmlns', 'http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml'];
const all: PropertyDefinition[] = [
  ...(drawingAttributes['g'] ?? []).filter((name) => name !== 'xmlns'),
  ...everywhere,
  ...units,
  ...['filter', 'marker', 'mask'].map((name): PropertyDefinition => [name, paint]),
  namespaces,
];

/** What an animation changes: never an address. */
const animated: PropertyDefinition[] = [
  ...timing,
  ...['by', 'from', 'to', 'values'].map((name): PropertyDefinition => [name, paint]),
  ['attributeName', /^(?!.*href)[\w-]+$/i],
];

const attributesOf = (tag: string): PropertyDefinition[] => {
  if (filters.includes(tag)) return [...all, ...effects, ...addressed(tag === 'feImage' ? picture : local)];
  if (animations.includes(tag)) return [...animated, ...all, ...addressed(local)];
  if (tag === 'image') return [...all, ...addressed(picture)];
  if (tag === 'a') return [...all, ...addressed(link)];
  if (tag === 'style') return ['media', 'type', namespaces];
  if (html.includes(tag))
    return ['align', 'className', 'dir', 'face', 'id', 'size', 'style', 'vAlign', 'color', namespaces];
  return [...all, ...addressed(local)];
};

const tagNames = [
  ...drawingTags.filter((tag) => tag !== 'metadata'),
  ...filters,
  ...animations,
  ...html,
  ...'a foreignObject image mask mpath pattern style use view'.split(' '),
];

/** What a drawing in a file of its own may hold: all that is drawn, nothing that runs or is fetched. */
export const svgSchema: Options = {
  tagNames,
  attributes: Object.fromEntries(tagNames.map((tag) => [tag, attributesOf(tag)])),
  ancestors: {},
  protocols: {},
  required: {},
  strip: ['metadata', 'script', 'iframe', 'object', 'template', 'noscript'],
  clobber: [],
  clobberPrefix: '',
};
