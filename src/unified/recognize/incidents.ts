import type { ElementContent, RootContent } from 'hast';
import { classesOf, element, elementsIn, isElement, isHeading, leadInOf, levelOf, textOf } from '../hast.js';
import { kindOf } from '../kinds.js';
import { leadsOf } from './lines.js';

const sections =
  /^(what (happened|went wrong)|(the )?root causes?|impact|lessons?( (learned|learnt))?|resolution|remediation|timeline|detection|mitigation|summary|follow-?ups?|action items)$/i;
const causes = /^(what happened|(the )?root causes?)$/i;

export const isOfIncidents = (title: string): boolean => /incident|outage|failure|post-?mortem|\bsev-?\d/i.test(title);

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

/** Whether at least two sections of an incident are among nodes. */
export const hasIncidentSections = (nodes: readonly RootContent[]): boolean =>
  leads(nodes).filter((lead) => sections.test(lead)).length >= 2;

export const tellsCause = (nodes: readonly RootContent[]): boolean => leads(nodes).some((lead) => causes.test(lead));

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
    if (!isOfIncidents(title)) continue;
    let next = at + 1;
    while (next < nodes.length && !isHeading(nodes[next]) && !isAlarm(nodes[next]!)) next++;
    const content = nodes.slice(at + 1, next);
    if (!hasIncidentSections(content) || !tellsCause(content)) continue;
    result.push(element('incident-callout', severityOf(title), content as ElementContent[], content));
    at += content.length;
  }
  return result;
}

/** Whether a node is a box of its own for what went wrong. */
const isAlarm = (node: RootContent) => classesOf(node).some((one) => kindOf(one) === 'danger');

/** How bad an incident was, where its title says so. */
export function severityOf(title: string): { severity?: string } {
  const [, number] = /\bsev[- ]?([1-5])\b/i.exec(title) ?? [];
  if (number) return { severity: `sev${number}` };
  const [, word] = /\b(critical|major|minor)\b/i.exec(title) ?? [];
  return word ? { severity: word.toLowerCase() } : {};
}
