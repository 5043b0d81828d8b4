import { percentDecoded } from './percent.js';

/** The fragment of the page's address, decoded; empty where there is none. */
export function fragment(): string {
  return percentDecoded(location.hash.slice(1));
}
