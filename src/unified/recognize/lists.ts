// cspell:ignore architectur
import type { Element } from 'hast';
import { element, elementsIn, hasLeadIns, isElement, itemsOf, leadInOf, textOf } from '../hast.js';
import type { Context } from './context.js';
import { factsOf } from './facts.js';
import { areStages, tellsRollout } from './rollouts.js';

const readings =
  '(?:references|resources|bibliography|sources|learn more|see also|further reading|(?:(?:further|related|recommended|suggested) )?(?:links|articles)|related content)';
const reading = new RegExp(
  String.raw`\b(?:further|related|recommended|additional|suggested|useful) (?:reading|resources)\b|^[^\p{L}]*(?!(?:links|articles)$)${readings}(?:(?: and | ?& ?| ?/ ?)${readings})?$`,
  'iu',
);

const questions = /\b(discussion|review|practice|interview) questions\b/i;
const ofQuestions = /\bquestions\b|^discussion$/i;
/** Questions for whoever reads them. */
const forReaders = /^questions( to|$)/i;
/** What makes questions others than those that are to be discussed. */
const settled =
  /\b(?:answers|solutions|keys?|hints|notes) (?:to|for|of|on)\b|\b(?<!\bbe )(?:asked|answered|resolved|closed|settled)\b|\b(?:surveys?|support|how|why)\b/i;

const quality =
  '(?:(?:the|our|some) )?(?:(?:key|main|major|important|critical|core|notable|fundamental|big(?:gest)?) )?';
const field =
  '(?:(?:architectur(?:e|al)|design|technical|engineering|technology|system|product|infrastructure|data|storage|database|api|security) )';
const end = String.raw`(?: (?:made|taken|(?:that )?we (?:made|took)|and (?:their )?(?:trade-?offs|rationales?|reasons|alternatives)))?(?: \([^)]*\))?:?$`;
const topic =
  '(?:monitoring|observability|operational excellence|operations|alert(?:ing|s)|logging|logs|metrics|tracing|traces|telemetry|dashboards)';
/** A heading that is about how a system is watched, and about nothing else: its requirements, its signals and its tools are. */
const practices = new RegExp(
  String.raw`^(?=.*\b(?:monitoring|observability|operational excellence|alerting)\b)${quality}(?:(?:system|service|production) )?${topic}(?:(?:,| ?&| and|, and| ?/) ?${topic})*(?: (?:(?:best )?practices|strategy|approach|setup))?:?$`,
  'i',
);
/** A heading that says so as a whole: “Decision drivers” are none, nor are the reasons below “Decision”. */
const decisions = new RegExp(`^${quality}(?:${field}{0,2}decisions|${field}{1,2}choices)${end}`, 'i');
const innovations = new RegExp(`^${quality}${field}{0,2}innovations\\W*$`, 'i');

/** A list in the element that it belongs into by the heading above it; as it is where that says nothing. */
export function recognizeList(node: Element, context: Context): Element {
  const { heading } = context;
  const facts = factsOf(node, heading);
  if (facts) return element('quick-facts', {}, [facts], node);
  const isOfReading = hasLinks(node) && context.isUnder((heading) => reading.test(heading));
  const tag = isRollout(node, heading)
    ? 'rollout-path'
    : (listElementFor(heading, node) ?? (isOfReading && 'further-reading'));
  return tag ? element(tag, {}, [node], node) : node;
}

/** Whether items are a rollout's stages, or one of them tells those. */
function isRollout(list: Element, heading: string): boolean {
  const items = itemsOf(list).map(ownTextOf);
  if (list.tagName === 'ol') return areStages(items, heading);
  return items.some((item) => tellsRollout(item, heading));
}

/** The words of an item without those of the lists in it, which are about parts of it. */
const ownTextOf = (item: Element): string =>
  textOf({ type: 'root', children: item.children.filter((child) => !isElement(child, 'ul', 'ol', 'dl')) });

/** What a list is by the title or the heading above it; `undefined` where it is a list like any other. */
export function listElementFor(title: string, list: Element): string | undefined {
  const isNumbered = list.tagName === 'ol';
  // Emoji and numbers of sections say nothing.
  const words = title.replace(/^[^\p{L}]+/u, '');
  if (reading.test(words)) return hasLinks(list) ? 'further-reading' : undefined;
  if (isNumbered && !settled.test(words) && (questions.test(words) || areQuestions(list, words)))
    return 'discussion-questions';
  if (list.tagName === 'dl') return practices.test(words) && !hasQuestions(list) ? 'practice-list' : undefined;
  if (!hasLeadIns(list)) return undefined;
  if (decisions.test(words)) return isNumbered ? 'decision-list' : undefined;
  if (innovations.test(words)) return isNumbered ? 'innovation-list' : undefined;
  if (/\btakeaways?\b|\b(key|main) lessons\b|\blessons (learned|learnt)\b|\bwhat we (learned|learnt)\b/i.test(words))
    return 'key-takeaways';
  if (practices.test(words)) return isNumbered || hasQuestions(list) ? undefined : 'practice-list';
  return undefined;
}

/** Whether most items are links, or places that are kept for them. */
function hasLinks(list: Element): boolean {
  const items = itemsOf(list);
  const isSource = (item: Element) => findLink(item) || /^\[[^\]]+\]/.test(textOf(item));
  return items.length > 0 && items.filter(isSource).length * 2 > items.length;
}

const findLink = (node: Element): boolean => elementsIn(node).some((child) => child.tagName === 'a' || findLink(child));

/** Whether a lead-in or a term is a question: what follows are answers, and no practices. */
const hasQuestions = (list: Element) =>
  elementsIn(list).some((one) =>
    one.tagName === 'dt' ? textOf(one).endsWith('?') : textOf(one).includes(`${leadInOf(one)}?`),
  );

/** Whether items below a heading of questions are some: what stands below a single one is its answer. */
const areQuestions = (list: Element, heading: string) =>
  ofQuestions.test(heading) &&
  itemsOf(list).length > 1 &&
  (forReaders.test(heading) || itemsOf(list).every((item) => /\?/.test(textOf(item))));
