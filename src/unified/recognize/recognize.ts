import type { Element, Root, RootContent } from 'hast';
import { element, hasClass, isElement, isHeading, isSilent, type Parent, startOf, textOf } from '../hast.js';
import { recognizeCallout } from './callouts.js';
import { recognizeCard, recognizeGrid } from './cards.js';
import type { Context } from './context.js';
import { recognizeDiagram } from './diagrams.js';
import { boxIncidents } from './incidents.js';
import { recognizeList } from './lists.js';
import { mend } from './mend.js';
import { withOutline } from './outline.js';
import { recognizeParagraph } from './paragraphs.js';
import { recognizeProfile } from './profiles.js';
import { recognizeTable } from './tables.js';
import { recognizeTabs } from './tabs.js';
import { labelTask } from './tasks.js';
import { leadUpTo, recognizeTimeline } from './timelines.js';

/** Elements whose content is theirs: nothing is looked for in them. */
const whole =
  /^(architecture-diagram|compare-table|diagram-ref|incident-timeline|latency-profile|law-table|page-outline|quick-facts|resource-table|rollout-path|scaling-path|stat-card|study-meta|table|pre|code|svg|math|script|style|template)$/;
/** Elements whose first list is theirs. */
const lists = /^(decision-list|discussion-questions|further-reading|innovation-list|key-takeaways|practice-list|nav)$/;

/** Makes elements of what is recognized in a parent, from its beginning to its end. */
export function recognize(parent: Parent, context: Context): void {
  const children: RootContent[] = [];
  const mended = mend(parent.children as RootContent[]);
  const isNote = isTitledNote(parent);
  /** Of an item, what it begins with. */
  let words = '';
  for (const node of isInSection(parent) ? boxIncidents(mended) : mended) {
    if (isHeading(node) && !isElement(parent, 'note-callout', 'incident-callout')) context.enter(node);
    const made = isElement(node) ? recognizeOne(node, parent, context, isNote, () => leadOf(children, words)) : node;
    if (made !== node && isElement(made, 'incident-timeline')) leadUpTo(made, children, context);
    if (isElement(made)) recognizeInside(made, context);
    children.push(made);
    if (isElement(parent, 'li')) words = startOf(made, longestLead, words);
  }
  (parent as Root).children = withOutline(children);
}

/** Whether what stands in a parent is the page's, and not a box's. */
const isInSection = (parent: Parent) =>
  !isElement(parent) || !parent.tagName.includes('-') || parent.tagName === 'case-study';

const isTitledNote = (parent: Parent) =>
  isElement(parent, 'note-callout') && (parent.children as RootContent[]).some(isHeading);

function recognizeInside(node: Element, context: Context): void {
  if (whole.test(node.tagName)) return;
  const isTitled = !isInSection(node) || isElement(node, 'section', 'details');
  const isTitle = (child: RootContent) => isHeading(child) || isElement(child, 'summary');
  const title = isTitled ? (node.children as RootContent[]).find(isTitle) : undefined;
  // Sections of the page go on below a plain wrapper; a box keeps its own to itself.
  const isPart = /^(html|body|main|article|section|div|case-study)$/.test(node.tagName) && !title;
  recognize(node, isPart ? context : context.inside(textOf(title)));
}

/**
 * @param isNote whether its parent is a note with a title
 * @param lead the words that lead up to it
 */
function recognizeOne(node: Element, parent: Parent, context: Context, isNote: boolean, lead: () => string): Element {
  const { tagName } = node;
  if (hasClass(node, 'toc') && tagName === 'div') return element('page-outline', {}, [], node);
  if (tagName === 'table') return recognizeTable(node, context);
  if (tagName === 'li') return labelTask(node);
  if (tagName === 'p')
    return isElement(parent, 'rollout-path') ? node : recognizeParagraph(node, context, isInSection(parent));
  if (isElement(node, 'ol', 'ul', 'dl')) {
    if (isElement(parent) && lists.test(parent.tagName)) return node;
    const isPart = isElement(parent, 'li') || !(isInSection(parent) || isNote);
    return (
      recognizeTimeline(node, lead(), context) ??
      recognizeProfile(node) ??
      (isPart ? node : recognizeList(node, context))
    );
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

/** In characters; more than these lead up to nothing. */
const longestLead = 100;

/** The words that lead up to a list: those of its item, or a short paragraph. */
function leadOf(before: RootContent[], inItem: string): string {
  const last = before.findLast((node) => !isSilent(node));
  const words = (inItem || (isElement(last, 'p') ? startOf(last, longestLead) : '')).trim();
  return words.length < longestLead ? words : '';
}
