let isTold = false;

function tell(error: unknown): undefined {
  if (!isTold) console.warn('deepdive-elements: a file could not be loaded. Reload the page.', error);
  isTold = true;
}

/**
 * A part of the library that is imported when it is needed. Where it cannot be loaded, the page stays as it was written and
 * the console says so once: after a deployment, a page that is still open asks for files that are gone.
 * @example const part = await loaded(import('./kinds.js'));
 * @returns `undefined` where it could not be loaded
 */
export const loaded = <Part>(loading: Promise<Part>): Promise<Part | undefined> => loading.catch(tell);

/**
 * The same for what is done with the part.
 * @example whenLoaded(import('./kinds.js'), ({ kindOfSource }) => …)
 * @returns what `use` returns; `undefined` where the part could not be loaded
 */
export const whenLoaded = <Part, Result>(
  loading: Promise<Part>,
  use: (part: Part) => Result | PromiseLike<Result>,
): Promise<Result | undefined> => loading.then(use, tell);
