import 'deepdive-elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

/** What Svelte's language tools check a tag by. */
type Props<Tag extends 'incident-callout' | 'stat-card' | 'law-table' | 'incident-timeline'> = SvelteHTMLElements[Tag];

export const good: Props<'incident-callout'> = {
  severity: 'sev1',
  id: 'outage',
  class: ['wide'],
  'aria-label': 'Outage',
};
export const figure: Props<'stat-card'> = { target: 300, trend: 'down', onclick: (event) => event.currentTarget.value };
export const table: Props<'law-table'> = { rows: [{ Law: 'Correlated failure' }], 'data-from': 'ledger' };
export const timeline: Props<'incident-timeline'> = { 'onincident-times': (event) => event.times.detect };

// @ts-expect-error: no such severity
export const severity: Props<'incident-callout'> = { severity: 'sev9' };
// @ts-expect-error: no such attribute
export const attribute: Props<'incident-callout'> = { seriousness: 'sev1' };
// @ts-expect-error: no list of rows
export const rows: Props<'law-table'> = { rows: 'one' };
// @ts-expect-error: a method
export const method: Props<'law-table'> = { toJSON: () => ({}) };
// @ts-expect-error: the event has times, and no detail
export const event: Props<'incident-timeline'> = { 'onincident-times': (event) => event.detail };
