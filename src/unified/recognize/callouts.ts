import type { Element, ElementContent, RootContent } from 'hast';
import {
  classesOf,
  element,
  elementsIn,
  hasLeadIns,
  isElement,
  isHeading,
  isSilent,
  leadInOf,
  textOf,
  withoutClass,
} from '../hast.js';
import { isKind, kindOf } from '../kinds.js';
import type { Context } from './context.js';
import { isFacts } from './tables.js';
import { withTimes } from './times.js';

/** A callout of whatever tool, taken apart. */
interface Callout {
  node: Element;
  /** What its tool calls its kind. */
  name: string;
  title?: Element;
  body: RootContent[];
  /** Whether it folds, and is open at first. */
  fold?: 'open' | 'closed';
}

const incidentSections =
  /^(what happened|root causes?|impact|lessons?( learned)?|resolution|timeline|detection|mitigation|summary)$/i;

/**
 * A callout, as MkDocs, GitHub, Docusaurus and Starlight write it, as the element that it is by its title and what is in it:
 * facts, an incident, decisions, takeaways, or else a note.
 */
export function recognizeCallout(node: Element, context: Context): Element | undefined {
  const callout = calloutOf(node);
  if (!callout) return undefined;
  const { name, title, body, fold } = callout;
  const words = textOf(title);
  const heading = title && headingOf(title, context);
  const properties = withoutClass(node);
  const into = (tagName: string, settings = {}, children = body) => {
    const content = heading ? [heading, ...children] : children;
    return element(tagName, { ...properties, ...settings }, content as ElementContent[], node);
  };
  const only = body.filter((one) => !isSilent(one));
  const [first] = only;
  const isAlone = only.length === 1;
  if (!fold && isAlone && isFacts(words) && isElement(first, 'table', 'dl')) return into('quick-facts');
  if (isIncident(callout, words)) {
    if (heading) heading.children = withTimes(heading.children);
    return into('incident-callout', severityOf(words));
  }
  if (!fold && isAlone && isElement(first, 'ol', 'ul')) {
    const tag = listElementFor(words, first);
    if (tag) return into(tag);
  }
  const kind = kindOf(name);
  if (!kind) context.unrecognized(`There is no kind of callout “${name}”: it is shown as a note.`, node);
  if (!fold) return into('note-callout', { kind: kind ?? 'note' });
  const summary = element('summary', {}, title?.children ?? [{ type: 'text', value: name }], title);
  const { open, ...rest } = properties;
  const details = element(
    'details',
    fold === 'open' ? { open: true } : {},
    [summary, ...body] as ElementContent[],
    node,
  );
  return element('note-callout', { ...rest, kind: kind ?? 'note' }, [details], node);
}

/** What a list is by the title or the heading above it; `undefined` where it is a list like any other. */
export function listElementFor(title: string, list: Element): string | undefined {
  const isNumbered = list.tagName === 'ol';
  if (
    /\b(further|related|recommended|additional) (reading|resources)\b|^(references|resources|bibliography|sources|learn more)$/i.test(
      title,
    )
  ) {
    return isNumbered || !hasLinks(list) ? undefined : 'further-reading';
  }
  if (/\b(discussion|review|practice|interview) questions\b|^questions( to|$)/i.test(title))
    return isNumbered ? 'discussion-questions' : undefined;
  if (!hasLeadIns(list)) return undefined;
  if (/\bdecisions?\b/i.test(title)) return isNumbered ? 'decision-list' : undefined;
  if (/\binnovations?\b/i.test(title)) return isNumbered ? 'innovation-list' : undefined;
  if (/\btakeaways?\b|\b(key|main) lessons\b|\blessons learned\b/i.test(title)) return 'key-takeaways';
  if (/\b(monitoring|observability|operational excellence|alerting)\b/i.test(title))
    return isNumbered ? undefined : 'practice-list';
  return undefined;
}

/** Whether most items are links, or places that are kept for them. */
function hasLinks(list: Element): boolean {
  const items = elementsIn(list).filter((item) => item.tagName === 'li');
  const isSource = (item: Element) => findLink(item) || /^\[[^\]]+\]/.test(textOf(item));
  return items.length > 0 && items.filter(isSource).length * 2 > items.length;
}

const findLink = (node: Element): boolean => elementsIn(node).some((child) => child.tagName === 'a' || findLink(child));

function calloutOf(node: Element): Callout | undefined {
  const classes = classesOf(node);
  const children = node.children as RootContent[];
  const first = children.findIndex((child) => !isSilent(child));
  const head = children[first];
  if (node.tagName === 'details') {
    const name = classes.find(isKind);
    if (!name || !isElement(head, 'summary')) return undefined;
    return {
      node,
      name,
      title: head,
      body: children.slice(first + 1),
      fold: node.properties['open'] ? 'open' : 'closed',
    };
  }
  if (classes.includes('admonition') || classes.includes('markdown-alert')) {
    const names = classes
      .map((one) => one.replace(/^markdown-alert-/, ''))
      .filter((one) => !/^(admonition|markdown-alert|inline|end)$/.test(one));
    const isTitle =
      isElement(head, 'p') && classesOf(head).some((one) => /^(admonition|markdown-alert)-title$/.test(one));
    return {
      node,
      name: names.find(isKind) ?? names[0] ?? 'note',
      ...(isTitle && { title: head }),
      body: isTitle ? children.slice(first + 1) : children,
    };
  }
  return undefined;
}

/** The title as a heading; an address that it has stays. */
function headingOf(title: Element, context: Context): Element {
  return element(context.headingBelow, withoutClass(title), title.children, title);
}

function isIncident({ name, body }: Callout, title: string): boolean {
  const leads = body.map((node) => (isElement(node, 'p') ? leadInOf(node) : isHeading(node) ? textOf(node) : ''));
  const sections = leads.filter((lead) => incidentSections.test(lead)).length;
  if (sections >= 2)
    return (
      /incident|outage|failure|post-?mortem/i.test(title) ||
      leads.some((lead) => /what happened|root cause/i.test(lead))
    );
  return kindOf(name) === 'danger' && /\b(incident|outage|post-?mortem|sev[- ]?\d)\b/i.test(title);
}

function severityOf(title: string): { severity?: string } {
  const [, number] = /\bsev[- ]?([1-5])\b/i.exec(title) ?? [];
  if (number) return { severity: `sev${number}` };
  const [, word] = /\b(critical|major|minor)\b/i.exec(title) ?? [];
  return word ? { severity: word.toLowerCase() } : {};
}
