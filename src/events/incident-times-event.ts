/** Milliseconds from the start of an incident; absent where the timeline does not tell. */
export interface IncidentTimes {
  detect?: number;
  mitigate?: number;
  resolve?: number;
  /** Whether the author calls one of the times that they come from approximate: `~15:39`. */
  isApproximate?: true;
}

/**
 * Fired by `incident-timeline` when the times to detect, mitigate and resolve become known or change. Bubbles, for the
 * `incident-callout` around it.
 */
export class IncidentTimesEvent extends Event {
  constructor(readonly times: IncidentTimes) {
    super('incident-times', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'incident-times': IncidentTimesEvent;
  }
}
