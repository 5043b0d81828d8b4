import type { TableMistake } from './tables.js';
import { isEmpty, type Mistake, warn } from './warn.js';

/** What is told of one place in an element. */
const messages = {
  /** An attribute's value that is none of the known ones. */
  unknown: (attribute: string, value: unknown, known: readonly string[]) =>
    `does not know ${attribute}="${value}": use ${known.join(', ')}.`,
  unsafeLink: (href: string) => `holds a link to "${href}": use http, https, mailto or a relative address.`,
  unsafeHref: (href: string) => `does not follow href="${href}": use http, https, mailto or a relative address.`,
  /** @param where in the data, such as `[1].Latency` */
  unusable: (property: string, where: string) =>
    `cannot use ${property}${where}: set the property to an array of objects, of text, numbers or nodes.`,
  markupAndData: (property: string) => `has markup and ${property}: the markup is shown. Remove one of the two.`,
  target: () => 'needs a number above 0 as its target.',
  noFigure: () => 'has a target but no figure: add <data value="…"> with a number.',
  noHeadings: () => 'finds no headings: put it into a <case-study> with <h2> sections, or name one in for="…".',
};

export type Messages = typeof messages;

/** Tells the author of one mistake. */
export function warnOfOne<K extends keyof Messages>(element: Element, key: K, parts: Parameters<Messages[K]>): void {
  warn(element, (messages[key] as (...parts: unknown[]) => string)(...parts));
}

/** What belongs into each element, and what is wrong with one that holds something else. */
const contents: Record<string, [wanted: string, mistake?: string | ((element: Element) => string)]> = {
  'architecture-diagram': [
    'a <pre> with Mermaid source',
    'has no source to draw: put the Mermaid source into a <pre>.',
  ],
  'card-grid': ['cards'],
  'compare-table': ['a <table>', 'has no <table>: put its content into one.'],
  'content-tabs': [
    'a <section> for each tab',
    (element) =>
      element.querySelector(':scope > section')
        ? 'has a <section> without a heading of its own: begin it with one.'
        : 'has no sections: put each alternative into a <section> with a heading.',
  ],
  'decision-list': ['an <ol> of decisions', 'has no decisions: put them into an <ol>.'],
  'diagram-ref': ['the words that mean the node'],
  'diagram-walkthrough': ['an <ol> whose items name nodes of the diagram'],
  'discussion-questions': ['an <ol> of questions', 'has no questions: put them into an <ol>.'],
  'further-reading': ['a <ul> of links', 'has no sources: put them into a <ul>.'],
  'incident-callout': ['a heading and a <dl> of what happened, root cause, impact and lessons'],
  'incident-timeline': ['an <ol> of events'],
  'info-card': ['a heading and text'],
  'innovation-list': ['an <ol> of innovations', 'has no innovations: put them into an <ol>.'],
  'key-takeaways': ['an <ol> of takeaways', 'has no takeaways: put them into an <ol>.'],
  'latency-profile': [
    'a <dl> or a <table> of percentiles',
    'has neither a <dl> nor a <table>: put the percentiles into one.',
  ],
  'law-table': ['a <table>', 'has no <table>: put its content into one.'],
  'note-callout': ['text'],
  'pattern-card': ['a heading, text and a link'],
  'practice-list': ['a <ul> or a <dl> of practices', 'has no practices: put them into a <ul> or a <dl>.'],
  'quick-facts': ['a <dl> or a <table>', 'has neither a <dl> nor a <table>: put the facts into one.'],
  'resource-table': ['a <table>', 'has no <table>: put its content into one.'],
  'rollout-path': ['an <ol> of stages', 'has no stages: put them into an <ol>, or write Canary → 1% → 100%.'],
  'scaling-path': [
    'an <ol> of stages',
    (element) =>
      element.querySelector('pre')?.textContent
        ? 'cannot read its <pre> as one chain of stages: write A[1K users] --> B[10K users], or use <architecture-diagram>.'
        : 'has no stages: put them into an <ol>.',
  ],
  'stat-card': ['a heading and a figure'],
  'study-meta': ['a <dl>', 'has no <dl>: put its facts into one.'],
};

/** Tells the author that an element has no content, or else what is wrong with it; the parameters are those of `warnContent`. */
export function warnOfContent(element: Element, isSound: boolean, mistakes: readonly Mistake[]): void {
  const [wanted, mistake] = contents[element.localName] ?? [];
  if (isEmpty(element)) {
    if (wanted) warn(element, `is empty: put ${wanted} inside it${orData(element)}.`);
    return;
  }
  for (const one of mistakes) warn(element, typeof one === 'string' ? one : wordsOf(one));
  if (!isSound && mistake) warn(element, typeof mistake === 'string' ? mistake : mistake(element));
}

/** What takes the content of an element as data. */
const properties = ['rows', 'facts', 'percentiles', 'events'];

function orData(element: Element): string {
  const property = properties.find((one) => one in element);
  return property ? `, or set its ${property} property` : '';
}

const wordsOf = ([kind, ...counts]: TableMistake) =>
  (tableMessages[kind] as (...counts: number[]) => string)(...counts);

const tableMessages = {
  header: () => 'has no header row: add a <thead> with a <th> for each column.',
  uneven: (row: number, cells: number, headings: number) =>
    `has a row (${row}) of ${cells} cells under ${headings} headings: add the missing ${cells < headings ? '<td>' : '<th>'}.`,
  spanned: (row: number, columns: number, headings: number) =>
    `has a row (${row}) that covers ${columns} columns, and headings for ${headings}: correct its cells or what they span.`,
  overlap: (row: number) => `has cells that overlap (row ${row}): correct their colspan or rowspan.`,
  rowspan: () => 'has cells with rowspan, which a narrow screen shows in their first row only: repeat them.',
};
