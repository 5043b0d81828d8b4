/** What the applications show: a case study as data. */
export interface Study {
  title: string;
  facts: { label: string; value: string }[];
  laws: { law: string; challenge: string; solution: string }[];
  cards: { name: string; text: string; tier: 'gold' | 'silver' | 'bronze' }[];
  severity: 'sev1' | 'sev2';
  events: { time: string; kind?: 'started' | 'detected' | 'mitigated' | 'resolved'; text: string }[];
  /** Rows as data, for the `rows` of a `<compare-table>`. */
  stores: Record<string, string>[];
}

export const study: Study;

/** What the buttons of an application do, by their ids: each gives the next state. */
export const actions: Record<'add' | 'remove' | 'reverse' | 'change', (study: Study) => Study>;
