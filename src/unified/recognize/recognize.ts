import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, hasClass, isElement, isHeading, isSilent, itemsOf, type Parent, textOf } from '../hast.js';
import { recognizeCallout } from './callouts.js';
import { recognizeCard, recognizeGrid } from './cards.js';
import type { Context } from './context.js';
import { recognizeDiagram } from './diagrams.js';
import { boxIncidents } from './incidents.js';
import { divided, factsIn, ledLines, linesOf } from './lines.js';
import { isReading, listElementFor } from './lists.js';
import { mend } from './mend.js';
import { areStages, isAboutRollout, isPath } from './rollouts.js';
import { isFacts, recognizeTable } from './tables.js';
import { recognizeTabs } from './tabs.js';
import { labelTask } from './tasks.js';
import { recognizeTimedLines, recognizeTimeline } from './timelines.js';

/** Elements whose content is theirs: nothing is looked for in them. */
const whole =
  /^(architecture-diagram|compare-table|diagram-ref|incident-timeline|latency-profile|law-table|page-outline|quick-facts|resource-table|rollout-path|scaling-path|stat-card|study-meta|table|pre|code|svg|math|script|style|template)$/;
/** Elements whose first list is theirs. */
const lists = /^(decision-list|discussion-questions|further-reading|innovation-list|key-takeaways|practice-list|nav)$/;

/** Makes elements of what is recognized in a parent, from its beginning to its end. */
export function recognize(parent: Parent, context: Context): void {
  const children: RootContent[] = [];
  const mended = mend(parent.children as RootContent[]);
  for (const node of isInSection(parent) ? boxIncidents(mended) : mended) {
    if (isHeading(node) && !isElement(parent, 'note-callout', 'incident-callout')) context.enter(node);
    const made = isElement(node) ? recognizeOne(node, parent, context, children) : node;
    if (isElement(made)) recognizeInside(made, context);
    children.push(made);
  }
  (parent as Root).children = withOutline(children);
}

/** Whether what stands in a parent is the page's, and not a box's. */
const isInSection = (parent: Parent) =>
  !isElement(parent) || !parent.tagName.includes('-') || parent.tagName === 'case-study';

function recognizeInside(node: Element, context: Context): void {
  if (whole.test(node.tagName)) return;
  const isTitled = !isInSection(node) || isElement(node, 'section', 'details');
  const isTitle = (child: RootContent) => isHeading(child) || isElement(child, 'summary');
  const title = isTitled ? (node.children as RootContent[]).find(isTitle) : undefined;
  // Sections of the page go on below a plain wrapper; a box keeps its own to itself.
  const isPart = /^(html|body|main|article|section|div|case-study)$/.test(node.tagName) && !title;
  recognize(node, isPart ? context : context.inside(textOf(title)));
}

/** @param before what stands before it in its parent, recognized */
function recognizeOne(node: Element, parent: Parent, context: Context, before: RootContent[]): Element {
  const { tagName } = node;
  if (hasClass(node, 'toc') && tagName === 'div') return element('page-outline', {}, [], node);
  if (tagName === 'table') return recognizeTable(node, context);
  if (tagName === 'li') return labelTask(node);
  if (tagName === 'p') return recognizeParagraph(node, parent, context);
  if (isElement(node, 'ol', 'ul', 'dl')) {
    const isOwn = isElement(parent) && lists.test(parent.tagName);
    return isOwn
      ? node
      : (recognizeTimeline(node, wordsOf(before, parent), context) ?? recognizeList(node, parent, context));
  }
  return (
    recognizeDiagram(node, context) ??
    recognizeCallout(node, context) ??
    recognizeTabs(node, context) ??
    recognizeGrid(node, context) ??
    recognizeCard(node, context) ??
    node
  );
}

/** The words that lead up to a list: those of its item, or a short paragraph. */
function wordsOf(before: RootContent[], parent: Parent): string {
  const last = before.findLast((node) => !isSilent(node));
  const words = isElement(parent, 'li')
    ? textOf({ type: 'root', children: before })
    : isElement(last, 'p')
      ? textOf(last)
      : '';
  return words.length < 100 ? words : '';
}

/** Lines that begin with bold words stay lines; a rollout among them is drawn. */
function recognizeParagraph(node: Element, parent: Parent, context: Context): Element {
  const timeline = recognizeTimedLines(linesOf(node), node, context);
  if (timeline) return timeline;
  const lines = ledLines(node);
  const facts = lines && isInSection(parent) && isFacts(context.heading) ? factsIn(node) : undefined;
  if (facts) return element('quick-facts', {}, [facts], node);
  const paragraph = lines ? divided(node) : node;
  const isRollout = (lines ?? [textOf(node)]).some(
    (line) => (isAboutRollout(line) || isAboutRollout(context.heading)) && isPath(line),
  );
  if (!isRollout || isElement(parent, 'rollout-path')) return paragraph;
  return element('rollout-path', {}, [paragraph], node);
}

function recognizeList(node: Element, parent: Parent, context: Context): Element {
  if (isElement(parent, 'li') || !isInSection(parent)) return node;
  const { heading } = context;
  if (isFacts(heading)) {
    const facts = node.tagName === 'dl' ? node : node.tagName === 'ul' ? factsIn(node) : undefined;
    if (facts) return element('quick-facts', {}, [facts], node);
  }
  const isRollout = node.tagName === 'ol' && isAboutRollout(heading) && areStages(itemsOf(node).map(textOf));
  const tag = isRollout
    ? 'rollout-path'
    : (listElementFor(heading, node) ?? (isReading(node, context) ? 'further-reading' : undefined));
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
