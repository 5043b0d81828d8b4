import type { Element, ElementContent, RootContent } from 'hast';
import { classesOf, element, isElement, isSilent, textOf, withoutClass } from '../hast.js';
import { isKind, kindOf } from '../kinds.js';
import type { Context } from './context.js';
import { factsOf } from './facts.js';
import { areIncidentSections, isAlarmOfIncident, severityOf } from './incidents.js';
import { listElementFor } from './lists.js';
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
  const facts = !fold && isAlone ? factsOf(first!, words) : undefined;
  if (facts) return into('quick-facts', {}, [facts]);
  if (isIncident(callout, words)) {
    if (heading) heading.children = withTimes(heading.children);
    return into('incident-callout', severityOf(words, body));
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

const isIncident = ({ name, body }: Callout, title: string): boolean =>
  areIncidentSections(body, title) || (kindOf(name) === 'danger' && isAlarmOfIncident(body, title));
