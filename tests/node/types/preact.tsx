/** @jsxImportSource preact */
import { createRef } from 'preact';
import 'deepdive-elements/preact';
import type { IncidentTimes, LawTable, TableRow } from 'deepdive-elements/classes';

const rows: TableRow[] = [{ Law: 'Correlated failure', Challenge: 'A region goes dark' }];

export function Good() {
  const table = createRef<LawTable>();
  let times: IncidentTimes = {};
  return (
    <case-study scheme="auto" class="wide" style={{ '--dd-measure': '40rem', color: 'red' }} aria-label="Ledger">
      <incident-callout
        severity="sev1"
        id="outage"
        hidden
        data-from="pager"
        onClick={(event) => event.currentTarget.id}
      >
        <h3>Outage</h3>
        <incident-timeline
          key="timeline"
          events={[{ time: '18:02', text: 'It begins', event: 'started' }]}
          onincident-times={(event) => (times = event.times)}
        />
      </incident-callout>
      <law-table ref={table} rows={rows} />
      <stat-card target={300} trend="down" better="lower" className="one" />
      <architecture-diagram repair layout="elk" onload={(event) => event.type} />
      <p>{String(times.detect)}</p>
    </case-study>
  );
}

export function Bad() {
  const list = createRef<HTMLUListElement>();
  return (
    <case-study>
      {/* @ts-expect-error: no such severity */}
      <incident-callout severity="sev9" />
      {/* @ts-expect-error: no such attribute */}
      <incident-callout seriousness="sev1" />
      {/* @ts-expect-error: no list of rows */}
      <law-table rows="one" />
      {/* @ts-expect-error: another element's */}
      <law-table ref={list} />
      {/* @ts-expect-error: a method */}
      <law-table toJSON={() => ({})} />
      {/* @ts-expect-error: the event has times, and no detail */}
      <incident-timeline onincident-times={(event) => event.detail} />
      {/* @ts-expect-error: no such element */}
      <law-tables />
    </case-study>
  );
}
