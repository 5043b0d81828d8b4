import { defaultConverter, ReactiveElement } from '@lit/reactive-element';
import { ElementRenderer, type RenderInfo } from '@lit-labs/ssr';
import * as classes from './index.js';
import { headingsOf, itemsOf, type Read } from './internal/data-items.js';

/** Lit's own, which needs no DOM. */
const HTMLElement: typeof globalThis.HTMLElement = Object.getPrototypeOf(ReactiveElement);

type ElementClass = abstract new (...some: never[]) => object;

const isOneOf = (all: readonly ElementClass[], element: ElementClass | undefined): boolean =>
  all.some((one) => one === element || element?.prototype instanceof one);

const elements = Object.values(classes).filter(
  (one): one is Extract<typeof one, ElementClass> => one.prototype instanceof ReactiveElement,
);

/** Those whose shadow root is there from the start. */
const withRoot = [
  classes.ArchitectureDiagram,
  classes.CaseStudy,
  classes.CompareTable,
  classes.ContentTabs,
  classes.DecisionList,
  classes.DiscussionQuestions,
  classes.IncidentCallout,
  classes.IncidentTimeline,
  classes.InnovationList,
  classes.LatencyProfile,
  classes.LawTable,
  classes.PageOutline,
  classes.PatternCard,
  classes.ResourceTable,
  classes.RolloutPath,
  classes.ScalingPath,
  classes.StatCard,
];

/**
 * Renders the elements on a server with `@lit-labs/ssr`: the tag with its attributes, those of properties among them; a
 * declarative shadow root, where the element has one, that shows the words as they stand; and, where the template asks for
 * it with `renderLight()`, what an author would have written for `rows`, `facts`, `percentiles` or `events`. No element is
 * made and no DOM is needed.
 *
 * @example
 * ```ts
 * import { html, render } from '@lit-labs/ssr';
 * import { DeepdiveElementRenderer } from 'deepdive-elements/ssr';
 * import 'deepdive-elements';
 *
 * render(html`<note-callout kind="tip"><p>…</p></note-callout>`, { elementRenderers: [DeepdiveElementRenderer] });
 * ```
 */
export class DeepdiveElementRenderer extends ElementRenderer {
  /** Stands for the element: it has attributes, and its place on the way of an event. */
  override readonly element = new HTMLElement();
  readonly #class = customElements.get(this.tagName) as typeof ReactiveElement | undefined;
  #data = '';

  static override matchesClass(element: typeof globalThis.HTMLElement): boolean {
    return isOneOf(elements, element);
  }

  override setProperty(name: string, value: unknown): void {
    const makesHtml = makers[name];
    if (makesHtml) {
      this.#data = '';
      const refuse = (where = '') =>
        this.#warn(`cannot use ${name}${where}: set the property to an array of objects, of text or numbers.`);
      if (Array.isArray(value)) this.#data = makesHtml(itemsOf(value, refuse), value);
      else if (value != null) refuse();
      return;
    }
    const { attribute = true, type } = this.#class?.elementProperties.get(name) ?? { attribute: false };
    try {
      const written = attribute && defaultConverter.toAttribute?.(value, type);
      if (written || written === '') this.setAttribute(attribute === true ? name : `${attribute}`, `${written}`);
    } catch {
      this.#warn(`cannot use ${name}: set the property to a text, a number or a boolean.`);
    }
  }

  /** Tells the author what is wrong and how to mend it: on a server there is no element for `warn`. */
  #warn(message: string): void {
    console.warn(`<${this.tagName}> ${message}`);
  }

  override renderShadow({ customElementHostStack }: RenderInfo): string[] | undefined {
    if (isOneOf(withRoot, this.#class)) return ['<slot></slot>'];
    // It stays there, or all that follows would be taken for its shadow: https://github.com/lit/lit/pull/5238
    customElementHostStack.pop();
    return undefined;
  }

  override renderLight(): string[] {
    return ['<!--lit-part-->', this.#data, '<!--/lit-part-->'];
  }
}

/** The data properties and their HTML, the same as the elements make of them in a page. */
const makers: Record<string, (items: readonly Read[], data: readonly unknown[]) => string> = {
  rows: tableOf,
  facts: listOfFacts,
  percentiles: listOfFacts,
  events: listOfEvents,
};

function tableOf(rows: readonly Read[], data: readonly unknown[]): string {
  const headings = headingsOf(data);
  const header = headings.map((heading) => tag('th', heading, { scope: 'col' })).join('');
  const body = rows.map((read) => `<tr>${headings.map((heading) => tag('td', read(heading))).join('')}</tr>`).join('');
  return `<table><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table>`;
}

function listOfFacts(facts: readonly Read[]): string {
  const groups = facts.map((read) => {
    const note = read('note');
    const second = note == null ? '' : tag('dd', note);
    return `<div>${tag('dt', read('label'))}${tag('dd', read('value'))}${second}</div>`;
  });
  return `<dl>${groups.join('')}</dl>`;
}

function listOfEvents(events: readonly Read[]): string {
  const items = events.map((read) => {
    const event = read('event');
    const mark = event ? ` data-event="${escaped(event)}"` : '';
    return `<li${mark}>${tag('time', read('time'), { datetime: read('datetime') })} ${escaped(read('text'))}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

function tag(name: string, content: unknown, attributes: Record<string, unknown> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => (value ? ` ${key}="${escaped(value)}"` : ''));
  return `<${name}${written.join('')}>${escaped(content)}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of a value; nodes, which a server has not, and nothing say nothing. */
function escaped(value: unknown): string {
  const text = value === null || value === undefined || typeof value === 'object' ? '' : String(value);
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
