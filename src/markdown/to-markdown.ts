import { wordsFor } from '../controllers/words-controller.js';
import type { IncidentTimeline } from '../elements/incident-timeline/incident-timeline.js';
import { figuresOf } from '../internal/incident-times.js';
import { own } from '../internal/own.js';
import { pairsOf } from '../internal/read.js';
import { headerOf } from '../internal/tables.js';
import { textOf } from '../internal/text.js';
import {
  bold,
  fenced,
  isBold,
  isText,
  italic,
  joined,
  led,
  linked,
  list,
  oneLine,
  oneList,
  quoted,
  table,
} from './blocks.js';
import { addressOf, blockNames, code, escapeLines, escapeText, inline, isElement, isRead, within } from './inline.js';

/**
 * Writes an element, and all that is read in it, as GitHub's Markdown: https://github.github.com/gfm/, with its alerts. The
 * page is only read. What elements derive (elapsed times, downtime) is in it once they have updated.
 */
export function toMarkdown(page: Element): string {
  return `${joined(blocks([page]))}\n`;
}

/** What an element becomes: blocks of Markdown. */
type Form = (node: HTMLElement) => string[];

const headings = ':is(h1, h2, h3, h4, h5, h6)';
const boxes = ':is(incident-callout, info-card, note-callout, pattern-card, stat-card, li, td, th)';

/** What becomes of an element, by selector: the first that matches counts, and what none matches stands in a line. */
const forms: Record<string, Form> = {
  'architecture-diagram:has(> pre) > svg': () => [],
  'card-grid': (node) => oneList(content(node)),
  'incident-callout': incident,
  'incident-timeline': (node) => [...(node.closest('incident-callout') ? [] : timesOf(node)), ...content(node)],
  'incident-timeline :is(ol, ul):not(incident-timeline li *)': events,
  'incident-timeline table': (node) => eventTable(node as HTMLTableElement),
  'info-card, pattern-card': (node) => [list([card(node, content(node))])],
  'latency-profile': (node) => [...content(node), ...objective(node)],
  'note-callout': note,
  'quick-facts': (node) => [...content(node), italic(escapeText(node.dataset['downtime'] ?? ''))],
  'rollout-path ol': (node) => [escapeLines([...node.children].map((item) => inline(item.childNodes)).join(' → '))],
  'stat-card': (node) => [list([stat(node)])],
  ':is(architecture-diagram, rollout-path, scaling-path) pre': (node) => [fenced(node.textContent ?? '', 'mermaid')],
  ':is(latency-profile, quick-facts, study-meta) dl': facts,
  [`${boxes} ${headings}`]: title,
  [`content-tabs ${headings}`]: (node) => (isInOutline(node) ? heading(node) : title(node)),

  [headings]: heading,
  ol: (node) => [list(itemsIn(node), (node as HTMLOListElement).start)],
  ul: (node) => [list(itemsIn(node))],
  dl: terms,
  ':is(td, th) pre': (node) => [linesOf(node).map(code).join('\n')],
  pre: (node) => [fenced(node.textContent ?? '', languageOf(node))],
  'table[role="presentation"], table[role="none"]': content,
  table: (node) => captioned(node as HTMLTableElement, gridOf(node as HTMLTableElement)),
  blockquote: (node) => [quoted(content(node))],
  hr: () => ['___'],
  details: folded,
  figcaption: (node) => content(node).map(italic),
  [`a:has(${blockNames})`]: (node) => linked(content(node), addressOf(node)),
  [`${blockNames}, :has(${blockNames})`]: content,
};

function content(node: Element): string[] {
  return within(
    () => blocks(node.childNodes),
    () => [escapeLines(escapeText(textOf(node)))],
  );
}

const formOf = (node: Node) =>
  isElement(node) && isRead(node) ? Object.entries(forms).find(([selector]) => node.matches(selector))?.[1] : undefined;

function blocks(nodes: Iterable<Node>): string[] {
  const parts: string[] = [];
  let line: Node[] = [];
  const endLine = () => {
    parts.push(escapeLines(inline(line)));
    line = [];
  };
  for (const node of nodes) {
    const form = formOf(node);
    if (!form) {
      line.push(node);
      continue;
    }
    endLine();
    // One by one: there may be more than a function takes.
    for (const part of form(node as HTMLElement)) parts.push(part);
  }
  endLine();
  return parts.filter(Boolean);
}

