import type {
  CompareTable,
  ElementJson,
  Fact,
  IncidentTimeline,
  Json,
  JsonOf,
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

/** What an element tells is told apart by its type. */
export function wordsOf(part: Json): string[] {
  switch (part.type) {
    case 'quick-facts':
    case 'dl':
      return part.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'law-table':
      return [part.caption, ...part.rows.flatMap((row) => Object.values(row))];
    case 'heading':
      return [part.text.slice(0, part.level)];
    case 'p':
      // @ts-expect-error: of tables alone
      return part.rows;
    default:
      return 'content' in part && part.content ? part.content.flatMap(wordsOf) : [];
  }
}
const told: ElementJson = timeline.toJSON();
export const times: string[] = timeline.toJSON().events.map(({ time }) => time);
export const data: JsonOf<'latency-profile'> = profile.toJSON();
// @ts-expect-error: no element
export const none: JsonOf<'law-tables'> = told;
