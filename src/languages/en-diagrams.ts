/** What diagrams and walkthroughs say in English. */
export const diagrams = {
  $code: 'en',

  diagram: 'Diagram',
  zoom: 'Zoom',
  zoomLevel: (percent: number) => `${percent} %`,
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  zoomTo: (level: string) => `Zoom to ${level}`,
  /** Behind the name of a button: another way to do it. */
  andWheel: (key: string) => `${key} and wheel`,
  wheelZooms: (key: string) => `${key} and the wheel zoom`,
  fitDiagram: 'Fit the whole diagram',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  otherForms: 'Other forms',
  text: 'Text',
  textOfDiagram: 'What the diagram says, as text',
  source: 'Source',
  sourceOfDiagram: 'The source of the diagram',
  /** On a button beside the source. */
  copySource: 'Copy',
  copyTheSource: 'Copy the source',
  downloadAs: (format: string) => `Download the drawing as ${format}`,
  cannotMake: (format: string) => `The browser cannot make a ${format} of this drawing`,
  showAll: 'Show all',
  wholeHeight: 'The whole height of the diagram',
  tryAgain: 'Try again',
  cannotLoad: 'Mermaid could not be loaded.',
  /** Followed by the reason, in English. */
  cannotDraw: 'This diagram could not be drawn.',

  /** What a screen reader calls the drawing. */
  roleOfDiagram: 'diagram',
  inGroup: (group: string) => `in ${group}`,
  holds: (nodes: string) => `holds ${nodes}`,
  /** Where a node leads. */
  leadsTo: (nodes: string) => `to ${nodes}`,
  /** What a node is connected with, without a direction. */
  connectedWith: (nodes: string) => `with ${nodes}`,
  /** A message, and what it says. */
  message: (from: string, to: string, text: string) => `${from} to ${to}${text && `: ${text}`}`,
  noteAt: (nodes: string, text: string) => `Note at ${nodes}: ${text}`,
  and: (one: string, other: string) => `${one} and ${other}`,

  /** Names of nodes that have no words of their own. */
  start: 'Start',
  end: 'End',
  choice: 'Choice',
  forkOrJoin: 'Fork or join',
  /** How many there are at an end of a connection. */
  only_one: 'exactly one',
  zero_or_one: 'zero or one',
  one_or_more: 'one or more',
  zero_or_more: 'zero or more',
  amounts: (from: string, to: string) => `${from} to ${to}`,
  /** What the other end of a connection is to this one. */
  extension: 'extended by it',
  composition: 'composed of it',
  aggregation: 'aggregates it',
  /** What the blocks of a sequence begin with; the condition follows. */
  loop: 'Loop',
  if: 'If',
  else: 'Else',
  optionally: 'Optionally',
  atTheSameTime: 'At the same time',
  andAlso: 'and',
  criticalPart: 'Critical',
  orElse: 'or',
  breakOff: 'Break',

  walkthrough: 'Walkthrough',
  previous: 'Previous',
  next: 'Next',
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  stepOf: (step: number, count: number) => `Step ${step} of ${count}`,
  wholeDiagramShown: 'The whole diagram is shown',
};
