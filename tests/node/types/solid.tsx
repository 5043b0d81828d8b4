/** @jsxImportSource solid-js */
import { createSignal } from 'solid-js';
import 'deepdive-elements/solid';
import type { IncidentTimes, LawTable, TableRow } from 'deepdive-elements/classes';

const rows: TableRow[] = [{ Law: 'Correlated failure', Challenge: 'A region goes dark' }];

export function Good() {
  let table: LawTable | undefined;
  const [times, setTimes] = createSignal<IncidentTimes>({});
  return (
    <case-study scheme="auto" class="wide" style={{ '--dd-measure': '40rem', color: 'red' }} aria-label="Ledger">
      <incident-callout attr:severity="sev1" id="outage" hidden onClick={(event) => event.currentTarget.id}>
        <h3>Outage</h3>
        <incident-timeline
          prop:events={[{ time: '18:02', text: 'It begins', event: 'started' }]}
          on:incident-times={(event) => setTimes(event.times)}
        />
      </incident-callout>
      <law-table ref={table} prop:rows={rows} />
      <law-table ref={(element) => element.laws} rows={rows} />
      <stat-card target={300} trend="down" prop:better="lower" classList={{ one: true }} />
      <architecture-diagram bool:repair={true} layout="elk" on:load={(event) => event.type} />
      <p>{times().detect}</p>
    </case-study>
  );
}

export function Bad() {
  let list: HTMLUListElement | undefined;
  return (
    <case-study>
      {/* @ts-expect-error: no such severity */}
      <incident-callout severity="sev9" />
      {/* @ts-expect-error: no such severity */}
      <incident-callout attr:severity="sev9" />
      {/* @ts-expect-error: no such attribute */}
      <incident-callout seriousness="sev1" />
      {/* @ts-expect-error: no list of rows */}
      <law-table prop:rows="one" />
      {/* @ts-expect-error: rows are no attribute */}
      <law-table attr:rows={rows} />
      {/* @ts-expect-error: another element's */}
      <law-table ref={list} />
      {/* @ts-expect-error: a method */}
      <law-table toJSON={() => ({})} />
      {/* @ts-expect-error: the event has times, and no detail */}
      <incident-timeline on:incident-times={(event) => event.detail} />
      {/* @ts-expect-error: no such element */}
      <law-tables />
    </case-study>
  );
}
