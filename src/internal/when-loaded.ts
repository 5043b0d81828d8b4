let isTold = false;

/**
 * Uses a part of the library that is imported when it is needed. Where it cannot be loaded, the page stays as it was written
 * and the console says so once: after a deployment, a page that is still open asks for files that are gone.
 * @example whenLoaded(import('./kinds.js'), ({ kindOfSource }) => …)
 * @returns what `use` returns; `undefined` where the part could not be loaded
 */
export function whenLoaded<Part, Result>(
  loading: Promise<Part>,
  use: (part: Part) => Result,
): Promise<Awaited<Result> | undefined> {
  return (loading as Promise<Part>).then(use as (part: Part) => Awaited<Result>, (error: unknown) => {
    if (!isTold) console.warn('deepdive-elements: a file could not be loaded. Reload the page.', error);
    isTold = true;
    return undefined;
  });
}
