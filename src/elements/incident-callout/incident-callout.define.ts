import { define } from '../../internal/define.js';
import { IncidentCallout } from './incident-callout.js';

define('incident-callout', IncidentCallout);

declare global {
  interface HTMLElementTagNameMap {
    'incident-callout': IncidentCallout;
  }
}
