import type { Element, ElementContent, RootContent } from 'hast';
import { isDay, parseLatency, parseMoment } from '../../internal/figures.js';
import { isNamed, isNumericColumn } from '../../internal/numeric-columns.js';
import { areOfOne, isMeasured, latencyOf } from '../../internal/percentiles.js';
import { element, elementsIn, isElement, textOf } from '../hast.js';
import type { Context } from './context.js';
import { isIncidentTitle } from './incidents.js';
import { disorderIn, isCourse } from './timelines.js';

/** The rows of a table, wherever they stand in it. */
export const rowsOf = (table: Element): Element[] =>
  elementsIn(table).flatMap((part) =>
    part.tagName === 'tr' ? [part] : isElement(part, 'thead', 'tbody', 'tfoot') ? elementsIn(part) : [],
  );

const cellsOf = (row: Element | undefined) => (row ? elementsIn(row).map(textOf) : []);

/** The texts of a table's header row; empty where it has none. */
export function headerOf(table: Element): string[] {
  const row = rowsOf(table).find((one) => elementsIn(one).every((cell) => cell.tagName === 'th'));
  return cellsOf(row);
}

const laws = /^((fundamental )?(law|axiom)s?( (name|\/ ?axiom))?|principles?)$/i;
const law =
  /correlated failure|asynchronous reality|emergent chaos|multidimensional optimi[sz]ation|distributed knowledge|cognitive load|economic reality/i;
/** Bare shares are more often those of an availability. */
const percentile = /^(p\d{2}(\.\d+)?|\d{2}(\.\d+)?(th\b.*| percentile)|median|max(imum)?|mean|avg|average)$/i;
const target = /\b(target|slo|sla|goal|objective|budget|limit)\b/i;
const happening = /event|what|action|description|happen|impact|status|detail|step/i;

/** A table in the element that it belongs into, by its first column, its headings and the section it stands in. */
export function recognizeTable(node: Element, context: Context): Element {
  const table = withoutEmptyHeader(node);
  const header = headerOf(table);
  const rows = rowsOf(table)
    .map(cellsOf)
    .filter((cells) => cells.some(Boolean));
  const body = rows.slice(header.length ? 1 : 0);
  const isOfFacts = isFacts(context.heading) && isFactsTable(table, context.heading);
  const into = (tagName: string) => element(tagName, {}, [table], table);
  const aligned = (tagName: string) => {
    markNumbers(table, tagName);
    return into(tagName);
  };
  if (!body.length || (!header.length && !isOfFacts)) {
    context.unrecognized('This table has no header row: it stays as it is.', table);
    return table;
  }
  if (isLawTable(header, body)) return aligned('law-table');
  if (isProfile(header, body)) return into('latency-profile');
  if (isTimeline(header, body, context)) {
    context.beginTimeline();
    const timed = body.flatMap(([written = '']) => {
      const moment = parseMoment(written);
      return moment ? { written, moment } : [];
    });
    const disorder = disorderIn(timed);
    if (disorder)
      context.unrecognized(`${disorder.words}, so no time since the start is shown: ${disorder.fix}.`, table);
    return into('incident-timeline');
  }
  if (isOfResources(header, body, context)) return aligned('resource-table');
  return isOfFacts ? element('quick-facts', {}, [factsOfTable(table)], table) : aligned('compare-table');
}

/** Marks the numeric columns of a table, but for those that the author has aligned, and tables in which cells span. */
function markNumbers(table: Element, tagName: string): void {
  const rows = rowsOf(table).map(elementsIn);
  const isSet = ({ properties }: Element) => properties['align'] || properties['style'];
  const isSpanned = ({ properties }: Element) => properties['colSpan'] || properties['rowSpan'];
  if (rows.flat().some(isSpanned)) return;
  for (let at = 0; at < (rows[0]?.length ?? 0); at++) {
    const cells = rows.flatMap((row) => row[at] ?? []);
    const data = cells.filter((cell) => cell.tagName === 'td');
    if (isNamed(at, tagName) || cells.some(isSet) || !isNumericColumn(data.map(textOf))) continue;
    for (const { properties } of cells) properties['dataNumeric'] = '';
  }
}

/** Facts of a table; those that have no headings are terms and their values. */
export function factsOfTable(node: Element): Element {
  const table = withoutEmptyHeader(node);
  if (headerOf(table).length) return table;
  const pairs = rowsOf(table).flatMap((row) =>
    elementsIn(row).map((cell, at) => element(at ? 'dd' : 'dt', {}, at ? cell.children : plain(cell.children), cell)),
  );
  return element('dl', {}, pairs, table);
}

/** Terms are bold already. */
const plain = (nodes: ElementContent[]) =>
  nodes.flatMap((node) => (isElement(node, 'strong', 'b') ? node.children : [node]));

