import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import { createSignal, For, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { actions, study as initial } from 'study';

function App() {
  const [study, setStudy] = createSignal(initial);
  const [isShown, setShown] = createSignal(true);
  const [heard, setHeard] = createSignal('');
  return (
    <>
      <For each={Object.entries(actions)}>
        {([id, next]) => (
          <button id={id} type="button" onClick={() => setStudy(next)}>
            {id}
          </button>
        )}
      </For>
      <button id="toggle" type="button" onClick={() => setShown(!isShown())}>
        toggle
      </button>
      <output id="heard">{heard()}</output>
      <Show when={isShown()}>
        <case-study>
          <h1>{study().title}</h1>
          <quick-facts>
            <dl>
              <For each={study().facts}>
                {({ label, value }) => (
                  <div>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                )}
              </For>
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
                <For each={study().laws}>
                  {({ law, challenge, solution }) => (
                    <tr>
                      <td>{law}</td>
                      <td>{challenge}</td>
                      <td>{solution}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </law-table>
          <card-grid>
            <For each={study().cards}>
              {({ name, text, tier }) => (
                <pattern-card tier={tier}>
                  <h3>{name}</h3>
                  <p>{text}</p>
                </pattern-card>
              )}
            </For>
          </card-grid>
          <incident-callout severity={study().severity}>
            <h3>Outage</h3>
            <incident-timeline on:incident-times={({ times }) => setHeard(`resolved after ${times.resolve} ms`)}>
              <ol>
                <For each={study().events}>
                  {({ time, kind, text }) => (
                    <li data-event={kind}>
                      <time>{time}</time> {text}
                    </li>
                  )}
                </For>
              </ol>
            </incident-timeline>
          </incident-callout>
          <compare-table rows={study().stores} />
        </case-study>
      </Show>
    </>
  );
}

render(() => <App />, document.getElementById('app')!);
