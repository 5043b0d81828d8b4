/** What elements say in English of what they have reckoned. */
export const figures = {
  $code: 'en',

  timeToDetect: 'Time to detect',
  timeToMitigate: 'Time to mitigate',
  timeToResolve: 'Time to resolve',

  /** The objective on the axis of latencies. */
  objective: (latency: string) => `SLO ${latency}`,
  /** How many times slower the slowest hundredth is than the median. */
  tailRatio: (times: string) => `P99 is ${times} times P50.`,
  beyondObjective: (percentiles: string) => `Beyond the SLO: ${percentiles}.`,
  withinObjective: 'All within the SLO.',

  doubles: (time: string) => `doubles in ${time}`,
  halves: (time: string) => `halves in ${time}`,
};
