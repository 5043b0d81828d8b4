import { ReactiveElement } from '@lit/reactive-element';

/** What TypeScript keeps for subclasses. */
interface Updating {
  scheduleUpdate(): unknown;
}

/**
 * Shows a data property as what an author would have written: `rows` as a `<table>`. What does that is loaded where there is
 * data, and the host's first update waits for it.
 * @param markup selects what the author may have written instead
 * @returns what is to be called when the host updates
 */
export function showsData(host: ReactiveElement, property: string, markup: string): () => void {
  let show: ((given: unknown) => void) | undefined;
  let hasFailed = false;
  // An attribute of that name sets nothing: it is named, too.
  const given = (): unknown => host[property as keyof ReactiveElement] ?? host.getAttribute(property) ?? undefined;
  const update = () => (ReactiveElement.prototype as unknown as Updating).scheduleUpdate.call(host);
  (host as unknown as Updating).scheduleUpdate = () => {
    if (show || given() === undefined) return update();
    const loading = import('./shown-data.js').then(({ dataIn }) => {
      show ??= dataIn(host, property, markup);
    });
    return loading
      .catch((error: unknown) => {
        hasFailed = true;
        console.warn(`deepdive-elements: ${property} could not be shown.`, error);
      })
      .then(update);
  };
  return () => {
    if (show) show(given());
    // Lit sets what a page has set before the element was defined in the midst of the first update.
    else if (given() !== undefined && !hasFailed) queueMicrotask(() => host.requestUpdate());
  };
}
