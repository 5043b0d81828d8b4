import 'deepdive-elements/deepdive.css';
import 'deepdive-elements';
import type { IncidentTimesEvent } from 'deepdive-elements/classes';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { actions, study } from 'study';

@customElement('study-page')
export class StudyPage extends LitElement {
  @state() private study = study;
  @state() private isShown = true;
  @state() private heard = '';

  /** In the page itself, where addresses such as `#laws`, the browser's outline and search engines find the sections. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this;
  }

  protected override render() {
    const { title, facts, laws, cards, severity, events, stores } = this.study;
    return html`
      ${Object.entries(actions).map(
        ([id, next]) => html`
          <button id=${id} type="button" @click=${() => (this.study = next(this.study))}>${id}</button>
        `,
      )}
      <button id="toggle" type="button" @click=${() => (this.isShown = !this.isShown)}>toggle</button>
      <output id="heard">${this.heard}</output>
      ${
        this.isShown &&
        html`
          <case-study>
            <h1>${title}</h1>
            <quick-facts>
              <dl>
                ${repeat(
                  facts,
                  ({ label }) => label,
                  ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
                )}
              </dl>
            </quick-facts>
            <h2 id="laws">Laws</h2>
            <law-table>
              <table>
                <thead>
                  <tr><th>Law</th><th>Challenge</th><th>Solution</th></tr>
                </thead>
                <tbody>
                  ${repeat(
                    laws,
                    ({ law }) => law,
                    ({ law, challenge, solution }) =>
                      html`<tr><td>${law}</td><td>${challenge}</td><td>${solution}</td></tr>`,
                  )}
                </tbody>
              </table>
            </law-table>
            <card-grid>
              ${repeat(
                cards,
                ({ name }) => name,
                ({ name, text, tier }) =>
                  html`<pattern-card tier=${tier}><h3>${name}</h3><p>${text}</p></pattern-card>`,
              )}
            </card-grid>
            <incident-callout severity=${severity}>
              <h3>Outage</h3>
              <incident-timeline @incident-times=${this.#hear}>
                <ol>
                  ${repeat(
                    events,
                    ({ time }) => time,
                    ({ time, kind, text }) => html`<li data-event=${ifDefined(kind)}><time>${time}</time> ${text}</li>`,
                  )}
                </ol>
              </incident-timeline>
            </incident-callout>
            <compare-table .rows=${stores}></compare-table>
          </case-study>
        `
      }
    `;
  }

  #hear({ times }: IncidentTimesEvent) {
    this.heard = `resolved after ${times.resolve} ms`;
  }
}
