/**
 * What some of the browsers that README.md names lack, and what a reader of theirs gets without it. An id stands for all
 * that the data has below it, too. Where `files` are named, it is used in these alone. One that nothing needs is reported.
 *
 * @type {{ ids: string[], files?: string[], without: string }[]}
 */
export const exceptions = [
  {
    ids: ['css.properties.cursor', 'api.Element.wheel_event'],
    without: 'Safari for iOS has no pointer to show and no wheel to turn.',
  },
  {
    ids: ['css.properties.forced-color-adjust'],
    without: 'Safari has no forced colours.',
  },
  {
    ids: ['css.properties.text-wrap.pretty', 'css.properties.accent-color'],
    files: ['src/elements/case-study/case-study.css'],
    without: 'A paragraph may end in one short word; check boxes have the colour of the system.',
  },
  {
    ids: ['css.properties.text-size-adjust'],
    files: ['src/elements/case-study/case-study.css'],
    without: 'Browsers that do not enlarge text on their own have nothing to adjust.',
  },
  {
    ids: ['css.selectors.marker'],
    files: ['src/elements/case-study/case-study.css'],
    without: 'Safari gives markers their colour, and figures of their font rather than of equal width.',
  },
  {
    ids: ['css.properties.box-decoration-break'],
    files: ['src/styles/guard.css'],
    without: 'It undoes what a page has set, which needs a browser that knows it.',
  },
  {
    ids: ['css.properties.overscroll-behavior'],
    files: ['src/elements/page-outline/page-outline.css'],
    without: 'Not known for keys alone: they scroll the page on at the end of a long outline.',
  },
  {
    ids: ['css.properties.scrollbar-width'],
    files: ['src/elements/content-tabs/content-tabs.ts'],
    without: 'A row of more tabs than fit has a scroll bar.',
  },
  {
    ids: ['css.properties.align-self.safe'],
    files: ['src/elements/architecture-diagram/architecture-diagram.css'],
    without: 'A ready drawing begins at the edge, rather than being centred, until the script shows it.',
  },
  {
    ids: ['css.properties.align-content.safe'],
    files: ['src/diagrams/view.css'],
    without: 'A drawing that is lower than its box begins at the top.',
  },
  {
    ids: ['css.properties.display.-webkit-box'],
    files: ['src/diagrams/walkthrough.css'],
    without: 'Every browser has it, for -webkit-line-clamp: https://drafts.csswg.org/css-overflow-4/#webkit-line-clamp',
  },
  {
    ids: ['css.properties.break-after.avoid'],
    files: ['src/elements/practice-list/practice-list.css'],
    without: 'On paper, a term may stand alone at the end of a page.',
  },
  {
    ids: [
      'css.properties.break-after.avoid',
      'css.properties.break-after.multicol_context',
      'css.properties.break-before.avoid',
      'css.properties.break-before.multicol_context',
      'css.properties.orphans',
      'css.properties.widows',
    ],
    files: ['src/elements/case-study/case-study.css'],
    without: 'On paper, a heading or a line may stand alone at either end of a page.',
  },
  {
    ids: ['css.at-rules.page'],
    files: ['src/elements/case-study/case-study.css'],
    without: 'Paper has the margins that the browser gives it, and no numbers of pages but those.',
  },
  {
    ids: ['css.selectors.details-content'],
    files: ['src/elements/case-study/case-study.css'],
    without: 'The script opens for print what is folded; without script, that stays folded.',
  },
  {
    ids: ['css.properties.content-visibility'],
    files: ['src/elements/case-study/case-study.css', 'src/elements/content-tabs/content-tabs.css'],
    without: 'A browser that does not know it has hidden nothing by it.',
  },
  {
    ids: ['css.selectors.highlight'],
    files: ['src/elements/compare-table/compare-table.css', 'src/diagrams/view.ts'],
    without: 'Tables show the emoji as it was written; a line of a source that is wrong is told by its number alone.',
  },
  {
    ids: ['api.Highlight'],
    files: ['src/internal/drawn-marks.ts', 'src/diagrams/view.ts'],
    without: 'Tables show the emoji as it was written; a line of a source that is wrong is told by its number alone.',
  },
  {
    ids: ['api.Window.requestIdleCallback'],
    files: ['src/diagrams/view.ts'],
    without: 'A timer stands in for it.',
  },
  {
    ids: ['api.HTMLElement.focus.options_preventScroll_parameter'],
    without: 'A phone may scroll to what gets the focus.',
  },
  {
    ids: ['api.FontFaceSet.loadingdone_event'],
    files: ['src/elements/case-study/code-stops.ts'],
    without: 'Code is measured again when its box changes, and not when a font comes.',
  },
  {
    ids: ['api.HTMLElement.popover'],
    files: ['src/elements/law-table/explanation.ts'],
    without: 'In Safari for iOS before 18.3 a press elsewhere does not close it; the button does.',
  },
  {
    ids: ['api.CustomElementRegistry.get'],
    without: 'Safari does not find customized built-in elements, of which there are none.',
  },
  {
    ids: ['api.Element.ariaControlsElements'],
    files: ['src/elements/content-tabs/content-tabs.ts'],
    without: 'A tab has its name and state, and no way to its section by a command of the screen reader.',
  },
  {
    ids: ['api.Element.beforematch_event'],
    files: ['src/elements/content-tabs/content-tabs.ts'],
    without: 'Words of a section that is not shown are not found by the search of the browser.',
  },
];
