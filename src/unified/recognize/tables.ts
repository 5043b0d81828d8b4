import type { Element } from 'hast';
import { parseLatency, parseMoment } from '../../internal/figures.js';
import { element, elementsIn, isElement, textOf } from '../hast.js';
import type { Context } from './context.js';

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

const laws = /^(fundamental )?(law|axiom|principle)s?$/i;
const law =
  /correlated failure|asynchronous reality|emergent chaos|multidimensional optimi[sz]ation|distributed knowledge|cognitive load|economic reality/i;
const percentile = /^(p\d{2}(\.\d+)?|\d{2}(\.\d+)?(th|%)?( percentile)?|median|max(imum)?|mean|avg|average)$/i;

/** Which element a table belongs into, by its first column, its headings and the section it stands in. */
export function recognizeTable(table: Element, context: Context): Element | undefined {
  const header = headerOf(table);
  const rows = rowsOf(table)
    .map(cellsOf)
    .filter((cells) => cells.some(Boolean));
  const body = rows.slice(header.length ? 1 : 0);
  const into = (tagName: string) => element(tagName, {}, [table], table);
  if (!header.length || !body.length) {
    context.unrecognized('This table has no header row: it stays as it is.', table);
    return undefined;
  }
  const firsts = body.map(([first = '']) => first);
  if (isLawTable(header, firsts)) return into('law-table');
  if (/^(percentile|quantile|p\d{2})/i.test(header[0]!) || isMostly(firsts, (one) => percentile.test(one))) {
    // Its bars have room for one note each.
    if (header.length < 4 && isMostly(body, ([, value = '']) => parseLatency(value) !== undefined))
      return into('latency-profile');
  }
  if (
    /^(time|timestamp|when|t\+)/i.test(header[0]!) &&
    header.length > 1 &&
    isMostly(firsts, (one) => parseMoment(one) !== undefined)
  )
    return into('incident-timeline');
  if (/^resource/i.test(header[0]!) && header.some((one) => /usage|utili[sz]ation|used/i.test(one)))
    return into('resource-table');
  if (header.length === 2 && isFacts(context.heading)) return into('quick-facts');
  return into('compare-table');
}

function isLawTable([first = '', ...others]: string[], firsts: string[]): boolean {
  if (!laws.test(first) && !isMostly(firsts, (one) => law.test(one))) return false;
  return others.length >= 2 || others.some((one) => /challenge|solution|trade-?off/i.test(one));
}

/** Whether a text is what facts are headed with. */
export const isFacts = (text: string): boolean =>
  /\b(quick|key|fast) (facts|figures|numbers|stats)\b|\bat a glance\b|\bfact sheet\b|\bby the numbers\b/i.test(text);

const isMostly = <T>(values: T[], test: (value: T) => boolean) => values.filter(test).length * 2 > values.length;
