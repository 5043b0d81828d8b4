import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import { createComponent, type EventName } from '@lit/react';
import { CompareTable, IncidentTimeline, type IncidentTimesEvent } from 'deepdive-elements/classes';
import React, { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { actions, study as initial } from 'study';

// React 18 sets attributes alone: what takes properties or tells of events has a component.
const StoreTable = createComponent({ react: React, tagName: 'compare-table', elementClass: CompareTable });
const Timeline = createComponent({
  react: React,
  tagName: 'incident-timeline',
  elementClass: IncidentTimeline,
  events: { onTimes: 'incident-times' as EventName<IncidentTimesEvent> },
});

function App() {
  const [study, setStudy] = useState(initial);
  const [isShown, setShown] = useState(true);
  const [heard, setHeard] = useState('');
  return (
    <>
      {Object.entries(actions).map(([id, next]) => (
        <button key={id} id={id} type="button" onClick={() => setStudy(next)}>
          {id}
        </button>
      ))}
      <button id="toggle" type="button" onClick={() => setShown(!isShown)}>
        toggle
      </button>
      <output id="heard">{heard}</output>
      {isShown && (
        <case-study>
          <h1>{study.title}</h1>
          <quick-facts>
            <dl>
              {study.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </quick-facts>
          <h2 id="laws">Laws</h2>
          <law-table>
            <table>
              <thead>
                <tr>
                  <th>Law</th>
                  <th>Challenge</th>
                  <th>Solution</th>
                </tr>
              </thead>
              <tbody>
                {study.laws.map(({ law, challenge, solution }) => (
                  <tr key={law}>
                    <td>{law}</td>
                    <td>{challenge}</td>
                    <td>{solution}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </law-table>
          <card-grid>
            {study.cards.map(({ name, text, tier }) => (
              <pattern-card key={name} tier={tier}>
                <h3>{name}</h3>
                <p>{text}</p>
              </pattern-card>
            ))}
          </card-grid>
          <incident-callout severity={study.severity}>
            <h3>Outage</h3>
            <Timeline onTimes={({ times }) => setHeard(`resolved after ${times.resolve} ms`)}>
              <ol>
                {study.events.map(({ time, kind, text }) => (
                  <li key={time} data-event={kind}>
                    <time>{time}</time> {text}
                  </li>
                ))}
              </ol>
            </Timeline>
          </incident-callout>
          <StoreTable rows={study.stores} />
        </case-study>
      )}
    </>
  );
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
