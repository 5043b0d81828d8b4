/** Changes with every release: a drawing of another version is never shown. Equal to the package's version. */
export const version = '0.1.0';

export const prefix = 'deepdive-diagram:';

/** What ids begin with in a drawing that is kept as text. */
export const idPrefix = 'dd-d0-';

/** Where a drawing is kept. */
export interface Entry {
  /** Short; two keys may have the same name. */
  name: string;
  /** All that a drawing depends on: version, settings, font and source. */
  key: string;
}

/** What a drawing depends on. */
interface Drawable extends Element {
  source: string;
  layout: string;
  repair: boolean;
}

export function entryOf(diagram: Drawable): Entry {
  const { layout, repair, source } = diagram;
  const key = [version, layout, repair, getComputedStyle(diagram).fontFamily, source].join('\n');
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return { name: `${prefix}${(hash >>> 0).toString(36)}${key.length.toString(36)}`, key };
}

/** The drawing from an earlier visit, as text; `undefined` where there is none, or where the browser keeps nothing. */
export function recall({ name, key }: Entry): string | undefined {
  try {
    const entry = localStorage.getItem(name);
    return entry?.startsWith(`${key}\0`) ? entry.slice(key.length + 1) : undefined;
  } catch {
    return undefined;
  }
}
