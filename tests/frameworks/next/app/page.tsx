'use client';

import type { IncidentTimesEvent } from 'deepdive-elements';
import { useEffect, useState } from 'react';
import { actions, study as initial } from 'study';

export default function Page() {
  const [study, setStudy] = useState(initial);
  const [isShown, setShown] = useState(true);
  const [heard, setHeard] = useState('');
  useEffect(() => {
    import('deepdive-elements');
  }, []);
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
            <incident-timeline
              ref={(timeline) => {
                const hear = ({ times }: IncidentTimesEvent) => setHeard(`resolved after ${times.resolve} ms`);
                timeline?.addEventListener('incident-times', hear);
                return () => timeline?.removeEventListener('incident-times', hear);
              }}
            >
              <ol>
                {study.events.map(({ time, kind, text }) => (
                  <li key={time} data-event={kind}>
                    <time>{time}</time> {text}
                  </li>
                ))}
              </ol>
            </incident-timeline>
          </incident-callout>
          <compare-table
            ref={(table) => {
              if (table) table.rows = study.stores;
            }}
          />
        </case-study>
      )}
    </>
  );
}
