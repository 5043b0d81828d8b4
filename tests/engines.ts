/** Which engine this is, and what it runs of the tests. */

const { userAgent } = navigator;
export const engine = userAgent.includes('Firefox') ? 'Firefox' : userAgent.includes('Chrome') ? 'Chromium' : 'WebKit';

// The test runner names the first engine that is here; see web-test-runner.config.mjs.
const { first } = (await import('/engines.js' as string)) as { first: string };

/** Chromium where it is here: the engine that runs what is the same in all of them. */
export const isFirstEngine = engine === first;

/**
 * A test of what the elements' own code decides, whatever the engine: what is read from markup, what is warned of, what is
 * given as data or Markdown. It runs in one engine. What is laid out, painted, focused, printed, upgraded, drawn, copied or
 * told to assistive technology may differ by engine, and is for `it`.
 */
export const itOnce: (title: string, test: (this: Mocha.Context) => unknown) => void = isFirstEngine ? it : () => {};
