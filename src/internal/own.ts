/**
 * What an object has of its own under a word of an author's. A plain look-up would find a function under `constructor`,
 * which is a word like any other.
 */
export const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
