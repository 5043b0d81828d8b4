/** Decodes `%…` in an address. What is not UTF-8, or no code at all, stays as it is written. */
export const percentDecoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });

/** A text that can be encoded: half of a pair of surrogates becomes the replacement character. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Encodes what an address cannot hold. */
export const percentEncoded = (text: string): string => encodeURI(wellFormed(text));
