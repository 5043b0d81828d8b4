/**
 * Mermaid computes with colours and refuses `var()` (mermaid-js/mermaid#6677). So it is given concrete marker colours,
 * one a role, and each marker that comes back in the drawing is replaced by a custom property of the element. After that light, dark
 * and any palette are CSS alone.
 */
const roles = {
  '--_surface': ['background', 'edgeLabelBackground', 'labelBackground', 'noteBkgColor', 'altBackground'],
  '--_node': [
    'primaryColor',
    'mainBkg',
    'nodeBkg',
    'actorBkg',
    'labelBoxBkgColor',
    'activationBkgColor',
    'taskBkgColor',
    'classBkg',
    'stateBkg',
    'requirementBackground',
    'attributeBackgroundColorOdd',
    'rowOdd',
  ],
  '--_group': [
    'secondaryColor',
    'tertiaryColor',
    'clusterBkg',
    'sectionBkgColor',
    'compositeBackground',
    'attributeBackgroundColorEven',
    'rowEven',
  ],
  '--_border': [
    'primaryBorderColor',
    'nodeBorder',
    'actorBorder',
    'labelBoxBorderColor',
    'activationBorderColor',
    'taskBorderColor',
    'noteBorderColor',
    'stateBorder',
    'requirementBorderColor',
  ],
  '--_group-border': ['secondaryBorderColor', 'tertiaryBorderColor', 'clusterBorder', 'compositeBorder'],
  '--_line': [
    'lineColor',
    'arrowheadColor',
    'defaultLinkColor',
    'actorLineColor',
    'signalColor',
    'transitionColor',
    'relationColor',
    'specialStateColor',
    'gridColor',
  ],
  '--_text': [
    'primaryTextColor',
    'secondaryTextColor',
    'tertiaryTextColor',
    'textColor',
    'titleColor',
    'nodeTextColor',
    'actorTextColor',
    'signalTextColor',
    'labelTextColor',
    'loopTextColor',
    'noteTextColor',
    'taskTextColor',
    'taskTextDarkColor',
    'taskTextOutsideColor',
    'classText',
    'stateLabelColor',
    'transitionLabelColor',
    'relationLabelColor',
    'requirementTextColor',
  ],
} as const;

const properties = Object.keys(roles) as (keyof typeof roles)[];
/** Dark and nearly alike, so that whatever Mermaid derives from one stays legible; no two differ in one digit only. */
const markerOf = (index: number) => `#1${index}2a3${index}`;

export const themeVariables: Record<string, string> = {
  ...Object.fromEntries(
    properties.flatMap((property, index) => roles[property].map((variable) => [variable, markerOf(index)])),
  ),
  dropShadow: 'none',
};

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('\\s*,\\s*');

/** Puts the custom properties where the markers are, in style rules and in attributes, as hex or as `rgb()`. */
export function themed(svg: string): string {
  return properties.reduce((text, property, index) => {
    const marker = markerOf(index);
    return text.replace(new RegExp(`${marker}|rgb\\(\\s*${channels(marker)}\\s*\\)`, 'gi'), `var(${property})`);
  }, svg);
}
