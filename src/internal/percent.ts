/** Decodes `%…` in an address. What is not UTF-8, or no code at all, stays as it is written. */
export const percentDecoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });

/** Encodes what an address cannot hold. Half of a pair of surrogates has no code, and becomes the replacement character. */
export const percentEncoded = (text: string): string => encodeURI(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
