import type { Element, ElementContent, Properties } from 'hast';

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
