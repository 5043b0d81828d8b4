import type { ElementContent, RootContent } from 'hast';
import { classesOf, element, elementsIn, isElement, isHeading, itemsOf, leadInOf, levelOf, textOf } from '../hast.js';
import { kindOf } from '../kinds.js';
import { leadsOf, linesOf } from './lines.js';
import { rowsOf } from './tables.js';

const sections =
  /^(what (happened|went wrong)|(the )?root causes?|impact|lessons?( (learned|learnt))?|resolution|remediation|timeline|detection|mitigation|summary|follow-?ups?|action items)$/i;
const causes = /^(what happened|(the )?root causes?)$/i;

const month = 'jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec';
const date = new RegExp(
  String.raw`\b(?:\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}|(?:${month})\w*\b(?!\s+(?:be|happen|cause|lead|occur)))`,
  'i',
);
const noun = '(?:incident|outage|disruption|post-?mortem)';
/** `Incident: …`, `Outage of …`, `SEV-2 …`, `Postmortem`: a title that begins with what it is. */
const named = new RegExp(
  String.raw`^\W*(?:(?:major|minor|critical|production|partial|full|total|global)\s+)?(?:${noun}|sev-?\d)(?:\s+(?:report|post-?mortem|analysis|summary|timeline|review))?\s*(?:$|[#:(\[,–—|-]|\d|(?:of|on|in|at|from|affecting|caused by|due to)\s(?!an?\b|any\b|one\b|each\b|every\b))`,
  'i',
);
/** `The checkout outage`, `Checkout outage (March 2024)`: one that ends with it, but for when it was. */
const ending = new RegExp(
  String.raw`\b${noun}(?: (?:report|post-?mortem|analysis))? ?(?:$|[:(\[,–—|#-]|(?:(?:of|on|in|from) )?(?:\d|(?:${month})\w*\b))`,
  'i',
);
/** What may happen, or is said of all of them. */
const general =
  /\b(?:an?|any|every|each|no|not|your|next|future|potential|possible|likely|similar|common|typical|if|when|how|what|why|during|before|after|until|prevent\w*|avoid\w*|handl\w*|manag\w*|report an|respon[ds]\w*|declar\w*|mode|modes|type|types|class|scenario|scenarios|example|template|checklist|drill|training|process|policy|plan|to)\b/i;

/** Whether a title is that of one incident, which has happened. */
export const isIncidentTitle = (title: string): boolean =>
  named.test(title) ? !/^\W*an?\b/i.test(title) : ending.test(title) && !general.test(title.replace(date, ''));

/** How bad an incident was, where its title has that as a label (`SEV1: …`, `… (SEV-2)`). */
const label =
  /^\W*sev[- ]?([1-5])(?: ?[:–—|\])]| - | (?:incident|outage|post-?mortem)\b|$)|[([–—:|-] ?sev[- ]?([1-5]) ?[)\]]?$/i;

/** What sections of an incident begin with, as paragraphs, lines, headings or terms. */
function leads(nodes: readonly RootContent[]): string[] {
  const found = nodes.flatMap((node) => {
    if (isElement(node, 'p')) return leadsOf(node) ?? leadInOf(node);
    if (isElement(node, 'dl'))
      return elementsIn(node)
        .filter(({ tagName }) => tagName === 'dt')
        .map(textOf);
    return isHeading(node) ? textOf(node) : [];
  });
  return found.map((lead) => lead.replace(/^[^\p{L}]+|(?<=\p{L})[^\p{L}]+$/gu, ''));
}

const isEvent = /^(what (happened|went wrong)|timeline)$/i;

/** Whether nodes are the sections of one incident: at least two of them, the cause or the course among them. */
export function areIncidentSections(nodes: readonly RootContent[], title: string): boolean {
  const found = leads(nodes).filter((lead) => sections.test(lead));
  const isOne = isIncidentTitle(title) || date.test(title) || found.some((lead) => isEvent.test(lead));
  return found.length > 1 && found.some((lead) => causes.test(lead)) && isOne;
}

/** Whether a title and what stands below it tell of one incident, where its author has set it as an alarm. */
export const isAlarmOfIncident = (nodes: readonly RootContent[], title: string): boolean =>
  isIncidentTitle(title) && (date.test(title) || label.test(title) || leads(nodes).some((lead) => sections.test(lead)));

/**
 * Puts what stands below the heading of an incident, up to the next heading or incident, into a box, where it has an
 * incident's sections as paragraphs. The heading stays the page's.
 */
export function boxIncidents(nodes: RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const heading = nodes[at]!;
    result.push(heading);
    if (!isHeading(heading) || levelOf(heading) < 2) continue;
    const title = textOf(heading);
    if (!isIncidentTitle(title)) continue;
    let next = at + 1;
    while (next < nodes.length && !isHeading(nodes[next]) && !isAlarm(nodes[next]!)) next++;
    const content = nodes.slice(at + 1, next);
    if (!areIncidentSections(content, title)) continue;
    result.push(element('incident-callout', severityOf(title, content), content as ElementContent[], content));
    at += content.length;
  }
  return result;
}

/** Whether a node is a box of its own for what went wrong. */
const isAlarm = (node: RootContent) => classesOf(node).some((one) => kindOf(one) === 'danger');

/** How bad an incident was, where its title has that as a label, or a fact of it says so (`Severity: critical`). */
export function severityOf(title: string, nodes: readonly RootContent[]): { severity?: string } {
  const [, first, last] = label.exec(title) ?? [];
  const number = first ?? last;
  if (number) return { severity: `sev${number}` };
  const [, level, word] =
    linesAmong(nodes)
      .map((line) => severity.exec(line))
      .find(Boolean) ?? [];
  if (level) return { severity: `sev${level}` };
  return word ? { severity: word.toLowerCase() } : {};
}

const severity =
  /^\W*(?:incident )?severity(?: level)?\W*(?:(?:sev(?:erity)?[- ]?)?([1-5])|(critical|major|minor))\W*$/i;

/** The lines, items, terms with their values, and rows among nodes, as text. */
function linesAmong(nodes: readonly RootContent[]): string[] {
  const joined = (parts: readonly ElementContent[]) => parts.map(textOf).filter(Boolean).join(' ');
  return nodes.flatMap((node) => {
    if (isElement(node, 'p')) return linesOf(node).map((line) => textOf({ type: 'root', children: line }));
    if (isElement(node, 'ul', 'ol')) return itemsOf(node).map(textOf);
    if (isElement(node, 'dl')) {
      const terms = elementsIn(node).flatMap((one) => (one.tagName === 'div' ? elementsIn(one) : [one]));
      return terms.map((term, index) => joined([term, ...terms.slice(index + 1, index + 2)]));
    }
    return isElement(node, 'table') ? rowsOf(node).map((row) => joined(elementsIn(row))) : [];
  });
}
