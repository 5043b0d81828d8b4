export const study = {
  title: 'Order ledger',
  facts: [
    { label: 'Availability', value: '99.95%' },
    { label: 'Team', value: '9 engineers' },
    { label: 'Regions', value: '2' },
  ],
  laws: [
    { law: 'Correlated Failure', challenge: 'A region goes dark', solution: 'Two regions' },
    { law: 'Asynchronous Reality', challenge: 'Replies come late', solution: 'Events, not calls' },
  ],
  cards: [
    { name: 'Event log', text: 'Orders are appended, never changed.', tier: 'gold' },
    { name: 'Circuit breaker', text: 'One failure does not spread.', tier: 'silver' },
  ],
  severity: 'sev2',
  events: [
    { time: '18:02', kind: 'started', text: 'A shard locks.' },
    { time: '18:08', kind: 'detected', text: 'The alert pages.' },
    { time: '20:06', kind: 'resolved', text: 'The backlog is replayed.' },
  ],
  stores: [
    { Store: 'Log', Survives: '✅', Latency: '5 ms' },
    { Store: 'Index', Survives: '❌', Latency: '1 ms' },
  ],
};

const lists = ['facts', 'laws', 'cards', 'events', 'stores'];
const eachList = (study, next) => ({ ...study, ...Object.fromEntries(lists.map((name) => [name, next(study[name])])) });

const more = {
  facts: { label: 'Cost', value: '40% less' },
  laws: { law: 'Human Capacity', challenge: 'Two people know the index', solution: 'Runbooks' },
  cards: { name: 'Bulkhead', text: 'Buyers do not wait for sellers.', tier: 'bronze' },
  events: { time: '18:20', kind: 'mitigated', text: 'Writes go to the other region.' },
  stores: { Store: 'Archive', Survives: '✅', Latency: '2 s' },
};

export const actions = {
  /** Between the first and the second, where a framework has to insert. */
  add: (study) =>
    Object.fromEntries(
      Object.entries(study).map(([name, value]) => [
        name,
        name in more ? [value[0], more[name], ...value.slice(1)] : value,
      ]),
    ),
  remove: (study) => eachList(study, (list) => list.slice(1)),
  reverse: (study) => eachList(study, (list) => list.toReversed()),
  /** The words of what stays, and a setting. */
  change: (study) => ({
    ...eachList(study, (list) => list),
    title: `${study.title}, revised`,
    severity: study.severity === 'sev1' ? 'sev2' : 'sev1',
    facts: study.facts.map((fact, at) => (at ? fact : { ...fact, value: '99.99%' })),
    laws: study.laws.map((law, at) => (at ? law : { ...law, solution: `${law.solution}, tested each quarter` })),
    cards: study.cards.map((card, at) => (at ? card : { ...card, tier: 'bronze', text: 'Changed.' })),
    events: study.events.map((event, at) => (at ? event : { ...event, text: `${event.text} Again.` })),
    stores: study.stores.map((store, at) => (at ? store : { ...store, Survives: '⚠️' })),
  }),
};