/** A setting of an element's: its property, or the attribute where it is not upgraded. */
const setting = (node: HTMLElement, name: string): string =>
  String((node as unknown as Record<string, unknown>)[name] ?? node.getAttribute(name) ?? '');

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function heading(node: Element): string[] {
  // A number sign at the end would be taken for the closing one.
  const words = oneLine(inline(node.childNodes)).replace(/(?<!\S)(?=#+$)/, '\\');
  return [words && `${'#'.repeat(Number(node.localName[1]))} ${words}`];
}

/** A heading that is none of the page's. */
function title(node: Element): string[] {
  return [bold(oneLine(inline(node.childNodes)))];
}

/** Whether a heading inside of tabs divides the section that they are in, and what follows them is none of its own. */
function isInOutline(node: Element): boolean {
  const tabs = node.closest('content-tabs')!;
  let before = tabs.previousElementSibling;
  while (before && !before.matches(headings)) before = before.previousElementSibling;
  return (tabs.nextElementSibling?.matches(headings) ?? true) && (!before || node.localName > before.localName);
}

const itemsIn = (node: Element) =>
  within(
    () => [...node.childNodes].map((item) => blocks([item])).filter((parts) => parts.length),
    () => [[escapeLines(escapeText(textOf(node)))]],
  );

/** The pairs of a list; none where words stand outside of them and would be lost. */
function pairsIn(node: Element): ReturnType<typeof pairsOf> {
  const pairs = pairsOf(node);
  const words = (nodes: Element[]) => nodes.map(({ textContent }) => textContent?.replace(/\s/g, '')).join('');
  return words(pairs.flatMap(({ term, values }) => [term, ...values])) === words([node]) ? pairs : [];
}

function terms(node: Element): string[] {
  const items = pairsIn(node).map(({ term, values }) => led(bold(inline(term.childNodes)), values.flatMap(content)));
  return items.length ? [list(items)] : content(node);
}

const linesOf = (node: Element) => (node.textContent ?? '').split('\n').filter((line) => line.trim());

const languageOf = (node: Element) =>
  /\b(?:lang|language)-([^\s`]+)/.exec(`${node.className} ${node.firstElementChild?.className ?? ''}`)?.[1];

function folded(node: Element): string[] {
  const summary = node.querySelector(':scope > summary');
  const text = (textOf(summary) || 'Details').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const start = `<details${node.hasAttribute('open') ? ' open' : ''}>\n<summary>${text}</summary>`;
  return [start, ...blocks([...node.childNodes].filter((child) => child !== summary)), '</details>'];
}

/** A cell, or anything else that has to stand in one line. */
function cell(node: HTMLElement): string {
  const words = [...node.childNodes].some(formOf) ? content(node).join('\n') : inline(node.childNodes);
  return oneLine([words, node.dataset['status'] && node.dataset['name']].filter(Boolean).join(' '));
}

/** The cells of a table, its header first, even where it has none. What spans others leaves them empty. */
function gridOf(node: HTMLTableElement): string[][] {
  const header = headerOf(node) && node.rows[0];
  const grid: string[][] = [...node.rows].map(() => []);
  for (const [y, row] of [...node.rows].entries()) {
    let x = 0;
    for (const one of row.cells) {
      while (grid[y]![x] !== undefined) x++;
      for (const line of grid.slice(y, one.rowSpan ? y + one.rowSpan : undefined)) {
        for (let column = x; column < x + one.colSpan; column++) line[column] = '';
      }
      grid[y]![x] = one.localName === 'th' && row !== header ? bold(cell(one)) : cell(one);
    }
  }
  return header ? grid : [[], ...grid];
}

function captioned({ caption }: HTMLTableElement, rows: string[][]): string[] {
  const words = caption ? italic(oneLine(inline(caption.childNodes))) : '';
  return [words, rows.some((row) => row.length) ? table(rows) : ''];
}

/** A list of facts as a table, with a column of notes where there are any. */
function facts(node: Element): string[] {
  const rows = pairsIn(node).map(({ term, values: [value, ...notes] }) => [
    cell(term),
    value ? cell(value) || (value.dataset['minutes'] ?? '') : '',
    notes.map(cell).join(' '),
  ]);
  const names = node.closest('latency-profile') ? ['Percentile', 'Latency'] : ['Fact', 'Value'];
  const hasNotes = rows.some(([, , notes]) => notes);
  const columns = [[...names, 'Note'], ...rows].map((row) => (hasNotes ? row : row.slice(0, 2)));
  return rows.length ? [table(columns)] : content(node);
}

/** The objective, and what the element says below the percentiles. */
function objective(node: HTMLElement): string[] {
  const slo = setting(node, 'slo');
  const summary = textOf(node.shadowRoot?.querySelector('[part="summary"]'));
  return [escapeText([slo && `SLO: ${slo}.`, summary].filter(Boolean).join(' '))];
}

/** A card as an item: its title in bold, with the link that the whole card is, and its text. */
function card(node: HTMLElement, parts: string[]): string[] {
  const href = node.querySelector('a[href]') ? '' : addressOf(node, setting(node, 'href'));
  const [name = '', ...text] = linked(parts, href);
  const tier = escapeText(setting(node, 'tier'));
  return isBold(name) ? led(name + (tier && ` (${tier})`), text) : [name, ...text];
}

const trends: Record<string, string> = { up: 'rising', down: 'falling', flat: 'steady' };

function stat(node: HTMLElement): string[] {
  const parts = content(node);
  const name = isBold(parts[0] ?? '') ? parts.splice(0, 1) : [];
  const target = setting(node, 'target');
  const word = (name: string) => setting(node, name).trim().toLowerCase();
  const bound = word('better') === 'higher' ? 'at least' : 'at most';
  const notes = [own(trends, word('trend')), Number(target) > 0 && `target ${bound} ${target}`].filter(Boolean);
  if (parts[0] && notes.length) parts[0] += ` (${notes.join(', ')})`;
  return card(node, [...name, ...(parts.every(isText) ? [parts.join('. ')] : parts)]);
}

const alerts: Record<string, string> = { tip: 'TIP', success: 'TIP', warning: 'WARNING', danger: 'CAUTION' };
/** The titles that an alert of GitHub's does not give by itself. */
const titles = /^(?:abstract|danger|example|info|question|quote|success)$/;

/** GitHub makes an alert of a quote only where that stands in nothing else. */
const isInside = (node: Element) =>
  Boolean(node.parentElement?.closest('blockquote, dd, incident-callout, li, note-callout'));

const isTitled = (node: Element) =>
  Boolean(node.firstElementChild?.matches(headings) && textOf(node.firstElementChild));

const alert = (node: Element, kind: string, parts: string[]) => [
  quoted(parts.filter(Boolean), isInside(node) ? '' : kind),
];

function note(node: HTMLElement): string[] {
  const kind = setting(node, 'kind').trim().toLowerCase() || 'note';
  const needsTitle = !isTitled(node) && (titles.test(kind) || isInside(node));
  return alert(node, own(alerts, kind) ?? 'NOTE', [needsTitle ? bold(capital(kind)) : '', ...content(node)]);
}

function incident(node: HTMLElement): string[] {
  const parts = content(node);
  const severity = escapeText(setting(node, 'severity'));
  const first = isTitled(node) ? `${parts.shift()}${severity && ` (${severity})`}` : bold(severity);
  return alert(node, 'CAUTION', [first, ...timesOf(node.querySelector('incident-timeline')), ...parts]);
}

/** The times to detect, mitigate and resolve, as far as they are known. */
function timesOf(timeline: Element | null): string[] {
  if (!timeline || !('times' in timeline)) return [];
  const { times } = timeline as IncidentTimeline;
  const figures = [...figuresOf(times, wordsFor(timeline as IncidentTimeline)).children].map(
    ({ children: [name, time] }) => `${textOf(name)}: ${textOf(time)}`,
  );
  return [figures.join(' · ')];
}

/** What turn of an incident an event was, where its words do not begin with that. */
function turned({ dataset: { event = '' } }: HTMLElement, words: string): string {
  if (!event || words.toLowerCase().startsWith(`**${event.slice(0, 5)}`)) return words;
  return `${bold(escapeText(capital(event)))}: ${words}`;
}

/** Rows of a timeline, with the time since the start after the time where one is known. */
function timeline(head: string[], entries: [HTMLElement, string[]][]): string[][] {
  const isTold = entries.some(([node]) => node.dataset['elapsed']);
  const row = ([time = '', ...cells]: string[], elapsed = '') => [time, ...(isTold ? [elapsed] : []), ...cells];
  const rows = entries.map(([node, [time = '', words = '', ...more]]) =>
    row([time, turned(node, words), ...more], node.dataset['elapsed']),
  );
  return [row(head, 'Since start'), ...rows];
}

function events(node: Element): string[] {
  const items = ([...node.children] as HTMLElement[]).filter(isRead);
  const entries = items.map((item): [HTMLElement, string[]] => {
    const words = cell(item);
    const time = inline(item.querySelector('time')?.childNodes ?? []);
    return [item, [time, words.startsWith(time) ? words.slice(time.length).trim() : words]];
  });
  return [table(timeline(['Time', 'Event'], entries))];
}

function eventTable(node: HTMLTableElement): string[] {
  const [head = [], ...cells] = gridOf(node);
  const rows = [...node.rows].slice(-cells.length);
  const entries = cells.map((row, index): [HTMLElement, string[]] => [rows[index]!, row]);
  return captioned(node, timeline(head.length ? head : ['Time', 'Event'], entries));
}
