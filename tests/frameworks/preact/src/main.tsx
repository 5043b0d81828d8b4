import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { actions, study as initial } from 'study';

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
            <incident-timeline onincident-times={({ times }) => setHeard(`resolved after ${times.resolve} ms`)}>
              <ol>
                {study.events.map(({ time, kind, text }) => (
                  <li key={time} data-event={kind}>
                    <time>{time}</time> {text}
                  </li>
                ))}
              </ol>
            </incident-timeline>
          </incident-callout>
          <compare-table rows={study.stores} />
        </case-study>
      )}
    </>
  );
}

render(<App />, document.getElementById('app')!);
