import type { Element, ElementContent, Properties } from 'hast';

/** A drawing as sets of icons have it: https://iconify.design/docs/types/iconify-icon.html */
export interface Icon {
  /** What is in the `<svg>`. */
  body: string;
  /** Of the drawing; 16 without it. */
  width?: number;
  height?: number;
}

/** Says what has to be installed before an icon can be drawn. */
export interface MissingSet {
  install: string;
}

/**
 * Finds an icon of MkDocs Material: of `:material-clock-fast:`, the one called `clock-fast` in the set `material`. The
 * other sets are `fontawesome-solid`, `fontawesome-regular`, `fontawesome-brands`, `octicons` and `simple`. There is no
 * such icon where it returns nothing.
 */
export type Icons = (set: string, name: string) => Icon | MissingSet | undefined;

/** What makes an `<svg>` an icon: as high as the words around it, in their colour, and nothing to those who hear the page. */
export function iconProperties(width: number, height: number): Properties {
  return {
    viewBox: `0 0 ${width} ${height}`,
    width: `${Number((width / height).toFixed(3))}em`,
    height: '1em',
    fill: 'currentColor',
    ariaHidden: 'true',
  };
}

/** The icon of a `span.twemoji`, as MkDocs Material draws it. */
export function iconOf(span: Element, svg: Element): Element {
  const [, , width, height] = String(svg.properties['viewBox'])
    .split(/[\s,]+/)
    .map(Number);
  const { className, ...properties } = span.properties;
  const classes = [className ?? []].flat().filter((name) => name !== 'twemoji') as string[];
  return {
    ...svg,
    properties: {
      ...iconProperties(width || 16, height || 16),
      ...properties,
      ...(classes.length && { className: classes }),
    },
    children: svg.children.filter(isDrawn),
  };
}

const isDrawn = ({ type }: ElementContent) => type === 'element';
