import { hydrate } from '@lit-labs/ssr-client';
import { renderLight } from '@lit-labs/ssr-client/directives/render-light.js';
import { html, render } from 'lit';
import { template, values } from './page.mjs';

hydrate(template(html, renderLight, values), document.body);

/** For the test, which shows other values later. */
window.show = (changed) => render(template(html, renderLight, { ...values, ...changed }), document.body);
