import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseArrows } from '../../internal/chains-text.js';
import { element, hasClass, isElement, isHeading, isSilent, itemsOf, type Parent, textOf } from '../hast.js';
import { listElementFor, recognizeCallout } from './callouts.js';
import { recognizeCard, recognizeGrid } from './cards.js';
import type { Context } from './context.js';
import { recognizeDiagram } from './diagrams.js';
import { divided, ledLines } from './lines.js';
import { mend } from './mend.js';
import { recognizeTable } from './tables.js';
import { recognizeTabs } from './tabs.js';
import { labelTask } from './tasks.js';

/** Elements whose content is theirs: nothing is looked for in them. */
const whole =
  /^(architecture-diagram|compare-table|diagram-ref|incident-timeline|latency-profile|law-table|page-outline|quick-facts|resource-table|rollout-path|scaling-path|stat-card|study-meta|table|pre|code|svg|math|script|style|template)$/;
/** Elements whose first list is theirs. */
const lists = /^(decision-list|discussion-questions|further-reading|innovation-list|key-takeaways|practice-list|nav)$/;

/** Makes elements of what is recognized in a parent, from its beginning to its end. */
export function recognize(parent: Parent, context: Context): void {
  const children: RootContent[] = [];
  for (const node of mend(parent.children as RootContent[])) {
    if (isHeading(node) && !isElement(parent, 'note-callout', 'incident-callout')) context.enter(node);
    const made = isElement(node) ? recognizeOne(node, parent, context) : node;
    if (isElement(made)) recognizeInside(made, context);
    children.push(made);
  }
  (parent as Root).children = withOutline(children);
}

function recognizeInside(node: Element, context: Context): void {
  if (whole.test(node.tagName)) return;
  const isBox = node.tagName.includes('-') && node.tagName !== 'case-study';
  const title = isBox || node.tagName === 'section' ? (node.children as RootContent[]).find(isHeading) : undefined;
  // Sections of the page go on below a plain wrapper; a box keeps its own to itself.
  const isPart = /^(html|body|main|article|section|div|case-study)$/.test(node.tagName) && !title;
  recognize(node, isPart ? context : context.inside(textOf(title)));
}

function recognizeOne(node: Element, parent: Parent, context: Context): Element {
  const { tagName } = node;
  if (hasClass(node, 'toc') && tagName === 'div') return element('page-outline', {}, [], node);
  if (tagName === 'table') return recognizeTable(node, context) ?? node;
  if (tagName === 'li') return labelTask(node);
  if (tagName === 'p') return recognizeParagraph(node, parent, context);
  if (tagName === 'ol' || tagName === 'ul') return recognizeList(node, parent, context);
  return (
    recognizeDiagram(node, context) ??
    recognizeCallout(node, context) ??
    recognizeTabs(node, context) ??
    recognizeGrid(node, context) ??
    recognizeCard(node, context) ??
    node
  );
}

/** Lines that begin with bold words stay lines; a rollout among them is drawn. */
function recognizeParagraph(node: Element, parent: Parent, context: Context): Element {
  const lines = ledLines(node);
  const paragraph = lines ? divided(node) : node;
  const isAbout = (line: string) => /\b(rollout|deploy|canary|release)/i.test(line);
  const isRollout = (lines ?? [textOf(node)]).some(
    (line) => (isAbout(line) || isAbout(context.heading)) && isPath(line),
  );
  if (!isRollout || isElement(parent, 'rollout-path')) return paragraph;
  return element('rollout-path', {}, [paragraph], node);
}

/** Whether a line is a rollout's stages: the shares of users that get it. */
const isPath = (line: string) =>
  (parseArrows(line)?.filter((stage) => /%|canary|\ball\b/i.test(stage)).length ?? 0) >= 2;

function recognizeList(node: Element, parent: Parent, context: Context): Element {
  if (isElement(parent) && (lists.test(parent.tagName) || parent.tagName === 'li')) return node;
  const isInSection = !isElement(parent) || !parent.tagName.includes('-') || parent.tagName === 'case-study';
  const tag = isInSection ? listElementFor(context.heading, node) : undefined;
  return tag ? element(tag, {}, [node], node) : node;
}

/** A list of links into the page below a heading that says so is the page's outline. */
function withOutline(nodes: RootContent[]): RootContent[] {
  const at = nodes.findIndex(
    (node) => isHeading(node) && /^(table of )?contents$|^toc$|^on this page$/i.test(textOf(node)),
  );
  const end = nodes.findIndex((node, index) => index > at && !isSilent(node));
  const [heading, list] = [nodes[at], nodes[end]];
  if (at < 0 || !isElement(heading) || !isElement(list, 'ul', 'ol') || !itemsOf(list).every(leadsIntoPage))
    return nodes;
  const { id } = heading.properties;
  const nav = element('nav', id ? { ariaLabelledBy: [String(id)] } : {}, [heading, list], heading, list);
  return [...nodes.slice(0, at), element('page-outline', {}, [nav], heading, list), ...nodes.slice(end + 1)];
}

function leadsIntoPage(item: Element): boolean {
  const link = (item.children as ElementContent[])
    .flatMap((node) => (isElement(node, 'p') ? node.children : [node]))
    .find((node) => isElement(node, 'a'));
  return isElement(link) && String(link.properties['href'] ?? '').startsWith('#');
}
