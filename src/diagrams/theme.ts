/**
 * Mermaid computes with colours and refuses `var()` (mermaid-js/mermaid#6677). So it is given concrete marker colours,
 * one a role, and each marker that comes back in the drawing is written as a CSS colour of the page's: after that light,
 * dark and any palette are CSS alone.
 */
const roles = {
  'var(--_surface)': [
    'background',
    'edgeLabelBackground',
    'labelBackground',
    'noteBkgColor',
    'altBackground',
    'relationLabelBackground',
    'tagLabelBackground',
    'commitLabelBackground',
    'emptyCommitFill',
  ],
  'var(--_node)': [
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
    'personBkg',
  ],
  'var(--_group)': [
    'secondaryColor',
    'tertiaryColor',
    'clusterBkg',
    'sectionBkgColor',
    'sectionBkgColor2',
    'altSectionBkgColor',
    'compositeBackground',
    'compositeTitleBackground',
    'attributeBackgroundColorEven',
    'rowEven',
    'excludeBkgColor',
    'quadrant1Fill',
    'quadrant2Fill',
    'quadrant3Fill',
    'quadrant4Fill',
  ],
  'var(--_border)': [
    'primaryBorderColor',
    'nodeBorder',
    'actorBorder',
    'labelBoxBorderColor',
    'activationBorderColor',
    'taskBorderColor',
    'noteBorderColor',
    'stateBorder',
    'requirementBorderColor',
    'personBorder',
    'tagLabelBorder',
    'innerEndBackground',
  ],
  'var(--_group-border)': [
    'secondaryBorderColor',
    'tertiaryBorderColor',
    'clusterBorder',
    'compositeBorder',
    'quadrantInternalBorderStrokeFill',
    'quadrantExternalBorderStrokeFill',
    'archGroupBorderColor',
  ],
  'var(--_line)': [
    'lineColor',
    'arrowheadColor',
    'defaultLinkColor',
    'actorLineColor',
    'signalColor',
    'transitionColor',
    'relationColor',
    'specialStateColor',
    'gridColor',
    'archEdgeColor',
    'archEdgeArrowColor',
    'quadrantPointFill',
  ],
  'var(--_text)': [
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
    'taskTextLightColor',
    'taskTextOutsideColor',
    'taskTextClickableColor',
    'classText',
    'stateLabelColor',
    'transitionLabelColor',
    'relationLabelColor',
    'requirementTextColor',
    'pieTitleTextColor',
    'pieSectionTextColor',
    'pieLegendTextColor',
    'commitLabelColor',
    'tagLabelColor',
    'quadrant1TextFill',
    'quadrant2TextFill',
    'quadrant3TextFill',
    'quadrant4TextFill',
    'quadrantPointTextFill',
    'quadrantXAxisTextFill',
    'quadrantYAxisTextFill',
    'quadrantTitleFill',
    ...count(12, (index) => `cScaleLabel${index}`),
    ...count(8, (index) => `gitBranchLabel${index}`),
  ],
  'var(--_border) ': ['pieStrokeColor', 'pieOuterStrokeColor'],
  // What has a meaning: done, critical, today.
  [soft('var(--dd-success)')]: ['doneTaskBkgColor'],
  'var(--dd-success)': ['doneTaskBorderColor'],
  [soft('var(--dd-accent)')]: ['activeTaskBkgColor'],
  'var(--dd-accent)': ['activeTaskBorderColor'],
  [soft('var(--dd-danger)')]: ['critBkgColor', 'errorBkgColor'],
  'var(--dd-danger)': ['critBorderColor', 'todayLineColor', 'vertLineColor', 'errorTextColor'],
} as const satisfies Record<string, readonly string[]>;

/** What only tells one thing from another: slices, branches, series, sections. */
const hues = ['accent', 'success', 'warning', 'violet', 'danger', 'info', 'caution', 'ink-quiet'] as const;

const scales: [string, string[]][] = hues.flatMap((hue, index): [string, string[]][] => {
  const all = (name: string, from: number, to: number) =>
    count(to - from + 1, (step) => step + from)
      .filter((step) => (step - from) % hues.length === index)
      .map((step) => `${name}${step}`);
  return [
    [soft(`var(--dd-${hue})`, 24), [...all('cScale', 0, 11), ...all('pie', 1, 12), ...all('fillType', 0, 7)]],
    [`var(--dd-${hue}) `, [...all('git', 0, 7), ...all('cScalePeer', 0, 11), ...all('cScaleInv', 0, 11)]],
  ];
});

function count<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

/** A tint on which the page's ink can be read, in either scheme. */
export function soft(colour: string, percent = 16): string {
  return `color-mix(in oklab, ${colour} ${percent}%, var(--dd-paper))`;
}

const marked: [string, readonly string[]][] = [...Object.entries(roles), ...scales];
/** Dark and nearly alike, so that whatever Mermaid derives from one stays legible. */
const green = (index: number) => 32 + index;
const markerOf = (index: number) => `#1a${green(index).toString(16)}3c`;

const series = count(8, (index) => markerOf(marked.findIndex(([colour]) => colour === `var(--dd-${hues[index]}) `)));

/** What Mermaid is given. */
export const themeVariables: Record<string, unknown> = {
  ...Object.fromEntries(marked.flatMap(([, variables], index) => variables.map((name) => [name, markerOf(index)]))),
  dropShadow: 'none',
  xyChart: {
    ...Object.fromEntries(
      ['title', 'xAxisLabel', 'xAxisTitle', 'yAxisLabel', 'yAxisTitle'].map((name) => [`${name}Color`, role('text')]),
    ),
    ...Object.fromEntries(
      ['xAxisTick', 'xAxisLine', 'yAxisTick', 'yAxisLine'].map((name) => [`${name}Color`, role('line')]),
    ),
    backgroundColor: 'transparent',
    plotColorPalette: series.join(','),
  },
  radar: { axisColor: role('line'), graticuleColor: role('border'), curveOpacity: 0.25 },
};

function role(name: string): string {
  return markerOf(marked.findIndex(([colour]) => colour === `var(--_${name})`));
}

/** Where Mermaid's own rules leave a label or a shape without a colour of the theme's. */
export const extraRules = `
.edgeLabel rect { fill: ${role('surface')} !important; }
.sequenceNumber { fill: ${role('text')} !important; }
.messageText, .loopText, .loopText > tspan { stroke: ${role('surface')} !important; stroke-width: 4px; paint-order: stroke; }
.sequence-dot { fill: ${role('surface')}; stroke: ${role('line')}; }
.section-root :is(circle, path, rect, polygon) { fill: ${role('node')} !important; stroke: ${role('border')} !important; }
.section-root text, .kanban-label text { fill: ${role('text')} !important; }
.sections > .cluster > rect { fill: ${role('group')} !important; stroke: ${role('group-border')} !important; }
.branchLabel text, [class*='branch-label'] { fill: ${role('surface')} !important; }
${series.map((hue, at) => `.radarCurve-${at}, .radarLegendBox-${at} { fill: ${hue} !important; stroke: ${hue} !important; }`).join('\n')}
.radarGraticule { fill-opacity: 0.04 !important; }`;

/** The page's colour for a marker's channels; `undefined` for any other colour. */
export function colourOf(red: number, greenChannel: number, blue: number): string | undefined {
  return red === 0x1a && blue === 0x3c ? marked[greenChannel - green(0)]?.[0].trim() : undefined;
}
