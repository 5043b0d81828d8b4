import type {
  CompareTable,
  Fact,
  IncidentTimeline,
  LatencyProfile,
  LawTable,
  QuickFacts,
  ResourceTable,
  TimelineEvent,
} from 'deepdive-elements/classes';

/** A row as an application has it: with a name for its shape, and with more than is shown. */
interface Row {
  law: string;
  challenge?: string;
  node: HTMLElement | null;
}
interface Percentile {
  readonly label: string;
  readonly value: number;
  owner: string;
}
interface Alarm extends TimelineEvent {
  host: string;
}
class Store {
  constructor(readonly name: string) {}
}

declare const rows: Row[];
declare const frozen: readonly Readonly<Row>[];
declare const percentiles: Percentile[];
declare const alarms: Alarm[];
declare const tables: [LawTable, CompareTable, ResourceTable];
declare const profile: LatencyProfile;
declare const facts: QuickFacts;
declare const timeline: IncidentTimeline;

for (const table of tables) {
  table.rows = rows;
  table.rows = frozen;
  table.rows = [new Store('log')];
  table.rows = [{ Law: 'Economic reality', Cost: 3 }, { Law: new Text('Cognitive load') }];
  // @ts-expect-error: no object
  table.rows = ['one'];
  // @ts-expect-error: no list
  table.rows = { law: 'one' };
}
profile.percentiles = percentiles;
facts.facts = percentiles satisfies Fact[];
timeline.events = alarms;
// @ts-expect-error: no value
facts.facts = [{ label: 'Scale' }];
// @ts-expect-error: no such turn
timeline.events = [{ time: '10:00', text: 'Noise', event: 'noticed' }];
