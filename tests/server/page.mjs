/** The same template on the server and in the page, with Lit's `html` of each. */
export const template = (html, renderLight, { callout, rows, facts, percentiles, events, stars }) =>
  html`<note-callout kind=${callout}><p>${'Orders are split by buyer.'}</p></note-callout>
    <card-grid><stat-card .target=${300} .trend=${'down'}><h3>${stars} stars</h3><data value="210">210</data></stat-card></card-grid>
    <law-table .rows=${rows}>${renderLight()}</law-table>
    <quick-facts .facts=${facts}>${renderLight()}</quick-facts>
    <latency-profile .slo=${'300 ms'} .percentiles=${percentiles}>${renderLight()}</latency-profile>
    <incident-timeline .events=${events}>${renderLight()}</incident-timeline>`;

export const values = {
  callout: 'tip',
  stars: 3,
  rows: [
    { Law: 'Correlated failure', Challenge: '<b>A region</b> & its "twin"', Cost: 3 },
    { Law: 'Cognitive load', Challenge: null },
  ],
  facts: [
    { label: 'Scale', value: '42 M users', note: 'in 2024' },
    { label: 'Availability', value: '99.98%' },
  ],
  percentiles: [
    { label: 'P50', value: '38 ms' },
    { label: 'P99', value: '410 ms' },
  ],
  events: [
    { time: '18:02', datetime: '2024-03-14T18:02Z', text: 'A migration locks <the> shard.', event: 'started' },
    { time: '18:08', text: 'The alert pages.', event: 'detected' },
  ],
};
