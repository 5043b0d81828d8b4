/** A colour's channels, 0 to 255, and its opacity, 0 to 1. */
export type Channels = readonly [red: number, green: number, blue: number, alpha: number];

let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, Channels | undefined>();

/** The channels of any CSS colour without variables; `undefined` for what is none. */
export function channelsOf(colour: string): Channels | undefined {
  if (!known.has(colour)) known.set(colour, read(colour));
  return known.get(colour);
}

function read(colour: string): Channels | undefined {
  const [, inside] = /^rgba?\(([^)]*)\)$/.exec(colour) ?? [];
  if (inside) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
    if (![red, green, blue, alpha].some(Number.isNaN)) return [red, green, blue, alpha];
  }
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context || colour.includes('var(') || !CSS.supports('color', colour)) return undefined;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** What a colour looks like on an opaque one. */
export function over([r, g, b, alpha]: Channels, [red, green, blue]: Channels): Channels {
  const mix = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [mix(r, red), mix(g, green), mix(b, blue), 1];
}

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminanceOf([red, green, blue]: Channels): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: Channels, other: Channels): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
