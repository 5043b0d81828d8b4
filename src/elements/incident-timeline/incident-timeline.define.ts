import { define } from '../../internal/define.js';
import { IncidentTimeline } from './incident-timeline.js';

define('incident-timeline', IncidentTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'incident-timeline': IncidentTimeline;
  }
}
