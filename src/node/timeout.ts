import { UsageError } from './usage-error.js';

/** Seconds that a page may take where nobody says otherwise: a hundred times what the longest real pages take. */
const defaultTimeout = 60;

/** What `--help` says of `--timeout`. */
export const timeoutHelp = `  --timeout SECONDS
                   how long a page may take (default ${defaultTimeout}); one that takes longer is named, and the others go on`;

/** Longer than a timer counts: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const mostSeconds = 2_147_483;

/** The seconds that `--timeout` names. */
export function timeoutOf(text?: string): number {
  if (text === undefined) return defaultTimeout;
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= mostSeconds) return seconds;
  throw new UsageError(`--timeout ${text} is no limit: write a number of seconds, more than 0.`);
}