/** Markdown has no tables without a header: where all of it is empty, none is meant. */
function withoutEmptyHeader(table: Element): Element {
  const isEmpty = (part: RootContent) =>
    isElement(part, 'thead') && rowsOf(part).every((row) => elementsIn(row).every((cell) => !cell.children.length));
  return { ...table, children: table.children.filter((part) => !isEmpty(part)) };
}

/** A law in the first column, or in the one after their numbers. */
function isLawTable(header: string[], body: string[][]): boolean {
  const at = /^(#|no\.?)$/i.test(header[0] ?? '') ? 1 : 0;
  const others = header.slice(at + 1);
  const name = header[at] ?? '';
  const isLaw = (cells: string[]) => law.test(cells[at] ?? '');
  const isAnswered = others.some((one) => /challenge|problem|solution|mitigation|trade-?off|answer/i.test(one));
  if (laws.test(name) && isAnswered) return true;
  // Laws are often a country's, principles often a team's.
  const isOfLaws = isMostly(body, isLaw) || (laws.test(name) && !/^principle/i.test(name) && body.some(isLaw));
  return isOfLaws && (others.length >= 2 || isAnswered);
}

/** Percentiles with one latency each. Its bars have room for two notes. */
function isProfile(header: string[], body: string[][]): boolean {
  const isLatency = (at: number) => isMostly(body, (cells) => parseLatency(cells[at] ?? '') !== undefined);
  return (
    header.length < 5 &&
    (/^(percentile|quantile|p\d{2})/i.test(header[0] ?? '') ||
      isMostly(body, ([first = '']) => percentile.test(first))) &&
    isMostly(body, ([, value = '']) => isMeasured(latencyOf(value))) &&
    !body.some(([, value = '']) => /[<>≤≥]/.test(value)) &&
    areOfOne(body.map(([label = '']) => label)) &&
    // A bar for the first alone would say that it is the one that matters.
    !header.some((one, at) => at > 1 && !target.test(one) && isLatency(at))
  );
}

/** Moments with what happened at them; what is measured at each hour of the day is none. */
function isTimeline([first = '', ...others]: string[], body: string[][], context: Context): boolean {
  const moments = body.flatMap(([cell = '']) => parseMoment(cell) ?? []);
  const isOfTimes = /^(time|timestamp|when|t\+)/i.test(first);
  const isCourseOf = isCourse(context, '', moments);
  // Of an incident's times, some may be days of the week, or open still.
  if (isOfTimes && isCourseOf && isMostly(body, ([cell = '']) => /\d:\d\d|^t ?[+-]/i.test(cell)))
    return others.length > 0;
  if (!others.length || moments.length * 2 <= body.length) return false;
  const isPlan = moments.every(isDay) || !context.isUnder(isIncidentTitle);
  const isFromStart = moments.some(({ kind }) => kind === 'elapsed');
  return isCourseOf || isFromStart || (isOfTimes && !isPlan && others.some((one) => happening.test(one)));
}

/** Whether a text is what facts are headed with. */
export const isFacts = (text: string): boolean =>
  /\b(quick|key|fast) (facts|figures|metrics|numbers|statistics|stats)\b|\bat a glance\b|\bfact sheet\b|\bby the numbers\b/i.test(
    text,
  );

const measures = /^(?!.*\b(?:facts?|glance)\b).*\b(?:metrics|statistics|stats|numbers|figures)\b/i;
/** A number as such (of `p99` and `5xx` it is a name), or what a template has for one. */
const figure = /(?<![\p{L}\d])\d(?!x{2})|(?<![\p{L}\d])[XYZN]{1,3}(?![\p{L}\d])|\[[^\]]/u;

/** Whether what stands below a heading of facts are values: of metrics, most have a figure; others are told what they are. */
export const areFacts = (heading: string, values: readonly string[]): boolean =>
  !measures.test(heading) || isMostly(values, (value) => figure.test(value));

/** Whether a table below a heading has a label and a value in each row, and at most notes besides. */
export function isFactsTable(table: Element, heading: string): boolean {
  const rows = rowsOf(table);
  const { length, 2: third = '' } = cellsOf(rows[0]);
  const isPaired = length < 3 || (length === 3 && /^$|note|comment|detail|remark|source|context/i.test(third));
  const values = rows.slice(headerOf(table).length ? 1 : 0).map((row) => cellsOf(row)[1] ?? '');
  return isPaired && areFacts(heading, values);
}

const usage = /\b(usage|utili[sz]ation)\b/i;

/** What is used of resources: by its headings, or by the section's and shares in most cells. */
function isOfResources([first = '', ...others]: string[], body: string[][], context: Context): boolean {
  if (/^resource/i.test(first) && others.some((one) => usage.test(one) || /\bused$/i.test(one))) return true;
  const cells = body.flatMap(([, ...values]) => values);
  return usage.test(context.heading) && isMostly(cells, (cell) => /^[<>~≈]?\s*\d[\d.,–-]*\s?%/.test(cell));
}

const isMostly = <T>(values: readonly T[], test: (value: T) => boolean) =>
  values.filter(test).length * 2 > values.length;
