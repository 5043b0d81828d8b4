import 'deepdive-elements/vue';
import type { GlobalComponents } from 'vue';

/** What Vue's language tools check a tag of a template by. */
type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const good: Props<'incident-callout'> = {
  severity: 'sev1',
  id: 'outage',
  class: ['wide'],
  key: 1,
  hidden: true,
};
export const figure: Props<'stat-card'> = { target: 300, trend: 'down', onClick: (event) => event.clientX };
export const table: Props<'law-table'> = { rows: [{ Law: 'Correlated failure' }], style: { color: 'red' } };

export function listen(timeline: InstanceType<GlobalComponents['incident-timeline']>) {
  timeline.$emit(
    'incident-times',
    new (class extends Event {
      times = {};
    })('incident-times'),
  );
  // @ts-expect-error: no such event
  timeline.$emit('incident-time');
  // @ts-expect-error: the event has times
  timeline.$emit('incident-times', new Event('incident-times'));
  return timeline.times.detect;
}

// @ts-expect-error: no such severity
export const severity: Props<'incident-callout'> = { severity: 'sev9' };
// @ts-expect-error: no such attribute
export const attribute: Props<'incident-callout'> = { seriousness: 'sev1' };
// @ts-expect-error: no list of rows
export const rows: Props<'law-table'> = { rows: 'one' };
// @ts-expect-error: a method
export const method: Props<'law-table'> = { toJSON: () => ({}) };
// @ts-expect-error: no such element
export type None = Props<'law-tables'>;
