import css from '../../src/styles/tokens.css?raw';

const meanings: Record<string, string> = {
  '--dd-ink': 'Text',
  '--dd-ink-quiet': 'Labels, captions, text in cards',
  '--dd-paper': 'Background of a page with a scheme; nodes of diagrams',
  '--dd-surface': 'Background of diagrams',
  '--dd-line': 'Hairlines and frames',
  '--dd-line-strong': 'Lines that must be seen: below table headings, around nodes of diagrams',
  '--dd-accent': 'Links, focus, arrows and icons of cards, the bar of a figure',
  '--dd-info': 'Notes, sev4 and sev5',
  '--dd-success': 'Tips, success, a trend in the good direction',
  '--dd-caution': 'sev3 and minor incidents, gold patterns',
  '--dd-warning': 'Warnings, sev2 and major incidents, a target that is missed, bronze patterns',
  '--dd-danger': 'Danger, sev1 and critical incidents, a trend in the bad direction, errors of diagrams',
  '--dd-violet': 'Questions and examples',
  '--dd-font': 'Font of a page',
  '--dd-font-mono': 'Font of code and of the source of diagrams',
  '--dd-text': 'Size of running text',
  '--dd-text-small': 'Size of text in tables, cards and incidents',
  '--dd-text-label': 'Size of labels and captions',
  '--dd-leading': 'Line height of running text',
  '--dd-measure': 'Widest column of a page',
  '--dd-space': 'Space between cards',
  '--dd-flow': 'Space between paragraphs of a page',
  '--dd-section': 'Space above a second-level heading',
  '--dd-gutter': 'Least space at either side of a page',
  '--dd-radius': 'Corners',
  '--dd-duration': 'Length of transitions',
};

const declarations = [...css.matchAll(/^ {2}(--dd-[\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => {
  const [, light, dark] = /^light-dark\((.+\)), (.+)\)$/.exec(value) ?? [];
  return { name, value: value.replace(/\s+/g, ' '), light, dark, meaning: meanings[name] ?? '' };
});

/** The colours, with both of their values, read from the source. */
export const colours = declarations.filter(({ light }) => light);

/** All other tokens. */
export const measures = declarations.filter(({ light }) => !light);
