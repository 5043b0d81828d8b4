/** Words of one incident; more of them are many. */
export const ofIncident = /\b(?:incident|outage|disruption|post-?mortem|sev-?\d)\b/i;

/** Words of the course of something, whatever it is. */
export const ofCourse = /\b(?:timeline|chronology|(?:sequence|course) of events)\b/i;
