import { element } from './data-content.js';
import { headingsOf, itemsOf, type Read } from './data-items.js';
import { DataNode } from './data-node.js';
import { warnOf } from './warn.js';

/**
 * What shows a data property in an element. Markup of the author's wins. Data that cannot be used is ignored, with a warning,
 * and what is shown stays.
 * @param markup selects what the author may have written instead
 * @returns shows what the property is now
 */
export function dataIn(host: HTMLElement, property: string, markup: string): (given: unknown) => void {
  const content = new DataNode(host);
  const form = forms[property]!;
  let data: readonly unknown[] | undefined;
  const refuse = (where = '') => void warnOf(host, 'unusable', property, where);
  const make = () => form(itemsOf(data!, refuse, host), data!);
  return (given) => {
    const shown = data;
    if (given === undefined || Array.isArray(given)) data = given;
    else refuse();
    const isAuthored = content.hasAuthored(markup, data && make);
    if (isAuthored && data) warnOf(host, 'markupAndData', property);
    content.update(isAuthored ? undefined : data && make, data !== shown);
  };
}

/** The node that stands for data, of the parts of each item. */
export type Form = (items: readonly Read[], data: readonly unknown[]) => HTMLElement;

const tableOf: Form = (rows, data) => {
  const headings = headingsOf(data);
  const header = headings.map((heading) => {
    const cell = element('th', heading);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  const body = rows.map((read) =>
    element(
      'tr',
      headings.map((heading) => element('td', read(heading))),
    ),
  );
  return element('table', element('thead', element('tr', header)), element('tbody', body));
};

export const listOfFacts: Form = (facts) =>
  element(
    'dl',
    facts.map((read) => {
      const note = read('note');
      const dd = note && element('dd', note);
      return element('div', element('dt', read('label')), element('dd', read('value')), dd);
    }),
  );

const listOfEvents: Form = (events) =>
  element(
    'ol',
    events.map((read) => {
      const when = element('time', read('time'));
      const item = element('li', when, ' ', read('text'));
      const datetime = read('datetime');
      const event = read('event');
      if (datetime) when.setAttribute('datetime', `${datetime}`);
      if (event) item.dataset['event'] = `${event}`;
      return item;
    }),
  );

/** What an author would have written, by the data property that stands for it. */
const forms: Record<string, Form> = {
  rows: tableOf,
  facts: listOfFacts,
  percentiles: listOfFacts,
  events: listOfEvents,
};
